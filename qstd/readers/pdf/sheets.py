"""A page after the first look: its words marked, its grids found, its words dealt out to the cells or left free."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from qstd.model.outline import FurnitureKind
from qstd.readers.pdf.contents import contents
from qstd.readers.pdf.furniture import furniture
from qstd.readers.pdf.grid import Grid, Place, grids, merged
from qstd.readers.pdf.lines import bullets, line, lines, linked, underlined
from qstd.readers.pdf.shapes import Line, Page, Rule, Word

LETTERHEAD = 0.2
"""A table no higher than this share of the page may be a letterhead."""


CELLS = 200_000
"""After so many cells tables are read as plain text; no standard has as many."""


@dataclass(slots=True)
class Ruled:
    """A grid with the words of each of its cells, and the grids that stand inside a cell."""

    grid: Grid
    words: dict[Place, list[Word]] = field(default_factory=dict)
    inner: dict[Place, list["Ruled"]] = field(default_factory=dict)

    def all_words(self) -> Iterator[Word]:
        """Yield every word, those of inner grids too."""
        for words in self.words.values():
            yield from words
        for inner in self.inner.values():
            for each in inner:
                yield from each.all_words()


@dataclass(slots=True)
class Sheet:
    """A page: its tables from top to bottom, its other lines, its furniture, and the rules across it."""

    page: Page
    tables: list[Ruled]
    lines: list[Line]
    rules: list[Rule]
    furniture: list[tuple[FurnitureKind, Line]] = field(default_factory=list)


def sheets(pages: list[Page]) -> list[Sheet]:
    """Look at all pages, and take out what is furniture."""
    found: list[Sheet] = []
    cells = 0
    for page in pages:
        found.append(_sheet(page, ruled=cells < CELLS))
        cells += sum(len(table.grid.places) for table in found[-1].tables)
    _without_furniture(found)
    return found


def _sheet(page: Page, ruled: bool) -> Sheet:
    words, rules = underlined(linked(page.words, page.links), page.rules)
    words += bullets(words, page.dots)
    tables = [Ruled(grid) for grid in (grids(rules) if ruled else ()) if len(grid.xs) > 2]
    free: list[Word] = []
    for word in words:
        if not _dealt(word, tables):
            free.append(word)
    return Sheet(page, _nested(tables), lines(free, page.number), merged(rules, True))


def _dealt(word: Word, tables: list[Ruled]) -> bool:
    """Give a word to the cell that its middle lies in; of tables inside each other, to the smallest."""
    x, y = (word.x0 + word.x1) / 2, word.base - 0.3 * word.size
    around = [each for each in tables if _holds(each.grid.box, x, y)]
    if not around:
        return False
    smallest = min(around, key=lambda each: _area(each.grid))
    smallest.words.setdefault(smallest.grid.at(x, y), []).append(word)
    return True


def _holds(box: tuple[float, float, float, float], x: float, y: float) -> bool:
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _area(grid: Grid) -> float:
    left, top, right, bottom = grid.box
    return (right - left) * (bottom - top)


def _nested(tables: list[Ruled]) -> list[Ruled]:
    """Put each table into the cell of the smallest table around it; give those that stand in none."""
    outer: list[Ruled] = []
    for each in tables:
        left, top, right, bottom = each.grid.box
        x, y = (left + right) / 2, (top + bottom) / 2
        around = [
            (other, place)
            for other in tables
            if other is not each and _area(other.grid) > _area(each.grid)
            for place in other.grid.places
            if _holds(place.box, x, y) and place.box[2] - place.box[0] >= right - left - 2
        ]
        if around:
            other, place = min(around, key=lambda pair: _area(pair[0].grid))
            other.inner.setdefault(place, []).append(each)
        else:
            outer.append(each)
    return outer


def _without_furniture(found: list[Sheet]) -> None:
    """Find headers, footers and page numbers over all pages (a small table may be one), then pages of contents."""
    whole: list[dict[Line, Ruled]] = [_letterheads(sheet) for sheet in found]
    edges = [
        sorted([*sheet.lines, *heads], key=lambda each: each.base) for sheet, heads in zip(found, whole, strict=True)
    ]
    kinds = furniture(edges, [sheet.page.height for sheet in found])
    for sheet, heads, kind in zip(found, whole, kinds, strict=True):
        sheet.furniture = [(kind[each], each) for each in sorted(kind, key=lambda each: each.base)]
        gone = {id(table) for each, table in heads.items() if each in kind}
        sheet.tables = [table for table in sheet.tables if id(table) not in gone]
        sheet.lines = [each for each in sheet.lines if each not in kind]
        listed = contents(sheet.lines)
        sheet.furniture += [("contents", each) for each in sheet.lines if each in listed]
        sheet.lines = [each for each in sheet.lines if each not in listed]


def _letterheads(sheet: Sheet) -> dict[Line, Ruled]:
    """Give the small tables of a page, each as one line of all its words."""
    found = {}
    for table in sheet.tables:
        low, high = table.grid.box[1], table.grid.box[3]
        words = list(table.all_words())
        if words and high - low <= LETTERHEAD * sheet.page.height:
            found[line(words, sheet.page.number)] = table
    return found
