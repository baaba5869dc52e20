"""The edit script of two prepared texts: every leaf of both, in order, with what became of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from qstd.compare.versions.align import Alignment, Match, align
from qstd.compare.versions.edits import Edit, edited
from qstd.compare.versions.gaps import common_words
from qstd.compare.versions.moves import Moves, moved
from qstd.compare.versions.places import says_the_same, worst_of_move
from qstd.compare.versions.sentences import with_moves
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Run
from qstd.model.revision import ChangeClass, Step

Gap = tuple[range, range]


def script(old: Text, new: Text) -> tuple[Step, ...]:
    """Return the steps that lead from one text to the other. Both were prepared with one vocabulary."""
    return steps(align(old, new))


def steps(found: Alignment) -> tuple[Step, ...]:
    """Return an alignment as steps: with stretches that people can read, their classes, and what moved."""
    old, new, matches, turned = found
    if turned:
        matches = [(b, b_end, a, a_end, runs) for a, a_end, b, b_end, runs in matches]
    gaps = list(_gaps(old, new, matches))
    moves = _moves(old, new, gaps, turned)
    return with_moves(old, new, tuple(_Writer(old, new, gaps, moves, turned).write(matches)), len(moves))


def _gaps(old: Text, new: Text, matches: Sequence[Match]) -> Iterator[Gap]:
    """Yield what stands before each match, and after the last one."""
    i = j = 0
    for a, a_end, b, b_end, _ in matches:
        yield range(i, a), range(j, b)
        i, j = a_end, b_end
    yield range(i, len(old.leaves)), range(j, len(new.leaves))


def _moves(old: Text, new: Text, gaps: Sequence[Gap], turned: bool) -> Moves:
    """Return, for new leaves that come from elsewhere, the old ones."""
    gone = [a for olds, _ in gaps for a in olds]
    come = [b for _, news in gaps for b in news]
    if not (gone and come):
        return {}
    return {a: b for b, a in moved(new, old, come, gone).items()} if turned else moved(old, new, gone, come)


@lru_cache(maxsize=1 << 14)
def _same(a: int, b: int) -> Step:
    return Step("same", (a,), (b,))


@lru_cache(maxsize=1 << 14)
def _deleted(a: int, change: ChangeClass) -> Step:
    return Step("deleted", (a,), (), (), change)


@lru_cache(maxsize=1 << 14)
def _inserted(b: int, change: ChangeClass) -> Step:
    return Step("inserted", (), (b,), (), change)


class _Writer:
    """Writes the steps, match by match."""

    def __init__(self, old: Text, new: Text, gaps: Sequence[Gap], moves: Moves, turned: bool) -> None:
        self.old, self.new, self.gaps, self.moves, self.turned = old, new, gaps, moves, turned
        self.numbers: dict[int, int] = {}  # old leaf -> number of its move
        self.reformed: set[int] = set()  # old leaves that stand where they stood, in another form
        self.left = set(moves.values())
        if moves:
            self._count_moves()

    def _count_moves(self) -> None:
        """Number the moves in the order of the new text. A leaf that only took another form has not moved."""
        gap_of = {a: news for olds, news in self.gaps for a in olds}
        for b in sorted(self.moves):
            a = self.moves[b]
            if b in gap_of[a] and self.old.shapes[a] != self.new.shapes[b]:
                self.reformed |= {a} if says_the_same(self.old.leaves[a], self.new.leaves[b]) else set()
            else:
                self.numbers[a] = len(self.numbers) + 1

    def write(self, matches: Sequence[Match]) -> list[Step]:
        """Return the steps in the order of both texts."""
        out: list[Step] = []
        for (olds, news), (a, a_end, b, b_end, runs) in zip(self.gaps, matches, strict=False):
            if olds or news:
                self._gap(olds, news, out)
            olds, news = range(a, a_end), range(b, b_end)
            if runs is None:
                out += map(_same, olds, news)
            else:
                edit = edited(self.old, self.new, olds, news, runs, self.turned)
                out.append(Step("edited", tuple(olds), tuple(news), *edit))
        self._gap(*self.gaps[-1], out)
        return out

    def _gap(self, olds: range, news: range, out: list[Step]) -> None:
        """Write what stands between two matches: the rest of a section on both sides before the sections after it."""
        tail_old, tail_new = _tail(self.old, olds), _tail(self.new, news)
        for gone, come in ((olds[:tail_old], news[:tail_new]), (olds[tail_old:], news[tail_new:])):
            if self.left.isdisjoint(gone):
                out += map(_deleted, gone, self.old.changes[gone.start : gone.stop])
            else:
                out += map(self._gone, gone)
            if self.moves.keys().isdisjoint(come):
                out += map(_inserted, come, self.new.changes[come.start : come.stop])
            else:
                out += map(self._come, come)

    def _gone(self, a: int) -> Step:
        if a in self.numbers:
            return Step("moved_away", (a,), (), (), "moved", self.numbers[a])
        return _deleted(a, "cosmetic" if a in self.reformed else self.old.changes[a])

    def _come(self, b: int) -> Step:
        a = self.moves.get(b, -1)
        if a not in self.numbers:
            return _inserted(b, "cosmetic" if a in self.reformed else self.new.changes[b])
        edit: Edit = ((), "moved")
        if self.old.exact[a] != self.new.exact[b]:
            edit = edited(self.old, self.new, range(a, a + 1), range(b, b + 1), self._common(a, b), self.turned)
        spans, change = edit
        return Step("moved_here", (), (b,), spans, worst_of_move(self.old, self.new, a, b, change), self.numbers[a])

    def _common(self, a: int, b: int) -> list[Run]:
        return common_words(self.new, self.old, b, a) if self.turned else common_words(self.old, self.new, a, b)


def _tail(text: Text, leaves: range) -> int:
    """Count the leaves before the next section's heading."""
    if not leaves:
        return 0
    at = bisect_left(text.heads, leaves.start)
    stop = text.heads[at] if at < len(text.heads) else leaves.stop
    return min(stop, leaves.stop) - leaves.start
