"""The pieces of a page in reading order: tables by their rules, columns and tables by gaps, and paragraphs between."""

from collections.abc import Iterator
from itertools import pairwise

from qstd.readers.pdf import marks
from qstd.readers.pdf.bands import ALIGNED, NO_EDGES, Band, Edges, bands
from qstd.readers.pdf.grid import Place
from qstd.readers.pdf.layout import CellPart, Piece, RowPart, TablePart, Text
from qstd.readers.pdf.lines import lines
from qstd.readers.pdf.paragraphs import Leading, ended_early, leading, paragraphs
from qstd.readers.pdf.shapes import Line, Rule, Word
from qstd.readers.pdf.sheets import Ruled, Sheet

CROSSING = 0.6
"""A rule parts the rows of a table when it runs along this share of its width."""
PADDING = 15.0
"""Text in a cell stands at most this far from its edges; more is an indentation."""
COLUMNS = 6
"""Columns are looked for inside columns so many times."""


def spacing(found: list[Sheet]) -> Leading:
    """Learn how far apart lines are in this file."""
    columns = [sheet.lines for sheet in found]
    for sheet in found:
        for table in sheet.tables:
            columns += [lines(words, sheet.page.number) for words in table.words.values()]
    return leading(columns)


def pieces(found: list[Sheet], usual: Leading) -> Iterator[Piece]:
    """Yield the pieces of all pages, each from top to bottom."""
    edges = [_edges(sheet) for sheet in found]
    for number, sheet in enumerate(found):
        above = edges[number - 1][1] if number else NO_EDGES
        below = edges[number + 1][0] if number + 1 < len(found) else NO_EDGES
        yield from _Arranger(sheet, usual).pieces(above, below)


def _edges(sheet: Sheet) -> tuple[Edges, Edges]:
    """Give the edges of the tables without upright rules that a page begins and ends with."""
    tops = [table.grid.box[1] for table in sheet.tables]
    first = bands([line for line in sheet.lines if not tops or line.base <= min(tops)])
    last = bands([line for line in sheet.lines if line.base > max(tops)]) if tops else first
    begins = first[0].xs if first and first[0].kind == "labels" else NO_EDGES
    return begins, last[-1].xs if last and last[-1].kind == "labels" else NO_EDGES


class _Arranger:
    """Puts one page into reading order."""

    def __init__(self, sheet: Sheet, usual: Leading) -> None:
        self._sheet, self._usual = sheet, usual
        self._page = sheet.page.number

    def pieces(self, above: Edges, below: Edges) -> list[Piece]:
        """Give the pieces of the page; a table stands before the lines that begin below its upper edge."""
        found: list[Piece] = []
        left = self._sheet.lines
        right = max((line.x1 for line in left), default=0.0)
        for table in self._sheet.tables:
            top = table.grid.box[1]
            zone = [line for line in left if line.base <= top]
            found += self._free(zone, right, bands(zone, above))
            left, above = [line for line in left if line.base > top], NO_EDGES
            found.append(self._ruled(table))
        return found + self._free(left, right, bands(left, above, below))

    def _free(self, lines: list[Line], right: float, parts: list[Band], depth: int = 0) -> list[Piece]:
        """Give the pieces of lines that no rules arrange."""
        found: list[Piece] = []
        for band in parts:
            inside = lines[band.start : band.end]
            if band.kind == "labels":
                found.append(self._labelled(inside, band, right))
            elif band.kind == "columns" and depth < COLUMNS:
                for column in _columns(inside, band.xs, self._page):
                    edge = max((line.x1 for line in column), default=0.0)
                    found += self._free(column, edge, bands(column), depth + 1)
            else:
                found += self._texts(inside, right)
        return found

    def _texts(self, lines: list[Line], right: float) -> list[Piece]:
        return [Text(each, right) for each in paragraphs(lines, right, self._usual)]

    def _ruled(self, table: Ruled) -> TablePart:
        rows: list[RowPart] = []
        grid = table.grid
        for number in range(len(grid.ys) - 1):
            cells = tuple(
                CellPart(tuple(self._cell(table, place)), place.colspan, place.rowspan)
                for place in grid.places
                if place.row == number
            )
            if cells:
                rows.append(RowPart(cells, self._page, grid.ys[number]))
        return TablePart(tuple(rows), grid.xs[:-1], self._page, True, grid.open_below)

    def _cell(self, table: Ruled, place: Place) -> Iterator[Piece]:
        """Yield the pieces of a cell. Its lines could reach as close to its right edge as they begin after its left."""
        inside = lines(table.words.get(place, ()), self._page)
        left, _, end, _ = place.box
        padding = min((line.x0 for line in inside), default=left) - left
        right = max([end - min(padding, PADDING), *(line.x1 for line in inside)])
        for inner in table.inner.get(place, ()):
            top = inner.grid.box[1]
            yield from self._texts([line for line in inside if line.base <= top], right)
            inside = [line for line in inside if line.base > top]
            yield self._ruled(inner)
        yield from self._texts(inside, right)

    def _labelled(self, inside: list[Line], band: Band, right: float) -> TablePart:
        """Make the rows of a table without upright rules: parted by rules across where there are some, else by labels."""
        columns = _columns(inside, band.xs, self._page)
        left = min(line.x0 for line in inside)
        ends = [*(x - ALIGNED for x in band.xs), right]
        starts = _by_rules(inside, left, right, self._sheet.rules) or _by_labels(columns, band.xs[0], self._usual)
        rows: list[RowPart] = []
        for top, bottom in pairwise([float("-inf"), *starts, float("inf")]):
            parts = [[line for line in column if top <= line.base < bottom] for column in columns]
            if any(parts):
                cells = (CellPart(tuple(self._texts(part, end))) for part, end in zip(parts, ends, strict=True))
                rows.append(RowPart(tuple(cells), self._page, min(line.base for part in parts for line in part)))
        return TablePart(tuple(rows), (left, *band.xs), self._page, False, True)


def _columns(inside: list[Line], xs: tuple[float, ...], page: int) -> list[list[Line]]:
    """Deal the words of lines out to columns, and make lines of each column."""
    dealt: list[list[Word]] = [[] for _ in range(len(xs) + 1)]
    for line in inside:
        for word in line.words:
            dealt[sum(word.x0 >= x - ALIGNED for x in xs)].append(word)
    return [lines(words, page) for words in dealt]


def _by_rules(inside: list[Line], left: float, right: float, rules: list[Rule]) -> list[float]:
    """Give the heights of the rules between these lines; none where they are too few to part rows."""
    top, bottom = inside[0].base, inside[-1].base
    found = [
        rule.at
        for rule in sorted(rules, key=lambda rule: rule.at)
        if rule.across and top < rule.at < bottom and _along(rule, left, right) >= CROSSING * (right - left)
    ]
    return found if len(found) >= 2 else []


def _along(rule: Rule, left: float, right: float) -> float:
    return min(rule.end, right) - max(rule.start, left)


def _by_labels(columns: list[list[Line]], edge: float, usual: Leading) -> list[float]:
    """Give the heights where a label begins."""
    labels = columns[0]
    found: list[float] = []
    for number, label in enumerate(labels):
        if number == 0 or _begins(labels[number - 1], label, edge, usual):
            found.append(label.base - 0.6 * label.size)
    return found


def _begins(last: Line, label: Line, edge: float, usual: Leading) -> bool:
    """Whether a line of the label column is a label of its own and does not go on with the one above."""
    if label.base - last.base > usual.of(label.size) + 0.3 * label.size or marks.opens(label):
        return True
    return ended_early(last, label, edge - label.size) and not marks.begins_low(label.text)
