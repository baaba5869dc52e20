"""The facts of a standard that a rule may rest on: those that are no mere proposals."""

from collections.abc import Iterator
from typing import TypeVar

from qstd.model.facts import AnyFact
from qstd.model.standard import Standard

T = TypeVar("T", bound=AnyFact)


class _Last:
    """The facts of the standard that was asked of last, by kind: rules ask one after the other."""

    standard: Standard | None = None
    by_kind: dict[type, list[tuple[int, AnyFact]]]


def of_kind(standard: Standard, kind: type[T]) -> Iterator[tuple[int, T]]:
    """Yield the facts of a kind with their index in the file."""
    if _Last.standard is not standard:
        by_kind: dict[type, list[tuple[int, AnyFact]]] = {}
        for index, fact in enumerate(standard.facts):
            if not fact.proposed:
                by_kind.setdefault(type(fact), []).append((index, fact))
        _Last.standard, _Last.by_kind = standard, by_kind
    yield from _Last.by_kind.get(kind, ())  # type: ignore[misc]  # they are of that kind
