"""A comparison as an Excel workbook; the only door to XlsxWriter.

Nothing in it can run: text is written as text, whatever it begins with, and there are no formulas and no links. What a
cell cannot hold goes on in the row below (see `_spilled`). Dates are dates, numbers numbers. The same comparison gives
the same bytes.
"""

import datetime as dt
import io
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from qstd.exports.readable import readable
from qstd.exports.sheets import Cell, Row, Said, Sheet, sheets
from qstd.exports.words import Words
from qstd.model.comparison import Comparison

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MOST = 32_767
"""Characters that a cell of Excel can hold, counted as UTF-16 does."""

_INK, _INK_2, _RULE, _GROUND, _LAW = "#1b1f23", "#4a525a", "#d8dbd8", "#f5f5f2", "#eef1f4"
_FONT = {"font_name": "IBM Plex Sans", "font_size": 10, "font_color": _INK}
_CELL = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": _RULE}
_KINDS: dict[str, dict[str, Any]] = {
    "name": {"bold": True},
    "text": {},
    "law": {"bg_color": _LAW},
    "word": {},
    "number": {"num_format": "#,##0", "align": "right", "indent": 1},
    "decimal": {"num_format": "#,##0.00####", "align": "right", "indent": 1},
    "percent": {"num_format": "0 %", "align": "right", "indent": 1},
    "date": {"num_format": "dd-mm-yyyy", "align": "right", "indent": 1},
}
_QUIET = {"italic": True, "font_color": _INK_2}
_HEAD = {"bold": True, "valign": "top", "text_wrap": True, "bottom": 2, "bottom_color": _INK, "bg_color": _GROUND}
_NAMING = ("name", "word")
_PAPER = 200  # characters that stand beside each other on a sheet of A4 and can still be read
_LINE, _ROOM, _HIGHEST = 13.5, 4.0, 409.0  # in points; a row can be no higher
_FILLED, _SEEN = 0.9, 10_000  # how much of a line words fill; characters after which every row is as high as can be
_LARGEST = Decimal(10) ** 15  # from here on a spreadsheet rounds; the value stands in words beside it
_CREATED = dt.datetime(2000, 1, 1)  # a file that tells the hour differs every time
_FIRST_DAY = dt.date(1900, 3, 1)  # days before are counted differently by Excel and others


def comparison_xlsx(comparison: Comparison, words: Words, title: str, language: str = "da", made: str = "") -> bytes:
    """Return the workbook. `made` (an ISO date) is told in it where it is given."""
    import xlsxwriter

    out = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        "default_format_properties": dict(_FONT),  # the library writes into it
    }
    book = xlsxwriter.Workbook(out, options)
    book.set_properties({"title": readable(title)[:255], "author": "qstd", "created": _CREATED})
    formats = _Formats(book, {})
    for each in sheets(comparison, words, title, made):
        _put(book.add_worksheet(each.name), each, formats, words)
    book.close()
    return _in_language(out.getvalue(), "da-DK" if language == "da" else language)


@dataclass(frozen=True, slots=True)
class _Formats:
    """The looks of cells; a workbook has each of them once."""

    book: "Workbook"
    made: dict[tuple[str, bool], Any]

    def head(self, kind: str) -> Any:
        """The look of what heads a column; it stands over its numbers."""
        key = (f"head of {kind}", False)
        if key not in self.made:
            side = {name: _KINDS[kind][name] for name in ("align", "indent") if name in _KINDS[kind]}
            self.made[key] = self.book.add_format(_HEAD | side)
        return self.made[key]

    def get(self, kind: str, quiet: bool = False) -> Any:
        key = (kind, quiet)
        if key not in self.made:
            look = _CELL | _KINDS[kind] | (_QUIET if quiet else {})
            self.made[key] = self.book.add_format(look)
        return self.made[key]


def _put(page: "Worksheet", sheet: Sheet, formats: _Formats, words: Words) -> None:
    for at, (head, kind, width) in enumerate(zip(sheet.head, sheet.kinds, sheet.widths, strict=True)):
        page.set_column(at, at, width)
        page.write_string(0, at, readable(head)[:MOST], formats.head(kind))
    page.set_row(0, _height(sheet.head, sheet.widths))
    rows = [each for row in sheet.rows for each in _spilled(row, sheet.kinds, words.say("(fortsat)"))]
    for number, row in enumerate(rows, 1):
        page.set_row(number, _height(row, sheet.widths))
        for at, (cell, kind) in enumerate(zip(row, sheet.kinds, strict=True)):
            _write(page, (number, at), cell, kind, formats)
    page.freeze_panes(1, 1)
    if sheet.filters:
        page.autofilter(0, 0, max(len(rows), 1), len(sheet.head) - 1)
    _printed(page, sheet)


def _height(row: Row, widths: Sequence[int]) -> float:
    """Guess how high a row must be: only Excel itself looks at the text, other programs show one line of it."""
    lines = max(_line_count(each, width) for each, width in zip(row, widths, strict=True))
    return min(_LINE * lines + _ROOM, _HIGHEST)


def _line_count(cell: Cell, width: int) -> int:
    text = cell.text if isinstance(cell, Said) else cell
    if not isinstance(text, str) or (len(text) < _FILLED * width and "\n" not in text):
        return 1
    return sum(1 + int(len(line) / (_FILLED * width)) for line in text[:_SEEN].split("\n"))


def _printed(page: "Worksheet", sheet: Sheet) -> None:
    """On paper: A4 across, the header row and the first column on each sheet, as many sheets wide as can be read."""
    page.hide_gridlines(2)
    page.set_landscape()
    page.set_paper(9)
    page.repeat_rows(0)
    page.repeat_columns(0, 0)
    page.fit_to_pages(-(-sum(sheet.widths) // _PAPER), 0)
    page.set_footer(f"&L{sheet.name.replace('&', '&&')}&R&P/&N")


def _write(page: "Worksheet", place: tuple[int, int], cell: Cell, kind: str, formats: _Formats) -> None:
    if isinstance(cell, Said):
        page.write_string(*place, readable(cell.text), formats.get(kind, quiet=True))
    elif isinstance(cell, str) and cell:
        page.write_string(*place, readable(cell), formats.get(kind))
    elif isinstance(cell, float) or (isinstance(cell, Decimal) and cell < _LARGEST):
        whole = kind == "percent" or cell == int(cell)
        page.write_number(*place, float(cell), formats.get(kind if whole else "decimal"))
    elif isinstance(cell, dt.date) and cell >= _FIRST_DAY:
        page.write_datetime(*place, dt.datetime(cell.year, cell.month, cell.day), formats.get(kind))
    else:
        page.write_blank(*place, None, formats.get(kind))


def _spilled(row: Row, kinds: Sequence[str], mark: str) -> Iterator[Row]:
    """Yield a row, and more below it where a text is too long for its cell: the cut text ends with the mark and goes on
    after it, the words that name the row are repeated, the other cells are empty.
    """
    pieces = [_pieces(each, mark) for each in row]
    for at in range(max(map(len, pieces))):
        yield tuple(
            own[at] if at < len(own) else own[0] if kind in _NAMING else None
            for own, kind in zip(pieces, kinds, strict=True)
        )


def _pieces(cell: Cell, mark: str) -> list[Cell]:
    text = cell.text if isinstance(cell, Said) else cell
    if not isinstance(text, str) or len(text) <= MOST // 2:
        return [cell]
    cuts = list(_cut(text, MOST - 2 * len(mark) - 2))
    last = len(cuts) - 1
    marked = [f"{mark} " * (at > 0) + each + f" {mark}" * (at < last) for at, each in enumerate(cuts)]
    return [Said(each) if isinstance(cell, Said) else each for each in marked]


def _cut(text: str, most: int) -> Iterator[str]:
    """Yield stretches that are no longer than `most` as UTF-16 counts, where a rare character counts as two."""
    start = size = 0
    for at, character in enumerate(text):
        size += 1 + (character > "\uffff")
        if size > most:
            yield text[start:at]
            start, size = at, 1 + (character > "\uffff")
    yield text[start:]


def _in_language(data: bytes, language: str) -> bytes:
    """Return the workbook with its language told, which XlsxWriter does not do: readers aloud choose a voice by it."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for each in source.infolist():
            content = source.read(each)
            if each.filename == "docProps/core.xml":
                told = f"<dc:language>{language}</dc:language></cp:coreProperties>"
                content = content.replace(b"</cp:coreProperties>", told.encode())
            target.writestr(each, content)
    return out.getvalue()
