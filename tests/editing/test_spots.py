"""Spots: where quotes stand in Markdown."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from qstd.verbs.editing.spots import spot

CASES = yaml.safe_load((Path(__file__).parent.parent / "cases" / "write" / "spots.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda each: each["quote"] or "nothing")
def test_where(case: dict[str, Any]) -> None:
    found = spot(case["quote"], case["body"])
    assert (case["body"][slice(*found)] if found else None) == case["found"]


@given(st.text("ab *_[]()\n-|\\`.…", max_size=40), st.text("ab *_[]()\n-|\\`.…", max_size=200))
def test_it_always_answers(quote: str, body: str) -> None:
    found = spot(quote, body)
    assert found is None or 0 <= found[0] < found[1] <= len(body)
