"""A standard as a document: what stands where, and what is said of what is not there."""

import datetime as dt
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.model.document import Block, Document, Heading, Items, Link, Mark, Note, Paragraph, plain
from qstd.model.facts import ContactPoint, Evidence
from qstd.model.municipality import Municipality
from qstd.model.standard import Approval, Section, Standard
from qstd.present.standard import approval_line, is_findable, standard_document
from tests.present.standard_parts import LEJRE, folded, inlines_of, links, real, standard
from tests.standards_strategies import standards
from tests.strategies import stretches


def blocks_of(made: Standard, section: str) -> list[Block]:
    """The blocks under one section's heading."""
    blocks = list(standard_document(made, LEJRE, "lejre/x").blocks)
    start = next(at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.section == section)
    rest = blocks[start + 1 :]
    end = next((at for at, each in enumerate(rest) if isinstance(each, Heading) and each.level <= 2), len(rest))
    return rest[:end]


@pytest.mark.parametrize("checked", real(), ids=lambda checked: checked.entry.ref)
def test_sections_stand_in_their_own_order_with_their_own_words(checked: Any) -> None:
    document = standard_document(checked.standard, checked.municipality, checked.entry.ref)
    headings = [each for each in document.blocks if isinstance(each, Heading)]
    own = [(each.number, each.section, folded(each.inlines)) for each in headings if each.section]

    assert [(each.number or "", each.key, prose.normal(each.heading)) for each in checked.standard.sections] == own
    assert [checked.standard.title] == [folded(each.inlines) for each in headings if each.level == 1]
    assert checked.standard.title == document.title


def test_an_empty_section_says_so() -> None:
    made = standard(Section(topic="price", heading="Hvad koster det?", body=""), Section(topic="need", body="ingen"))
    [note] = blocks_of(made, "price")

    assert isinstance(note, Note)
    assert note.kind == "empty"
    assert [(each.kind, plain(each.inlines)) for each in inlines_of((note,)) if isinstance(each, Mark)] == [
        ("empty", "Kommunen har ikke skrevet noget her.")
    ]
    assert [Paragraph] == [type(each) for each in blocks_of(made, "need")]


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("draft", ["Kladde. Standarden er ikke godkendt."]),
        ("hearing", ["I høring. Standarden er ikke godkendt."]),
        ("approved", ["Godkendt. Standarden gælder endnu ikke."]),
        ("in_force", []),
        ("withdrawn", ["Ophævet. Standarden gælder ikke længere."]),
    ],
)
def test_status(status: str, words: list[str]) -> None:
    blocks = standard_document(standard(status=status), LEJRE, "lejre/x").blocks[:4]  # title, lead, approval, note

    assert words == [" ".join(stretches((each,))).strip() for each in blocks if isinstance(each, Note)]


@pytest.mark.parametrize(
    ("approval", "line"),
    [
        (None, "Dato for godkendelse er ikke oplyst."),
        (Approval(), "Dato for godkendelse er ikke oplyst."),
        (Approval(text="Vedtaget i 2015"), "Vedtaget i 2015."),
        (Approval(text="Vedtaget i 2015."), "Vedtaget i 2015."),
        (Approval(date=dt.date(2015, 10, 5)), "Godkendt den 5. oktober 2015."),
        (Approval(date=dt.date(2015, 10, 5), body="Byrådet"), "Godkendt af Byrådet den 5. oktober 2015."),
        (Approval(body="Byrådet"), "Godkendt af Byrådet. Datoen er ikke oplyst."),
        (
            Approval(date=dt.date(2015, 10, 5), effective_from=dt.date(2016, 1, 1), review_due=dt.date(2017, 12, 31)),
            "Godkendt den 5. oktober 2015. Gælder fra den 1. januar 2016. "
            "Skal tages op igen senest den 31. december 2017.",
        ),
    ],
    ids=["none", "empty", "text", "text_with_stop", "date", "body", "body_alone", "whole"],
)
def test_approval(approval: Approval | None, line: str) -> None:
    assert line == prose.normal(approval_line(standard(approval=approval), "da"))


def law_links(body: str) -> list[tuple[str, str]]:
    """The links to the law in a section of this text, by their words."""
    document = standard_document(standard(Section(topic="legal_basis", body=body)), LEJRE, "x")
    return [(folded(each.inlines), each.href.split("#")[1]) for each in links(document) if each.kind == "law"]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("Efter Servicelovens § 99.", [("Servicelovens § 99", "P99")]),
        ("Efter serviceloven §§ 83, 83 a og 86.", [("serviceloven §§ 83, 83 a og 86", "P83")]),
        ("- Efter § 85\n- **§ 99**", [("§ 85", "P85"), ("§ 99", "P99")]),
        ("Efter sundhedsloven.\n\nSe § 85.", []),
        ("Efter sundhedsloven gives **træning** efter § 140.", []),
        ("Efter [serviceloven § 99](https://example.org).", []),
        ("Efter serviceloven **§ 99**.", []),
        ("Efter lov om almene boliger m.v. § 105.", []),
    ],
)
def test_the_law_is_linked(body: str, expected: list[tuple[str, str]]) -> None:
    assert expected == law_links(body)


CARD = "Borgerrådgiveren\\\nLejrevej 15\\\nTelefon 46 46 44 20\\\n12345678@lejre.dk, [eller 46 46 44 21](https://example.org)"


def test_a_contact_card_has_its_addresses_linked() -> None:
    quote = "Borgerrådgiveren Lejrevej 15 Telefon 46 46 44 20 12345678@lejre.dk, eller 46 46 44 21"
    fact = ContactPoint(
        kind="contact", name="Borgerrådgiveren", address="x", evidence=Evidence(section="contact", quote=quote)
    )
    [card] = blocks_of(standard(Section(topic="contact", body=CARD), facts=(fact,)), "contact")
    found = [(folded(each.inlines), each.href) for each in inlines_of((card,)) if isinstance(each, Link)]

    assert isinstance(card, Note)
    assert card.kind == "contact"
    assert found == [
        ("46 46 44 20", "tel:+4546464420"),
        ("12345678@lejre.dk", "mailto:12345678@lejre.dk"),
        ("eller 46 46 44 21", "https://example.org"),
    ]


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_standard_without_facts_is_not_said_to_be_silent(language: str) -> None:
    price = Section(topic="price", number="1", heading="Pris", body="Hjælpen koster 61 kr.")
    blocks = standard_document(standard(price), LEJRE, "lejre/x", language).blocks
    at = next(at for at, each in enumerate(blocks) if isinstance(each, Heading) and each.id == "kort")
    note, following = blocks[at + 1 : at + 3]

    assert [each for each in blocks if isinstance(each, Items)] == []
    assert isinstance(note, Note)
    assert note.kind == "info"
    if language == "da":
        assert " ".join(stretches((note,))).strip() == (
            "Oplysningerne er ikke trukket ud af standarden endnu. Læs kommunens egne ord herunder."
        )
    assert isinstance(following, Heading)


SECTIONS = (
    Section(topic="purpose", number="1", heading="Formål", body="Godt."),
    Section(topic="competence", number="2", heading="Krav", body="# Uddannelse\nPædagog.", audience="professional"),
    Section(topic="price", number="3", heading="Pris", body=""),
    Section(topic="obligations", number="4", heading="Pligter", body="", audience="professional"),
)


def headings(document: Document) -> list[tuple[int, str, str]]:
    return [(each.level, each.id, plain(each.inlines)) for each in document.blocks if isinstance(each, Heading)]


def test_what_is_for_professionals_stands_after_the_rest_in_a_layer_of_its_own() -> None:
    document = standard_document(standard(*SECTIONS), LEJRE, "lejre/x")
    assert headings(document)[2:] == [
        (2, "formaal", "Formål"),
        (2, "betaling", "Pris"),
        (2, "fagfolk", "For fagfolk"),
        (3, "kompetencer", "Krav"),
        (4, "", "Uddannelse"),
        (3, "borgerens-ansvar", "Pligter"),
    ]
    assert [each.kind for each in document.blocks if isinstance(each, Heading) and each.id == "fagfolk"] == [
        "professional"
    ]


def test_anchors_are_the_same_whoever_a_section_is_for() -> None:
    for_all = tuple(replace(each, audience="everyone") for each in SECTIONS)
    found = [
        {(each.section, each.id) for each in standard_document(made, LEJRE, "x").blocks if isinstance(each, Heading)}
        for made in (standard(*SECTIONS), standard(*for_all))
    ]
    assert found[0] - {("", "fagfolk")} == found[1]


def test_without_anything_for_professionals_there_is_no_layer() -> None:
    assert "fagfolk" not in [each[1] for each in headings(standard_document(standard(SECTIONS[0]), LEJRE, "x"))]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        (None, []),
        (("2013-04-01", 7), ["7 ændringer siden udgaven fra den 1. april 2013."]),
        (("", 1), ["1 ændring siden udgaven før."]),
    ],
)
def test_what_is_new_is_said_at_the_top(changed: tuple[str, int] | None, words: list[str]) -> None:
    document = standard_document(standard(SECTIONS[0]), LEJRE, "lejre/x", changed=changed)
    notes = [each for each in document.blocks[:4] if isinstance(each, Note)]
    assert [" ".join(" ".join(stretches((each,))).split()) for each in notes] == [
        f"Hvad er ændret siden sidst {each} Se, hvad der er ændret" for each in words
    ]
    assert [each.href for each in links(document) if each.href == "aendringer.html"] == ["aendringer.html"] * len(words)


def test_search_engines_find_what_holds() -> None:
    found = [status for status in ("draft", "hearing", "approved", "in_force", "withdrawn") if is_findable(status)]
    assert found == ["hearing", "approved", "in_force"]


def test_the_lead_says_whose_standard_it_is() -> None:
    assert prose.normal(standard_document(standard(), LEJRE, "lejre/x").description) == (
        "Lejre Kommunes standard for hjælp efter serviceloven § 99: støtte- og kontaktperson."
    )


@pytest.mark.parametrize(
    "name", ["indhold", "hent", "kun-forskelle", "kort", "godkendt", "kontakt-kommunen", "fagfolk"]
)
def test_a_section_does_not_take_an_anchor_of_the_page(name: str) -> None:
    document = standard_document(standard(Section(id=name, body="x")), LEJRE, "lejre/x")

    assert [each.id for each in document.blocks if isinstance(each, Heading) and each.section] == [f"{name}-nr-2"]


@settings(max_examples=60, deadline=None)
@given(standards("lejre"), st.sampled_from(("da", "en")))
def test_no_word_of_any_standard_is_lost(made: Standard, language: str) -> None:
    keys = {each.key for each in made.sections}
    made = standard(*made.sections, facts=tuple(each for each in made.facts if each.evidence.section in keys))
    page = prose.normal(" ".join(stretches(standard_document(made, LEJRE, "lejre/x", language).blocks)))

    assert [each.heading for each in made.sections if prose.normal(each.heading) not in page] == []
    assert [each.body for each in made.sections if prose.text(each.body) not in page] == []


@settings(max_examples=60, deadline=None)
@given(standards("lejre"))
def test_no_link_stands_in_a_link(made: Standard) -> None:
    sections = tuple(Section(id=each.key, body=f"[{each.body or 'x'}](/a) § 99 46 46 46 46") for each in made.sections)
    found = links(standard_document(standard(*sections), LEJRE, "lejre/x"))

    assert [each for each in found if any(isinstance(inner, Link) for inner in each.inlines)] == []


def test_the_document_carries_what_files_are_stamped_with() -> None:
    approval = Approval(date=dt.date(2015, 10, 5))
    municipality = Municipality(name="Lejre Kommune", code="0350")
    document = standard_document(standard(approval=approval), municipality, "lejre/stoette")

    assert (
        document.date,
        document.identifier,
        document.author,
        document.language,
    ) == ("2015-10-05", "lejre/stoette", "Lejre Kommune", "da-DK")
