"""How alike two texts are, and what differs: the only door to rapidfuzz.

A text is a string in which every code point stands for one word (or any other unit): whoever asks decides what a unit
is, and gives equal units the same code point.
"""

from collections.abc import Callable
from functools import cache
from types import ModuleType


def matches(a: str, b: str) -> list[tuple[int, int, int]]:
    """Return the runs that both texts have, a longest common subsequence: (start in `a`, start in `b`, length)."""
    return [(each.a, each.b, each.size) for each in _indel().editops(a, b).as_matching_blocks()[:-1]]


def common(a: str, b: str) -> int:
    """Return how many units both texts have in common, in the same order."""
    return _similarity()(a, b)


def ratio(a: str, b: str, cutoff: float = 0.0) -> float:
    """Return the share of the units of both texts that they have in common, in the same order; 0.0 where that is below
    `cutoff`. Two empty texts are alike (1.0).
    """
    return float(_indel().normalized_similarity(a, b, score_cutoff=cutoff))


@cache
def _indel() -> ModuleType:
    """Load the library when two texts are first compared: reading and checking standards never needs it."""
    from rapidfuzz.distance import Indel

    return Indel


@cache
def _similarity() -> Callable[[str, str], int]:
    from rapidfuzz.distance import LCSseq

    return LCSseq.similarity
