"""What the rules say of the two real standards is what was written down before, from reading them; no more of those codes."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from qstd import lint
from qstd.messages import words
from qstd.model.finding import Finding
from qstd.verbs.corpus import Checked, read_all
from qstd.workspace import Workspace
from qstd.yaml_source import parse

ROOT = Path(__file__).parents[2]
EXPECTED: Any = parse((ROOT / "tests" / "cases" / "lint_seeds.yaml").read_bytes()).value
TODAY = dt.date(2026, 11, 22)
SEVERAL = {"A001", "A004"}
"""Codes of which there may be more: LIX is said of the worst section too, and each dated word has its own finding."""
FOUND = [(ref, each) for ref, said in EXPECTED.items() for each in said["found"]]
SILENT = [(ref, each["code"]) for ref, said in EXPECTED.items() for each in said["silent"]]


@pytest.fixture(scope="module")
def seeds() -> dict[str, Checked]:
    """Both standards as they are checked on a fixed day."""
    return {each.entry.ref: each for each in read_all(Workspace(ROOT), TODAY).standards}


def fits(seed: Checked, finding: Finding, expected: dict[str, str]) -> bool:
    """Tell whether a finding is the one expected: its severity, section, line and words."""
    assert seed.standard
    lines = (ROOT / finding.place.file).read_text("utf-8").splitlines()
    return (
        finding.severity == expected["severity"]
        and expected.get("section") in (None, lint.section_of(seed.standard, finding.place.path))
        and expected.get("line", "") in lines[finding.place.line - 1]
        and expected.get("says", "") in words(finding.message, "da")
    )


@pytest.mark.parametrize(("ref", "expected"), FOUND, ids=[f"{ref} {each['code']}" for ref, each in FOUND])
def test_expected_finding_is_there(seeds: dict[str, Checked], ref: str, expected: dict[str, str]) -> None:
    own = [each for each in seeds[ref].findings if each.code == expected["code"]]

    assert [each for each in own if fits(seeds[ref], each, expected)], own


@pytest.mark.parametrize(("ref", "code"), SILENT)
def test_rule_is_silent(seeds: dict[str, Checked], ref: str, code: str) -> None:
    assert [each for each in seeds[ref].findings if each.code == code] == []


@pytest.mark.parametrize("ref", EXPECTED)
def test_expected_codes_speak_nowhere_else(seeds: dict[str, Checked], ref: str) -> None:
    expected = EXPECTED[ref]["found"]
    codes = {each["code"] for each in expected} - SEVERAL
    told = [each for each in seeds[ref].findings if each.code in codes]

    assert [
        each for each in told if not any(fits(seeds[ref], each, e) for e in expected if e["code"] == each.code)
    ] == []
