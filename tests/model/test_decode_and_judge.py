"""Two ways from plain values to a record: what the fast one takes, the judge takes too, and makes the same of it."""

from typing import Any, get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.model import validate
from qstd.model.decode import MismatchError, decode
from qstd.model.facts import FACT_KINDS, AnyFact
from qstd.model.municipality import Municipality
from qstd.model.plain import plain
from qstd.model.standard import Standard
from tests.model.mutations import damaged, small, standards
from tests.standards_strategies import fact_of
from tests.standards_strategies import standards as any_standards

REAL = standards()
MUNICIPALITY = {
    "name": "Lejre Kommune",
    "code": "0350",
    "contact": {"address": "Møllebjergvej 4", "phone": 46464646, "mail": "post@example.org", "hours": "9-15"},
    "logo": "logo.svg",
    "colours": {"brand": "#2e6b4f", "brand_dark": "#63ad88"},
    "fragments": {"klage": {"body": "Du kan klage.\n"}, "klage_lang": {"body": "Mere.\n", "use": "klage"}},
}


def agree(kind: Any, value: Any) -> None:
    """Hold the fast way and the judge together on one value."""
    verdict: validate.Verdict[Any] = validate.judge(kind, value)
    try:
        record: Any = decode(kind, value)
    except MismatchError:
        assert (verdict.record is None) == bool(verdict.faults)
        assert [each for each in verdict.faults if not each.kind] == []
        return
    assert (record, ()) == (verdict.record, verdict.faults)


@pytest.mark.parametrize("value", REAL, ids=lambda value: value["title"][:40])
def test_the_real_standards(value: Any) -> None:
    record = decode(Standard, value)

    assert record == validate.judge(Standard, value).record
    assert record == decode(Standard, plain(record))
    assert within(value, plain(record))


def within(part: Any, whole: Any) -> bool:
    """Tell whether everything that was written stands in the record's plain values."""
    if isinstance(part, dict):
        return all(key in whole and within(inner, whole[key]) for key, inner in part.items())
    if isinstance(part, list):
        return len(part) == len(whole) and all(map(within, part, whole))
    return bool(part == whole)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(REAL).flatmap(small) | st.sampled_from(REAL).flatmap(damaged))
def test_damaged_standards(value: Any) -> None:
    agree(Standard, value)


@settings(max_examples=100, deadline=None)
@given(damaged(MUNICIPALITY))
def test_damaged_municipalities(value: Any) -> None:
    agree(Municipality, value)


@pytest.mark.parametrize("kind", get_args(AnyFact), ids=lambda kind: kind.__name__)
def test_facts_of_each_kind(kind: type) -> None:
    @settings(max_examples=30, deadline=None)
    @given(fact_of(kind), st.data())
    def check(fact: Any, data: st.DataObject) -> None:
        whole = plain(fact)
        assert fact == decode(kind, whole)
        agree(kind, whole)
        agree(kind, data.draw(damaged(whole)))
        agree(Standard, REAL[0] | {"facts": [data.draw(damaged(whole))]})

    check()


@settings(max_examples=60, deadline=None)
@given(any_standards())
def test_plain_values_of_a_standard_make_it_again(standard: Standard) -> None:
    assert standard == decode(Standard, plain(standard))


def test_each_kind_of_fact_is_listed_once() -> None:
    assert len(FACT_KINDS) == len(set(FACT_KINDS)) == len(get_args(AnyFact))
    assert tuple(fact["kind"] for fact in REAL[0]["facts"] if fact["kind"] not in FACT_KINDS) == ()
