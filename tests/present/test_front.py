"""The front page: who has a standard, each municipality once, every standard within two clicks, however many there are."""

import pytest

from qstd.model.card import Card
from qstd.model.document import Document, Heading, Items, plain
from qstd.present.front import front_document
from tests.present.card_parts import card, country, entries, lists, words
from tests.present.standard_parts import links


def under(document: Document, anchor: str) -> list[Items]:
    """The lists in the section of that anchor."""
    blocks = list(document.blocks)
    start = next(i for i, each in enumerate(blocks) if isinstance(each, Heading) and each.id == anchor)
    rest = blocks[start + 1 :]
    end = next((i for i, each in enumerate(rest) if isinstance(each, Heading) and each.level == 2), len(rest))
    return lists(tuple(rest[:end]))


def places(*names: str) -> list[Card]:
    return [card(f"{name}/nr-{number}", title=f"Støtte {number}") for number, name in enumerate(names)]


@pytest.mark.parametrize(
    ("municipalities", "said"),
    [
        (["lejre"], "Serviceloven § 99. Læs standarden: Lejre"),
        (["lejre", "koebenhavn"], "Serviceloven § 99. Læs standarden: København, Lejre"),
        (["lejre", "lejre"], "Serviceloven § 99. Læs standarden: Lejre (Støtte 0), Lejre (Støtte 1)"),
        (["lejre", "koebenhavn", "odense", "aarhus"], "Serviceloven § 99. 4 kommuner."),
        (["lejre"] * 4, "Serviceloven § 99. Lejre."),
    ],
)
def test_a_service_says_who_has_a_standard(municipalities: list[str], said: str) -> None:
    [services] = under(front_document(places(*municipalities), {}), "ydelser")
    assert entries(services) == [f"Støtte- og kontaktperson {said}"]


def test_a_comparison_is_led_to_and_names_its_service_to_those_who_hear_it() -> None:
    document = front_document(places("lejre"), {"sel-99": "sammenlign/sel-99/index.html"})
    [link] = [each for each in links(document) if each.href.startswith("sammenlign")]
    assert (plain(link.inlines), link.hint) == ("Sammenlign kommunerne og loven", ": Støtte- og kontaktperson")


def test_municipalities_stand_in_the_order_of_their_names_with_counts() -> None:
    document = front_document(places("aarhus", "lejre", "odense", "lejre", "aeroe"), {})
    [municipalities] = under(document, "kommuner")
    assert entries(municipalities) == [
        "Lejre Kommune 2 standarder",
        "Odense Kommune 1 standard",
        "Ærø Kommune 1 standard",
        "Aarhus Kommune 1 standard",
    ]


def test_only_what_holds_is_new() -> None:
    cards = [
        card("lejre/a", title="Gammel", approved="2020-01-01"),
        card("lejre/b", title="Kladde", status="draft", approved="2025-01-01"),
        card("lejre/c", title="Ophævet", status="withdrawn", approved="2025-01-01"),
        card("lejre/d", title="Ny", status="approved", approved="2024-01-01"),
        card("lejre/e", title="Uden dato", approved=""),
    ]
    [newest] = under(front_document(cards, {}), "senest")
    assert entries(newest) == [
        "Lejre: Ny Gælder ikke endnu Godkendt den 1. januar 2024.",
        "Lejre: Gammel Godkendt den 1. januar 2020.",
    ]


def test_a_country_of_standards_is_still_one_calm_page() -> None:
    cards = country()
    document = front_document(cards, {card.service: "x" for card in cards})
    hrefs = [each.href for each in links(document)]
    assert len(hrefs) == 50 + 98 + 10
    assert len(words(document.blocks)) < 8_000
    assert {f"ydelse/{each.service}/index.html" for each in cards} <= set(hrefs)
    assert {f"{each.municipality}/index.html" for each in cards} <= set(hrefs)
    assert [plain(each.inlines) for each in document.blocks if isinstance(each, Heading) and each.level == 3] == [
        "Serviceloven",
        "Ældreloven",
        "Sundhedsloven",
        "Andre ydelser",
    ]


def test_an_empty_site_has_a_front_page() -> None:
    assert words(front_document([], {}).blocks).startswith("Hvad kan du få hjælp til")


def test_what_is_withdrawn_does_not_count() -> None:
    cards = [card("lejre/a", status="withdrawn"), card("odense/b")]
    document = front_document(cards, {})
    [services], [municipalities] = under(document, "ydelser"), under(document, "kommuner")
    assert entries(services) == ["Støtte- og kontaktperson Serviceloven § 99. Læs standarden: Odense"]
    assert entries(municipalities) == ["Lejre Kommune 0 standarder", "Odense Kommune 1 standard"]
