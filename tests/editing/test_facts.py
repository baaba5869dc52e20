"""Facts in the editor: read from marked words, and what becomes of them when their sentence changes."""

from dataclasses import replace
from typing import Any

import pytest

from qstd.edits.patch import patched
from qstd.model.municipality import Fragment, Municipality
from qstd.model.standard import StandardFile
from qstd.verbs.editing import facts
from qstd.verbs.editing.fact_forms import values_of
from qstd.verbs.editing.files import said
from tests.cases.corpus import HEAD

HOME = Municipality(name="Lejre Kommune", code="0350", fragments={"klage": Fragment(body="Du kan klage inden 4 uger.")})
TEXT = f"""\
{HEAD}sections:
- topic: case_deadline
  heading: Frist
  body: |
    Vi svarer inden for 7 dage på en henvendelse.
    Hjælpen er **altid gratis**.
- heading: Uden navn
  body: Du skal være over 18 år.
- topic: complaints
  heading: Klage
  use: klage
  body: ""
facts:
- kind: deadline
  role: reaction  # vigtigt
  value: 7
  unit: day
  bound: max
  anchor: enquiry
  evidence:
    section: case_deadline
    quote: Vi svarer inden for 7 dage på en henvendelse.
- {{kind: price, mode: free, proposed: true, evidence: {{section: case_deadline, quote: Hjælpen er altid gratis.}}}}
- {{kind: provider, name: Os, evidence: {{section: nowhere, quote: Os}}}}
"""


def file(text: str = TEXT) -> StandardFile:
    found = said(text)
    assert found is not None
    return found


def with_body(body: str, at: int = 0) -> StandardFile:
    before = file()
    sections = list(before.sections)
    sections[at] = replace(sections[at], body=body)
    return replace(before, sections=tuple(sections))


def test_cards_of_a_section_and_of_none() -> None:
    own = facts.cards(file(), HOME, 0, "da")
    assert [(each.name.replace("\u00a0", " "), each.proposed, each.loose) for each in own] == [
        ("Frist for svar: 7 dage", False, None),
        ("Pris: Gratis", True, None),
    ]
    assert [each.name for each in facts.cards(file(), HOME, -1, "da")] == ["Leverandør: Os"]


@pytest.mark.parametrize(
    ("body", "quote", "value"),
    [
        (
            "Vi svarer inden for 14 hverdage på en henvendelse.",
            "Vi svarer inden for 14 hverdage på en henvendelse.",
            14,
        ),
        (
            "Vi svarer altid inden for 7 dage på en henvendelse.",
            "Vi svarer altid inden for 7 dage på en henvendelse.",
            None,
        ),
        ("Noget helt andet står her nu om mad.", "", None),
        ("", "", None),
    ],
)
def test_a_changed_sentence_is_asked_about(body: str, quote: str, value: int | None) -> None:
    card = facts.cards(with_body(body), HOME, 0, "da")[0]
    assert card.loose is not None
    assert card.loose.quote == quote
    assert (values_of(card.loose.reads)["value"] if card.loose.reads else None) == value


@pytest.mark.parametrize(
    ("at", "words", "quote", "kind", "value"),
    [
        (0, "inden for 7 dage", "inden for 7 dage", "deadline", {"value": 7, "role": "reaction"}),
        (0, "Hjælpen er **altid gratis**.", "Hjælpen er altid gratis.", "price", {"mode": "free"}),
        (1, "over 18 år", "over 18 år", "age", {"min": 18}),
        (2, "klage inden 4 uger", "klage inden 4 uger", "deadline", {"value": 4, "unit": "week"}),
        (0, "står her ikke", "", "deadline", {}),
        (0, "ge", "", "deadline", {}),
    ],
)
def test_marked_words_are_read(at: int, words: str, quote: str, kind: str, value: dict[str, Any]) -> None:
    found = facts.read(file(), HOME, at, words)
    assert (found.quote, found.kinds[0]) == (quote, kind)
    assert value.items() <= dict(found.values.get(kind, {})).items()
    assert len(set(found.kinds)) == len(found.kinds)


def test_a_fact_of_a_section_without_a_name_gives_it_one() -> None:
    made = patched(TEXT, facts.add_edits(file(), 1, {"kind": "age", "min": 18}, "over 18 år"))
    assert "- id: afsnit-2\n  heading: Uden navn" in made
    fact = file(made).facts[-1]
    assert (fact.evidence.section, fact.evidence.quote, fact.proposed) == ("afsnit-2", "over 18 år", None)


def test_only_what_was_changed_is_changed() -> None:
    values = {**values_of(file().facts[0]), "kind": "deadline", "value": 14, "anchor": None}
    del values["anchor"]
    made = patched(TEXT, facts.change_edits(file(), 0, values, ""))
    assert made == TEXT.replace("value: 7", "value: 14").replace("  anchor: enquiry\n", "")


def test_another_kind_is_another_fact() -> None:
    made = file(patched(TEXT, facts.change_edits(file(), 1, {"kind": "temporary", "value": True}, "")))
    assert values_of(made.facts[1]) == {"value": True}
    assert made.facts[1].evidence.quote == "Hjælpen er altid gratis."


def test_confirming_and_another_quote_and_taking_away() -> None:
    assert file(patched(TEXT, facts.confirm_edits(file(), 1))).facts[1].proposed is None
    made = patched(TEXT, facts.requote_edits(file(), 0, "Et nyt citat.", None))
    assert made == TEXT.replace("quote: Vi svarer inden for 7 dage på en henvendelse.", "quote: Et nyt citat.")
    assert len(file(patched(TEXT, facts.drop_edits(2))).facts) == 2
