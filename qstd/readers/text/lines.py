"""The lines of a text file, what one line looks like, and how wide the lines are."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

MOST = 400  # characters of a line that may still be one of many lines of a paragraph
_BULLET = re.compile(
    r"\s*(?:[-–—•▪▫◦●○■□►➢✓·‣⁃*\uf0b7\uf0a7\uf0d8\uf0fc]+|o(?=\s)|\(?(?:\d{1,2}|[a-zæøå])\)|[a-zæøå]\.|\d{1,2}\.)"
    r"(?:\s+|\Z)"
)
_SIGN = re.compile(r"\s*[•▪▫◦●○■□►➢✓·‣⁃\uf0b7\uf0a7\uf0d8\uf0fc]")
_OUTLINE = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2}){1,4}\.?|\d{1,2}\.)\s+[^\W\d_]")
_ENDS = re.compile(r"[.!?:;…][\"'”’»)\]]*\Z")
_RULE = re.compile(r"\s*(?:[-=_*~—–]\s?){3,}\Z")
_SMALL = re.compile(r"\s*[\"'“”»«(\[]*[a-zæøåéü§]")
_LETTER = re.compile(r"[^\W\d_]")
_HEADING = 90  # characters of a line that may be a heading


class Line(NamedTuple):
    """A line without its end and the blanks before that, its number in the file and the page it is on (0: no pages)."""

    text: str
    number: int
    page: int = 0

    @property
    def empty(self) -> bool:
        """Whether nothing stands in it."""
        return not self.text.strip()


def lines(text: str) -> list[Line]:
    """The lines of a text; form feeds begin pages."""
    result, page, number = [], int("\f" in text), 1
    for part in text.split("\n"):
        first, *others = part.split("\f")
        result.append(Line(first.rstrip(" \u00a0"), number, page))
        for other in others:
            page += 1
            result.append(Line(other.rstrip(" \u00a0"), number, page))
        number += 1
    return result


def width(found: Sequence[Line]) -> int:
    """How many characters fit in a line where paragraphs were cut into lines; 0 where they were not."""
    lengths = sorted(len(line.text) for line in found if not line.empty)
    prose = [length for length in lengths if length >= 40]
    if len(prose) < 3 or prose[-1] > 2 * prose[len(prose) // 2] + 40:
        return 0
    widest = prose[(len(prose) - 1) * 19 // 20]
    full = sum(length >= 0.75 * widest for length in prose)
    return widest if widest <= 140 and 2 * full >= len(prose) else 0


def single_spaced(found: Sequence[Line]) -> list[Line]:
    """The lines without the empty ones between them, where every line of a paragraph has an empty one below it."""
    shown = [index for index, line in enumerate(found) if not line.empty]
    apart = [after - before for before, after in pairwise(shown)]
    torn = sum(
        not ends_sentence(found[before].text) and begins_small(found[after].text)
        for before, after in pairwise(shown)
        if after - before == 2
    )
    if 20 * apart.count(1) > apart.count(2) or 3 * torn < apart.count(2) or not torn:
        return list(found)
    single = {before + 1 for before, after in pairwise(shown) if after - before == 2}
    return [line for index, line in enumerate(found) if index not in single]


def begins_entry(text: str) -> bool:
    """Whether a line opens with the sign or the number of an entry of a list."""
    return _BULLET.match(text) is not None


def has_sign(text: str) -> bool:
    """Whether a line opens with a sign that nothing but an entry opens with."""
    return _SIGN.match(text) is not None


def is_numbered(text: str) -> bool:
    """Whether a line opens with a number of an outline: "2.1 Formål", "3. Målgruppe"."""
    return _OUTLINE.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Whether a sentence, or what leads to a list, ends with the line."""
    return _ENDS.search(text.rstrip()[-8:]) is not None


def is_rule(text: str) -> bool:
    """Whether a line is drawn with characters and says nothing."""
    return len(text) <= MOST and _RULE.match(text) is not None


def begins_small(text: str) -> bool:
    """Whether the first word has a small letter, as a word in a sentence has."""
    return _SMALL.match(text) is not None


def is_short(text: str) -> bool:
    """Whether a line is short enough for a heading and ends like one."""
    return len(text.strip()) <= _HEADING and (not ends_sentence(text) or text.rstrip().endswith(("?", ":")))


def is_capitals(text: str) -> bool:
    """Whether all letters are capitals, and enough of them for a word."""
    return len(_LETTER.findall(text[:_HEADING])) > 3 and text == text.upper() and is_short(text)
