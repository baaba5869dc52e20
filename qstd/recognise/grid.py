"""The cells of a table by row and column, spans spread out."""

from qstd.model.outline import Cell, Table

_WIDEST = 64  # columns that a span reaches
_MOST = 20_000  # cells


def grid(table: Table) -> list[list[Cell | None]]:
    """Return a list of columns for each row; a cell stands where it begins, None where another one reaches or none is. The
    spans of a table that they would make larger than any page are not spread out.
    """
    rows = _spread(table, True)
    return rows if len(rows) * (len(rows[0]) if rows else 0) <= _MOST else _spread(table, False)


def _spread(table: Table, spans: bool) -> list[list[Cell | None]]:
    reach: list[int] = []  # how many rows below a cell above still covers each column
    rows: list[list[Cell | None]] = []
    for row in table.rows:
        out: list[Cell | None] = []
        for cell in row.cells:
            while len(out) < len(reach) and reach[len(out)] > 0:
                out.append(None)
            width = max(1, min(cell.colspan, _WIDEST - len(out))) if spans else 1
            below = max(0, min(cell.rowspan, len(table.rows)) - 1) if spans else 0
            reach += [0] * (len(out) + width - len(reach))
            reach[len(out) : len(out) + width] = [below + 1] * width
            out += [cell, *[None] * (width - 1)]
        rows.append(out)
        reach = [max(0, each - 1) for each in reach]
    width = max((len(each) for each in rows), default=0)
    return [each + [None] * (width - len(each)) for each in rows]
