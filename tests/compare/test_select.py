"""What is alike can be left out of a comparison, and nothing else is."""

from dataclasses import replace
from typing import Any

from hypothesis import given, settings

from qstd.compare import Entry, compare
from qstd.compare.select import only_different, same
from qstd.model.comparison import Comparison, passages
from qstd.model.standard import LAW, Section, Standard
from tests.standards_strategies import standards

ONE = Standard(
    schema=1,
    title="Ledsagelse",
    service="sel-97",
    status="in_force",
    sections=(Section(topic="price", number="1", heading="Pris", body="Se [her](https://a.example.org)."),),
    municipality="lejre",
)


def beside(*columns: Standard) -> Comparison:
    return compare([Entry(f"m{at}/x", f"M{at}", each) for at, each in enumerate(columns)])


def with_section(**changes: Any) -> Standard:
    return replace(ONE, sections=(replace(ONE.sections[0], **changes),))


@settings(deadline=None)
@given(standards())
def test_a_standard_is_the_same_as_itself(one: Standard) -> None:
    comparison = beside(one, one)
    assert same(comparison)
    left = only_different(comparison)
    assert (left.facts, left.topics, left.properties) == ((), (), ())
    assert left.columns == comparison.columns


@settings(deadline=None)
@given(standards(), standards())
def test_what_differs_stays(one: Standard, other: Standard) -> None:
    comparison = beside(one, other)
    left = only_different(comparison)
    for before, after in ((comparison.facts, left.facts), (comparison.topics, left.topics)):
        gone = [each for each in before if each not in after]
        assert {each.verdict for each in gone} <= {"equal", "nobody"}
    sections = {(at, key) for at in (0, 1) for key in passages(left, at)}
    every = {(at, key) for at in (0, 1) for key in passages(comparison, at)}
    evidence = {(at, each.evidence.section) for row in left.facts for at in (0, 1) for each in row.cells[at].facts}
    echoes = {(each.column, each.section) for row in left.topics for cell in row.cells for each in cell.echoes}
    assert (evidence | echoes) & every <= sections
    assert same(comparison) <= (not left.facts and not left.topics and not left.properties)


def test_every_small_difference_counts() -> None:
    for other in (
        with_section(body="Se [her](https://b.example.org)."),
        with_section(heading="Hvad koster det?"),
        with_section(number="2"),
        with_section(audience="professional"),
        with_section(topic="purpose"),
    ):
        comparison = beside(ONE, other)
        assert not same(comparison)
        assert only_different(comparison).topics
    assert not same(beside(ONE, replace(ONE, title="Andet")))
    assert not same(beside(ONE, replace(ONE, status="draft")))
    assert same(beside(ONE, replace(ONE, municipality="hvidovre")))


def test_an_empty_heading_is_not_the_same_as_none() -> None:
    comparison = beside(with_section(body=""), replace(ONE, sections=()))
    assert [each.verdict for each in comparison.topics] == ["nobody"]
    assert not same(comparison)
    assert only_different(comparison).topics == comparison.topics


def test_the_law_makes_no_row_different_between_municipalities() -> None:
    law = replace(ONE, municipality=LAW, sections=())
    assert not same(beside(ONE, ONE, law))
    assert only_different(beside(ONE, ONE, law)).topics == ()
    assert only_different(beside(ONE, law)).topics
