"""Passing over a sentence because it has no stem of a pattern never hides a match."""

import datetime as dt
import gc
import os
import re
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import lint
from qstd.lint.rule import Around
from qstd.lint.shared import index
from qstd.lint.shared.modality import plain
from qstd.lint.shared.patterns import CAPITALS, DIGIT, _Lazy, lazy, needed
from qstd.lint.shared.terms import dated
from qstd.model.finding import Place
from qstd.model.standard import Section, Standard
from tests.lint.stems import lacking, needs_one, outlines

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
CASES = Path(__file__).parents[1] / "cases" / "lint"
LETTERS = "abcdefghijklmnopqrstuvwxyzæøåé"
LOOKALIKES = {"k": "\u212a", "s": "\u017f", "i": "\u0131", "I": "\u0130", "å": "\u212b"}
SIGNS = ("\u00ad", "\u200b", " ", "\u00a0", "-", "»", "(", ".", "ß", "\u0307", "1", "§", "@", "/")


@cache
def patterns() -> tuple[_Lazy, ...]:
    """All patterns that name stems."""
    lint.rules()
    known = [*dated(), *(each.pattern for each in dated())]
    assert known
    found = (each for each in gc.get_objects() if isinstance(each, _Lazy) and each._stems)
    return tuple(sorted(found, key=lambda each: each._said[0]))


@cache
def sentences() -> tuple[str, ...]:
    """Lines of the rules' cases: each rule has some that its patterns match."""
    lines = (line for path in sorted(CASES.iterdir()) for line in path.read_text("utf-8").split("\n"))
    return tuple(dict.fromkeys(line.strip(" -|'\"").removeprefix("body: ") for line in lines if len(line) > 30))


def test_each_pattern_needs_one_of_its_stems() -> None:
    found = {each._said[0]: outlines(*each._said) for each in patterns()}
    bad = [(each._said[0], [o for o in found[each._said[0]] if lacking(o, each._stems)][:2]) for each in patterns()]

    assert len(found) > 100
    assert [each for each in bad if each[1]] == []


def test_a_stem_is_something_that_the_index_looks_for() -> None:
    known = {stem for each in patterns() for stem in each._stems} - {DIGIT, CAPITALS, "§", "@", "/"}

    assert [each for each in known if not re.fullmatch(r"=?\w{2,}", each) or each != each.casefold()] == []


@pytest.mark.parametrize(
    ("pattern", "stems", "needed"),
    [
        (r"\bklag|\banke", "klag anke", True),
        (r"\bklag|\banke", "klag", False),
        (r"(?:u)?klart", "klart", True),
        (r"(?:u)?klart", "uklart", False),
        (r"(?<!ikke )klag", "klag", True),
        (r"(?<!ikke )klag", "ikke", False),
        (r"(?!ikke)\w+", "ikke", False),
        (r"(?=ikke)\w+", "ikke", False),
        (r"\w*", "klag", False),
        (r"(?:klag)*", "klag", False),
        (r"(?:klag)+", "klag", True),
        (r"\bdu\b", "=du", True),
        (r"\bdu", "=du", False),
        (r"du\b", "=du", False),
        (r"(?<![\w-])du(?!\w)", "=du", True),
        (r"\bdu\w*", "=du", False),
        (r"(?:om|af) du ", "=du", True),
        (r"\d\d", "0", True),
        (r"\d?\d*", "0", False),
        (r"[A-ZÆØÅ]{2,}", "AA", True),
        (r"[A-ZÆØÅ]{1,}", "AA", False),
        (r"[kK]lag", "klag", True),
        (r"[^k]lag", "klag", False),
        (r"kl.ag", "klag", False),
        (r"§ ?\d", "§", True),
        (r"(\w)klag\1", "klag", True),
    ],
)
def test_what_a_pattern_needs(pattern: str, stems: str, needed: bool) -> None:
    assert needs_one(pattern, 0, stems.split()) == needed


@FUZZ
@given(st.data())
def test_where_a_pattern_matches_a_stem_stands(data: st.DataObject) -> None:
    text = data.draw(st.sampled_from(sentences()))
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(text)))
        kind = data.draw(st.sampled_from(("sign", "upper", "lookalike", "other", "cut")))
        if kind == "sign":
            text = text[:at] + data.draw(st.sampled_from(SIGNS)) + text[at:]
        elif kind == "upper":
            text = text[:at] + text[at:].upper()
        elif kind == "lookalike":
            text = text[:at] + "".join(LOOKALIKES.get(each, each) for each in text[at:])
        elif kind == "other":
            text = text[:at] + data.draw(st.sampled_from(sentences()))
        else:
            text = text[at:]
    stems = index.stems_in(text)
    for each in patterns():
        pattern = re.compile(*each._said)
        if not stems & each._mask:
            assert pattern.search(text) is None
            assert pattern.search(plain(text)) is None


def test_a_pattern_takes_few_other_signs_for_a_letter_of_ours() -> None:
    """Those that the index folds: one more in a later version of Python must be folded too."""
    ours = re.compile(f"[{LETTERS}0-9]", re.IGNORECASE)
    found = {each for each in map(chr, range(0x80, 0x110000)) if ours.match(each)}

    assert found == {*"æøåéÆØÅÉ", *LOOKALIKES.values()}


def standard(*bodies: str) -> tuple[Standard, Around]:
    """A standard, and what is around it."""
    own = tuple(Section(id=f"s{at}", heading=f"Afsnit {at}", body=each) for at, each in enumerate(bodies))
    around = Around(dt.date(2026, 1, 1), "lejre", None, lambda path, line: Place("x.yaml"))
    return Standard(schema=1, title="t", service="sel-85", status="draft", sections=own), around


COMPLAINT = lazy(r"\bklage\b|\banke", re.IGNORECASE, "=klage anke")


def test_sentences_come_in_their_order_and_each_once() -> None:
    own = standard("Anke. Du kan klage og anke.\n\nIntet her.", "Vi klager ikke. KLAGE!")

    assert [each.text for each in index.holding(*own, COMPLAINT)] == ["Anke.", "Du kan klage og anke.", "KLAGE!"]


def test_the_words_that_lead_in_may_count_too() -> None:
    own = standard("### Om at klage\n\nSkriv til os.\n\nRing til os.")

    assert [each.text for each in index.holding(*own, COMPLAINT)] == ["Om at klage"]
    assert [each.text for each in index.led_to(*own, COMPLAINT)] == ["Om at klage", "Skriv til os.", "Ring til os."]
    assert [each.text for each in index.led_to(*own, above=[COMPLAINT])] == ["Skriv til os.", "Ring til os."]


def test_the_next_sentence_is_one_of_the_same_section() -> None:
    own = standard("Du kan klage. Dog ikke altid.\n\nDu kan anke.", "En anden sag.")

    assert [after for _, after in index.followed(*own, COMPLAINT)] == ["Dog ikke altid.", ""]


def test_headings_come_before_the_sentences() -> None:
    own = standard("Vi har afsnit 7.")
    pattern = lazy("afsnit", re.IGNORECASE, "afsnit")

    assert [each.text for each in index.with_headings(*own, pattern)] == ["Afsnit 0", "Vi har afsnit 7."]


def test_a_pattern_that_comes_later_is_found_in_a_standard_that_was_read() -> None:
    own = standard("En sjælden giraf.")
    assert list(index.holding(*own, COMPLAINT)) == []

    assert [each.text for each in index.holding(*own, lazy("giraf", stems="giraf"))] == ["En sjælden giraf."]


def test_a_pattern_without_stems_is_not_looked_for() -> None:
    with pytest.raises(ValueError, match="no stems"):
        needed([lazy("x")])
