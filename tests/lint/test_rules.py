"""Every rule by its cases: one file of cases for each rule, with what must pass and what must fail, and where."""

from pathlib import Path
from typing import Any

import pytest

from qstd import lint
from qstd.model.finding import Severity
from qstd.yaml_source import parse
from tests.cases.case_file import told
from tests.cases.corpus import corpus, in_file

FOLDER = Path(__file__).parents[1] / "cases" / "lint"
RULES = dict(zip(lint.names(), lint.rules(), strict=True))


def load(name: str) -> Any:
    """The cases of one rule, read as the program reads YAML."""
    parsed = parse((FOLDER / f"{name}.yaml").read_bytes())
    assert parsed.problems == ()
    return parsed.value


def allowed(severity: Severity) -> set[Severity]:
    """What a rule may call its hits: a single one may be less bad, or worse, but none turns into an error."""
    return {"error"} if severity == "error" else {"warning", "info"}


CASES = [(name, case) for name in lint.names() for part in ("pass", "fail") for case in load(name)[part]]


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['about']}" for name, case in CASES])
def test_case(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    texts = case.get("standard", ""), case.get("municipality", "")
    found = corpus(tmp_path, *texts, content=True, others=case.get("others"))
    for part, file in (("findings", "stoette"), ("municipality_findings", "municipality")):
        expected = case.get(part, [])
        own = [each for each in in_file(found, file) if each.code == RULES[name].code]

        assert expected == told(expected, own)
        assert allowed(RULES[name].severity).issuperset(each.severity for each in own)


FILE = [(name, case) for name, case in CASES if RULES[name].code.startswith("K")]


@pytest.mark.parametrize(("name", "case"), FILE, ids=[f"{name}: {case['about']}" for name, case in FILE])
def test_case_shows_only_its_rule(name: str, case: dict[str, Any], tmp_path: Path) -> None:
    """Of the rules about the file itself; what law and language ask for, a small case can seldom have all of."""
    found = corpus(tmp_path, case.get("standard", ""), case.get("municipality", ""))
    others = [each for each in found.findings if each.code[0] == "K" and each.code != RULES[name].code]

    assert bool(others) == ("another rule's finding" in case["about"])


def test_every_rule_has_a_case_file_and_no_file_is_left_over() -> None:
    assert sorted(lint.names()) == sorted(path.stem for path in FOLDER.iterdir())


@pytest.mark.parametrize("name", lint.names())
def test_every_rule_has_cases_that_pass_and_cases_that_fail(name: str) -> None:
    cases = load(name)

    assert cases["pass"]
    assert [case for case in cases["pass"] if case.get("findings") or case.get("municipality_findings")] == []
    assert cases["fail"]
    assert [case for case in cases["fail"] if not (case.get("findings") or case.get("municipality_findings"))] == []
