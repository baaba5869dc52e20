"""The whole grammar of citations: every form with what it is, and whatever may stand in a text."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import catalogue
from qstd.citations import Citation, citations
from qstd.yaml_source import parse
from tests.pace import is_even

CASES = parse((Path(__file__).parents[1] / "cases" / "citations" / "grammar.yaml").read_bytes()).value
TEXTS = [each for group in CASES for each in group["texts"]]
WORDS = (
    "serviceloven Servicelovens SEL SUL loven lovens lejelovens lov om social service barnets § §§ paragraf 85 83 a 99 , . og "
    "- – + til stk. nr. litra 1 2 pkt. i efter jf. nummer af vejledning bekendtgørelse lovbekendtgørelse BEK 299 25/03/2010 "
    "31. februar 2024 principmeddelelse 21-21 ( ) \u200f \u200b \u00a0 \n İ ٣"
).split(" ")


def told(text: str, own: str) -> list[str]:
    """The citations of a text, in the words of the cases."""
    return [f"{text[each.start : each.end]} | {_what(each)}" for each in citations(text, own)]


def _what(each: Citation) -> str:
    act = "" if each.form == "principle" else "foreign" if each.foreign else each.act or "-"
    names = ("", "stk", "nr", "litra", "pkt")
    provisions = (
        " ".join(f"{name} {value}".strip() for name, value in zip(names, one, strict=True) if value)
        for one in each.provisions
    )
    lost = "" if each.sign else "without sign"
    return " ".join(filter(None, (each.form, act, ", ".join(provisions), lost, each.kind, each.number, each.date)))


@pytest.mark.parametrize("case", TEXTS, ids=[each["text"] for each in TEXTS])
def test_case(case: dict[str, Any]) -> None:
    assert case["found"] == told(case["text"], case.get("own", "SEL"))


@settings(deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=20).map(" ".join) | st.text(max_size=30), st.sampled_from(("SEL", "")))
def test_citations_are_sorted_and_stand_in_the_text(text: str, own: str) -> None:
    found = citations(text, own)

    assert [each.start for each in found] == sorted(each.start for each in found)
    assert [each for each in found if not 0 <= each.start < each.end <= len(text)] == []
    assert {each.act for each in found} <= {"", *catalogue.acts()}
    assert [each for each in found if (each.form == "provision") != bool(each.provisions)] == []
    assert [
        each for each in found if each.named and each.form in ("act", "provision") and each.name_end > each.end
    ] == []


def test_a_text_is_read_the_same_way_beside_another_one() -> None:
    for each in TEXTS:
        alone = [one for one in citations(each["text"], "SEL") if one.form in ("instrument", "series", "principle")]
        beside = citations(f"{each['text']}. Og mere.", "SEL")

        assert [one for one in beside if one.form in ("instrument", "series", "principle")] == alone


@pytest.mark.parametrize(
    "text",
    [
        "§ 9" + " " * 50_000,
        "§ 1 i x. " * 10_000,
        "lejeloven § 1. " * 5_000,
        "serviceloven, " * 5_000 + "§ 1 " * 5_000,
        "stk. 1, " * 10_000 + "§ 1",
        "vejledning nr. " * 10_000,
        "a" * 50_000 + "lov",
        "serviceloven" + " ,(" * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_texts_take_as_long_as_they_are(text: str) -> None:
    assert is_even(lambda text: citations(text, "SEL"), text)
