"""What the names that a site gives its elements (id, class, role) say about them."""

import re
from collections.abc import Mapping

from qstd.model.outline import FurnitureKind

_LONGEST = 500
_WORDS = re.compile(r"[a-zæøå]+|[A-ZÆØÅ][a-zæøå]*")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_OUT_OF_SIGHT = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|visually-?hidden|screen-?reader(?:-?text|-?only)?|only-?screen-?reader|element-invisible)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)

_BANNER = frozenset("cookie cookies cookiebot cookiebanner cookieconsent cookieinformation cybot coi gdpr".split())
_NAVIGATION = frozenset(
    """nav navbar navigation menu topmenu sidemenu submenu venstremenu hovedmenu breadcrumb breadcrumbs crumbs brodkrumme
    broedkrumme brødkrumme brødkrummer skip skiplink skiplinks share sharing addthis sharethis print printlink udskriv
    readspeaker search searchbox søg soeg søgning soegning pager pagination related relateret relaterede sidebar
    feedback""".split()
)
_EDGES: Mapping[str, FurnitureKind] = {
    **dict.fromkeys(("footer", "sidefod", "pagefooter", "sitefooter", "bund"), "footer"),
    **dict.fromkeys(("header", "sidehoved", "siteheader", "pageheader", "topbar", "logo"), "header"),
}
_CONTACT = frozenset("contact kontakt kontaktboks contactbox kontaktinfo".split())
_BOX = frozenset("box boks card kort widget kontaktboks contactbox".split())

_LANDMARKS: Mapping[str, FurnitureKind] = {
    "navigation": "navigation",
    "search": "navigation",
    "complementary": "navigation",
    "menu": "navigation",
    "menubar": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "alertdialog": "banner",
}
_CONTENT = frozenset("content main maincontent contentmain indhold sideindhold pagecontent hovedindhold".split())
_OPENS = re.compile(r"accord(?:ion|eon)|akkordeon|collapsible|collapse|foldout|foldud|expand|toggle|faq", re.IGNORECASE)
_OPENER = re.compile(
    r"(?:title|titel|header|heading|headline|overskrift|button|btn|knap|toggle|trigger|opener|label|question)$",
    re.IGNORECASE,
)
_PANEL = re.compile(
    r"accord(?:ion|eon)|akkordeon|collaps|fold-?out|foldud|expand|toggle|faq|panel|\btab", re.IGNORECASE
)


def words(attributes: Mapping[str, str]) -> frozenset[str]:
    """Give the words in the id and class of an element: "siteFooter kontakt-boks" has four."""
    if "id" not in attributes and "class" not in attributes:
        return frozenset()
    named = f"{attributes.get('id', '')} {attributes.get('class', '')}"
    parts = [part.lower() for part in _WORDS.findall(named[:_LONGEST])]
    whole = re.split(r"[\s_-]+", named[:_LONGEST].lower())
    return frozenset(parts) | frozenset(whole)


def landmark(attributes: Mapping[str, str]) -> FurnitureKind | None:
    """Say what an element is by its role."""
    return _LANDMARKS.get(attributes.get("role", ""))


def named_kind(named: frozenset[str]) -> FurnitureKind | None:
    """Say what an element is by the words of its id and class."""
    if named & _BANNER:
        return "banner"
    return "navigation" if named & _NAVIGATION else None


def edge_kind(attributes: Mapping[str, str]) -> FurnitureKind | None:
    """Say whether an element calls itself the head or foot of the page; the whole name counts ("card-footer" is none)."""
    names = {re.sub(r"[\s_-]", "", attributes.get("id", "").lower()), *_joined(attributes)}
    return next((_EDGES[name] for name in sorted(names) if name in _EDGES), None)


def contact_box(named: frozenset[str]) -> bool:
    """Say whether an element is the site's box with addresses, not the part of the text on whom to ask."""
    return bool(named & _CONTACT and named & _BOX)


def about_consent(named: frozenset[str]) -> bool:
    """Say whether an element is about consent: the banner of the site, or a part of the text."""
    return bool(named & {"consent", "samtykke"})


def content_name(attributes: Mapping[str, str]) -> bool:
    """Say whether an element calls itself the main content."""
    return bool({re.sub(r"[\s_-]", "", attributes.get("id", "").lower()), *_joined(attributes)} & _CONTENT)


def _joined(attributes: Mapping[str, str]) -> set[str]:
    return {re.sub(r"[_-]", "", name) for name in attributes.get("class", "").lower().split()[:20]}


def hides(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is not shown when the page opens."""
    if not attributes:
        return False
    if "hidden" in attributes or attributes.get("aria-hidden", "").strip().lower() == "true":
        return True
    style = attributes.get("style")
    return style is not None and _HIDING.search(style) is not None


def out_of_sight(attributes: Mapping[str, str]) -> bool:
    """Say whether an element is not shown, or is there for screen readers only."""
    return hides(attributes) or bool(_OUT_OF_SIGHT.search(attributes.get("class", "")))


def opener_name(attributes: Mapping[str, str]) -> bool:
    """Say whether an element calls itself what one presses to open a part of an accordion."""
    named = attributes.get("class")
    if not named:
        return False
    return any(_OPENER.search(name) and _OPENS.search(name) for name in named[:_LONGEST].split())


def panel_name(attributes: Mapping[str, str]) -> bool:
    """Say whether an element calls itself a part of an accordion or a tab."""
    return bool(_PANEL.search(f"{attributes.get('class', '')[:_LONGEST]} {attributes.get('id', '')[:_LONGEST]}"))
