"""Bodies that say no more than "none"."""

import re

_NONE = re.compile(r"(?:ingen|intet|nej|[-–—])\s*[.!,;:]*", re.IGNORECASE)


def bare_none(words: str) -> bool:
    """Tell whether words, white space folded, are a bare "ingen", or another word or sign for it."""
    return bool(_NONE.fullmatch(words))
