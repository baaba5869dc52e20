"""The sections of a comparison beside each other, word for word: what others have too is marked sentence by sentence.

What only one has is unmarked: a mark on everything would be noise. Under a text stands where others write the same under
another topic, and how sure that is.
"""

from collections.abc import Iterable, Iterator
from itertools import count
from typing import Literal
from urllib.parse import quote

from qstd import prose
from qstd.model.comparison import Confidence, Echo, Passage, Sentence, State, TopicCell, TopicRow
from qstd.model.document import (
    Block,
    Blocks,
    Heading,
    Inline,
    Inlines,
    Link,
    Mark,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)
from qstd.present import comparison_words as words
from qstd.present.comparison_facts import opened
from qstd.present.comparison_view import View, head, same_row, silence, state_words, topic_name, value_cell
from qstd.present.inlines import cut, over_blocks, rewrite
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

ConfidenceMark = Literal["confidence-1", "confidence-2", "confidence-3", "confidence-4"]


def texts(view: View) -> Blocks:
    """Return the heading, how to read the marks, and the table."""
    _ = view.say
    if not view.comparison.topics:
        return ()
    rows = (_row(view, anchor, row) for anchor, row in zip(view.topic_ids, view.comparison.topics, strict=True))
    return (
        Heading(2, (Text(_("Afsnit side om side")),), id="afsnit"),
        Paragraph((Text(_("Teksten står ord for ord med kommunens egne numre og overskrifter.")),), kind="small"),
        *_legend(view),
        Table(head=(head(view, _("Emne"), anchors=False),), body=tuple(rows), kind="texts"),
    )


def _legend(view: View) -> Iterator[Paragraph]:
    """Say what the marks mean that are there."""
    met = {kind for row in view.comparison.topics for cell in row.cells for kind in _marks(cell)}
    parts: list[Inline] = []
    if "shared" in met:
        parts += [Mark((Text(view.say("Fælles")),), "shared"), Text(view.say(": sætningen står også hos en anden. "))]
    if "near" in met:
        parts += [Mark((Text(view.say("Næsten fælles")),), "near"), Text(view.say(": en anden har næsten den samme. "))]
    if parts:
        yield Paragraph((*parts, Text(view.say("Uden mærke: kun her."))), kind="small")


def _marks(cell: TopicCell) -> Iterator[str]:
    if cell.state == "stated":
        yield from ("shared" if each.same else "near" for passage in cell.passages for each in passage.sentences)


def _row(view: View, anchor: str, row: TopicRow) -> Row:
    cells = (value_cell(view, at, anchor, row, _blocks(view, at, row.cells[at]), whole_text=True) for at in view.order)
    return Row((*opened(view, row, topic_name(row, view.language)), *cells), id=anchor, kind=same_row(row))


def _blocks(view: View, at: int, cell: TopicCell) -> Blocks:
    pointers = (_echo(view, at, each) for each in cell.echoes)
    if not cell.passages:
        elsewhere = any(each.column == at for each in cell.echoes)
        said = view.say("Intet afsnit om det") if elsewhere else silence(view, at, "absent", view.say("Intet afsnit"))
        return (state_words(said, "absent"), *pointers)
    passages = (block for each in cell.passages for block in _passage(view, at, each, cell.state))
    return (*passages, *_also(view, at, cell), *pointers)


def _passage(view: View, at: int, passage: Passage, state: State) -> Iterator[Block]:
    if passage.heading or passage.number:
        yield Heading(3, (Text(passage.heading),), number=passage.number)
    if passage.audience == "professional":
        yield Paragraph((Text(view.say("Skrevet til fagfolk")),), kind="small")
    body = passage.body.strip()
    if not body:
        yield state_words(view.say("Overskrift uden tekst"), "empty")
    elif state == "none":
        yield state_words(prose.text(body) or body, "none")
    else:
        yield from _body(view, passage)
    use = view.uses.get(view.comparison.columns[at].ref)
    if use and body:
        name = passage.heading or passage.section
        said, whose = Text(view.say("Brug denne formulering")), f"{view.inside[at]}: {name}"
        yield Paragraph((Link(f"{use}{quote(passage.section)}", (said,), hint=whose),), kind="pointer")


# ---------- Sentences ----------


def _body(view: View, passage: Passage) -> Blocks:
    """Return the text of a section with its shared sentences marked."""
    by_leaf: dict[int, list[Sentence]] = {}
    for each in passage.sentences:
        by_leaf.setdefault(each.leaf, []).append(each)
    leaves = count()

    def marked(inlines: Inlines) -> Inlines:
        glued = rewrite(inlines, lambda text: (Text(glue(text)),))
        return _sentences(view, glued, by_leaf.get(next(leaves), ()))

    return over_blocks(prose.blocks(passage.body), marked)


def _sentences(view: View, inlines: Inlines, sentences: Iterable[Sentence]) -> Inlines:
    out: list[Inline] = []
    at = 0
    for each in sorted(sentences, key=lambda each: each.start):
        out += cut(inlines, at, each.start)
        out.append(_mark(view, each, cut(inlines, each.start, each.end)))
        at = each.end
    return (*out, *cut(inlines, at, len(plain(inlines)))) if out else inlines


def _mark(view: View, sentence: Sentence, inlines: Inlines) -> Mark:
    told = [
        view.say(pattern).format(where=view.where(columns))
        for pattern, columns in ((_SAME, sentence.same), (_NEAR, sentence.near))
        if columns
    ]
    return Mark(inlines, "shared" if sentence.same else "near", title=". ".join(told))


_SAME, _NEAR = N_("Også {where}"), N_("Næsten ens {where}")
_COUNTED = (
    (N_("1 sætning står også {where}"), N_("{count} sætninger står også {where}")),
    (N_("1 sætning er næsten ens {where}"), N_("{count} sætninger er næsten ens {where}")),
)


def _also(view: View, at: int, cell: TopicCell) -> Iterator[Paragraph]:
    """Say under a text with whom it is shared, where that can be more than one: a mark can be pointed at with a mouse
    only, and not on paper.
    """
    if len([each for each in view.comparison.columns if not each.is_law]) < 3 or cell.state != "stated":
        return
    sentences = [each for passage in cell.passages for each in passage.sentences]
    sharing = ([each.same for each in sentences if each.same], [each.near for each in sentences if each.near])
    for columns, (one, several) in zip(sharing, _COUNTED, strict=True):
        if columns:
            where = view.where(sorted({each for every in columns for each in every}))
            said = view.say(one if len(columns) == 1 else several).format(count=len(columns), where=where)
            yield Paragraph((Text(said),), kind="pointer")


# ---------- Echoes ----------

_CONFIDENCE: dict[Confidence, tuple[ConfidenceMark, str]] = {
    "confirmed": ("confidence-4", N_("bekræftet")),
    "sure": ("confidence-3", N_("sikker")),
    "fairly_sure": ("confidence-2", N_("ret sikker")),
    "unsure": ("confidence-1", N_("usikker")),
}


def _echo(view: View, at: int, echo: Echo) -> Paragraph:
    """Lead to where another writes the same, or where this column writes about a topic that it has no text under."""
    _ = view.say
    passage = view.passages[echo.column].get(echo.section)
    place = words.place(passage, view.language) or _("et afsnit uden overskrift")
    said = _("Tilsvarende {where}: {place}").format(where=view.where([echo.column]), place=place)
    if echo.column == at:
        said = _("{name} skriver om det i {place}").format(name=view.names[at], place=place)
    kind, word = _CONFIDENCE[echo.confidence]
    link = Link(view.target(echo.column, echo.section), (Text(said),), kind="source")
    sure = Mark((Text(f"({_(word)})"),), kind, title=_(_EXPLAINED[kind == "confidence-4"]))
    return Paragraph((link, Text(" "), sure), kind="pointer")


_EXPLAINED = (N_("Fundet ud fra ordene i de to afsnit"), N_("Et menneske har set på det"))
