"""What each record refuses by itself: values that fit one by one and not together."""

from typing import Any

import pytest

from qstd.model.decode import MismatchError, decode
from qstd.model.standard import Standard
from qstd.model.validate import Fault, judge

HEAD = {"schema": 1, "title": "t", "service": "sel-99", "status": "draft"}
EVIDENCE = {"section": "need", "quote": "18"}

REFUSED: list[tuple[str, dict[str, Any]]] = [
    ("age_range", {"kind": "age", "min": 65, "max": 64}),
    ("deadline_value", {"kind": "deadline", "role": "start"}),
    ("deadline_value", {"kind": "deadline", "role": "start", "value": 7}),
    ("deadline_value", {"kind": "deadline", "role": "start", "value": 7, "unit": "day", "unbounded": True}),
    ("follow_up_mode", {"kind": "follow_up", "mode": "interval"}),
    ("follow_up_mode", {"kind": "follow_up", "mode": "ad_hoc", "interval": "P6M"}),
    ("follow_up_mode", {"kind": "follow_up", "mode": "events"}),
    ("follow_up_mode", {"kind": "follow_up", "mode": "none", "offsets": ["P1M"]}),
    ("price_amount", {"kind": "price", "mode": "fixed"}),
    ("price_amount", {"kind": "price", "mode": "capped"}),
    ("obligation_text", {"kind": "obligation"}),
    ("obligation_text", {"kind": "obligation", "text": "Rygning forbudt", "none": True}),
]
TAKEN: list[dict[str, Any]] = [
    {"kind": "age"},
    {"kind": "age", "min": 18},
    {"kind": "age", "min": 18, "max": 18},
    {"kind": "deadline", "role": "start", "value": 0, "unit": "day"},
    {"kind": "deadline", "role": "duration", "unbounded": True},
    {"kind": "follow_up", "mode": "interval", "interval": "P1Y6M"},
    {"kind": "follow_up", "mode": "events", "offsets": ["P1M", "P6M"]},
    {"kind": "follow_up", "mode": "none"},
    {"kind": "price", "mode": "free"},
    {"kind": "price", "mode": "fixed", "amount": 0},
    {"kind": "price", "mode": "capped", "amount": "52.50"},
    {"kind": "obligation", "none": True},
    {"kind": "obligation", "text": "Rygning forbudt"},
]


def standard(fact: dict[str, Any]) -> dict[str, Any]:
    return HEAD | {"facts": [fact | {"evidence": EVIDENCE}]}


@pytest.mark.parametrize(("word", "fact"), REFUSED, ids=lambda value: value if isinstance(value, str) else None)
def test_refused(word: str, fact: dict[str, Any]) -> None:
    with pytest.raises(MismatchError):
        decode(Standard, standard(fact))

    assert (Fault(("facts", 0), word),) == judge(Standard, standard(fact)).faults


@pytest.mark.parametrize("fact", TAKEN, ids=str)
def test_taken(fact: dict[str, Any]) -> None:
    record = decode(Standard, standard(fact))

    assert record == judge(Standard, standard(fact)).record
    assert record.facts[0].kind == fact["kind"]


@pytest.mark.parametrize(
    ("field", "value", "kind"),
    [
        ("date", "1444003200", "date_parsing"),
        ("date", "2015-02-30", "date_parsing"),
        ("date", "5. oktober 2015", "date_parsing"),
        ("date", 20151005, "date_type"),
        ("amount", "1e99999999", "decimal_parsing"),
        ("amount", "NaN", "decimal_parsing"),
        ("amount", "52,50", "decimal_parsing"),
        ("amount", "-1", "greater_than_equal"),
        ("amount", -1, "greater_than_equal"),
        ("amount", True, "is_instance_of"),
    ],
    ids=str,
)
def test_dates_and_amounts_are_read_as_written(field: str, value: Any, kind: str) -> None:
    price = HEAD | {"facts": [{"kind": "price", "mode": "fixed", "amount": value, "evidence": EVIDENCE}]}
    verdict = judge(Standard, price if field == "amount" else HEAD | {"approval": {"date": value}})

    assert [kind] == [each.kind for each in verdict.faults]
