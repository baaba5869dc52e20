"""What was found out of a standard, kept for the rules that ask for it next.

It is found again by the very record: to compare two standards word for word, or to reckon the hash of one, would take
longer than most of what is kept here.
"""

from collections.abc import Callable
from typing import Concatenate, ParamSpec, TypeVar, cast

from qstd.lint.rule import Around
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

T = TypeVar("T")
P = ParamSpec("P")
Look = Callable[Concatenate[Standard, Around, P], T]
_FEW = 64  # more than a municipality has: its standards are laid beside each other
_ALL: list[dict[tuple[object, ...], object]] = []


def forget() -> None:
    """Forget all that is kept: for a program that goes on looking at ever new texts."""
    for each in _ALL:
        each.clear()


def kept(look: Look[P, T]) -> Look[P, T]:
    """Make of a function over a standard, and the shared texts around it, one that keeps what it said of the last few."""
    return keeping(_FEW)(look)


def keeping(most: int) -> Callable[[Look[P, T]], Look[P, T]]:
    """Make `kept` for another number of standards."""

    def decorate(look: Look[P, T]) -> Look[P, T]:
        # The records stand beside what is kept, so that no other record can come to have their number meanwhile.
        known: dict[tuple[object, ...], tuple[T, Standard, Municipality | None]] = {}
        _ALL.append(cast("dict[tuple[object, ...], object]", known))

        def at_once(standard: Standard, around: Around, /, *more: P.args, **none: P.kwargs) -> T:
            key = id(standard), id(around.municipality), *more
            found = known.get(key)
            if found is None:
                if len(known) >= most:
                    known.clear()
                found = known[key] = look(standard, around, *more, **none), standard, around.municipality
            return found[0]

        return at_once

    return decorate
