"""Columns without rules: a gap that runs down through many lines, with text beginning along its right side.

A band is a run of lines that no word crosses. Its columns are either read one after the other, as in a newspaper, or
row by row, as a table of labels and text: labels are few and short beside their text.
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, NamedTuple

from qstd.readers.pdf import marks
from qstd.readers.pdf.lines import segments, usual_space
from qstd.readers.pdf.shapes import Line

ALIGNED = 2.0
"""Text begins along an edge, give or take this many points."""
NARROW = 0.45
"""A gap before an edge is at least this wide, in sizes: more than the space between two words."""
SPACES = 1.5
"""And it is at least so many spaces wide."""
GAP = 0.9
"""A gap that no text begins behind is at least this wide."""
MOST_LINES = 600
"""A page with more lines has no columns that anybody reads."""
MOST_EDGES = 24
FEWEST = 3
"""So many lines begin at the edge at least."""
EVEN = (0.72, 1.3)
"""A column of a newspaper is at least and at most this wide, in shares that would be alike."""
FILLED = 0.6
"""Its lines fill this much of it on average."""
DENSE = 0.6
"""It has at least this share of the lines of the other column."""


class Band(NamedTuple):
    """A run of lines (from `start` up to `end`) and the left edges of its columns but the first."""

    start: int
    end: int
    xs: tuple[float, ...]
    kind: Literal["flow", "columns", "labels"]


class _Run(NamedTuple):
    start: int
    end: int
    x: float
    score: int


Edges = tuple[float, ...]
NO_EDGES: Edges = ()


def bands(lines: list[Line], above: Edges = NO_EDGES, below: Edges = NO_EDGES) -> list[Band]:
    """Part the lines of a page, from top to bottom, into bands. `above` and `below` are the edges of the table that the
    page before ends with and that the next one begins with: of those a single row is enough here.
    """
    if len(lines) > MOST_LINES:
        return [Band(0, len(lines), (), "flow")]
    narrow = max(NARROW, SPACES * usual_space(lines))
    cut = [segments(line, narrow) for line in lines]
    found = list(_bands(cut, 0, len(lines)))
    if above and found and found[0].kind == "flow":
        found[:2] = _labels_alone(cut, found[:2], above) or [*_goes_on(cut, found[0], above), *found[1:2]]
    if below and found and found[-1].kind == "flow":
        found[-1:] = _begins(cut, found[-1], below)
    return found


def _labels_alone(cut: list[list[Line]], first: list[Band], xs: Edges) -> list[Band]:
    """Where a page begins with labels that have no text, and then the table goes on: give all of it as the table."""
    if len(first) < 2 or first[1].kind != "labels" or len(first[1].xs) != len(xs):
        return []
    alike = all(abs(one - other) <= ALIGNED for one, other in zip(first[1].xs, xs, strict=True))
    if not alike or any(_crossed(parts, xs[0]) for parts in cut[first[0].start : first[0].end]):
        return []
    return [first[1]._replace(start=first[0].start)]


def _goes_on(cut: list[list[Line]], band: Band, xs: Edges) -> Iterator[Band]:
    """Cut the last rows of a table off the top of a band of plain text."""
    stop = band.start
    for number in range(band.start, band.end):
        if any(_crossed(cut[number], x) for x in xs):
            break
        if all(_sides(cut[number], xs[-1])):
            stop = number + 1
    while band.start < stop < band.end and _right_below(cut[stop - 1], cut[stop]) and not _crossed(cut[stop], xs[0]):
        stop += 1
    yield from _parted(band, stop, xs, table_first=True)


def _begins(cut: list[list[Line]], band: Band, xs: Edges) -> Iterator[Band]:
    """Cut the first rows of a table off the end of a band of plain text."""
    start = band.end
    for number in reversed(range(band.start, band.end)):
        if any(_crossed(cut[number], x) for x in xs):
            break
        if all(_sides(cut[number], xs[-1])):
            start = number
    yield from _parted(band, start, xs, table_first=False)


def _parted(band: Band, at: int, xs: Edges, table_first: bool) -> Iterator[Band]:
    low, high = Band(band.start, at, (), "flow"), Band(at, band.end, (), "flow")
    if table_first:
        low = Band(band.start, at, xs, "labels")
    else:
        high = Band(at, band.end, xs, "labels")
    yield from (each for each in (low, high) if each.end > each.start)


def _bands(cut: list[list[Line]], start: int, end: int) -> Iterator[Band]:
    best = max(_runs(cut, start, end), key=lambda run: (run.score, -run.x), default=None)
    if best is None:
        if end > start:
            yield Band(start, end, (), "flow")
        return
    yield from _bands(cut, start, best.start)
    xs = tuple(sorted({best.x, *_further(cut, best)}))
    newspaper = _is_newspaper(cut[best.start : best.end], xs)
    stop = _longer_left(cut, best, end) if newspaper else best.end
    yield Band(best.start, stop, xs, "columns" if newspaper else "labels")
    yield from _bands(cut, stop, end)


def _longer_left(cut: list[list[Line]], run: _Run, end: int) -> int:
    """Say where the left column of a newspaper ends that is longer than the right one."""
    stop = run.end
    while stop < end and not _crossed(cut[stop], run.x):
        before = max((part.base for parts in cut[run.start : stop] for part in parts if part.x1 <= run.x), default=0.0)
        here = cut[stop][0]
        if here.base - before > 1.9 * here.size:
            break
        stop += 1
    return stop


def _edges(cut: list[list[Line]], start: int, end: int) -> list[float]:
    """Give where segments begin often, the leftmost edge of all left out."""
    counted: Counter[int] = Counter()
    at: dict[int, list[float]] = {}
    for parts in cut[start:end]:
        for part in parts:
            key = round(part.x0 / ALIGNED)
            counted[key] += 1
            at.setdefault(key, []).append(part.x0)
    if not counted:
        return []
    leftmost = min(at)
    often = [key for key in at if key > leftmost + 2 and counted[key] + counted[key - 1] + counted[key + 1] >= FEWEST]
    often = sorted(often, key=lambda key: -counted[key])[:MOST_EDGES]
    return sorted(min(at[key]) for key in often)


def _runs(cut: list[list[Line]], start: int, end: int) -> Iterator[_Run]:
    for x in _edges(cut, start, end):
        first = start
        for number in range(start, end + 1):
            if number == end or _crossed(cut[number], x):
                run = _trimmed(cut, first, number, x)
                if run is not None:
                    yield run
                first = number + 1


def _crossed(parts: list[Line], x: float) -> bool:
    """Whether text runs over an edge, or past it with so small a gap that it is only a space."""
    if any(part.x0 < x - ALIGNED and part.x1 > x - ALIGNED for part in parts):
        return True
    before = max((part.x1 for part in parts if part.x0 < x - ALIGNED), default=None)
    after = min((part.x0 for part in parts if part.x0 >= x - ALIGNED), default=None)
    if before is None or after is None or after - x <= ALIGNED:
        return False
    return after - before < GAP * parts[0].size


def _sides(parts: list[Line], x: float) -> tuple[bool, bool]:
    """Whether something stands left of an edge, marks of lists aside, and whether something stands right of it."""
    left = any(part.x1 <= x and not marks.is_mark(part.text) for part in parts)
    return left, any(part.x0 >= x - ALIGNED for part in parts)


def _trimmed(cut: list[list[Line]], first: int, end: int, x: float) -> _Run | None:
    """Leave out what stands only left of the edge before the first and well after the last line with both sides."""
    sides = [_sides(parts, x) for parts in cut[first:end]]
    both = [number for number, side in enumerate(sides) if all(side)]
    left, right = sum(side[0] for side in sides), sum(side[1] for side in sides)
    begins = [
        number for number, parts in enumerate(cut[first:end]) if any(abs(part.x0 - x) <= ALIGNED for part in parts)
    ]
    if min(left, right) < 2 or len(begins) < FEWEST or (len(both) < 2 and min(left, right) < 5):
        return None
    low = next(number for number, side in enumerate(sides) if side[1])
    if both:
        low = min(low, both[0])
    high = max(number for number, side in enumerate(sides) if side[1]) + 1
    while high < len(sides) and _right_below(cut[first + high - 1], cut[first + high]):
        high += 1
    kept = sides[low:high]
    if not both and not all(any(side) for side in kept):
        return None
    score = min(sum(side[0] for side in kept), sum(side[1] for side in kept)) * 2 + len(both) + len(kept) // 4
    if min(sum(side[0] for side in kept), sum(side[1] for side in kept)) < 2:
        return None
    return _Run(first + low, first + high, x, score)


def _right_below(parts: list[Line], others: list[Line]) -> bool:
    """Whether a line follows at the distance of lines of one paragraph, and the line before has the left side too."""
    one, other = parts[0], others[0]
    return abs(one.x0 - other.x0) <= one.size and other.base - one.base <= 1.45 * one.size


def _further(cut: list[list[Line]], run: _Run) -> Iterator[float]:
    """Yield the other edges that no word of the band crosses and that text begins at in several lines."""
    inside = cut[run.start : run.end]
    for x in _edges(cut, run.start, run.end):
        if abs(x - run.x) < 20 or any(_crossed(parts, x) for parts in inside):
            continue
        starts = [part for parts in inside for part in parts[1:] if abs(part.x0 - x) <= ALIGNED]
        left = [part for parts in inside for part in parts if part.x1 <= x]
        if len(starts) >= FEWEST and not all(marks.is_mark(part.text) for part in left):
            yield x


def _is_newspaper(cut: list[list[Line]], xs: tuple[float, ...]) -> bool:
    """All columns are about as wide, filled with text, and (the last may be short) have about as many lines."""
    left = min(part.x0 for parts in cut for part in parts)
    edges = [left, *xs, max(part.x1 for parts in cut for part in parts) + 1]
    rows: list[int] = []
    fill: list[float] = []
    for low, high in pairwise(edges):
        inside = [part for parts in cut for part in parts if low - ALIGNED <= part.x0 < high - ALIGNED]
        wide = sum(part.x1 - part.x0 for part in inside) / max(1, len(inside))
        share = (high - low) * len(edges[1:]) / (edges[-1] - left)
        if not EVEN[0] <= share <= EVEN[1]:
            return False
        rows.append(len({part.base for part in inside}))
        fill.append(wide / (high - low))
    whole = rows if len(rows) == 2 else rows[:-1]
    return min(rows) >= 5 and min(whole) >= DENSE * max(rows) and min(fill[:-1]) >= FILLED
