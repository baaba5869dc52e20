"""Whether a standard says something about a topic: in its section, as a fact, or in words elsewhere."""

import datetime as dt
from typing import Literal

import pytest

from qstd import catalogue
from qstd.lint.rule import Around
from qstd.lint.shared import cues, presence
from qstd.model.facts import Evidence, Price
from qstd.model.finding import Place
from qstd.model.municipality import Fragment, Municipality
from qstd.model.standard import Section, Standard

FRAGMENTS = {"klage": Fragment(body="Klag inden 4 uger."), "tom": Fragment(body="")}
LEJRE = Municipality(name="Lejre Kommune", code="0350", fragments=FRAGMENTS)
AROUND = Around(dt.date(2026, 1, 1), "lejre", LEJRE, lambda path, line: Place("x.yaml", 1, 1, path))


def standard(
    *sections: Section, language: Literal["da", "en"] = "da", proposed: bool | None = None, free: bool = False
) -> Standard:
    """A standard with some sections, and the price as a fact where it is told to be free."""
    evidence = Evidence(section="price", quote="x")
    facts = (Price(kind="price", mode="free", evidence=evidence, proposed=proposed),) if free else ()
    return Standard(
        schema=1, title="t", service="sel-85", status="draft", sections=sections, facts=facts, language=language
    )


@pytest.mark.parametrize(
    ("section", "topic", "said"),
    [
        (Section(topic="price", heading="Pris", body="Gratis."), "price", True),
        (Section(topic="price", heading="Pris", body="ingen"), "price", True),
        (Section(topic="price", heading="Pris"), "price", False),
        (Section(topic="price", heading="Pris", body=" \n-\n"), "price", False),
        (Section(topic="complaints", heading="Klage", use="klage"), "complaints", True),
        (Section(topic="complaints", heading="Klage", use="tom"), "complaints", False),
        (Section(topic="complaints", heading="Klage", use="findes_ikke"), "complaints", False),
        (Section(topic="special", body="Det koster 40 kr. pr. dag."), "price", True),
        (Section(topic="special", body="Afgørelsen kan påklages til Ankestyrelsen."), "complaints", True),
        (Section(topic="special", heading="Målgruppe og formål", body="Voksne."), "purpose", True),
        (Section(topic="special", body="Noget.\n\n### Målgruppe\n\nVoksne."), "target_group", True),
        (Section(topic="special", body="Noget.\n\n### Målgruppe"), "target_group", False),
        (Section(topic="special", body="Vi taler sammen."), "complaints", False),
        (Section(topic="exclusions", heading="Hvad indgår ikke?", body="Rengøring."), "activities", False),
        (Section(topic="need", body="Træningen foregår som:\n\n- hold\n- alene"), "activities", True),
    ],
)
def test_says(section: Section, topic: str, said: bool) -> None:
    assert presence.says(standard(section), AROUND, topic) is said


@pytest.mark.parametrize(("proposed", "said"), [(None, True), (True, False)])
def test_a_fact_says_it_once_it_is_confirmed(proposed: bool | None, said: bool) -> None:
    assert presence.says(standard(proposed=proposed, free=True), AROUND, "price") is said


def test_danish_words_are_not_looked_for_in_english() -> None:
    section = Section(topic="special", body="Klage over gratis.")

    assert presence.says(standard(section), AROUND, "complaints")
    assert not presence.says(standard(section, language="en"), AROUND, "complaints")


def test_the_section_of_a_topic_is_the_first_with_a_text() -> None:
    empty, full = Section(topic="price", id="a"), Section(topic="price", id="b", body="Gratis.")

    assert presence.section_of_topic(standard(empty, full), "price") == 1
    assert presence.section_of_topic(standard(empty), "price") == 0
    assert presence.section_of_topic(standard(full), "need") is None


def test_the_text_of_a_topic_comes_from_everywhere_in_the_order_of_the_text() -> None:
    told = standard(
        Section(topic="special", body="Ring til os.\nDu kan klage over personalet."),
        Section(topic="complaints", heading="Klage", use="klage", body="Ring først."),
    )

    assert presence.text_of(told, AROUND, "complaints") == (
        "Du kan klage over personalet.\nKlag inden 4 uger.\nRing først."
    )


def test_every_topic_with_words_is_one_of_the_catalogue() -> None:
    known = set(catalogue.keys("topics"))

    assert set(cues.SENTENCE) <= set(cues.HEADING) <= known
    for topic in known:
        presence.says(standard(Section(body="Hjælpen er her.")), AROUND, topic)
