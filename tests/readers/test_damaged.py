"""Whatever is done to a real standard: reading and checking never raise, and every finding has its line."""

import datetime as dt
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import lint
from qstd.lint.rule import Around
from qstd.messages import words
from qstd.readers.yaml_file import read_standard
from tests.model.mutations import ANYTHING, small, standards

TODAY = dt.date(2026, 1, 1)


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(standards()).flatmap(small) | ANYTHING)
def test_reading_and_checking_never_raise(values: Any) -> None:
    source = read_standard(json.dumps(values, ensure_ascii=False, indent=1).encode(), "x.yaml", "lejre")
    checked = list(source.findings)
    if source.record is not None:
        checked += lint.check(source.record, Around(TODAY, "lejre", None, source.locate))

    assert [each for each in checked if not words(each.message, "da")] == []
    assert [each for each in checked if each.code[0] in "FK" and not each.place.line] == []
    assert (source.record is not None and not source.findings) == source.whole


@settings(max_examples=50, deadline=None)
@given(st.sampled_from(standards()), st.lists(st.integers(0, 9), min_size=1, max_size=3), st.integers(0, 9))
def test_a_fault_hides_no_other(standard: Any, faulty: list[int], wrong: int) -> None:
    facts = [dict(each) for each in standard["facts"]]
    for number in faulty:
        facts[number]["ukendt"] = 1
    facts[wrong] = facts[wrong] | {"evidence": facts[wrong]["evidence"] | {"section": "nowhere"}}
    source = read_standard(json.dumps(standard | {"facts": facts}).encode(), "x.yaml", "lejre")
    assert source.record is not None
    found = list(lint.check(source.record, Around(TODAY, "lejre", None, source.locate)))
    expected = [] if wrong in faulty else [("K001", ("facts", wrong, "evidence", "section"))]

    assert expected == [(each.code, each.place.path) for each in found if each.code[0] == "K"]
