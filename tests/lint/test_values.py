"""What the rules about deadlines, prices and contacts read out of a sentence."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd.lint.shared.deadlines import has_limit, tells_decision, tells_start
from qstd.lint.shared.rates import RATES, highest
from qstd.lint.shared.reach import can_be_reached, line_of, phones, reachable
from qstd.lint.shared.values import age_ranges, in_days, lengths, numbers, short


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("inden for 7 dage", [(7, "day", "unspecified")]),
        ("senest 3 arbejdsdage efter visitation", [(3, "day", "working")]),
        ("senest fem hverdage efter", [(5, "day", "working")]),
        ("inden 7 kalenderdage", [(7, "day", "calendar")]),
        ("4-6 uger", [(6, "week", "unspecified")]),
        ("4 til 6 uger, dog op til 12 måneder", [(6, "week", "unspecified"), (12, "month", "unspecified")]),
        ("inden fire uger", [(4, "week", "unspecified")]),
        ("6 mdr.", [(6, "month", "unspecified")]),
        ("i 2 år", [(2, "year", "unspecified")]),
        ("efter 2 døgn", [(2, "day", "unspecified")]),
        ("hver 6. måned", []),
        ("15 timer om måneden", []),
        ("2,5 uger", []),
        ("18-årige", []),
    ],
)
def test_lengths_of_time(sentence: str, expected: list[tuple[int, str, str]]) -> None:
    assert [(each.value, each.unit, each.day_kind) for each in lengths(sentence)] == expected


@pytest.mark.parametrize(
    ("value", "unit", "day_kind", "days"),
    [
        (14, "day", "calendar", 14),
        (10, "day", "working", 14),
        (3, "day", "working", 3),
        (2, "week", "unspecified", 14),
        (1, "month", "unspecified", 30),
        (12, "hour", "unspecified", 0),
    ],
)
def test_lengths_in_days(value: int, unit: str, day_kind: str, days: int) -> None:
    assert in_days(value, unit, day_kind) == days


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("voksne mellem 18 – 64 år", [(18, 64)]),
        ("mellem 18 og 67 år", [(18, 67)]),
        ("yngre borgere (18-24 år)", [(18, 24)]),
        ("i alderen 18 til 65 år", [(18, 65)]),
        ("mellem det fyldte 18. år og folkepensionsalderen", []),
        ("mellem 67 og 18 år", []),
        ("fra 8 til 16", []),
        ("over 18 år", []),
    ],
)
def test_ranges_of_ages(sentence: str, expected: list[tuple[int, int]]) -> None:
    assert [(low, high) for low, high, _ in age_ranges(sentence)] == expected


def test_numbers_in_digits_and_words() -> None:
    assert numbers("1.092 kr., 52,50 kr. og fire uger") == {Decimal(1092), Decimal("52.50"), Decimal(4)}


@pytest.mark.parametrize(
    ("sentence", "decision", "start"),
    [
        ("Du får svar senest 4 uger efter, at vi har modtaget din ansøgning.", True, False),
        ("Fristen er 4-6 uger fra ansøgningen.", True, False),
        ("Der vil blive reageret inden for 7 dage på en henvendelse.", True, False),
        ("Fra vi modtager ansøgningen, til du får svar, går der 4 uger.", True, False),
        ("Støtten begynder senest 5 hverdage efter afgørelsen.", False, True),
        ("Hjælpen iværksættes senest 3 hverdage efter, at du har fået besked.", False, True),
        ("Afgørelsen træffes, og støtten sættes i gang, inden for 4 uger.", True, True),
        ("Tilbuddet har åbent 5 dage om ugen.", False, False),
    ],
)
def test_decision_or_start(sentence: str, decision: bool, start: bool) -> None:
    assert (tells_decision(sentence), tells_start(sentence), has_limit(sentence)) == (decision, start, True)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Telefon 46 46 44 20", ["46 46 44 20"]),
        ("tlf. 6333 7904", ["6333 7904"]),
        ("Tlf: 20 47 22 69, hverdage 9-12", ["20 47 22 69"]),
        ("54 73 28 02", ["54 73 28 02"]),
        ("Ring på +45 12 34 56 78", ["+45 12 34 56 78"]),
        ("telefon 12 34 56 7", ["12 34 56 7"]),
        ("Telefon 12 34 56 78 9-12", ["12 34 56 78"]),
        ("Ring 112", []),
        ("befordring op til 1.092 kr. pr. år", []),
        ("nr. 10324 af 14. december 2017", []),
        ("24.000 2017", []),
    ],
)
def test_telephone_numbers(sentence: str, expected: list[str]) -> None:
    assert phones(sentence) == expected
    assert reachable(sentence) == bool(expected)


def test_the_line_of_a_number_in_an_address() -> None:
    body = "Først.\n\nLejre Kommune\\\nTelefon 12 34 56 78\n"

    assert line_of(body, 3, "12 34 56 78") == 4
    assert line_of(body, 3, "nowhere") == 3
    assert line_of(body, 0, "12 34 56 78") == 0


def test_nobody_can_be_reached_without_a_contact() -> None:
    assert can_be_reached(None) is False


def test_rates_are_known_by_year_and_have_a_source() -> None:
    assert highest("main_course_at_home", 2024) == Decimal(61)
    assert highest("main_course_at_home", 1999) is None
    assert len({(each.charge, each.year) for each in RATES}) == len(RATES)
    assert [each for each in RATES if not each.source] == []


@given(st.text(alphabet="0123456789 .,-–senestugedagår§()@+abcÅ\u200b\u200f\n", max_size=120))
def test_anything_can_be_read(text: str) -> None:
    assert all(each.days >= 0 for each in lengths(text))
    assert all(low < high for low, high, _ in age_ranges(text))
    assert all(number >= 0 for number in numbers(text))
    assert len(short(text)) <= 90
    assert all(phone in text for phone in phones(text))
    assert {tells_decision(text), tells_start(text), has_limit(text)} <= {True, False}
