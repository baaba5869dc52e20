"""Cases about facts, written as facts stand in a standard's file; kind and evidence are filled in."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qstd.model.facts import AnyFact
from qstd.model.standard import StandardFile
from qstd.model.validate import read
from qstd.yaml_source import parse

FOLDER = Path(__file__).parents[1] / "cases"
Case = dict[str, Any]


def cases(folder: str) -> list[tuple[str, Case]]:
    """All cases of a folder, each with the name of its file."""
    found = [(path.stem, case) for path in sorted((FOLDER / folder).glob("*.yaml")) for case in _load(path)]
    assert found, f"no cases in {folder}"
    return found


def _load(path: Path) -> Any:
    parsed = parse(path.read_bytes())
    assert parsed.problems == (), path.name
    return parsed.value


def facts(kind: str, role: str, values: Sequence[Case]) -> tuple[AnyFact, ...]:
    """Make the facts of one kind and role, as they are made from a file."""
    own = {"kind": kind, "evidence": {"section": "special", "quote": "ord"}} | ({"role": role} if role else {})
    file = {"schema": 1, "title": "Støtte", "service": "sel-99", "status": "draft"}
    verdict = read(StandardFile, file | {"facts": [own | each for each in values]})
    assert verdict.record, verdict.faults
    return verdict.record.facts
