"""Text that a cell of a spreadsheet can hold: bodies without markup, and no character that a file cannot carry."""

import re
from collections.abc import Iterator

from qstd import prose
from qstd.model.document import Block, Blocks, Break, Heading, Inline, Inlines, Items, Link, Paragraph, Table, Text

# What XML 1.0 cannot hold: control characters but tab and line feed, halves of a pair, and two that are no characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LINE_ENDS = re.compile("\r\n?")


def readable(text: str) -> str:
    """Return the text with forbidden characters replaced by ones that can be seen: ␀ to ␟ for controls, else �.
    Line ends are line feeds, since two programs read a carriage return in two ways.
    """
    return _FORBIDDEN.sub(_seen, _LINE_ENDS.sub("\n", text))


def _seen(found: re.Match[str]) -> str:
    code = ord(found[0])
    return chr(0x2400 + code) if code < 0x20 else "\ufffd"


def body_text(markdown: str) -> str:
    """Return a body as plain lines: list marks stay, a link's address stands after its words, cells are | apart."""
    return _joined(prose.blocks(markdown))


def _joined(blocks: Blocks) -> str:
    return "\n\n".join(filter(None, ("\n".join(_lines(each)) for each in blocks)))


def _lines(block: Block) -> Iterator[str]:
    if isinstance(block, (Paragraph, Heading)):
        yield _said(block.inlines)
    elif isinstance(block, Items):
        for at, item in enumerate(block.items, block.start):
            mark = f"{at}. " if block.kind == "ordered" else "– "
            yield mark + _joined(item.blocks).replace("\n", "\n   ")
    elif isinstance(block, Table):
        for row in (*block.head, *block.body):
            yield " | ".join(" ".join(_joined(cell.blocks).split("\n")) for cell in row.cells)
    else:
        yield "> " + _joined(block.blocks).replace("\n", "\n> ")


def _said(inlines: Inlines) -> str:
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    if isinstance(inline, Text):
        return inline.text
    if isinstance(inline, Break):
        return "\n"
    said = _said(inline.inlines)
    if not isinstance(inline, Link) or inline.href.startswith("#"):
        return said
    shown = inline.href.removeprefix("mailto:").removeprefix("tel:") == said
    return said if shown else f"{said} ({inline.href})"
