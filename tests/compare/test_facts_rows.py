"""Rows of facts: by cases, and what holds for any columns."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare.facts import fact_rows
from qstd.model.comparison import Column, FactRow, Spread
from qstd.model.facts import AnyFact, Obligation
from qstd.model.standard import Section, Standard
from tests.compare.fact_cases import Case, cases, facts
from tests.compare.seeds import said, standard
from tests.standards_strategies import fact_of

CASES = cases("facts")
# A fact of another kind, for a statute that says something, though not of the kind of the case.
ELSEWHERE = Obligation(kind="obligation", text="x", evidence=said("special", "x"))


def rows(standards: Sequence[Standard]) -> tuple[FactRow, ...]:
    return fact_rows([column(each, at) for at, each in enumerate(standards)], standards)


def column(made: Standard, at: int) -> Column:
    is_law = made.municipality == "law"
    return Column(f"{made.municipality}/{at}", "", "", made.service, is_law=is_law, has_facts=bool(made.facts))


def columns(kind: str, role: str, case: Case) -> list[Standard]:
    found = []
    for each in case["columns"]:
        own = facts(kind, role, each.get("facts", []))
        sections = (Section(topic=each["bare"], body="Ingen"),) if "bare" in each else ()
        if each.get("law") and "unread" not in each:
            own = (*own, ELSEWHERE) if kind != "obligation" else own
        made = standard("law" if each.get("law") else "a", sections, own)
        found += [replace(made, service=each.get("service", "sel-99"))] * each.get("times", 1)
    return found


def told(spread: Spread) -> str:
    unit = "/".join(filter(None, (spread.unit, spread.per)))
    low, median, high = (f"{each.normalize():f}" for each in (spread.low, spread.median, spread.high))
    return f"{unit} {low} {median} {high} of {spread.count}"


@pytest.mark.parametrize(("name", "case"), CASES, ids=[f"{name}: {case['about']}" for name, case in CASES])
def test_case(name: str, case: Case) -> None:
    kind, _, role = case["row"].partition("/")
    made = columns(kind, role, case)
    (row,) = (each for each in rows(made) if (each.kind, each.role) == (kind, role))
    flags = {at: [flag.kind for flag in cell.flags] for at, cell in enumerate(row.cells) if cell.flags}

    assert (row.verdict, row.note) == (case["verdict"], case.get("note", ""))
    assert list(row.groups) == case["groups"]
    assert [told(each) for each in row.spreads] == case.get("spreads", [])
    assert list(row.outliers) == case.get("outliers", [])
    assert flags == {int(at): kinds for at, kinds in case.get("flags", {}).items()}


# Few values, so that answers meet; with them the kinds of quantity that cannot be compared.
_FEW: dict[tuple[str, str], list[Case]] = {
    ("deadline", "decision"): [
        {"value": value, "unit": unit, "day_kind": days}
        for value in (1, 2, 7, 14)
        for unit in ("hour", "day", "week", "month")
        for days in ("calendar", "working", "unspecified")
    ],
    ("price", ""): [
        {"mode": "fixed", "amount": amount, "per": per} for amount in (50, 61) for per in ("meal", "month")
    ],
    ("access", ""): [{"mode": "visited"}, {"mode": "unvisited"}],
}
_MADE = {row: [facts(*row, [value])[0] for value in values] for row, values in _FEW.items()}


@st.composite
def made_columns(draw: st.DrawFn) -> list[Standard]:
    own = draw(st.sampled_from(sorted(_FEW)))
    of_row = st.lists(st.sampled_from(_MADE[own]), max_size=2)
    any_fact: Any = st.one_of(*map(fact_of, get_args(AnyFact)))
    each = st.builds(
        lambda whose, some, more: standard(whose, (), (*some, *more)),
        st.sampled_from(["a", "b", "c", "law"]),
        of_row,
        st.lists(any_fact, max_size=2),
    )
    return draw(st.lists(each, min_size=1, max_size=9))


@given(made_columns())
@settings(max_examples=150, deadline=None)
def test_what_holds_for_any_row(made: list[Standard]) -> None:
    law = {at for at, each in enumerate(made) if each.municipality == "law"}
    for row in rows(made):
        answering = [each for each in row.groups if each]
        counts = [answering.count(number) for number in sorted(set(answering))]

        assert sorted(set(answering)) == list(range(1, len(counts) + 1))
        assert counts == sorted(counts, reverse=True)
        assert not law.intersection(row.outliers)
        assert all(row.groups[at] or row.cells[at].facts for at in row.outliers)
        assert (row.verdict in ("different", "incomparable")) == (len(counts) > 1)
        assert not (row.note and row.verdict not in ("different", "incomparable"))
        assert row.note or row.verdict != "incomparable"
        for spread in row.spreads:
            assert spread.low <= spread.median <= spread.high
            assert 2 <= spread.count <= len(made) - len(law)


@given(made_columns(), st.data())
@settings(max_examples=100, deadline=None)
def test_columns_may_stand_in_any_order(made: list[Standard], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(made))))
    for one, other in zip(rows(made), rows([made[at] for at in order]), strict=True):
        assert (one.kind, one.role, one.verdict, one.note) == (other.kind, other.role, other.verdict, other.note)
        assert one.spreads == other.spreads
        assert {order.index(at) for at in one.outliers} == set(other.outliers)
        for mine, its in combinations(range(len(made)), 2):
            alike = one.groups[order[mine]] == one.groups[order[its]]
            assert alike == (other.groups[mine] == other.groups[its])


@given(made_columns())
@settings(max_examples=100, deadline=None)
def test_nothing_differs_from_itself(made: list[Standard]) -> None:
    for row in rows([made[0], made[0], made[0]]):
        assert (row.verdict in ("equal", "nobody"), row.note, row.outliers) == (True, "", ())
        assert set(row.groups) <= {0, 1}


@pytest.mark.parametrize("digits", [20, 5000])
def test_numbers_beyond_all_measure_do_no_harm(digits: int) -> None:
    periods = (f"P{'9' * digits}{unit}" for unit in "YMWD")
    values = [{"subject": ["decision"], "body": "Nævnet", "period": each} for each in (*periods, "P4W")]
    (row,) = rows([standard("a", (), facts("complaint", "", [each])) for each in values])

    assert row.verdict == "different"
    assert row.groups == (1, 2, 3, 4, 5)


def test_every_kind_that_is_a_quantity_has_cases() -> None:
    tested = {case["row"].partition("/")[0] for _name, case in CASES}

    assert {"deadline", "extent", "price", "age", "follow_up", "complaint"} <= tested
