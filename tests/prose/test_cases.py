"""Markdown and what becomes of it: blocks, words, problems."""

from qstd import prose
from tests.cases.case_file import Case, cases
from tests.prose.notation import shown


@cases("prose")
def test_blocks(case: Case) -> None:
    expected = [line for line in case.parts["blocks"].split("\n") if line]

    assert expected == shown(prose.blocks(case.parts["markdown"]))


@cases("prose")
def test_text(case: Case) -> None:
    assert case.parts["text"].removesuffix("\n") == prose.text(case.parts["markdown"])


@cases("prose")
def test_problems(case: Case) -> None:
    found = [f"{each.kind} {each.line} {each.detail}" for each in prose.problems(case.parts["markdown"])]

    assert case.lines("problems") == [each.replace("\n", "\\n").strip() for each in found]
