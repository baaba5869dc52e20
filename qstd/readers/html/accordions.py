"""Accordions and tabs: what is opened by what, and how high a heading the opener is."""

from qstd.readers.html import classes
from qstd.readers.html.survey import Element, Survey, is_opener, name_of
from qstd.readers.html.tags import HEADINGS, separates

_NEAR = 12


class Levels:
    """The level of an opener: one below the heading that it stands under, the same for all of one accordion."""

    def __init__(self) -> None:
        self._heading = 0
        self._opener = 0

    def heading(self, level: int, opens: bool) -> None:
        """Note a heading; one that opens something says how high openers are."""
        if opens:
            self._opener = level
            return
        self._heading = level
        if level < self._opener:
            self._opener = 0

    def opener(self, nested: int) -> int:
        """Give the level of an opener that stands in so many others."""
        self._opener = self._opener or max(self._heading + 1, 2)
        return min(self._opener + nested, 6)


def is_panel(element: Element, page: Survey) -> bool:
    """Say whether a hidden element is shown when its opener is pressed, so that it belongs to the text."""
    attributes = page.measure(element).attributes
    if not separates(name_of(element)):
        return False
    if attributes.get("id") in page.panels or attributes.get("role") == "tabpanel" or classes.panel_name(attributes):
        return True
    before = element.getprevious()
    if before is None:
        return False
    return name_of(before) in (*HEADINGS, "button", "dt", "summary") or holds_opener(before, page)


def holds_opener(element: Element, page: Survey) -> bool:
    """Say whether an element is an opener or has one among the first things in it."""
    for count, inner in enumerate(element.iter()):
        if count >= _NEAR:
            return False
        if is_opener(inner, page.measure(inner)):
            return True
    return False


def panel_of(opener: Element, page: Survey) -> Element | None:
    """Give the element that an opener names as what it opens."""
    attributes = page.measure(opener).attributes
    for name in ("aria-controls", "data-target", "data-bs-target", "href"):
        value = attributes.get(name, "").removeprefix("#")
        if value and value in page.targets:
            return page.targets[value]
    return None
