"""Changes to inlines that leave their words alone: wrapping a stretch of characters, rewriting each text."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from operator import is_not
from typing import TypeVar

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Link,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)

T = TypeVar("T")
Wrap = Callable[[Inlines], Inline]


def wrap(inlines: Inlines, spans: Sequence[tuple[int, int, Wrap]]) -> Inlines:
    """Wrap stretches of characters. `spans` are (start, end, how), sorted and apart. A stretch that begins or ends
    inside another inline (bold words) takes in all of that inline.
    """
    if not spans:
        return inlines
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most paragraphs are
        return tuple(_wrapped(inlines[0].text, spans))
    out: list[Inline] = []
    held: list[Inline] = []
    at, waiting = 0, list(spans)
    for piece in _pieces(inlines, [edge for start, end, _ in spans for edge in (start, end)]):
        while waiting and at >= waiting[0][1]:
            _close(out, held, waiting.pop(0)[2])
        end = at + len(plain((piece,)))
        (held if waiting and end > waiting[0][0] else out).append(piece)
        at = end
    if waiting:
        _close(out, held, waiting[0][2])
    return tuple(out)


def _wrapped(text: str, spans: Sequence[tuple[int, int, Wrap]]) -> Iterator[Inline]:
    at = 0
    for start, end, how in spans:
        if start < min(end, len(text)):
            if at < start:
                yield Text(text[at:start])
            yield how((Text(text[start:end]),))
            at = end
    if at < len(text):
        yield Text(text[at:])


def _close(out: list[Inline], held: list[Inline], how: Wrap) -> None:
    if held:
        out.append(how(tuple(held)))
        held.clear()


def _pieces(inlines: Inlines, edges: list[int]) -> Iterator[Inline]:
    """Yield the inlines with texts cut at the edges."""
    at = 0
    for each in inlines:
        length = len(plain((each,)))
        if isinstance(each, Text):
            cuts = sorted({0, length, *(edge - at for edge in edges if at < edge < at + length)})
            for start, end in pairwise(cuts):
                yield Text(each.text[start:end])
        else:
            yield each
        at += length


def wrap_inside(inlines: Inlines, spans: Sequence[tuple[int, int, Wrap]], at: int = 0) -> Inlines:
    """Wrap stretches of characters that stand whole in one text, however deep; not inside a link, which can hold no
    other. `spans` are (start, end, how), sorted and apart; `at` is where the inlines begin.
    """
    if not spans:
        return inlines
    out: list[Inline] = []
    for each in inlines:
        end = at + len(plain((each,)))
        if isinstance(each, Text):
            out += wrap(
                (each,), [(start - at, stop - at, how) for start, stop, how in spans if at <= start and stop <= end]
            )
        elif isinstance(each, (Break, Link)):
            out.append(each)
        else:
            out.append(replace(each, inlines=wrap_inside(each.inlines, spans, at)))
        at = end
    return tuple(out)


def cut(inlines: Inlines, start: int, end: int) -> Inlines:
    """Return the characters from `start` up to `end`, with their emphasis and links; a line break is one character."""
    out: list[Inline] = []
    at = 0
    for each in inlines:
        length = len(plain((each,)))
        first, last = max(start - at, 0), min(end - at, length)
        if first < last:
            out.append(each if (first, last) == (0, length) else _part(each, first, last))
        at += length
    return tuple(out)


def _part(inline: Inline, start: int, end: int) -> Inline:
    if isinstance(inline, Text):
        return Text(inline.text[start:end])
    return inline if isinstance(inline, Break) else replace(inline, inlines=cut(inline.inlines, start, end))


def rewrite(inlines: Inlines, change: Callable[[str], Inlines]) -> Inlines:
    """Replace each text by inlines, also inside other inlines."""
    if len(inlines) == 1 and isinstance(inlines[0], Text):  # as most paragraphs are
        return change(inlines[0].text)
    return tuple(new for each in inlines for new in _rewritten(each, change))


def _rewritten(inline: Inline, change: Callable[[str], Inlines]) -> Inlines:
    if isinstance(inline, Text):
        return change(inline.text)
    if isinstance(inline, Break):
        return (inline,)
    return (replace(inline, inlines=rewrite(inline.inlines, change)),)


def over_blocks(blocks: Blocks, change: Callable[[Inlines], Inlines]) -> Blocks:
    """Change the inlines of every paragraph, heading, item and cell. What is not changed stays the same value."""
    return _each(blocks, lambda block: _over_block(block, change))


def _each(values: tuple[T, ...], change: Callable[[T], T]) -> tuple[T, ...]:
    """Change each value; where all stay the very same, so does what holds them."""
    changed = tuple([change(each) for each in values])
    return changed if any(map(is_not, changed, values)) else values


def _over_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    if isinstance(block, (Paragraph, Heading)):
        inlines = change(block.inlines)
        if inlines is block.inlines:
            return block
        if isinstance(block, Heading):
            return replace(block, inlines=inlines)
        return Paragraph(inlines, block.kind, block.id, block.change)
    if isinstance(block, Items):
        items = _each(block.items, lambda each: _over_item(each, change))
        return block if items is block.items else Items(items, block.kind, block.start)
    if isinstance(block, Table):
        return replace(block, head=_over_rows(block.head, change), body=_over_rows(block.body, change))
    blocks = over_blocks(block.blocks, change)
    return block if blocks is block.blocks else replace(block, blocks=blocks)


def _over_item(item: Item, change: Callable[[Inlines], Inlines]) -> Item:
    blocks = over_blocks(item.blocks, change)
    return item if blocks is item.blocks else Item(blocks, item.label)


def _over_rows(rows: tuple[Row, ...], change: Callable[[Inlines], Inlines]) -> tuple[Row, ...]:
    return tuple(
        replace(row, cells=tuple(replace(cell, blocks=over_blocks(cell.blocks, change)) for cell in row.cells))
        for row in rows
    )
