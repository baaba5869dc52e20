"""What changed in a document, as Word can say it: which words, ends of paragraphs and rows each version has.

A version is called by the change that it alone has: `ins` is the new one, `del` the old one. A paragraph whose end a
version lacks does not stand there: its words go on in the next paragraph, and without words nothing of it is left.
"""

from dataclasses import dataclass, replace
from typing import Literal, TypeAlias

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Change,
    Del,
    Heading,
    Inline,
    Inlines,
    Ins,
    Item,
    Items,
    Mark,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)

Side = Literal["ins", "del"]
Leaf: TypeAlias = Paragraph | Heading
SIDES: tuple[Side, Side] = ("ins", "del")
OTHER: dict[Side, Side] = {"ins": "del", "del": "ins"}
_WRAPPERS: dict[Side, type[Ins] | type[Del]] = {"ins": Ins, "del": Del}


# ---------- Words ----------


def words_of(inlines: Inlines, side: Side) -> Inlines:
    """Return the words that a version has, as plain ones. Anchors stay with the new version, so that each is one."""
    made: list[Inline] = []
    for each in inlines:
        if isinstance(each, Text | Break):
            made.append(each)
        elif isinstance(each, Ins | Del):
            if isinstance(each, _WRAPPERS[side]):
                made += words_of(each.inlines, side)
        elif isinstance(each, Mark) and side == "del":
            made.append(replace(each, inlines=words_of(each.inlines, side), id=""))
        else:
            made.append(replace(each, inlines=words_of(each.inlines, side)))
    return tuple(made)


def has_words(inlines: Inlines, side: Side) -> bool:
    """Whether a version has anything of some inlines."""
    return any(_has_words(each, side) for each in inlines)


def _has_words(inline: Inline, side: Side) -> bool:
    if isinstance(inline, Text):
        return bool(inline.text)
    if isinstance(inline, Break):
        return True
    return not isinstance(inline, _WRAPPERS[OTHER[side]]) and has_words(inline.inlines, side)


def marked(inlines: Inlines, side: Side) -> Inlines:
    """Return the words of a version as words that it alone has."""
    words = words_of(inlines, side)
    return (_WRAPPERS[side](words),) if words else ()


def whole(inlines: Inlines) -> Change:
    """Return the change that all words of some inlines share."""
    new, old = has_words(inlines, "ins"), has_words(inlines, "del")
    return "" if new == old else "ins" if new else "del"


# ---------- Blocks ----------


def stands(block: Block, side: Side) -> bool:
    """Whether a version has a block."""
    match block:
        case Paragraph() | Heading():
            return block.change in ("", side)
        case Items():
            return not block.items or any(item_stands(item, side) for item in block.items)
        case Note():
            if any(stands(each, side) for each in block.blocks) or has_words(block.title, side):
                return True
            return not block.blocks and not has_words(block.title, OTHER[side])
        case Table():
            rows = block.head + block.body
            return not rows or any(each.change in ("", side) for each in rows) or has_words(block.caption, side)


def item_stands(item: Item, side: Side) -> bool:
    """Whether a version has an entry of a list."""
    if any(stands(each, side) for each in item.blocks) or has_words(item.label, side):
        return True
    return not item.blocks and not has_words(item.label, OTHER[side])


def gone(leaf: Leaf) -> Change:
    """Return the change of a paragraph that is wholly new or gone: the other version has neither words nor end."""
    return leaf.change if leaf.change and not has_words(leaf.inlines, OTHER[leaf.change]) else ""


def items_change(items: Items) -> Change:
    """Return the change of a whole list."""
    return _common(tuple(side for side in SIDES if any(item_stands(each, side) for each in items.items)))


def rows_change(rows: tuple[Row, ...]) -> Change:
    """Return the change of a whole table."""
    return _common(tuple(side for side in SIDES if any(row.change in ("", side) for row in rows)))


def _common(sides: tuple[Side, ...]) -> Change:
    return sides[0] if len(sides) == 1 else ""


@dataclass(frozen=True, slots=True)
class Start:
    """Where an entry of a list begins: at the paragraph number `index` among its blocks, or with an `empty` paragraph
    before that block; in one version, if it has a `change`.
    """

    index: int
    empty: bool
    change: Change = ""


def starts(item: Item) -> tuple[Start, ...]:
    """Return where an entry begins in each version: one place if both begin there."""
    places = {side: start for side in SIDES if (start := first(item, side)) is not None}
    if len(places) < 2:
        return tuple(replace(start, change=side) for side, start in places.items())
    new, old = places["ins"], places["del"]
    if new == old or (new.empty and old.empty):
        return (new if new.index < old.index else old,)
    both = (replace(new, change="ins"), replace(old, change="del"))
    return tuple(sorted(both, key=lambda start: (start.index, not start.empty)))


def first(item: Item, side: Side) -> Start | None:
    """Return where an entry begins in one version, if that has it."""
    if not item_stands(item, side):
        return None
    index = next((index for index, each in enumerate(item.blocks) if stands(each, side)), None)
    if index is None:
        return Start(0, empty=True)
    return Start(index, empty=not isinstance(item.blocks[index], Paragraph))


# ---------- One version ----------


def only(blocks: Blocks, side: Side) -> Blocks:
    """Return what a version has of some blocks as blocks that it alone has."""
    return tuple(_only(each, side) for each in blocks if _has(each, side))


def _has(block: Block, side: Side) -> bool:
    """Whether a version has a block or words of it, be it in a paragraph whose end it lacks."""
    match block:
        case Paragraph() | Heading():
            return stands(block, side) or has_words(block.inlines, side)
        case Items():
            return not block.items or any(_has_item(item, side) for item in block.items)
        case Note():
            return stands(block, side) or any(_has(each, side) for each in block.blocks)
        case Table():
            return stands(block, side)


def _has_item(item: Item, side: Side) -> bool:
    return item_stands(item, side) or any(_has(each, side) for each in item.blocks)


def _only(block: Block, side: Side) -> Block:
    match block:
        case Paragraph() | Heading():
            return replace(block, inlines=marked(block.inlines, side), change=block.change or side)
        case Items():
            kept = (item for item in block.items if _has_item(item, side))
            items = (replace(item, blocks=only(item.blocks, side), label=marked(item.label, side)) for item in kept)
            return replace(block, items=tuple(items))
        case Note():
            return replace(block, blocks=only(block.blocks, side), title=marked(block.title, side))
        case Table():
            return only_rows(block, side)


def only_rows(table: Table, side: Side) -> Table:
    """Return a table of the rows that a version has, as rows that it alone has."""
    head, body = (
        tuple(only_row(row, side) for row in rows if row.change in ("", side)) for rows in (table.head, table.body)
    )
    return replace(table, head=head, body=body, caption=marked(table.caption, side))


def only_row(row: Row, side: Side) -> Row:
    """Return a row as one that a version alone has."""
    cells = tuple(replace(cell, blocks=only(cell.blocks, side)) for cell in row.cells)
    return replace(row, cells=cells, change=side)


# ---------- XML ----------


def around(xml: str, change: Change) -> str:
    """Return plain runs as runs that one version alone has."""
    if not (change and xml):
        return xml
    if change == "del":
        xml = xml.replace("<w:t ", "<w:delText ").replace("</w:t>", "</w:delText>")
    return f"<w:{change}>{xml}</w:{change}>"
