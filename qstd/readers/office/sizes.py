"""Paragraphs that are larger than the text around them: that may be a heading."""

from collections import Counter
from dataclasses import replace

from qstd.model.outline import Block, Para, Table, paragraphs

LARGER = 1.0  # points


def with_sizes(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """The blocks, with the reason "size" for paragraphs that are larger than most of the text."""
    sizes: Counter[float] = Counter()
    for para in paragraphs(blocks):
        sizes[para.size] += sum([len(run.text) for run in para.runs])
    if len(sizes) < 2:
        return blocks
    usual = sizes.most_common(1)[0][0]
    return tuple(_marked(block, usual + LARGER) for block in blocks) if max(sizes) >= usual + LARGER else blocks


def _marked(block: Block, least: float) -> Block:
    if isinstance(block, Para):
        return replace(block, reasons=(*block.reasons, "size")) if block.size >= least else block
    return _marked_table(block, least)


def _marked_table(table: Table, least: float) -> Table:
    rows = []
    for row in table.rows:
        cells = [replace(cell, blocks=tuple(_marked(block, least) for block in cell.blocks)) for cell in row.cells]
        rows.append(replace(row, cells=tuple(cells)))
    return replace(table, rows=tuple(rows))
