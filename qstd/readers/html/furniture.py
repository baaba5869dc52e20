"""What in a page belongs to the site and not to the text: menus, banners, forms, boxes, lists of contents."""

import re
from collections.abc import Mapping

from qstd.model.outline import FurnitureKind
from qstd.readers.html import classes
from qstd.readers.html.survey import Element, Measure, Survey, attributes_of, is_opener, name_of, place_of
from qstd.readers.html.tags import HEADINGS

_MOST = 0.5
_DENSE = 0.8
_SMALL = 80
_FORM = 150
_PHRASE = 45
_SIMPLE = 8
_LINES = frozenset({"td", "p", "div", "center", "small", "font", "span", "ul"})
_TEXT_OF_ITS_OWN = frozenset({*HEADINGS, "p", "td", "th", "tr", "body", "html", "li", "dt", "dd", "main", "summary"})
_PRESSED = re.compile(
    r"""^(?:(?:spring|gå|hop|fortsæt)\s(?:direkte\s|videre\s)?til\s(?:sidens\s|hoved)?(?:hoved)?indhold(?:et)?
    |skip\sto\s(?:main\s)?content|(?:udskriv|print)(?:\s(?:siden|side|denne\sside|artiklen))?
    |del(?:\s(?:siden|side|denne\sside|indhold|artiklen|på\s.{1,20}))?|læs\s(?:siden\s)?(?:op|højt)|lyt(?:\stil\ssiden)?|oplæsning
    |(?:gå\s)?(?:til\s)?(?:toppen|top)(?:\saf\ssiden)?|(?:åbn|luk|fold|vis|udvid|skjul)\s(?:alle|alt)(?:\s.{1,20})?
    |(?:luk|åbn|vis|skjul)(?:\s(?:menu|menuen|søgning))?|menu|søg|tilbage(?:\stil\s.{1,30})?|kopier\slink
    |(?:følg\sos\spå\s)?(?:facebook|linkedin|twitter|instagram)|abonn[ée]r(?:\spå\s.{1,20})?|forside)$""",
    re.IGNORECASE | re.VERBOSE,
)

_SITE = re.compile(
    r"""(?:(?:kontakt\s)?webmaster|printvenlig(?:\s(?:version|udgave|side))?|(?:cookie|privatlivs)(?:-\sog\sprivatlivs)?politik
    |cookies|tilgængelighedserklæring|sitemap|rss|copyright|©|udskriv|print|læs\sop|del\ssiden|(?:til\s)?toppen
    |[a-zæøå-]{2,20}\skommune|(?:19|20)\d\d|[\s.,|·•/–-])+""",
    re.IGNORECASE | re.VERBOSE,
)
_SITE_WORDS = re.compile(
    r"webmaster|printvenlig|politik|erklæring|sitemap|copyright|©|udskriv|læs op|toppen", re.IGNORECASE
)


def furniture_kind(element: Element, page: Survey, before_heading: bool) -> FurnitureKind | None:
    """Say what kind of furniture an element in the main content is, None where it is text. `before_heading`: no heading
    has been met yet.
    """
    tag, measure = name_of(element), page.measure(element)
    attributes = measure.attributes
    if not measure.letters or (page.main is not None and element is page.main):
        return None
    if measure.links >= 3 and in_page_links(element, measure) and (tabs := _opens(element, page)) is not None:
        return None if tabs else "contents"
    if tag in ("header", "footer"):
        return _edge(element, page, tag)
    if kind := place_of(element, attributes):
        return kind
    if measure.letters > _MOST * page.measure(page.root).letters:
        return None
    simple = measure.elements <= _SIMPLE
    if tag == "form" and measure.letters <= _FORM and not measure.headings:
        return "navigation"
    if (
        measure.letters <= _PHRASE
        and simple
        and (tag == "button" or measure.linked == measure.letters)
        and _is_pressed(element)
    ):
        return "navigation"
    if measure.letters <= _SMALL and simple and tag in _LINES and _is_site_line(element):
        return "footer"
    if attributes and tag not in _TEXT_OF_ITS_OWN and (kind := _by_name(element, page, attributes, measure)):
        return kind
    dense = measure.links >= 3 and measure.linked >= _DENSE * measure.letters and not measure.headings
    if dense and page.main is None and before_heading and tag in ("ul", "ol", "div", "p", "td"):
        return "navigation"
    return None


def outside_kind(element: Element) -> FurnitureKind:
    """Say what kind of furniture an element outside the main content is."""
    attributes = attributes_of(element)
    named = classes.words(attributes)
    if classes.about_consent(named):
        return "banner"
    return place_of(element, attributes) or classes.named_kind(named) or classes.edge_kind(attributes) or "navigation"


def in_page_links(element: Element, measure: Measure) -> bool:
    """Say whether an element holds hardly more than links to places in the page itself."""
    if measure.linked < _DENSE * measure.letters:
        return False
    links = [link for link in element.iter("a") if link.get("href")]
    return all(link.get("href", "").startswith("#") and len(link.get("href", "")) > 1 for link in links)


def _opens(element: Element, page: Survey) -> bool | None:
    """Say whether links to places in the page are tabs, whose text stands nowhere else: True, or lead to headings that say
    it again: False; None where they lead nowhere.
    """
    links = list(element.iter("a"))[:20]
    targets = [(link, page.targets.get(link.get("href", "").removeprefix("#"))) for link in links]
    if any(is_opener(link, page.measure(link)) for link in links):
        return True
    known = [(link, target) for link, target in targets if target is not None]
    if not known:
        return None if name_of(element) != "nav" else False
    lonely = [link for link, target in known if not _says(target, link, page)]
    return len(lonely) > len(known) / 2


def _says(target: Element, link: Element, page: Survey) -> bool:
    """Say whether the target of a link opens with the text of the link, or is only a mark before it."""
    if not page.measure(target).letters or name_of(target) in HEADINGS:
        return True
    wanted = _flat(link)
    opening = ""
    for text in target.itertext():
        opening += "".join(str(text).split()).lower()
        if len(opening) >= len(wanted) + 8:
            break
    return wanted in opening[: len(wanted) + 8]


def _flat(element: Element) -> str:
    return "".join("".join(str(text) for text in element.itertext()).split()).lower()


def _edge(element: Element, page: Survey, tag: str) -> FurnitureKind | None:
    """Say whether a header or footer is that of the page: not one inside the main content or an article."""
    if page.main is not None or next(element.iterancestors("article", "section", "details"), None) is not None:
        return None
    measure = page.measure(element)
    title = next((heading for heading in element.iter("h1") if not page.measure(heading).links), None)
    if measure.letters > _MOST * page.measure(page.root).letters or (tag == "header" and title is not None):
        return None
    return "header" if tag == "header" else "footer"


def _is_pressed(element: Element) -> bool:
    return bool(_PRESSED.match(_line(element).strip(" »«>‹›^+–-")))


def _is_site_line(element: Element) -> bool:
    """Say whether a line names nothing but what sites write at the bottom of their pages."""
    line = _line(element)
    return bool(_SITE_WORDS.search(line) and _SITE.fullmatch(line))


def _line(element: Element) -> str:
    return " ".join("".join(str(text) for text in element.itertext()).split())


def _by_name(element: Element, page: Survey, attributes: Mapping[str, str], measure: Measure) -> FurnitureKind | None:
    """Say what an element is by its id and class, where what it holds agrees."""
    named = classes.words(attributes)
    if not named:
        return None
    if classes.about_consent(named) and "cookie" in _flat(element):
        return "banner"
    if classes.contact_box(named):
        return "footer"
    kind = classes.named_kind(named)
    if kind == "banner":
        return kind
    if kind and not measure.headings and (measure.linked >= _MOST * measure.letters or measure.letters <= _SMALL):
        return kind
    if page.main is None and not measure.headings:
        return classes.edge_kind(attributes)
    return None
