"""Pages of contents: lines that end with the number of a page, in rising order, with leaders or under their heading."""

import re

from qstd.readers.pdf.shapes import Line

LEADERS = re.compile(r"(?:[.…·_]\s?){3,}\s*(\d{1,4})$")
NUMBERED = re.compile(r"\S.*\s(\d{1,4})$")
HEADING = re.compile(r"(?:indhold|indholdsfortegnelse|indholdsoversigt|oversigt)\s*:?", re.I)
FEWEST = 3


def contents(lines: list[Line]) -> set[Line]:
    """Find the lines of a page that are a table of contents, its heading included."""
    found: set[Line] = set()
    start = 0
    while start < len(lines):
        headed = bool(HEADING.fullmatch(lines[start].text))
        first = start + 1 if headed else start
        end = _end(lines, first, headed)
        if end > first:
            found.update(lines[start:end])
            start = end
        else:
            start += 1
    return found


def _end(lines: list[Line], first: int, headed: bool) -> int:
    """Say where a table of contents that begins at a line ends; at that line where none begins."""
    entries, last, end = 0, 0, first
    for number in range(first, len(lines)):
        page = _page(lines[number], headed)
        if page is None:
            # An entry may run over two lines; the number stands on its last.
            if number + 1 < len(lines) and number == end and entries and _page(lines[number + 1], headed) is not None:
                continue
            break
        if page < last:
            break
        entries, last, end = entries + 1, page, number + 1
    needed = 2 if headed else FEWEST
    return end if entries >= needed else first


def _page(line: Line, headed: bool) -> int | None:
    match = LEADERS.search(line.text) or (NUMBERED.fullmatch(line.text) if headed else None)
    return int(match[1]) if match else None
