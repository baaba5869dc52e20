"""What paragraphs and words of an OpenDocument file look like: common styles, automatic ones, what they inherit."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from qstd.readers.odt.names import full, number, said
from qstd.readers.office.line import PLAIN, Look

MOST_STEPS = 20  # of inheritance; a style may be its own parent in a damaged file
TITLE_NAME = re.compile(r"(?:title|titel)$", re.IGNORECASE)
QUOTE_NAME = re.compile(r"(?:quotations|quote|citat)", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"contents (?:heading|[0-9])", re.IGNORECASE)
SIZE = re.compile(r"([0-9]{1,4}(?:\.[0-9]+)?)(pt|%)")


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says; `names` are those of the style and its parents, as the program shows them."""

    look: Look = PLAIN
    names: tuple[str, ...] = ()
    level: int = 0

    def is_called(self, pattern: re.Pattern[str]) -> bool:
        """Whether the style or what it inherits from has such a name."""
        return any(pattern.match(name) for name in self.names)


class Styles:
    """The styles that one part of the file can name."""

    def __init__(self, *holders: etree._Element | None) -> None:
        self._elements: dict[tuple[str, str], etree._Element] = {}
        self._paragraphs: dict[str, ParagraphStyle] = {}
        self._default: etree._Element | None = None
        self.lists: dict[str, etree._Element] = {}
        self.outline: etree._Element | None = None
        for holder in holders:
            for element in () if holder is None else holder:
                self._keep(element)

    @property
    def language(self) -> str:
        """The language that text has where nothing else is said."""
        properties = _properties(self._default)
        return "" if properties is None else said(properties, "fo:language")

    def paragraph(self, name: str) -> ParagraphStyle:
        """The paragraph style with this name."""
        if name not in self._paragraphs:
            self._paragraphs[name] = self._resolved(name)
        return self._paragraphs[name]

    def text(self, base: Look, name: str) -> Look:
        """How characters with this style look in a paragraph that looks like `base`."""
        return _over(base, self._chain("text", name))

    def _keep(self, element: etree._Element) -> None:
        if element.tag == full("style:style"):
            self._elements[said(element, "style:family"), said(element, "style:name")] = element
        elif element.tag == full("style:default-style") and said(element, "style:family") == "paragraph":
            self._default = element
        elif element.tag == full("text:list-style"):
            self.lists[said(element, "style:name")] = element
        elif element.tag == full("text:outline-style"):
            self.outline = element

    def _chain(self, family: str, name: str) -> list[etree._Element]:
        """The style and its parents, the most general first."""
        chain: list[etree._Element] = []
        while (family, name) in self._elements and len(chain) < MOST_STEPS:
            element = self._elements[family, name]
            chain.append(element)
            name = said(element, "style:parent-style-name")
        return chain[::-1]

    def _resolved(self, name: str) -> ParagraphStyle:
        chain = self._chain("paragraph", name)
        base = PLAIN if self._default is None else _over(PLAIN, [self._default])
        names = tuple(
            said(element, "style:display-name") or said(element, "style:name").replace("_20_", " ") for element in chain
        )
        style = ParagraphStyle(_over(base, chain), names or (name.replace("_20_", " "),))
        level = next((number(element, "style:default-outline-level", 0) for element in reversed(chain)), 0)
        return replace(style, level=1 if style.is_called(TITLE_NAME) else level)


def _over(look: Look, chain: Iterable[etree._Element]) -> Look:
    for element in chain:
        properties = _properties(element)
        if properties is not None:
            look = _set(look, properties)
    return look


def _properties(element: etree._Element | None) -> etree._Element | None:
    return None if element is None else element.find(full("style:text-properties"))


def _set(look: Look, properties: etree._Element) -> Look:
    weight, slant = said(properties, "fo:font-weight"), said(properties, "fo:font-style")
    line, shown = said(properties, "style:text-underline-style"), said(properties, "text:display")
    letters, size = said(properties, "fo:text-transform"), SIZE.fullmatch(said(properties, "fo:font-size"))
    return Look(
        bold=weight in {"bold", "600", "700", "800", "900"} if weight else look.bold,
        italic=slant in {"italic", "oblique"} if slant else look.italic,
        underline=line != "none" if line else look.underline,
        caps=letters == "uppercase" if letters else look.caps,
        hidden=shown == "none" if shown else look.hidden,
        size=(float(size[1]) if size[2] == "pt" else look.size * float(size[1]) / 100) if size else look.size,
    )
