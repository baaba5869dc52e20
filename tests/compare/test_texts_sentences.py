"""Sentences: where they end in Danish, as data; and that they never leave their text block."""

from itertools import pairwise
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.compare.sentences import leaves, sentences
from qstd.prose.sentences import spans
from tests.standards_strategies import BODIES

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "texts" / "sentences.yaml").read_text("utf-8"))
WORDS = ("Ord", "ord", "### Hoved", "§ 99", "stk. 2", "6. måned", "**fed**", "[a](b)", "| a | b |", "&amp;")
SIGNS = (
    "- ",
    "-",
    "1. ",
    "# ",
    "\n",
    "\n\n",
    "  \n",
    "\\\n",
    " ",
    "  ",
    ". ",
    "»",
    "(",
    "!",
    "|--|--|",
    "> ",
    "    ",
    "\t",
)
ODD = ("\u00a0", "\u2028")
PIECES = st.sampled_from((*WORDS, *SIGNS, *ODD))


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    parts = CASES[name].split(" | ")
    text = " ".join(parts).replace("\n ", "\n")

    assert [each for each in map(str.strip, parts) if each] == [text[start:end] for start, end in spans(text)]


@settings(max_examples=300, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60) | st.sampled_from(BODIES))
def test_leaves_are_the_text_blocks(body: str) -> None:
    assert leaves(body) == tuple(prose.block_texts(prose.blocks(body)))


@settings(max_examples=200, deadline=None)
@given(st.lists(PIECES, max_size=14).map("".join) | st.text(max_size=60))
def test_every_sentence_lies_in_its_leaf_and_none_is_lost(body: str) -> None:
    texts, found = leaves(body), sentences(body)
    for number, text in enumerate(texts):
        own = [(each.start, each.end) for each in found if each.leaf == number]
        said = [text[start:end] for start, end in own]

        assert all(each == each.strip() and each for each in said)
        assert "".join("".join(said).split()) == "".join(text.split())
        assert all(before[1] <= after[0] for before, after in pairwise(own))
