"""Rows to tables: what the end of a page tore is one table again, and one row of it one row."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from qstd.model.outline import Block, Cell, Furniture, Para, Row, Run, Spot, Table
from qstd.readers import residue
from qstd.readers.text.lines import Line, begins_small, ends_sentence
from qstd.readers.text.paragraphs import prose
from qstd.readers.text.rows import Cells, Rows, pipe_rows

Content = Callable[[str, Spot], Iterable[Block]]
_NARROW = 60  # characters of a line in a cell


def pipe_table(
    found: Sequence[Line], start: int, number: int, content: Content | None = None
) -> tuple[Table | None, list[Furniture], int] | None:
    """The table drawn with "|" that begins in a line, its repeated heads, and where the lines go on behind it. `content`
    makes blocks of the text of a cell.
    """
    first = pipe_rows(found, start)
    if first is None:
        return None
    rows, furniture, end = list(first.rows), list[Furniture](), first.end
    breaks: set[int] = set()
    while more := _next(found, end, first):
        breaks.add(len(rows))
        more_rows, repeated = _without_head(more, first)
        rows += more_rows
        furniture += repeated
        end = more.end
    return (table(rows, first.columns, number, breaks, content), furniture, end) if rows else (None, furniture, end)


def _next(found: Sequence[Line], end: int, first: Rows) -> Rows | None:
    """The table that goes on with the first one: nothing stands between them, and it has no head or the same."""
    while end < len(found) and found[end].empty:
        end += 1
    more = pipe_rows(found, end) if end < len(found) else None
    if more is None or not first.rows or (more.rows and more.columns != first.columns):
        return None
    return more if more.empty_head or not more.rows or _same_head(more, first) else None


def _same_head(more: Rows, first: Rows) -> bool:
    return first.rows[0].head and more.rows[0].texts == first.rows[0].texts


def _without_head(more: Rows, first: Rows) -> tuple[Sequence[Cells], list[Furniture]]:
    if more.empty_head or not more.rows:
        return more.rows, []
    head = more.rows[0]
    return more.rows[1:], [Furniture("repeated", " ".join(head.texts), Spot(line=head.line.number))]


def table(
    rows: Sequence[Cells],
    columns: int,
    number: int,
    breaks: Iterable[int] = (),
    content: Content | None = None,
) -> Table:
    """A table of rows. A row without a label goes on with the row above; where there are more than two columns, only
    where the table was torn (`breaks`: the indexes of the rows that come after a tear).
    """
    torn, result = set(breaks), list[Row]()
    for index, row in enumerate(rows):
        made = _row(row, columns, Spot(table=number, row=len(result) + 1), content or _cell)
        if result and not made.cells[0].blocks and (columns == 2 or index in torn):
            result[-1] = _joined(result[-1], made)
        else:
            result.append(made)
    return Table(tuple(result), columns, Spot(page=rows[0].line.page, line=rows[0].line.number, table=number))


def _row(row: Cells, columns: int, place: Spot, content: Content) -> Row:
    spot = replace(place, page=row.line.page, line=row.line.number)
    texts = (*row.texts, *[""] * (columns - len(row.texts)))
    cells = (
        Cell(tuple(content(text, replace(spot, column=column))), head=row.head) for column, text in enumerate(texts, 1)
    )
    return Row(tuple(cells), spot)


def _cell(text: str, spot: Spot) -> Iterator[Block]:
    if residue.has_tags(text) or "\n" not in text:
        yield from residue.paragraphs(text, spot)
        return
    found = [Line(each.rstrip(), spot.line, spot.page) for each in text.split("\n")]
    wide = max(len(line.text) for line in found)
    for block in prose(found, wide if wide <= 2 * _NARROW else 0, frozenset()):
        yield replace(block, spot=spot)


def _joined(above: Row, row: Row) -> Row:
    cells = (_joined_cell(one, other) for one, other in zip(above.cells, row.cells, strict=True))
    return replace(above, cells=tuple(cells))


def _joined_cell(above: Cell, cell: Cell) -> Cell:
    if not above.blocks or not cell.blocks:
        return replace(above, blocks=above.blocks + cell.blocks)
    last, first = above.blocks[-1], cell.blocks[0]
    if not (isinstance(last, Para) and isinstance(first, Para) and _is_torn(last.text, first.text)):
        return replace(above, blocks=above.blocks + cell.blocks)
    runs = residue.merged([*last.runs, Run("\n"), *first.runs])
    return replace(above, blocks=(*above.blocks[:-1], replace(last, runs=runs), *cell.blocks[1:]))


def _is_torn(text: str, following: str) -> bool:
    return begins_small(following) and not ends_sentence(text)
