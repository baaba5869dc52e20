"""The comparison as a whole: what the two real standards and the law come to, and what holds for any standards."""

from collections import Counter
from collections.abc import Sequence
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.compare import Entry, compare
from qstd.model.comparison import Comparison, FactCell, FactRow, TopicCell, TopicRow, passages
from qstd.model.facts import TargetGroup
from qstd.model.standard import Standard
from tests.compare.seeds import ENTRIES, HVIDOVRE, LAW, LEJRE
from tests.standards_strategies import standards

columns = st.lists(standards(), min_size=1, max_size=4)


def entries(made: Sequence[Standard]) -> list[Entry]:
    return [Entry(f"{each.municipality}/{at}", f"Kommune {at}", each) for at, each in enumerate(made)]


def row(comparison: Comparison, kind: str, role: str = "") -> FactRow:
    return next(each for each in comparison.facts if (each.kind, each.role) == (kind, role))


def states(found: FactRow | TopicRow) -> tuple[str, ...]:
    return tuple(each.state for each in found.cells)


class TestTheSeeds:
    whole = compare(ENTRIES)

    def test_has_one_row_for_each_kind_that_any_states(self) -> None:
        stated = {each.kind for standard in (HVIDOVRE, LEJRE, LAW) for each in standard.facts}

        assert sorted(stated) == sorted(each.kind for each in self.whole.facts if each.verdict != "nobody")

    def test_age_only_for_hvidovre(self) -> None:
        age = row(self.whole, "age")

        assert (age.verdict, states(age)) == ("some", ("stated", "absent", "absent"))

    def test_deadline_of_seven_days_only_for_lejre(self) -> None:
        deadline = row(self.whole, "deadline", "reaction")

        assert (deadline.verdict, states(deadline)) == ("some", ("absent", "stated", "absent"))

    def test_follow_up_against_stated_none(self) -> None:
        follow_up = row(self.whole, "follow_up")

        assert (follow_up.verdict, states(follow_up)) == ("different", ("stated", "none", "absent"))

    def test_the_groups_of_the_law_in_its_column(self) -> None:
        (found,) = row(self.whole, "target_group").cells[2].facts

        assert isinstance(found, TargetGroup)
        assert len(found.groups) == 3

    def test_a_heading_without_text_is_a_row_that_nobody_states(self) -> None:
        price = row(self.whole, "price")

        assert (price.verdict, states(price), price.cells[0].section) == (
            "nobody",
            ("empty", "absent", "absent"),
            "price",
        )

    def test_ingen_is_an_answer(self) -> None:
        assert states(row(self.whole, "obligation")) == ("none", "absent", "absent")

    def test_silence_of_the_law_makes_no_difference(self) -> None:
        assert row(self.whole, "voluntary").verdict == "equal"

    def test_flags_what_the_law_does_not_have(self) -> None:
        flags = [flag for each in self.whole.facts for cell in each.cells for flag in cell.flags]

        assert [each.kind for each in flags] == ["narrower_group", "added_age_limit"]
        assert (flags[0].total, len(flags[0].missing)) == (3, 2)

    def test_documents_have_their_rows(self) -> None:
        assert [(each.name, each.verdict) for each in self.whole.properties] == [
            ("title", "different"),
            ("approved", "some"),
        ]

    def test_finds_sections_by_key(self) -> None:
        assert passages(self.whole, 1)["horsager"].heading == "Huset Horsager"


@given(columns)
@settings(max_examples=60, deadline=None)
def test_loses_and_doubles_nothing(made: list[Standard]) -> None:
    whole = compare(entries(made))

    for at, standard in enumerate(made):
        facts = [fact for each in whole.facts for fact in each.cells[at].facts]
        assert Counter(map(repr, facts)) == Counter(map(repr, standard.facts))
        shown = [
            (each.topic, passage.section, passage.number or None, passage.heading, passage.body, passage.audience)
            for each in whole.topics
            for passage in each.cells[at].passages
        ]
        assert Counter(shown) == Counter(
            (each.topic or "", each.key, each.number, each.heading, each.body, each.audience)
            for each in standard.sections
        )


@given(st.lists(standards(), min_size=2, max_size=3), st.data())
@settings(max_examples=40, deadline=None)
def test_the_order_of_columns_does_not_matter(made: list[Standard], data: st.DataObject) -> None:
    order = data.draw(st.sampled_from(list(permutations(range(len(made))))))
    one, other = compare(entries(made)), compare([entries(made)[at] for at in order])

    def turned(rows: tuple[FactRow, ...] | tuple[TopicRow, ...]) -> Counter[str]:
        return Counter(repr((type(each), each.verdict, [_own(each.cells[at]) for at in order])) for each in rows)

    def as_is(rows: tuple[FactRow, ...] | tuple[TopicRow, ...]) -> Counter[str]:
        return Counter(repr((type(each), each.verdict, list(map(_own, each.cells)))) for each in rows)

    assert turned(one.facts) == as_is(other.facts)
    assert turned(one.topics) == as_is(other.topics)


def _own(cell: FactCell | TopicCell) -> object:
    """What a cell says of its own column alone; what it says of others names them by their place."""
    if isinstance(cell, FactCell):
        return cell
    return cell.state, [(each.section, each.number, each.heading, each.body) for each in cell.passages]


@given(standards())
@settings(max_examples=60, deadline=None)
def test_a_standard_is_equal_to_itself(made: Standard) -> None:
    whole = compare(entries([made, made]))
    rows = [each.verdict for each in whole.facts]
    rows += [each.verdict for each in whole.topics]
    rows += [each.verdict for each in whole.properties]

    assert set(rows) <= {"equal", "nobody"}
