"""Where the text of a page goes: into paragraphs and tables, or, as furniture, apart from them."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from qstd.model.outline import (
    LINE_BREAK,
    Block,
    Cell,
    Furniture,
    FurnitureKind,
    Para,
    Reason,
    Row,
    Run,
    Spot,
    Table,
)
from qstd.readers.html.style import Look
from qstd.readers.html.symbols import shown

_SPACE = re.compile(r"[ \t\n\r\f]+")
_BLANKS = re.compile(r"[ \t\r\f]+")
_OUTLINE_NUMBER = re.compile(r"^\d{1,2}(?:\.\d{1,2}){0,3}\.?\s+[A-ZÆØÅ]")
_ENDS = f" \n{LINE_BREAK}"
_BLANK = f" \n\u00a0{LINE_BREAK}"
_HEADING_LETTERS = 200
_COLUMNS, _ROWS = 100, 1000
_LABEL_LETTERS = 300

Piece = tuple[str, Look]


@dataclass(slots=True)
class Apart:
    """Furniture that is being gathered. `aside`: what is not part of the sentence around it (`style.stands_aside`)."""

    kind: FurnitureKind
    spot: Spot
    aside: bool = False
    parts: list[str] = field(default_factory=list)

    def text(self, text: str, look: Look) -> None:
        """Add text."""
        self.parts.append(shown(text, look.symbols))

    def end_block(self) -> None:
        """End a word."""
        self.parts.append(" ")

    def furniture(self) -> Furniture | None:
        """Give what was gathered, None where there is no text."""
        text = unicodedata.normalize("NFC", " ".join("".join(self.parts).split()))
        return Furniture(self.kind, text, self.spot) if text else None


@dataclass(slots=True)
class Flow:
    """Blocks that are being gathered, those of the page or of one cell. `numbers` counts the paragraphs of the page."""

    numbers: Iterator[int]
    table: tuple[int, int, int] = (0, 0, 0)
    blocks: list[Block] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    line: int = 0
    marker: str = ""

    def text(self, text: str, look: Look, line: int) -> None:
        """Add text to the paragraph, which begins with the first that is not space."""
        if not self.line and not text.isspace():
            self.line = line
        self.pieces.append((shown(text, look.symbols), look))

    def end_block(self) -> None:
        """End the paragraph, if there is one."""
        pieces = self.pieces
        if not pieces:
            return
        line, self.pieces, self.line = self.line, [], 0
        if not line:
            return
        runs = _runs(pieces)
        text = "".join(run.text for run in runs)
        if not text.strip(_BLANK):
            return
        look = next(look for text, look in pieces if not text.isspace())
        marker, self.marker = self.marker, ""
        table, row, column = self.table
        self.blocks.append(
            Para(
                runs,
                Spot(line=line, paragraph=next(self.numbers), table=table, row=row, column=column),
                look.level,
                _reasons(text, runs, look),
                marker,
                bool(marker),
                look.depth,
                look.size if len(runs) == 1 else _size(pieces),
                quote=look.quote,
            )
        )


def _runs(pieces: Iterable[Piece]) -> tuple[Run, ...]:
    """Make runs, white space as browsers show it: a stretch of it is one space, and none at the borders of a line."""
    parts: list[list[str]] = []
    looks: list[Look] = []
    after = "\n"
    for text, look in pieces:
        if look.keeps_space:
            text = _BLANKS.sub(" ", text.replace("\r\n", "\n"))
        else:
            text = _SPACE.sub(" ", text)
            if after in _BLANK:
                text = text.lstrip(" ")
        if not text:
            continue
        after = text[-1]
        if looks and (looks[-1] is look or _alike(looks[-1], look)):
            parts[-1].append(text)
        else:
            looks.append(look)
            parts.append([text])
    texts = [unicodedata.normalize("NFC", "".join(part)) for part in parts]
    _trim(texts)
    return tuple(
        Run(text, look.strong, look.emph, look.underline, look.href)
        for text, look in zip(texts, looks, strict=True)
        if text
    )


def _alike(one: Look, other: Look) -> bool:
    return (one.strong, one.emph, one.underline, one.href) == (other.strong, other.emph, other.underline, other.href)


def _trim(texts: list[str]) -> None:
    """Take white space and breaks off both ends, and the space before a break."""
    for index in reversed(range(len(texts))):
        texts[index] = texts[index].rstrip(_ENDS)
        if texts[index]:
            break
    for index, text in enumerate(texts):
        texts[index] = text.lstrip(_ENDS)
        if texts[index]:
            break
    for index, text in enumerate(texts):
        if LINE_BREAK in text:
            texts[index] = text.replace(f" {LINE_BREAK}", LINE_BREAK)
            if index and text[0] == LINE_BREAK:
                texts[index - 1] = texts[index - 1].rstrip(" ")


def _size(pieces: Iterable[Piece]) -> float:
    """Give the size of most letters."""
    sizes: dict[float, int] = {}
    for text, look in pieces:
        sizes[look.size] = sizes.get(look.size, 0) + len(text.strip())
    return max(sizes, key=lambda size: sizes[size], default=0.0)


def _reasons(text: str, runs: Iterable[Run], look: Look) -> tuple[Reason, ...]:
    """Say what of its looks makes a paragraph stand out from the text."""
    if len(text) > _HEADING_LETTERS:
        return look.reasons
    reasons: list[Reason] = list(look.reasons)
    inked = [run for run in runs if any(letter.isalnum() for letter in run.text)]
    if inked and all(run.strong for run in inked):
        reasons.append("bold")
    if inked and all(run.underline and not run.href for run in inked):
        reasons.append("underline")
    if text.isupper() and sum(letter.isalpha() for letter in text) >= 4:
        reasons.append("caps")
    if _OUTLINE_NUMBER.match(text):
        reasons.append("numbered")
    return tuple(reasons)


@dataclass(slots=True)
class Grid:
    """A table, or a list of definitions, that is being gathered. `spans` says for how many more rows a column is taken
    by a cell that began above.
    """

    number: int
    line: int
    numbers: Iterator[int]
    rows: list[Row] = field(default_factory=list)
    cells: list[Cell] | None = None
    spans: dict[int, int] = field(default_factory=dict)
    column: int = 0
    columns: int = 0
    row_line: int = 0
    in_cell: bool = False
    in_head: bool = False

    def start_row(self, line: int) -> None:
        """Begin a row."""
        self.end_row()
        self.cells, self.column, self.row_line = [], 0, line

    def start_cell(self, line: int) -> Flow:
        """Begin a cell where the row has room, and give what takes its content."""
        if self.cells is None:
            self.start_row(line)
        while self.spans.get(self.column + 1, 0):
            self.column += 1
        self.in_cell = True
        return Flow(self.numbers, (self.number, len(self.rows) + 1, self.column + 1))

    def reopen_cell(self) -> Flow:
        """Go on with the last cell of the row."""
        last = self.cells.pop() if self.cells else Cell()
        self.column -= 1
        self.in_cell = True
        return Flow(self.numbers, (self.number, len(self.rows) + 1, self.column + 1), list(last.blocks))

    def end_cell(self, flow: Flow, colspan: int, rowspan: int, head: bool) -> None:
        """Put a cell in place."""
        flow.end_block()
        self.in_cell = False
        wide = self.column > _COLUMNS  # no page is: what makes it so is no layout
        colspan = 1 if wide else min(max(colspan, 1), _COLUMNS)
        rowspan = 1 if wide else min(max(rowspan, 1), _ROWS)
        for column in range(self.column + 1, self.column + colspan + 1):
            self.spans[column] = rowspan
        self.column += colspan
        if self.cells is not None:
            self.cells.append(Cell(tuple(flow.blocks), colspan, rowspan, head))

    def end_row(self) -> None:
        """Put the row in place; one without any text is left out unless a cell of it goes on below."""
        cells, self.cells = self.cells, None
        if cells is None:
            return
        if any(cell.blocks or cell.rowspan > 1 for cell in cells):
            self.columns = max(self.columns, *(column for column, left in self.spans.items() if left))
            self.rows.append(Row(tuple(cells), Spot(line=self.row_line, table=self.number, row=len(self.rows) + 1)))
        self.spans = {column: left - 1 for column, left in self.spans.items() if left > 1}

    def finished(self, layout: bool) -> list[Block]:
        """Give the table, or its blocks where it turned out to have one column only."""
        self.end_row()
        if not any(cell.blocks for row in self.rows for cell in row.cells):
            return []
        if self.columns < 2:
            return [block for row in self.rows for cell in row.cells for block in cell.blocks]
        rows = self.rows if layout else [_labelled(row, self.columns) for row in self.rows]
        return [Table(tuple(rows), self.columns, Spot(line=self.line, table=self.number), layout)]


def _labelled(row: Row, columns: int) -> Row:
    """Mark the paragraphs of the label column of a table with two."""
    first = row.cells[0]
    if columns != 2 or len(row.cells) != 2 or (first.head and row.cells[1].head):
        return row
    blocks = tuple(
        replace(block, reasons=(*block.reasons, "label"))
        if isinstance(block, Para) and len(block.text) <= _LABEL_LETTERS
        else block
        for block in first.blocks
    )
    return replace(row, cells=(replace(first, blocks=blocks), row.cells[1]))
