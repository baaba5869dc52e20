"""What two sequences have in common, in time that grows with their length and not with its square."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Hashable, Sequence
from difflib import SequenceMatcher

_MOST = 4_000_000  # pairs of lines that are worth a close look where no line stands out


def rising(numbers: Sequence[int]) -> list[int]:
    """Return the indexes of a longest rising part of different numbers."""
    ends: list[int] = []  # the lowest number that ends a rising part of each length, and the index of it
    at: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        place = bisect_left(ends, number)
        before.append(at[place - 1] if place else -1)
        ends[place : place + 1] = [number]
        at[place : place + 1] = [index]
    found = []
    index = at[-1] if at else -1
    while index >= 0:
        found.append(index)
        index = before[index]
    return found[::-1]


def matching(a: Sequence[Hashable], b: Sequence[Hashable]) -> dict[int, int]:
    """Return which items of `b` are which of `a`, rising on both sides. Lines that stand once in both hold the rest."""
    found: dict[int, int] = {}
    gaps = [(0, len(a), 0, len(b))]
    while gaps:
        low, high, start, end = _within_equal_ends(a, b, gaps.pop(), found)
        if low == high or start == end:
            continue
        anchors = _anchors(a[low:high], b[start:end])
        if not anchors:
            found.update((low + i, start + j) for i, j in _closely(a[low:high], b[start:end]))
            continue
        last = (low, start)
        for i, j in [*anchors, (high - low, end - start)]:
            here = (low + i, start + j)
            gaps.append((last[0], here[0], last[1], here[1]))
            last = here  # an anchor is the equal start of the part after it
    return found


def _within_equal_ends(
    a: Sequence[Hashable], b: Sequence[Hashable], gap: tuple[int, int, int, int], found: dict[int, int]
) -> tuple[int, int, int, int]:
    low, high, start, end = gap
    while low < high and start < end and a[low] == b[start]:
        found[low] = start
        low, start = low + 1, start + 1
    while low < high and start < end and a[high - 1] == b[end - 1]:
        high, end = high - 1, end - 1
        found[high] = end
    return low, high, start, end


def _anchors(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Return the longest rising part of the items that stand once in each."""
    once = {item for item, count in Counter(a).items() if count == 1}
    once &= {item for item, count in Counter(b).items() if count == 1}
    there = {item: index for index, item in enumerate(b) if item in once}
    pairs = [(index, there[item]) for index, item in enumerate(a) if item in once]
    return [pairs[each] for each in rising([j for _, j in pairs])]


def _closely(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
    if len(a) * len(b) > _MOST:
        return []
    blocks = SequenceMatcher(None, a, b, autojunk=False).get_matching_blocks()
    return [(block.a + each, block.b + each) for block in blocks for each in range(block.size)]
