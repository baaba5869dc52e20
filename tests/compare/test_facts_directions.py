"""What a change means for the citizen: by cases, and what holds for any change."""

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare.directions import REASONS, direction
from qstd.compare.kinds import ROWS, kind_of
from qstd.model.facts import AnyFact
from tests.compare.fact_cases import Case, cases, facts
from tests.standards_strategies import fact_of

CASES = cases("directions")
MIRRORED = {"more": "less", "less": "more", "neutral": "neutral"}
RECORDS = dict(zip(dict.fromkeys(kind for kind, _ in ROWS), get_args(AnyFact), strict=True))


@pytest.mark.parametrize(("kind", "case"), CASES, ids=[f"{kind}: {case['about']}" for kind, case in CASES])
def test_case(kind: str, case: Case) -> None:
    role = case.get("role", "")
    old, new = (facts(kind, role, case.get(side, [])) for side in ("old", "new"))
    found = direction(kind, role, old, new)
    back = direction(kind, role, new, old)

    assert found == (case["direction"], case["reason"])
    assert back[0] == MIRRORED[found[0]]


def test_every_kind_has_cases() -> None:
    assert {kind for kind, _case in CASES} == set(RECORDS)


def test_every_reason_comes_out_of_a_case_and_no_other() -> None:
    assert {case["reason"] for _kind, case in CASES} - {""} == set(REASONS)
    assert len(set(REASONS)) == len(REASONS)


@st.composite
def changes(draw: st.DrawFn) -> tuple[str, str, tuple[AnyFact, ...], tuple[AnyFact, ...]]:
    """Make two sides of one row, with facts of their own and facts that both have."""
    kind, role = draw(st.sampled_from(ROWS))
    made: Any = st.lists(fact_of(RECORDS[kind]).filter(lambda each: kind_of(each) == (kind, role)), max_size=3)
    both, old, new = draw(made), draw(made), draw(made)
    return kind, role, tuple(both[:1] + old), tuple(new + both[:1])


@given(changes())
@settings(max_examples=400, deadline=None)
def test_a_change_back_is_the_mirror(change: tuple[str, str, tuple[AnyFact, ...], tuple[AnyFact, ...]]) -> None:
    kind, role, old, new = change
    found, reason = direction(kind, role, old, new)

    assert direction(kind, role, new, old)[0] == MIRRORED[found]
    assert reason in {"", *REASONS}
    assert direction(kind, role, old, old[::-1]) == ("neutral", "")
