"""What a tagged file says of itself: which marked pieces of a page are headings, and what its pictures show."""

import ctypes
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field

import pypdfium2
from pypdfium2 import raw

ELEMENTS = 20_000
"""How many elements of a page's structure are looked at."""
DEPTH = 60
LENGTH = 20_000
"""How many bytes a text of an element may have."""


@dataclass(slots=True)
class Tags:
    """Levels of headings by the mark of their content, and texts that stand for pictures."""

    levels: dict[int, int] = field(default_factory=dict)
    alternatives: list[str] = field(default_factory=list)


def tags(page: pypdfium2.PdfPage) -> Tags:
    """Read the structure of a page; empty where the file is not tagged."""
    found = Tags()
    tree = raw.FPDF_StructTree_GetForPage(page)
    if not tree:
        return found
    left = [ELEMENTS]
    for index in range(min(max(0, raw.FPDF_StructTree_CountChildren(tree)), ELEMENTS)):
        _walk(raw.FPDF_StructTree_GetChildAtIndex(tree, index), 0, 0, left, found)
    raw.FPDF_StructTree_Close(tree)
    return found


def _walk(element: object, level: int, depth: int, left: list[int], found: Tags) -> None:
    left[0] -= 1
    if not element or left[0] < 0 or depth > DEPTH:
        return
    kind = _text(element, raw.FPDF_StructElement_GetType)
    if len(kind) == 2 and kind[0] == "H" and kind[1] in "123456":
        level = int(kind[1])
    if kind == "Figure" and (shown := _text(element, raw.FPDF_StructElement_GetAltText)):
        found.alternatives.append(shown)
    if level:
        for index in range(min(max(0, raw.FPDF_StructElement_GetMarkedContentIdCount(element)), ELEMENTS)):
            found.levels[raw.FPDF_StructElement_GetMarkedContentIdAtIndex(element, index)] = level
    for index in range(min(max(0, raw.FPDF_StructElement_CountChildren(element)), ELEMENTS)):
        _walk(raw.FPDF_StructElement_GetChildAtIndex(element, index), level, depth + 1, left, found)


def _text(element: object, ask: Callable[[object, object, int], int]) -> str:
    """Ask the library for a text of an element: first how long it is, in bytes, then for the text."""
    size = ask(element, None, 0)
    if not 2 < size <= LENGTH:
        return ""
    buffer = ctypes.create_string_buffer(size)
    ask(element, buffer, size)
    return unicodedata.normalize("NFC", buffer.raw.decode("utf-16-le", "replace").rstrip("\0")).strip()


def language(pdf: pypdfium2.PdfDocument) -> str:
    """Give the language that the file says it is in; empty where it says none, or the library cannot tell."""
    if not hasattr(raw, "FPDFCatalog_GetLanguage"):
        return ""
    size = raw.FPDFCatalog_GetLanguage(pdf, None, 0)
    if not 2 < size <= LENGTH:
        return ""
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFCatalog_GetLanguage(pdf, ctypes.cast(buffer, ctypes.POINTER(raw.FPDF_WCHAR)), size)
    return buffer.raw.decode("utf-16-le", "replace").rstrip("\0").strip()
