"""What is laid over a page: links, filled-in fields of a form, text boxes and remarks."""

import ctypes
import unicodedata
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw

from qstd.readers.pdf.shapes import Box, Face, Word

COUNT = 5_000
"""How many of them are looked at on a page."""
LENGTH = 100_000
"""How many characters one of them may hold."""
SIZE = 10.0
WRITTEN = (raw.FPDF_FORMFIELD_TEXTFIELD, raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)


class Placed(NamedTuple):
    """Text that is seen on the page in a box of its own."""

    box: Box
    text: str


class Notes(NamedTuple):
    """What lies over a page: text with its place, remarks, and links with where they lead."""

    placed: list[Placed]
    remarks: list[str]
    links: list[tuple[Box, str]]


def notes(pdf: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> Notes:
    """Collect what lies over a page."""
    found = Notes([], [], [])
    for index in range(min(max(0, raw.FPDFPage_GetAnnotCount(page)), COUNT)):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        if annotation:
            _sort_in(pdf, annotation, found)
            raw.FPDFPage_CloseAnnot(annotation)
    return found


def _sort_in(pdf: pypdfium2.PdfDocument, annotation: object, found: Notes) -> None:
    kind = raw.FPDFAnnot_GetSubtype(annotation)
    if kind == raw.FPDF_ANNOT_LINK:
        href = _leads_to(pdf, annotation)
        if href:
            found.links.append((_box(annotation), href))
    elif kind == raw.FPDF_ANNOT_WIDGET:
        text = _value(pdf, annotation)
        if text:
            found.placed.append(Placed(_box(annotation), text))
    elif kind != raw.FPDF_ANNOT_POPUP:
        text = _string(lambda buffer, size: raw.FPDFAnnot_GetStringValue(annotation, b"Contents", buffer, size))
        if text and kind == raw.FPDF_ANNOT_FREETEXT:
            found.placed.append(Placed(_box(annotation), text))
        elif text:
            found.remarks.append(text)


def _leads_to(pdf: pypdfium2.PdfDocument, annotation: object) -> str:
    link = raw.FPDFAnnot_GetLink(annotation)
    action = raw.FPDFLink_GetAction(link) if link else None
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(pdf, action, None, 0)
    if not 0 < size <= LENGTH:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(pdf, action, buffer, size)
    return buffer.value.decode("utf-8", "replace").strip()


def _value(pdf: pypdfium2.PdfDocument, annotation: object) -> str:
    """Give what was written in a field of a form, in those that hold text."""
    if pdf.formenv is None or raw.FPDFAnnot_GetFormFieldType(pdf.formenv, annotation) not in WRITTEN:
        return ""
    return _string(lambda buffer, size: raw.FPDFAnnot_GetFormFieldValue(pdf.formenv, annotation, buffer, size))


def _string(ask: Callable[[object, int], int]) -> str:
    """Ask the library for a text: first how long it is (in bytes), then for the text."""
    size = ask(None, 0)
    if not 2 < size <= LENGTH:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    text = buffer.raw.decode("utf-16-le", "replace").rstrip("\0").replace("\r\n", "\n").replace("\r", "\n")
    return unicodedata.normalize("NFC", text).strip()


def _box(annotation: object) -> Box:
    rect = raw.FS_RECTF()
    raw.FPDFAnnot_GetRect(annotation, rect)
    return (rect.left, rect.bottom, rect.right, rect.top)


def words(placed: Placed) -> Iterator[Word]:
    """Lay the words of a placed text out in its box, so that they have a place in the reading of the page."""
    left, top, _, bottom = placed.box
    size = min(SIZE, max(1.0, (bottom - top) * 0.8))
    for row, line in enumerate(placed.text.split("\n")):
        base, x = top + size * (1 + 1.2 * row), left
        for text in line.split():
            width = 0.5 * size * len(text)
            yield Word(text, x, x + width, base, size, Face())
            x += width + 0.25 * size
