"""Legal references in running text. In the case files each is marked: ⟦the words|act and first paragraph⟧."""

import re
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import catalogue
from qstd.citations import references
from tests.cases.case_file import Case, cases
from tests.pace import is_even

MARKED = re.compile(r"⟦(.*?)\|.*?⟧")
PIECES = st.sampled_from(
    (
        *(
            "serviceloven",
            "Servicelovens",
            "lov om social service",
            "Lov om",
            "SEL",
            "SL",
            "sundhedslovens",
            "barnets lov",
        ),
        *(
            " ",
            "\n",
            "\u00a0",
            "§",
            "§§",
            " § ",
            "99",
            "83 a",
            "83a",
            ",",
            " og ",
            "-",
            "–",
            "i bekendtgørelse",
            "stk. 1",
        ),
        *("loven", "İ", "ı", "ſ", "Ⅷ", "٣", ".", "vejledning nr. 1", "m.v.", "x"),
    )
)


def marked(text: str, own_act: str, context: str = "") -> str:
    """The text with every reference marked as in the case files."""
    out, at = "", 0
    for each in references(text, own_act, context):
        out += f"{text[at : each.start]}⟦{text[each.start : each.end]}|{each.act.key} {each.paragraph}⟧"
        at = each.end
    return out + text[at:]


@cases("citations")
def test_case(case: Case) -> None:
    for line in case.lines("texts"):
        assert line == marked(MARKED.sub(r"\1", line), case.lines("own act")[0])


@pytest.mark.parametrize(
    ("context", "expected"),
    [
        ("", "efter ⟦§ 85|SEL 85⟧"),
        ("Efter serviceloven gives hjælp efter § 85.", "efter ⟦§ 85|SEL 85⟧"),
        ("Efter sundhedsloven gives hjælp efter § 85.", "efter § 85"),
    ],
)
def test_the_text_around_says_what_a_paragraph_can_mean(context: str, expected: str) -> None:
    assert expected == marked("efter § 85", "SEL", context)


@settings(max_examples=250, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=20), st.sampled_from(("SEL", "SUL", "")))
def test_references_are_sorted_apart_and_stand_in_the_text(text: str, own_act: str) -> None:
    found = references(text, own_act)
    edges = [edge for each in found for edge in (each.start, each.end)]

    assert edges == sorted(edges)
    assert [each for each in found if not 0 <= each.start < each.end <= len(text)] == []
    assert [each for each in found if "§" not in text[each.start : each.end]] == []
    assert [
        each for each in found if not text[each.start : each.end].replace("\n", " ").count(each.paragraph[:1])
    ] == []


def names(act: catalogue.Act) -> set[str]:
    """What an act is called."""
    return {act.title, act.popular or act.title, *act.abbreviations}


def test_every_act_is_found_by_each_name_that_is_its_alone() -> None:
    shared = Counter(name for act in catalogue.acts().values() for name in names(act))
    for act in catalogue.acts().values():
        for name in names(act):
            expected = [act.key] if shared[name] == 1 else []

            assert expected == [each.act.key for each in references(f"{name} § 7", "")]


@pytest.mark.parametrize("text", ["§ " + "9 " * 20_000, "lov om " * 20_000, "§ 1, " * 20_000, "serviceloven " * 10_000])
def test_long_texts_take_as_long_as_they_are(text: str) -> None:
    assert is_even(lambda text: references(text, "SEL"), text)
