"""The words of a Markdown paragraph: stress, links, line breaks and rests of HTML, as runs."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from qstd import prose
from qstd.model.document import Break, Emph, Inline, Link, Paragraph, Strong, Text
from qstd.model.outline import LINE_BREAK, Furniture, Para, Spot
from qstd.readers import residue

# Characters that no file has (the reader of bytes takes them out) stand for what the parser must not see.
_LINE, _BREAK, _TAG_BEGINS, _TAG_ENDS = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_NEWLINE = re.compile(r"(?P<hard>\\| {2,})?[ \t]*\n[ \t]*")
_BLANKS = re.compile(" {2,}")
_HELD = re.compile(rf"[ ]?([{_LINE}{_BREAK}])[ ]?|{_TAG_BEGINS}(\d+){_TAG_ENDS}")
_IMAGE = re.compile(r"!\[([^\[\]\n]{0,400})\]\(([^()\n]{0,400})\)")
_BEFORE = "x "  # in front of the text, so that the parser sees a paragraph whatever the text begins with

_MOST = 20_000  # characters of a paragraph; in a longer one stars are stars


class _Piece(NamedTuple):
    text: str
    strong: bool
    emph: bool
    href: str


def paragraphs(markdown: str, spot: Spot) -> tuple[Para, ...]:
    """The paragraphs of some lines of Markdown without block marks: one, or more where tags of HTML divide it."""
    tags: list[str] = []

    def hold(tag: str) -> str:
        tags.append(tag)
        return f"{_TAG_BEGINS}{len(tags) - 1}{_TAG_ENDS}"

    held = residue.without_tags(_IMAGE.sub("", markdown), hold)
    lines = _BLANKS.sub(" ", _NEWLINE.sub(lambda end: f" {_BREAK if end['hard'] else _LINE} ", held.strip()))
    walk = residue.Walk(spot)
    whole = [_Piece(residue.entities(lines), False, False, "")]
    pieces = _unprefixed(_pieces(_inlines(_BEFORE + lines))) if len(lines) <= _MOST else whole
    for piece in pieces:
        _walk(walk, piece, tags)
    return walk.end()


def images(markdown: str, spot: Spot) -> Iterator[Furniture]:
    """What the pictures in some Markdown show, as far as it says so."""
    for image in _IMAGE.finditer(markdown):
        yield Furniture("hidden", image[1].strip(), spot)


def _inlines(line: str) -> Iterable[Inline]:
    for block in prose.blocks(line):
        if isinstance(block, Paragraph):
            yield from block.inlines


def _pieces(inlines: Iterable[Inline], strong: bool = False, emph: bool = False, href: str = "") -> Iterator[_Piece]:
    for each in inlines:
        match each:
            case Text(text):
                yield _Piece(text, strong, emph, href)
            case Break():
                yield _Piece(LINE_BREAK, strong, emph, href)
            case Strong(inner):
                yield from _pieces(inner, True, emph, href)
            case Emph(inner):
                yield from _pieces(inner, strong, True, href)
            case Link():
                yield from _pieces(each.inlines, strong, emph, each.href)
                if each.title:
                    yield _Piece(f" ({each.title})", strong, emph, href)


def _unprefixed(pieces: Iterator[_Piece]) -> Iterator[_Piece]:
    first = next(pieces, None)
    if first is not None:
        yield first._replace(text=first.text.removeprefix(_BEFORE).removeprefix(_BEFORE.strip()))
    yield from pieces


def _walk(walk: residue.Walk, piece: _Piece, tags: list[str]) -> None:
    start = 0
    for held in _HELD.finditer(piece.text):
        walk.characters(piece.text[start : held.start()], *piece[1:])
        if held[1]:
            walk.characters("\n" if held[1] == _LINE else LINE_BREAK, *piece[1:])
        else:
            walk.tag(tags[int(held[2])])
        start = held.end()
    walk.characters(piece.text[start:], *piece[1:])
