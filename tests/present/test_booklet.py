"""The booklet: every standard whole and under its own name, links that lead inside it, the municipality's address once."""

import re
from collections import Counter
from dataclasses import replace

from qstd.model.document import Blocks, Document, Heading, Link, Mark, Note, Paragraph, Text, plain
from qstd.model.municipality import Municipality
from qstd.present.booklet import booklet_document
from qstd.writers.pdf_outline import anchors
from tests.writers.kitchen_sink import KITCHEN_SINK

MUNICIPALITY = Municipality(name="Prøve Kommune", code="0350")
CONTACT: Blocks = (
    Heading(2, (Text("Kontakt Prøve Kommune"),), id="kontakt-kommunen"),
    Note((Paragraph((Text("Prøvevej 15"),)),), kind="contact"),
)


def part(slug: str, *blocks: Paragraph, ending: Blocks = CONTACT, date: str = "2024-01-01") -> Document:
    """A standard with one section."""
    title = f"Standard {slug}"
    own: Blocks = (Heading(1, (Text(title),)), Heading(2, (Text("Formål"),), id="formaal", section="purpose"), *blocks)
    return Document(title, (*own, *ending), date=date, identifier=f"proeve/{slug}")


def linked(href: str) -> Paragraph:
    return Paragraph((Link(href, (Text("se"),)),))


def hrefs(document: Document) -> list[str]:
    paragraphs = [each for each in document.blocks if isinstance(each, Paragraph)]
    return [each.href for one in paragraphs for each in one.inlines if isinstance(each, Link)]


def levels(document: Document) -> list[tuple[int, str]]:
    return [(each.level, plain(each.inlines)) for each in document.blocks if isinstance(each, Heading)]


def test_headings_go_one_down_and_the_address_stands_once() -> None:
    document = booklet_document([part("a"), part("b")], MUNICIPALITY)

    assert levels(document) == [
        (1, "Kvalitetsstandarder i Prøve Kommune"),
        (2, "Standard a"),
        (3, "Formål"),
        (2, "Standard b"),
        (3, "Formål"),
        (2, "Kontakt Prøve Kommune"),
    ]


def test_different_addresses_stay_with_their_standards() -> None:
    document = booklet_document([part("a"), part("b", ending=())], MUNICIPALITY)

    assert (3, "Kontakt Prøve Kommune") in levels(document)
    assert (2, "Kontakt Prøve Kommune") not in levels(document)


def test_links_lead_inside_the_booklet_where_their_target_is_in_it() -> None:
    first = part(
        "a",
        *map(
            linked,
            (
                "#formaal",
                "#kontakt-kommunen",
                "../b/index.html",
                "../b/#formaal",
                "index.html#formaal",
                "../c/",
                "https://example.org/",
                "tel:+4512345678",
            ),
        ),
    )
    document = booklet_document([first, part("b")], MUNICIPALITY)

    assert hrefs(document) == [
        "#a--formaal",
        "#kontakt-kommunen",
        "#b",
        "#b--formaal",
        "#a--formaal",
        "../c/",
        "https://example.org/",
        "tel:+4512345678",
    ]
    assert {each[1:] for each in hrefs(document) if each.startswith("#")} <= set(anchors(document.blocks))


def test_every_anchor_is_there_once_whatever_the_parts_are() -> None:
    marked = part("a", Paragraph((Mark((Text("Hjælp."),), "evidence", id="formaal-1"),)))
    same_name = replace(part("a"), identifier="anden/a")
    nameless = replace(part("x"), identifier="")
    clash = part("kontakt-kommunen")
    once = replace(KITCHEN_SINK, identifier="proeve/koekken")
    document = booklet_document([marked, same_name, nameless, clash, once], MUNICIPALITY)

    assert [name for name, times in Counter(anchors(document.blocks)).items() if times > 1] == []


def test_no_word_is_lost_and_no_section_is_named() -> None:
    document = booklet_document([replace(KITCHEN_SINK, identifier="proeve/koekken")], MUNICIPALITY)

    def texts(of: Document) -> list[str]:
        return re.findall(r"text='((?:[^'\\]|\\.)*)'", repr(of.blocks))

    assert texts(document)[2:] == texts(KITCHEN_SINK)
    assert all(not each.section for each in document.blocks if isinstance(each, Heading))


def test_it_is_dated_by_the_latest_and_speaks_the_language_of_its_parts() -> None:
    parts = [part("a", date="2023-05-01"), part("b", date="2024-02-03"), part("c", date="")]

    assert booklet_document(parts, MUNICIPALITY).date == "2024-02-03"
    assert booklet_document(parts, MUNICIPALITY).identifier == "proeve/samlet"
    assert booklet_document(parts, MUNICIPALITY).kind == "booklet"
    assert booklet_document([replace(each, language="en-GB") for each in parts], MUNICIPALITY).language == "en-GB"
    assert booklet_document([], MUNICIPALITY).blocks[0] == Heading(1, (Text("Kvalitetsstandarder i Prøve Kommune"),))
