"""What paragraphs and words look like: the styles of a Word file, with what they inherit, and what is set directly."""

import re
from dataclasses import dataclass, replace

from lxml import etree

from qstd.readers.docx.names import W, is_on
from qstd.readers.docx.sheet import Sheet
from qstd.readers.office.line import PLAIN, Look

VALUE = f"{W}val"
MOST_STEPS = 20  # of inheritance; a style may be based on itself in a damaged file
HEADING_NAME = re.compile(r"(?:heading|overskrift) ?([1-9])$", re.IGNORECASE)
TITLE_NAME = re.compile(r"(?:title|titel)$", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"(?:toc|indholdsfortegnelse)\b", re.IGNORECASE)
QUOTE_NAME = re.compile(r"(?:(?:intense )?quote|citat|stærkt citat)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """What a paragraph style says. `level` is that of a heading, 0 for none; `number` the list and its level as far as
    the style names them; `indent` how far its left edge is set in, in twentieths of a point.
    """

    key: str = ""
    name: str = ""
    look: Look = PLAIN
    level: int = 0
    number: str | None = None
    depth: int | None = None
    indent: int = 0
    is_contents: bool = False
    is_quote: bool = False


class Styles:
    """The styles of a file, resolved when they are first asked for."""

    def __init__(self, sheet: Sheet) -> None:
        self._sheet = sheet
        self._paragraphs: dict[str | None, ParagraphStyle] = {}
        self._characters: dict[str, tuple[etree._Element, ...]] = {}
        self._runs: dict[tuple[Look, tuple[tuple[str, str | None], ...]], Look] = {}
        defaults = sheet.defaults
        self._base = PLAIN if defaults is None else _set(PLAIN, _stated(defaults))
        language = None if defaults is None else defaults.find(f"{W}lang")
        self.language = "" if language is None else language.get(VALUE, "")

    def paragraph(self, key: str | None) -> ParagraphStyle:
        """The style with this key, or the one that paragraphs without a style have."""
        found = self._paragraphs.get(key)
        if found is None:
            known = key if key is not None and key in self._sheet else self._sheet.default
            found = self._paragraphs[key] = self._resolved(known)
        return found

    def run(self, base: Look, properties: etree._Element) -> Look:
        """How the characters of a run look in a paragraph that looks like `base`."""
        stated = _stated(properties)
        if not stated:
            return base
        look = self._runs.get((base, stated))
        if look is None:
            look = self._runs[base, stated] = _set(self._styled(base, dict(stated).get(f"{W}rStyle")), stated)
        return look

    def _styled(self, base: Look, key: str | None) -> Look:
        if key is None:
            return base
        chain = self._characters_of(key)
        on = _over(PLAIN, chain)
        # What both styles switch on is off: emphasis in bold text.
        return replace(
            _over(base, chain),
            bold=base.bold != on.bold,
            italic=base.italic != on.italic,
            caps=base.caps != on.caps,
            hidden=base.hidden != on.hidden,
        )

    def _chain(self, key: str) -> list[etree._Element]:
        """The style and what it is based on, the most general first."""
        chain: list[etree._Element] = []
        while (element := self._sheet.style(key)) is not None and len(chain) < MOST_STEPS:
            chain.append(element)
            based = element.find(f"{W}basedOn")
            key = based.get(VALUE, "") if based is not None else ""
        return chain[::-1]

    def _characters_of(self, key: str) -> tuple[etree._Element, ...]:
        if key not in self._characters:
            found = (element.find(f"{W}rPr") for element in self._chain(key))
            self._characters[key] = tuple(properties for properties in found if properties is not None)
        return self._characters[key]

    def _resolved(self, key: str) -> ParagraphStyle:
        style = ParagraphStyle(key, look=_over(self._base, self._characters_of(key)))
        for element in self._chain(key):
            name = element.find(f"{W}name")
            said = name.get(VALUE, "") if name is not None else ""
            heading = HEADING_NAME.match(said) or HEADING_NAME.match(element.get(f"{W}styleId", ""))
            level = int(heading[1]) if heading else 1 if TITLE_NAME.match(said) else style.level
            style = replace(style, name=said, level=level)
            properties = element.find(f"{W}pPr")
            if properties is not None:
                style = _with_paragraph_properties(style, properties)
        return replace(
            style, is_contents=bool(CONTENTS_NAME.match(style.name)), is_quote=bool(QUOTE_NAME.match(style.name))
        )


def _with_paragraph_properties(style: ParagraphStyle, properties: etree._Element) -> ParagraphStyle:
    level, number, depth, indent = style.level, style.number, style.depth, style.indent
    outline = properties.find(f"{W}outlineLvl")
    if outline is not None:
        level = heading_level(outline.get(VALUE))
    stated = properties.find(f"{W}numPr")
    if stated is not None:
        number, depth = numbered(stated, number, depth)
    indent = left_edge(properties.find(f"{W}ind"), indent)
    return replace(style, level=level, number=number, depth=depth, indent=indent)


def heading_level(value: str | None) -> int:
    """The level of a heading (1 the highest) by the number that Word keeps; 0 for text."""
    return int(value) + 1 if value and value.isdecimal() and int(value) < 9 else 0


def numbered(stated: etree._Element, number: str | None, depth: int | None) -> tuple[str | None, int | None]:
    """The list and the level in it; each may be stated without the other."""
    key, level = stated.find(f"{W}numId"), stated.find(f"{W}ilvl")
    if key is not None:
        number = key.get(VALUE, "0")
    if level is not None:
        depth = whole(level.get(VALUE), 0)
    return number, depth


def left_edge(indent: etree._Element | None, default: int = 0) -> int:
    """How far the left edge is set in; the default where that is not stated."""
    if indent is None:
        return default
    return whole(indent.get(f"{W}left") or indent.get(f"{W}start"), default)


def whole(value: str | None, default: int) -> int:
    """A whole number of the file, bounded; the default where it is none."""
    if value and re.fullmatch(r"-?[0-9]{1,9}", value):
        return int(value)
    return default


_MARKS = {f"{W}b": "bold", f"{W}i": "italic", f"{W}caps": "caps", f"{W}vanish": "hidden"}
_STATED = {*_MARKS, f"{W}u", f"{W}sz", f"{W}rStyle"}


def _stated(properties: etree._Element) -> tuple[tuple[str, str | None], ...]:
    """The properties that mean something here, with their values."""
    if len(properties) == 1:
        only = properties[0]
        return ((only.tag, only.get(VALUE)),) if only.tag in _STATED else ()
    return tuple([(child.tag, child.get(VALUE)) for child in properties if child.tag in _STATED])


def _over(look: Look, chain: tuple[etree._Element, ...]) -> Look:
    for properties in chain:
        look = _set(look, _stated(properties))
    return look


def _set(look: Look, stated: tuple[tuple[str, str | None], ...]) -> Look:
    changes: dict[str, bool | float] = {}
    for tag, value in stated:
        if tag in _MARKS:
            changes[_MARKS[tag]] = is_on(value)
        elif tag == f"{W}u":
            changes["underline"] = is_on(value or "none")
        elif tag == f"{W}sz" and whole(value, 0) > 0:
            changes["size"] = whole(value, 0) / 2
    return replace(look, **changes) if changes else look  # type: ignore[arg-type]  # each has its field's type
