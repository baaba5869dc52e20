"""The two versions that a Document with changes tells of, by what the model says of changes.

Words: `Ins` is in the new one only, `Del` in the old one only. A paragraph whose end a version lacks goes on in the
next paragraph of the same text; where none follows at once (but a table, a title, a label, or nothing) it stays if it
has words. Entries, lists, notes and tables of which nothing is left are gone.
"""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Del,
    Document,
    Heading,
    Inline,
    Inlines,
    Ins,
    Item,
    Items,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)

Side = Literal["ins", "del"]


def accepted(document: Document) -> Document:
    """The new version."""
    return replace(document, blocks=_story(document.blocks, "ins"))


def rejected(document: Document) -> Document:
    """The old version."""
    return replace(document, blocks=_story(document.blocks, "del"))


def _words(inlines: Inlines, side: Side) -> Inlines:
    made: list[Inline] = []
    for each in inlines:
        if isinstance(each, Text | Break):
            made.append(each)
        elif isinstance(each, Ins | Del):
            made += _words(each.inlines, side) if isinstance(each, Ins) == (side == "ins") else ()
        else:
            made.append(replace(each, inlines=_words(each.inlines, side)))
    return tuple(made)


def _any(inlines: Inlines) -> bool:
    return plain(inlines) != ""


Stop = tuple[Paragraph | Heading | None, bool]
BETWEEN: Stop = (None, False)


def _story(blocks: Blocks, side: Side) -> Blocks:
    """One version of blocks that follow each other."""
    stops = list(_stops(blocks))
    kept: list[Inlines | None] = []
    words: Inlines = ()
    for stop, after in zip(stops, [*stops, BETWEEN][1:], strict=True):
        if stop[0] is None:
            continue
        leaf = stop[0]
        words += _words(leaf.inlines, side)
        goes_on = after[0] is not None and after[1]
        if leaf.change in ("", side) or (not goes_on and _any(words)):
            kept.append(words)
            words = ()
        else:
            kept.append(None)
    return tuple(_rebuilt(blocks, iter(kept), side))


def _stops(blocks: Blocks) -> Iterator[Stop]:
    """The paragraphs in order, and whether text before each could go on in it; None for what stands between them."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                yield block, True
            case Items():
                for item in block.items:
                    yield from _item_stops(item, block.kind == "facts" or plain(item.label) != "")
                if block.kind == "facts":
                    yield BETWEEN
            case Note():
                if block.title or not block.blocks:
                    yield BETWEEN
                yield from _stops(block.blocks)
            case Table():
                yield BETWEEN


def _item_stops(item: Item, labelled: bool) -> Iterator[Stop]:
    inner = list(_stops(item.blocks))
    if item.blocks and isinstance(item.blocks[0], Paragraph):
        inner[0] = (inner[0][0], not labelled)
    else:
        inner.insert(0, BETWEEN)  # the paragraph with the entry's mark has no words of its own
    yield from inner


def _rebuilt(blocks: Blocks, kept: Iterator[Inlines | None], side: Side) -> Iterator[Block]:
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                words = next(kept)
                if words is not None:
                    yield replace(block, inlines=words, change="")
            case Items():
                items = tuple(item for each in block.items for item in _item(each, kept, side))
                if items or not block.items:
                    yield replace(block, items=items)
            case Note():
                inner = tuple(_rebuilt(block.blocks, kept, side))
                title = _words(block.title, side)
                if inner or _any(title) or not (block.blocks or _any(block.title)):
                    yield replace(block, blocks=inner, title=title if _any(title) else ())
            case Table():
                yield from _table(block, side)


def _item(item: Item, kept: Iterator[Inlines | None], side: Side) -> Iterator[Item]:
    inner = tuple(_rebuilt(item.blocks, kept, side))
    label = _words(item.label, side)
    if inner or _any(label) or not (item.blocks or _any(item.label)):
        yield Item(inner, label)


def _table(table: Table, side: Side) -> Iterator[Table]:
    def rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(_row(row, side) for row in rows if row.change in ("", side))

    head, body, caption = rows(table.head), rows(table.body), _words(table.caption, side)
    if head or body or _any(caption) or not (table.head or table.body):
        yield replace(table, head=head, body=body, caption=caption if _any(caption) else ())


def _row(row: Row, side: Side) -> Row:
    # what stands in a new row is new, whether or not its paragraphs say so
    cells = tuple(replace(cell, blocks=_story(cell.blocks, side)) for cell in row.cells)
    return replace(row, cells=cells, change="")
