"""The page that a PDF is laid out from, as the tree that WeasyPrint works on.

Its own parser of HTML mends whatever people write, and takes ten milliseconds for a standard. Our pages have nothing to be
mended: they are written as XML would be, save for `<!doctype html>` and `<br>`, and are read as that. A page of which a
parser of HTML would make another tree, as a municipality's own template may give it, goes the long way.
"""

import re
from typing import Any
from xml.etree.ElementTree import Element, ParseError, fromstring

_START = "<!doctype html>"
# What XML reads otherwise than HTML, or only XML knows: declarations, and signs by their number save the quotes.
_READ_OTHERWISE = re.compile(r"<!|&#(?!x27;|34;|39;)")
_INLINE = frozenset(("a", "br", "del", "em", "ins", "small", "span", "strong", "sub", "sup"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_FLOW = _INLINE | _HEADINGS | {"address", "blockquote", "div", "main", "ol", "p", "section", "table", "ul"}
# What each element may hold without a parser of HTML closing it, moving what is in it, or adding to it.
_HOLDS: dict[str, frozenset[str]] = {
    **dict.fromkeys(("address", "blockquote", "body", "caption", "div", "li", "main", "section", "td", "th"), _FLOW),
    **dict.fromkeys((*_INLINE, *_HEADINGS, "p"), _INLINE),
    "html": frozenset(("head", "body")),
    "head": frozenset(("meta", "title", "style")),
    **dict.fromkeys(("meta", "title", "style"), frozenset()),
    **dict.fromkeys(("ol", "ul"), frozenset(("li",))),
    "table": frozenset(("caption", "thead", "tbody")),
    **dict.fromkeys(("thead", "tbody"), frozenset(("tr",))),
    "tr": frozenset(("td", "th")),
}
_NO_WORDS = frozenset(("table", "thead", "tbody", "tr", "html", "head"))


def tree(html: str) -> Element | None:
    """Return the tree of a page; None where a parser of HTML may make another one of it than one of XML."""
    text = html.removeprefix(_START)
    if _READ_OTHERWISE.search(text):
        return None
    try:
        found = fromstring(text.replace("<br>", "<br/>"))
    except ParseError:
        return None
    is_whole = [each.tag for each in found] == ["head", "body"] and all(map(_is_plain, found.iter()))
    return found if is_whole and _is_written_alike(found, html) else None


def _is_plain(element: Element) -> bool:
    """Tell whether an element holds only what may stand in it."""
    name = element.tag
    may, words = _HOLDS.get(name), element.text or ""
    for each in element:
        if may is None or each.tag not in may:
            return False
        words += each.tail or "" if name in _NO_WORDS else ""
    if name == "a" and element.find(".//a") is not None:
        return False
    return may is not None and not (name in _NO_WORDS and words.strip())


def _is_written_alike(found: Element, html: str) -> bool:
    """Tell whether HTML reads the signs as XML does: a style sheet as it is written, and nothing is closed at once."""
    closed_at_once = html.count("/>") - sum(1 for _ in found.iter("meta"))
    return closed_at_once <= 0 and all(f">{each.text or ''}</style>" in html for each in found.iter("style"))


def page(weasyprint: Any, html: str, fetcher: Any) -> Any:
    """Return WeasyPrint's own record of a page."""
    root = tree(html)
    return (
        weasyprint.HTML(string=html, url_fetcher=fetcher, media_type="print")
        if root is None
        else _ready(weasyprint, root, fetcher)
    )


def _ready(weasyprint: Any, root: Element, fetcher: Any) -> Any:
    import cssselect2

    class Ready(weasyprint.HTML):  # type: ignore[misc]  # the library is typed only once it is imported
        """A page that needs no parser."""

        def __init__(self) -> None:
            self.base_url = None
            self.url_fetcher = fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

    return Ready()
