"""What is wrong with YAML, where it stands and in which words; one case file for each problem."""

import json

from qstd.readers import explain
from qstd.yaml_source import parse
from tests.cases.case_file import Case, all_cases, cases, told


@cases("yaml")
def test_case(case: Case) -> None:
    parsed = parse(case.parts["input"].encode())
    findings = [explain.problem(each, "x.yaml") for each in parsed.problems]

    assert case.lines("findings") == told(case.lines("findings"), findings)
    if "value" in case.parts:
        assert json.loads(case.parts["value"]) == parsed.value


def test_every_problem_has_a_case() -> None:
    shown = {line.split()[0] for case in all_cases("yaml") for line in case.lines("findings")}
    elsewhere = {"Y001", "Y002", "Y018"}  # in test_bytes and test_many: too long, or no text, for a case file

    assert {code for code, _, _ in explain.PROBLEMS.values()} == shown | elsewhere
