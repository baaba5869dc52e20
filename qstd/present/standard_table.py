"""A standard laid out as a table, as many municipalities know it from their own files: the headings at the left, the words
beside them.
"""

from collections.abc import Iterator
from dataclasses import replace

from qstd.model.document import Block, Cell, Document, Heading, Paragraph, Row, Table


def tabled(document: Document) -> Document:
    """Return a document of a standard with its sections as the rows of a table; the rest stays as it is."""
    return replace(document, blocks=tuple(_blocks(document)))


def _blocks(document: Document) -> Iterator[Block]:
    rows: list[Row] = []
    heading: Heading | None = None
    body: list[Block] = []
    for block in (*document.blocks, None):
        ends = block is None or (isinstance(block, Heading) and (bool(block.section) or block.level <= 2))
        ends = ends or (isinstance(block, Paragraph) and block.kind == "approval")
        if not ends and heading is not None and block is not None:
            body.append(block)
            continue
        if ends and heading is not None:
            rows.append(Row((Cell((heading,), header="row"), Cell(tuple(body)))))
            heading, body = None, []
        if isinstance(block, Heading) and block.section:
            heading = block
            continue
        if rows:
            yield Table((), tuple(rows), kind="texts")
            rows = []
        if block is not None:
            yield block
