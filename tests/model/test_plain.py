"""Records as plain values: what JSON can hold, and nothing that was not given."""

import datetime as dt
import json
from decimal import Decimal
from typing import Any

import pytest

from qstd.model.facts import Evidence, FollowUp, Price
from qstd.model.municipality import Colours, Contact, Fragment, Municipality
from qstd.model.plain import plain
from qstd.model.standard import Approval

EVIDENCE = Evidence(section="price", quote="52,50 kr.")


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (Approval(date=dt.date(2015, 10, 5)), {"date": "2015-10-05"}),
        (
            Price(kind="price", mode="fixed", amount=Decimal("52.50"), evidence=EVIDENCE),
            {
                "evidence": {"section": "price", "quote": "52,50 kr."},
                "kind": "price",
                "mode": "fixed",
                "amount": "52.50",
            },
        ),
        (
            FollowUp(kind="follow_up", mode="events", offsets=("P1M", "P6M"), evidence=EVIDENCE),
            {
                "evidence": {"section": "price", "quote": "52,50 kr."},
                "kind": "follow_up",
                "mode": "events",
                "offsets": ["P1M", "P6M"],
                "subject": "case",
            },
        ),
        (
            Municipality(
                name="Lejre Kommune",
                code="0350",
                contact=Contact(phone="46 46 46 46"),
                fragments={"a": Fragment(body="")},
            ),
            {
                "name": "Lejre Kommune",
                "code": "0350",
                "contact": {"phone": "46 46 46 46"},
                "colours": {},
                "fragments": {"a": {"body": ""}},
            },
        ),
        (Colours(), {}),
        ([False, 0, "", None], [False, 0, "", None]),
    ],
    ids=["date", "amount", "list", "mapping", "nothing", "scalars"],
)
def test_plain(record: Any, expected: Any) -> None:
    assert expected == plain(record)
    assert expected == json.loads(json.dumps(plain(record)))


def test_records_are_values() -> None:
    one, same, other = (Evidence(section="a", quote=quote) for quote in ("x", "x", "y"))

    assert one == same
    assert hash(one) == hash(same)
    assert one != other
    assert one != Approval()
    assert repr(one) == "Evidence(section='a', quote='x')"
