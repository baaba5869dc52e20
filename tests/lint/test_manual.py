"""Every rule file is its own manual page, and every rule is known by one code."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from qstd import lint
from qstd.lint.rule import Rule
from qstd.verbs.corpus import read
from qstd.workspace import find

RULES = dict(zip(lint.names(), lint.rules(), strict=True))
SHARED = {"__init__", "rule"}
EACH = pytest.mark.parametrize(("name", "rule"), RULES.items(), ids=RULES.keys())
ROOT = Path(__file__).parents[2]


def manual(name: str) -> str:
    """The manual page of a rule."""
    return import_module(f"qstd.lint.{name}").__doc__ or ""


@EACH
def test_manual_page_begins_with_code_name_and_severity(name: str, rule: Rule) -> None:
    assert f"{rule.code} {name} ({rule.severity}): " == manual(name)[: len(f"{rule.code} {name} ({rule.severity}): ")]


@EACH
@pytest.mark.parametrize("part", ["Applies to ", "Why: ", "How to mend: ", "Bad: ", "Good: "])
def test_manual_page_has_all_parts(name: str, rule: Rule, part: str) -> None:
    assert part in manual(name)


def test_codes_are_unique_and_of_one_form() -> None:
    codes = [rule.code for rule in RULES.values()]

    assert sorted(set(codes)) == sorted(codes)
    assert [code for code in codes if not re.fullmatch(r"[KSLRDTPMAX]\d{3}", code)] == []


def test_every_file_is_a_rule_or_shared() -> None:
    files = {path.stem for path in (ROOT / "qstd" / "lint").glob("*.py")}

    assert files == {*lint.names(), *SHARED}


def test_the_files_of_the_real_standards_have_no_findings() -> None:
    workspace = find(ROOT)
    assert workspace is not None
    entries = workspace.entries()

    assert len(entries) >= 2
    assert [each for each in read(entries, ROOT).findings if each.code[0] not in lint.OF_CONTENT] == []
