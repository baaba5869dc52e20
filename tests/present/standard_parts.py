"""What tests look for in a laid-out standard: its anchors, its links, its marked sentences."""

from collections.abc import Iterator
from pathlib import Path

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Document,
    Heading,
    Inline,
    Inlines,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Table,
    Text,
    plain,
)
from qstd.model.municipality import Municipality
from qstd.model.standard import Section, Standard
from qstd.verbs.corpus import Checked, read
from qstd.workspace import find

ROOT = Path(__file__).parents[2]
LEJRE = Municipality(name="Lejre Kommune", code="0350")


def real() -> list[Checked]:
    """The two real standards, as read and checked."""
    workspace = find(ROOT)
    assert workspace is not None
    refs = ("hvidovre/stoette-og-kontaktperson", "lejre/stoettekontaktperson")
    return list(read([each for each in workspace.entries() if each.ref in refs], ROOT).standards)


def standard(*sections: Section, **fields: object) -> Standard:
    """A small standard."""
    given: dict[str, object] = {"schema": 1, "title": "Støtte", "service": "sel-99", "municipality": "lejre"}
    return Standard(**(given | {"status": "in_force", "sections": sections} | fields))  # type: ignore[arg-type]  # by name


def inlines_of(blocks: Blocks) -> Iterator[Inline]:
    """All inlines, also those inside others."""
    for block in blocks:
        for each in _of_block(block):
            yield from _with_inner((each,))


def _of_blocks(blocks: Blocks) -> Iterator[Inline]:
    for block in blocks:
        yield from _of_block(block)


def _of_block(block: Block) -> Iterator[Inline]:
    match block:
        case Paragraph() | Heading():
            yield from block.inlines
        case Items():
            for item in block.items:
                yield from item.label
                yield from _of_blocks(item.blocks)
        case Note():
            yield from _of_blocks(block.blocks)
        case Table():
            for row in (*block.head, *block.body):
                for cell in row.cells:
                    yield from _of_blocks(cell.blocks)


def _with_inner(inlines: Inlines) -> Iterator[Inline]:
    for each in inlines:
        yield each
        if not isinstance(each, (Text, Break)):
            yield from _with_inner(each.inlines)


def anchors(document: Document) -> list[str]:
    """Every anchor, in reading order."""
    own = [each.id for each in document.blocks if isinstance(each, (Heading, Paragraph))]
    marks = [each.id for each in inlines_of(document.blocks) if isinstance(each, Mark)]
    return [each for each in own + marks if each]


def links(document: Document) -> list[Link]:
    """Every link, once for each place."""
    return [each for each in inlines_of(document.blocks) if isinstance(each, Link)]


def folded(inlines: Inlines) -> str:
    """Words with ordinary spaces."""
    return " ".join(plain(inlines).split())
