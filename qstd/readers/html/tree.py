"""The tree of a page, within bounds: a page that is made to break a program is refused, and soon."""

import re

from lxml import etree

from qstd.readers.html.survey import Element

BYTES = 20_000_000
ELEMENTS = 150_000
_ATTRIBUTES = 500

_FORMATTING = re.compile(r"</?(?:font|span|b|i|u|em|strong|small|big|center)\b[^<>]*>", re.IGNORECASE)
# The parser drops what stands after these; browsers show it as part of the page.
_LAST = re.compile(r"</(?:html|body)\b[^<>]*>", re.IGNORECASE)
# What a parser cannot hold, and what XML does not allow though a page may have it.
# A list or table ends the paragraph around it. What follows it up to the end of that paragraph runs on without end.
_OVERLOOKED = re.compile(
    r"(?:</(?:address|blockquote|center|dd|div|dl|dt|fieldset|form|h[1-6]|li|ol|pre|section|table|td|ul)\s*>|<hr\b[^<>]*>)"
    r"[^<]*+(?:</?(?:a|b|br|em|font|i|img|small|span|strong|sub|sup|u)\b[^<>]*>[^<]*+)*+</(?:p|h[1-6]|pre|form)\s*>",
    re.IGNORECASE,
)
BORDER = "page-border"
"""An element that says nothing but that a word ends here."""
_EMPTY = re.compile(r"(<(?:html|body)\b[^<>]*)/>", re.IGNORECASE)
_ODD = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


class RefusedError(Exception):
    """The page is larger or more deeply nested than any page of text."""


def clean(text: str) -> str:
    """Make a page such that a parser sees what browsers see: without the characters that no page may hold, without the ends
    after which a parser reads no further, and with a border where it overlooks the end of a paragraph.
    """
    text = _ODD.sub("\ufffd", text).replace("\f", " ")
    text = _EMPTY.sub(r"\1>", _LAST.sub("", text))
    return _OVERLOOKED.sub(rf"\g<0><{BORDER}/>", text)


def crowded(source: str) -> bool:
    """Say whether a page has more elements than any page of text."""
    return source.count("<") > 2 * ELEMENTS


def parse(source: str, attributes: int) -> tuple[Element, bool]:
    """Make the tree of a page that has at most so many attributes in one tag; true where elements of
    formatting had to be left out because they lay too deep in each other, as they do where nobody closed them.
    """
    if attributes > _ATTRIBUTES:
        raise RefusedError
    root, cut = _tree(source)
    if not cut:
        return root, False
    root, cut = _tree(_FORMATTING.sub("", source))
    if cut:
        raise RefusedError
    return root, True


def _tree(source: str) -> tuple[Element, bool]:
    """Make the tree; true where the parser gave up in the middle."""
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True, remove_pis=True, huge_tree=False)
    try:
        root = etree.fromstring(source.encode("utf-8"), parser)
    except etree.XMLSyntaxError:
        root = None
    if root is None:
        root = etree.Element("html")
    return root, any(entry.type == etree.ErrorTypes.ERR_RESOURCE_LIMIT for entry in parser.error_log)
