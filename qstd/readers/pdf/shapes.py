"""The plain data that the steps of the PDF reader hand on: strips of characters, words, lines, rules, pages.

All positions are in points from the upper left corner of the page, turned so that most of its text stands upright.
"""

from dataclasses import dataclass
from typing import NamedTuple

Box = tuple[float, float, float, float]
"""(left, top, right, bottom)."""


class Face(NamedTuple):
    """How characters look. `hidden` is true for text that nobody sees: drawn invisibly. `heading` is the level that a
    tagged file gives them.
    """

    strong: bool = False
    emph: bool = False
    hidden: bool = False
    heading: int = 0


class Strip(NamedTuple):
    """Characters drawn in one go, on one base line: each with where it begins (`lefts`) and ends (`rights`). A strip
    that is `apart` has a break of line or word before it, as the library sees it. `turn` is the direction of writing in
    degrees, `first` the library's index of the first character.
    """

    text: list[str]
    lefts: list[float]
    rights: list[float]
    base: float
    size: float
    face: Face
    apart: bool
    turn: int = 0
    first: int = 0


class Word(NamedTuple):
    """Characters without a space between them."""

    text: str
    x0: float
    x1: float
    base: float
    size: float
    face: Face
    href: str = ""
    underline: bool = False

    @property
    def top(self) -> float:
        """The upper edge of its capitals, about."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge, about."""
        return self.base + 0.22 * self.size


class Line(NamedTuple):
    """Words on one base line, from left to right."""

    words: tuple[Word, ...]
    x0: float
    x1: float
    base: float
    size: float
    page: int = 0

    @property
    def text(self) -> str:
        """The words with a space between them."""
        return " ".join(word.text for word in self.words)

    @property
    def top(self) -> float:
        """The upper edge of its capitals, about."""
        return self.base - 0.8 * self.size

    @property
    def bottom(self) -> float:
        """The lower edge, about."""
        return self.base + 0.22 * self.size


class Rule(NamedTuple):
    """A straight line that is drawn across (`across`, `at` is its height) or down the page, from `start` to `end`."""

    across: bool
    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the library gives it. `plain` is its text as the library alone puts it together; `hidden` are texts
    that do not stand in the page's reading (turned, invisible, outside of it), `notes` remarks that are stuck on it,
    `links` boxes and where they lead, `dots` small shapes that may be bullets. `pictures` counts the images; `scan` is
    true where one of them covers most of the page.
    """

    number: int
    width: float = 0.0
    height: float = 0.0
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    dots: tuple[Box, ...] = ()
    hidden: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[tuple[Box, str], ...] = ()
    plain: str = ""
    pictures: int = 0
    scan: bool = False
