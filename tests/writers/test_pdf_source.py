"""The page of a PDF, read as XML where that gives the tree that a parser of HTML would make of it.

`QSTD_FUZZ=5000` tries more pages.
"""

import os
from dataclasses import replace
from xml.etree.ElementTree import Element, tostring

import pytest
import tinyhtml5
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.model.document import Document
from qstd.writers.pdf import html_of
from qstd.writers.pdf_source import tree
from tests.writers.html_theme import theme
from tests.writers.kitchen_sink import KITCHEN_SINK
from tests.writers.test_pdf import KINDS
from tests.writers.test_pdf_presses import documents

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "200"))
PAGE = '<!doctype html>\n<html lang="da">\n<head>\n<title>Side</title>\n{head}</head>\n<body>\n{body}\n</body>\n</html>'
TAGS = ("a", "br", "div", "em", "h2", "li", "p", "section", "span", "table", "tbody", "td", "th", "thead", "tr", "ul")
ODD = ("b", "caption", "dd", "dt", "details", "form", "i", "img", "nobr", "pre", "style", "svg", "u")
MENDED = {
    "a paragraph in a paragraph": "<p>Et <p>to</p></p>",
    "a box in a paragraph": "<p>Et <div>to</div></p>",
    "a box in bold words in a paragraph": "<p>Et <strong>to <div>tre</div></strong></p>",
    "a heading in a heading": "<h2>Et <h3>to</h3></h2>",
    "a row without a part of a table": "<table><tr><td>Et</td></tr></table>",
    "words between rows": "<table><tbody>Et<tr><td>to</td></tr></tbody></table>",
    "a link in a link": '<a href="#a">Et <a href="#b">to</a></a>',
    "a link in bold words in a link": '<a href="#a">Et <strong><a href="#b">to</a></strong></a>',
    "what nobody closed": "<p>Et<p>to",
    "large letters": "<P>Et</P>",
    "an element closed at once": "<p/>Et",
    "an attribute without quotes": "<p id=et>to</p>",
    "a name for a sign": "<p>Et&nbsp;to</p>",
    "a sign by a number that HTML takes for another": "<p>Et &#150; to</p>",
    "words that XML does not read": "<p><![CDATA[Et & to]]></p>",
    "a picture": '<p><svg width="1"></svg></p>',
    "words as they were typed": "<pre>\nEt</pre>",
    "a style in the text": "<style>p::before { content: '&lt;' }</style>",
}


def flat(element: Element) -> str:
    """Return a tree as text; what stands between the parts of a page is room and no words."""
    for each in (element, *element):
        each.tail = None
        if each.tag in ("html", "head"):
            each.text = None
    for each in element[0]:
        each.tail = None
    body = element[1]
    if len(body):
        body[-1].tail = (body[-1].tail or "").rstrip() or None
    elif body.text:
        body.text = body.text.rstrip() or None
    return tostring(element, encoding="unicode")


def as_html(page: str) -> str:
    """Return what a parser of HTML makes of a page."""
    return flat(tinyhtml5.parse(page, namespace_html_elements=False))


@pytest.mark.parametrize("document", [*documents().values(), *(replace(KITCHEN_SINK, kind=kind) for kind in KINDS)])
def test_every_page_of_ours_is_read_as_it_is(document: Document) -> None:
    page = html_of(document, theme())
    found = tree(page)
    assert found is not None
    assert flat(found) == as_html(page)


@pytest.mark.parametrize("body", MENDED.values(), ids=MENDED)
def test_what_is_mended_goes_the_long_way(body: str) -> None:
    assert tree(PAGE.format(head="", body=body)) is None


def test_no_page_declares_anything_of_its_own() -> None:
    page = PAGE.format(head="", body="<p>&a;</p>").replace("<!doctype html>", '<!DOCTYPE html [<!ENTITY a "et">]>')
    assert tree(page) is None


@pytest.mark.parametrize(
    "head",
    [
        "<style>p > a { color: #fff }</style>",
        "<base href='x'/>",
        "<style>a::before { content: '&gt;' }</style>",
        "<link/>",
    ],
)
def test_the_head_of_a_page_is_that_of_html(head: str) -> None:
    page = PAGE.format(head=head, body="<p>Et</p>")
    found = tree(page)
    assert found is None or flat(found) == as_html(page)


def elements(inside: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return elements with something in them."""
    tag = st.sampled_from((*TAGS * 4, *ODD))
    return st.builds("<{0}>{1}</{0}>".format, tag, st.lists(inside, max_size=3).map("".join))


BODIES = st.lists(st.recursive(st.sampled_from(("ord", " ", "&amp;", "<br>")), elements, max_leaves=12), max_size=4)


@settings(max_examples=EXAMPLES, deadline=None)
@given(BODIES.map("".join))
def test_a_tree_is_the_one_that_html_gives(body: str) -> None:
    page = PAGE.format(head="", body=body)
    found = tree(page)
    assert found is None or flat(found) == as_html(page)
