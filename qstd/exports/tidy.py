"""A comparison in tidy form: one line for each value, its number, unit and date beside what a reader sees.

A standard that has no value for a kind of fact has one line too, which says in which of the four ways it is silent. So
every line can be counted, and none has to be known to be missing.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from qstd.exports.words import Words, spaced
from qstd.model import facts as f
from qstd.model.comparison import Column, Comparison, FactCell, FactRow, Flag, Passage, PropertyRow, passages


@dataclass(frozen=True, slots=True)
class Quantity:
    """What a fact says in figures, its unit and bound as keys; `to` is the upper end of a range. All may be missing."""

    number: Decimal | None = None
    to: Decimal | None = None
    unit: str = ""
    per: str = ""
    day_kind: str = ""
    bound: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """One value of one standard, or its silence, in words for people; `column` is its place in the comparison."""

    column: int
    name: str
    title: str
    ref: str
    group: str
    subject: str
    role: str
    state: str
    value: str = ""
    quantity: Quantity = Quantity()
    date: dt.date | None = None
    place: str = ""
    quote: str = ""
    flags: str = ""


Cell = str | Decimal | dt.date | None


def head(words: Words) -> tuple[str, ...]:
    """Return what heads each cell of a line."""
    _ = words.say
    return (
        *(_("Kommune"), _("Standard"), _("Reference"), _("Gruppe"), _("Oplysning"), _("Rolle"), _("Tilstand")),
        *(_("Værdi"), _("Tal"), _("Tal til"), _("Enhed"), _("Pr."), _("Dagtype"), _("Grænse"), _("Dato")),
        *(_("Afsnit"), _("Ordlyd"), _("Flag")),
    )


def cells(line: Line, words: Words) -> tuple[Cell, ...]:
    """Return a line as the cells of a table: text, numbers and dates as what they are."""
    own, label = line.quantity, words.label
    return (
        *(line.name, line.title, line.ref, line.group, line.subject, line.role, line.state, line.value),
        *(own.number, own.to, label("unit", own.unit), label("per", own.per), label("day_kind", own.day_kind)),
        *(label("bound", own.bound), line.date, line.place, line.quote, line.flags),
    )


def in_order(comparison: Comparison) -> list[int]:
    """Return the columns as people read them: the statute first."""
    return sorted(range(len(comparison.columns)), key=lambda at: not comparison.columns[at].is_law)


def grouped(comparison: Comparison, words: Words) -> list[FactRow]:
    """Return the rows of facts in the order of a page, which is that of their groups."""
    order = {name: at for at, name in enumerate(words.groups)}
    return sorted(comparison.facts, key=lambda row: order.get(words.group(row.kind, row.role), len(order)))


def tidy(comparison: Comparison, words: Words) -> Iterator[Line]:
    """Yield the lines row by row, in each the standards in order; the document's own properties come last."""
    names = words.names(comparison.columns)
    sections = [passages(comparison, at) for at in range(len(comparison.columns))]
    for row in grouped(comparison, words):
        for at in in_order(comparison):
            yield from _lines(comparison, row, at, names[at], sections[at], words)
    for each in comparison.properties:
        for at in in_order(comparison):
            yield _property(comparison.columns[at], each, at, names[at], words)


def state_key(column: Column, cell: FactCell) -> str:
    """Return which word says how a cell is: the four states, and what is no real silence."""
    if cell.state != "absent":
        return cell.state
    if cell.section:
        return "in_own_words"
    if column.is_law:
        return "not_in_law"
    return "absent" if column.has_facts else "unfilled"


def flag_text(comparison: Comparison, flag: Flag, words: Words) -> str:
    """Return a flag with its reason; the column of the statute is named as it heads its column."""
    law = next((each for each in comparison.columns if each.ref == flag.law), None)
    return spaced(words.flag(flag, law))


def _lines(
    comparison: Comparison, row: FactRow, at: int, name: str, sections: dict[str, Passage], words: Words
) -> Iterator[Line]:
    column, cell = comparison.columns[at], row.cells[at]
    head = (at, name, column.title, column.ref, words.group(row.kind, row.role), spaced(words.kind(row.kind, row.role)))
    role, state = words.label("role", row.role), words.label("state", state_key(column, cell))
    flags = " ".join(flag_text(comparison, each, words) for each in cell.flags)
    if not cell.facts:
        place = place_of(sections.get(cell.section), words)
        yield Line(*head, role, state, value=cell.quote, place=place, quote=cell.quote, flags=flags)
    for fact in cell.facts:
        yield Line(
            *head,
            role,
            state,
            value=spaced("; ".join((words.fact(fact), *words.details(fact)))),
            quantity=quantity(fact),
            place=place_of(sections.get(fact.evidence.section), words),
            quote=fact.evidence.quote,
            flags=flags,
        )


def _property(column: Column, row: PropertyRow, at: int, name: str, words: Words) -> Line:
    said = row.cells[at]
    state = "stated" if said else "not_in_law" if column.is_law else "absent"
    return Line(
        column=at,
        name=name,
        title=column.title,
        ref=column.ref,
        group=words.group("", ""),
        subject=words.property(row.name),
        role="",
        state=words.label("state", state),
        value=spaced(words.date(said)),
        date=_date(said),
    )


def place_of(passage: Passage | None, words: Words) -> str:
    """Return where a passage stands with its heading: "afsnit 6: Hvad koster det?"; a bare "3.1" is a date to Excel."""
    if passage is None:
        return ""
    place = spaced(words.place(passage))
    return ": ".join(filter(None, (place, passage.heading))) if passage.heading not in place else place


def _date(text: str) -> dt.date | None:
    if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII):
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def quantity(fact: f.AnyFact) -> Quantity:
    """Return what a fact says in figures."""
    match fact:
        case f.Age():
            return Quantity(_whole(fact.min), _whole(fact.max), "age")
        case f.Deadline():
            days = fact.day_kind if fact.unit == "day" else ""
            return Quantity(_whole(fact.value), _whole(fact.value_to), fact.unit or "", "", days, fact.bound)
        case f.Extent():
            return Quantity(fact.amount, None, fact.unit or "", fact.per or "", "", fact.bound)
        case f.Price() if fact.amount is not None:
            return Quantity(fact.amount, None, "krone", fact.per or "", "", "max" if fact.mode == "capped" else "")
        case f.FollowUp() if fact.interval:
            return _length(fact.interval)
        case f.Complaint() if fact.period:
            return _length(fact.period)
    return Quantity()


def _whole(number: int | None) -> Decimal | None:
    return None if number is None else Decimal(number)


# By which units a duration names: the unit that it is told in, and what each of the two counts in that.
_LENGTHS = {
    "Y": ("year", {"Y": 1}),
    "M": ("month", {"M": 1}),
    "W": ("week", {"W": 1}),
    "D": ("day", {"D": 1}),
    "MY": ("month", {"Y": 12, "M": 1}),
    "DW": ("day", {"W": 7, "D": 1}),
}


def _length(iso: str) -> Quantity:
    """A year and six months are 18 months; months and days cannot be told in one another, so there is no number."""
    parts = re.findall(r"(\d+)([YMWD])", iso)
    unit, factors = _LENGTHS.get("".join(sorted({unit for _, unit in parts})), ("", {}))
    if not unit:
        return Quantity()
    return Quantity(Decimal(sum(int(count) * factors[part] for count, part in parts)), None, unit)
