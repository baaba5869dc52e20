"""The two texts of a revision as one: everything that either version has, once, in the order of the edit script.

Leaves stand in lists, tables and quotations. What both versions have stands in one container only where it stands in
one on both sides; otherwise it is gone from the one and new in the other. So the merged text is exact: without what is
new it is the old text, without what is gone it is the new one, words and structure.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from qstd.model.document import Change, Inlines
from qstd.model.revision import Leaf, Revision, Span, Step
from qstd.present.revision_pieces import Marker, parts

Kind = Literal["bullet", "ordered", "table", "quote", "item"]
Side = Literal["old", "new"]
Child: TypeAlias = "_Node | int"
Pair = tuple[range, range]
_MARKS: dict[Side, Change] = {"old": "del", "new": "ins"}


@dataclass(frozen=True, slots=True)
class Piece:
    """A leaf of the merged text, or a part of one that was split or joined. `cells` are its merged words (one cell,
    save in rows); `change` is that of its end, or of the whole row; `old` and `new` are the leaves that it shows.
    """

    leaf: Leaf
    cells: tuple[Inlines, ...]
    change: Change
    step: int
    old: Leaf | None = None
    new: Leaf | None = None

    @property
    def sides(self) -> frozenset[Side]:
        """The versions that have a paragraph, heading or row here."""
        return frozenset(side for side, mark in _MARKS.items() if self.change in ("", mark))


@dataclass(frozen=True, slots=True)
class Branch:
    """A list, an entry of one, a table or a quotation of the merged text."""

    kind: Kind
    start: int
    children: "Merged"

    @property
    def sides(self) -> frozenset[Side]:
        """The versions that have it."""
        return frozenset(side for each in self.children for side in each.sides)


Merged = tuple["Piece | Branch", ...]


def merged(revision: Revision, mark: Marker, moves: bool) -> Merged:
    """Return the merged text of a revision; `mark` marks the words that only one version has. With `moves`, a leaf that
    was moved keeps its words unmarked, but for those that changed on the way; without, it is gone here and new there.
    """
    merge = _Merge(revision, mark, moves)
    return tuple(merge.merge(merge.trees["old"].roots, merge.trees["new"].roots))


# ---------- Trees ----------


@dataclass(slots=True, eq=False)
class _Node:
    """A container of one version, with its leaves (by number) and the containers in it."""

    kind: Kind
    start: int
    children: list[Child] = field(default_factory=list)


class _Tree:
    """The leaves of one version in their containers; `home` has the containers of each leaf, the outermost first."""

    def __init__(self, leaves: Sequence[Leaf]) -> None:
        self.roots: list[Child] = []
        self.home: list[tuple[_Node, ...]] = []
        keys: list[tuple[object, ...]] = []
        nodes: list[_Node] = []
        for at, leaf in enumerate(leaves):
            path = list(_path(leaf))
            common = 0
            while common < min(len(keys), len(path)) and keys[common] == path[common][0]:
                common += 1
            del keys[common:], nodes[common:]
            for key, node in path[common:]:
                (nodes[-1].children if nodes else self.roots).append(node)
                keys.append(key)
                nodes.append(node)
            (nodes[-1].children if nodes else self.roots).append(at)
            self.home.append(tuple(nodes))


def _path(leaf: Leaf) -> Iterator[tuple[tuple[object, ...], _Node]]:
    """Yield the containers of a leaf, each with a key of its own."""
    for frame in leaf.frames:
        key = (frame.kind, leaf.section, frame.number)
        yield key, _Node(frame.kind, frame.start)
        if frame.kind in ("bullet", "ordered"):
            yield (*key, frame.item), _Node("item", 1)


def _leaves(child: Child) -> Iterator[int]:
    if isinstance(child, int):
        yield child
    else:
        for each in child.children:
            yield from _leaves(each)


# ---------- Merging ----------


class _Merge:
    """Merges two trees. `spread` are the steps that split an entry of a list into several, or joined several."""

    def __init__(self, revision: Revision, mark: Marker, moves: bool) -> None:
        self.revision, self.mark, self.moves = revision, mark, moves
        self.leaves: dict[Side, Sequence[Leaf]] = {"old": revision.old.leaves, "new": revision.new.leaves}
        self.trees: dict[Side, _Tree] = {side: _Tree(leaves) for side, leaves in self.leaves.items()}
        self.step_of: dict[Side, dict[int, int]] = {
            "old": {leaf: at for at, step in enumerate(revision.steps) for leaf in step.old},
            "new": {leaf: at for at, step in enumerate(revision.steps) for leaf in step.new},
        }
        self.away = {step.move: step.old[0] for step in revision.steps if step.kind == "moved_away"}
        self.spread: set[int] = set()

    def merge(self, olds: Sequence[Child], news: Sequence[Child]) -> Iterator[Piece | Branch]:
        """Yield the merged children of two containers that are one."""
        i = j = 0
        for old, new in (*self._pairs(olds, news), (range(len(olds), len(olds)), range(len(news), len(news)))):
            yield from self._apart(olds[i : old.start], news[j : new.start])
            yield from self._together([olds[each] for each in old], [news[each] for each in new])
            i, j = old.stop, new.stop

    def _together(self, olds: Sequence[Child], news: Sequence[Child]) -> Iterator[Piece | Branch]:
        if not olds:
            return
        old, new = olds[0], news[0]
        if isinstance(old, _Node) and isinstance(new, _Node):
            yield Branch(new.kind, new.start, tuple(self.merge(old.children, new.children)))
        elif isinstance(old, int):
            pieces = list(self._pieces(self.step_of["old"][old]))
            yield from pieces[-1:] if self.step_of["old"][old] in self.spread else pieces

    def _apart(self, olds: Sequence[Child], news: Sequence[Child]) -> Iterator[Piece | Branch]:
        """Yield what only one version has, in the order of the steps."""
        waiting = [(self._step(each, "old"), 0, at, each) for at, each in enumerate(olds)]
        waiting += [(self._step(each, "new"), 1, at, each) for at, each in enumerate(news)]
        for _step, side, _at, child in sorted(waiting, key=lambda each: each[:3]):
            yield self._alone(child, "new" if side else "old")

    def _step(self, child: Child, side: Side) -> int:
        return self.step_of[side][next(_leaves(child))]

    def _alone(self, child: Child, side: Side) -> Piece | Branch:
        if isinstance(child, _Node):
            return Branch(child.kind, child.start, tuple(self._alone(each, side) for each in child.children))
        at = self.step_of[side][child]
        step = self.revision.steps[at]
        if at in self.spread:
            return list(self._pieces(at))[(step.old if side == "old" else step.new).index(child)]
        return self._one_sided(at, step, child, side)

    def _one_sided(self, at: int, step: Step, child: int, side: Side) -> Piece:
        leaf = self.leaves[side][child]
        old, new = (leaf, None) if side == "old" else (None, leaf)
        if self.moves and step.move:
            return Piece(leaf, self._moved(step, leaf), _MARKS[side], at, old, new)
        spans = () if step.move else step.spans
        texts = [(cell,) for cell in leaf.cells] if leaf.kind == "row" else [leaf.cells]
        cells = tuple(self._only(each, side, spans) for each in texts)
        return Piece(leaf, cells, _MARKS[side], at, old, new)

    def _only(self, cells: tuple[Inlines, ...], side: Side, spans: Sequence[Span]) -> Inlines:
        olds, news = (cells, ()) if side == "old" else ((), cells)
        return parts(olds, news, spans, self.mark)[0].inlines

    def _moved(self, step: Step, leaf: Leaf) -> tuple[Inlines, ...]:
        if step.kind == "moved_away" or not step.spans:
            return leaf.cells
        before = self.leaves["old"][self.away[step.move]]
        return tuple(each.inlines for each in parts(before.cells, leaf.cells, step.spans, self.mark))

    def _pieces(self, at: int) -> Iterator[Piece]:
        """Yield the merged leaves of a step that both versions have."""
        step = self.revision.steps[at]
        olds = [self.leaves["old"][each] for each in step.old]
        news = [self.leaves["new"][each] for each in step.new]
        old, new = olds[0], news[0]
        if step.kind == "same":
            yield Piece(new, new.cells, "", at, old, new)
            return
        before, after = ([cell for each in side for cell in each.cells] for side in (olds, news))
        found = parts(before, after, step.spans, self.mark)
        if new.kind == "row":
            yield Piece(new, tuple(each.inlines for each in found), "", at, old, new)
            return
        for each in found:
            yield Piece(new, (each.inlines,), each.change, at, old, new)

    # ----- Which children are one

    def _pairs(self, olds: Sequence[Child], news: Sequence[Child]) -> list[Pair]:
        places: dict[Side, dict[int, int]] = {
            "old": {leaf: at for at, each in enumerate(olds) for leaf in _leaves(each)},
            "new": {leaf: at for at, each in enumerate(news) for leaf in _leaves(each)},
        }
        steps = dict.fromkeys(self.step_of["old"][leaf] for leaf in places["old"])
        shared = [at for at in steps if self.revision.steps[at].kind in ("same", "edited")]
        pairs = [pair for at in shared if (pair := self._leaf_pair(at, olds, news, places))]
        pairs += self._node_pairs(shared, olds, news, places)
        return sorted(pairs, key=lambda pair: pair[0].start)

    def _leaf_pair(
        self, at: int, olds: Sequence[Child], news: Sequence[Child], places: dict[Side, dict[int, int]]
    ) -> Pair | None:
        """Return the children that are the leaves of one step, if all of its leaves stand here."""
        step = self.revision.steps[at]
        old, new = (step.old[-1:], step.new[-1:]) if at in self.spread else (step.old, step.new)
        here = []
        for leaves, children, side in ((old, olds, "old"), (new, news, "new")):
            found = [places[side].get(each) for each in leaves]  # type: ignore[index]  # both are sides
            if any(each is None or not isinstance(children[each], int) for each in found):
                return None
            here.append(range(found[0] or 0, (found[-1] or 0) + 1))
        return here[0], here[1]

    def _node_pairs(
        self, shared: Sequence[int], olds: Sequence[Child], news: Sequence[Child], places: dict[Side, dict[int, int]]
    ) -> Iterator[Pair]:
        """Pair the containers that have most in common; each is one with one other at most."""
        votes: dict[tuple[int, int], list[int]] = {}
        for at in shared:
            step = self.revision.steps[at]
            i, j = places["old"].get(step.old[-1]), places["new"].get(step.new[-1])
            if i is not None and j is not None and _may_be_one(olds[i], news[j]):
                votes.setdefault((i, j), []).append(at)
        taken: tuple[set[int], set[int]] = (set(), set())
        for i, j in sorted(votes, key=lambda each: (-len(votes[each]), each)):
            if i not in taken[0] and j not in taken[1]:
                taken[0].add(i)
                taken[1].add(j)
                self.spread |= {at for at in votes[i, j] if self._is_spread(self.revision.steps[at], olds[i])}
                yield range(i, i + 1), range(j, j + 1)

    def _is_spread(self, step: Step, entry: Child) -> bool:
        """Tell whether a step splits this entry of a list into several, or joins several into it: each part but the last
        is all of its entry, and the last one, like the whole, opens its own.
        """
        homes = [self.trees["old"].home[each] for each in step.old], [self.trees["new"].home[each] for each in step.new]
        if len(step.old) == len(step.new) or homes[0][-1][-1:] != (entry,):
            return False
        if not all(home and home[-1].kind == "item" for side in homes for home in side):
            return False
        opens = all(
            side[-1][-1].children[0] == leaf for side, leaf in zip(homes, (step.old[-1], step.new[-1]), strict=True)
        )
        alone = all(len(home[-1].children) == 1 for side in homes for home in side[:-1])
        return opens and alone and all(len({id(home[-2]) for home in side}) == 1 for side in homes)


def _may_be_one(old: Child, new: Child) -> bool:
    return isinstance(old, _Node) and isinstance(new, _Node) and (old.kind, old.start) == (new.kind, new.start)
