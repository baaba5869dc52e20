"""Bullets that are letters of a symbol font: Word writes "§" in Wingdings for a small square, which is no paragraph sign."""

import re
from collections.abc import Mapping
from typing import Literal

Font = Literal["", "wingdings", "symbol"]

_WINGDINGS = str.maketrans(
    {"§": "▪", "Ø": "➢", "ü": "✓", "v": "❖", "q": "❑", "n": "■", "l": "●", "w": "◆", "à": "→", "è": "➔", "·": "•"}
)
_SYMBOL = str.maketrans({"·": "•", "¨": "♦", "®": "→"})
_FONT = re.compile(r"font-family\s*:\s*[\"']?\s*(wingdings|symbol)\b|^\s*(wingdings|symbol)\b", re.IGNORECASE)


def symbol_font(tag: str, attributes: Mapping[str, str]) -> Font:
    """Give the symbol font of an element, "" where it has none: only these elements are set around single bullets, and whole
    texts in such a font are a mistake.
    """
    name = attributes.get("style") if tag == "span" else attributes.get("face") if tag == "font" else None
    if not name or not (found := _FONT.search(name)):
        return ""
    return "wingdings" if (found.group(1) or found.group(2)).lower() == "wingdings" else "symbol"


def shown(text: str, font: Font) -> str:
    """Give the characters that one sees."""
    return text.translate(_WINGDINGS if font == "wingdings" else _SYMBOL) if font else text
