"""The characters of a page as the PDF library finds them, gathered into strips; words come later.

The calls into the library are the costly part, so what all characters of one drawing have in common (base line, size,
font, direction) is asked once for each.
"""

import ctypes
import math
from collections import Counter
from collections.abc import Iterator

import pypdfium2
from pypdfium2 import raw

from qstd.readers.pdf.shapes import Face, Strip

HYPHENS = {0x02: "-", 0xFFFE: "-", 0xFFFF: "-"}
"""How the library marks a hyphen at the end of a line."""

LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}

DECOMPOSED = {**LIGATURES, **dict.fromkeys(HYPHENS, "-\n")}
"""What the library's own text has of these, for `str.translate`."""

SPACES = frozenset(" \t\r\n\v\f\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u2028\u2029\u3000")

BOLD = ("bold", "black", "heavy", "demi", "fett")
ITALIC = ("italic", "oblique", "kursiv")
FORCE_BOLD, ITALIC_FLAG = 1 << 18, 1 << 6
INVISIBLE = (raw.FPDF_TEXTRENDERMODE_INVISIBLE, raw.FPDF_TEXTRENDERMODE_CLIP)


class _Drawing:
    """What the characters of one text object have in common, in the page's own coordinates."""

    __slots__ = ("angle", "face", "size", "x", "y")

    def __init__(self, text_page: pypdfium2.PdfTextPage, index: int, handle: object, faces: "Faces") -> None:
        matrix = raw.FS_MATRIX()
        raw.FPDFText_GetMatrix(text_page, index, matrix)
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text_page, index, x, y)
        self.x, self.y = x.value, y.value
        size = abs(raw.FPDFText_GetFontSize(text_page, index)) * math.hypot(matrix.c, matrix.d)
        self.size = size if math.isfinite(size) and 0 < size < 2000 else 1.0
        turn = math.degrees(math.atan2(matrix.b, matrix.a)) if matrix.a or matrix.b else 0.0
        self.angle = round(turn) % 360
        self.face = faces.of(handle, matrix.c)


class Faces:
    """How each text object looks; the name of a font is asked once for each font. `levels` are the headings of a tagged
    page, by the mark of their content.
    """

    def __init__(self, levels: dict[int, int]) -> None:
        self._fonts: dict[int, tuple[bool, bool]] = {}
        self._levels = levels

    def of(self, handle: object, slant: float) -> Face:
        """Tell the look of a text object."""
        font = raw.FPDFTextObj_GetFont(handle)
        key = ctypes.cast(font, ctypes.c_void_p).value or 0
        if key not in self._fonts:
            self._fonts[key] = _style(font) if key else (False, False)
        strong, emph = self._fonts[key]
        mode = raw.FPDFTextObj_GetTextRenderMode(handle)
        drawn_twice = mode == raw.FPDF_TEXTRENDERMODE_FILL_STROKE
        level = self._levels.get(raw.FPDFPageObj_GetMarkedContentID(handle), 0) if self._levels else 0
        return Face(strong or drawn_twice, emph or abs(slant) > 0.15, mode in INVISIBLE, level)


def _style(font: object) -> tuple[bool, bool]:
    """Whether a font is bold, and whether it slants: by its name, else by what it says of itself."""
    buffer = ctypes.create_string_buffer(200)
    raw.FPDFFont_GetBaseFontName(font, buffer, 200)
    name = buffer.value.decode("utf-8", "replace").lower()
    flags = raw.FPDFFont_GetFlags(font)
    flags = flags if flags > 0 else 0
    strong = any(word in name for word in BOLD) or bool(flags & FORCE_BOLD)
    return strong, any(word in name for word in ITALIC) or bool(flags & ITALIC_FLAG)


def strips(text_page: pypdfium2.PdfTextPage, count: int, faces: Faces) -> tuple[list[Strip], int]:
    """Give the first `count` characters of a page as strips, in the order of the library, and the direction in degrees
    that most of them are written in. Positions are the page's own, measured along that direction and down from it.
    """
    found = list(_gathered(text_page, count, faces))
    angles = Counter[int]()
    for drawing, text, *_ in found:
        angles[drawing.angle] += len(text)
    main = max((angle for angle in angles if angle % 90 == 0), key=lambda angle: angles[angle], default=0)
    return [_strip(main, *each) for each in found], main


Gathered = tuple[_Drawing, list[str], list[tuple[float, float, float, float]], bool, int]


def _gathered(text_page: pypdfium2.PdfTextPage, count: int, faces: Faces) -> Iterator[Gathered]:
    """Walk the characters; a strip ends where the next drawing begins and where the library sees a break of line."""
    code_of, box_of, object_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, raw.FPDFText_GetTextObject
    address = ctypes.c_void_p.from_buffer
    rect = raw.FS_RECTF()
    current: Gathered | None = None
    last, apart = 0, True
    for index in range(count):
        code = code_of(text_page, index)
        handle = object_of(text_page, index)
        if not handle:
            # Made by the library: a space or the end of a line that it sees between two drawings.
            apart = True
            continue
        here = address(handle).value or 0
        if current is None or here != last or apart:
            if current is not None:
                yield current
            drawing = current[0] if current is not None and here == last else _Drawing(text_page, index, handle, faces)
            current, last = (drawing, [], [], apart, index), here
        apart = False
        box_of(text_page, index, rect)
        current[1].append(_character(code))
        current[2].append((rect.left, rect.top, rect.right, rect.bottom))
        apart = code in HYPHENS
    if current is not None:
        yield current


def _character(code: int) -> str:
    """Give the text of one code point of the library's."""
    if code in HYPHENS:
        return HYPHENS[code]
    if code in LIGATURES:
        return LIGATURES[code]
    if code == 0:
        # The font does not say which character this is, and the library leaves it out.
        return ""
    if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF:
        return "\ufffd"
    character = chr(code)
    return " " if character in SPACES or code < 0x20 else character


def _strip(
    main: int,
    drawing: _Drawing,
    text: list[str],
    boxes: list[tuple[float, float, float, float]],
    apart: bool,
    first: int,
) -> Strip:
    """Measure a strip along the main direction of the page."""
    if main == 0:
        lefts, rights, base = [box[0] for box in boxes], [box[2] for box in boxes], -drawing.y
    elif main == 90:
        lefts, rights, base = [box[3] for box in boxes], [box[1] for box in boxes], drawing.x
    elif main == 180:
        lefts, rights, base = [-box[2] for box in boxes], [-box[0] for box in boxes], drawing.y
    else:
        lefts, rights, base = [-box[1] for box in boxes], [-box[3] for box in boxes], -drawing.x
    return Strip(text, lefts, rights, base, drawing.size, drawing.face, apart, (drawing.angle - main) % 360, first)
