"""Facts that the grammars propose: by cases for each kind, and by the phrases of real standards.

The case files say which section has which body, and what is proposed of their kind from it; what is not said is left out.
"""

from pathlib import Path
from typing import Any

import pytest

from qstd import catalogue, prose
from qstd.model.facts import FACT_KINDS, AnyFact
from qstd.model.plain import plain
from qstd.model.standard import Section, StandardFile
from qstd.recognise.facts import propose
from qstd.yaml_source import parse

FOLDER = Path(__file__).parent / "facts"
Case = dict[str, Any]
NOT_VALUES = ("kind", "evidence", "proposed")
UNSAID: tuple[object, ...] = (False, [], "unspecified")
FRAMES = {
    "age": ("target_group", "Tilbuddet er for borgere, {}."),
    "deadline": ("case_deadline", "Sagsbehandlingstiden er {}."),
    "extent": ("scope", "Støtten gives {}."),
    "follow_up": ("follow_up", "Der følges op {}."),
    "price": ("price", "Ydelsen koster {}"),
    "contact": ("contact", "Visitationen, {}"),
    "approval": ("approval", "{}"),
    "citation": ("legal_basis", "{}"),
}


def load(name: str) -> Any:
    parsed = parse((FOLDER / f"{name}.yaml").read_bytes())
    assert parsed.problems == ()
    return parsed.value


def standard(case: Case) -> StandardFile:
    said = case.get("sections") or {case["topic"]: case["body"]}
    sections = tuple(Section(topic=topic, heading=case.get("heading", ""), body=body) for topic, body in said.items())
    service = case.get("service", "sel-85")
    return StandardFile(schema=1, title="Kvalitetsstandard", service=service, status="draft", sections=sections)


def values(fact: AnyFact) -> Case:
    """What a fact says, without what is not said."""
    said = plain(fact).items()
    return {name: each for name, each in said if name not in NOT_VALUES and (name == "value" or each not in UNSAID)}


def hold(facts: tuple[AnyFact, ...], of: StandardFile) -> None:
    """Every fact is a proposal whose quote stands in its section."""
    bodies = {each.key: prose.text(each.body) for each in reversed(of.sections)}
    for each in facts:
        assert each.proposed
        assert prose.stands(each.evidence.quote, bodies[each.evidence.section]), each


CASES = [(kind, case) for kind in FACT_KINDS for case in load(kind)]
PHRASES = [(kind, case) for kind, cases in load("phrases").items() for case in cases]


@pytest.mark.parametrize(
    ("kind", "case"), CASES, ids=[f"{kind}: {case.get('about') or str(case.get('body'))[:40]}" for kind, case in CASES]
)
def test_case(kind: str, case: Case) -> None:
    made = standard(case)
    facts = propose(made)

    hold(facts, made)
    assert [values(each) for each in facts if each.kind == kind] == case["facts"]


@pytest.mark.parametrize(("kind", "case"), PHRASES, ids=[f"{kind}: {case['phrase']}" for kind, case in PHRASES])
def test_phrase(kind: str, case: Case) -> None:
    topic, frame = FRAMES[kind]
    facts = propose(standard({"topic": topic, "body": frame.format(case["phrase"])}))

    assert [values(each) for each in facts if each.kind == kind] == case["facts"]
    assert kind != "approval" or facts == ()


@pytest.mark.parametrize("case", load("documents"), ids=lambda case: case["about"])
def test_whole_standard(case: Case) -> None:
    made = standard(case)
    facts = propose(made)

    hold(facts, made)
    assert [{"kind": each.kind, **values(each)} for each in facts] == case["facts"]


def test_every_kind_has_cases_that_say_something_and_cases_that_do_not() -> None:
    for kind in FACT_KINDS:
        assert {bool(case["facts"]) for case in load(kind)} == {True, False}


def test_every_group_of_the_catalogue_is_proposed_somewhere() -> None:
    found = {group for case in load("target_group") for fact in case["facts"] for group in fact["groups"]}

    assert found == set(catalogue.keys("groups"))


def test_a_section_without_a_name_carries_no_facts() -> None:
    made = StandardFile(
        schema=1,
        title="Kvalitetsstandard",
        service="sel-99",
        status="draft",
        sections=(Section(topic=None, heading="Andet", body="Ordningen er frivillig for borgeren."),),
    )

    assert propose(made) == ()


def test_a_standard_in_english_gets_no_proposals() -> None:
    made = StandardFile(
        schema=1,
        title="Standard",
        service="sel-99",
        language="en",
        status="draft",
        sections=(Section(topic="price", body="Gratis."),),
    )

    assert propose(made) == ()
