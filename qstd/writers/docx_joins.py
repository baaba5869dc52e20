"""Paragraphs that one version joins and the other parts, made such that every word processor agrees on the result.

Where two paragraphs become one, Word gives it the look of the last and LibreOffice that of the first. So paragraphs
are joined by their ends only where they look alike; where they do not, or where a paragraph becomes another thing (the
first of a list entry, say), the old one is written as gone and the new one as new. The same goes for tables whose rows
cannot go one by one.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from qstd.model.document import (
    Block,
    Blocks,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Note,
    Paragraph,
    Row,
    Table,
    plain,
)
from qstd.writers.docx_changes import (
    OTHER,
    SIDES,
    Leaf,
    Side,
    first,
    gone,
    has_words,
    marked,
    only_row,
    only_rows,
    rows_change,
    stands,
    words_of,
)
from qstd.writers.docx_links import closed


def settled(document: Document) -> Document:
    """Return the document such that runs, ends of paragraphs and rows alone tell both of its versions."""
    blocks = _story(document.blocks)
    return replace(document, blocks=_named_once(blocks, set(_new_names(blocks))))


def _story(blocks: Blocks) -> Blocks:
    """Settle blocks that follow each other: the whole text, or a cell."""
    slots = list(_slots(blocks))
    blocks = _with_leaves(blocks, [(each,) for each in _ended(slots)], _tables)
    slots = list(_slots(blocks))
    return _begun(_with_leaves(blocks, _told(slots), lambda table: (table,)))


# ---------- Walks ----------


@dataclass(frozen=True, slots=True)
class _Slot:
    """A paragraph or heading where it stands: in which containers, whether it begins a list entry in the new and in
    the old version and then bears a label, and whether the text before it could go on in it. Without a `leaf`:
    something else between two.
    """

    leaf: Leaf | None
    place: tuple[int, ...] = ()
    begins: tuple[bool, bool] = (False, False)
    labelled: bool = False
    open: bool = False


_BETWEEN = _Slot(None)


def _slots(blocks: Blocks, place: tuple[int, ...] = ()) -> Iterator[_Slot]:
    for number, block in enumerate(blocks):
        match block:
            case Paragraph() | Heading():
                yield _Slot(block, place, open=True)
            case Items():
                for entry, item in enumerate(block.items):
                    yield from _item_slots(item, block, (*place, number), entry)
                if block.kind == "facts":
                    yield _BETWEEN
            case Note():
                if block.title or not block.blocks:
                    yield _BETWEEN
                yield from _slots(block.blocks, (*place, number))
            case Table():
                yield _BETWEEN


def _item_slots(item: Item, items: Items, place: tuple[int, ...], entry: int) -> Iterator[_Slot]:
    begins = [first(item, side) for side in SIDES]
    labelled = items.kind == "facts" or bool(plain(item.label))
    if not item.blocks:
        yield _BETWEEN
    for index, block in enumerate(item.blocks):
        if isinstance(block, Paragraph):
            new, old = (start is not None and start.index == index for start in begins)
            yield _Slot(block, place, (new, old), labelled, open=bool(index) or not labelled)
        else:
            if not index:
                yield _BETWEEN
            yield from _slots((block,), (*place, entry, index))


def _with_leaves(blocks: Blocks, leaves: list[tuple[Leaf, ...]], tables: Callable[[Table], Blocks]) -> Blocks:
    """Return blocks with other paragraphs and headings, in the order in which `_slots` gives them."""
    waiting = iter(leaves)
    return _walked(blocks, lambda leaf: next(waiting), tables)


def _walked(blocks: Blocks, leaves: Callable[[Leaf], tuple[Leaf, ...]], tables: Callable[[Table], Blocks]) -> Blocks:
    made: list[Block] = []
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                made += leaves(block)
            case Items():
                items = tuple(replace(item, blocks=_walked(item.blocks, leaves, tables)) for item in block.items)
                made.append(replace(block, items=items))
            case Note():
                made.append(replace(block, blocks=_walked(block.blocks, leaves, tables)))
            case Table():
                made += tables(block)
    return tuple(made)


def _in_cells(table: Table, change: Callable[[Blocks], Blocks]) -> Table:
    def rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(
            replace(row, cells=tuple(replace(cell, blocks=change(cell.blocks)) for cell in row.cells)) for row in rows
        )

    return replace(table, head=rows(table.head), body=rows(table.body))


# ---------- Paragraphs ----------


def _ended(slots: list[_Slot]) -> Iterator[Leaf]:
    """Return the paragraphs such that none with words lacks an end where nothing follows that its words could go to."""
    carried = dict.fromkeys(SIDES, False)
    for slot, after in zip(slots, [*slots, _BETWEEN][1:], strict=True):
        if slot.leaf is None:
            continue
        leaf = slot.leaf
        for side in SIDES:
            carried[side] = carried[side] or has_words(leaf.inlines, side)
        if leaf.change and not after.open and carried[OTHER[leaf.change]]:
            leaf = replace(leaf, change="")
        for side in SIDES:
            carried[side] = carried[side] and not stands(leaf, side)
        yield leaf


@dataclass(slots=True)
class _Joined:
    """Paragraphs that hang together, because words of one go on in the next in one of the versions."""

    leaves: list[Leaf]
    words: list[dict[Side, Inlines]]  # of each leaf, in the versions where it stands
    alike: bool = True


def _told(slots: list[_Slot]) -> list[tuple[Leaf, ...]]:
    """Return for each paragraph what is written for it: itself, or the old one as gone and the new one as new."""
    told: list[tuple[Leaf, ...]] = []
    for group in _groups(slot for slot in slots if slot.leaf is not None):
        if group.alike:
            told += [(closed(leaf),) for leaf in group.leaves]
        else:
            told += [_both(leaf, words) for leaf, words in zip(group.leaves, group.words, strict=True)]
    return told


def _both(leaf: Leaf, words: dict[Side, Inlines]) -> tuple[Leaf, ...]:
    return tuple(
        replace(leaf, inlines=marked(words[side], side), change=side) for side in ("del", "ins") if side in words
    )


def _groups(slots: Iterator[_Slot]) -> Iterator[_Joined]:
    group = _Joined([], [])
    waiting: dict[Side, Inlines] = dict.fromkeys(SIDES, ())
    look: object = None
    for slot in slots:
        leaf = slot.leaf
        assert leaf is not None
        if group.leaves and not any(waiting.values()):
            yield group
            group = _Joined([], [])
        if group.leaves and look != _look(slot):
            group.alike = False
        look = _look(slot)
        group.leaves.append(leaf)
        group.words.append({})
        for side in SIDES:
            words = waiting[side] + words_of(leaf.inlines, side)
            if stands(leaf, side):
                group.words[-1][side] = words
                words = ()
            waiting[side] = words if has_words(words, side) else ()
        if not leaf.change and slot.begins[0] != slot.begins[1]:
            group.alike = False
    if group.leaves:
        yield group


def _look(slot: _Slot) -> object:
    """Return what must be equal in paragraphs that are joined by their ends alone."""
    leaf = slot.leaf
    numbered = isinstance(leaf, Heading) and leaf.number
    if numbered or (slot.labelled and slot.begins[0] != slot.begins[1]):
        # A number or a label stands before the words: joined, it would stand in their midst.
        return object()
    kind = leaf.level if isinstance(leaf, Heading) else leaf.kind if leaf else ""
    return kind, any(slot.begins), slot.place


# ---------- List entries ----------


def _begun(blocks: Blocks) -> Blocks:
    """Let the first paragraph of an entry stay, emptied, where otherwise nothing would bear the entry's mark or label."""
    made: list[Block] = []
    for block in blocks:
        if isinstance(block, Items):
            items = (replace(item, blocks=_begun(item.blocks)) for item in block.items)
            block = replace(block, items=tuple(map(_begun_item, items)))
        elif isinstance(block, Note):
            block = replace(block, blocks=_begun(block.blocks))
        made.append(block)
    return tuple(made)


def _begun_item(item: Item) -> Item:
    beginning = item.blocks[0] if item.blocks else None
    if not isinstance(beginning, Paragraph) or beginning.kind or not (change := gone(beginning)):
        return item
    other = first(item, OTHER[change])
    if other is None or not other.empty:
        return item
    return replace(item, blocks=(replace(beginning, change=""), *item.blocks[1:]))


# ---------- Tables ----------


def _tables(table: Table) -> Blocks:
    """Settle a table; where its rows cannot go one by one, the old table goes and a new one comes."""
    table = _in_cells(table, _story)
    rows = table.head + table.body
    if not any(row.change for row in rows):
        return (table,)
    if not rows_change(rows) and not _even(rows):
        return (only_rows(table, "del"), only_rows(table, "ins"))

    def marked_rows(rows: tuple[Row, ...]) -> tuple[Row, ...]:
        return tuple(only_row(row, row.change) if row.change else row for row in rows)

    return (replace(table, head=marked_rows(table.head), body=marked_rows(table.body)),)


def _even(rows: tuple[Row, ...]) -> bool:
    """Whether the columns of a table stay the same when rows come and go."""
    if any(cell.rowspan > 1 for row in rows for cell in row.cells):
        return False
    widths = [
        max((sum(cell.colspan for cell in row.cells) for row in rows if row.change in ("", side)), default=0)
        for side in SIDES
    ]
    return widths[0] == widths[1]


# ---------- Anchors ----------


def _new_names(blocks: Blocks) -> Iterator[str]:
    """Return the anchors and sections of what the new version has."""
    for block in blocks:
        match block:
            case Paragraph() | Heading():
                if gone(block) != "del":
                    yield "#" + block.id
                    yield block.section if isinstance(block, Heading) else ""
            case Items():
                for item in block.items:
                    yield from _new_names(item.blocks)
            case Note():
                yield from _new_names(block.blocks)
            case Table():
                for row in block.head + block.body:
                    for cell in row.cells:
                        yield from _new_names(cell.blocks)


def _named_once(blocks: Blocks, taken: set[str]) -> Blocks:
    """Take their names from deleted paragraphs and headings where the new version has others of that name."""

    def strip(leaf: Leaf) -> tuple[Leaf, ...]:
        if gone(leaf) != "del":
            return (leaf,)
        leaf = replace(leaf, id="" if "#" + leaf.id in taken else leaf.id)
        if isinstance(leaf, Heading) and leaf.section in taken:
            leaf = replace(leaf, section="")
        return (leaf,)

    return _walked(blocks, strip, lambda table: (_in_cells(table, lambda inner: _named_once(inner, taken)),))
