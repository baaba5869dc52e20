"""Whatever stands on a page, and wherever: it is read without an error, and every word is in the outline once."""

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.readers.pdf import read
from tests.readers.pdf_parts import Page, outline, pdf, unbalanced

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
WORDS = st.text("abcæøåÅ18§.,:;-–•()/%&* ", min_size=1, max_size=40)
ACROSS, DOWN = st.integers(-20, 430), st.integers(-10, 600)
SIZES = st.sampled_from([1, 5, 8, 8, 8, 11, 14, 40])
MODES = st.sampled_from([0, 0, 0, 0, 2, 3])
TEXTS = st.lists(st.tuples(ACROSS, DOWN, WORDS, SIZES, st.booleans(), MODES), max_size=25)
RULES = st.lists(st.tuples(ACROSS, DOWN, st.booleans(), st.integers(0, 400)), max_size=14)
PAGES = st.lists(st.tuples(TEXTS, RULES), min_size=1, max_size=3)


@settings(max_examples=EXAMPLES, deadline=None)
@given(PAGES)
def test_every_word_of_any_page_is_in_the_outline_once(
    drawn: list[tuple[list[tuple[int, int, str, int, bool, int]], list[tuple[int, int, bool, int]]]],
) -> None:
    made = []
    for written, rules in drawn:
        page = Page()
        for x, y, words, size, bold, mode in written:
            page.text(x, y, words, size, bold, mode)
        for x, y, across, length in rules:
            page.rule(x, y, x + length if across else x, y if across else y + length)
        made.append(page)
    found = read(pdf(*made), "fil.pdf")
    assert found.outline is not None or found.findings
    if found.outline is not None:
        assert unbalanced(found.outline) == ({}, {})


@settings(max_examples=EXAMPLES, deadline=None)
@given(
    st.lists(st.lists(WORDS.map(str.strip).filter(bool), min_size=1, max_size=3), min_size=2, max_size=8), st.booleans()
)
def test_the_lines_of_a_column_stay_in_order(entries: list[list[str]], spaced: bool) -> None:
    page, y, said = Page(), 40.0, []
    for number, lines in enumerate(entries):
        for line in lines:
            page.text(40, y, f"x{number} {line}")
            said += f"x{number} {line}".split()
            y += 10
        y += 6 if spaced else 0
    words = [word for word in _reading(pdf(page)).split() if word.startswith("x")]
    assert words == [word for word in said if word.startswith("x")]


def _reading(data: bytes) -> str:
    from qstd.model.outline import paragraphs

    return " ".join(para.text for para in paragraphs(outline(data).blocks))
