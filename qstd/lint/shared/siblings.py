"""The standards of one municipality beside each other: what a rule notes of each, and which of two speaks.

A rule that lays a standard beside all others would read each of them as often as there are standards; so what it noted is
kept.
"""

from collections.abc import Callable, Iterator
from typing import TypeVar

from qstd.lint.rule import Around
from qstd.lint.shared.kept import keeping
from qstd.model.standard import Standard

T = TypeVar("T")
_KEPT = 4096


def noted(look: Callable[[Standard, Around], T]) -> Callable[[Standard, Around], T]:
    """Make of a function over a standard, and the shared texts around it, one that looks at each standard only once."""
    return keeping(_KEPT)(look)


def earlier(standard: Standard, around: Around) -> Iterator[Standard]:
    """Yield the other standards whose title comes first; those with the same title too. So of two standards one speaks
    of what lies between them, and where nothing tells them apart, both do.
    """
    own = order(standard)
    return (each for each in around.others if order(each) <= own)


def order(standard: Standard) -> tuple[str, str]:
    """Return by what standards are told apart and sorted."""
    return standard.title.casefold(), standard.service
