"""The cells of a table by row and column, spans spread out."""

from qstd.model.outline import Cell, Table

_WIDEST = 64


def grid(table: Table) -> list[list[Cell | None]]:
    """Return a list of columns for each row; a cell stands where it begins, None where another one reaches or none is."""
    reach: list[int] = []  # how many rows below a cell above still covers each column
    rows: list[list[Cell | None]] = []
    for row in table.rows:
        out: list[Cell | None] = []
        for cell in row.cells:
            while len(out) < len(reach) and reach[len(out)] > 0:
                out.append(None)
            width = max(1, min(cell.colspan, _WIDEST))
            below = max(0, min(cell.rowspan, len(table.rows)) - 1)
            reach += [0] * (len(out) + width - len(reach))
            reach[len(out) : len(out) + width] = [below + 1] * width
            out += [cell, *[None] * (width - 1)]
        rows.append(out)
        reach = [max(0, each - 1) for each in reach]
    width = max((len(each) for each in rows), default=0)
    return [each + [None] * (width - len(each)) for each in rows]
