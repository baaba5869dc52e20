"""Leaves between two fixed points, paired by the words that they have in common, in order.

The longest common subsequence of all the words shows where each leaf went: one to one, split over several, or joined.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from qstd.compare.matching import matches
from qstd.compare.versions.spine import spine
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run

Pairing = tuple[tuple[int, ...], tuple[int, ...]]

ROOM = 1 << 29
"""Bits that a table of common words or leaves may take."""
# Of the content words of both leaves, or of the shorter one, this share is common where one is a version of the other.
_LIKE, _WITHIN = 0.4, 0.7
_FEW = 4  # content words; a leaf with fewer must be like, not only within


def paired(old: Text, new: Text, olds: range, news: range) -> Iterator[Pairing]:
    """Yield the leaves that are versions of each other."""
    first, last = old.offsets[olds.start], old.offsets[olds.stop]
    start, stop = new.offsets[news.start], new.offsets[news.stop]
    if (last - first) * (stop - start) > ROOM:
        yield from _coarse(old, new, olds, news)
        return
    shared = _shared(
        old, new, [(first + i, start + j, n) for i, j, n in matches(old.code[first:last], new.code[start:stop])]
    )
    pairs = [
        (a, b)
        for (a, b), common in shared.items()
        if old.shapes[a] == new.shapes[b] and _is_enough(common, old.units[a].sums[-1], new.units[b].sums[-1])
    ]
    if pairs:
        yield from _widened(old, new, _chosen(pairs, shared), shared)


def is_version(old: Text, new: Text, a: int, b: int) -> bool:
    """Tell whether one leaf may be a version of the other; their forms are not looked at."""
    one, other = old.units[a], new.units[b]
    return _is_enough(old.vocabulary.common(one, other)[1], one.sums[-1], other.sums[-1])


def _is_enough(common: int, old: int, new: int) -> bool:
    """Judge by content words: how many are common, of how many."""
    if not common:
        return old == new == 0
    fewer = min(old, new)
    return 2 * common >= _LIKE * (old + new) or (fewer >= _FEW and common >= _WITHIN * fewer)


def _shared(old: Text, new: Text, runs: Sequence[Run]) -> Counter[tuple[int, int]]:
    """Count the common content words of each pair of leaves."""
    shared: Counter[tuple[int, int]] = Counter()
    sums = old.sums
    for i, j, size in runs:
        while size and sums[i + size] > sums[i]:
            a, b = bisect_right(old.offsets, i) - 1, bisect_right(new.offsets, j) - 1
            part = min(size, old.offsets[a + 1] - i, new.offsets[b + 1] - j)
            if common := sums[i + part] - sums[i]:
                shared[a, b] += common
            i, j, size = i + part, j + part, size - part
    return shared


def _chosen(pairs: Sequence[tuple[int, int]], shared: Mapping[tuple[int, int], int]) -> list[tuple[int, int]]:
    """Return one-to-one pairs that keep the order: the heaviest set of them."""
    if len(pairs) == 1:
        return list(pairs)
    best_old: dict[int, int] = {}
    best_new: dict[int, int] = {}
    for a, b in sorted(pairs, key=lambda each: (-shared[each], each)):
        if a not in best_old and b not in best_new:
            best_old[a], best_new[b] = b, a
    alone = sorted(best_old.items())
    return list(spine(alone, [shared[each] for each in alone]))


def _widened(
    old: Text, new: Text, chosen: Sequence[tuple[int, int]], shared: Counter[tuple[int, int]]
) -> Iterator[Pairing]:
    """Let the free neighbours of a pair join it that hold little else than words of it: never on both sides."""
    free_old = {a for a, _ in shared} - {a for a, _ in chosen}
    free_new = {b for _, b in shared} - {b for _, b in chosen}
    for a, b in chosen:
        if old.leaves[a].kind != "paragraph" or not (free_old or free_new):
            yield (a,), (b,)
            continue
        news = {each for each in free_new if new.shapes[each] == new.shapes[b] and _belongs(new, each, shared[a, each])}
        olds = {each for each in free_old if old.shapes[each] == old.shapes[a] and _belongs(old, each, shared[each, b])}
        parts = _stretch(b, news)
        yield ((a,), parts) if len(parts) > 1 else (_stretch(a, olds), (b,))


def _stretch(leaf: int, joining: set[int]) -> tuple[int, ...]:
    """Return a leaf with its joining neighbours, as far as they stand in a row."""
    first = last = leaf
    while first - 1 in joining:
        first -= 1
    while last + 1 in joining:
        last += 1
    return tuple(range(first, last + 1))


def _belongs(text: Text, leaf: int, common: int) -> bool:
    return common > 0 and common >= _WITHIN * text.units[leaf].weight


def _coarse(old: Text, new: Text, olds: range, news: range) -> Iterator[Pairing]:
    """Pair leaves of a gap that is too large for a table of its words: by runs of four words."""
    places = {gram: a for a in olds for gram in old.units[a].grams}
    votes = Counter((places[gram], b) for b in news for gram in new.units[b].grams if gram in places)
    best: dict[int, tuple[int, int]] = {}
    for (a, b), count in votes.items():
        best[b] = max(best.get(b, (0, 0)), (count, -a))
    pairs = sorted({-a: b for b, (_, a) in sorted(best.items())}.items())
    for a, b in spine(pairs, [old.units[a].weight + 1 for a, _ in pairs]):
        if old.shapes[a] == new.shapes[b] and is_version(old, new, a, b):
            yield (a,), (b,)
