"""The text with tracked changes: accepting all of them gives the new version, refusing all of them the old one."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings

from qstd.compare.versions import Side, revise
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Document,
    Heading,
    Inline,
    Inlines,
    Item,
    Items,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)
from qstd.model.revision import Revision
from qstd.model.standard import Section, Standard
from qstd.present.revision import tracked_document
from tests.compare.version_strategies import pairs
from tests.writers.versions import accepted, rejected


def of(old: Standard, new: Standard) -> Revision:
    return revise(Side("by/x", "HEAD~1", old, "By Kommune"), Side("by/x", "", new, "By Kommune"))


def standard(*bodies: str) -> Standard:
    sections = tuple(
        Section(topic=f"t{at}", number=str(at + 1), heading="Pris", body=body) for at, body in enumerate(bodies)
    )
    return Standard(schema=1, title="Standard", service="sel-99", status="draft", sections=sections, municipality="by")


# ---------- What counts: words, their looks, where they stand ----------


def outline(document: Document) -> list[Any]:
    return _blocks(document.blocks)


def _blocks(blocks: Blocks) -> list[Any]:
    return [_block(each) for each in blocks]


def _block(block: Block) -> Any:
    match block:
        case Heading():
            number = f"{block.number}{'.' * block.number.isdigit()} " if block.number else ""
            return ("heading", block.level, _looks((Text(number), *block.inlines)), block.change)
        case Paragraph():
            return ("paragraph", block.kind, _looks(block.inlines), block.change)
        case Items():
            return ("items", block.kind, block.start, [_item(each) for each in block.items])
        case Note():
            return ("note", block.kind, _looks(block.title), _blocks(block.blocks))
        case Table():
            return ("table", [_row(each) for each in block.head], [_row(each) for each in block.body])


def _item(item: Item) -> Any:
    """An entry that opens with an empty text is one that opens with nothing but its mark."""
    inner = item.blocks
    while inner and isinstance(inner[0], Paragraph) and not plain(inner[0].inlines):
        inner = inner[1:]
    return _looks(item.label), _blocks(inner)


def _row(row: Row) -> Any:
    return row.change, [(each.header, _blocks(each.blocks)) for each in row.cells]


def _looks(inlines: Inlines) -> list[tuple[str, tuple[Inline, ...]]]:
    """The characters in stretches of one look."""
    out: list[tuple[str, tuple[Inline, ...]]] = []
    for text, look in _runs(inlines, ()):
        if out and out[-1][1] == look:
            out[-1] = (out[-1][0] + text, look)
        elif text:
            out.append((text, look))
    return out


def _runs(inlines: Inlines, look: tuple[Inline, ...]) -> Any:
    for each in inlines:
        if isinstance(each, Text):
            yield each.text, look
        elif isinstance(each, Break):
            yield "\n", (*look, each)
        else:
            yield from _runs(each.inlines, (*look, replace(each, inlines=())))


def holds(old: Standard, new: Standard) -> None:
    document = tracked_document(of(old, new))

    assert outline(tracked_document(of(new, new))) == outline(accepted(document))
    assert outline(tracked_document(of(old, old))) == outline(rejected(document))


@settings(max_examples=300, deadline=None)
@given(pairs())
def test_accepting_gives_the_new_version_and_refusing_the_old_one(pair: tuple[Standard, Standard]) -> None:
    holds(*pair)


HARD = [
    ("- én\n- to", "- én\n- to\n\nOrd.\n\n- én\n- to"),
    ("- en sætning her. En anden sætning der.\n- to", "- en sætning her.\n- En anden sætning der.\n- to"),
    ("- en sætning her.\n- En anden sætning der.\n- to", "- en sætning her. En anden sætning der.\n- to"),
    ("- p\n\n  en sætning her. En anden sætning der.", "- p\n\n  en sætning her.\n- En anden sætning der."),
    ("- en sætning her. En anden sætning der.\n\n  mere", "- en sætning her.\n- En anden sætning der.\n\n  mere"),
    ("1. a\n2. b\n\nx\n\n3. c", "1. a\n2. b\n3. c"),
    ("-\n  - dyb\n- y", "- ord\n  - dyb\n- y"),
    ("-\n  - dyb", "-"),
    ("-", "-\n  - dyb"),
    ("- a", "-\n- a"),
    ("| a | b |\n|-|-|\n| 1 | 2 |", "| a | b | c |\n|-|-|-|\n| 1 | 2 | 3 |"),
    ("> a\n\n> b", "a\n\n> b"),
    ("Se **fed og** mager tekst her.", "Se fed **og mager** tekst her."),
    ("Se [a b c](/x) nu.", "Se [a b](/x) [c](/y) nu."),
    ("En første sætning. Og en anden sætning.", "En første sætning.\n\nOg en anden sætning."),
    ("### Over\n\ntekst", "tekst\n\n### Over"),
    ("a\\\nb", "a b"),
]


@pytest.mark.parametrize(("old", "new"), HARD)
def test_structure_is_exact_both_ways(old: str, new: str) -> None:
    holds(standard(old), standard(new))
    holds(standard(new), standard(old))
    holds(standard(old, new), standard(new))
    holds(standard(old), standard(new, old))
