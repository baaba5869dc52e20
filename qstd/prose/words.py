"""The words of a sentence in small letters: what stays of it when signs, white space and capitals do not count."""

import re
from functools import lru_cache

_WORD = re.compile(r"\w+")
_DOTS = str.maketrans("\u0130\u0131", "ii")


def small(word: str) -> str:
    """Return a word in small letters, as a pattern that ignores capitals reads it: a long s as an s, each i as an i."""
    return word.lower() if word.isascii() else word.translate(_DOTS).casefold()


@lru_cache(maxsize=4096)  # what one standard says is asked for by several rules, and its neighbours say much of it too
def folded(text: str) -> tuple[str, ...]:
    """Return the words of a sentence, casefolded."""
    return tuple(_WORD.findall(text.casefold()))
