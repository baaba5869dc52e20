"""Which leaves of two versions belong together: first those that read alike, in order, then what lies between them."""

from collections import Counter
from typing import NamedTuple

from qstd.compare.matching import matches
from qstd.compare.versions.gaps import ROOM, is_version, paired
from qstd.compare.versions.spine import spine
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run

_SHORT = 3  # content words; so few, alone in one place on both sides, are one text that was changed


class Same(NamedTuple):
    """Leaves in a row that are alike: the first old one, the first new one, and how many."""

    old: int
    new: int
    size: int

    def mirrored(self) -> "Same":
        """Return the same piece, seen from the other side."""
        return Same(self.new, self.old, self.size)


class Group(NamedTuple):
    """Leaves that are versions of each other: one and one; several old ones that were joined, or new ones that one was
    split into.
    """

    old: tuple[int, ...]
    new: tuple[int, ...]

    def mirrored(self) -> "Group":
        """Return the same piece, seen from the other side."""
        return Group(self.new, self.old)


class Gap(NamedTuple):
    """Leaves that stand between two pieces, on one side or on both."""

    old: range
    new: range

    def mirrored(self) -> "Gap":
        """Return the same piece, seen from the other side."""
        return Gap(self.new, self.old)


Piece = Same | Group | Gap


def aligned(old: Text, new: Text) -> list[Piece]:
    """Return the pieces of both texts, in the order of both."""
    out: list[Piece] = []
    i = j = 0
    for a, b, size in (*_lines(old, new), (len(old.lines), len(new.lines), 0)):
        if i < a or j < b:
            _between(old, new, Gap(range(i, a), range(j, b)), out)
        i, j = a + size, b + size
        _alike(old, new, Same(a, b, size), out)
    return out


def _lines(old: Text, new: Text) -> list[Run]:
    """Return the runs of equal leaves; of a very long text those alone that stand once on both sides."""
    if len(old.lines) * len(new.lines) <= ROOM:
        return matches(old.lines, new.lines)
    once = [{line for line, times in Counter(text.lines).items() if times == 1} for text in (old, new)]
    places = {line: at for at, line in enumerate(new.lines)}
    pairs = [(at, places[line]) for at, line in enumerate(old.lines) if line in once[0] and line in once[1]]
    return [(a, b, 1) for a, b in spine(pairs, [1] * len(pairs))]


def _alike(old: Text, new: Text, run: Same, out: list[Piece]) -> None:
    """Add a run of leaves that are alike, but for those that are so by their name only, or but for their white space."""
    a, b, size = run
    if old.units[a : a + size] == new.units[b : b + size] and old.keys[a : a + size] == new.keys[b : b + size]:
        if size:
            out.append(run)
        return
    start = 0
    for step in range(size):
        if old.units[a + step] is not new.units[b + step] or old.keys[a + step] != new.keys[b + step]:
            if start < step:
                out.append(Same(a + start, b + start, step - start))
            out.append(Group((a + step,), (b + step,)))
            start = step + 1
    if start < size:
        out.append(Same(a + start, b + start, size - start))


def _between(old: Text, new: Text, gap: Gap, out: list[Piece]) -> None:
    """Pair what can be paired in a gap by its words; what is left over stays a gap, or several."""
    olds, news = gap
    if len(olds) == 1 == len(news):
        a, b = olds[0], news[0]
        short = max(old.units[a].weight, new.units[b].weight) <= _SHORT
        alike = old.shapes[a] == new.shapes[b] and (short or is_version(old, new, a, b))
        out.append(Group((a,), (b,)) if alike else gap)
        return
    if olds and news:
        i, j = olds.start, news.start
        for each_old, each_new in paired(old, new, olds, news):
            if i < each_old[0] or j < each_new[0]:
                out.append(Gap(range(i, each_old[0]), range(j, each_new[0])))
            out.append(Group(each_old, each_new))
            i, j = each_old[-1] + 1, each_new[-1] + 1
        gap = Gap(range(i, olds.stop), range(j, news.stop))
    if gap.old or gap.new:
        out.append(gap)
