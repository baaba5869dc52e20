"""Tables whose rows are sections: a label in one column, its text beside it; torn rows and tables put together again."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qstd.model.outline import Block, Cell, Furniture, Para, Row, Run, Table, paragraphs
from qstd.recognise import numbers, topics
from qstd.recognise.grid import grid
from qstd.recognise.pieces import Labelled, Piece, said

_LABEL_HEADS = frozenset(
    "emne overskrift område punkt afsnit tema spørgsmål nr nummer felt titel element parameter".split()
)
_TEXT_HEADS = frozenset(
    "indhold beskrivelse tekst svar uddybning bemærkninger indsats ydelse serviceniveau forklaring".split()
)
_LONGEST_LABEL = 160
_LONG_TEXT = 12
_MOST_WORDS = 10
_MOST_HEAD_WORDS = 3


@dataclass(frozen=True, slots=True)
class Unrolled:
    """The pieces of a source, and the headers of tables that say no more than what the columns hold."""

    pieces: tuple[Piece, ...]
    headers: tuple[Furniture, ...]


def merged(blocks: Sequence[Block], lexicon: Mapping[str, str]) -> tuple[Block, ...]:
    """Put together tables with labels that follow one another, and in each the rows that go on with the one above."""
    out: list[Block] = []
    for block in blocks:
        if isinstance(block, Table):
            above = out[-1] if out else None
            if isinstance(above, Table) and _goes_on(above, block, lexicon):
                out[-1] = replace(above, rows=(*above.rows, *_torn(block.rows)))
                continue
        out.append(block)
    return tuple(_rejoined(each, lexicon) if isinstance(each, Table) else each for each in out)


def unrolled(blocks: Sequence[Block], lexicon: Mapping[str, str]) -> Unrolled:
    """Turn tables with labels into rows, and tables that only arrange the page into their blocks."""
    headers: list[Furniture] = []
    pieces = tuple(_pieces(blocks, lexicon, headers))
    return Unrolled(pieces, tuple(headers))


def _pieces(blocks: Sequence[Block], lexicon: Mapping[str, str], headers: list[Furniture]) -> Iterator[Piece]:
    for block in blocks:
        if isinstance(block, Para):
            yield block
        elif is_labelled(block, lexicon):
            yield from _labelled(block, headers)
        elif block.layout or _columns(block) < 2:
            inner = [each for row in block.rows for cell in row.cells for each in cell.blocks]
            yield from _pieces(inner, lexicon, headers)
        else:
            yield block


def is_labelled(table: Table, lexicon: Mapping[str, str]) -> bool:
    """Tell whether the rows of a table are sections: short labels beside texts, and enough of them about something."""
    rows = [row for row in _split_rows(table) if row.label]
    if not rows or any(len(row.label) > _LONGEST_LABEL for row in rows) or _columns(table) < 2:
        return False
    if _is_head(rows[0]):
        return True
    if _is_grid(rows):
        return False
    found = [topics.match(row.label, lexicon) for row in rows]
    sure = {each.topic for each in found if each.confidence >= 3}
    likely = {each.topic for each in found if each.confidence >= 2}
    if len(rows) < 3:
        return bool(sure) and len(likely) == len(rows)
    if len(likely) >= 2 and sure and sum(each.confidence >= 2 for each in found) >= 0.4 * len(rows):
        return True
    if 2 * sum(row.tells for row in rows) < len(rows):
        return False
    counted = sum(bool(numbers.split(row.label).number or row.number) for row in rows)
    return len(likely) >= 2 or 3 * counted >= 2 * len(rows) or _several_subjects(rows, lexicon)


def _is_grid(rows: Sequence["_Split"]) -> bool:
    """Tell whether a row of short heads stands above three or more columns of examples, none of them a text."""
    if len(rows) < 3 or any(len(row.cells) < 2 or row.number for row in rows):
        return False
    heads = [rows[0].label, *map(_text, rows[0].cells)]
    short = all(0 < len(each.split()) <= _MOST_HEAD_WORDS and each[-1].isalnum() for each in heads)
    return short and not any(row.tells and row.text.endswith((".", "!")) for row in rows)


def _several_subjects(rows: Sequence["_Split"], lexicon: Mapping[str, str]) -> bool:
    """Tell whether short labels stand beside texts about different things: headings that nobody knows."""
    if rows[0].is_header or any(len(row.label.split()) > _MOST_WORDS or row.label.endswith(".") for row in rows):
        return False
    found = {topics.decide(row.label, row.text, lexicon).topic for row in rows} - {""}
    return len(found) >= max(3, 0.4 * len(rows)) and len({row.label for row in rows}) == len(rows)


class _Split:
    """One row: its number (where that has a column of its own), label, text, and the cells with the text."""

    __slots__ = ("cells", "covered", "is_header", "label", "label_cell", "number", "row", "tells", "text", "whole")

    def __init__(self, row: Row, cells: Sequence[Cell | None], first: int) -> None:
        self.row = row
        self.label_cell = cells[first]
        self.covered = all(each is None for each in cells[: first + 1])
        self.number = " ".join(_text(each) for each in cells[:first] if each).strip()
        self.label = _text(self.label_cell)
        self.cells = [each for each in cells[first + 1 :] if each]
        self.text = " ".join(_text(each) for each in self.cells)
        self.tells = len(self.text.split()) >= _LONG_TEXT or self.text.endswith((".", "!"))
        self.is_header = bool(cells and all(each is None or each.head for each in cells)) and not self.tells
        self.whole = bool(self.label_cell and self.label_cell.colspan > 1 and not self.cells)


def _split_rows(table: Table) -> list[_Split]:
    rows = grid(table)
    first = 1 if _columns(table) > 2 and _counts(rows) else 0
    return [_Split(row, cells, first) for row, cells in zip(table.rows, rows, strict=True)]


def _counts(rows: Sequence[Sequence[Cell | None]]) -> bool:
    """Tell whether the first column holds nothing but numbers."""
    texts = [_text(row[0]) for row in rows if row and row[0]]
    filled = [each for each in texts if each]
    heads = _LABEL_HEADS
    plain = [each for each in filled if numbers.of_marker(each).replace(".", "").isdigit()]
    return len(plain) >= 2 and all(each in plain or topics.normal(each) in heads for each in filled)


def _columns(table: Table) -> int:
    rows = grid(table)
    return len(rows[0]) if rows else 0


def _text(cell: Cell | None) -> str:
    return " ".join(said(para) for para in paragraphs(cell.blocks)).strip() if cell else ""


def _is_head(row: _Split) -> bool:
    """Tell whether a row says "Emne | Indhold"."""
    return topics.normal(row.label) in _LABEL_HEADS and topics.normal(row.text) in _TEXT_HEADS


def _labelled(table: Table, headers: list[Furniture]) -> Iterator[Piece]:
    for row, below in _spanned(_split_rows(table)):
        blocks = tuple(block for each in (row, *below) for cell in each.cells for block in cell.blocks)
        if _is_head(row):
            headers.append(Furniture("header", " ".join(filter(None, (row.number, row.label, row.text))), row.row.spot))
        elif row.label_cell and (row.whole or not row.label):
            yield from _whole(row.label_cell) if row.whole else ()
            yield from blocks
        elif row.label_cell:
            yield Labelled(_label(row), blocks)
        else:
            yield from blocks


def _spanned(rows: Sequence[_Split]) -> Iterator[tuple[_Split, list[_Split]]]:
    """Yield each row with the rows below it into which its cell with the label reaches."""
    starts = [at for at, row in enumerate(rows) if at == 0 or not row.covered]
    for low, high in pairwise([*starts, len(rows)] if rows else []):
        yield rows[low], list(rows[low + 1 : high])


def _whole(cell: Cell) -> Iterator[Block]:
    """Yield the blocks of a row of one cell, which may be the heading of the rows below it."""
    for block in cell.blocks:
        yield replace(block, reasons=(*block.reasons, "label")) if isinstance(block, Para) else block


def _label(row: _Split) -> Para:
    """Make one paragraph of the cell with the label; a number with a column of its own is its mark."""
    paras = [para for para in paragraphs(row.label_cell.blocks if row.label_cell else ()) if said(para)]
    first = paras[0]
    rest = " ".join(said(para) for para in paras[1:])
    runs = (*first.runs, Run(f" {rest}")) if rest else first.runs
    label = replace(first, runs=runs, level=0, depth=0)
    if row.number and first.marker and not first.made:
        label = replace(label, runs=(Run(f"{first.marker} "), *runs))
    return replace(label, marker=row.number, made=False) if row.number else label


def _goes_on(above: Table, below: Table, lexicon: Mapping[str, str]) -> bool:
    if _columns(above) != _columns(below):
        return False
    rows = _split_rows(below)
    torn = bool(rows) and not rows[0].label and bool(rows[0].text)
    return is_labelled(above, lexicon) and (torn or is_labelled(below, lexicon))


def _torn(rows: Sequence[Row]) -> tuple[Row, ...]:
    """Say of the first row of a table that it may go on with the one above."""
    return (replace(rows[0], continues=True), *rows[1:]) if rows else ()


def _rejoined(table: Table, lexicon: Mapping[str, str]) -> Table:
    """Join rows that go on with the one above: marked so by the reader, or without a label in a table with labels."""
    labelled = is_labelled(table, lexicon)
    rows: list[Row] = []
    for row, split in zip(table.rows, _split_rows(table), strict=True):
        unlabelled = not split.label and split.label_cell is not None and bool(split.text) and not split.number
        goes_on = (row.continues and not split.label) or (labelled and unlabelled)
        if rows and goes_on and len(rows[-1].cells) == len(row.cells):
            rows[-1] = _one_row(rows[-1], row)
        else:
            rows.append(row)
    return replace(table, rows=tuple(rows))


def _one_row(above: Row, below: Row) -> Row:
    cells = zip(above.cells, below.cells, strict=True)
    return replace(above, cells=tuple(replace(a, blocks=_glued(a.blocks, b.blocks, below.continues)) for a, b in cells))


def _glued(above: tuple[Block, ...], below: tuple[Block, ...], torn: bool) -> tuple[Block, ...]:
    """Put the blocks of two pieces of a cell after one another; a sentence that the page tore becomes one paragraph."""
    last = above[-1] if above else None
    first = below[0] if below else None
    if torn and isinstance(last, Para) and isinstance(first, Para) and _unfinished(last, first):
        return (*above[:-1], replace(last, runs=(*last.runs, Run("\n"), *first.runs)), *below[1:])
    return (*above, *below)


def _unfinished(last: Para, first: Para) -> bool:
    end, start = last.text.rstrip()[-1:], first.text.lstrip()[:1]
    return not first.marker and (end in "-\u00ad" or (end not in ".:;!?" and start.islower()))
