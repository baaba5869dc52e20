"""Web pages: the cases in `html_cases`, and that no word is lost on the way."""

from pathlib import Path

import pytest

from qstd.model.outline import paragraphs
from tests.cases.case_file import Case, read
from tests.readers.html_parts import SIGNS, lines, outline, unbalanced

CASES = [read(path) for path in sorted((Path(__file__).parent / "html_cases").glob("*.case"))]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    found = outline(case.parts["source"])

    assert [line.rstrip() for line in lines(found.blocks)] == [
        line.rstrip() for line in case.parts["outline"].splitlines()
    ]
    furniture = [f"{each.kind}: {each.text.translate(SIGNS)}" for each in found.furniture]
    assert furniture == case.parts.get("furniture", "").splitlines()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_no_word_is_lost(case: Case) -> None:
    assert not unbalanced(outline(case.parts["source"]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_spots(case: Case) -> None:
    found = outline(case.parts["source"])
    last = case.parts["source"].count("\n") + 1

    spots = [para.spot for para in paragraphs(found.blocks)]
    assert all(1 <= spot.line <= last for spot in [*spots, *(each.spot for each in found.furniture)])
    assert sorted(spot.paragraph for spot in spots) == list(range(1, len(spots) + 1))
