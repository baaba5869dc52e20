"""What can only be said when the whole page is known: which text is larger than the rest."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from qstd.model.outline import Block, Para, Table, paragraphs

_LARGER = 1.15
_HEADING_LETTERS = 200
_BODY = 12.0


def finished(blocks: list[Block]) -> tuple[Block, ...]:
    """Mark the paragraphs that are larger than most of the text."""
    letters: Counter[float] = Counter()
    for para in paragraphs(blocks):
        letters[para.size] += len(para.text)
    most = max(letters, key=lambda size: letters[size], default=0.0)
    large = (most or _BODY) * _LARGER
    return _marked(blocks, large) if any(size >= large for size in letters) else tuple(blocks)


def _marked(blocks: Iterable[Block], large: float) -> tuple[Block, ...]:
    """Mark paragraphs, those in cells too; tables lie in each other no deeper than the walk allows."""
    return tuple(_para(block, large) if isinstance(block, Para) else _table(block, large) for block in blocks)


def _table(table: Table, large: float) -> Table:
    rows = (
        replace(row, cells=tuple(replace(cell, blocks=_marked(cell.blocks, large)) for cell in row.cells))
        for row in table.rows
    )
    return replace(table, rows=tuple(rows))


def _para(para: Para, large: float) -> Para:
    if para.size < large or len(para.text) > _HEADING_LETTERS:
        return para
    return replace(para, reasons=(*para.reasons, "size"))
