"""Tables with more columns than a page or a terminal has room for, as several tables: groups of columns that fit.

The names of the rows, the law and the baseline stand first in each of them. Whatever is repeated has its anchors in the
first table only, so that each is there once.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qstd.model.document import Cell, Row, Table

_REPEATED = {"law", "baseline"}


@dataclass(frozen=True, slots=True)
class Part:
    """A table of some of the columns: of `total` that are not repeated, those from `first` to `last` (from 1).
    `columns` are the numbers (from 0) of its columns in the whole table.
    """

    table: Table
    columns: tuple[int, ...]
    first: int
    last: int
    total: int


def column_groups(table: Table, most: int) -> tuple[Part, ...]:
    """Split a comparison into tables of at most `most` columns beside the names of the rows."""
    heads = table.head[0].cells if table.head else ()
    count = len(heads)
    repeated = [at for at in range(1, count) if _REPEATED.intersection(heads[at].kinds)]
    counts = [at for at in range(1, count) if "spread" in heads[at].kinds]
    own = [at for at in range(1, count) if at not in {*repeated, *counts}]
    if count - 1 <= most:
        return (Part(table, tuple(range(count)), 1, len(own), len(own)),)
    size = max(most - len(repeated), 1)
    chunks = [own[at : at + size] for at in range(0, len(own), size)]
    # What is counted across all columns has a table of its own, since it belongs to none of the groups.
    parts = [Part(table, (0, *counts), 0, 0, len(own))] if counts else []
    first = 1
    for chunk in chunks:
        parts.append(Part(table, (0, *repeated, *chunk), first, first + len(chunk) - 1, len(own)))
        first += len(chunk)
    return tuple(_part(each, parts[:at]) for at, each in enumerate(parts))


def _part(part: Part, before: Sequence[Part]) -> Part:
    """Keep the part's own columns; anchors stand where a column is met first, those of rows in the first table."""
    met = {at for other in before for at in other.columns}
    table = replace(
        part.table,
        head=tuple(_row(each, part.columns, met) for each in part.table.head),
        body=tuple(_row(each, part.columns, met) for each in part.table.body),
    )
    return replace(part, table=table)


def _row(row: Row, columns: Sequence[int], met: set[int]) -> Row:
    if len(row.cells) == 1:
        return replace(row, cells=(replace(row.cells[0], colspan=len(columns)),), id="" if met else row.id)
    cells = (_cell(row.cells[at], at in met) for at in columns)
    return replace(row, cells=tuple(cells), id="" if met else row.id)


def _cell(cell: Cell, met: bool) -> Cell:
    return replace(cell, id="") if met and cell.id else cell
