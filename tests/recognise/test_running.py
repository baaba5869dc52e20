"""Lines of the page that a reader could not tell from the text."""

import pytest

from qstd.model.outline import Block
from qstd.recognise import Hints, recognise
from qstd.recognise.running import apart, is_sender
from tests.recognise.outlines import outline, para

TEXT = "Borgeren kan få støtte til at klare hverdagen i sit eget hjem."


def texts(*blocks: Block | str) -> tuple[list[str], list[tuple[str, str]]]:
    """Return the lines that stay, and those of the page with their kind."""
    found = apart(tuple(para(each) if isinstance(each, str) else each for each in blocks))
    return [getattr(each, "text", "") for each in found.blocks], [(each.kind, each.text) for each in found.furniture]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Side 2", "page_number"),
        ("- 3 -", "page_number"),
        ("Side 2 af 7", "page_number"),
        ("2 af 7", "page_number"),
        ("Hillerød Kommune · Side 1", "footer"),
        ("Vejen Kommune 1", "footer"),
        ("Side 3 | Kvalitetsstandarder", "footer"),
    ],
)
def test_a_line_with_a_page_number(line: str, kind: str) -> None:
    assert texts("Formål", TEXT, line) == (["Formål", TEXT], [(kind, line)])


@pytest.mark.parametrize(
    "line", ["2 uger", "Se side 3 i bilaget.", "Ret til 15 timer", "Vejen Kommune tilbyder 3", "1. 2"]
)
def test_other_lines_stay(line: str) -> None:
    assert texts("Formål", TEXT, line) == (["Formål", TEXT, line], [])


def test_what_a_page_says_at_its_top_again_and_again() -> None:
    head = "Kvalitetsstandarder 2023              Struer Kommune"
    kept, away = texts(head, "Personlig pleje", TEXT, "Side 1", head, TEXT)
    assert kept == ["Personlig pleje", TEXT, TEXT]
    assert [kind for kind, _ in away] == ["header", "header", "page_number", "header", "header"]


def test_a_title_at_the_left_of_the_sender_stays() -> None:
    assert texts("Kvalitetsstandard for pleje              Struer Kommune", TEXT)[0] == [
        "Kvalitetsstandard for pleje",
        TEXT,
    ]


def test_the_sender_above_the_title_is_no_text_but_that_of_an_address_is() -> None:
    kept, _ = texts(
        "Lejre Kommune",
        "Center for Social og Sundhed",
        "Ledsagelse",
        TEXT,
        "Mere",
        TEXT,
        "Lejre Kommune",
        "Møllevej 15",
    )
    assert kept == ["Ledsagelse", TEXT, "Mere", TEXT, "Lejre Kommune", "Møllevej 15"]


def test_a_small_line_above_a_large_one_belongs_to_the_page() -> None:
    lines = (para("Voksenområdet", size=8.0), para("Ledsagelse", size=16.0), para(TEXT, size=10.0))
    assert texts(*lines) == (["Ledsagelse", TEXT], [("header", "Voksenområdet")])


def test_a_source_of_nothing_else_keeps_it() -> None:
    assert texts("Side 1") == (["Side 1"], [])


@pytest.mark.parametrize(
    ("text", "sends"),
    [
        ("Norddjurs Kommune", True),
        ("NORDDJURS KOMMUNE", True),
        ("Norddjurs Kommune, Myndighedsafdelingen", True),
        ("Social- og Sundhedsforvaltningen", True),
        ("Sagsnr. 20/1234", True),
        ("Kvalitetsstandard Norddjurs Kommune", False),
        ("Norddjurs Kommune § 85", False),
        ("Norddjurs Kommune giver hjælp.", False),
        ("Bostøtte", False),
    ],
)
def test_the_sender(text: str, sends: bool) -> None:
    assert is_sender(text) is sends


def test_every_word_of_the_page_is_in_the_account() -> None:
    made = outline("Lejre Kommune", "Kvalitetsstandard for ledsagelse", "Formål", TEXT, "Side 1 af 1")
    found = recognise(made, Hints()).account
    assert (found.status, found.furniture) == ("PASS", (("header", 2), ("page_number", 4)))
