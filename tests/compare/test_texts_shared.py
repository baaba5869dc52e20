"""Paragraphs that several have: who has them, in which wording, and what differs."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare.shared import Paragraph, shared_texts
from qstd.model.comparison import Copy, SharedText

CASES = yaml.safe_load((Path(__file__).parents[1] / "cases" / "texts" / "shared.yaml").read_text("utf-8"))


def marked(shared: SharedText, copy: Copy) -> str:
    """A copy with what differs from the common wording in brackets."""
    if not copy.spans:
        return copy.text
    signs = {"same": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}
    return "".join(
        signs[each.op].format(
            shared.text[each.old_start : each.old_end]
            if each.op == "deleted"
            else copy.text[each.new_start : each.new_end]
        )
        for each in copy.spans
    )


@pytest.mark.parametrize("name", CASES)
def test_case(name: str) -> None:
    texts = CASES[name]["texts"]
    columns = list(texts)
    found = shared_texts([[Paragraph("s", at, text) for at, text in enumerate(texts[each])] for each in columns])
    told = [
        {"text": each.text, "copies": {columns[copy.column]: marked(each, copy) for copy in each.copies}}
        for each in found
    ]

    assert told == CASES[name]["shared"]


WORDS = "kommunen borgeren afgørelsen klagen inden uger kan skal og til hjælpen efter hjemmet støtten".split()
TEXT = st.lists(st.sampled_from(WORDS), min_size=6, max_size=12).map(" ".join)
COLUMN = st.lists(TEXT, max_size=4).map(lambda texts: [Paragraph(f"s{at}", 0, each) for at, each in enumerate(texts)])


@settings(max_examples=150, deadline=None)
@given(st.lists(COLUMN, min_size=2, max_size=5))
def test_every_copy_stands_where_it_is_said_to_and_its_spans_cover_both_texts(columns: list[list[Paragraph]]) -> None:
    seen: set[tuple[int, str]] = set()
    for shared in shared_texts(columns):
        assert len({each.column for each in shared.copies}) == len(shared.copies) > 1
        for copy in shared.copies:
            assert Paragraph(copy.section, copy.leaf, copy.text) in columns[copy.column]
            assert (copy.column, copy.section) not in seen
            seen.add((copy.column, copy.section))
            if copy.similarity < 1:
                told = [("same", 0, 0, 0, 0), *copy.spans, ("same", len(shared.text), 0, len(copy.text), 0)]
                ends = [(each[2], each[4]) for each in told[:-1]]
                assert [(each[1], each[3]) for each in told[1:]] == ends
            else:
                assert copy.text.casefold().split() == shared.text.casefold().split()


@settings(max_examples=100, deadline=None)
@given(st.lists(COLUMN, min_size=2, max_size=4), st.data())
def test_the_order_of_columns_makes_no_difference(columns: list[list[Paragraph]], data: st.DataObject) -> None:
    order = data.draw(st.permutations(range(len(columns))))

    def told(found: tuple[SharedText, ...], real: list[int]) -> set[tuple[str, frozenset[tuple[int, str, float]]]]:
        return {
            (each.text, frozenset((real[copy.column], copy.text, copy.similarity) for copy in each.copies))
            for each in found
        }

    one = told(shared_texts(columns), list(range(len(columns))))
    assert one == told(shared_texts([columns[at] for at in order]), order)
