"""The grid of a table: where each cell lies when cells span rows and columns, and how wide the columns are."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from qstd.model.document import Block, Cell, Heading, Items, Note, Paragraph, Row, Table, plain

_TO_FILL, _HEADED = 42.0, 14.0  # what a column asks for that people are to write in, and what one beside it does
MOST_COLUMNS = 63  # Word's limit; a page that is laid out for Word has fewer


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in a row of the grid: a cell (or none: a hole), over `span` columns. `merge` is Word's vertical merge:
    a cell over several rows starts ("restart") and goes on ("continue") in the rows below.
    """

    cell: Cell | None
    column: int
    span: int = 1
    merge: Literal["", "restart", "continue"] = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the grid."""

    row: Row
    slots: tuple[Slot, ...]
    head: bool


def grid(table: Table) -> list[Line]:
    """Lay out the rows of a table; every line fills the width of the widest."""
    parts = [(row, slots, True) for row, slots in _section(table.head)]
    parts += [(row, slots, False) for row, slots in _section(table.body)]
    columns = max((slots[-1].column + slots[-1].span for _, slots, _ in parts if slots), default=0)
    return [Line(row, tuple(_filled(slots, columns)), head) for row, slots, head in parts] if columns else []


def _section(rows: Sequence[Row]) -> Iterable[tuple[Row, list[Slot]]]:
    """Lay out head or body; a cell does not reach from one into the other."""
    open_cells: dict[int, tuple[int, Slot]] = {}  # first column -> rows left, the slot that goes on
    for index, row in enumerate(rows):
        slots: list[Slot] = []
        queue = list(row.cells)
        column = 0
        while queue or any(first >= column for first in open_cells):
            slot = _next(queue, column, open_cells, len(rows) - index)
            if slot is None:
                slots[-1] = _crowded(slots[-1], queue)
                open_cells.pop(slots[-1].column, None)
                break
            slots.append(slot)
            column = slot.column + slot.span
        yield row, slots


def _next(queue: list[Cell], column: int, open_cells: dict[int, tuple[int, Slot]], rows_left: int) -> Slot | None:
    """Return the slot at `column`: one that goes on from above, the next cell, or a hole before one that goes on."""
    if column in open_cells:
        left, slot = open_cells.pop(column)
        if left > 1:
            open_cells[column] = (left - 1, slot)
        return slot
    if not queue:
        return Slot(None, column)
    if column >= MOST_COLUMNS:
        return None
    cell = queue.pop(0)
    room = min([first for first in open_cells if first > column], default=MOST_COLUMNS) - column
    span = max(1, min(cell.colspan, room))
    rows = max(1, min(cell.rowspan, rows_left))
    if rows > 1:
        # The slot below is found in the next row, so it counts from there.
        open_cells[column] = (rows - 1, Slot(cell, column, span, "continue"))
    return Slot(cell, column, span, "restart" if rows > 1 else "")


def _crowded(last: Slot, rest: Sequence[Cell]) -> Slot:
    """Return the last place of a row that is full with what stands in the cells left over too: Word takes no more, and
    no word may be lost. The cell then ends with its row.
    """
    own = last.cell.blocks if last.cell and last.merge != "continue" else ()
    blocks = own + tuple(block for cell in rest for block in cell.blocks)
    return replace(last, cell=replace(last.cell or Cell(()), blocks=blocks), merge="")


def _filled(slots: list[Slot], columns: int) -> Iterable[Slot]:
    yield from slots
    end = slots[-1].column + slots[-1].span if slots else 0
    yield from (Slot(None, column) for column in range(end, columns))


def widths(table: Table, lines: Sequence[Line], total: int) -> list[int]:
    """Share `total` among the columns: standards side by side get equal ones, others by how much stands in them."""
    columns = sum(slot.span for slot in lines[0].slots)
    if table.kind and columns > 1:
        first = total * (28 if columns == 2 else 17 if columns < 6 else 13) // 100
        shares = [first] + [(total - first) // (columns - 1)] * (columns - 1)
    else:
        weights = [8.0] * columns
        for slot in (slot for line in lines for slot in line.slots if slot.cell and slot.span == 1):
            weights[slot.column] = max(weights[slot.column], _weight(slot.cell))
        if table.form:
            said = {slot.column for line in lines if not line.head for slot in line.slots if _weight(slot.cell)}
            weights = [max(weight, _HEADED) if at in said else _TO_FILL for at, weight in enumerate(weights)]
        shares = [int(total * weight / sum(weights)) for weight in weights]
    shares[-1] += total - sum(shares)
    return shares


def _weight(cell: Cell | None) -> float:
    """Return how much room a cell asks for: its longest word at least, a long text more, but not in proportion."""
    words = _words(cell.blocks).split() if cell else []
    longest = max((len(word) for word in words), default=0)
    return min(max(longest * 1.2, float(sum(map(len, words)) + len(words))), 50.0)


def _words(blocks: Iterable[Block]) -> str:
    return " ".join(_block_words(block) for block in blocks)


def _block_words(block: Block) -> str:
    match block:
        case Paragraph() | Heading():
            return plain(block.inlines)
        case Items():
            return " ".join(f"{plain(item.label)} {_words(item.blocks)}" for item in block.items)
        case Note():
            return f"{plain(block.title)} {_words(block.blocks)}"
        case Table():
            return "tabel " * 6
