"""Tables by their rules: rules that touch make a grid, and what no rule parts is one cell.

A missing outer border is drawn in: the outermost ends of the rules are borders too. So a table that goes on over the
page, with no rule where it was cut, is a whole grid on each page.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from qstd.readers.pdf.shapes import Box, Rule

SAME = 1.5
"""Rules at most this far apart lie on one line."""
CLOSE = 4.0
"""Borders at most this far apart are one border, drawn double."""
TOUCH = 3.0
SHORTEST = 6.0
MOST = 200
"""With more rules than this, across or down, a page shows a drawing and no table."""
COVERED = 0.6
"""A rule parts two cells when it runs along this share of their common side."""


class Place(NamedTuple):
    """A cell of a grid: first row and column, how many it spans, and its box."""

    row: int
    column: int
    rowspan: int
    colspan: int
    box: Box


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as it is ruled. `owners` has the number of the cell for each field; `open_below` is true where no rule
    closes it: it was cut there.
    """

    box: Box
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    places: tuple[Place, ...]
    owners: tuple[tuple[int, ...], ...]
    open_below: bool = False

    def at(self, x: float, y: float) -> Place:
        """Give the cell at a point inside the grid."""
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.places[self.owners[row][column]]


def grids(rules: Iterable[Rule]) -> list[Grid]:
    """Find the grids of a page, from top to bottom; only those with two cells or more."""
    across, down = merged(rules, True), merged(rules, False)
    if len(across) > MOST or len(down) > MOST:
        return []
    groups = _groups(across, down)
    touched = {rule for group in groups for rule in group[1]}
    groups += _upright([rule for rule in down if rule not in touched])
    found = [_grid(*group) for group in groups]
    whole = [each for each in found if each is not None]
    return sorted(whole, key=lambda each: (each.box[1], each.box[0]))


def merged(rules: Iterable[Rule], across: bool) -> list[Rule]:
    """Lay rules on one line together where they touch."""
    lying = sorted((rule for rule in rules if rule.across == across), key=lambda rule: (rule.at, rule.start))
    found: list[Rule] = []
    row: list[Rule] = []
    for rule in lying:
        if row and rule.at - row[0].at > SAME:
            found += _laid(row)
            row = []
        row.append(rule)
    found += _laid(row)
    return [rule for rule in found if rule.end - rule.start >= SHORTEST]


def _laid(row: list[Rule]) -> list[Rule]:
    found: list[Rule] = []
    for rule in sorted(row, key=lambda rule: rule.start):
        if found and rule.start <= found[-1].end + TOUCH:
            found[-1] = found[-1]._replace(end=max(found[-1].end, rule.end))
        else:
            found.append(rule)
    return found


def _groups(across: list[Rule], down: list[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Gather the rules that touch each other, directly or through others."""
    leader = list(range(len(across) + len(down)))

    def lead(number: int) -> int:
        while leader[number] != number:
            leader[number] = leader[leader[number]]
            number = leader[number]
        return number

    for number, one in enumerate(across):
        for other_number, other in enumerate(down, len(across)):
            if one.start - TOUCH <= other.at <= one.end + TOUCH and other.start - TOUCH <= one.at <= other.end + TOUCH:
                leader[lead(number)] = lead(other_number)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate(across + down):
        found.setdefault(lead(number), ([], []))[0 if rule.across else 1].append(rule)
    return [group for group in found.values() if group[0] and group[1]]


def _upright(alone: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Gather upright rules that no other touches and that stand side by side: a row that is longer than its page."""
    groups: dict[tuple[int, int], list[Rule]] = {}
    for rule in alone:
        groups.setdefault((round(rule.start / CLOSE), round(rule.end / CLOSE)), []).append(rule)
    for group in groups.values():
        places = [rule.at for rule in group]
        if len(_positions(places)) >= 3:
            yield [Rule(True, group[0].start, min(places), max(places))], group


def _positions(values: Iterable[float]) -> list[float]:
    """Give positions in order, those that are close as one."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= CLOSE:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    left = min(rule.start for rule in across)
    right = max(rule.end for rule in across)
    top, bottom = min(rule.start for rule in down), max(rule.end for rule in down)
    xs = _positions([*(rule.at for rule in down), left, right])
    ys = _positions([*(rule.at for rule in across), top, bottom])
    if len(xs) < 2 or len(ys) < 2 or (len(xs) == 2 and len(ys) == 2):
        return None
    parted_below = _parts(across, ys, xs)
    parted_right = _parts(down, xs, ys)
    places, owners = _places(xs, ys, parted_below, parted_right)
    if len(places) < 2:
        return None
    closed = any(rule.at >= ys[-1] - CLOSE for rule in across)
    return Grid((xs[0], ys[0], xs[-1], ys[-1]), tuple(xs), tuple(ys), places, owners, not closed)


def _parts(rules: list[Rule], lines: list[float], stops: list[float]) -> list[list[bool]]:
    """For each line of the grid and each stretch between two stops: whether a rule runs along it."""
    along: list[list[tuple[float, float]]] = [[] for _ in lines]
    for rule in rules:
        nearest = min(range(len(lines)), key=lambda number: abs(lines[number] - rule.at))
        along[nearest].append((rule.start, rule.end))
    return [
        [
            sum(max(0.0, min(end, high) - max(start, low)) for start, end in pieces) >= COVERED * (high - low)
            for low, high in pairwise(stops)
        ]
        for pieces in along
    ]


def _places(
    xs: list[float], ys: list[float], parted_below: list[list[bool]], parted_right: list[list[bool]]
) -> tuple[tuple[Place, ...], tuple[tuple[int, ...], ...]]:
    """Grow each cell from its upper left corner to the right and then down, as far as no rule parts it."""
    rows, columns = len(ys) - 1, len(xs) - 1
    taken = [[-1] * columns for _ in range(rows)]
    found: list[Place] = []
    for row in range(rows):
        for column in range(columns):
            if taken[row][column] >= 0:
                continue
            wide = 1
            while column + wide < columns and not parted_right[column + wide][row] and taken[row][column + wide] < 0:
                wide += 1
            high = 1
            while row + high < rows and _open(parted_below, parted_right, taken, row + high, column, wide):
                high += 1
            for each in range(row, row + high):
                taken[each][column : column + wide] = [len(found)] * wide
            box = (xs[column], ys[row], xs[column + wide], ys[row + high])
            found.append(Place(row, column, high, wide, box))
    return tuple(found), tuple(tuple(row) for row in taken)


def _open(
    parted_below: list[list[bool]],
    parted_right: list[list[bool]],
    taken: list[list[int]],
    row: int,
    column: int,
    wide: int,
) -> bool:
    """Whether a cell goes on into a row: no rule above it there, and none down through it."""
    across = range(column, column + wide)
    return not any(parted_below[row][each] or taken[row][each] >= 0 for each in across) and not any(
        parted_right[each][row] for each in range(column + 1, column + wide)
    )
