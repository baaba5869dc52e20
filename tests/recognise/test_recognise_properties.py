"""Whatever an outline holds: nothing is raised, no word is lost, and the account says so."""

import os
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import prose
from qstd.model.outline import Outline, Para
from qstd.model.standard import StandardFile
from qstd.model.validate import read
from qstd.recognise import Hints, recognise
from qstd.recognise.markdown import body
from qstd.recognise.pieces import shown
from qstd.recognise.words import words
from tests.recognise.outlines import OUTLINES, PARAS, TABLES, para

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)


@given(OUTLINES)
@FUZZ
def test_every_word_is_accounted_for(outline: Outline) -> None:
    account = recognise(outline, Hints()).account
    assert (account.status, account.unplaced) == ("PASS", ())
    tally = account.words
    assert tally.source == tally.placed + tally.joined + tally.furniture == len(words(outline.plain or ""))


@given(OUTLINES)
@FUZZ
def test_what_comes_out_can_be_written_and_read(outline: Outline) -> None:
    for draft in recognise(outline, Hints()).drafts:
        sections = draft.standard.sections
        assert len(draft.origins) == len(sections)
        keys = [each.key for each in sections]
        assert all(keys)
        assert len(set(keys)) == len(keys)
        for each in sections:
            assert read(type(each), {"topic": each.topic, "id": each.id, "number": each.number}).record is not None


@given(OUTLINES, st.data())
@FUZZ
def test_a_word_that_the_reader_forgot_is_seen(outline: Outline, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(outline.plain or "")))
    plain = f"{(outline.plain or '')[:at]}\nglemtord\n{(outline.plain or '')[at:]}"
    account = recognise(replace(outline, plain=plain), Hints()).account
    assert account.status == "FAIL"
    assert "glemtord" in {each.word for each in account.unplaced if not each.extra}


@given(st.lists(st.one_of(PARAS, TABLES), max_size=5))
@FUZZ
def test_a_body_gives_the_words_of_its_blocks_back(blocks: list[Para]) -> None:
    markdown = body(blocks)
    assert "\n\n\n" not in markdown
    assert prose.problems(markdown) == () or "<" in markdown or "`" in markdown or "    " in markdown


@given(st.text(alphabet=st.characters(), max_size=40))
@FUZZ
def test_any_characters_make_a_paragraph_with_the_same_words(text: str) -> None:
    made = body((para(text),))
    assert words(prose.text(made)) == words(shown(para(text)))


def test_an_outline_without_a_second_way_is_not_checked() -> None:
    outline = Outline("fil.pdf", "pdf", (para("Formål"),))
    assert recognise(outline, Hints()).account.status == "NOT_CHECKED"


@pytest.mark.parametrize("text", ["", "   ", "\u00ad", "\n\n"])
def test_a_source_without_words_has_no_standard(text: str) -> None:
    assert recognise(Outline("fil.txt", "txt", (para(text),), plain=text), Hints()).drafts == ()


def test_the_file_of_a_standard_without_title_names_it() -> None:
    outline = Outline("mappe/Støtte_i_hjemmet.docx", "docx", (para("a"),), plain="a")
    draft = recognise(outline, Hints()).drafts[0]
    assert isinstance(draft.standard, StandardFile)


@pytest.mark.parametrize("piece", ["A ", "Ab", "Byrådet ", "Lejre Kommune ", "Godkendt ", "Social, "])
def test_a_line_without_end_takes_no_longer_than_its_length(piece: str) -> None:
    text = 8000 * piece  # minutes, where the time grew with the square of it
    assert recognise(Outline("fil.txt", "txt", (para(text),), plain=text), Hints()).account.status == "PASS"
