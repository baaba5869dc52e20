"""The number in front of a heading: "1.", "2.1", "B3", "§ 3." stays a municipality's own and stands apart from it."""

import re
from typing import NamedTuple

_NUMBER = re.compile(
    r"""\s*(?:
      (?P<outline>\d{1,3}(?:\.\d{1,3}){0,5})[.)]?(?=[\s\u00a0]|[^\W\d_]|$)   # 1  1.  2.1  2.1.  3)
    | (?P<letter>[A-ZÆØÅ]\d{1,3}|[A-Z](?=[.)]))[.):]?(?=\s|$)                 # B3  A.
    | (?P<small>[a-hivx]{1,4})\)(?=\s|$)                                       # a)  iv)
    | (?P<roman>[IVX]{1,5})\.(?=\s)                                            # IV.
    )\s*""",
    re.VERBOSE,
)
_MARKER = re.compile(r"\(?([^\W_]+(?:\.[^\W_]+)*)[.):]*")
_UNIT = re.compile(
    r"(?:\.?\s*)(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december|kr\b|år\b|dage?\b"
    r"|uger?\b|måned|timer?\b|gang|%|pct)",
    re.IGNORECASE,
)


class Numbered(NamedTuple):
    """A heading without its number, and the number without the sign after it; empty where it has none."""

    number: str
    text: str


def split(text: str) -> Numbered:
    """Split the number off a heading. A number that counts something ("12 timer", "1. januar") is none."""
    found = _NUMBER.match(text)
    if not found or not text[found.end() :].strip() or _UNIT.match(text, found.end()):
        return Numbered("", text.strip())
    number = next(each for each in found.groups() if each)
    if found["outline"] and found["outline"].isdigit() and not _marked(text, found):
        return Numbered("", text.strip())
    return Numbered(number, text[found.end() :].strip())


def of_marker(marker: str) -> str:
    """Return the number in the mark of an entry or an automatic heading: "1.1." -> "1.1"; empty for a bullet."""
    found = _MARKER.fullmatch(marker.strip())
    return found[1] if found else ""


def depth(number: str) -> int:
    """Return how deep a number stands in its outline: 1 for "3", 2 for "3.1", 0 for no number."""
    return re.sub(r"(?:\.0)+\Z", "", number).count(".") + 1 if number else 0


def _marked(text: str, found: "re.Match[str]") -> bool:
    """Tell whether a whole number is one of a heading: a sign after it, or a capital."""
    after = text[found.end("outline") : found.end("outline") + 1]
    return after in ".)" or text[found.end() : found.end() + 1].isupper()
