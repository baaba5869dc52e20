"""Filters in a fixed order: the form of Pagefind's files is read and written as it is, and another form is refused."""

import gzip
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd.writers.search_order import _coded, _read, _value, ordered

values = st.recursive(st.integers(0, 2**40) | st.text(), st.lists, max_leaves=30)


@given(values)
def test_a_value_is_read_as_it_was_written(value: object) -> None:
    coded = _coded(value)
    assert _value(coded, 0) == (value, len(coded))


def packed(value: object) -> bytes:
    return gzip.compress(b"pagefind_dcd" + _coded(value))


def test_filters_and_their_values_are_sorted() -> None:
    meta = ["1", [], [], [["ydelse", "da_1"], ["kommune", "da_2"]], [], []]
    files = {
        "pagefind-entry.json": json.dumps({"languages": {"da": {"hash": "da_0"}}}).encode(),
        "pagefind.da_0.pf_meta": packed(meta),
        "filter/da_1.pf_filter": packed(["ydelse", [["Å", [0]], ["B", [300, 70000]]]]),
        "filter/da_2.pf_filter": packed(["kommune", []]),
    }
    made = ordered(files)
    name = json.loads(made["pagefind-entry.json"])["languages"]["da"]["hash"]
    listed = _read(made[f"pagefind.{name}.pf_meta"])[3]
    assert [each[0] for each in listed] == ["kommune", "ydelse"]
    assert _read(made[f"filter/{listed[1][1]}.pf_filter"]) == ["ydelse", [["B", [300, 70000]], ["Å", [0]]]]
    assert len(made) == len(files)


@pytest.mark.parametrize(
    "data", [b"otherformat!\x80", b"pagefind_dcd\xa0", b"pagefind_dcd\x80\x80", b"pagefind_dcd\x18\x01"]
)
def test_another_form_is_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="version"):
        _read(gzip.compress(data))
