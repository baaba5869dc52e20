"""What lies on a page, in reading order: paragraphs as lines, and tables as cells of such; not yet the outline.

A piece remembers what the next page needs to know: where its column ends, and whether a rule closed the table.
"""

from dataclasses import dataclass

from qstd.readers.pdf.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph: its lines, and how far to the right they could have reached. A `footnote` stands at the foot of a page."""

    lines: Paragraph
    right: float
    footnote: bool = False


@dataclass(frozen=True, slots=True)
class CellPart:
    """A cell, or the part of one that stands on a page."""

    pieces: "tuple[Piece, ...]" = ()
    colspan: int = 1
    rowspan: int = 1

    @property
    def words(self) -> str:
        """All words of the cell."""
        return " ".join(words_of(piece) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class RowPart:
    """A row: the cells that begin in it."""

    cells: tuple[CellPart, ...]
    page: int
    top: float

    @property
    def words(self) -> tuple[str, ...]:
        """The words of each cell."""
        return tuple(cell.words for cell in self.cells)


@dataclass(frozen=True, slots=True)
class TablePart:
    """A table, or the part of one that stands on a page. `xs` are the left edges of its columns; `ruled` is true where
    rules make it; `cut` is true where no rule closes it below. Its first `heads`
    rows were printed again on further pages: those are `repeated`.
    """

    rows: tuple[RowPart, ...]
    xs: tuple[float, ...]
    page: int
    ruled: bool = True
    cut: bool = False
    heads: int = 0
    repeated: tuple[RowPart, ...] = ()


Piece = Text | TablePart


def words_of(piece: Piece) -> str:
    """Give all words of a piece, with spaces between them."""
    if isinstance(piece, Text):
        return " ".join(line.text for line in piece.lines)
    return " ".join(words for row in piece.rows for words in row.words)
