"""The standards of one municipality beside each other: who speaks, and how often each is read."""

import datetime as dt

import pytest

from qstd import lint
from qstd.lint.rule import Around
from qstd.lint.shared.siblings import earlier, noted
from qstd.model.finding import Place
from qstd.model.standard import Section, Standard

SERVICES = ("sel-83", "sel-85", "sel-97", "sel-98", "sel-108")


def standard(title: str, service: str = "sel-85", body: str = "") -> Standard:
    """A standard with one section on complaints."""
    sections = (Section(topic="complaints", heading="Klage", body=body),)
    return Standard(schema=1, title=title, service=service, status="draft", sections=sections)


def around(*others: Standard) -> Around:
    """What a rule knows beside others."""
    return Around(dt.date(2026, 1, 1), "lejre", None, lambda path, line: Place("x.yaml", 1, 1, path), others=others)


@pytest.mark.parametrize(
    ("own", "other", "speaks"),
    [("Bostøtte", "Ledsagelse", False), ("Ledsagelse", "Bostøtte", True), ("bostøtte", "Bostøtte", True)],
)
def test_the_later_title_speaks(own: str, other: str, speaks: bool) -> None:
    assert bool(list(earlier(standard(own), around(standard(other))))) == speaks


def test_a_standard_is_read_once_however_often_it_is_asked_for() -> None:
    read = []

    @noted
    def look(each: Standard, around: Around) -> int:
        read.append(each.title)
        return len(each.title)

    one, two = standard("Bostøtte"), standard("Bostøtte")

    assert [look(each, around()) for each in (one, two, one, two)] == [8, 8, 8, 8]
    assert read == ["Bostøtte", "Bostøtte"]


def test_of_many_standards_each_that_differs_from_an_earlier_one_says_so_once() -> None:
    limits = ("4 uger", "fire uger", "6 uger", "4 uger", "30 dage")
    all_of_them = [
        standard(f"{number} Hjælp", service, f"Du kan klage inden {limit}.")
        for number, (service, limit) in enumerate(zip(SERVICES, limits, strict=True))
    ]
    found = {}
    for each in all_of_them:
        others = around(*(other for other in all_of_them if other is not each))
        found[each.title] = sum(finding.code == "X001" for finding in lint.check(each, others))

    assert found == {"0 Hjælp": 0, "1 Hjælp": 0, "2 Hjælp": 1, "3 Hjælp": 1, "4 Hjælp": 1}


def test_a_circle_of_many_is_told_once_by_the_last() -> None:
    ways = {"97": "sel-85", "85": "sel-83", "83": "sel-98", "98": "sel-97"}
    all_of_them = [
        standard(f"Hjælp {service}", service, f"Søg først om hjælp efter § {paragraph}.")
        for paragraph, service in ways.items()
    ]
    found = []
    for each in all_of_them:
        others = around(*(other for other in all_of_them if other is not each))
        found += [each.title for finding in lint.check(each, others) if finding.code == "X002"]

    assert found == ["Hjælp sel-98"]
