"""Tables of an OpenDocument file: each cell says itself how far it reaches."""

from dataclasses import dataclass, field

from lxml import etree

from qstd.model.outline import Block, Cell, Row, Spot, Table
from qstd.readers.odt.names import number

MOST_COLUMNS = 100
MOST_ROWS = 10_000


@dataclass(slots=True)
class _OpenRow:
    cells: list[Cell]
    head: bool
    spot: Spot


@dataclass(slots=True)
class Grid:
    """A table while it is read."""

    spot: Spot
    rows: list[_OpenRow] = field(default_factory=list)
    columns: int = 1
    _column: int = 0

    @property
    def column(self) -> int:
        """The column in which the next cell begins, counted from 1."""
        return self._column + 1

    def row(self, head: bool, spot: Spot) -> None:
        """A row begins."""
        self.rows.append(_OpenRow([], head, spot))
        self._column = 0

    def cell(self, element: etree._Element, blocks: list[Block]) -> None:
        """A cell with what stands in it. One that is repeated is there again, but its text is not."""
        wide = _bounded(element, "table:number-columns-spanned", MOST_COLUMNS)
        high = _bounded(element, "table:number-rows-spanned", MOST_ROWS)
        cells = self.rows[-1].cells
        cells.append(Cell(tuple(blocks), wide, high, self.rows[-1].head))
        again = _bounded(element, "table:number-columns-repeated", MOST_COLUMNS) - 1
        cells += [Cell((), wide, high, self.rows[-1].head)] * again
        # A cell that spans columns is followed by as many covered ones.
        self._forward(1 + again)

    def covered(self, element: etree._Element, blocks: list[Block]) -> None:
        """A place that another cell reaches over. Text in it is not shown; what is left as a block must not be lost."""
        cells = self.rows[-1].cells
        if blocks and cells:
            last = cells[-1]
            cells[-1] = Cell((*last.blocks, *blocks), last.colspan, last.rowspan, last.head)
        self._forward(_bounded(element, "table:number-columns-repeated", MOST_COLUMNS))

    def closed(self) -> Table | None:
        """The table; None where it has no rows."""
        rows = tuple(Row(tuple(row.cells), row.spot) for row in self.rows)
        if not rows:
            return None
        return Table(rows, self.columns, self.spot, layout=sum(len(row.cells) for row in rows) == 1)

    def _forward(self, columns: int) -> None:
        self._column += columns
        self.columns = max(self.columns, self._column)


def _bounded(element: etree._Element, attribute: str, most: int) -> int:
    return min(max(number(element, attribute, 1), 1), most)
