"""The edit script of two prepared texts: every leaf of both, in order, with what became of it."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache

from qstd.compare.versions.align import Gap, Group, Piece, Same, aligned
from qstd.compare.versions.edits import Edit, edited
from qstd.compare.versions.moves import Moves, moved
from qstd.compare.versions.places import says_the_same, worst_of_move
from qstd.compare.versions.sentences import with_moves
from qstd.compare.versions.texts import Text
from qstd.model.revision import ChangeClass, Step


def script(old: Text, new: Text) -> tuple[Step, ...]:
    """Return the steps that lead from one text to the other. Both were prepared with one vocabulary."""
    # The way back is the way there, mirrored: where two ways are as good, the same one is taken in both directions.
    turned = old.order > new.order
    pieces, moves = _mirrored(*_paired(new, old)) if turned else _paired(old, new)
    steps: list[Step] = []
    _Writer(old, new, moves, pieces, turned).write(pieces, steps)
    return with_moves(old, new, tuple(steps), len(moves))


def _paired(old: Text, new: Text) -> tuple[list[Piece], Moves]:
    pieces = aligned(old, new)
    gone = [a for each in pieces if isinstance(each, Gap) for a in each.old]
    come = [b for each in pieces if isinstance(each, Gap) for b in each.new]
    return pieces, moved(old, new, gone, come) if gone and come else {}


def _mirrored(pieces: list[Piece], moves: Moves) -> tuple[list[Piece], Moves]:
    return [each.mirrored() for each in pieces], {a: b for b, a in moves.items()}


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
    """Writes the steps, piece by piece."""

    def __init__(self, old: Text, new: Text, moves: Moves, pieces: Sequence[Piece], turned: bool) -> None:
        self.old, self.new, self.moves, self.turned = old, new, moves, turned
        self.numbers: dict[int, int] = {}  # old leaf -> number of its move
        self.reformed: set[int] = set()  # old leaves that stand where they stood, in another form
        if moves:
            self._count_moves([each for each in pieces if isinstance(each, Gap)])

    def _count_moves(self, gaps: Sequence[Gap]) -> None:
        """Number the moves in the order of the new text. A leaf that only took another form has not moved."""
        gap_of = {a: each for each in gaps for a in each.old}
        for b in sorted(self.moves):
            a = self.moves[b]
            if b in gap_of[a].new and self.old.shapes[a] != self.new.shapes[b]:
                self.reformed |= {a} if says_the_same(self.old.leaves[a], self.new.leaves[b]) else set()
            else:
                self.numbers[a] = len(self.numbers) + 1

    def write(self, pieces: Sequence[Piece], out: list[Step]) -> None:
        """Add the steps in the order of both texts."""
        for each in pieces:
            if isinstance(each, Same):
                a, b, size = each
                out += map(_same, range(a, a + size), range(b, b + size))
            elif isinstance(each, Group):
                out.append(Step("edited", *each, *edited(self.old, self.new, *each, self.turned)))
            else:
                out += self._gap(*each)

    def _gap(self, olds: range, news: range) -> Iterator[Step]:
        """Write what stands between two groups: the rest of a section on both sides before the sections after it."""
        tail_old, tail_new = _tail(self.old, olds), _tail(self.new, news)
        yield from map(self._gone, olds[:tail_old])
        yield from map(self._come, news[:tail_new])
        yield from map(self._gone, olds[tail_old:])
        yield from map(self._come, news[tail_new:])

    def _gone(self, a: int) -> Step:
        if a in self.numbers:
            return Step("moved_away", (a,), (), (), "moved", self.numbers[a])
        return _deleted(a, "cosmetic" if a in self.reformed else self.old.units[a].change)

    def _come(self, b: int) -> Step:
        a = self.moves.get(b, -1)
        if a not in self.numbers:
            return _inserted(b, "cosmetic" if a in self.reformed else self.new.units[b].change)
        edit: Edit = ((), "moved")
        if self.old.units[a] is not self.new.units[b] or self.old.keys[a] != self.new.keys[b]:
            edit = edited(self.old, self.new, (a,), (b,), self.turned)
        spans, change = edit
        return Step("moved_here", (), (b,), spans, worst_of_move(self.old, self.new, a, b, change), self.numbers[a])


def _tail(text: Text, leaves: range) -> int:
    """Count the leaves before the next section's heading."""
    at = bisect_left(text.heads, leaves.start)
    stop = text.heads[at] if at < len(text.heads) else leaves.stop
    return min(stop, leaves.stop) - leaves.start
