"""Facts that are quantities, and which of two is the greater: told only where it is certain.

Conversions are those that always hold: a week is seven days, a year twelve months, an hour sixty minutes. Quantities of
one dimension are compared as numbers. Times of different dimensions (working days, days that are not said to be either,
months) are compared by the fewest and the most calendar days that they can be: eight days are less than two months, but
of seven days and five working days nobody can tell. Amounts and prices of different units are not compared at all.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Literal, NamedTuple

from qstd.model.comparison import Spread, Unit
from qstd.model.facts import Age, AnyFact, Complaint, Deadline, Extent, FollowUp, Price

Doubt = Literal["", "units", "day_kinds"]
# What tells quantities apart that cannot be compared as numbers: the base unit, what it is for, the kind of day.
Dimension = tuple[str, str, str]

_BASES: dict[Unit, tuple[Unit, int]] = {
    "hour": ("minute", 60),
    "week": ("day", 7),
    "year": ("month", 12),
}
_ISO_UNITS: dict[str, Unit] = {"Y": "year", "M": "month", "W": "week", "D": "day"}


class Quantity(NamedTuple):
    """From `low` to `high` units, alike where it is one number. `per` is what an amount is for, or which end of an age
    it is; `days` is the kind of day, empty where no day is spoken of.
    """

    unit: Unit
    per: str
    low: Decimal
    high: Decimal
    days: str = ""


def quantity(fact: AnyFact) -> Quantity | None:
    """Return what a fact states in figures, in its own unit; ages are two ends and come from `ages`."""
    match fact:
        case Deadline() if fact.value is not None and fact.unit:
            return _span(fact, fact.value, fact.unit)
        case Extent() if fact.amount is not None and fact.unit:
            return Quantity(fact.unit, fact.per or "", fact.amount, fact.amount)
        case Price() if fact.amount is not None:
            return Quantity("krone", fact.per or "", fact.amount, fact.amount)
        case FollowUp() if fact.interval:
            return duration(fact.interval)
        case Complaint() if fact.period:
            return duration(fact.period)
    return None


def _span(fact: Deadline, value: int, unit: Unit) -> Quantity:
    """A week is a week whatever days it is counted in, and so is a month; hours may be those of working days."""
    low, high = sorted((value, value if fact.value_to is None else fact.value_to))
    counted = fact.day_kind if unit in ("hour", "day") else "unspecified" if unit == "week" else ""
    return Quantity(unit, "", Decimal(low), Decimal(high), counted)


def duration(text: str) -> Quantity | None:
    """Return an ISO 8601 duration as a quantity; None for one of months and days, which is of two dimensions."""
    counts = _counts(text)
    if len(counts) > 1:
        counts = dict(length(text))
    if len(counts) > 1:
        return None
    ((unit, count),) = counts.items()
    return Quantity(unit, "", count, count, "unspecified" if unit in ("week", "day") else "")


def length(text: str) -> tuple[tuple[Unit, Decimal], ...]:
    """Return an ISO 8601 duration in months and days; durations that mean the same are equal then."""
    sums: dict[Unit, Decimal] = {}
    for stated_in, count in _counts(text).items():
        unit, factor = _base_of(stated_in)
        sums[unit] = sums.get(unit, Decimal(0)) + count * factor
    return tuple(sorted(sums.items()))


def _counts(text: str) -> dict[Unit, Decimal]:
    counts: dict[Unit, Decimal] = {}
    for number, letter in re.findall(r"(\d+)([YMWD])", text):
        unit = _ISO_UNITS[letter]
        counts[unit] = counts.get(unit, Decimal(0)) + Decimal(number)
    return counts


def _base_of(unit: Unit) -> tuple[Unit, int]:
    return _BASES.get(unit, (unit, 1))


def in_base(quantity: Quantity) -> Quantity:
    """Return the quantity in the smallest unit that it can be told in; equal quantities are equal then."""
    if quantity.unit not in _BASES:
        return quantity
    unit, factor = _BASES[quantity.unit]
    return quantity._replace(unit=unit, low=quantity.low * factor, high=quantity.high * factor)


def dimension(quantity: Quantity) -> Dimension:
    """Return what quantities must share to be compared as numbers."""
    return _base_of(quantity.unit)[0], quantity.per, quantity.days


def order(one: Quantity, other: Quantity) -> int | None:
    """Tell which goes further, by their high ends: -1, 0 or 1 (the first one does); None where it cannot be told."""
    one, other = in_base(one), in_base(other)
    if dimension(one) == dimension(other):
        return (one.high > other.high) - (one.high < other.high)
    return _apart(one, one.high, other, other.high)


def doubt(one: Quantity, other: Quantity) -> Doubt:
    """Tell why two quantities cannot be told apart; empty where it is certain that they are alike or differ."""
    one, other = in_base(one), in_base(other)
    if dimension(one) == dimension(other):
        return ""
    if _apart(one, one.low, other, other.low) or _apart(one, one.high, other, other.high):
        return ""
    return "day_kinds" if one[:2] == other[:2] else "units"


def _apart(one: Quantity, mine: Decimal, other: Quantity, its: Decimal) -> int | None:
    if not (_passes(one) and _passes(other)):
        return None
    both_days = one.unit == other.unit == "day"
    (least, most), (fewest, longest) = _days(one, mine, both_days), _days(other, its, both_days)
    return 1 if least > longest else -1 if most < fewest else None


def _passes(quantity: Quantity) -> bool:
    """Tell whether it is time that passes, and not an amount of help or money."""
    return quantity.unit == "month" or quantity.days != ""


def _days(quantity: Quantity, number: Decimal, beside_days: bool) -> tuple[Decimal, Decimal]:
    """Return the fewest and the most calendar days that so many units can be.

    A day begun may count or not, so hours are a day less or more. Twice the number and five more is beyond any stretch
    of working days, Easter and Christmas included. Days of no stated kind may be working days where the kind of day is
    what the two differ in; beside months and hours they are days as everyone counts them.
    """
    if quantity.unit == "month":
        years, months = map(Decimal, divmod(int(number), 12))
        return years * 365 + months * 28, years * 366 + months * 31
    working = quantity.days == "working"
    least, most = number, number
    if quantity.unit == "minute":
        least, most = number / 1440 - 1, number / (420 if working else 1440) + 1
    loose = working or (beside_days and quantity.days == "unspecified")
    return least, most * 2 + 5 if loose else most


def ages(facts: Sequence[AnyFact]) -> Iterator[Quantity]:
    """Return the lower and the upper ends that are stated in years."""
    for fact in facts:
        if isinstance(fact, Age):
            for per, end in (("min", fact.min), ("max", fact.max)):
                if end is not None:
                    yield Quantity("age", per, Decimal(end), Decimal(end))


def stated(facts: Sequence[AnyFact]) -> dict[tuple[str, str, bool], Quantity]:
    """Return what one column states, by unit: of several quantities the one that goes furthest.

    Calendar days and days of no stated kind are shown in one unit; working days are another.
    """
    found: dict[tuple[str, str, bool], Quantity] = {}
    for each in (*filter(None, map(quantity, facts)), *ages(facts)):
        key = (_base_of(each.unit)[0], each.per, each.unit == "day" and each.days == "working")
        if key not in found or _further(each, found[key]):
            found[key] = each
    return found


def _further(one: Quantity, other: Quantity) -> bool:
    if one.per == "min" and one.unit == "age":
        return one.low < other.low
    return in_base(one).high > in_base(other).high


def spread(quantities: Sequence[Quantity]) -> Spread:
    """Return the lowest, the middle and the highest of quantities of one unit: in the unit that they all are stated in,
    else in the base unit. What is promised is the high end: "4-6 uger" promises 6.
    """
    units = {each.unit for each in quantities}
    shown = list(quantities) if len(units) == 1 else list(map(in_base, quantities))
    values = sorted(each.high for each in shown)
    first = shown[0]
    unit: Unit = "working_day" if first.unit == "day" and first.days == "working" else first.unit
    return Spread(unit, values[0], median(values), values[-1], len(values), first.per)


def median(values: Sequence[Decimal]) -> Decimal:
    """Return the middle of sorted numbers, or the mean of the two in the middle."""
    half = len(values) // 2
    return values[half] if len(values) % 2 else (values[half - 1] + values[half]) / 2
