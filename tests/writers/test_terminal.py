"""The terminal writer: no word is lost at any width, no line is too long, and nothing depends on colour."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rich.cells import cell_len

from qstd.compare import Entry, compare
from qstd.model import document as d
from qstd.present.comparison import comparison_document
from qstd.writers.terminal import write
from tests.compare.seeds import ENTRIES
from tests.standards_strategies import standards

SEEDS = comparison_document(compare(ENTRIES))
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
WIDTHS = [20, 40, 60, 100, 160]


def page(*blocks: d.Block) -> d.Document:
    return d.Document(title="", blocks=blocks)


def paragraph(text: str) -> d.Paragraph:
    return d.Paragraph((d.Text(text),))


def texts(value: Any) -> Iterator[str]:
    """Yield all the characters of a document."""
    if isinstance(value, d.Text):
        yield value.text
    for name in ("blocks", "items", "head", "body", "cells", "inlines", "title", "caption", "label"):
        parts = getattr(value, name, ())
        if isinstance(parts, tuple):
            for each in parts:
                yield from texts(each)


def solid(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("width", WIDTHS)
def test_fits_the_width(width: int) -> None:
    assert max(map(cell_len, write(SEEDS, width, False).splitlines())) <= width


@pytest.mark.parametrize("width", WIDTHS)
def test_loses_no_word_of_a_comparison(width: int) -> None:
    written = write(SEEDS, width, False)
    lost = Counter(solid("".join(texts(SEEDS)))) - Counter(solid(written))

    assert not lost


def test_keeps_words_whole_where_there_is_room() -> None:
    written = set(write(SEEDS, 160, False).split())

    assert {word for text in texts(SEEDS) for word in text.split()} <= {each.strip(":") for each in written} | written


def test_says_the_same_without_colour() -> None:
    assert ESCAPE.sub("", write(SEEDS, 100, True)) == write(SEEDS, 100, False)
    assert "\x1b" not in write(SEEDS, 100, False)


def test_states_are_told_by_word_and_sign() -> None:
    written = write(SEEDS, 160, False)

    for sign in ("● Hver 6. måned", "○ Ingen opfølgning", "[ ] Overskrift uden tekst", "– Ikke oplyst"):
        assert sign in written
    assert "○ Oplyst som »ingen«" in written


def test_narrow_terminals_get_cards() -> None:
    lines = write(SEEDS, 50, False).splitlines()

    at = lines.index("Alder")
    assert lines[at + 1 : at + 5] == ["Kun Hvidovre", "Loven: – Ikke i § 99", "Hvidovre:", "  ● 18–64 år"]


def test_numbers_keep_their_units() -> None:
    written = write(page(paragraph("aaaa bbbb cccc 18\u00a0–\u00a064\u00a0år")), 20, False)

    assert written.splitlines() == ["aaaa bbbb cccc", "18 – 64 år"]


def test_long_words_go_on_in_the_next_line() -> None:
    word = "støttekontaktpersonordningens"

    assert solid(write(page(paragraph(word)), 20, False)) == word


def test_a_text_cannot_steer_the_terminal() -> None:
    assert "\x1b" not in write(page(paragraph("a\x1b[2Jb\x07")), 80, False)


def test_brackets_are_words() -> None:
    assert write(page(paragraph("[bold]fed[/bold] :smile:")), 80, False) == "[bold]fed[/bold] :smile:\n"


def test_changes_are_in_brackets() -> None:
    changed = d.Paragraph((d.Text("inden for "), d.Del((d.Text("14"),)), d.Ins((d.Text("7"),)), d.Text(" dage")))

    assert write(page(changed), 80, False) == "inden for [− 14][+ 7] dage\n"


def test_addresses_stand_in_the_text() -> None:
    links = d.Paragraph(
        (
            d.Link("https://example.org", (d.Text("her"),)),
            d.Text(", "),
            d.Link("mailto:a@example.org", (d.Text("a@example.org"),)),
            d.Text(" og "),
            d.Link("https://example.org/lov", (d.Text("§ 99"),), kind="law"),
        )
    )

    assert write(page(links), 80, False) == "her (https://example.org), a@example.org og § 99\n"


def test_lists_hang_from_their_signs() -> None:
    inner = d.Items((d.Item((paragraph("to"),)),), kind="ordered", start=3)
    outer = d.Items((d.Item((paragraph("en lang linje her"), inner)),))

    assert write(page(outer), 20, False).splitlines() == ["• en lang linje her", "  3. to"]


def test_headings_have_their_numbers() -> None:
    document = page(d.Heading(2, (d.Text("Klage"),), number="13"), d.Heading(3, (d.Text("Lov"),), number="§ 2"))

    assert write(document, 80, False).splitlines() == ["13. Klage", "---------", "", "§ 2 Lov"]


def test_spanning_cells_keep_their_columns() -> None:
    def row(*cells: d.Cell) -> d.Row:
        return d.Row(cells)

    def cell(text: str, **spans: Any) -> d.Cell:
        return d.Cell((paragraph(text),), **spans)

    table = d.Table((), (row(cell("a", rowspan=2), cell("b"), cell("c")), row(cell("d", colspan=2)), row(cell("e"))))
    lines = write(page(table), 80, False).splitlines()

    assert [line.split() for line in lines[::2]] == [["a", "b", "c"], ["d"], ["e"]]
    assert lines[2].index("d") == lines[0].index("b")


TEXT = st.text(st.characters(blacklist_categories=("Cc", "Cs", "Co", "Zl", "Zp")), max_size=30)


@given(st.lists(TEXT, min_size=1, max_size=6), st.integers(1, 120))
@settings(max_examples=60, deadline=None)
def test_loses_no_character_of_any_text(strings: list[str], width: int) -> None:
    rows = tuple(d.Row((d.Cell((paragraph(each),)), d.Cell((paragraph(each[::-1]),)))) for each in strings)
    document = page(*map(paragraph, strings), d.Table((), rows), d.Note(tuple(map(paragraph, strings))))
    written = write(document, width, False)

    assert not Counter(solid("".join(texts(document)))) - Counter(solid(written))


@given(st.lists(standards(), min_size=1, max_size=3), st.sampled_from(WIDTHS))
@settings(max_examples=20, deadline=None)
def test_loses_no_word_of_any_comparison(made: list[Any], width: int) -> None:
    entries = [Entry(f"k/{at}", f"K{at}", each) for at, each in enumerate(made)]
    document = comparison_document(compare(entries))

    assert not Counter(solid("".join(texts(document)))) - Counter(solid(write(document, width, False)))


def many(columns: int) -> d.Document:
    """A comparison of the law and so many municipalities."""
    law = next(each for each in ENTRIES if each.standard.municipality == "law")
    own = [Entry(f"k{at}/x", f"Kommune{at}", ENTRIES[at % 2].standard) for at in range(columns)]
    return comparison_document(compare([law, *own]))


@pytest.mark.parametrize("width", [60, 100, 160, 300])
def test_many_columns_fit_in_groups_and_lose_no_word(width: int) -> None:
    document = many(9)
    written = write(document, width, False)

    assert max(map(cell_len, written.splitlines())) <= width
    assert not Counter(solid("".join(texts(document)))) - Counter(solid(written))


def test_each_group_of_columns_has_the_law_and_says_which_it_is() -> None:
    lines = write(many(6), 100, False).splitlines()
    groups = [at for at, line in enumerate(lines) if line.startswith("Kolonne ")]

    assert [lines[at] for at in groups[:3]] == ["Kolonne 1–2 af 6", "Kolonne 3–4 af 6", "Kolonne 5–6 af 6"]
    assert [lines[at + 1].split() for at in groups[:2]] == [
        ["Oplysning", "Loven", "Kommune0", "Kommune1"],
        ["Oplysning", "Loven", "Kommune2", "Kommune3"],
    ]


def test_where_a_group_would_have_one_column_there_are_cards() -> None:
    assert "Kolonne 1" not in write(many(6), 70, False)


def test_shared_sentences_are_told_by_sign_and_word() -> None:
    marks = d.Paragraph(
        (
            d.Mark((d.Text("Den er gratis."),), "shared", title="Også hos Lejre"),
            d.Text(" "),
            d.Mark((d.Text("Ring først."),), "near", title="Næsten ens hos Lejre"),
        )
    )

    assert write(page(marks), 100, False) == (
        "= Den er gratis. [også hos Lejre] ≈ Ring først. [næsten ens hos Lejre]\n"
    )
