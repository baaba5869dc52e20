"""The facts of a standard that a rule may rest on: those that are no mere proposals."""

from collections.abc import Iterator
from typing import TypeVar

from qstd.model.facts import AnyFact
from qstd.model.standard import Standard

T = TypeVar("T", bound=AnyFact)


def of_kind(standard: Standard, kind: type[T]) -> Iterator[tuple[int, T]]:
    """Yield the facts of a kind with their index in the file."""
    for index, fact in enumerate(standard.facts):
        if isinstance(fact, kind) and not fact.proposed:
            yield index, fact
