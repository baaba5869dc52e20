"""The grid of a table in a Word file: no word is lost where Word's limit is reached."""

import pytest

from qstd.model.document import Cell, Paragraph, Row, Table, Text, plain
from qstd.writers.docx_grid import MOST_COLUMNS, grid


def cell(text: str, rowspan: int = 1, colspan: int = 1) -> Cell:
    return Cell((Paragraph((Text(text),)),), rowspan=rowspan, colspan=colspan)


def rows(*body: Row) -> list[list[str]]:
    """The words of each row; each fills the table."""
    lines = grid(Table((), body))
    assert {sum(slot.span for slot in line.slots) for line in lines} == {MOST_COLUMNS}
    own = [[slot.cell for slot in line.slots if slot.cell and slot.merge != "continue"] for line in lines]
    return [
        [plain(block.inlines) for each in row for block in each.blocks if isinstance(block, Paragraph)] for row in own
    ]


@pytest.mark.parametrize("rowspan", [1, 2])
def test_cells_beyond_the_limit_stand_in_the_last_one(rowspan: int) -> None:
    names = [f"c{number}" for number in range(98)]
    assert rows(Row(tuple(cell(name, rowspan) for name in names)), Row((cell("næste"),))) == [names, ["næste"]]


def test_a_cell_too_wide_takes_the_next_ones_in() -> None:
    assert rows(Row((cell("a", colspan=90), cell("b"), cell("c")))) == [["a", "b", "c"]]


def test_where_cells_from_above_leave_no_room_the_last_of_them_ends() -> None:
    full = Row(tuple(cell(f"c{number}", rowspan=2) for number in range(MOST_COLUMNS)))
    assert rows(full, Row((cell("ny"), cell("mere"))))[1] == ["ny", "mere"]
