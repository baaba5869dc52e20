"""When a standard counts as old, to the day."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd import lint
from qstd.lint.rule import Around
from qstd.lint.shared.dates import decided, in_words, months_before
from qstd.messages import words
from qstd.model.finding import Place
from qstd.model.standard import Approval, Standard

DAY = dt.date.fromisoformat


@pytest.mark.parametrize(
    ("day", "months", "before"),
    [
        ("2026-03-18", 12, "2025-03-18"),
        ("2024-02-29", 12, "2023-02-28"),
        ("2026-03-31", 1, "2026-02-28"),
        ("2026-01-15", 1, "2025-12-15"),
        ("2026-12-31", 24, "2024-12-31"),
        ("0001-06-01", 12, "0001-01-01"),
    ],
)
def test_months_before(day: str, months: int, before: str) -> None:
    assert months_before(DAY(day), months) == DAY(before)


@given(st.dates(), st.integers(0, 600))
def test_any_day_has_one_so_many_months_earlier(day: dt.date, months: int) -> None:
    earlier = months_before(day, months)

    assert earlier <= day
    assert earlier.day <= day.day


@given(st.dates())
def test_a_day_in_words_has_its_numbers(day: dt.date) -> None:
    said = words(in_words(day), "da")

    assert said.startswith(f"{day.day}. ")
    assert said.endswith(f" {day.year}")


@pytest.mark.parametrize(
    ("approval", "expected"),
    [
        (None, None),
        (Approval(body="Byrådet"), None),
        (Approval(date=DAY("2025-12-10")), ("date", DAY("2025-12-10"))),
        (Approval(date=DAY("2025-12-10"), effective_from=DAY("2026-01-01")), ("effective_from", DAY("2026-01-01"))),
        (Approval(date=DAY("2025-12-10"), effective_from=DAY("2025-01-01")), ("date", DAY("2025-12-10"))),
    ],
)
def test_the_later_day_counts(approval: Approval | None, expected: tuple[str, dt.date] | None) -> None:
    assert decided(approval) == expected


def codes(service: str, approved: str, today: str) -> set[str]:
    """The codes of the rules about age."""
    approval = Approval(date=DAY(approved), body="Byrådet")
    standard = Standard(schema=1, title="t", service=service, status="in_force", approval=approval)
    around = Around(DAY(today), "lejre", None, lambda path, line: Place("x.yaml", 1, 1, path))
    return {each.code for each in lint.check(standard, around)} & {"M002", "M003", "M005", "M006"}


@pytest.mark.parametrize(
    ("service", "today", "expected"),
    [
        ("sel-83", "2026-03-18", {"M006"}),
        ("sel-83", "2026-03-19", {"M002"}),
        ("sel-83", "2030-01-01", {"M002"}),
        ("sel-85", "2026-03-18", {"M005"}),
        ("sel-85", "2026-03-19", set()),
        ("sel-85", "2027-03-18", set()),
        ("sel-85", "2027-03-19", {"M003"}),
        ("sel-85", "2024-01-01", {"M005"}),
    ],
)
def test_a_standard_is_old_the_day_after(service: str, today: str, expected: set[str]) -> None:
    assert codes(service, "2025-03-18", today) == expected
