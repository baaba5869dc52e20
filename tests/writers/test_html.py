"""The web pages: their look as gold files, and what must hold for every page."""

import json
import pickle
import re
from dataclasses import replace
from pathlib import Path
from typing import Literal, get_args

import pytest
from lxml import html as lxml_html

from qstd.model.document import Brand, Cell, Document, Heading, Link, Paragraph, Row, Table, Text
from qstd.model.download import Download
from qstd.model.theme import Theme
from qstd.writers.html import Page, icon, write
from qstd.writers.html_inlines import is_safe
from tests.checkers import axe_problems, html_problems
from tests.conftest import Gold
from tests.writers.html_theme import lay_out, served, theme
from tests.writers.kitchen_sink import KITCHEN_SINK, UNSAFE, WIDE

Kind = Literal["standard", "comparison", "front", "municipality", "service", "missing"]
KINDS: tuple[Kind, ...] = get_args(Kind)
PAGE = Page(
    root="",
    crumbs=(("Kvalitetsstandarder", "standard.html"), ("Hjælp, § 99", "")),
    menu=(("Forside", "front.html", False), ("Sammenlign", "comparison.html", True)),
    downloads=(Download("Hent som PDF", "standard.html", "PDF", "til at læse"), ("Hent som Word", "standard.html")),
    search="front.html",
    site="Standarder",
    url="https://www.eksempel.dk/a/index.html",
    alternates=(("Nyt & gammelt", "application/atom+xml", "front.html"),),
    structured='{"@context": "https://schema.org", "name": "\\u003c/script>"}',
    statement="https://www.was.digst.dk/eksempel-dk",
)


def page(document: Document, frame: Page = PAGE) -> str:
    return write(document, frame, theme()).decode()


def of_kind(kind: Kind) -> Document:
    return replace(KITCHEN_SINK, kind=kind)


@pytest.mark.parametrize("kind", KINDS)
def test_page_looks_as_agreed(kind: Kind, gold: Gold) -> None:
    gold(f"html-{kind}.html", page(of_kind(kind)))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    pages = {f"{kind}.html": write(of_kind(kind), PAGE, theme()) for kind in KINDS}
    pages["wide.html"] = page(replace(KITCHEN_SINK, blocks=(Heading(1, (Text("Titel"),)), *WIDE))).encode()
    pages["alone.html"] = write(KITCHEN_SINK, Page(standalone=True), theme())
    return lay_out(tmp_path_factory.mktemp("site"), pages)


def test_pages_are_valid_html(site: list[Path]) -> None:
    assert html_problems(site) == []


def test_pages_are_accessible_and_fit_every_width(site: list[Path]) -> None:
    with served(site[0].parent) as address:
        assert axe_problems([f"{address}/{path.name}" for path in site]) == []


def test_text_is_never_markup() -> None:
    assert "<script>alert" not in page(KITCHEN_SINK)
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; »citat«" in page(KITCHEN_SINK)


def test_unsafe_address_is_written_as_text() -> None:
    assert UNSAFE not in page(KITCHEN_SINK)
    assert "en farlig adresse" in page(KITCHEN_SINK)


@pytest.mark.parametrize(
    ("href", "safe"),
    [
        ("https://example.org/a?b=c#d", True),
        ("HTTP://example.org", True),
        ("mailto:post@example.org", True),
        ("tel:+4512345678", True),
        ("#a1", True),
        ("../lejre/index.html", True),
        ("a/b:c", True),
        ("", False),
        ("javascript:alert(1)", False),
        ("JaVaScRiPt:alert(1)", False),
        ("java\nscript:alert(1)", False),
        (" javascript:alert(1)", False),
        ("data:text/html,x", False),
        ("vbscript:x", False),
        ("file:///etc/passwd", False),
        ("//example.org", False),
        ("\\\\example.org", False),
    ],
)
def test_which_addresses_are_safe(href: str, safe: bool) -> None:
    assert is_safe(href) is safe


def test_article_has_no_words_beside_its_own() -> None:
    document = replace(
        KITCHEN_SINK,
        blocks=(
            Heading(1, (Text("Titel"),)),
            Heading(2, (Text("Hvad koster det?"),), id="price", number="11"),
            Paragraph((Text("Det koster "), Link("https://example.org/", (Text("ingenting"),), kind="law"), Text("."))),
        ),
    )
    section = lxml_html.fromstring(page(document)).get_element_by_id("price")

    assert section.text_content().split() == ["11.", "Hvad", "koster", "det?", "Det", "koster", "ingenting."]


def test_a_wide_table_of_a_text_has_its_own_frame_and_small_type_on_paper() -> None:
    tree = lxml_html.fromstring(page(replace(KITCHEN_SINK, blocks=WIDE)))
    (table,) = tree.iter("table")

    assert table.get("class") == "many"
    assert next(table.iterancestors("div")).get("class") == "scroll"


def test_no_section_has_the_id_of_the_heading_of_another() -> None:
    sections = [Heading(2, (Text(name),), id=name) for name in ("a", "a-h")]
    ids = lxml_html.fromstring(page(replace(KITCHEN_SINK, blocks=(*sections,)))).xpath("//@id")

    assert {"a", "a--h", "a-h", "a-h--h"} <= set(ids)
    assert len(ids) == len(set(ids))


def test_rows_without_differences_are_counted() -> None:
    def rows(alike: int) -> str:
        body = tuple(Row((Cell((Paragraph((Text("x"),)),)),), kind="same") for _ in range(alike))
        different = Row((Cell((Paragraph((Text("y"),)),)),))
        table = Table((), (*body, different, different), kind="comparison")
        blocks = (Heading(2, (Text("Oplysninger"),), id="oplysninger"), table)
        tree = lxml_html.fromstring(page(replace(KITCHEN_SINK, kind="comparison", blocks=blocks)))
        return str(tree.xpath("string(//*[@class='count-diff'])"))

    assert rows(1) == "Viser 2 af 3 rækker: dem med forskelle"
    assert rows(2) == "Viser 2 af 4 rækker: dem med forskelle"


def test_contents_list_every_section() -> None:
    tree = lxml_html.fromstring(page(KITCHEN_SINK))
    sections = [block.id for block in KITCHEN_SINK.blocks if isinstance(block, Heading) and block.level == 2]

    assert tree.xpath("//nav[@class='toc']//@href") == [f"#{anchor}" for anchor in (*sections, "a10", "a11", "hent")]


def test_title_names_the_standard_and_the_municipality() -> None:
    assert "<title>Hjælp &amp; støtte, § 99 · Prøvekommune</title>" in page(KITCHEN_SINK)


def test_only_colours_become_css() -> None:
    brand = Brand("X", "x", "#2e6b4f", "red;}</style><script>")
    written = page(replace(KITCHEN_SINK, brand=brand))

    assert ":root { --brand: #2e6b4f; }" in written
    assert "<script>" not in written.replace('<script src="assets/qstd.js" defer></script>', "")


def test_standalone_page_loads_nothing() -> None:
    written = page(KITCHEN_SINK, Page(standalone=True))

    assert re.search(r"src=|url\(|@font-face", written) is None
    assert re.findall(r'<link rel="(\w+)" href="(\w+:)', written) == [("icon", "data:")]


def test_municipality_replaces_one_template() -> None:
    own = Theme({**theme().templates, "html/front.html": "Vores egen forside: {{ title }}"}, theme().assets)

    assert write(of_kind("front"), PAGE, own).decode().startswith("Vores egen forside: Hjælp &amp; støtte")
    assert write(of_kind("standard"), PAGE, own) == write(of_kind("standard"), PAGE, theme())


def test_english_document_on_a_danish_page_says_its_language() -> None:
    written = page(replace(KITCHEN_SINK, language="en"))

    assert '<html lang="da">' in written
    assert '<main id="indhold" class="wrap" lang="en">' in written


def test_control_characters_do_not_break_a_page() -> None:
    document = replace(KITCHEN_SINK, blocks=(Paragraph((Text("a\x00b\x0bc\x85d"),)),))

    assert "<p>abcd</p>" in page(document)


def test_heading_without_id_has_no_link() -> None:
    document = replace(KITCHEN_SINK, blocks=(Heading(2, (Text("Uden navn"),)),))

    assert '<section class="sec"><div class="h"><h2>Uden navn</h2></div>' in page(document)


def head(frame: Page, document: Document = KITCHEN_SINK) -> lxml_html.HtmlElement:
    found = lxml_html.fromstring(page(document, frame)).find("head")
    assert found is not None
    return found


def test_head_says_what_the_page_is_to_those_who_read_heads() -> None:
    found = head(PAGE)
    metas = {each.get("property"): each.get("content") for each in found.iter("meta") if each.get("property")}
    links = {each.get("rel"): each.get("href") for each in found.iter("link")}

    assert metas["og:title"] == KITCHEN_SINK.title
    assert (metas["og:site_name"], metas["og:url"]) == ("Standarder", "https://www.eksempel.dk/a/index.html")
    assert (links["canonical"], links["alternate"]) == ("https://www.eksempel.dk/a/index.html", "front.html")
    [data] = found.xpath("script[@type='application/ld+json']/text()")
    assert json.loads(data)["name"] == "</script>"


def test_head_without_the_address_of_the_site_says_nothing_that_needs_it() -> None:
    found = head(Page())

    assert found.xpath("link[@rel='canonical'] | meta[@property='og:url'] | script[@type]") == []
    assert found.xpath("meta[@name='robots']") == []


def test_a_page_that_is_not_to_be_found_says_so() -> None:
    assert head(Page(noindex=True)).xpath("meta[@name='robots']/@content") == ["noindex"]


def test_the_icon_has_the_colour_of_the_municipality_and_nothing_else_of_it() -> None:
    assert "%232e6b4f" in icon(Brand(colour="#2e6b4f"))
    assert "script" not in icon(Brand(colour="'/%3E%3Cscript"))


def test_the_layer_for_professionals_is_a_region_and_the_approval_is_outside_it() -> None:
    tree = lxml_html.fromstring(page(KITCHEN_SINK))
    layer = tree.get_element_by_id("fagfolk")

    assert (layer.tag, layer.get("class"), layer.get("aria-labelledby")) == ("section", "pro", "fagfolk--h")
    assert [each.get("id") for each in layer.iter("section")] == ["fagfolk", "a10", "a11"]
    assert [each.tag for each in layer.iter("h2", "h3", "h4")] == ["h2", "h3", "h4", "h3"]
    assert layer.xpath(".//*[@class='approved']") == []
    assert tree.xpath("//*[@class='approved']")


def test_search_is_a_form_that_works_without_script() -> None:
    [form] = lxml_html.fromstring(page(of_kind("front"))).forms
    [field] = form.xpath(".//input")

    assert (form.method, form.action, form.get("role")) == ("GET", "front.html", "search")
    assert field.get("name") == "q"
    assert form.xpath(f"label[@for='{field.get('id')}']")
    assert lxml_html.fromstring(page(of_kind("front"), Page())).forms == []


def test_statement_stands_in_the_foot() -> None:
    tree = lxml_html.fromstring(page(KITCHEN_SINK))

    assert tree.xpath("//footer//a/@href") == ["https://www.was.digst.dk/eksempel-dk"]


def test_a_frame_can_be_sent_to_another_process() -> None:
    assert pickle.loads(pickle.dumps(PAGE)) == PAGE
