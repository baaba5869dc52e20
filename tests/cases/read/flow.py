"""The text of a section as the pieces that every format can show: lines, entries and small tables."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple

import pyphen  # type: ignore[import-untyped]  # the library has no types

from qstd import prose
from qstd.model.document import Block, Break, Heading, Inlines, Items, Paragraph, Table, Text

BREAK = "\u2028"
SOFT_HYPHEN = "\u00ad"
_HYPHENATOR = pyphen.Pyphen(lang="da_DK", left=3, right=3)


class Line(NamedTuple):
    """A paragraph, a heading inside a section, or an entry of a list with its depth and number."""

    kind: Literal["text", "sub", "bullet", "number"]
    text: str
    depth: int = 1
    number: int = 0


class Grid(NamedTuple):
    """A small table inside a section; the first row holds its headings."""

    rows: tuple[tuple[str, ...], ...]


Piece = Line | Grid
Trap = Mapping[str, str]


def pieces(text: str) -> list[Piece]:
    """Return the pieces of a section's text."""
    return [piece for block in prose.blocks(text) for piece in _of(block, 1)]


def _of(block: Block, depth: int) -> Iterator[Piece]:
    if isinstance(block, Paragraph):
        yield Line("text", _text(block.inlines))
    elif isinstance(block, Heading):
        yield Line("sub", _text(block.inlines))
    elif isinstance(block, Items):
        yield from _entries(block, depth)
    elif isinstance(block, Table):
        rows = (*block.head, *block.body)
        yield Grid(tuple(tuple(_cell(cell.blocks) for cell in row.cells) for row in rows))


def _entries(items: Items, depth: int) -> Iterator[Piece]:
    for number, item in enumerate(items.items, items.start):
        for block in item.blocks:
            if isinstance(block, Paragraph):
                kind: Literal["bullet", "number"] = "number" if items.kind == "ordered" else "bullet"
                yield Line(kind, _text(block.inlines), depth, number)
            else:
                yield from _of(block, depth + 1)


def _text(inlines: Inlines) -> str:
    parts = []
    for each in inlines:
        if isinstance(each, Text):
            parts.append(each.text)
        elif isinstance(each, Break):
            parts.append(BREAK)
        else:
            parts.append(_text(getattr(each, "inlines", ())))
    return re.sub(r"\s*\n\s*", " ", "".join(parts)).strip()


def _cell(blocks: Sequence[Block]) -> str:
    return " ".join(_text(each.inlines) for each in blocks if isinstance(each, Paragraph))


def label(number: str, heading: str) -> str:
    """Return a heading with its number as people type it."""
    if not number:
        return heading
    return f"{number} {heading}" if "." in number or not number.isdigit() else f"{number}. {heading}"


def typed(line: Line, bullet: str = "•") -> str:
    """Return an entry with its mark typed, other lines as they are."""
    if line.kind == "bullet":
        return f"{bullet} {line.text}"
    return f"{line.number}. {line.text}" if line.kind == "number" else line.text


def positions(word: str) -> list[int]:
    """Return where a Danish word may be torn."""
    found: list[int] = _HYPHENATOR.positions(word)
    return found


def softener(layout: Mapping[str, Any]) -> Callable[[str], str]:
    """Return what puts soft hyphens into long words, where the layout asks for it."""
    if not layout.get("hyphens") and not layout.get("soft"):
        return str

    def soften(text: str) -> str:
        return re.sub(r"[^\W\d_]{7,}", lambda word: _HYPHENATOR.inserted(word[0], SOFT_HYPHEN), text)

    return soften


def unmarked(text: str) -> str:
    """Take out the marks of notes, which the format makes itself."""
    return re.sub(r"^\[\d\] |\[\d\]", "", text)


def cut(text: str, traps: list[Trap]) -> Iterator[tuple[str, Trap | None]]:
    """Cut a text where traps are: stretches that a trap is about, and empty ones where it puts something in. A trap works
    once and is then taken from the list; a text box is about a whole paragraph and stays.
    """
    spots = []
    for trap in [each for each in traps if each["kind"] != "textbox"]:
        stretch = trap.get("around") or trap["after"]
        at = text.find(stretch)
        if at >= 0:
            start = at if "around" in trap else at + len(stretch)
            spots.append((start, at + len(stretch), trap))
            traps.remove(trap)
    done = 0
    for start, end, trap in sorted(spots, key=lambda spot: spot[:2]):
        if start > done:
            yield text[done:start], None
        yield text[start:end], trap
        done = end
    if done < len(text):
        yield text[done:], None
