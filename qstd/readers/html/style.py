"""How text looks, as far as it may mean something: from elements, from inline styles, and from the classes of a style
sheet inside the page (as Google Docs and Word write them).
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from qstd.model.outline import Reason
from qstd.readers.html.classes import out_of_sight
from qstd.readers.html.symbols import Font, symbol_font
from qstd.readers.html.tags import DELETED, separates

_RULE = re.compile(r"([^{}@]{1,300})\{([^{}]{0,2000})\}")
_SELECTOR = re.compile(r"^([a-z][a-z0-9]*)?(?:\.([\w-]+))?$", re.IGNORECASE)
_USEFUL = re.compile(
    r"(?:^|;)\s*(font-weight|font-style|font-size|font-family|font|text-decoration(?:-line)?|text-transform|list-style"
    r"(?:-type)?|white-space)\s*:\s*([^;]*)",
    re.IGNORECASE,
)
_LENGTH = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)\s*(pt|px|em|rem|%)", re.IGNORECASE)
_POINTS = {"pt": 1.0, "px": 0.75, "rem": 12.0}
_NAMED = {
    "xx-small": 7.0,
    "x-small": 7.5,
    "small": 10.0,
    "medium": 12.0,
    "large": 13.5,
    "x-large": 18.0,
    "xx-large": 24.0,
}
_FONT_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_SHEET = 500_000

Sheet = dict[str, str]
"""Declarations by selector: "p", ".c3" or "p.MsoNormal"."""


@dataclass(frozen=True, slots=True)
class Look:
    """How text looks at a point of the page, and what the elements around it say about its paragraph."""

    strong: bool = False
    emph: bool = False
    underline: bool = False
    href: str = ""
    size: float = 0.0
    keeps_space: bool = False
    quote: bool = False
    level: int = 0
    reasons: tuple[Reason, ...] = ()
    depth: int = 0
    symbols: Font = ""


def sheet(source: str) -> Sheet:
    """Read the simple rules of a style sheet; rules for elements inside others are passed over."""
    found: Sheet = {}
    for selectors, declarations in _RULE.findall(re.sub(r"/\*.*?(?:\*/|\Z)|<!--|-->", "", source[:_SHEET], flags=re.S)):
        if not _USEFUL.search(declarations):
            continue
        for selector in selectors.split(",")[:50]:
            if _SELECTOR.match(name := selector.strip()):
                found[name.lower()] = f"{found.get(name.lower(), '')};{declarations}"
    return found


def declared(tag: str, attributes: Mapping[str, Any], rules: Sheet) -> str:
    """Give all declarations that hold for an element, the strongest last."""
    style = attributes.get("style", "") if attributes else ""
    if not rules:
        return style
    parts = [rules.get(tag, "")]
    for name in (attributes.get("class", "") if attributes else "").lower().split()[:20]:
        parts += [rules.get(f".{name}", ""), rules.get(f"{tag}.{name}", "")]
    return ";".join([part for part in parts if part] + [style])


def looks(tag: str, attributes: Mapping[str, Any], declarations: str, look: Look) -> Look:
    """Give the look inside an element."""
    if tag in _ELEMENTS:
        look = replace(look, **_ELEMENTS[tag])
    if tag == "font":
        look = replace(look, size=_FONT_SIZES.get(attributes.get("size", ""), look.size))
    if symbols := symbol_font(tag, attributes):
        look = replace(look, symbols=symbols)
    if declarations and ":" in declarations:
        return _styled(declarations, look)
    return look


_ELEMENTS: Mapping[str, Mapping[str, Any]] = {
    "b": {"strong": True},
    "strong": {"strong": True},
    "em": {"emph": True},
    "i": {"emph": True},
    "cite": {"emph": True},
    "dfn": {"emph": True},
    "var": {"emph": True},
    "u": {"underline": True},
    "pre": {"keeps_space": True},
    "listing": {"keeps_space": True},
    "xmp": {"keeps_space": True},
    "plaintext": {"keeps_space": True},
    "blockquote": {"quote": True},
}
LOOKING = frozenset(_ELEMENTS)
"""Elements that change the look of text by their name alone."""


def _styled(declarations: str, look: Look) -> Look:
    changes: dict[str, Any] = {}
    for name, value in _USEFUL.findall(declarations):
        value = value.strip().lower().removesuffix("!important").strip()
        match name.lower():
            case "font-weight":
                changes["strong"] = value in ("bold", "bolder") or (value.isdecimal() and int(value[:4]) >= 600)
            case "font-style":
                changes["emph"] = value in ("italic", "oblique")
            case "font-size":
                changes["size"] = _size(value, look.size)
            case "text-decoration" | "text-decoration-line":
                changes["underline"] = "underline" in value
            case "white-space":
                changes["keeps_space"] = value in ("pre", "pre-wrap", "pre-line", "break-spaces")
            case "font":
                changes |= {"strong": "bold" in value, "emph": "italic" in value, "size": _size(value, look.size)}
    return replace(look, **changes) if changes else look


def _size(value: str, around: float) -> float:
    """Give a size in points; what is said in relation to the text around it is taken of 12 where that is not known."""
    if value in _NAMED:
        return _NAMED[value]
    if not (found := _LENGTH.search(value)):
        return around
    number, unit = float(found.group(1)), found.group(2).lower()
    if unit in _POINTS:
        return round(number * _POINTS[unit], 2)
    return round(number * (around or 12.0) / (100 if unit == "%" else 1), 2)


def unmarked(declarations: str) -> bool:
    """Say whether a list shows no marks before its entries."""
    kinds = [value for name, value in _USEFUL.findall(declarations) if name.lower().startswith("list-style")]
    return bool(kinds) and "none" in kinds[-1].lower()


def stands_aside(tag: str, attributes: Mapping[str, Any]) -> bool:
    """Say whether the text of an element is none of the sentence around it, so that it tears and joins no words there."""
    return is_deleted(tag, attributes) or (not separates(tag) and out_of_sight(attributes))


def is_deleted(tag: str, attributes: Mapping[str, Any]) -> bool:
    """Say whether an element holds text that was taken out."""
    return tag in DELETED or "line-through" in attributes.get("style", "")
