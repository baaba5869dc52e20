"""Every word of every standard stands in its own column of a comparison, on the screen and on paper."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.compare import Entry, compare
from qstd.model.document import Blocks, Table
from qstd.model.standard import Standard
from qstd.present.comparison import comparison_document
from tests.compare.version_strategies import standards


@pytest.mark.parametrize("paper", [False, True])
@settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
@given(made=st.lists(standards, min_size=2, max_size=6))
def test_no_word_is_lost(paper: bool, made: list[Standard]) -> None:
    entries = [
        Entry(f"k{at}/x", f"By{at}", replace(each, title=f"Standard {at}", municipality=f"k{at}"))
        for at, each in enumerate(made)
    ]
    shown = in_columns(comparison_document(compare(entries), paper=paper).blocks)

    for at, each in enumerate(made):
        missing = Counter(words(said(each))) - shown[f"By{at}"]
        assert not missing, (at, missing)


def said(standard: Standard) -> str:
    return " ".join(f"{each.number or ''} {each.heading} {prose.text(each.body)}" for each in standard.sections)


def in_columns(blocks: Blocks) -> dict[str, Counter[str]]:
    """The words in each column of the tables, by its name."""
    found: dict[str, Counter[str]] = {}
    for table in tables(blocks):
        for row in table.body:
            for cell in row.cells:
                text = " ".join((*prose.block_texts(cell.blocks), *numbers(cell.blocks)))
                found.setdefault(cell.column, Counter()).update(words(text))
    return found


def tables(blocks: Blocks) -> Iterator[Table]:
    return (each for each in blocks if isinstance(each, Table))


def numbers(blocks: Blocks) -> Iterator[str]:
    return (number for each in blocks if (number := getattr(each, "number", "")))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)
