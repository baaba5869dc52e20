"""The comparison for machines."""

import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import Entry, compare
from qstd.exports.comparison_json import Words, comparison_json
from tests.compare.seeds import ENTRIES
from tests.standards_strategies import standards

WORDS = Words(kind=lambda kind, role: f"{kind}/{role}", topic=str.upper, fact=lambda fact: f"vist\u00a0{fact.kind}")


def exported(entries: Any) -> Any:
    return json.loads(comparison_json(compare(entries), WORDS))


def row(whole: Any, kind: str) -> Any:
    return next(each for each in whole["facts"] if each["kind"] == kind)


def test_columns_in_the_order_asked_for() -> None:
    assert [each["ref"] for each in exported(ENTRIES)["columns"]] == [each.ref for each in ENTRIES]


def test_a_row_for_each_kind() -> None:
    whole = exported(ENTRIES)
    age, follow_up = row(whole, "age"), row(whole, "follow_up")

    assert age["verdict"] == "some"
    assert age["label"] == "age/"
    assert age["cells"][0] == {
        "ref": "hvidovre/stoette-og-kontaktperson",
        "state": "stated",
        "values": [
            {
                "min": 18,
                "max": 64,
                "display": "vist age",
                "evidence": {
                    "section": "need",
                    "number": "2",
                    "heading": "Hvilket behov dækker ydelsen",
                    "quote": "voksne mellem 18 – 64 år",
                },
            }
        ],
        "section": "",
        "quote": "",
        "flags": [{"kind": "added_age_limit", "law": "law/sel-99", "missing": [], "total": 0}],
    }
    assert [each["state"] for each in follow_up["cells"]] == ["stated", "none", "absent"]
    assert follow_up["cells"][0]["values"][0]["interval"] == "P6M"


def test_the_groups_of_the_law() -> None:
    law = row(exported(ENTRIES), "target_group")["cells"][2]

    assert len(law["values"][0]["groups"]) == 3


def test_sections_word_for_word() -> None:
    need = next(each for each in exported(ENTRIES)["sections"] if each["topic"] == "need")

    assert (need["label"], need["verdict"]) == ("NEED", "some")
    assert need["cells"][0]["passages"][0] == {
        "section": "need",
        "number": "2",
        "heading": "Hvilket behov dækker ydelsen",
        "body": "Ordningen henvender sig til voksne mellem 18 – 64 år.",
        "audience": "everyone",
    }
    assert need["cells"][1] == {"ref": "lejre/stoettekontaktperson", "state": "absent", "passages": []}


def test_is_readable_text() -> None:
    data = comparison_json(compare(ENTRIES), WORDS)

    assert data.startswith(b'{\n  "schema": 1,\n')
    assert data.endswith(b"\n}\n")
    assert "Støtte".encode() in data


@given(st.lists(standards(), min_size=1, max_size=3))
@settings(max_examples=30, deadline=None)
def test_same_comparison_same_bytes_without_nulls(made: list[Any]) -> None:
    whole = compare([Entry(f"k/{at}", f"K{at}", each) for at, each in enumerate(made)])
    data = comparison_json(whole, WORDS)

    assert data == comparison_json(whole, WORDS)
    assert b": null" not in data
    assert len(json.loads(data)["facts"]) == len(whole.facts)
