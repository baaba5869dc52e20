"""The workbook, read back by another library: nothing can run, nothing is lost, numbers are numbers and dates dates."""

import datetime as dt
import io
import zipfile
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties

from qstd.exports.comparison_xlsx import MOST
from qstd.exports.readable import body_text, readable
from qstd.exports.sheets import Cell, Said, sheets
from qstd.model import facts as f
from qstd.model.comparison import (
    Column,
    Comparison,
    Copy,
    FactCell,
    FactRow,
    Flag,
    Passage,
    PropertyRow,
    SharedText,
    Spread,
    TopicCell,
    TopicRow,
)
from qstd.model.standard import Approval
from qstd.present import comparison_words
from qstd.site.data import comparison_sheet, words
from tests import checkers
from tests.exports.made import comparisons

EVIDENCE = f.Evidence(section="price", quote="Det koster 52,50 kr. pr. måltid.")
PRICE = f.Price(kind="price", mode="fixed", amount=Decimal("52.50"), per="meal", evidence=EVIDENCE)
AGE = f.Age(kind="age", min=18, max=64, evidence=EVIDENCE)
WAIT = f.Deadline(
    kind="deadline", role="reaction", value=5, unit="day", day_kind="working", bound="max", evidence=EVIDENCE
)
COLUMNS = (
    Column("lejre/a", "Lejre", "Madservice", "sel-83", status="in_force", approval=Approval(date=dt.date(2015, 10, 5))),
    Column("law/sel-83", "Loven", "Lov om social service", "sel-83", is_law=True),
    Column("roskilde/a", "Roskilde", "=1+1", "sel-83", has_facts=False),
)
FLAG = Flag("added_age_limit", "law/sel-83")
PASSAGE = Passage("price", "11", "Hvad koster det?", "Det koster **52,50 kr.** pr. måltid.")
BARE = FactCell("absent")


def small() -> Comparison:
    return Comparison(
        COLUMNS,
        (
            FactRow(
                "price",
                "",
                "some",
                (FactCell("stated", (PRICE,)), BARE, FactCell("empty", section="price")),
                (1, 0, 0),
                spreads=(Spread("krone", Decimal("52.5"), Decimal("60.25"), Decimal(70), 3, "meal"),),
            ),
            FactRow("age", "", "some", (FactCell("stated", (AGE,), flags=(FLAG,)), BARE, BARE), (1, 0, 0)),
            FactRow("deadline", "reaction", "some", (FactCell("stated", (WAIT,)), BARE, BARE), (1, 0, 0)),
        ),
        (
            TopicRow(
                "price",
                "different",
                (
                    TopicCell("stated", (PASSAGE,)),
                    TopicCell("absent"),
                    TopicCell("empty", (replace(PASSAGE, body=""),)),
                ),
            ),
        ),
        (PropertyRow("approved", "some", ("2015-10-05", "", "efteråret 2015")),),
        (
            SharedText(
                "Hjælpen er gratis.",
                (Copy(0, "price", 0, "Hjælpen er gratis."), Copy(2, "price", 0, "Alt er gratis.", 0.8)),
            ),
        ),
    )


def opened(comparison: Comparison, language: str = "da") -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(comparison_sheet(comparison, language)))


def table(book: Workbook, name: str) -> list[dict[str, Any]]:
    """The rows of a sheet by the words that head its columns."""
    head, *rows = [[each.value for each in row] for row in book[name].iter_rows()]
    return [dict(zip(map(str, head), row, strict=True)) for row in rows]


def test_the_sheets() -> None:
    assert opened(small()).sheetnames == ["Oplysninger", "Værdier", "Afsnit", "Samme ord", "Om"]


def test_facts_with_the_law_first_and_what_sums_them_up() -> None:
    age, wait, price, approved = table(opened(small()), "Oplysninger")

    assert list(age)[:6] == ["Oplysning", "Gruppe", "Vurdering", "Loven", "Lejre", "Roskilde"]
    assert (age["Gruppe"], age["Vurdering"], age["Loven"]) == ("For hvem", "Kun nogle", "Ikke i loven")
    assert age["Lejre"].startswith("18–64 år\n\n▲ Aldersgrænse, som loven ikke har.")
    assert price["Roskilde"] == "Overskrift uden tekst (afsnit 11: Hvad koster det?)"
    assert (price["Lavest"], price["Midterste"], price["Højest"], price["Enhed"]) == (52.5, 60.25, 70, "kr. pr. måltid")
    assert price["Fordeling"] == "52,50 kr. pr. måltid: 1 · Overskrift uden tekst: 1"
    assert wait["Fordeling"] == "5 hverdage: 1 · Ikke udfyldt: 1"
    assert (approved["Lejre"], approved["Loven"]) == ("5. oktober 2015", "Ikke i loven")


def test_with_many_standards_the_sums_come_first() -> None:
    one = small()
    many = tuple(replace(COLUMNS[0], ref=f"k/{at}", label=f"K{at}") for at in range(9))
    rows = tuple(replace(each, cells=each.cells[:1] * 9, groups=(1,) * 9) for each in one.facts)
    age = table(opened(Comparison(many, rows, ())), "Oplysninger")[0]

    assert list(age)[2:5] == ["Vurdering", "Fordeling", "Lavest"]
    assert list(age)[-1] == "K8"
    assert age["Fordeling"] == "18–64 år: 9"


def test_answers_beyond_the_frequent_ones_are_counted_together() -> None:
    columns = tuple(replace(COLUMNS[0], ref=f"k/{at}", label=f"K{at}") for at in range(12))
    ages = [FactCell("stated", (replace(AGE, min=1 if at < 2 else at),)) for at in range(12)]
    row = FactRow("age", "", "different", tuple(ages), tuple(max(at, 1) for at in range(12)))

    assert (
        table(opened(Comparison(columns, (row,), ())), "Oplysninger")[0]["Fordeling"] == "1–64 år: 2 · andre svar: 10"
    )


def test_values_with_real_numbers_and_dates() -> None:
    rows = {(each["Kommune"], each["Oplysning"]): each for each in table(opened(small()), "Værdier")}
    age, price, wait = rows["Lejre", "Alder"], rows["Lejre", "Pris"], rows["Lejre", "Frist for svar"]

    assert (age["Tal"], age["Tal til"], age["Enhed"]) == (18, 64, "år (alder)")
    assert (price["Tal"], price["Enhed"], price["Pr."]) == (52.5, "kr.", "måltid")
    assert (wait["Tal"], wait["Dagtype"], wait["Grænse"]) == (5, "hverdage", "højst")
    assert wait["Rolle"] == "svar på henvendelse"
    assert rows["Lejre", "Godkendelse"]["Dato"] == dt.datetime(2015, 10, 5)
    assert rows["Roskilde", "Godkendelse"]["Dato"] is None
    assert rows["Roskilde", "Godkendelse"]["Værdi"] == "efteråret 2015"
    assert (price["Afsnit"], price["Ordlyd"]) == ("afsnit 11: Hvad koster det?", EVIDENCE.quote)
    assert rows["Loven", "Pris"]["Tilstand"] == "Ikke i loven"
    assert rows["Roskilde", "Pris"]["Tilstand"] == "Overskrift uden tekst"
    assert age["Flag"].startswith("Aldersgrænse, som loven ikke har.")


def test_sections_and_texts_that_several_have() -> None:
    book = opened(small())
    price = table(book, "Afsnit")[0]
    first, second = table(book, "Samme ord")

    assert price["Lejre"] == "11. Hvad koster det?\nDet koster 52,50 kr. pr. måltid."
    assert price["Roskilde"] == "11. Hvad koster det?\nOverskrift uden tekst"
    assert price["Loven"] == "Intet afsnit"
    assert (first["Kommune"], first["Sådan står der"], first["Lighed"]) == ("Lejre", "Ord for ord", 1)
    assert (second["Sådan står der"], second["Lighed"]) == ("Alt er gratis.", 0.8)


def test_about_tells_what_and_which_and_when_only_if_given() -> None:
    rows = {each["Om"]: each["Forklaring"] for each in table(opened(small()), "Om")}
    made = openpyxl.load_workbook(io.BytesIO(comparison_sheet(small(), "da", made="2026-11-22")))

    assert rows["Lejre"] == "Madservice · lejre/a · Gældende · godkendt 5. oktober 2015"
    assert "Lavet" not in rows
    assert {"Oplyst", "Oplyst som ingen", "Overskrift uden tekst", "Ikke oplyst"} <= set(rows)
    assert {each["Om"]: each["Forklaring"] for each in table(made, "Om")}["Lavet"] == "22. november 2026"


def test_headers_stay_in_sight_and_can_be_filtered_and_printed() -> None:
    for page in opened(small()).worksheets:
        last = page.cell(max(page.max_row, 2), page.max_column).coordinate
        assert page.freeze_panes == "B2"
        assert page.auto_filter.ref == (None if page.title == "Om" else f"A1:{last}")
        assert (page.page_setup.orientation, page.page_setup.paperSize) == ("landscape", 9)
        assert (page.print_title_rows, page.print_title_cols) == ("$1:$1", "$A:$A")
        assert page.sheet_properties.pageSetUpPr == PageSetupProperties(fitToPage=True)
        assert page.page_setup.fitToHeight == 0
        assert not page.merged_cells.ranges
        assert page["A1"].font.b
        assert page["A1"].font.name == "IBM Plex Sans"
        assert all(each.alignment.wrap_text for each in page[2])


def test_the_law_stands_on_its_own_ground() -> None:
    page = opened(small())["Oplysninger"]

    assert page["D2"].fill.fgColor.rgb == "FFEEF1F4"
    assert page["E2"].fill.fgColor.rgb != "FFEEF1F4"


def test_title_and_language_are_told() -> None:
    properties = opened(small()).properties

    assert properties.title == comparison_words.title(small(), "da")
    assert properties.language == "da-DK"
    assert opened(small(), "en").properties.language == "en"


# ---------- Any text ----------


def shown(cell: Cell) -> Any:
    """What a cell reads as."""
    if isinstance(cell, (str, Said)):
        return readable(cell if isinstance(cell, str) else cell.text) or None
    if isinstance(cell, dt.date):
        return dt.datetime(cell.year, cell.month, cell.day) if cell >= dt.date(1900, 3, 1) else None
    return cell if cell is None else pytest.approx(float(cell))


@given(comparisons())
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_as_text(made: Comparison) -> None:
    book = opened(made)
    title = comparison_words.title(made, "da")
    for sheet in sheets(made, words("da"), title, ""):
        page = book[sheet.name]
        assert [each.data_type for row in page.iter_rows() for each in row if each.data_type == "f"] == []
        assert [each for row in page.iter_rows() for each in row if each.hyperlink] == []
        cells = [[each.value for each in row] for row in page.iter_rows(max_col=len(sheet.head))]
        assert [each or "" for each in cells[0]] == [readable(each) for each in sheet.head]
        assert cells[1:] == [[shown(each) for each in row] for row in sheet.rows]


@given(comparisons())
@settings(max_examples=10, deadline=None)
def test_same_comparison_same_bytes(made: Comparison) -> None:
    assert comparison_sheet(made, "da") == comparison_sheet(made, "da")


@pytest.mark.parametrize("character", ["x", "😀"])
def test_a_long_text_goes_on_in_the_row_below(character: str) -> None:
    body = "".join(f"{character}{at:05}" for at in range(15_000))
    passage = replace(PASSAGE, number="", heading="", body=body)
    cells = (TopicCell("stated", (passage,)), TopicCell("absent"), TopicCell("absent"))
    rows = table(opened(replace(small(), topics=(TopicRow("price", "some", cells),))), "Afsnit")
    parts = [each["Lejre"] for each in rows]

    assert all(len(each.encode("utf-16-le")) // 2 <= MOST for each in parts)
    assert "".join(each.removeprefix("(fortsat) ").removesuffix(" (fortsat)") for each in parts) == body
    assert [each["Emne"] for each in rows] == [rows[0]["Emne"]] * len(parts)
    assert [each["Loven"] for each in rows] == ["Intet afsnit", *[None] * (len(parts) - 1)]
    assert [each.endswith("(fortsat)") for each in parts] == [*[True] * (len(parts) - 1), False]


def test_a_number_that_a_spreadsheet_would_round_is_told_in_words() -> None:
    price = replace(PRICE, amount=Decimal(10**17 + 1))
    row = FactRow("price", "", "some", (FactCell("stated", (price,)), BARE, BARE))
    value = table(opened(replace(small(), facts=(row,))), "Værdier")[1]

    assert value["Tal"] is None
    assert value["Værdi"] == "100.000.000.000.000.001 kr. pr. måltid"


def test_bodies_read_as_plain_lines() -> None:
    body = "Se [loven](https://example.org/a).\n\n1. en\n   - to\n\n|a|b|\n|-|-|\n|c|d|\n\n> ord\n\n[a@b.dk](mailto:a@b.dk)"

    assert body_text(body) == (
        "Se loven (https://example.org/a).\n\n1. en\n   \n   – to\n\na | b\nc | d\n\n> ord\n\na@b.dk"
    )


# ---------- What other programs make of it ----------


def test_the_parts_are_well_formed_and_hold_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(comparison_sheet(small(), "da"))) as package:
        assert {each.date_time for each in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert b"2000-01-01T00:00:00Z" in package.read("docProps/core.xml")


def test_office_finds_nothing_wrong(tmp_path: Path) -> None:
    path = tmp_path / "sammenligning.xlsx"
    path.write_bytes(comparison_sheet(small(), "da"))

    assert checkers.docx_problems(path) == []


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    checkers.require("localc")
    path = tmp_path / "sammenligning.xlsx"
    path.write_bytes(comparison_sheet(small(), "da"))

    text = checkers.pdf_text(checkers.docx_to_pdf(path, tmp_path))

    assert "Overskrift uden tekst" in text
    assert "=1+1" in text
