"""What the end of a page tore apart: rows of tables and paragraphs, put together again.

A table goes on where the next page begins with the same columns. Its header, printed again, is left out. The first row
there continues the last one where its label is empty, where nothing closed the row, or where a sentence is unfinished.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from qstd.readers.pdf import marks
from qstd.readers.pdf.layout import CellPart, Piece, RowPart, TablePart, Text
from qstd.readers.pdf.paragraphs import LARGER, ended_early

ALIKE = 6.0
"""Columns of two pages are the same when they begin at the same places, give or take this many points."""
SMALL = 0.92
"""Footnotes are set in letters no larger than this share of the text's."""
NOTE = re.compile(r"\[?\d{1,2}[\].)]?\s+\S")
HEADS = 3
"""At most so many rows of a header are printed again."""


def joined(pieces: Iterable[Piece]) -> list[Piece]:
    """Put together what belongs together, over all pages in order; footnotes stand after what they interrupt."""
    found: list[Piece] = []
    notes: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Text) and piece.footnote:
            notes.append(piece)
            continue
        together = _together(found[-1], piece) if found else None
        if together is None:
            found += [*notes, piece]
            notes = []
        else:
            found[-1] = together
    return found + notes


def with_footnotes(pieces: list[Piece], body: float) -> list[Piece]:
    """Mark the footnotes: the last paragraphs of a page, small, the first of them opening with a number."""
    found = list(pieces)
    end = len(found)
    for index in reversed(range(len(found))):
        piece = found[index]
        following = found[index + 1] if index + 1 < len(found) else None
        if following is not None and _page(following) != _page(piece):
            end = index + 1
        if not isinstance(piece, Text) or piece.lines[0].size > SMALL * body:
            end = -1
        elif index < end and NOTE.match(piece.lines[0].text):
            found[index:end] = [replace(each, footnote=True) for each in found[index:end] if isinstance(each, Text)]
    return found


def _page(piece: Piece) -> int:
    return piece.lines[-1].page if isinstance(piece, Text) else piece.rows[-1].page


def _together(one: Piece, other: Piece) -> Piece | None:
    """Give two pieces as one, or nothing where they are two."""
    if isinstance(one, Text) and isinstance(other, Text):
        return Text(one.lines + other.lines, max(one.right, other.right)) if _goes_on(one, other) else None
    if isinstance(one, TablePart) and isinstance(other, TablePart):
        return _tables(one, other) if _same_columns(one, other) else None
    if isinstance(one, TablePart) and isinstance(other, Text):
        return _with_text(one, other) if _under_column(one, other) else None
    return None


def _goes_on(one: Text, other: Text) -> bool:
    """Whether a paragraph goes on after the end of a page or of a column."""
    last, first = one.lines[-1], other.lines[0]
    if last.page == first.page and first.base > last.base:
        return False
    return _unfinished(one, other)


def _unfinished(one: Text, other: Text) -> bool:
    last, first = one.lines[-1], other.lines[0]
    if max(last.size, first.size) > LARGER * min(last.size, first.size):
        return False
    if marks.opens(first) in ("bullet", "dash", "number"):
        return False
    if last.words[-1].face.strong != first.words[0].face.strong and not marks.begins_low(first.text):
        return False
    if marks.hyphenated(last.text):
        return True
    if marks.ends_sentence(last.text):
        return False
    return marks.begins_low(first.text) or not ended_early(last, first, one.right)


def _same_columns(one: TablePart, other: TablePart) -> bool:
    """Whether a table on the next page has the columns of this one; the whole may have moved aside."""
    if len(one.xs) != len(other.xs) or one.rows[-1].page == other.page:
        return False
    offset = other.xs[0] - one.xs[0]
    return all(abs(b - a - offset) <= ALIKE for a, b in zip(one.xs, other.xs, strict=True))


def _tables(one: TablePart, other: TablePart) -> TablePart:
    again = _heads_again(one, other)
    rows, more = list(one.rows), list(other.rows[again:])
    if more and _continues(rows[-1], more[0], one):
        rows[-1] = _one_row(rows[-1], more.pop(0))
    return replace(
        one,
        rows=(*rows, *more),
        cut=other.cut,
        heads=max(one.heads, again),
        repeated=one.repeated + other.repeated + other.rows[:again],
    )


def _heads_again(one: TablePart, other: TablePart) -> int:
    """Count the rows at the top of both that say the same."""
    count = 0
    for row, again in zip(one.rows[:HEADS], other.rows[:HEADS], strict=False):
        if not any(row.words) or [x.casefold() for x in row.words] != [x.casefold() for x in again.words]:
            break
        count += 1
    return count


def _continues(row: RowPart, more: RowPart, table: TablePart) -> bool:
    """Whether a row goes on with the last one of the page before."""
    if len(row.cells) != len(more.cells) or any(
        a.colspan != b.colspan for a, b in zip(row.cells, more.cells, strict=True)
    ):
        return False
    if not more.words[0]:
        return any(more.words[1:])
    if not row.words[0] and not more.words[-1]:
        # The label did not fit below the last row, though its short text did.
        return any(row.words)
    if marks.opens_words(more.words[0]):
        return False
    label, text = _torn(row.cells[0], more.cells[0]), _torn(row.cells[-1], more.cells[-1])
    return label or (text and table.ruled and table.cut)


def _torn(cell: CellPart, more: CellPart) -> bool:
    """Whether the text of a cell goes on in another: a torn word, or a sentence that goes on in small letters."""
    if not cell.pieces or not more.pieces:
        return False
    last, first = cell.pieces[-1], more.pieces[0]
    if not isinstance(last, Text) or not isinstance(first, Text):
        return False
    end = last.lines[-1].text
    low = marks.begins_low(first.lines[0].text)
    return marks.hyphenated(end) or (low and not marks.ends_sentence(end))


def _one_row(row: RowPart, more: RowPart) -> RowPart:
    cells = tuple(
        replace(cell, pieces=_glued(cell.pieces, other.pieces, label=number == 0))
        for number, (cell, other) in enumerate(zip(row.cells, more.cells, strict=True))
    )
    return replace(row, cells=cells)


def _glued(pieces: tuple[Piece, ...], more: tuple[Piece, ...], label: bool = False) -> tuple[Piece, ...]:
    """Put the pieces of a cell after each other; the paragraph that was torn is one, and so is a label."""
    if pieces and more:
        last, first = pieces[-1], more[0]
        if isinstance(last, Text) and isinstance(first, Text) and (label or _unfinished(last, first)):
            return (*pieces[:-1], Text(last.lines + first.lines, last.right), *more[1:])
    return pieces + more


def _under_column(table: TablePart, text: Text) -> bool:
    """Whether a page goes on with nothing but the text column of a table that has no upright rules."""
    if table.ruled or table.rows[-1].page != text.lines[0].page - 1:
        return False
    return all(line.x0 >= table.xs[-1] - ALIKE for line in text.lines)


def _with_text(table: TablePart, text: Text) -> TablePart:
    last = table.rows[-1]
    cell = last.cells[-1]
    row = replace(last, cells=(*last.cells[:-1], replace(cell, pieces=_glued(cell.pieces, (text,)))))
    return replace(table, rows=(*table.rows[:-1], row))
