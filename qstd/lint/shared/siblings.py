"""The standards of one municipality beside each other: what a rule notes of each, and which of two speaks.

A rule that lays a standard beside all others would read each of them as often as there are standards; so what it noted is
kept. It is found again by the very record: comparing two standards word for word would take longer than reading them.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from qstd.lint.rule import Around
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

T = TypeVar("T")
_KEPT = 4096


def noted(look: Callable[[Standard, Around], T]) -> Callable[[Standard, Around], T]:
    """Make of a function over a standard, and the shared texts around it, one that looks at each standard only once."""
    # The records stand beside what was noted, so that no other record can come to have their number while it is kept.
    kept: dict[tuple[int, int], tuple[T, Standard, Municipality | None]] = {}

    def at_once(standard: Standard, around: Around) -> T:
        number = id(standard), id(around.municipality)
        found = kept.get(number)
        if found is None:
            if len(kept) >= _KEPT:
                kept.clear()
            found = kept[number] = look(standard, around), standard, around.municipality
        return found[0]

    return at_once


def earlier(standard: Standard, around: Around) -> Iterator[Standard]:
    """Yield the other standards whose title comes first; those with the same title too. So of two standards one speaks
    of what lies between them, and where nothing tells them apart, both do.
    """
    own = order(standard)
    return (each for each in around.others if order(each) <= own)


def order(standard: Standard) -> tuple[str, str]:
    """Return by what standards are told apart and sorted."""
    return standard.title.casefold(), standard.service
