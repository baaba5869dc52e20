"""Blocks as a few readable lines, for case files: `p:`, `h3:`, `-`, `1.`, `>`, `|`; ⏎ is a line break."""

from collections.abc import Iterator

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Emph,
    Heading,
    Inline,
    Inlines,
    Items,
    Link,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)


def shown(blocks: Blocks) -> list[str]:
    """All blocks, one line for each paragraph; what lies inside is indented."""
    return [line for block in blocks for line in _block(block)]


def _block(block: Block) -> Iterator[str]:
    match block:
        case Paragraph():
            yield f"p: {_inlines(block.inlines)}"
        case Heading():
            yield f"h{block.level}: {_inlines(block.inlines)}"
        case Items():
            for number, item in enumerate(block.items, block.start):
                yield from _marked(f"{number}." if block.kind == "ordered" else "-", item.blocks)
        case Note():
            yield from _marked(">", block.blocks)
        case Table():
            yield from (f"|| {_row(row)}" for row in block.head)
            yield from (f"| {_row(row)}" for row in block.body)


def _marked(mark: str, blocks: Blocks) -> Iterator[str]:
    first, *rest = shown(blocks) or [""]
    yield f"{mark} {first}"
    yield from (" " * (len(mark) + 1) + line for line in rest)


def _row(row: Row) -> str:
    return " | ".join(" ".join(shown(cell.blocks)).removeprefix("p: ") for cell in row.cells)


def _inlines(inlines: Inlines) -> str:
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Break():
            return "⏎"
        case Strong():
            return f"«strong {_inlines(inline.inlines)}»"
        case Emph():
            return f"«emph {_inlines(inline.inlines)}»"
        case Link():
            title = f' "{inline.title}"' if inline.title else ""
            return f"«link {inline.href}{title} {_inlines(inline.inlines)}»"
    raise AssertionError(inline)
