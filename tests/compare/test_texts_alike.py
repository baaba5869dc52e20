"""Sentences that others have too: what counts as the same, as near, and as neither."""

from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import compare, matching
from qstd.compare.alike import likeness
from qstd.compare.alphabet import Alphabet, words
from tests.compare.text_cases import cell, plain

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "texts" / "alike.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["why"])
def test_case(case: dict[str, Any]) -> None:
    whole = compare([plain("a", case["one"]), plain("b", case["other"])])
    found = [each for name in ("a", "b") for each in cell(whole, name, "t0").passages[0].sentences]
    expected = {"same": [((1,), ()), ((0,), ())], "near": [((), (1,)), ((), (0,))], "neither": []}

    assert expected[case["is"]] == [(each.same, each.near) for each in found]


def test_a_sentence_is_found_under_any_topic_and_marked_where_it_stands() -> None:
    said = "Borgeren kan klage over afgørelsen inden fire uger."
    whole = compare(
        [
            plain("a", ("price", "Gratis."), ("rights", f"### Klage\n\n- Ring.\n- Det er gratis. {said}")),
            plain("b", ("complaints", said)),
            plain("c", ("complaints", said.replace("fire", "seks"))),
        ]
    )
    [found] = cell(whole, "a", "rights").passages[0].sentences

    assert (found.leaf, found.same, found.near) == (2, (1,), (2,))
    assert said == f"Det er gratis. {said}"[found.start : found.end]


def test_what_stands_twice_in_one_column_is_not_shared() -> None:
    said = "Borgeren kan klage over afgørelsen inden fire uger."
    whole = compare([plain("a", said, said), plain("b", "Noget helt andet.")])

    assert [each for row in whole.topics for cell in row.cells for p in cell.passages for each in p.sentences] == []


WORDS = st.sampled_from("borgeren kan klage over afgørelsen inden fire uger til kommunen og ringe først ikke".split())
SAID = st.lists(WORDS, min_size=6, max_size=24).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.lists(SAID, min_size=2, max_size=8, unique=True), st.data())
def test_no_near_sentence_is_missed(said: list[str], data: st.DataObject) -> None:
    """The candidates that the runs of words give are all that a comparison of each with each would find."""
    edited = data.draw(st.sampled_from(said)).split()
    edited[data.draw(st.integers(0, len(edited) - 1))] = "andet"
    texts = sorted({*said, " ".join(edited)})
    known = likeness(enumerate(texts))
    alphabet = Alphabet()
    spelt = {each: alphabet.spell(words(each)) for each in texts if each in known.columns}
    expected = {
        frozenset({one, other})
        for one, other in combinations(spelt, 2)
        if matching.ratio(spelt[one], spelt[other]) >= 0.85
    }

    assert expected == {frozenset({one, other}) for one, found in known.near.items() for other in found}
