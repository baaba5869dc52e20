"""What facts say, whoever says it first and in whatever words: values that are equal where the facts mean the same."""

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import fields
from functools import lru_cache
from itertools import combinations, product
from typing import Any, NamedTuple, get_args

from qstd.compare.hollow import folded
from qstd.compare.quantities import Dimension, Doubt, Quantity, dimension, doubt, in_base, length, quantity
from qstd.model.facts import FACT_KINDS, AnyFact, TargetGroup

# The fields that a quantity takes the place of, and those that hold a duration.
_MEASURED = {
    "deadline": {"value", "value_to", "unit", "day_kind"},
    "extent": {"amount", "unit", "per"},
    "price": {"amount", "per"},
    "follow_up": {"interval"},
    "complaint": {"period"},
}
_DURATIONS = {"interval", "offsets", "period"}
_NAMES = {
    kind: tuple(each.name for each in fields(record) if each.name != "evidence")
    for kind, record in zip(FACT_KINDS, get_args(AnyFact), strict=True)
}


class Said(NamedTuple):
    """What one fact says: its quantity in base units, and all else."""

    rest: Hashable
    quantity: Quantity | None


Meaning = frozenset[Said]
Dimensions = frozenset[Dimension]


def meaning(facts: Iterable[AnyFact]) -> Meaning:
    """Return what several facts say together, in any order."""
    return frozenset(map(said, facts))


def said(fact: AnyFact) -> Said:
    """Return what a fact says; where it was read and how it was put makes no difference."""
    found = quantity(fact)
    skipped = _MEASURED.get(fact.kind, set()) if found or fact.kind == "deadline" else set()
    if isinstance(fact, TargetGroup) and fact.groups:
        skipped = {"text"}  # the groups say it; `text` is how the municipality puts it
    rest = tuple([_plain(name, getattr(fact, name)) for name in _NAMES[fact.kind] if name not in skipped])
    return Said(rest, in_base(found) if found else None)


def _plain(name: str, value: Any) -> Hashable:
    """Several names or times count in any order; words count without regard to capitals and white space."""
    kind = value.__class__
    if kind is str:
        return length(value) if name in _DURATIONS else words(value)
    return frozenset([_plain(name, each) for each in value]) if kind is tuple else value


@lru_cache(maxsize=4096)  # most are names that many standards have, and words of the controlled vocabularies
def words(text: str) -> str:
    """Return the words of a value that is given in words, as they are compared."""
    return folded(text).casefold().rstrip(".")


class Comparability(NamedTuple):
    """Whether at least two of some answers certainly differ, and why others cannot be told apart."""

    differ: bool
    note: Doubt


def comparability(answers: Sequence[Meaning]) -> Comparability:
    """Judge different answers by one another. Where each of two states something in a dimension that the other does
    not, that may be beyond comparing; all other answers certainly differ.
    """
    dimensions: dict[Dimensions, list[Meaning]] = {}
    for each in answers:
        dimensions.setdefault(_dimensions(each), []).append(each)
    crossing = [(one, other) for one, other in combinations(dimensions, 2) if one - other and other - one]
    count = len(dimensions)
    differ = len(answers) > count or len(crossing) < count * (count - 1) // 2
    notes: set[Doubt] = set()
    for mine, its in crossing:
        for one, other in product(dimensions[mine], dimensions[its]):
            if differ and "units" in notes:
                break
            found = _unresolved(one, other, mine & its)
            notes.add(found)
            differ = differ or not found or not _only_doubtful(one - other, other - one)
    return Comparability(differ, _first(notes))


def _dimensions(answer: Meaning) -> Dimensions:
    return frozenset(dimension(each.quantity) for each in answer if each.quantity)


def _unresolved(one: Meaning, other: Meaning, shared: Dimensions) -> Doubt:
    """Return why what only the one states cannot be held against what only the other does."""
    mine, its = (
        [each.quantity for each in answer if each.quantity and dimension(each.quantity) not in shared]
        for answer in (one, other)
    )
    return _first({doubt(a, b) for a, b in product(mine, its)})


def _first(doubts: set[Doubt]) -> Doubt:
    """Of several doubts the weightiest is told."""
    return "units" if "units" in doubts else "day_kinds" if "day_kinds" in doubts else ""


def _only_doubtful(mine: Meaning, its: Meaning) -> bool:
    """Tell whether all that two answers differ in are quantities that cannot be told apart."""
    if Counter(each.rest for each in mine) != Counter(each.rest for each in its):
        return False
    pairs = [(a.quantity, b.quantity) for a, b in product(mine, its) if a.rest == b.rest]
    return all(a is not None and b is not None and doubt(a, b) != "" for a, b in pairs)
