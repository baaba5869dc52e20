"""Tables of a Word file: cells that span columns and rows, put where they begin."""

from dataclasses import dataclass, field

from lxml import etree

from qstd.model.outline import Block, Cell, Row, Spot, Table
from qstd.readers.docx.names import W, is_on
from qstd.readers.docx.styles import whole

MOST_COLUMNS = 100
VALUE, HEADER, SPAN, MERGE = f"{W}val", f"{W}tblHeader", f"{W}gridSpan", f"{W}vMerge"
BEFORE, AFTER = f"{W}gridBefore", f"{W}gridAfter"
STRUCK = {f"{W}del", f"{W}cellDel"}


@dataclass(slots=True)
class OpenCell:
    """A cell while its table is read."""

    blocks: list[Block]
    colspan: int = 1
    rowspan: int = 1


@dataclass(slots=True)
class _OpenRow:
    cells: list[OpenCell]
    head: bool
    spot: Spot


@dataclass(slots=True)
class Grid:
    """A table while it is read: its rows, and in each column the cell that cells below may join."""

    spot: Spot
    rows: list[_OpenRow] = field(default_factory=list)
    columns: int = 0
    _column: int = 0
    _above: dict[int, OpenCell] = field(default_factory=dict)

    def row(self, properties: etree._Element | None, spot: Spot) -> None:
        """A row begins."""
        mark = None if properties is None else properties.find(HEADER)
        self._column = 0
        self.rows.append(_OpenRow([], mark is not None and is_on(mark.get(VALUE)), spot))
        if properties is not None:
            self._skip(properties.find(BEFORE))

    def end_row(self, properties: etree._Element | None) -> None:
        """A row ends."""
        if properties is not None:
            self._skip(properties.find(AFTER))

    @property
    def column(self) -> int:
        """The column in which the next cell begins, counted from 1."""
        return self._column + 1

    def cell(self, properties: etree._Element | None, blocks: list[Block]) -> None:
        """A cell with what stands in it; one that goes on with the cell above is joined to it."""
        stated = {} if properties is None else {str(child.tag): child for child in properties}
        span = _number(stated.get(SPAN))
        merge = stated.get(MERGE)
        above = self._above.get(self._column)
        if merge is not None and merge.get(VALUE, "continue") != "restart" and above is not None:
            above.rowspan += 1
            # Word shows no text of such a cell, but where some is left it must not be lost.
            above.blocks += blocks
        else:
            cell = OpenCell(blocks, span)
            self.rows[-1].cells.append(cell)
            self._above.pop(self._column, None)
            if merge is not None:
                self._above[self._column] = cell
        self._forward(span)

    def closed(self) -> Table | None:
        """The table; None where it has no rows."""
        rows = tuple(
            Row(tuple(Cell(tuple(cell.blocks), cell.colspan, cell.rowspan, row.head) for cell in row.cells), row.spot)
            for row in self.rows
        )
        if not rows:
            return None
        return Table(rows, max(self.columns, 1), self.spot, layout=sum(len(row.cells) for row in rows) == 1)

    def _skip(self, skipped: etree._Element | None) -> None:
        if skipped is not None:
            span = _number(skipped)
            self.rows[-1].cells.append(OpenCell([], span))
            self._forward(span)

    def _forward(self, span: int) -> None:
        for column in range(self._column + 1, self._column + span):
            self._above.pop(column, None)
        self._column += span
        self.columns = max(self.columns, self._column)


def _number(element: etree._Element | None) -> int:
    return 1 if element is None else min(max(whole(element.get(VALUE), 1), 1), MOST_COLUMNS)


def is_struck(properties: etree._Element | None) -> bool:
    """Whether a row or cell was deleted as a whole."""
    return properties is not None and any(child.tag in STRUCK for child in properties)


def is_hidden(properties: etree._Element | None) -> bool:
    """Whether a row is not shown."""
    mark = properties.find(f"{W}hidden") if properties is not None else None
    return mark is not None and is_on(mark.get(VALUE))
