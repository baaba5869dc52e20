"""What a comparison says of its rows: verdicts with their reason, flags, who stands alone, how far apart they are."""

from dataclasses import replace
from decimal import Decimal

import pytest

from qstd.model.comparison import Column, FactRow, Flag, Spread
from qstd.model.document import Cell, Mark, Note, plain
from qstd.present.comparison import comparison_document
from qstd.present.comparison_spread import spread
from qstd.present.comparison_words import names
from tests.present.comparison_parts import (
    FLAGGED,
    LAW,
    NAMES,
    SHARED,
    SILENT,
    cells,
    deadline,
    of_facts,
    row,
    stated,
    walk,
    wide,
    words,
)

PAGE = comparison_document(FLAGGED)


def test_what_cannot_be_compared_is_said_with_its_reason() -> None:
    assert cells(PAGE, "fakta-frist-for-afgoerelse")[0] == (
        "Frist for afgørelse\nKan ikke sammenlignes direkte: kalenderdage og hverdage"
    )
    assert "1 kan ikke sammenlignes direkte." in words(PAGE)


def test_units_are_a_reason_too() -> None:
    one = of_facts(replace(FLAGGED.facts[0], note="units"))

    assert cells(comparison_document(one), "fakta-frist-for-afgoerelse")[0].endswith("forskellige enheder")


def test_answers_that_cannot_be_compared_have_no_group() -> None:
    assert {each.group for each in row(PAGE, "fakta-frist-for-afgoerelse").cells} == {0}
    assert [each.group for each in row(PAGE, "fakta-alder").cells] == [0, 1, 2, 1]


def flags(cell: Cell) -> list[tuple[str, str]]:
    notes = [each for each in cell.blocks if isinstance(each, Note) and each.kind == "flag"]
    return [(plain(each.title), words(each.blocks[0])) for each in notes]


def test_a_flag_names_both_values() -> None:
    assert flags(row(PAGE, "fakta-frist-for-afgoerelse").cells[2]) == [
        ("Mindre end loven giver", "§ 99: 28 kalenderdage. Her: 56 kalenderdage.")
    ]
    assert flags(row(PAGE, "fakta-alder").cells[2]) == [("Snævrere alder end loven", "§ 99: 18–67 år. Her: 18–64 år.")]
    assert "Albertslund giver mindre end loven: frist for afgørelse." in words(PAGE)
    assert "Aldersgrænsen i Albertslund er snævrere end lovens." in words(PAGE)


def test_a_cap_is_told() -> None:
    cell = stated(deadline(7), flags=(Flag("hard_cap", LAW),))
    page = comparison_document(of_facts(FactRow("deadline", "decision", "some", (SILENT, cell, SILENT))))

    assert flags(row(page, "fakta-frist-for-afgoerelse").cells[2]) == [
        ("Fast loft, som loven ikke har", "§ 99 har intet loft, og standarden nævner ingen undtagelse.")
    ]
    assert "Albertslund har et fast loft, som loven ikke har." in words(page)


def test_who_stands_alone_is_marked_in_words() -> None:
    cell = row(PAGE, "fakta-alder").cells[2]

    assert cell.outlier
    assert "Skiller sig ud" in words(cell)
    assert "Albertslund skiller sig ud: alder." in words(PAGE)
    assert [each.outlier for each in row(PAGE, "fakta-alder").cells].count(True) == 1


def test_columns_have_numbers_in_the_order_of_the_page() -> None:
    assert [each.place for each in row(PAGE, "fakta-alder").cells] == [0, 1, 2, 3]


# ---------- The baseline ----------


def test_the_baseline_stands_after_the_law_and_the_others_are_told_by_it() -> None:
    page = comparison_document(replace(FLAGGED, baseline=2))
    name, law, baseline, other = row(page, "fakta-alder").cells

    assert "baseline" in baseline.kinds
    assert baseline.column == "Ballerup"
    assert "som Ballerup" in words(law).splitlines()
    assert "afviger fra Ballerup" in words(other).splitlines()
    assert "Ballerup" not in words(name) + words(baseline)
    assert "Ballerup" not in "".join(cells(page, "fakta-frist-for-afgoerelse"))
    assert "de andre sammenlignes med denne" in words(page)
    assert "Albertslund svarer som Ballerup på 0 oplysninger og anderledes på 1 oplysning." in words(page)


def test_texts_have_the_words_of_the_baseline_or_others() -> None:
    page = comparison_document(replace(SHARED, baseline=1))

    assert cells(page, "afsnit-behov")[3].endswith("andre ord end Albertslund")


def test_without_a_baseline_nothing_is_said_of_one() -> None:
    assert "afviger" not in words(PAGE)
    assert not [each for each in walk(PAGE) if isinstance(each, Mark) and each.kind == "tag"]


# ---------- Many columns ----------


@pytest.mark.parametrize("count", [6, 13, 99])
def test_the_states_are_counted_without_the_law(count: int) -> None:
    page = comparison_document(wide(count))
    spread_cell = row(page, "fakta-frist-for-afgoerelse").cells[1]
    silent = sum(at % 3 == 0 for at in range(1, count))

    assert spread_cell.kinds == ("spread",)
    assert words(spread_cell).splitlines()[:2] == [f"{count - 1 - silent} oplyst", f"{silent} ikke oplyst"]
    assert "kalender" not in words(spread_cell)
    assert ", median " in words(spread_cell)


def test_the_commonest_answers_are_counted() -> None:
    many = wide(13)
    page = comparison_document(replace(many, facts=(replace(many.facts[0], spreads=()),)))

    assert words(row(page, "fakta-frist-for-afgoerelse").cells[1]).splitlines()[2:] == [
        "14 kalenderdage (2)",
        "21 kalenderdage (2)",
        "7 kalenderdage (2)",
        "noget andet (2)",
    ]


def test_in_a_narrow_cell_all_but_the_value_is_folded() -> None:
    cell = row(comparison_document(wide(13)), "fakta-frist-for-afgoerelse").cells[3]
    more = [each for each in cell.blocks if isinstance(each, Note)]

    assert words(cell.blocks[0]) == "14 kalenderdage"
    assert [(each.kind, plain(each.title)) for each in more] == [("quote", "Mere")]
    assert "»inden 14 dage«" in words(more[0])


def test_many_columns_are_counted_in_sentences() -> None:
    page = comparison_document(wide(99))

    assert page.title == "Støtte- og kontaktperson: loven og 98\u00a0kommuner"
    assert len(page.description) < 300
    assert "Fra laveste til højeste: frist for afgørelse 7–28 dage, median 21." in words(page)
    assert f"{NAMES[1]} skiller sig ud: frist for afgørelse." in words(page)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (Spread("week", Decimal(4), Decimal(6), Decimal(8), 9), "4–8 uger, median 6"),
        (Spread("week", Decimal(4), Decimal("4.5"), Decimal(8), 9), "4–8 uger, median 4,5"),
        (Spread("day", Decimal(7), Decimal(7), Decimal(7), 9), "7 dage"),
        (
            Spread("krone", Decimal(40), Decimal("52.5"), Decimal(1105), 9, "meal"),
            "40–1.105 kr. pr. måltid, median 52,50",
        ),
        (Spread("age", Decimal(18), Decimal(18), Decimal(25), 9, "min"), "nedre grænse: 18–25 år, median 18"),
        (Spread("age", Decimal(64), Decimal(64), Decimal(64), 9, "max"), "øvre grænse: 64 år"),
    ],
)
def test_a_spread_in_words(value: Spread, said: str) -> None:
    assert spread(value, "da").replace("\u00a0", " ") == said


# ---------- Names ----------


@pytest.mark.parametrize(
    ("titles", "called"),
    [
        (("Kvalitetsstandard for ledsagelse", "Bostøtte"), ["Lejre (ledsagelse)", "Lejre (Bostøtte)"]),
        (("Ledsagelse jf. serviceloven § 97", "Standard om bad"), ["Lejre (Ledsagelse)", "Lejre (bad)"]),
        (("Ens", "Ens"), ["Lejre (a0)", "Lejre (a1)"]),
        (("", ""), ["Lejre (a0)", "Lejre (a1)"]),
    ],
)
def test_what_tells_columns_apart(titles: tuple[str, ...], called: list[str]) -> None:
    both = [Column(f"lejre/a{at}", "Lejre", title, "sel-97") for at, title in enumerate(titles)]

    assert list(names(both, "da")) == called


def test_columns_that_nothing_tells_apart_are_numbered() -> None:
    one = Column("x", "Lejre", "Ens", "sel-97")

    assert names((one, one), "da") == ("Lejre (x) (1)", "Lejre (x) (2)")
