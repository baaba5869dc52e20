"""The merged text of two versions as blocks: containers become lists, tables and quotations; a leaf becomes what `layout`
makes of it.
"""

from collections.abc import Callable, Iterator, Sequence

from qstd.model.document import Block, Blocks, Cell, Item, Items, Note, Paragraph, Row, Table
from qstd.present.revision_text import Branch, Merged, Piece

Layout = Callable[[Piece], Block]
LayoutRow = Callable[[Piece], Row]


def blocks(children: Merged, layout: Layout, row: LayoutRow) -> Blocks:
    """Return merged leaves and containers as blocks."""
    return tuple(_blocks(children, layout, row))


def _blocks(children: Merged, layout: Layout, row: LayoutRow) -> Iterator[Block]:
    for child in children:
        if isinstance(child, Piece):
            yield layout(child)
        elif child.kind == "table":
            yield _table(child, row)
        elif child.kind == "quote":
            yield Note(blocks(child.children, layout, row), "quote")
        elif child.kind != "item":
            items = (Item(blocks(_shown(each), layout, row)) for each in child.children if isinstance(each, Branch))
            yield Items(tuple(items), "ordered" if child.kind == "ordered" else "bullet", child.start)


def _shown(item: Branch) -> Merged:
    """Leave out a text that is empty and stands for the mark of an entry alone, where the entry has anything else."""
    children = item.children
    return tuple(
        each
        for each in children
        if not (
            isinstance(each, Piece)
            and not any(each.cells)
            and any(each.sides <= more.sides for more in children if more is not each)
        )
    )


def _table(table: Branch, row: LayoutRow) -> Table:
    rows = [each for each in table.children if isinstance(each, Piece)]
    head = tuple(row(each) for each in rows if _heads(each))
    return Table(head, tuple(row(each) for each in rows if not _heads(each)))


def _heads(piece: Piece) -> bool:
    return piece.leaf.frames[-1].head


def plain_row(piece: Piece) -> Row:
    """Return a row with its merged words and nothing else."""
    return Row(cells(piece, [(Paragraph(each),) for each in piece.cells]), change=piece.change)


def cells(piece: Piece, contents: Sequence[Blocks]) -> tuple[Cell, ...]:
    """Return the cells of a row."""
    return tuple(Cell(each, header="column" if _heads(piece) else "") for each in contents)
