"""A first look over the whole tree: how much text each element holds, where the main content is, what opens what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from qstd.model.outline import FurnitureKind
from qstd.readers.html import classes
from qstd.readers.html.tags import CONTROLS, DELETED, HEADINGS, RAW, UNSEEN, separates

Element = etree._Element

_PLACES: dict[str, FurnitureKind] = {"nav": "navigation", "aside": "navigation", "header": "header", "footer": "footer"}
_MOST = 0.5
_FEW_LETTERS = 20
_OPENER_LETTERS = 200


@dataclass(slots=True)
class Measure:
    """What an element holds: letters, those of them in links, links, letters of furniture, headings, tables, elements; where in
    the order of the page it ends; and its attributes.
    """

    letters: int = 0
    linked: int = 0
    links: int = 0
    aside: int = 0
    headings: int = 0
    tables: int = 0
    elements: int = 1
    at: int = 0
    attributes: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Survey:
    """What is known of a page before it is walked."""

    root: Element
    measures: dict[Element, Measure] = field(default_factory=dict)
    main: Element | None = None
    path: frozenset[Element] = frozenset()
    title: Element | None = None
    """The heading of the page where it stands outside the main content."""
    panels: dict[str, Element] = field(default_factory=dict)
    """What an element opens, by id."""
    targets: dict[str, Element] = field(default_factory=dict)

    def measure(self, element: Element) -> Measure:
        """Give what an element holds."""
        return self.measures.get(element) or Measure()


def survey(root: Element) -> Survey:
    """Look over a page."""
    result = Survey(root)
    controlled: set[str] = set()
    _measure(result, controlled)
    result.panels = {name: result.targets[name] for name in controlled if name in result.targets}
    result.main = _main(result)
    if result.main is not None:
        result.path = frozenset(result.main.iterancestors())
        result.title = _title(result)
    return result


def name_of(element: Element) -> str:
    """Give the name of an element without a prefix of XHTML, "" for what is none."""
    tag = element.tag
    return tag if isinstance(tag, str) else ""


def attributes_of(element: Element) -> dict[str, str]:
    """Give the attributes of an element."""
    return dict(element.items())


def place_of(element: Element, attributes: Mapping[str, str]) -> FurnitureKind | None:
    """Say what an element is by its name or its role, wherever it stands."""
    return _PLACES.get(name_of(element)) or (classes.landmark(attributes) if attributes else None)


def is_opener(element: Element, measures: Measure) -> bool:
    """Say whether one presses this element to open a part of the text."""
    tag = name_of(element)
    if tag == "summary":
        return True
    attributes = measures.attributes
    if not attributes and tag != "button":
        return False
    if not 0 < measures.letters <= _OPENER_LETTERS or measures.tables:
        return False
    if not separates(tag) and _in_a_sentence(element):
        return False
    if attributes.get("role") == "tab" or "aria-expanded" in attributes:
        return True
    toggles = attributes.get("data-toggle") or attributes.get("data-bs-toggle")
    if toggles in ("collapse", "tab", "pill") or "aria-controls" in attributes:
        return tag in ("a", "button", *HEADINGS) or toggles is not None or attributes.get("role") == "button"
    return classes.opener_name(attributes) or (tag == "button" and _opens_next(element))


def _in_a_sentence(element: Element) -> bool:
    """Say whether text goes before an element, or on after it."""
    before, around = element.getprevious(), element.getparent()
    text = before.tail if before is not None else around.text if around is not None else None
    return bool((text or "").strip() or (element.tail or "").strip())


def _opens_next(button: Element) -> bool:
    """Say whether what follows a button is what it opens."""
    following = button.getnext()
    if following is None or name_of(following) not in ("div", "section"):
        return False
    return "".join(following.itertext()).strip() != ""


def _measure(result: Survey, controlled: set[str]) -> None:
    """Count what every element holds, from the innermost outwards."""
    measures, count = result.measures, 0
    for _, element in etree.iterwalk(result.root, events=("end",)):
        tag = name_of(element)
        count += 1
        attributes = attributes_of(element)
        mine = measures[element] = Measure(at=count, attributes=attributes)
        if tag in RAW or tag in UNSEEN or tag in DELETED:
            continue
        _sum(mine, element, measures)
        if tag == "a" and attributes.get("href"):
            mine.linked, mine.links = mine.letters, mine.links + 1
        elif tag == "table":
            mine.tables += 1
        elif tag in HEADINGS:
            mine.headings += 1
        if attributes:
            _names(result, controlled, element, attributes)
            if "cookie" in classes.words(attributes):
                mine.aside = mine.letters
        if tag in CONTROLS or place_of(element, attributes):
            mine.aside = mine.letters


def _sum(mine: Measure, element: Element, measures: dict[Element, Measure]) -> None:
    mine.letters = len("".join((element.text or "").split()))
    for child in element:
        its = measures[child]
        mine.letters += its.letters + (len("".join(child.tail.split())) if child.tail else 0)
        mine.linked += its.linked
        mine.links += its.links
        mine.aside += its.aside
        mine.headings += its.headings
        mine.tables += its.tables
        mine.elements += its.elements


def _names(result: Survey, controlled: set[str], element: Element, attributes: Mapping[str, str]) -> None:
    """Note the id of an element, and what it opens."""
    if identity := attributes.get("id"):
        result.targets.setdefault(identity, element)
    opens = attributes.get("aria-controls") or attributes.get("data-target") or attributes.get("data-bs-target") or ""
    if not opens and attributes.get("data-toggle", attributes.get("data-bs-toggle")) in ("collapse", "tab", "pill"):
        opens = attributes.get("href", "")
    controlled.update(name.removeprefix("#") for name in opens.split()[:10])


def _main(result: Survey) -> Element | None:
    """Find the element that holds the main content: what says so itself, where it holds most of the text."""
    whole = result.measure(result.root)
    content = whole.letters - whole.aside
    for candidates in _candidates(result.root):
        best = max(candidates, key=lambda element: result.measure(element).letters, default=None)
        if best is None:
            continue
        mine = result.measure(best)
        if mine.letters - mine.aside >= max(_FEW_LETTERS, _MOST * content):
            return best
    return None


def _candidates(root: Element) -> Iterator[list[Element]]:
    elements = list(root.iter())
    yield [element for element in elements if element.tag == "main" or element.get("role") == "main"]
    yield [element for element in elements if element.tag == "article" or element.get("role") == "article"]
    yield [element for element in elements if element.attrib and classes.content_name(attributes_of(element))]


def _title(result: Survey) -> Element | None:
    """Find the heading of the page outside the main content: the only h1, unless it is a link (a logo) or in a menu."""
    main = result.main
    if main is None or next(main.iter("h1"), None) is not None:
        return None
    found = [heading for heading in result.root.iter("h1") if result.measure(heading).letters]
    if len(found) != 1 or result.measure(found[0]).links or result.measure(found[0]).at > result.measure(main).at:
        return None
    above = found[0].iterancestors("a", "nav", "aside", "footer")
    return found[0] if next(above, None) is None else None
