"""What belongs to the page and not to the text: headers and footers by repetition, page numbers by counting.

Only what stands at the edge of a page, with nothing but furniture between it and the edge, can be furniture; so a
sentence that a text says twice stays.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from qstd.model.outline import FurnitureKind
from qstd.readers.pdf.shapes import Line

DEEP = 6
"""At most so many lines of a page's edge are looked at."""
EDGE = 0.3
"""Furniture stands within this share of the page's height from its edge."""
DRIFT = 4.0
"""What repeats stands at the same height, give or take this many points."""
NUMBER = re.compile(
    r"(?:side|s\.|page|sidenr\.?)?\s*[-–—|]?\s*(\d{1,4})\s*(?:(?:/|af|of|ud af)\s*\d{1,4})?\s*[-–—|]?", re.I
)
CLEAR = re.compile(
    r"(?:side|page|sidenr\.?)\s*:?\s*\d{1,4}(?:\s*(?:/|af|of|ud af)\s*\d{1,4})?|[-–—]\s*\d{1,4}\s*[-–—]", re.I
)
DIGITS = re.compile(r"\d+")


class Edged(NamedTuple):
    """A line at the edge of a page: its page's index, and how far it stands from the edge."""

    page: int
    line: Line
    away: float
    above: bool


def furniture(pages: list[list[Line]], heights: list[float]) -> list[dict[Line, FurnitureKind]]:
    """Tell for each page which of its lines, given from top to bottom, are furniture, and of which kind."""
    edges = [_edges(number, lines, heights[number]) for number, lines in enumerate(pages)]
    repeated = _repeated([each for edge in edges for side in edge for each in side], len(pages))
    offsets = _offsets(edges)
    found: list[dict[Line, FurnitureKind]] = []
    for edge in edges:
        kinds: dict[Line, FurnitureKind] = {}
        for side in edge:
            kinds.update(_from_the_edge(side, repeated, offsets))
        found.append(kinds)
    return found


def _edges(number: int, lines: list[Line], height: float) -> tuple[list[Edged], list[Edged]]:
    above = [Edged(number, line, line.base, True) for line in lines[:DEEP] if line.base <= EDGE * height]
    below = [
        Edged(number, line, height - line.base, False)
        for line in reversed(lines[-DEEP:])
        if height - line.base <= EDGE * height
    ]
    return above, below


def _key(each: Edged) -> tuple[bool, str]:
    return each.above, DIGITS.sub("#", each.line.text.casefold())


def _repeated(edged: list[Edged], pages: int) -> set[tuple[int, Line]]:
    """Find the lines that stand on several pages at the same height, digits aside."""
    same: dict[tuple[bool, str], list[Edged]] = defaultdict(list)
    for each in edged:
        same[_key(each)].append(each)
    needed = 2 if pages <= 5 else 3
    return {(each.page, each.line) for group in same.values() for each in _often(group, needed)}


def _often(group: list[Edged], needed: int) -> Iterator[Edged]:
    """Yield those of alike lines that stand on enough pages at their height, from the edge or from the top."""
    pages: dict[tuple[str, int], set[int]] = defaultdict(set)
    for each in group:
        for step in _steps(each):
            pages[step].add(each.page)
    for each in group:
        near = [[pages.get((by, step + more), set()) for more in (-1, 0, 1)] for by, step in _steps(each)]
        if any(_together(sets, needed) for sets in near):
            yield each


def _together(sets: list[set[int]], needed: int) -> bool:
    """Whether sets of pages have so many pages in all; the large ones need not be put together to know."""
    return max(len(each) for each in sets) >= needed or len(set().union(*sets)) >= needed


def _steps(each: Edged) -> tuple[tuple[str, int], tuple[str, int]]:
    return ("edge", round(each.away / DRIFT)), ("top", round(each.line.base / DRIFT))


def _offsets(edges: list[tuple[list[Edged], list[Edged]]]) -> set[tuple[bool, int]]:
    """Find what to add to a page's index to get the number that stands alone at its edge, if several pages agree."""
    counted: Counter[tuple[bool, int]] = Counter()
    for edge in edges:
        for side in edge:
            for offset in {(each.above, offset) for each in side for offset in _offset(each)}:
                counted[offset] += 1
    return {offset for offset, times in counted.items() if times >= 2}


def _offset(each: Edged) -> Iterator[int]:
    match = NUMBER.fullmatch(each.line.text)
    if match:
        yield int(match[1]) - each.page


def _from_the_edge(
    side: list[Edged], repeated: set[tuple[int, Line]], offsets: set[tuple[bool, int]]
) -> Iterator[tuple[Line, FurnitureKind]]:
    """Go inwards from the edge of a page until a line is none."""
    for each in side:
        counts = any((each.above, offset) in offsets for offset in _offset(each))
        if counts or CLEAR.fullmatch(each.line.text):
            yield each.line, "page_number"
        elif (each.page, each.line) in repeated:
            yield each.line, "header" if each.above else "footer"
        else:
            return
