"""LIX: which words and sentences are counted, and what the figure is."""

import os

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.prose import readability
from qstd.prose.readability import Lix, lix, of_sentences, words

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
PROSE = st.lists(
    st.sampled_from("du kan få hjælpen støtte- rengøring bl.a. f.eks. 4.113 6. § 99, stk. ( ) ! ? \u00ad a@b".split())
)


@pytest.mark.parametrize(
    ("sentence", "counted"),
    [
        ("Du kan få hjælp.", "Du kan få hjælp"),
        ("Hjælpen gives bl.a. om aftenen.", "Hjælpen gives blandt andet om aftenen"),
        ("Hjælpen gives bl. a. om aftenen.", "Hjælpen gives blandt andet om aftenen"),
        ("F.eks. mad, fx frokost m.v.", "for eksempel mad for eksempel frokost med videre"),
        ("Det koster ca. 4.113 kr. pr. måned.", "Det koster cirka 4.113 kroner pr måned"),
        ("Mad og andet, fx.", "Mad og andet for eksempel"),
        ("Jf. servicelovens § 99, stk. 2.", "jævnfør servicelovens 99 stykke 2"),
        ("Kl. 8.30-12 hver 6. måned.", "klokken 8.30 12 hver 6 måned"),
        ("Min hjælp, mit liv", "Min hjælp mit liv"),
        ("Støtte- og kontaktperson-ordningen", "Støtte og kontaktperson-ordningen"),
        ("Hjælp og/eller støtte", "Hjælp og eller støtte"),
        ("Se www.eksempel.dk/et/langt/sted eller skriv til navn@eksempel.dk.", "Se x eller skriv til x"),
        ("Service\u00adloven\u200b gælder", "Serviceloven gælder"),
        ("– ( ) …", ""),
        ("", ""),
    ],
)
def test_words(sentence: str, counted: str) -> None:
    assert words(sentence) == counted.split()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Lix(0, 0, 0)),
        ("Du kan få hjælp. Det er gratis.", Lix(7, 2, 0)),
        ("Hjælpen gives hver 6. måned. Vi ringer.", Lix(7, 2, 1)),
        ("Fristen er den 1. maj jf. § 4, stk. 2, i loven.", Lix(11, 1, 2)),
        ("Rengøring udføres af leverandøren.", Lix(4, 1, 3)),
    ],
)
def test_counts(text: str, expected: Lix) -> None:
    assert lix(text) == expected


def test_long_words_have_seven_letters_hyphens_not_counted() -> None:
    assert lix("abcdef abcdefg abc-def abcd-efg 1234567").long_words == 2


def test_the_figure() -> None:
    assert Lix(words=100, sentences=5, long_words=30).value == 50
    assert Lix(words=0, sentences=0, long_words=0).value == 0
    assert Lix(words=4, sentences=0, long_words=1).value == 29


def test_sentences_without_words_are_none() -> None:
    assert of_sentences(["Du kan.", "–", ""]) == Lix(2, 1, 0)


@settings(max_examples=EXAMPLES, deadline=None)
@given(st.one_of(st.text(max_size=200), PROSE.map(" ".join)))
def test_any_text_has_a_figure_within_bounds(text: str) -> None:
    found = lix(text)

    assert 0 <= found.long_words <= found.words
    assert 0 <= found.sentences <= found.words
    assert found.value <= found.words + 100


@settings(max_examples=EXAMPLES, deadline=None)
@given(PROSE.map(" ".join), PROSE.map(" ".join))
def test_paragraphs_add_up(one: str, other: str) -> None:
    parts = zip(lix(one), lix(other), strict=True)

    assert of_sentences([one, other]).words == of_sentences([one]).words + of_sentences([other]).words
    assert lix(one).words + lix(other).words == sum(next(parts))


def slowly(sentence: str) -> list[str]:
    """The words of a sentence without a look at what may be passed over."""
    seen = readability._ADDRESS.sub("x", readability._UNSEEN.sub("", sentence))
    spoken = readability._shortened().sub(lambda each: readability._SPOKEN[readability._plain(each[0])], seen)
    return readability._WORD.findall(spoken)


ODD = ("bl. a", *"BL.A. kr \u212ar. \u0131ft. \u017ftk. m. fx www.x https://y a-b 1,5 ' ’ _ ½".split())


@settings(max_examples=EXAMPLES * 4, deadline=None)
@given(
    st.lists(st.sampled_from(ODD) | st.sampled_from(("du", "hjælpen", " ", "\u200b", "\n", ".")) | st.text(max_size=3))
)
def test_what_is_passed_over_would_change_nothing(parts: list[str]) -> None:
    for between in ("", " "):
        assert words(between.join(parts)) == slowly(between.join(parts))
