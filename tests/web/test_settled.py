"""What was decided in a review, in the standard that comes of it; and the words of the source that facts rest on."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.model.draft import Draft, SectionOrigin
from qstd.model.facts import Age, Evidence, Temporary
from qstd.model.outline import Outline, Para, Run, Spot
from qstd.model.standard import Section, StandardFile
from qstd.verbs.editing import review_source, reviews
from qstd.verbs.editing.reviews import Decided

CASES = Path(__file__).parent.parent / "cases" / "web"
NONE = Decided("", "", "", {}, frozenset(), {})


def standard(*topics: str) -> StandardFile:
    facts = (
        Age(kind="age", min=18, evidence=Evidence(section=topics[0], quote="over 18"), proposed=True),
        Temporary(kind="temporary", value=True, evidence=Evidence(section=topics[-1], quote="en tid"), proposed=True),
    )
    sections = tuple(Section(topic=each, heading=each, body=f"{each} over 18 en tid") for each in topics)
    return StandardFile(schema=1, title="T", service="sel-99", status="draft", sections=sections, facts=facts)


@pytest.mark.parametrize(
    ("topics", "keys", "evidence"),
    [
        ({}, ["price", "scope", "need"], ["price", "need"]),
        ({0: "purpose"}, ["purpose", "scope", "need"], ["purpose", "need"]),
        ({0: "need"}, ["need_2", "scope", "need"], ["need_2", "need"]),
        ({0: "need", 2: "price"}, ["need", "scope", "price"], ["need", "price"]),
        ({0: ""}, ["price", "scope", "need"], ["price", "need"]),
        ({0: "x", 1: "x", 2: "x"}, ["x", "x_2", "x_3"], ["x", "x_3"]),
        ({1: "price", 0: "scope"}, ["scope", "price", "need"], ["scope", "need"]),
    ],
    ids=str,
)
def test_evidence_follows_the_topic(topics: dict[int, str], keys: list[str], evidence: list[str]) -> None:
    made = reviews.settled(standard("price", "scope", "need"), replace(NONE, topics=topics))
    assert [each.key for each in made.sections] == keys
    assert [each.evidence.section for each in made.facts] == evidence


@pytest.mark.parametrize(
    ("answers", "left"),
    [
        ({}, [("age", True), ("temporary", True)]),
        ({0: "yes"}, [("age", None), ("temporary", True)]),
        ({0: "no"}, [("temporary", True)]),
        ({0: "nonsense", 1: None}, [("age", True), ("temporary", True)]),
        ({1: {"kind": "temporary", "value": False}}, [("age", True), ("temporary", None)]),
        ({1: {"kind": "nonsense"}}, [("age", True), ("temporary", True)]),
    ],
    ids=str,
)
def test_facts_as_decided(answers: dict[int, Any], left: list[tuple[str, bool | None]]) -> None:
    made = reviews.settled(standard("price", "need"), replace(NONE, facts=answers))
    assert [(each.kind, each.proposed) for each in made.facts] == left


def test_an_unknown_service_is_asked_for() -> None:
    file = replace(standard("price"), service="ukendt")
    draft = Draft(file, "", "", (SectionOrigin(Spot(), 4, ""),))
    assert reviews._decided(draft, {}).service == ""
    assert reviews._decided(draft, {"service": "sel-85"}).service == "sel-85"


def marked(piece: review_source.Piece) -> str:
    numbers = ",".join(map(str, piece.facts))
    return f"[{numbers}:{piece.text}]" if numbers else piece.text


MARKED = yaml.safe_load((CASES / "marked.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", MARKED, ids=lambda each: each["about"])
def test_words_behind_facts_are_marked(case: dict[str, Any]) -> None:
    para = Para((Run(case["text"].replace("|", "\u2028").replace("~", "\u00ad")),), Spot(paragraph=1))
    extent = review_source.extents((((Spot(paragraph=1),),),))[0]
    quoted = [review_source.Quoted(at, 0, each) for at, each in enumerate(case["quotes"], 1)]
    (shown,) = review_source.shown(Outline("x.txt", "txt", (para,)), extent, quoted)
    assert isinstance(shown, review_source.SourcePara)
    assert [marked(each) for each in shown.pieces] == case["shown"]
