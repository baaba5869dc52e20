"""Which provision people mean, however they write it."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.verbs.law_change import Wanted, named

WORDS = {
    "SEL:100": ("SEL", "100"),
    "sel:§100": ("SEL", "100"),
    "SEL:83a": ("SEL", "83 a"),
    "SEL § 83 A": ("SEL", "83 a"),
    "serviceloven § 83": ("SEL", "83"),
    "Lov om social service:83": ("SEL", "83"),
    "ÆL": ("ÆL", ""),
    "æl:": None,
    "BEK1575": ("BEK1575", ""),
    "BEK1575:1": ("BEK1575", "1"),
    "XX:1": None,
    "": None,
    "§ 83": None,
}


@pytest.mark.parametrize("word", WORDS)
def test_provision_is_read(word: str) -> None:
    expected = WORDS[word]
    assert named(word) == (Wanted(*expected) if expected else None)


@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(st.text(max_size=20) | st.text("SEL:§ 83aæÆ", max_size=12))
def test_any_word_is_read_or_refused(word: str) -> None:
    found = named(word)
    assert found is None or found.act
