"""The sheets of a comparison as plain tables, before any spreadsheet library knows of them.

With few standards these come first and what sums them up stands to the right; with many it is the other way round,
since nobody reads across a hundred columns.
"""

import datetime as dt
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from qstd.exports import tidy
from qstd.exports.readable import body_text
from qstd.exports.tidy import in_order
from qstd.exports.words import Words, spaced
from qstd.model.comparison import (
    Column,
    Comparison,
    FactCell,
    FactRow,
    Passage,
    PropertyRow,
    SharedText,
    Spread,
    TopicCell,
    TopicRow,
    passages,
)

N_ = str  # marks a Danish text that is translated where it is shown

FEW = 8
_LONGEST = 80  # characters of an answer in the column that counts answers; the cells have it whole
_MOST_NAMED = 8  # answers; the rest is counted together, and so is what only one standard says where there are more

_NO_RATE = ("total", "min", "max")  # what an amount is for, where that is no "per": all in all, an end of the ages
_STATES = {
    "stated": N_("Standarden siger det. Værdien står i cellen."),
    "none": N_("Standarden siger selv, at der ikke er noget, fx »ingen«."),
    "empty": N_("Overskriften står der, men der er ingen tekst under den."),
    "absent": N_("Standarden nævner det ikke."),
    "in_own_words": N_("Standarden skriver om emnet, men uden en værdi, der kan sammenlignes."),
    "unfilled": N_("Oplysningerne er ikke trukket ud af teksten endnu. Det betyder ikke, at standarden tier."),
}
_NOTES = {
    N_("Vurdering"): N_(
        "Om standarderne siger det samme. »Kan ikke sammenlignes« står, hvor svarene er i forskellige enheder eller "
        "regnes i forskellige slags dage."
    ),
    N_("Oplysninger"): N_(
        "En række for hver oplysning og en kolonne for hver standard. »Fordeling« tæller kommunernes svar. »Lavest«, "
        "»Midterste« og »Højest« er i den enhed, som flest bruger."
    ),
    N_("Værdier"): N_("En række for hver værdi, med rigtige tal og datoer, til filtre og pivottabeller."),
    N_("Afsnit"): N_("Standardernes egne ord, emne for emne."),
    N_("Samme ord"): N_("Tekst, som flere standarder har ord for ord eller næsten."),
    N_("Lange tekster"): N_(
        "En celle kan rumme 32.767 tegn. En længere tekst fortsætter i rækken under, og begge steder står der »(fortsat)«."
    ),
    N_("Tegn"): N_("Styretegn, som en regnearksfil ikke kan rumme, er vist som ␀, ␁ og så videre."),
}

Kind = Literal["name", "text", "law", "word", "number", "percent", "date"]


@dataclass(frozen=True, slots=True)
class Said:
    """A cell that says nothing of its own, or little: quiet words of ours."""

    text: str


Cell = str | Said | Decimal | float | dt.date | None
Row = tuple[Cell, ...]
_Column = tuple[str, Kind, int]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: the first column names the row. Each column has a kind (`law` is the statute's) and a width in
    characters; `filters` tells whether people sort and filter it.
    """

    name: str
    head: tuple[str, ...]
    rows: tuple[Row, ...]
    kinds: tuple[Kind, ...]
    widths: tuple[int, ...]
    filters: bool = True


@dataclass(frozen=True, slots=True)
class _View:
    comparison: Comparison
    words: Words
    order: list[int]
    names: Sequence[str]
    sections: list[dict[str, Passage]]

    @property
    def own(self) -> list[int]:
        """The municipalities' columns."""
        return [at for at in self.order if not self.comparison.columns[at].is_law]


def sheets(comparison: Comparison, words: Words, title: str, made: str) -> tuple[Sheet, ...]:
    """Return the sheets in the order of the workbook."""
    every = range(len(comparison.columns))
    view = _View(
        comparison,
        words,
        in_order(comparison),
        words.names(comparison.columns),
        [passages(comparison, at) for at in every],
    )
    return _facts(view), _values(view), _texts(view), _shared(view), _about(view, title, made)


def _sheet(name: str, columns: Sequence[_Column], rows: Sequence[Row], filters: bool = True) -> Sheet:
    heads, kinds, widths = zip(*columns, strict=True)
    return Sheet(name, heads, tuple(rows), kinds, widths, filters)


def _own(view: _View, width: int) -> list[_Column]:
    """The columns of the standards."""
    return [(view.names[at], "law" if view.comparison.columns[at].is_law else "text", width) for at in view.order]


# ---------- Facts and properties ----------


def _facts(view: _View) -> Sheet:
    _ = view.words.say
    verdict: list[_Column] = [(_("Vurdering"), "word", 14)]
    first: list[_Column] = [(_("Oplysning"), "name", 24), (_("Gruppe"), "word", 16), *verdict]
    sums: list[_Column] = [
        (_("Fordeling"), "text", 34),
        (_("Lavest"), "number", 9),
        (_("Midterste"), "number", 11),
        (_("Højest"), "number", 9),
        (_("Enhed"), "text", 14),
        (_("Bemærkning"), "text", 26),
    ]
    own = _own(view, 34)
    rows = [(_fact_start(view, row), _fact_sums(view, row), _fact_cells(view, row)) for row in _rows(view)]
    rows += [_property_parts(view, row) for row in view.comparison.properties]
    few = len(own) <= FEW
    return _sheet(
        _("Oplysninger"),
        [*first, *(own + sums if few else sums + own)],
        [(*start, *(said + summed if few else summed + said)) for start, summed, said in rows],
    )


def _rows(view: _View) -> list[FactRow]:
    return tidy.grouped(view.comparison, view.words)


def _fact_start(view: _View, row: FactRow) -> Row:
    words = view.words
    name = spaced(words.kind(row.kind, row.role))
    return name, words.group(row.kind, row.role), words.label("verdict", row.verdict)


def _fact_cells(view: _View, row: FactRow) -> Row:
    return tuple(_fact_cell(view, at, row.cells[at]) for at in view.order)


def _fact_cell(view: _View, at: int, cell: FactCell) -> Cell:
    """A cell has each value with its details, a line each; then where it gives less than the statute."""
    words = view.words
    state = tidy.state_key(view.comparison.columns[at], cell)
    if not cell.facts:
        said = cell.quote or words.label("state", state)
        place = tidy.place_of(view.sections[at].get(cell.section), words)
        return Said(f"{said} ({place})" if place else said)
    values = dict.fromkeys("\n".join((words.fact(each), *words.details(each))) for each in cell.facts)
    flags = (f"▲ {tidy.flag_text(view.comparison, each, words)}" for each in cell.flags)
    return spaced("\n\n".join((*values, *flags)))


def _fact_sums(view: _View, row: FactRow) -> Row:
    words = view.words
    note = words.label("note", row.note) if row.note else ""
    spreads = sorted(row.spreads, key=lambda each: -each.count)
    others = [spaced(words.spread(each)) for each in spreads[1:]]
    answers = " · ".join((*_answers(view, row), *others))
    if not spreads:
        return answers, None, None, None, "", note
    first = spreads[0]
    return answers, first.low, first.median, first.high, _unit(first, words), note


def _unit(spread: Spread, words: Words) -> str:
    unit, per = words.label("unit", spread.unit), words.label("per", spread.per)
    if spread.per in _NO_RATE:
        return f"{unit}, {per}"
    return words.say("{unit} pr. {per}").format(unit=unit, per=per) if per else unit


def _answers(view: _View, row: FactRow) -> Iterator[str]:
    """Count the municipalities' answers, the most frequent first, then those that are silent, by how they are."""
    words, cells = view.words, row.cells
    answering = Counter(row.groups[at] for at in view.own if row.groups and row.groups[at])
    ranked = sorted(answering, key=lambda group: (-answering[group], group))
    shown = ranked if len(ranked) <= _MOST_NAMED else [each for each in ranked[:_MOST_NAMED] if answering[each] > 1]
    short = {group: _answer(view, row, group) for group in shown}
    alike = {text for text, count in Counter(short.values()).items() if count > 1}
    for group in shown:
        yield f"{_answer(view, row, group, short[group] in alike)}: {answering[group]}"
    if rest := sum(answering.values()) - sum(answering[each] for each in shown):
        yield words.say("andre svar: {count}").format(count=rest)
    silent = [at for at in view.own if cells[at].state in ("empty", "absent")]
    states = Counter(tidy.state_key(view.comparison.columns[at], cells[at]) for at in silent)
    yield from (f"{words.label('state', state)}: {count}" for state, count in sorted(states.items()))


def _answer(view: _View, row: FactRow, group: int, whole: bool = False) -> str:
    """Say an answer in short; with its details where two answers differ in those only."""
    words = view.words
    cell = row.cells[next(at for at in view.own if row.groups[at] == group)]
    values = ("; ".join((words.fact(each), *(words.details(each) if whole else ()))) for each in cell.facts)
    text = spaced(", ".join(dict.fromkeys(values)) or cell.quote)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def _property_parts(view: _View, row: PropertyRow) -> tuple[Row, Row, Row]:
    words = view.words
    start = (words.property(row.name), words.group("", ""), words.label("verdict", row.verdict))
    said = tuple(_property_cell(view, at, row.cells[at]) for at in view.order)
    return start, ("", None, None, None, "", ""), said


def _property_cell(view: _View, at: int, said: str) -> Cell:
    if said:
        return spaced(view.words.date(said))
    return Said(view.words.label("state", "not_in_law" if view.comparison.columns[at].is_law else "absent"))


# ---------- Values ----------


def _values(view: _View) -> Sheet:
    kinds: list[Kind] = ["name", "word", "word", "word", "word", "word", "word", "text", "number", "number"]
    kinds += ["text", "text", "text", "text", "date", "text", "text", "text"]
    widths = (16, 30, 30, 17, 24, 20, 20, 34, 9, 9, 12, 10, 14, 12, 12, 28, 50, 34)
    lines = tidy.tidy(view.comparison, view.words)
    return _sheet(
        view.words.say("Værdier"),
        list(zip(tidy.head(view.words), kinds, widths, strict=True)),
        [tidy.cells(each, view.words) for each in lines],
    )


# ---------- Sections ----------


def _texts(view: _View) -> Sheet:
    _ = view.words.say
    first: list[_Column] = [(_("Emne"), "name", 24), (_("Vurdering"), "word", 14)]
    rows = [(*_topic_start(view, row), *_topic_cells(view, row)) for row in view.comparison.topics]
    return _sheet(_("Afsnit"), [*first, *_own(view, 70)], rows)


def _topic_start(view: _View, row: TopicRow) -> Row:
    words = view.words
    headings = (passage.heading for cell in row.cells for passage in cell.passages)
    name = words.topic(row.topic) if row.topic else next(filter(None, headings), words.say("Uden overskrift"))
    return name, words.label("verdict", row.verdict)


def _topic_cells(view: _View, row: TopicRow) -> Row:
    return tuple(_topic_cell(view, at, row.cells[at]) for at in view.order)


def _topic_cell(view: _View, at: int, cell: TopicCell) -> Cell:
    """Where a standard has no text on a topic, the cell tells where else it writes about that."""
    parts = [_passage(each, view.words) for each in cell.passages]
    if not parts:
        parts = [view.words.label("state", "no_section")]
    for echo in cell.echoes:
        if echo.column == at:
            place = tidy.place_of(view.sections[at].get(echo.section), view.words)
            sure = view.words.label("confidence", echo.confidence)
            parts.append(view.words.say("Skriver om det i {place} ({sure})").format(place=place, sure=sure))
    text = "\n\n".join(parts)
    return text if cell.state in ("stated", "none") else Said(text)


def _passage(passage: Passage, words: Words) -> str:
    number = f"{passage.number}." if passage.number.isdigit() else passage.number
    heading = " ".join(filter(None, (number, passage.heading)))
    audience = words.say("Skrevet til fagfolk") if passage.audience == "professional" else ""
    body = body_text(passage.body) or passage.body.strip() or words.label("state", "empty")
    return "\n".join(filter(None, (heading, audience, body)))


# ---------- Texts that several have ----------


def _shared(view: _View) -> Sheet:
    _ = view.words.say
    columns: list[_Column] = [
        (_("Nr."), "number", 6),
        (_("Fælles ordlyd"), "text", 60),
        (_("Kommune"), "word", 18),
        (_("Afsnit"), "word", 30),
        (_("Lighed"), "percent", 9),
        (_("Sådan står der"), "text", 60),
    ]
    rows = [row for number, each in enumerate(view.comparison.shared, 1) for row in _copies(view, number, each)]
    return _sheet(_("Samme ord"), columns, rows)


def _copies(view: _View, number: int, shared: SharedText) -> Iterator[Row]:
    for copy in sorted(shared.copies, key=lambda each: view.order.index(each.column)):
        place = tidy.place_of(view.sections[copy.column].get(copy.section), view.words)
        alike = copy.text == shared.text
        own = Said(view.words.say("Ord for ord")) if alike else copy.text
        yield Decimal(number), shared.text, view.names[copy.column], place, copy.similarity, own


# ---------- About ----------


def _about(view: _View, title: str, made: str) -> Sheet:
    _ = view.words.say
    rows: list[Row] = [(_("Sammenligning"), spaced(title))]
    if made:
        rows.append((_("Lavet"), spaced(view.words.date(made))))
    rows += [(view.names[at], _described(view.comparison.columns[at], view.words)) for at in view.order]
    rows += [(view.words.label("state", state), _(meaning)) for state, meaning in _STATES.items()]
    rows += [(_(name), _(meaning)) for name, meaning in _NOTES.items()]
    return _sheet(_("Om"), [(_("Om"), "name", 26), (_("Forklaring"), "text", 100)], rows, filters=False)


def _described(column: Column, words: Words) -> str:
    approved = column.approval.date if column.approval else None
    day = words.say("godkendt {date}").format(date=words.date(approved.isoformat())) if approved else ""
    status = words.label("status", column.status) if not column.is_law else ""
    return spaced(" · ".join(filter(None, (column.title, column.ref, status, day))))
