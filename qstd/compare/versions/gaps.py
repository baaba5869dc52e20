"""Leaves between two fixed points, paired by the words that they have in common, in order.

Most leaves have hardly a word in common with any but one. Where it is not as plain, the longest common subsequence of
all the words shows where each leaf went. A leaf is split when the leaves beside its new version hold what that one lacks
of its words, and joined the other way.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from qstd.compare.matching import common, matches
from qstd.compare.versions.spine import spine
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run, joined

Pairing = tuple[int, int, int, int, list[Run]]
Pair = tuple[int, int]

# One leaf is a version of the other where the content words of both are at most so many times the common ones, or where
# this share of the shorter one is common.
_LIKE, _WITHIN = 5, 0.7
_FEW = 4  # content words; a leaf with fewer must be like, not only within
_ENOUGH = _WITHIN * _FEW  # common content words: with fewer a leaf must be like, too
ROOM = 1 << 29
"""Bits that a table of common words or leaves may take."""
_EACH = 1 << 10  # pairs of leaves that are looked at one by one


def paired(old: Text, new: Text, olds: range, news: range) -> Iterator[Pairing]:
    """Yield the leaves that are versions of each other, with the words that they have in common."""
    if len(olds) * len(news) <= _EACH:
        pairs: Sequence[Pair] = _alike(old, new, olds, news)
        if len(pairs) > 1 and not _rises(pairs):
            around = [b for _, b in pairs]
            pairs = _by_place(old, new, range(pairs[0][0], pairs[-1][0] + 1), range(min(around), max(around) + 1))
    else:
        pairs = _by_place(old, new, olds, news)
    if pairs:
        yield from _widened(old, new, olds, news, pairs)


def common_words(old: Text, new: Text, a: int, b: int) -> list[Run]:
    """Return the words that two leaves have in common."""
    return old.vocabulary.common(old.units[a], new.units[b])


def is_enough(both: int, old: int, new: int) -> bool:
    """Tell whether one leaf may be a version of the other, by how many content words are common, of how many."""
    if not both:
        return old == new == 0
    fewer = min(old, new)
    return _LIKE * both >= old + new or (fewer >= _FEW and both >= _WITHIN * fewer)


def _is_version(old: Text, new: Text, a: int, b: int) -> bool:
    one, other = old.units[a].content, new.units[b].content
    return is_enough(common(one, other), len(one), len(other))


def _alike(old: Text, new: Text, olds: range, news: range) -> list[Pair]:
    """Return the pairs that have enough words in common; their bags are looked at first."""
    rivals = new.cells[news.start : news.stop]
    likely = [
        (a, b)
        for a, shape, bag, weight in old.cells[olds.start : olds.stop]
        for b, form, other, heavy in rivals
        if form == shape
        and (most := (bag & other).bit_count())
        and (_LIKE * most >= weight + heavy or (most >= _ENOUGH and is_enough(most, weight, heavy)))
    ]
    return [(a, b) for a, b in likely if _is_version(old, new, a, b)] if likely else likely


def _rises(pairs: Sequence[Pair]) -> bool:
    """Tell whether no leaf is in two pairs, and all keep the order."""
    return all(a < i and b < j for (a, b), (i, j) in pairwise(pairs))


def _by_place(old: Text, new: Text, olds: range, news: range) -> Sequence[Pair]:
    """Pair by what the words of all leaves, in a row, have in common."""
    first, last = old.offsets[olds.start], old.offsets[olds.stop]
    start, stop = new.offsets[news.start], new.offsets[news.stop]
    if (last - first) * (stop - start) > ROOM:
        return _by_grams(old, new, olds, news)
    runs = matches(old.code[first:last], new.code[start:stop])
    shared = _shared(old, new, olds.start, news.start, runs)
    pairs = [
        (a, b)
        for (a, b), content in shared.items()
        if old.shapes[a] == new.shapes[b] and is_enough(content, old.cells[a][3], new.cells[b][3])
    ]
    return _chosen(pairs, shared)


def _chosen(pairs: Sequence[Pair], shared: Mapping[Pair, int]) -> Sequence[Pair]:
    """Return one-to-one pairs that keep the order: each leaf with the one that has most of its words, where it can."""
    best_old: dict[int, int] = {}
    best_new: dict[int, int] = {}
    for a, b in sorted(pairs, key=lambda each: (-shared[each], each)):
        if a not in best_old and b not in best_new:
            best_old[a], best_new[b] = b, a
    alone = sorted(best_old.items())
    return spine(alone, [shared[each] for each in alone])


def _shared(old: Text, new: Text, first: int, start: int, runs: Sequence[Run]) -> Counter[Pair]:
    """Count the common content words of each pair of leaves, from an old one and a new one on."""
    shared: Counter[Pair] = Counter()
    a, b = first, start
    before, ahead = old.offsets[a], new.offsets[b]
    for run in runs:
        i, j, size = run[0] + before, run[1] + ahead, run[2]
        while size:
            while old.offsets[a + 1] <= i:
                a += 1
            while new.offsets[b + 1] <= j:
                b += 1
            part = min(size, old.offsets[a + 1] - i, new.offsets[b + 1] - j)
            sums, at = old.units[a].sums, i - old.offsets[a]
            if content := sums[at + part] - sums[at]:
                shared[a, b] += content
            i, j, size = i + part, j + part, size - part
    return shared


def _by_grams(old: Text, new: Text, olds: range, news: range) -> Sequence[Pair]:
    """Pair leaves of a gap that is too large for a table of its words: by runs of four words."""
    places = {gram: a for a in olds for gram in old.units[a].grams}
    votes = Counter((places[gram], b) for b in news for gram in new.units[b].grams if gram in places)
    best: dict[int, Pair] = {}
    for (a, b), count in votes.items():
        best[b] = max(best.get(b, (0, 0)), (count, -a))
    pairs = sorted({-a: b for b, (_, a) in sorted(best.items())}.items())
    pairs = [(a, b) for a, b in pairs if old.shapes[a] == new.shapes[b] and _is_version(old, new, a, b)]
    return spine(pairs, [old.cells[a][3] + 1 for a, _ in pairs])


def _widened(old: Text, new: Text, olds: range, news: range, chosen: Sequence[Pair]) -> Iterator[Pairing]:
    """Let the free neighbours of a pair join it that hold little else than words of it: never on both sides."""
    i, j = olds.start, news.start
    for at, (a, b) in enumerate(chosen, 1):
        a_end, b_end = chosen[at] if at < len(chosen) else (olds.stop, news.stop)
        first, last, start, stop = a, a + 1, b, b + 1
        if (b_end - j > 1 or a_end - i > 1) and old.leaves[a].kind == "paragraph":
            one, other = old.units[a].content, new.units[b].content
            held = common(one, other)
            if len(one) > held:
                start, stop = _stretch(one, old.cells[a][2], new, b, range(j, b_end), held)
            if stop - start == 1 and len(other) > held:
                first, last = _stretch(other, new.cells[b][2], old, a, range(i, a_end), held)
        if stop - start + last - first > 2:
            runs = matches(joined(old.units[first:last]).code, joined(new.units[start:stop]).code)
        else:
            runs = common_words(old, new, a, b)
        yield first, last, start, stop, runs
        i, j = last, stop


def _stretch(whole: str, bag: int, parts: Text, part: int, room: range, held: int) -> Pair:
    """Return a leaf that is a part of another, and holds so many of its words, with the neighbours in `room` that hold
    little else than the words that it lacks.
    """
    start, stop = part, part + 1
    while start > room.start and (more := _more(whole, bag, parts, start - 1, range(start - 1, stop), held)):
        start, held = start - 1, held + more
    while stop < room.stop and (more := _more(whole, bag, parts, stop, range(start, stop + 1), held)):
        stop, held = stop + 1, held + more
    return start, stop


def _more(whole: str, bag: int, parts: Text, leaf: int, leaves: range, held: int) -> int:
    """Count the words of a whole that leaves hold, and would not hold without one; none where that one has others."""
    _, shape, own, weight = parts.cells[leaf]
    enough = _WITHIN * weight
    if len(whole) - held < enough or (bag & own).bit_count() < enough:
        return 0
    if parts.shapes[leaves.start : leaves.stop] != shape * len(leaves):
        return 0
    more = common(whole, "".join([each.content for each in parts.units[leaves.start : leaves.stop]])) - held
    return more if more >= enough else 0
