"""The edits from one version to the next: as few and as small as the fields allow."""

from pathlib import Path
from typing import Any

import pytest

from qstd.merge import changes
from qstd.model.decode import decode
from qstd.model.edit import Drop, Edit, Insert, Move, Put
from qstd.model.standard import StandardFile
from qstd.yaml_source import parse
from tests.merge.plainly import edited

CASES = parse((Path(__file__).parent.parent / "cases" / "merge_edits.yaml").read_bytes()).value
HEAD = {"schema": 1, "title": "Støtte", "service": "sel-99", "status": "draft"}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["about"])
def test_edits(case: dict[str, Any]) -> None:
    base, new = (decode(StandardFile, {**HEAD, **case[each]}) for each in ("base", "new"))

    edits = changes(base, new)

    assert [shown(each, wanted) for each, wanted in zip(edits, case["edits"], strict=True)] == case["edits"]
    assert edited(base, edits) == new


def shown(edit: Edit, wanted: str) -> str:
    """An edit on one line; behind what it goes only where the case says so."""
    path = "/".join(map(str, edit.path))
    match edit:
        case Put(value=value, after=after):
            return f"put {path}: {value}" + (f" (after {' '.join(after)})" if "(after" in wanted else "")
        case Drop():
            return f"drop {path}"
        case Insert(value=value):
            return f"insert {path}: {value}"
        case Move(to=to):
            return f"move {path} to {to}"
