"""The account of words and numbers."""

from dataclasses import replace

import pytest

from qstd.model.draft import Account
from qstd.model.outline import Furniture, Outline, Para, Run, Spot
from qstd.recognise import Hints, recognise
from qstd.recognise.figures import figures, torn
from qstd.recognise.words import words
from tests.recognise.outlines import outline, para, table


def account(made: Outline, plain: str | None = None) -> Account:
    return recognise(made if plain is None else replace(made, plain=plain), Hints()).account


def test_words_are_letters_and_digits_and_the_paragraph_sign() -> None:
    assert words("Børne- og ung\u00addom, § 83 a: 1.105,50_kr.") == "Børne og ungdom § 83 a 1 105 50 kr".split()


def test_figures_are_whole() -> None:
    assert figures("§ 83 a, 1.105,50 kr. den 5.10.2015 kl. 9.00, B3") == [
        "§",
        "83",
        "1.105,50",
        "5.10.2015",
        "9.00",
        "3",
    ]


def test_what_is_said_and_what_stands_in_the_margin_add_up() -> None:
    made = outline("Formål", "At komme ud.", furniture=[Furniture("footer", "Side 1 af 2")])
    found = account(made)
    assert (found.status, found.furniture) == ("PASS", (("footer", 4),))
    assert (found.words.source, found.words.placed, found.words.furniture) == (8, 4, 4)


def test_a_word_that_was_forgotten_is_shown_with_the_place_before_it() -> None:
    made = outline("Formål", para("At komme ud.", spot=Spot(paragraph=7)), "Og hjem.")
    found = account(made, "Formål\nAt komme ud. glemt\nOg hjem.")
    assert found.status == "FAIL"
    assert [(each.word, each.times, each.spot.paragraph) for each in found.unplaced] == [("glemt", 1, 7)]


def test_a_word_that_nobody_wrote_is_shown() -> None:
    found = account(outline("Formål", "At komme ud igen."), "Formål At komme ud.")
    assert [(each.word, each.extra) for each in found.unplaced] == [("igen", True)]
    assert (found.status, found.words.extra) == ("FAIL", 1)


def test_words_that_the_source_ran_together_are_shown() -> None:
    rows = [
        "LovgrundlagServiceloven § 97.",
        "FormålAt komme ud.",
        "Hvem kan få ydelsen?Voksne.",
        "KlageInden fire uger.",
    ]
    found = account(outline(*rows))
    assert found.status == "PASS"
    assert ("Lovgrundlag", "Serviceloven") in {(each.left, each.right) for each in found.splits}


def test_words_that_were_torn_at_a_hyphen_are_no_splits() -> None:
    found = account(outline("Formål", "Hjælpen gives med hen-\nblik på mere."))
    assert [each.result for each in found.joints] == ["henblik"]
    assert (found.words.joined, found.splits) == (2, ())


def test_the_second_of_two_equal_words_counts() -> None:
    assert account(outline("Formål", "At komme ud."), "Formål At komme ud. ud").status == "FAIL"


def test_capitals_count() -> None:
    assert account(outline("Formål", "At komme ud."), "Formål AT komme ud.").status == "FAIL"


@pytest.mark.parametrize("plain", ["Formål\nEt hen-\nblik.", "FormålEt henblik.", "Formål Et h e nblik"])
def test_torn_and_welded_words_are_the_same_letters(plain: str) -> None:
    found = account(outline("Formål", "Et hen-\nblik."), plain)
    assert (found.status, found.unplaced) == ("PASS", ())
    assert found.words.joined > 0
    assert found.words.source == found.words.placed + found.words.joined


def test_automatic_numbers_are_made_and_typed_ones_are_not() -> None:
    entries = [
        para("at komme ud", marker="1.", made=True, depth=1),
        para("at komme hjem", marker="2.", made=True, depth=1),
    ]
    found = account(outline("Kvalitetsstandard", "Formål", *entries))
    assert (found.status, found.words.made, found.numbers.made) == ("PASS", 2, 2)
    typed = account(outline("Kvalitetsstandard", "Formål", "1. at komme ud", "2. at komme hjem"))
    assert (typed.status, typed.words.made, typed.words.placed) == ("PASS", 0, typed.words.source)


def test_the_mark_of_a_footnote_is_made() -> None:
    marked = Para((Run("At komme ud"), Run("1", made=True), Run(".")))
    note = para("Kun om dagen.", marker="1", made=True, origin="footnote")
    made = recognise(outline("Formål", marked, note), Hints())
    assert made.account.status == "PASS"
    assert made.drafts[0].standard.sections[0].body == "At komme ud[1].\n\n[1] Kun om dagen.\n"


def test_the_letter_o_may_be_a_bullet() -> None:
    assert account(outline("Formål", "o at komme ud", "o at komme hjem")).status == "PASS"


@pytest.mark.parametrize(
    ("source", "result"),
    [
        ("ring 46 46 44 20 nu", "ring 46 46 nu 44 20"),
        ("den 5. oktober 2015", "den 5. 2015 oktober"),
        ("efter § 83 a", "efter 83 § a"),
        ("koster 500 kr.", "500 koster kr."),
        ("fra 18 – 64 år", "fra 18 år – 64"),
    ],
)
def test_a_number_that_came_apart_is_seen_though_its_digits_are_there(source: str, result: str) -> None:
    assert torn(source, [source]).total() == 0
    assert torn(source, [result]).total() == 1
    found = account(outline("Formål", result), f"Formål\n{source}")
    assert (found.status, found.numbers.unplaced) == ("FAIL", 1)
    assert found.numbers.source == found.numbers.placed + found.numbers.unplaced


def test_hyphens_are_shown() -> None:
    found = account(outline("Formål", "Med hen-\nblik på hen-\nblik og henblik."))
    assert {(each.left, each.right, each.result) for each in found.joints} == {("hen-", "blik", "henblik")}


def test_the_cells_of_a_table_count() -> None:
    rows = table(("Ret", "Pris"), ("Suppe", "30 kr."), ("Steg", "61 kr."))
    assert account(outline("Formål", rows)).status == "PASS"


def test_a_title_from_the_file_is_made() -> None:
    rows = table(("Lovgrundlag", "§ 97."), ("Formål", "At komme ud."), ("Klage", "Fire uger."))
    found = account(outline(rows, title="Ledsagelse"))
    assert (found.status, found.words.made) == ("PASS", 1)


def test_what_was_not_counted_is_never_right() -> None:
    assert account(replace(outline("Formål"), plain=None)).status == "NOT_CHECKED"


def test_an_approval_that_the_margin_says_too_is_counted_twice() -> None:
    words_of_it = "Godkendt af Byrådet den 1. maj 2020"
    made = outline(
        "Kvalitetsstandard", words_of_it, "Formål", "At hjælpe.", furniture=[Furniture("footer", words_of_it)]
    )
    assert account(made).status == "PASS"
