"""What people do in Word comes back exactly, each thing in its field, with and without change tracking, in both layouts."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qstd.verbs.word_merge import Plan
from qstd.yaml_source import parse
from tests.word_merge.places import (
    LAYOUTS,
    STANDARD,
    Job,
    Layout,
    difference,
    merged,
    standard_of,
    through_office,
    word_file,
)

FOLDER = Path(__file__).parent.parent / "cases" / "word_merge"
PARTS = {"about", "layouts", "steps", "diff", "findings", "sections", "contains", "order", "facts", "notes"}
EDITOR = "Anne Hansen"


@dataclass(frozen=True)
class Case:
    """One case in one layout, tracked or not."""

    name: str
    said: dict[str, Any]
    layout: Layout
    tracked: str


def cases() -> list[Case]:
    """All cases of all files, in all their ways."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        source = parse(path.read_bytes())
        assert not source.problems, source.problems
        assert all(each.keys() <= PARTS for each in source.value)
        for number, each in enumerate(source.value, 1):
            for layout in LAYOUTS:
                if layout in each.get("layouts", LAYOUTS):
                    ways = (("plain", ""), ("tracked", EDITOR))
                    found += [Case(f"{path.stem}-{number}-{layout}-{way}", each, layout, who) for way, who in ways]
    return found


ALL = cases()


@pytest.fixture(scope="module")
def edited(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """Every Word file of every case, as LibreOffice saves it when all is done that the case says."""
    jobs = {each.name: Job(word_file(layout=each.layout), each.said["steps"], each.tracked) for each in ALL}
    return through_office(jobs, tmp_path_factory.mktemp("word"))


@pytest.mark.parametrize("case", ALL, ids=[each.name for each in ALL])
def test_an_edit_comes_back(case: Case, edited: dict[str, bytes]) -> None:
    plan = merged(edited[case.name])
    said = case.said

    assert plan.conflicts == ()
    assert plan.text is not None, plan.findings
    if "diff" in said:
        assert difference(STANDARD, plan.text) == said["diff"]
    for each in said.get("contains", ()):
        assert each in plan.text
    standard = standard_of(plan.text)
    if "order" in said:
        assert [each.key for each in standard.sections] == said["order"]
    assert len(standard.facts) == said.get("facts", 1)
    assert codes(plan) == said.get("findings", [])
    assert {each.heading: each.how for each in plan.sections}.items() >= said.get("sections", {}).items()
    notes = [f"{each.author} · {each.section} · {each.quote} · {each.text}" for each in plan.notes]
    assert notes == said.get("notes", [])


def codes(plan: Plan) -> list[str]:
    """What is found, save that there are tracked changes."""
    return [each.code for each in plan.findings if each.code != "V012"]
