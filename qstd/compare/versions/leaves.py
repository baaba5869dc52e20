"""A standard as a list of leaves: its title, each section's heading and the texts of its body, the words of approval."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from qstd import prose
from qstd.model.document import Blocks, Cell, Heading, Inlines, Items, Note, Paragraph, Table, Text, plain
from qstd.model.revision import JOINT, Frame, Leaf
from qstd.model.standard import Section, Standard

Kind = Literal["title", "section", "heading", "paragraph", "row", "approval"]


def leaves(standard: Standard) -> tuple[Leaf, ...]:
    """Return the leaves of a standard in reading order."""
    return tuple(_leaves(standard))


def _leaves(standard: Standard) -> Iterator[Leaf]:
    yield _own("title", standard.title, 1)
    for at, section in enumerate(standard.sections):
        yield from _section(section, at)
    if standard.approval and standard.approval.text:
        yield _own("approval", standard.approval.text)


def _own(kind: Kind, text: str, level: int = 0) -> Leaf:
    return Leaf(kind, -1, text, ((Text(text),) if text else (),), level)


def _section(section: Section, at: int) -> Iterator[Leaf]:
    cells = ((Text(section.heading),) if section.heading else (),)
    yield Leaf("section", at, section.heading, cells, 2, section.number or "")
    yield from _Walk(at).blocks(prose.blocks(section.body), ())


@dataclass(slots=True)
class _Walk:
    """Walks the blocks of one body; counts the containers that it meets, so that each has a number of its own."""

    section: int
    containers: int = 0

    def blocks(self, blocks: Blocks, frames: tuple[Frame, ...], first: bool = False) -> Iterator[Leaf]:
        for block in blocks:
            match block:
                case Paragraph():
                    yield self._leaf("paragraph", (block.inlines,), frames, first)
                case Heading():
                    yield replace(self._leaf("heading", (block.inlines,), frames, first), level=block.level)
                case Items():
                    yield from self._items(block, frames)
                case Table():
                    yield from self._table(block, frames)
                case Note():
                    self.containers += 1
                    yield from self.blocks(block.blocks, (*frames, Frame("quote", self.containers)))
            first = False

    def _leaf(self, kind: Kind, cells: tuple[Inlines, ...], frames: tuple[Frame, ...], first: bool) -> Leaf:
        return Leaf(kind, self.section, JOINT.join(map(plain, cells)), cells, frames=frames, first=first)

    def _items(self, items: Items, frames: tuple[Frame, ...]) -> Iterator[Leaf]:
        self.containers += 1
        ordered = items.kind == "ordered"
        frame = Frame("ordered" if ordered else "bullet", self.containers, start=items.start if ordered else 1)
        for at, item in enumerate(items.items):
            inside = (*frames, replace(frame, item=at))
            # An entry that opens with anything but a text still has its mark: an empty text stands beside it.
            opens = bool(item.blocks) and isinstance(item.blocks[0], (Paragraph, Heading))
            if not opens:
                yield self._leaf("paragraph", ((),), inside, first=True)
            yield from self.blocks(item.blocks, inside, first=opens)

    def _table(self, table: Table, frames: tuple[Frame, ...]) -> Iterator[Leaf]:
        self.containers += 1
        for at, row in enumerate((*table.head, *table.body)):
            frame = Frame("table", self.containers, at, columns=len(row.cells), head=at < len(table.head))
            yield self._leaf("row", tuple(map(_inlines, row.cells)), (*frames, frame), first=True)


def _inlines(cell: Cell) -> Inlines:
    """Return the text of a cell; those of Markdown hold one paragraph."""
    return tuple(each for block in cell.blocks if isinstance(block, (Paragraph, Heading)) for each in block.inlines)
