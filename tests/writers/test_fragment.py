"""Fragments for content management systems: plain elements, names of their own, and valid in any page."""

import re
from dataclasses import replace
from html import unescape
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as lxml_html

from qstd.model.document import (
    Block,
    Cell,
    Document,
    Emph,
    Heading,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
)
from qstd.present.standard import standard_document
from qstd.readers.yaml_file import read_municipality, read_standard
from qstd.writers.fragment import Options, fragment
from tests.checkers import axe_problems, html_problems
from tests.writers.html_theme import theme

ROOT = Path(__file__).parents[2]
PLAIN = {"div", "h2", "h3", "h4", "h5", "h6", "p", "ul", "ol", "li", "table", "caption", "thead", "tbody", "tr", "th"}
PLAIN |= {"td", "a", "strong", "em", "br"}
PAGE = "https://www.eksempel.dk/s/lejre/ledsagelse/"
LINKS = (("Hele standarden", "index.html"), ("Som PDF", "ledsagelse.pdf"))


def text(words: str) -> tuple[Text, ...]:
    return (Text(words),)


def paragraph(words: str) -> Paragraph:
    return Paragraph(text(words))


def every_kind() -> Document:
    """A document with each kind of block, and with what must not break a page."""
    rows = (Row((Cell((paragraph("Hjælp"),), header="row"), Cell((paragraph("100 kr."), paragraph("pr. dag"))))),)
    head = (Row((Cell((paragraph("Ydelse"),), header="column"), Cell((paragraph("Pris"),), header="column"))),)
    evidence = Mark(
        (Text("Svar inden "), Link("https://www.eksempel.dk/lov", text("7 dage"), kind="law")), "evidence", "f-1"
    )
    second = Mark(text("Så er det."), "evidence", "f-2")
    blocks: tuple[Block, ...] = (
        Heading(1, text("Ledsagelse & <støtte>")),
        Paragraph(text("Om hjælpen."), "lead"),
        Heading(2, text("Kort fortalt"), id="kort", kind="facts"),
        Items(
            (
                Item(
                    (Paragraph((Text("7 dage. "), Link("#f-2", text("Se afsnit 1"), hint="om frist"))),), text("Frist")
                ),
            ),
            "facts",
        ),
        Heading(2, text("Frist"), id="frist", number="1"),
        Paragraph((evidence, Text(" "), second)),
        Items(
            (Item((paragraph("et"), Items((Item((paragraph("a"),)),), "bullet"))), Item((paragraph("to"),))),
            "ordered",
            3,
        ),
        Heading(4, text("Indre")),
        Heading(6, text("Dybere")),
        Heading(6, text("Søskende")),
        Table(head, rows, caption=text("Takster")),
        Note((Heading(3, text("Adresse")), paragraph("Vej 1")), "contact"),
        Note((paragraph("Vi lover det."),), "quote"),
        Note((paragraph("Ordlyd"),), "quote", text("Efter loven")),
        Note((paragraph("Intet her."),), "empty"),
        Heading(2, text("Pris"), id="pris", tags=text("ny")),
        Paragraph(
            (
                Strong(text("Gratis")),
                Emph(text(" altid")),
                Link("javascript:x", text(" her")),
                Link("mer.html", text(" mer")),
            )
        ),
        Paragraph(text("Godkendt."), "approval", "godkendt"),
    )
    return Document("Ledsagelse", blocks, identifier="lejre/ledsagelse")


def real() -> Document:
    folder = ROOT / "standards" / "lejre"
    standard = read_standard((folder / "stoettekontaktperson.yaml").read_bytes(), "", "lejre").record
    municipality = read_municipality((folder / "municipality.yaml").read_bytes(), "").record
    assert standard
    assert municipality
    return standard_document(standard, municipality, "lejre/stoettekontaktperson")


DOCUMENTS = {"every kind": every_kind, "real": real}
CHOICES = {
    "plain": Options(),
    "styled": Options(has_style=True, page=PAGE, links=LINKS),
    "deep": Options(level=4, has_title=False),
    "english": Options(language="en", links=LINKS),
}
each_document = pytest.mark.parametrize("name", DOCUMENTS)


def tree(document: Document, options: Options | None = None) -> lxml_html.HtmlElement:
    return lxml_html.fromstring(fragment(document, theme(), options).decode())


@each_document
@pytest.mark.parametrize("choice", CHOICES)
def test_only_plain_elements_and_names_of_its_own(name: str, choice: str) -> None:
    whole = tree(DOCUMENTS[name](), CHOICES[choice])
    elements = [each for each in whole.iter() if isinstance(each.tag, str)]

    assert {each.tag for each in elements} <= PLAIN
    assert len([each for each in elements if each.tag == "div"]) == 1
    assert all(part.startswith("qstd-") for each in elements for part in (each.get("class") or "qstd-").split())
    ids = [each.get("id") for each in elements if each.get("id")]
    assert len(set(ids)) == len(ids)
    assert all(str(each).startswith("qstd-lejre-") for each in ids)
    assert {str(each.get("href"))[1:] for each in elements if str(each.get("href")).startswith("#")} <= set(ids)


@each_document
@pytest.mark.parametrize("choice", CHOICES)
def test_headings_skip_no_level(name: str, choice: str) -> None:
    options = CHOICES[choice]
    levels = [
        int(str(each.tag)[1])
        for each in tree(DOCUMENTS[name](), options).iter()
        if re.fullmatch("h[1-6]", str(each.tag))
    ]

    assert levels[0] == options.level == min(levels)
    assert all(after <= before + 1 for before, after in pairwise(levels))


@each_document
def test_no_word_is_lost(name: str) -> None:
    document = DOCUMENTS[name]()
    shown = " ".join(tree(document).text_content().split())
    lost = [each for each in words_of(document) if " ".join(each.split()) not in shown]

    assert lost == []


def words_of(value: object) -> list[str]:
    if isinstance(value, Text):
        return [value.text]
    if isinstance(value, str):
        return []
    parts = value if isinstance(value, tuple) else [getattr(value, name, ()) for name in _PARTS]
    return [word for part in parts for word in words_of(part)]


_PARTS = ("blocks", "inlines", "items", "label", "head", "body", "caption", "cells", "title", "tags")


def test_too_deep_a_heading_is_a_line() -> None:
    whole = tree(every_kind(), Options(level=5))

    assert [each.text_content() for each in whole.xpath(".//p/strong")][:2] == ["Indre", "Dybere"]


def test_a_link_to_a_sentence_leads_to_its_paragraph() -> None:
    whole = tree(every_kind())
    link = whole.xpath(".//a[text()='Se afsnit 1']")[0]

    assert link.get("href") == "#qstd-lejre-ledsagelse-f-1"
    assert link.get("aria-label") == "Se afsnit 1 om frist"
    assert "Svar inden 7 dage" in whole.get_element_by_id("qstd-lejre-ledsagelse-f-1").text_content()


def test_addresses_are_whole_when_the_page_is_known_and_else_it_is_said() -> None:
    known = fragment(every_kind(), theme(), Options(page=PAGE, links=LINKS)).decode()
    unknown = fragment(every_kind(), theme(), Options(links=LINKS)).decode()

    assert f'href="{PAGE}ledsagelse.pdf"' in known
    assert f'href="{PAGE}mer.html"' in known
    assert "<!--" not in known
    assert 'href="ledsagelse.pdf"' in unknown
    assert unknown.startswith("<!-- Adresser uden https:// gælder fra standardens egen side. -->")
    assert "javascript" not in known
    assert not re.search(r'href="(?!https?:|#|mailto:|tel:)', known)


def test_the_style_is_in_the_elements_and_brings_no_colour() -> None:
    css = theme().assets["html/fragment.css"].decode()
    styled = unescape(fragment(every_kind(), theme(), Options(has_style=True)).decode())

    assert len(css) < 1_500
    assert not re.search(r"color|#[0-9a-f]{3}|url\(|@|\bbackground", re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL))
    assert 'class="qstd-lead" style="font-size: 1.15em"' in styled
    assert "style" not in fragment(every_kind(), theme(), Options()).decode()


def test_two_fragments_share_a_page_and_it_is_valid_and_accessible(tmp_path: Path) -> None:
    pages = []
    for number, choice in enumerate((CHOICES["english"], CHOICES["styled"])):
        parts = [
            fragment(each, theme(), choice).decode()
            for each in (real(), replace(every_kind(), identifier="lejre/andet"))
        ]
        page = tmp_path / f"side-{number}.html"
        page.write_text(WRAPPER.format(content="\n".join(parts)), "utf-8")
        pages.append(page)

    assert html_problems(pages) == []
    assert axe_problems(pages, dark=(False,)) == []


WRAPPER = """<!doctype html>
<html lang="da"><head><meta charset="utf-8"><title>Kommunens side</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<style>body {{ overflow-wrap: anywhere }}</style></head>
<body><main><h1>Hjælp</h1>
{content}
</main></body></html>
"""
