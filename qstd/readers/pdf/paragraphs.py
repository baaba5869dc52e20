"""Paragraphs from the lines of one column: by distance, indentation, marks of lists, looks, and lines that end early."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from qstd.readers.pdf import marks
from qstd.readers.pdf.shapes import Line

STEP = 0.7
"""An indentation is at least this wide, in sizes."""
HANGS = 0.75
"""The text of an entry stands this far from its mark, in sizes, where the mark hangs before it."""
LARGER = 1.08
MORE = 0.17
"""Lines this much further apart than usual, in sizes, are parted."""
USUAL = 1.25
"""How far apart lines of one paragraph are, in sizes, where the file has too few to tell."""


@dataclass(frozen=True, slots=True)
class Leading:
    """How far apart the base lines of one paragraph are in this file, for each size of letters; `ratio` (in sizes) is
    that of most lines.
    """

    usual: dict[float, float]
    ratio: float = USUAL

    def of(self, size: float) -> float:
        """Give the usual distance for a size."""
        return self.usual.get(round(size * 2) / 2, self.ratio * size)


def leading(columns: Iterable[list[Line]]) -> Leading:
    """Learn the distances from all columns of a file: the smallest that is no exception."""
    seen: dict[float, Counter[float]] = {}
    for column in columns:
        for one, other in pairwise(column):
            distance = other.base - one.base
            if one.page == other.page and abs(one.size - other.size) < 0.3 and 0.9 < distance / one.size < 2.2:
                seen.setdefault(round(one.size * 2) / 2, Counter())[round(distance * 2) / 2] += 1
    usual = {size: _smallest(distances) for size, distances in seen.items() if distances.total() >= 3}
    most = max(usual, key=lambda size: seen[size].total(), default=None)
    return Leading(usual, usual[most] / most if most else USUAL)


def _smallest(distances: Counter[float]) -> float:
    needed = max(2, 0.1 * distances.total())
    common = [distance for distance in distances if sum(distances[distance + by] for by in (-0.5, 0, 0.5)) >= needed]
    return min(common, default=min(distances)) + 0.25


Paragraph = tuple[Line, ...]


def paragraphs(lines: list[Line], right: float, spacing: Leading) -> list[Paragraph]:
    """Part the lines of a column, from top to bottom, into paragraphs; `right` is where its lines could reach to."""
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1], line, right, spacing):
            found[-1].append(line)
        else:
            found.append([line])
    return [tuple(group) for group in found]


def _goes_on(group: list[Line], line: Line, right: float, spacing: Leading) -> bool:
    last = group[-1]
    size = max(last.size, line.size)
    if max(last.size, line.size) > LARGER * min(last.size, line.size) or _looks_change(group, line):
        return False
    if line.base - last.base > spacing.of(size) + MORE * size:
        return False
    early = ended_early(last, line, right)
    if _opens_entry(group, line, early):
        return False
    if centred(last, line, right) and not marks.ends_sentence(last.text):
        return True
    if not _aligned(group, line, early) or _announces(group, line):
        return False
    if not early:
        return True
    # It ended on purpose: a new paragraph, unless the sentence clearly goes on.
    return marks.hyphenated(last.text) or (marks.begins_low(line.text) and not marks.ends_sentence(last.text))


def ended_early(last: Line, line: Line, right: float) -> bool:
    """Whether the first word of a line would have found room on the line before: that one was ended on purpose."""
    first = line.words[0]
    space = min((b.x0 - a.x1 for a, b in pairwise(last.words)), default=0.3 * last.size)
    return last.x1 + max(space, 0.2 * last.size) + (first.x1 - first.x0) <= right - 0.1 * last.size


def _looks_change(group: list[Line], line: Line) -> bool:
    """Whether all lines so far are bold and this one is not at all, or the other way about; or a heading ends."""
    if group[-1].words[-1].face.heading != line.words[0].face.heading:
        return True
    before = {word.face.strong for each in group for word in each.words}
    now = {word.face.strong for word in line.words}
    return len(before) == 1 and len(now) == 1 and before != now


def _opens_entry(group: list[Line], line: Line, early: bool) -> bool:
    """Whether a line begins an entry of a list. A dash or a number may also stand at the start of a line by chance."""
    mark = marks.opens(line)
    if mark in ("", "bullet"):
        return mark == "bullet"
    last = group[-1]
    sibling = marks.opens(group[0]) == mark and abs(group[0].x0 - line.x0) < STEP * line.size
    hangs = marks.text_starts(line) - line.words[0].x1 > HANGS * line.size
    return sibling or hangs or early or marks.ends_sentence(last.text)


def _announces(group: list[Line], line: Line) -> bool:
    """Whether a line after an entry of a list is one that leads on to something else ("Desuden gælder:")."""
    ended = marks.ends_sentence(group[-1].text) and not marks.begins_low(line.text)
    return bool(marks.opens(group[0])) and ended and line.text.endswith(":")


def _aligned(group: list[Line], line: Line, early: bool) -> bool:
    """Whether a line begins where the next line of this paragraph would."""
    first, step = group[0], STEP * line.size
    mark = marks.opens(first)
    if len(group) > 1:
        return abs(line.x0 - group[1].x0) <= step
    if abs(line.x0 - first.x0) <= step:
        return not (mark and early) or marks.begins_low(line.text)
    if mark and abs(line.x0 - marks.text_starts(first)) <= step:
        return True
    if line.x0 > first.x0:
        return bool(mark) and not early
    # The first line was set in.
    return not mark and not early


def centred(last: Line, line: Line, right: float) -> bool:
    """Whether two lines are set on one middle, neither of them full."""
    middle = abs((last.x0 + last.x1) - (line.x0 + line.x1)) / 2
    apart = abs(last.x0 - line.x0)
    return middle <= 2.0 and apart > 0.5 * line.size and max(last.x1, line.x1) < right - line.size
