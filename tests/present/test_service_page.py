"""The page of a service: the law in its own words, who has a standard, and nobody who has none."""

import pytest

from qstd import catalogue
from qstd.model.document import Heading, Link, Note
from qstd.present.service_page import service_document
from tests.present.card_parts import card, country, entries, lists, words
from tests.present.standard_parts import links

CARDS = [
    card("lejre/stoette", title="Støtte", status="withdrawn"),
    card("hvidovre/a", title="Kontaktperson"),
    card("hvidovre/b", title="Kontaktperson for unge"),
]


def sections(service: str = "sel-99", **values: object) -> list[str]:
    document = service_document(service, CARDS, **values)  # type: ignore[arg-type]  # by name
    return [each.id for each in document.blocks if isinstance(each, Heading) and each.level == 2]


def test_who_has_a_standard() -> None:
    document = service_document("sel-99", CARDS)
    assert entries(lists(document.blocks)[0]) == [
        "Hvidovre: Kontaktperson Godkendt den 5. oktober 2015.",
        "Hvidovre: Kontaktperson for unge Godkendt den 5. oktober 2015.",
        "Lejre: Støtte Ophævet Godkendt den 5. oktober 2015.",
    ]
    assert "Serviceloven § 99. 1 kommune har en standard her." in words(document.blocks)


def test_of_many_each_is_named_once_and_says_the_title_only_to_those_who_hear_it() -> None:
    cards = [each for each in country() if each.service == "sel-99"]
    document = service_document("sel-99", cards)
    named = lists(document.blocks)[0]
    assert (named.kind, len(named.items)) == ("index", 98)
    first: Link = links(document)[0]
    assert (first.href, first.hint) == ("../../albertslund/sel-99/index.html", ": Kvalitetsstandard for hjælp sel-99")


def test_the_law_stands_in_its_own_words_with_the_way_to_it() -> None:
    document = service_document("sel-99", CARDS)
    known = catalogue.service("sel-99")
    assert known is not None
    assert known.baseline is not None
    [quote] = [each for each in document.blocks if isinstance(each, Note) and each.kind == "quote"]
    assert words(quote.blocks) == known.baseline.sections[0].body.strip()
    assert "https://www.retsinformation.dk/eli/lta/2025/1129#P99" in [each.href for each in links(document)]


def test_a_law_whose_words_are_not_known_is_not_quoted() -> None:
    document = service_document("sel-83", CARDS)
    assert "Lovens ordlyd er ikke gengivet her." in words(document.blocks)
    assert "Hjælpens omfang" in words(document.blocks)  # what an order asks of the standard
    assert not [each for each in document.blocks if isinstance(each, Note)]


@pytest.mark.parametrize("service", [*catalogue.service_keys(), "ukendt"])
@pytest.mark.parametrize("language", ["da", "en"])
def test_every_service_has_a_page(service: str, language: str) -> None:
    document = service_document(service, CARDS, ["sel-99", "sel-85", service], "x.html", language)
    assert document.title
    assert len({each.id for each in document.blocks if isinstance(each, Heading) and each.id}) >= 2


def test_only_services_of_the_same_act_that_have_a_page_stand_beside_it() -> None:
    document = service_document("sel-99", CARDS, ["sel-85", "sel-99", "sul-138", "ukendt"])
    assert entries(lists(document.blocks)[-1]) == ["Socialpædagogisk støtte § 85"]
    assert sections(services=["sel-99"]) == ["kommuner", "loven"]
    assert sections("ukendt", services=["ukendt"]) == ["kommuner"]


def test_the_comparison_is_led_to_where_there_is_one() -> None:
    assert sections(comparison="../../sammenlign/sel-99/index.html") == ["kommuner", "sammenligning", "loven"]
