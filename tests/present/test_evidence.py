"""The way from a fact to its sentence: each quote is marked where it stands, and every anchor leads somewhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.model.document import Mark
from qstd.model.facts import Age, Evidence, Voluntary
from qstd.model.standard import Section, Standard
from qstd.present.evidence import Anchors, mark_quotes
from qstd.present.standard import standard_document
from qstd.verbs.corpus import Checked
from tests.present.standard_parts import LEJRE, anchors, folded, inlines_of, links, real, standard
from tests.standards_strategies import standards
from tests.strategies import stretches

EACH_REAL = pytest.mark.parametrize("checked", real(), ids=lambda checked: checked.entry.ref)


def marks(body: str, *quotes: str) -> list[tuple[str, str]]:
    """The marked stretches of a body, with their anchors."""
    blocks = mark_quotes(prose.blocks(body), list(enumerate(quotes)), Anchors("behov"))
    return [(each.id, folded(each.inlines)) for each in inlines_of(blocks) if isinstance(each, Mark)]


@pytest.mark.parametrize(
    ("body", "quotes", "expected"),
    [
        ("Voksne over 18 år.", ["over 18 år"], [("behov-1", "over 18 år")]),
        ("Voksne\nover\\\n18 år.", ["Voksne over 18 år."], [("behov-1", "Voksne over 18 år.")]),
        ("En to tre.", ["tre", "En"], [("behov-1", "En"), ("behov-2", "tre")]),
        ("En to tre.", ["En to", "to tre"], [("behov-1", "En to tre")]),
        ("En to tre.", ["En to tre.", "to"], [("behov-1", "En to tre.")]),
        ("En to tre.", ["to", "to"], [("behov-1", "to")]),
        ("En **to tre** fire.", ["En to"], [("behov-1", "En to tre")]),
        ("**En to tre**", ["En", "tre"], [("behov-1", "En to tre")]),
        ("En [to tre](/x) fire.", ["tre fire", "to"], [("behov-1", "to tre fire")]),
        ("- en\n- to", ["to"], [("behov-1", "to")]),
        ("| a |\n|---|\n| to |", ["to"], [("behov-1", "to")]),
        ("to\n\nto", ["to"], [("behov-1", "to")]),
        ("17 dage. Frist: 7 dage.", ["7 dage"], [("behov-1", "7 dage")]),
        ("En.\n\nTo.", ["En. To."], []),
        ("En.", ["To", "", " "], []),
    ],
    ids=str,
)
def test_marks(body: str, quotes: list[str], expected: list[tuple[str, str]]) -> None:
    assert expected == marks(body, *quotes)


@EACH_REAL
def test_each_fact_has_its_sentence_marked(checked: Checked) -> None:
    assert checked.standard is not None
    facts = checked.standard.facts
    document = standard_document(checked.standard, checked.municipality, checked.entry.ref)
    marked = {folded(each.inlines) for each in inlines_of(document.blocks) if isinstance(each, Mark)}
    for fact in facts:
        around = [each.evidence.quote for each in facts if fact.evidence.quote in each.evidence.quote]

        assert prose.normal(max(around, key=len)) in marked


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.sampled_from(("en", "to", "tre", " ", "\n", "\n\n", "**", "*", "- ", "[", "](/x)", "\\\n", "| ")),
        max_size=14,
    ),
    st.lists(st.sampled_from(("en", "to", "tre", "en to", "to en", "tre tre", "en to tre")), max_size=4),
)
def test_every_anchor_of_a_quote_is_in_the_text(pieces: list[str], quotes: list[str]) -> None:
    anchors = Anchors("behov")
    body = prose.blocks("".join(pieces))
    blocks = mark_quotes(body, list(enumerate(quotes)), anchors)
    found = [each.id for each in inlines_of(blocks) if isinstance(each, Mark)]

    assert sorted(found) == sorted(set(anchors.of.values()))
    assert list(prose.block_texts(body)) == list(prose.block_texts(blocks))


@EACH_REAL
def test_anchors_are_unique_and_links_lead_to_them(checked: Checked) -> None:
    assert checked.standard is not None
    document = standard_document(checked.standard, checked.municipality, checked.entry.ref)
    named = anchors(document)

    assert sorted(set(named)) == sorted(named)
    assert [each.href for each in links(document) if each.href[0] == "#" and each.href[1:] not in named] == []


ADVERSE = (
    Section(topic="price", body="En. To."),
    Section(topic="need", id="pris-1", body="Tre."),
    Section(topic="need", id="pris", body="Fire."),
    Section(topic="need", id="kort", body="Fem."),
    Section(topic="need", id="godkendt", body="Seks."),
    Section(topic="need", id="pris-nr", body="Syv. Otte."),
)


def test_anchors_are_unique_whatever_the_names_are() -> None:
    quotes = {"price": ("En.", "To."), "pris-1": ("Tre.",), "pris-nr": ("Syv.", "Otte."), "pris": ("Fire.",)}
    facts = tuple(
        Age(kind="age", min=18, evidence=Evidence(section=key, quote=quote))
        for key, found in quotes.items()
        for quote in found
    )
    named = anchors(standard_document(standard(*ADVERSE, facts=facts), LEJRE, "lejre/x"))

    assert sorted(set(named)) == sorted(named)
    assert len(named) == 1 + len(ADVERSE) + len(facts)


def test_anchors_of_sections_stay_when_others_are_added() -> None:
    small, large = (standard_document(standard(*ADVERSE[:size]), LEJRE, "x") for size in (3, 6))

    assert anchors(large)[: len(anchors(small))] == anchors(small)


@settings(max_examples=80, deadline=None)
@given(standards("lejre"), st.sampled_from(("da", "en")))
def test_any_standard_has_unique_anchors_and_no_dead_links(made: Standard, language: str) -> None:
    keys = {each.key for each in made.sections}
    made = standard(*made.sections, facts=tuple(each for each in made.facts if each.evidence.section in keys))
    document = standard_document(made, LEJRE, "lejre/x", language)
    named = anchors(document)

    assert sorted(set(named)) == sorted(named)
    assert [each.href for each in links(document) if each.href[0] == "#" and each.href[1:] not in named] == []


@EACH_REAL
def test_marking_and_linking_keep_the_words(checked: Checked) -> None:
    assert checked.standard is not None
    document = standard_document(checked.standard, checked.municipality, checked.entry.ref)
    page = " ".join(" ".join(stretches(document.blocks)).split())
    for section in checked.standard.sections:
        for text in prose.block_texts(prose.blocks(section.body)):
            assert prose.normal(text) in page


def test_facts_of_one_sentence_share_its_anchor() -> None:
    evidence = Evidence(section="special", quote="Frivilligt.")
    facts = (
        Voluntary(kind="voluntary", value=True, evidence=evidence),
        Age(kind="age", min=18, evidence=evidence),
    )
    document = standard_document(standard(Section(topic="special", body="Frivilligt."), facts=facts), LEJRE, "x")

    assert len({each.href for each in links(document) if each.kind == "source"}) == 1
