"""Spots: where words that were read from a body stand in it as it is written, between all that Markdown puts among them."""

import re
from functools import lru_cache

_MARK = r"(?:[*_`\\\[]|\](?:\([^()\s]{0,500}\))?|\n[ ]*(?:[-+>|]|#{1,6}|\d{1,9}[.)])(?=\s)|\|)"
_TOKEN = re.compile(r"(\s*)(\w+|[^\w\s])")
_MOST = 60  # words: enough to tell one passage from another


def spot(quote: str, body: str) -> tuple[int, int] | None:
    """Return the first and the last end of a quote in a body; one that is cut short (…) is found by what there is of it."""
    words = quote.strip().removesuffix("…").strip()
    if not words:
        return None
    at = body.find(words)
    while at >= 0:
        end = at + len(words)
        if not (_inside(body, at) or _inside(body, end)):
            return at, end
        at = body.find(words, at + 1)
    found = _pattern(words).search(body)
    return found.span() if found else None


def _inside(text: str, at: int) -> bool:
    """Tell whether a place is inside a word."""
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


@lru_cache(maxsize=1024)
def _pattern(words: str) -> re.Pattern[str]:
    """Return a pattern of words with Markdown's signs, and any white space, between them."""
    parts = [r"(?<!\w)" if words[0].isalnum() else ""]
    for number, (space, token) in enumerate(_TOKEN.findall(words)[:_MOST]):
        if number:
            parts.append(rf"(?:\s|{_MARK})+" if space else rf"{_MARK}{{0,6}}")
        parts.append(re.escape(token))
    return re.compile("".join(parts) + (r"(?!\w)" if words[-1].isalnum() else ""))
