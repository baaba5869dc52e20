"""The numbers of a text, for the stricter line of the account: digits, and what only means something whole.

A telephone number, an amount, a range, a date or a paragraph of the law must stand in the result as it stood in one
line of the source; that its digits are there somewhere is not enough.
"""

import re
from collections import Counter
from collections.abc import Callable, Iterable

from qstd.recognise.words import composed

Units = Callable[[str], list[str]]

_FIGURE = re.compile(r"§|\d+(?:[.,:/]\d+)*")
_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_WHOLE = re.compile(
    rf"""
      (?<![\d.,])\d\d(?:\ \d\d){{3}}(?![\d.,]*\d) | (?<![\d.,])\d{{4}}\ \d{{4}}(?!\d)     # a telephone number
    | §\ ?\d+(?:\ ?[a-h](?!\w))?                                                          # a paragraph
    | \d\d?\.\ ?{_MONTH}\ \d{{4}}                                                         # a date
    | \d(?:[\d.,]*\d)?\ (?:kr(?!\w)|kroner|pct|procent|%)                                        # an amount
    | (?<!\w)kr\.?\ \d[\d.,]*\d
    | (?<![\w.,])\d+\ [-–—]\ \d+(?![\w])                                                  # a range
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SPACES = re.compile(r"[^\S\n]+")


def figures(text: str) -> list[str]:
    """Return the numbers of a text and its paragraph signs."""
    return _FIGURE.findall(composed(text))


def torn(plain: str, result: Iterable[str]) -> "Counter[str]":
    """Return what stands whole in a line of the source and nowhere whole in the texts of the result."""
    wanted = Counter(each for line in _SPACES.sub(" ", composed(plain)).splitlines() for each in _wholes(line))
    if not wanted:
        return Counter()
    there: Counter[str] = Counter()
    for text in result:
        folded = " ".join(composed(text).split())
        for whole in wanted:
            there[whole] += folded.count(whole)
    return wanted - there


def _wholes(line: str) -> list[str]:
    return [found[0].strip() for found in _WHOLE.finditer(line)]
