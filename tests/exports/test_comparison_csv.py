"""The comparison as CSV: what a spreadsheet in Danish opens, what a script reads, and nothing that runs."""

import csv
import io
from dataclasses import replace

from hypothesis import given, settings

from qstd.exports import tidy
from qstd.exports.readable import readable
from qstd.model.comparison import Comparison, FactCell, FactRow
from qstd.site.data import comparison_table, words
from tests.exports.made import comparisons
from tests.exports.test_comparison_xlsx import BARE, PRICE, small


def rows(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def test_one_line_for_each_value_and_each_silence() -> None:
    made = rows(comparison_table(small(), "da"))
    price = next(each for each in made if (each["Kommune"], each["Oplysning"]) == ("Lejre", "Pris"))

    assert len(made) == 4 * 3
    assert (price["Tal"], price["Værdi"], price["Enhed"]) == ("52,50", "52,50 kr. pr. måltid", "kr.")
    assert {each["Dato"] for each in made} == {"2015-10-05", ""}


def test_as_danish_excel_opens_it() -> None:
    data = comparison_table(small(), "da")

    assert data.startswith("\ufeffKommune;Standard;Reference;".encode())
    assert data.count(b"\r\n") == data.count(b"\n") == 1 + 4 * 3


def test_a_formula_stays_text() -> None:
    title = rows(comparison_table(small(), "da"))[-1]["Standard"]

    assert title == "'=1+1"


def test_a_line_for_each_of_several_values() -> None:
    row = FactRow("price", "", "some", (FactCell("stated", (PRICE, replace(PRICE, year=2015))), BARE, BARE))
    made = rows(comparison_table(replace(small(), facts=(row,), properties=()), "da"))

    assert [each["Kommune"] for each in made] == ["Loven", "Lejre", "Lejre", "Roskilde"]
    assert made[2]["Værdi"].endswith("Prisniveau 2015")


@given(comparisons())
@settings(max_examples=60, deadline=None)
def test_any_text_comes_back_and_none_can_run(made: Comparison) -> None:
    given_words = words("da")
    wanted = [tidy.cells(each, given_words) for each in tidy.tidy(made, given_words)]
    text = comparison_table(made, "da").decode("utf-8-sig")
    read = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))[1:]

    assert len(read) == len(wanted)
    for cells, line in zip(wanted, read, strict=True):
        for cell, said in zip(cells, line, strict=True):
            assert not said.lstrip().startswith(("=", "+", "-", "@"))
            if isinstance(cell, str):
                assert said in (readable(cell), f"'{readable(cell)}")
