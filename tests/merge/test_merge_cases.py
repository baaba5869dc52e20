"""What a merge makes of short standards: the record, the conflicts, what is chosen in them, and what is told."""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qstd.merge import Choice, Conflict, Merge, Taken, merged
from qstd.model.decode import decode
from qstd.model.standard import StandardFile
from qstd.yaml_source import parse
from tests.merge.plainly import edited

FOLDER = Path(__file__).parent.parent / "cases" / "merge"
HEAD = {"schema": 1, "title": "Støtte", "service": "sel-99", "status": "draft"}
PARTS = {
    "about",
    "within_bodies",
    "base",
    "ours",
    "theirs",
    "merged",
    "conflicts",
    "chosen",
    "undecided",
    "taken",
    "kept",
}


@dataclass(frozen=True)
class Case:
    """One case: its values as they stand in the file."""

    name: str
    said: dict[str, Any]

    def record(self, value: Any) -> StandardFile:
        """A standard that is written out, or named by its part of the case."""
        return self.record(self.said[value]) if isinstance(value, str) else decode(StandardFile, {**HEAD, **value})

    def merge(self, choices: dict[str, Choice] | None = None) -> Merge:
        """Merge the three versions of the case."""
        base, ours, theirs = (self.record(self.said[each]) for each in ("base", "ours", "theirs"))
        return merged(base, ours, theirs, choices, within_bodies=self.said.get("within_bodies", True))


def cases() -> list[Case]:
    """All cases of all files."""
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        source = parse(path.read_bytes())
        assert not source.problems, (path.name, source.problems)
        found += [Case(f"{path.stem}-{at}", said) for at, said in enumerate(source.value, 1)]
    assert all(each.said.keys() <= PARTS for each in found)
    return found


each_case = pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)


@each_case
def test_merge(case: Case) -> None:
    merge = case.merge()

    wanted = case.said.get("conflicts", [])
    assert merge.record == case.record(case.said["merged"])
    assert edited(case.record(case.said["ours"]), merge.edits) == merge.record
    assert [shown(each, want) for each, want in zip(merge.conflicts, wanted, strict=True)] == wanted


@each_case
def test_choices(case: Case) -> None:
    conflicts = case.merge().conflicts
    for said, wanted in {"ours": "ours", **case.said.get("chosen", {})}.items():
        merge = case.merge({each.id: choice(said) for each in conflicts})

        assert merge.conflicts == ()
        assert said == "ours" or merge.record == case.record(wanted), said
        assert edited(case.record(case.said["ours"]), merge.edits) == merge.record
    for said in case.said.get("undecided", []):
        assert case.merge({each.id: choice(said) for each in conflicts}) == case.merge()


@each_case
def test_what_is_told(case: Case) -> None:
    merge = case.merge()

    for part, found in (("taken", merge.taken), ("kept", merge.kept)):
        assert part not in case.said or [told(each) for each in found] == case.said[part]


@each_case
def test_ids_can_stand_in_a_page(case: Case) -> None:
    ids = [each.id for each in case.merge().conflicts]

    assert all(re.fullmatch(r"[a-z][a-z0-9-]*", each) for each in ids)
    assert len(set(ids)) == len(ids)


def choice(said: str) -> Choice:
    """A choice as a case writes it: an option, or `text` and the words."""
    return ("text", said[5:]) if said.startswith("text ") else said  # type: ignore[return-value]  # cases name options


def shown(conflict: Conflict, wanted: dict[str, Any]) -> dict[str, Any]:
    """A conflict, as far as a case speaks of it."""
    found = {each: getattr(conflict, each) for each in wanted}
    return {key: list(value) if isinstance(value, tuple) else value for key, value in found.items()}


def told(taken: Taken) -> str:
    """What one side did, on one line."""
    return " ".join(filter(None, [taken.what, taken.field, taken.number, taken.heading, taken.entry]))
