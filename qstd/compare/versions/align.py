"""Which leaves of two versions belong together: first those that read alike, in order, then what lies between them."""

from collections import Counter
from typing import NamedTuple

from qstd.compare.matching import matches
from qstd.compare.versions.gaps import ROOM, common_words, is_enough, paired
from qstd.compare.versions.spine import spine
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run

Match = tuple[int, int, int, int, list[Run] | None]
"""Leaves that belong together: from an old one up to another, and from a new one up to another. They have the words in
common, or, without any, are alike throughout and as many on both sides. Several on one side, and one on the other, were
joined or split.
"""

_SHORT = 3  # content words; so few, alone in one place on both sides, are one text that was changed


class Alignment(NamedTuple):
    """Two texts beside each other: the matches, in the order of both. Where two ways are as good, the same one is taken
    in both directions: `turned`, they lead from the new text to the old one.
    """

    old: Text
    new: Text
    matches: list[Match]
    turned: bool


def align(old: Text, new: Text) -> Alignment:
    """Find what belongs together. Both texts were prepared with one vocabulary."""
    turned = old.order > new.order
    return Alignment(old, new, _aligned(new, old) if turned else _aligned(old, new), turned)


def _aligned(old: Text, new: Text) -> list[Match]:
    out: list[Match] = []
    common = old.vocabulary.common
    i = j = 0
    for a, b, size in (*_lines(old, new), (len(old.lines), len(new.lines), 0)):
        if i < a and j < b:
            _between(old, new, range(i, a), range(j, b), out)
        i, j = a + size, b + size
        if old.exact[a:i] == new.exact[b:j]:
            if size:
                out.append((a, i, b, j, None))
        elif size == 1:
            out.append((a, i, b, j, common(old.units[a], new.units[b])))
        else:
            _alike(old, new, (a, b, size), out)
    return out


def _lines(old: Text, new: Text) -> list[Run]:
    """Return the runs of equal leaves; of a very long text those alone that stand once on both sides."""
    if len(old.lines) * len(new.lines) <= ROOM:
        return matches(old.lines, new.lines)
    once = [{line for line, times in Counter(text.lines).items() if times == 1} for text in (old, new)]
    places = {line: at for at, line in enumerate(new.lines)}
    pairs = [(at, places[line]) for at, line in enumerate(old.lines) if line in once[0] and line in once[1]]
    return [(a, b, 1) for a, b in spine(pairs, [1] * len(pairs))]


def _alike(old: Text, new: Text, run: Run, out: list[Match]) -> None:
    """Add a run of leaves of which some are alike by their name only, or but for their white space."""
    a, b, size = run
    start = 0
    for step in range(size):
        if old.exact[a + step] != new.exact[b + step]:
            if start < step:
                out.append((a + start, a + step, b + start, b + step, None))
            start = step + 1
            runs = common_words(old, new, a + step, b + step)
            out.append((a + step, a + start, b + step, b + start, runs))
    if start < size:
        out.append((a + start, a + size, b + start, b + size, None))


def _between(old: Text, new: Text, olds: range, news: range, out: list[Match]) -> None:
    """Add what can be paired between two matches by its words."""
    a, b = olds.start, news.start
    if len(olds) > 1 or len(news) > 1:
        out += paired(old, new, olds, news)
    elif old.shapes[a] == new.shapes[b]:
        runs, sums = common_words(old, new, a, b), old.units[a].sums
        held = sum([sums[i + size] - sums[i] for i, _, size in runs])
        weights = old.cells[a][3], new.cells[b][3]
        if max(weights) <= _SHORT or is_enough(held, *weights):
            out.append((a, a + 1, b, b + 1, runs))
