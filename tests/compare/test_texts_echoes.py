"""Echoes: what they find in the real standards and in made-up ones, and what people say of them."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd import catalogue, workspace
from qstd.compare import Entry, compare
from qstd.model.alignments import Alignment
from qstd.verbs.corpus import read_all
from tests.compare.text_cases import cell, echoes, plain, written

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests" / "cases" / "texts"
LEVELS = ("unsure", "fairly_sure", "sure", "confirmed")
REAL = yaml.safe_load((FOLDER / "echoes_real.yaml").read_text("utf-8"))
MADE = [yaml.safe_load(path.read_text("utf-8")) for path in sorted(FOLDER.glob("echoes_[!r]*.yaml"))]


def real(law: bool) -> list[Entry]:
    home = workspace.find(ROOT)
    service = catalogue.service("sel-99")
    assert home
    assert service
    assert service.baseline
    found = [
        Entry(each.entry.ref, each.entry.municipality, each.standard)
        for each in read_all(home).standards
        if each.standard
    ]
    return found + ([Entry("law/sel-99", "loven", service.baseline)] if law else [])


@pytest.mark.parametrize(("name", "law"), [("with_law", True), ("without_law", False)])
def test_the_real_standards(name: str, law: bool) -> None:
    found = echoes(compare(real(law)))
    told = {(f"{at[0]}/{at[1]}", to, level) for at, own in found.items() for to, level in own.items()}

    assert told == {(each["cell"], each["points"], each["confidence"]) for each in REAL[name]}


@pytest.mark.parametrize("case", MADE, ids=lambda case: case["service"])
def test_made_up_municipalities(case: dict[str, Any]) -> None:
    found = echoes(compare([written(name, values, case["service"]) for name, values in case["columns"].items()]))
    told = {(f"{at[0]}/{at[1]}", to): level for at, own in found.items() for to, level in own.items()}
    missing = [
        each
        for each in case["expected"]
        if LEVELS.index(told.get((each["cell"], each["points"]), "unsure")) < LEVELS.index(each["least"])
    ]
    wrong = [
        (at, to, each["why"])
        for each in case["forbidden"]
        for at, to in told
        if at.startswith(each["cell"]) and to.startswith(each["points"])
    ]

    assert (missing, wrong) == ([], [])


def test_many_columns_find_what_few_do() -> None:
    """With many columns each hole is compared with what is typical; the displaced price is still found, and only there."""
    price = "Ledsagelsen er gratis, men borgeren betaler selv for billetter og kørsel."
    usual = [
        plain(f"k{at}", ("price", f"{price} Det gælder også i {at}."), ("scope", f"Der gives {at} timer om måneden."))
        for at in range(12)
    ]
    hidden = plain(
        "skjult", ("activities", f"Ledsageren følger med ud. {price}"), ("scope", "Der gives 9 timer om måneden.")
    )
    silent = plain("tavs", ("activities", "Ledsageren følger med ud."), ("scope", "Der gives 9 timer om måneden."))
    found = echoes(compare([*usual, hidden, silent]))

    assert found == {("skjult", "price"): {"skjult/activities": "sure"}}


# ---------- What people have said ----------

SAID = "Tilbuddet er frivilligt, og borgeren har ret til at være anonym."
ONE = plain("a", ("special", SAID), ("price", "Det er gratis at få hjælp."))
OTHER = plain("b", ("activities", f"Vi tager med til lægen. {SAID}"), ("special", ""), ("scope", "Der gives to timer."))


def said(section: str, to_section: str, verdict: Any, one: str = "a", other: str = "b") -> Alignment:
    return Alignment(
        from_=f"{one}/hjaelp", section=section, to=f"{other}/hjaelp", to_section=to_section, verdict=verdict
    )


def test_without_a_word_from_anyone() -> None:
    found = echoes(compare([ONE, OTHER]))

    assert set(found) == {("a", "special"), ("a", "activities"), ("b", "special"), ("b", "activities")}


@pytest.mark.parametrize(
    "rejected", [said("special", "activities", "rejected"), said("activities", "special", "rejected", "b", "a")]
)
def test_what_was_rejected_is_never_shown(rejected: Alignment) -> None:
    assert echoes(compare([ONE, OTHER], [rejected])) == {}


def test_the_pointer_from_an_empty_section_can_be_rejected_by_itself() -> None:
    found = echoes(compare([ONE, OTHER], [said("special", "activities", "rejected", "b", "b")]))

    assert set(found) == {("a", "special"), ("a", "activities"), ("b", "activities")}


def test_what_was_confirmed_is_shown_both_ways_and_in_the_hole() -> None:
    whole = compare([ONE, OTHER], [said("price", "scope", "confirmed"), said("special", "activities", "confirmed")])

    assert echoes(whole) == {
        ("a", "special"): {"b/activities": "confirmed"},
        ("a", "activities"): {"a/special": "confirmed"},
        ("b", "special"): {"b/activities": "confirmed"},
        ("b", "activities"): {"a/special": "confirmed"},
        ("a", "price"): {"b/scope": "confirmed"},
        ("b", "price"): {"b/scope": "confirmed"},
        ("b", "scope"): {"a/price": "confirmed"},
        ("a", "scope"): {"a/price": "confirmed"},
    }
    assert {each.score for each in cell(whole, "b", "price").echoes} == {1.0}


def test_confirmed_and_rejected_pairs_are_obeyed_among_many() -> None:
    more = [plain(f"k{at}", ("special", SAID)) for at in range(9)]
    pair = said("special", "activities", "rejected")
    free, bound = echoes(compare([ONE, OTHER, *more])), echoes(compare([ONE, OTHER, *more], [pair]))
    sure = echoes(compare([ONE, OTHER, *more], [said("special", "activities", "confirmed")]))

    assert set(free[("b", "special")]) == {"b/activities"}
    assert ("b", "special") not in bound
    assert sure[("b", "special")] == {"b/activities": "confirmed"}


def test_what_is_said_of_others_makes_no_difference() -> None:
    stray = [said("nowhere", "activities", "confirmed"), said("special", "activities", "rejected", "x", "y")]

    assert echoes(compare([ONE, OTHER])) == echoes(compare([ONE, OTHER], stray))


def test_where_a_column_says_none_there_is_no_hole() -> None:
    other = plain("b", ("activities", f"Vi tager med til lægen. {SAID}"), ("special", "ingen"))

    assert ("b", "special") not in echoes(compare([ONE, other]))
