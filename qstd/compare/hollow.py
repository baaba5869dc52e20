"""Sections that say nothing, or say no more than "none"."""

import re

from qstd.model.comparison import State

_NONE = re.compile(r"(?:ingen|intet|nej|[-–—])\s*[.!,;:]*", re.IGNORECASE)


def state_of(body: str) -> State:
    """Return the state of a section with this body: a bare "ingen" is `none`, no text is `empty`."""
    words = folded(body)
    if not words:
        return "empty"
    return "none" if _NONE.fullmatch(words) else "stated"


def folded(text: str) -> str:
    """Return the text with every stretch of white space as one space."""
    return " ".join(text.split())
