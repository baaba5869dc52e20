"""Blocks of an outline from the pieces of the layout: runs, reasons for headings, spots."""

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from qstd.model.outline import NOWHERE, Block, Cell, Para, Reason, Row, Run, Spot, Table
from qstd.readers.pdf import marks
from qstd.readers.pdf.entries import nested, without_counting
from qstd.readers.pdf.layout import CellPart, Piece, RowPart, TablePart, Text
from qstd.readers.pdf.shapes import Line, Word

LARGER = 1.12
"""A heading is set this much larger than most of the text."""
TIGHT = 0.1
"""Words closer than this, in sizes, have no space between them."""
LONGEST = 200
"""A heading has no more characters."""


class Converter:
    """Makes blocks; counts paragraphs and tables on the way."""

    def __init__(self, pieces: list[Piece]) -> None:
        self._pieces = pieces
        self._body = body_size(pieces)
        self._tagged = headings_are_few(pieces)
        self._paragraphs = 0
        self._tables = 0

    def all_blocks(self) -> tuple[Block, ...]:
        """Give the blocks of all pieces."""
        return self.blocks(self._pieces)

    def blocks(self, pieces: Iterable[Piece], spot: Spot = NOWHERE) -> tuple[Block, ...]:
        """Give the blocks of pieces; `spot` is the cell that they stand in."""
        found = [self._para(each, spot) if isinstance(each, Text) else self._table(each) for each in pieces]
        return tuple(nested(without_counting(found)))

    def _para(self, text: Text, cell: Spot) -> Para:
        self._paragraphs += 1
        lines = text.lines
        spot = Spot(
            page=lines[0].page,
            paragraph=self._paragraphs,
            box=_box(line for line in lines if line.page == lines[0].page),
            table=cell.table,
            row=cell.row,
            column=cell.column,
        )
        size = _size(lines)
        level = self._level(lines)
        reasons = tuple(self._reasons(lines, size, cell))
        return Para(
            tuple(_runs(lines)),
            spot,
            level,
            ("style", *reasons) if level else reasons,
            size=round(size, 1),
            origin="footnote" if text.footnote else "body",
        )

    def _level(self, lines: tuple[Line, ...]) -> int:
        """Give the level that a tagged file gives a whole paragraph."""
        levels = {word.face.heading for line in lines for word in line.words}
        return levels.pop() if self._tagged and len(levels) == 1 else 0

    def _reasons(self, lines: tuple[Line, ...], size: float, cell: Spot) -> Iterator[Reason]:
        """Say why a paragraph may be a heading."""
        words = [word for line in lines for word in line.words]
        text = " ".join(word.text for word in words)
        letters = [character for character in text if character.isalpha()]
        if len(text) > LONGEST or not letters:
            return
        lettered = [word for word in words if any(character.isalpha() for character in word.text)]
        if all(word.face.strong for word in lettered):
            yield "bold"
        if all(word.underline for word in lettered) and not any(word.href for word in lettered):
            yield "underline"
        if size > LARGER * self._body:
            yield "size"
        if len(letters) > 3 and text.upper() == text:
            yield "caps"
        if _outlined(lines[0]) and not text.endswith((".", ";", ",")):
            yield "numbered"
        if cell.column == 1:
            yield "label"

    def _table(self, table: TablePart) -> Table:
        self._tables += 1
        number = self._tables
        rows = tuple(self._row(row, number, count, count <= table.heads) for count, row in enumerate(table.rows, 1))
        return Table(rows, len(table.xs), Spot(page=table.page, table=number))

    def _row(self, row: RowPart, table: int, number: int, head: bool) -> Row:
        cells: list[Cell] = []
        column = 1
        for part in row.cells:
            cells.append(self._cell(part, Spot(page=row.page, table=table, row=number, column=column), head))
            column += part.colspan
        return Row(tuple(cells), Spot(page=row.page, table=table, row=number))

    def _cell(self, part: CellPart, spot: Spot, head: bool) -> Cell:
        return Cell(self.blocks(part.pieces, spot), part.colspan, part.rowspan, head)


def body_size(pieces: Iterable[Piece]) -> float:
    """Give the size of most letters."""
    counted: Counter[float] = Counter()
    for line in _lines(pieces):
        for word in line.words:
            counted[round(word.size * 2) / 2] += len(word.text)
    return max(counted, key=lambda size: (counted[size], size), default=0.0)


def headings_are_few(pieces: Iterable[Piece]) -> bool:
    """Whether the headings that a file is tagged with may be true: they are the smaller part of its letters."""
    counted = Counter(word.face.heading > 0 for line in _lines(pieces) for word in line.words for _ in word.text)
    return counted[True] < 0.4 * counted.total()


def _lines(pieces: Iterable[Piece]) -> Iterator[Line]:
    for piece in pieces:
        if isinstance(piece, Text):
            yield from piece.lines
        else:
            for row in piece.rows:
                for cell in row.cells:
                    yield from _lines(cell.pieces)


def _size(lines: tuple[Line, ...]) -> float:
    counted: Counter[float] = Counter()
    for line in lines:
        for word in line.words:
            counted[word.size] += len(word.text)
    return max(counted, key=lambda size: counted[size])


def _box(lines: Iterable[Line]) -> tuple[float, float, float, float]:
    boxes = [(line.x0, line.top, line.x1, line.bottom) for line in lines]
    return (
        round(min(box[0] for box in boxes), 1),
        round(min(box[1] for box in boxes), 1),
        round(max(box[2] for box in boxes), 1),
        round(max(box[3] for box in boxes), 1),
    )


def _runs(lines: tuple[Line, ...]) -> Iterator[Run]:
    """Give the text of lines as runs that look alike; the space after a word belongs to it."""
    spaced: list[tuple[Word, str]] = []
    for number, line in enumerate(lines, 1):
        for count, word in enumerate(line.words, 1):
            ends = count == len(line.words)
            text = _hyphen(word.text) if ends and number < len(lines) else word.text
            after = _space(word, line.words[count]) if not ends else "\n" if number < len(lines) else ""
            spaced.append((word, text + after))
    for (strong, emph, underline, href), group in groupby(spaced, key=lambda pair: _look(pair[0])):
        yield Run("".join(text for _, text in group), strong, emph, underline, href)


def _space(word: Word, following: Word) -> str:
    """No space stands between a sign and what it was drawn close by: the comma after a raised number."""
    close = following.x0 - word.x1 <= TIGHT * word.size
    return "" if close and not (word.text[-1].isalnum() and following.text[0].isalnum()) else " "


def _outlined(line: Line) -> bool:
    """Whether a line opens with a number, not a letter: "2.", "2.1"."""
    return marks.opens(line) == "outline" or (marks.opens(line) == "number" and line.words[0].text[0].isdigit())


def _look(word: Word) -> tuple[bool, bool, bool, str]:
    return word.face.strong, word.face.emph, word.underline, word.href


def _hyphen(text: str) -> str:
    """A hyphen that a program set at the end of a line may be of its own kind."""
    return text[:-1] + "-" if text.endswith("‐") else text
