"""Pages of a PDF as pictures, turned as its text was read, so that boxes found in the one lie where they should in the other."""

import io
from collections.abc import Iterator
from typing import NamedTuple

import pypdfium2

from qstd.readers.pdf import characters

_DPI = 110
_WIDEST = 2_200  # pixels of a side; a page may say of itself that it is as large as a house
_ENOUGH = 2_000  # characters that tell which way the text of a page runs


class Picture(NamedTuple):
    """A page: its number, its size in points, and its picture as PNG."""

    number: int
    width: float
    height: float
    png: bytes


def pictures(data: bytes, most: int) -> Iterator[Picture]:
    """Yield the first pages, one at a time; one that cannot be drawn is left out."""
    try:
        pdf = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:
        return
    try:
        for index in range(min(len(pdf), most)):
            try:
                page = pdf[index]
            except pypdfium2.PdfiumError:
                continue
            try:
                yield _picture(page, index + 1)
            except pypdfium2.PdfiumError:
                continue
            finally:
                page.close()
    finally:
        pdf.close()


def _picture(page: pypdfium2.PdfPage, number: int) -> Picture:
    text = page.get_textpage()
    _, turn = characters.strips(text, min(text.count_chars(), _ENOUGH), characters.Faces({}))
    text.close()
    own = page.get_rotation()
    # The text runs `turn` degrees against the clock; the library turns pages with it.
    page.set_rotation(turn)
    try:
        width, height = page.get_size()
        scale = min(_DPI / 72, _WIDEST / max(width, height, 1))
        bitmap = page.render(scale=scale)
        buffer = io.BytesIO()
        bitmap.to_pil().convert("RGB").save(buffer, "png")
    finally:
        page.set_rotation(own)
    return Picture(number, width, height, buffer.getvalue())
