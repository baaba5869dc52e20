"""The words that lead to a standard: compounds, synonyms, and what a record holds."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd import catalogue
from qstd.catalogue.synonyms import synonyms
from qstd.present.search_record import record
from qstd.prose.compounds import splitter, words
from tests.search.corpus import standards

KNOWN = frozenset(
    words("stof alkohol misbrug behandling hjemme hjælp hjemløse bolig støtte kontakt person ordning plan")
)


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("stofmisbrug", ("misbrug",)),
        ("stofmisbrugsbehandling", ("misbrug", "behandling")),
        ("alkoholbehandlingsplan", ("behandling", "plan")),
        ("hjemmehjælp", ("hjælp",)),
        ("kontaktpersonordning", ("person", "ordning")),
        ("misbrug", ()),
        ("boligsøgende", ()),  # its end is no known word
        ("hjælpeplan", ("plan",)),
        ("xmisbrug", ()),  # neither is this one's beginning
        ("misbrug" * 40, ()),  # no word is as long
    ],
)
def test_compounds(word: str, parts: tuple[str, ...]) -> None:
    assert splitter(KNOWN)(word) == parts


@given(st.text(alphabet="abs", max_size=60), st.sets(st.text(alphabet="abs", min_size=4, max_size=6), max_size=12))
def test_parts_are_known_words_that_stand_in_the_word(word: str, known: set[str]) -> None:
    parts = splitter(known)(word)
    assert all(part in known and part in word for part in parts)
    assert not parts or word.endswith(parts[-1])


def test_synonyms_are_of_what_the_catalogue_has() -> None:
    assert set(synonyms().services) == set(catalogue.service_keys())
    assert set(synonyms().first) <= set(catalogue.service_keys())
    assert set(synonyms().topics) <= set(catalogue.topics())


def test_synonyms_add_something() -> None:
    for key, said in synonyms().services.items():
        service = catalogue.service(key)
        assert service is not None
        assert len(set(said)) == len(said), key
        if key not in synonyms().first:
            assert {each.lower() for each in said} - {each.lower() for each in service.terms}, key


def test_a_word_means_one_service_first() -> None:
    first = [word.lower() for said in synonyms().first.values() for word in said]
    assert len(set(first)) == len(first)


def test_record() -> None:
    standard, municipality = standards()["aabenraa/bostoette-til-personer-i-hjemloeshed"]
    made = record(replace(standard, status="draft"), municipality, "aabenraa/bostoette")
    assert made[:5] == (
        "aabenraa/bostoette/index.html",
        "Serviceniveau: Bostøtte til personer i hjemløshed",
        "Aabenraa Kommune",
        "Bostøtte til personer i hjemløshed",
        "Kladde",
    )
    assert made.groups == ("Personer i hjemløshed eller i risiko for hjemløshed",)
    assert made.sections[0].anchor == "lovgrundlag"
    assert {"85a", "serviceloven", "SEL", "Housing First", "Aabenraa", "klagefrist"} <= set(made.keywords)
    assert made.first == ()


def test_a_record_without_text_on_a_topic_is_not_found_by_it() -> None:
    standard, municipality = standards()["lejre/ledsagelse"]
    empty = tuple(replace(each, body="") if each.topic == "complaints" else each for each in standard.sections)
    assert "klagefrist" in record(standard, municipality, "lejre/ledsagelse").keywords
    assert "klagefrist" not in record(replace(standard, sections=empty), municipality, "lejre/ledsagelse").keywords


def test_a_service_that_the_catalogue_lacks() -> None:
    standard, municipality = standards()["lejre/ledsagelse"]
    made = record(replace(standard, service="sel-114", municipality="oe"), municipality, "oe/bil", "en")
    assert made.service == "sel-114"
    assert made.keywords[0] == "Lejre Kommune"


def test_a_section_without_a_heading_is_called_by_its_topic() -> None:
    standard, municipality = standards()["lejre/ledsagelse"]
    bare = tuple(replace(each, heading="") for each in standard.sections)
    assert record(replace(standard, sections=bare), municipality, "x/y").sections[1].heading == "Målgruppe"
