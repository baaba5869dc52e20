"""Facts proposed for the two standards made by hand, compared with the facts that people found in them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from qstd import prose
from qstd.model.standard import StandardFile
from qstd.model.validate import read
from qstd.recognise.facts import propose
from qstd.yaml_source import parse
from tests.recognise.test_facts import hold, values

STANDARDS = Path(__file__).parents[2] / "standards"
FILES = ("lejre/stoettekontaktperson.yaml", "hvidovre/stoette-og-kontaktperson.yaml")
SHAPES: dict[str, Callable[[str], str]] = {
    "as it is": lambda body: body,
    "in one line": prose.text,
    "each line a paragraph": lambda body: body.replace("\\\n", "\n").replace("### ", "").replace("\n", "\n\n"),
}


def standard(name: str) -> StandardFile:
    made = read(StandardFile, parse((STANDARDS / name).read_bytes()).value).record
    assert made is not None
    return made


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("name", FILES)
def test_all_facts_that_people_found_are_proposed_and_no_others(name: str, shape: str) -> None:
    by_hand = standard(name)
    sections = tuple(replace(each, body=SHAPES[shape](each.body)) for each in by_hand.sections)
    made = replace(by_hand, sections=sections, facts=())
    facts = propose(made)

    hold(facts, made)
    found = [(each.kind, values(each)) for each in facts]
    wanted = [(each.kind, values(each)) for each in by_hand.facts]
    assert [each for each in wanted if each not in found] == []
    assert [each for each in found if each not in wanted] == []
