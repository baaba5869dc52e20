"""What was found out of a standard is found again by the very record, and forgotten when there are many."""

import datetime as dt

from qstd.lint.rule import Around
from qstd.lint.shared.kept import keeping, kept
from qstd.model.finding import Place
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard


def standard(title: str) -> Standard:
    """A standard."""
    return Standard(schema=1, title=title, service="sel-85", status="draft")


def around(municipality: Municipality | None = None) -> Around:
    """What a rule knows beside it."""
    return Around(dt.date(2026, 1, 1), "lejre", municipality, lambda path, line: Place("x.yaml"))


def test_the_same_record_is_looked_at_once_and_an_equal_one_anew() -> None:
    seen = []

    @kept
    def look(each: Standard, around: Around, more: str) -> str:
        seen.append(more)
        return each.title + more

    one, other = standard("a"), standard("a")

    assert [look(each, around(), "x") for each in (one, one, other)] == ["ax", "ax", "ax"]
    assert look(one, around(), "y") == "ay"
    assert seen == ["x", "x", "y"]


def test_other_shared_texts_are_another_matter() -> None:
    seen = []

    @kept
    def look(each: Standard, around: Around) -> None:
        seen.append(around.municipality)

    own = standard("a")
    for municipality in (Municipality(name="A", code="0350"), Municipality(name="B", code="0350"), None):
        look(own, around(municipality))
        look(own, around(municipality))

    assert [each and each.name for each in seen] == ["A", "B", None]


def test_no_more_is_kept_than_was_said() -> None:
    seen = []

    @keeping(2)
    def look(each: Standard, around: Around) -> None:
        seen.append(each.title)

    first, rest = standard("a"), [standard(each) for each in "bc"]
    for each in (first, *rest, first):
        look(each, around())

    assert seen == ["a", "b", "c", "a"]
