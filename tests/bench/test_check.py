"""The measurement of `qstd check`: it has the standards that it speaks of, and judges by the right multiples."""

from pathlib import Path

from bench.check import ALL, SCHEMA, SECOND, files, judged
from bench.common.table import Bars
from qstd.verbs import verdicts
from qstd.workspace import Workspace


def test_standards_are_as_many_as_asked_and_without_faults(tmp_path: Path) -> None:
    files(tmp_path, 103)
    seen = verdicts.read_all(Workspace(tmp_path), use_cache=False, only=("K",))

    assert seen.checked == 103
    assert [each for each in seen.findings if each.severity == "error"] == []


def test_times_are_judged_against_each_other() -> None:
    bars = Bars()
    said = judged({"ajv-cli": 4, "check-jsonschema": 40, SCHEMA: 5, ALL: 10, SECOND: 2}, bars)

    assert said[SCHEMA] == "1.25 x ajv-cli (bar 1  OVER); 0.12 x check-jsonschema (bar 0.15)"
    assert bars.exit_code() == 1


def test_a_tool_that_is_missing_is_not_judged() -> None:
    assert set(judged({SCHEMA: 5, ALL: 10, SECOND: 2}, Bars())) == {ALL, SECOND}
