"""The measurement of `qstd check`: it has the standards that it speaks of, and judges by the right multiples."""

from pathlib import Path

import pytest

from bench.check import ALL, SCHEMA, SECOND, files, judged, processes
from bench.common.table import Bars
from qstd.verbs import shares, verdicts
from qstd.workspace import Workspace


def test_standards_are_as_many_as_asked_and_without_faults(tmp_path: Path) -> None:
    files(tmp_path, 103)
    seen = verdicts.read_all(Workspace(tmp_path), use_cache=False, only=("K",))

    assert seen.checked == 103
    assert [each for each in seen.findings if each.severity == "error"] == []


def test_times_are_judged_against_each_other() -> None:
    bars = Bars()
    whole = {"ajv-cli": 4.0, "check-jsonschema": 40.0, SCHEMA: 5.0, ALL: 10.0, SECOND: 2.0}
    said = judged(whole, whole | {SCHEMA: 8.0}, bars)

    assert said[SCHEMA] == (
        "1.25 x ajv-cli (bar 1  OVER), busy 2.00 x; 0.12 x check-jsonschema (bar 0.15), busy 0.20 x"
    )
    assert bars.exit_code() == 1


def test_a_tool_that_is_missing_is_not_judged() -> None:
    times = {SCHEMA: 5.0, ALL: 10.0, SECOND: 2.0}

    assert set(judged(times, times, Bars())) == {ALL, SECOND}


def test_the_table_says_who_works_in_several_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_cores", lambda: 4)

    assert [processes(each) for each in ("ajv-cli", SCHEMA, ALL, SECOND)] == [1, 4, 4, 1]
