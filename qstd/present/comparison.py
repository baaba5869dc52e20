"""A comparison as a document: what it says in sentences, the facts beside each other, then the sections.

The law stands first, on its own ground. Facts are sorted into groups of rows; sections stand word for word with the
municipality's own number and heading. Each of the four states has its own words. What the marks of the states look
like, and so their legend, is the writer's.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from qstd import catalogue, prose
from qstd.language import translator
from qstd.model.comparison import Comparison, FactCell, FactRow, Flag, Passage, State, TopicCell, TopicRow, passages
from qstd.model.document import (
    Block,
    Blocks,
    Cell,
    Document,
    Heading,
    Inline,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)
from qstd.present import comparison_words as words
from qstd.present.facts import GROUPS, Value, group_label, kind_group, kind_label, value
from qstd.present.inlines import over_blocks, rewrite
from qstd.present.quantities import date, quoted, upper_first
from qstd.present.slugs import slug
from qstd.present.typography import glue


@dataclass(frozen=True, slots=True)
class _View:
    """A comparison with what every cell of the page needs: the order of the columns, their names and anchors."""

    comparison: Comparison
    language: str
    order: tuple[int, ...]
    names: tuple[str, ...]
    slugs: tuple[str, ...]
    passages: tuple[dict[str, Passage], ...]
    topic_ids: tuple[str, ...]
    pages: Mapping[str, str]

    def say(self, text: str) -> str:
        return translator(self.language)(text)


def comparison_document(
    comparison: Comparison, language: str = "da", pages: Mapping[str, str] = MappingProxyType({})
) -> Document:
    """Lay a comparison out as a document. `pages` has the address of each standard's own page, by reference."""
    view = _view(comparison, language, pages)
    title, summary = words.title(comparison, language), words.summary(comparison, language)
    return Document(
        title=title,
        kind="comparison",
        language="da-DK" if language == "da" else language,
        description=" ".join(summary),
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(words.lead(comparison, language)),), kind="lead"),
            *(Paragraph((Text(each),)) for each in summary),
            *_facts(view),
            *_texts(view),
        ),
    )


def _view(comparison: Comparison, language: str, pages: Mapping[str, str]) -> _View:
    count = range(len(comparison.columns))
    names = words.names(comparison.columns, language)
    return _View(
        comparison=comparison,
        language=language,
        order=tuple(sorted(count, key=lambda at: not comparison.columns[at].is_law)),
        names=names,
        slugs=_unique([slug(each) for each in words.names(comparison.columns, "da")]),
        passages=tuple(passages(comparison, at) for at in count),
        topic_ids=_unique([f"afsnit-{slug(_topic_name(row, 'da'))}" for row in comparison.topics]),
        pages=pages,
    )


# ---------- Facts ----------


def _facts(view: _View) -> Blocks:
    _ = view.say
    return (
        Heading(2, (Text(_("Oplysninger")),), id="oplysninger"),
        Paragraph((Text(_("Hver værdi bygger på de ord i standarden, der står under »Ordlyd«.")),), kind="small"),
        Table(head=(_head(view, _("Oplysning")),), body=tuple(_fact_rows(view)), kind="comparison"),
    )


def _fact_rows(view: _View) -> Iterator[Row]:
    """Each group of rows opens with a row that names it; the documents' own properties come last."""
    for group in GROUPS:
        rows = [_fact_row(view, row) for row in view.comparison.facts if kind_group(row.kind, row.role) == group]
        if group == "document":
            rows = [*_property_rows(view), *rows]
        if rows:
            name = Paragraph((Text(group_label(group, view.language)),))
            yield Row((Cell((name,), header="group", colspan=len(view.order) + 1),), kind="group")
            yield from rows


def _fact_row(view: _View, row: FactRow) -> Row:
    anchor = f"fakta-{slug(kind_label(row.kind, row.role))}"
    said = words.verdict(view.comparison, row, view.language)
    blocks = [_fact_blocks(view, at, cell) for at, cell in enumerate(row.cells)]
    cells = (_cell(view, at, anchor, blocks[at], row.cells[at].state) for at in view.order)
    name = _name_cell(kind_label(row.kind, row.role, view.language), said)
    return Row((name, *cells), id=anchor, kind="same" if row.verdict == "equal" else "")


def _fact_blocks(view: _View, at: int, cell: FactCell) -> Blocks:
    if not cell.facts:
        return _silent_blocks(view, at, cell)
    shown = list(dict.fromkeys(value(each, view.language) for each in cell.facts))
    return (
        *(block for each in shown for block in _value_blocks(each, cell.state)),
        *(_flag(view, each) for each in cell.flags),
        *_quotes(view, at, cell),
    )


def _value_blocks(shown: Value, state: State) -> Blocks:
    details = (Paragraph((Text(each),), kind="small") for each in shown.details)
    return (_state(shown.text, state), *details)


def _flag(view: _View, flag: Flag) -> Note:
    law = next(
        (words.law_name(each, view.language) for each in view.comparison.columns if each.ref == flag.law), flag.law
    )
    title, reason = words.flag(flag, law, view.language)
    return Note((Paragraph((Text(reason),)),), kind="flag", title=(Text(title),))


def _quotes(view: _View, at: int, cell: FactCell) -> Iterator[Note]:
    """Each section's quotes stand under one title, and a sentence that carries two values stands once."""
    by_section: dict[str, list[str]] = {}
    for evidence in dict.fromkeys(each.evidence for each in cell.facts):
        by_section.setdefault(evidence.section, []).append(evidence.quote)
    for section, quotes in by_section.items():
        place = words.place(view.passages[at].get(section), view.language)
        title = view.say("Ordlyd, {place}").format(place=place) if place else view.say("Ordlyd")
        said = (quoted(glue(each), view.language) for each in quotes)
        yield Note(tuple(Paragraph((Text(each),)) for each in said), kind="quote", title=(Text(title),))


def _silent_blocks(view: _View, at: int, cell: FactCell) -> Blocks:
    if words.in_own_words(cell):
        return tuple(_pointer(view, at, cell.section, view.say("Se {place}")))
    said = _silence(view, at, cell.state, _unsaid(view, at))
    said = quoted(cell.quote, view.language) if cell.state == "none" else said
    return (_state(said, cell.state), *_pointer(view, at, cell.section))


def _unsaid(view: _View, at: int) -> str:
    """Where no fact has been drawn out of a standard yet, it may well say what no cell shows."""
    return view.say("Ikke oplyst") if view.comparison.columns[at].has_facts else view.say("Ikke udfyldt")


def _pointer(view: _View, at: int, section: str, sentence: str = "") -> Iterator[Block]:
    """Point to the section on the subject, further down the page; `sentence` makes that the value itself."""
    place = words.place(view.passages[at].get(section), view.language)
    if place:
        row = next(
            n
            for n, row in enumerate(view.comparison.topics)
            if any(p.section == section for p in row.cells[at].passages)
        )
        target = f"#{view.topic_ids[row]}-{view.slugs[at]}"
        said = glue(sentence.format(place=place)) if sentence else upper_first(place)
        yield Paragraph((Link(target, (Text(said),), kind="source"),), kind="value" if sentence else "small")


def _property_rows(view: _View) -> Iterator[Row]:
    for row in view.comparison.properties:
        label = words.PROPERTIES[row.name]
        anchor = f"fakta-{slug(label)}"
        said = words.verdict(view.comparison, row, view.language)
        cells = (_property_cell(view, at, anchor, row.cells[at]) for at in view.order)
        yield Row((_name_cell(view.say(label), said), *cells), id=anchor, kind="same" if row.verdict == "equal" else "")


def _property_cell(view: _View, at: int, anchor: str, said: str) -> Cell:
    state: State = "stated" if said else "absent"
    text = glue(date(said, view.language)) if said else _silence(view, at, state, view.say("Ikke oplyst"))
    return _cell(view, at, anchor, (_state(text, state),), state)


# ---------- Sections ----------


def _texts(view: _View) -> Blocks:
    _ = view.say
    if not view.comparison.topics:
        return ()
    note = _("Teksten står ord for ord med kommunens egne numre og overskrifter.")
    rows = (_topic_row(view, anchor, row) for anchor, row in zip(view.topic_ids, view.comparison.topics, strict=True))
    return (
        Heading(2, (Text(_("Afsnit side om side")),), id="afsnit"),
        Paragraph((Text(note),), kind="small"),
        Table(head=(_head(view, _("Emne")),), body=tuple(rows), kind="texts"),
    )


def _topic_row(view: _View, anchor: str, row: TopicRow) -> Row:
    said = words.verdict(view.comparison, row, view.language)
    cells = tuple(
        _cell(view, at, anchor, _topic_blocks(view, at, row.cells[at]), row.cells[at].state, "text")
        for at in view.order
    )
    name = _name_cell(_topic_name(row, view.language), said)
    return Row((name, *cells), id=anchor, kind="same" if row.verdict == "equal" else "")


def _topic_blocks(view: _View, at: int, cell: TopicCell) -> Blocks:
    if not cell.passages:
        return (_state(_silence(view, at, "absent", view.say("Intet afsnit")), "absent"),)
    return tuple(block for each in cell.passages for block in _passage(view, each, cell.state))


def _passage(view: _View, passage: Passage, state: State) -> Iterator[Block]:
    if passage.heading or passage.number:
        yield Heading(3, (Text(passage.heading),), number=passage.number)
    if passage.audience == "professional":
        yield Paragraph((Text(view.say("Skrevet til fagfolk")),), kind="small")
    body = passage.body.strip()
    if not body:
        yield _state(view.say("Overskrift uden tekst"), "empty")
    elif state == "none":
        yield _state(prose.text(body) or body, "none")
    else:
        yield from over_blocks(prose.blocks(body), lambda each: rewrite(each, lambda text: (Text(glue(text)),)))


# ---------- What both tables are made of ----------


def _head(view: _View, corner: str) -> Row:
    columns = view.comparison.columns
    several = len({each.service for each in columns}) > 1
    heads = []
    for at in view.order:
        notes = words.column_notes(columns[at], several, view.language)
        name: Inline = Text(view.names[at])
        if columns[at].ref in view.pages:
            name = Link(view.pages[columns[at].ref], (name,))
        blocks = (Paragraph((name,)), *(Paragraph(each, kind="small") for each in notes))
        heads.append(Cell(blocks, header="column", kinds=("law",) if columns[at].is_law else ()))
    return Row((Cell((Paragraph((Text(corner),)),), header="column"), *heads))


def _name_cell(name: str, verdict: str) -> Cell:
    return Cell((Paragraph((Text(name),)), Paragraph((Text(verdict),), kind="small")), header="row")


def _cell(view: _View, at: int, anchor: str, blocks: Blocks, state: State, ground: Literal["text", ""] = "") -> Cell:
    law: tuple[Literal["law"], ...] = ("law",) if view.comparison.columns[at].is_law else ()
    kind = ground if ground and state == "stated" else state
    return Cell(blocks, kinds=(*law, kind), id=f"{anchor}-{view.slugs[at]}", column=view.names[at])


def _state(text: str, state: State) -> Paragraph:
    return Paragraph((Mark((Text(text),), kind=state),), kind="value")


def _silence(view: _View, at: int, state: State, absent: str) -> str:
    if state == "empty":
        return view.say("Overskrift uden tekst")
    column = view.comparison.columns[at]
    return view.say("Ikke i {law}").format(law=words.law_name(column, view.language)) if column.is_law else absent


def _topic_name(row: TopicRow, language: str) -> str:
    topic = catalogue.topics().get(row.topic)
    if topic:
        return catalogue.label(topic.label, language)
    headings = (passage.heading for cell in row.cells for passage in cell.passages)
    return row.topic or next(filter(None, headings), translator(language)("Uden overskrift"))


def _unique(slugs: Sequence[str]) -> tuple[str, ...]:
    """Return the slugs, those met before with a number: an anchor is there once."""
    taken: set[str] = set()
    out = []
    for wanted in slugs:
        free, count = wanted or "x", 1
        while free in taken:
            count += 1
            free = f"{wanted}-{count}"
        taken.add(free)
        out.append(free)
    return tuple(out)
