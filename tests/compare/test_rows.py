"""Single rows: states without facts, verdicts, flags, and what counts as the same meaning."""

from typing import Any, get_args, get_type_hints

import pytest

from qstd.compare import Entry, compare
from qstd.compare.hollow import state_of
from qstd.compare.kinds import HOME, ROWS, TOPICS
from qstd.model.comparison import Comparison, FactRow
from qstd.model.facts import FACT_KINDS, Age, AnyFact, Citation, Deadline, FollowUp, Price, Provider
from qstd.model.standard import Section, Standard
from tests.compare.seeds import LAW, groups, said, standard

HERE = said("special", "ord")


def a(*facts: AnyFact, sections: tuple[Section, ...] = (), municipality: str = "a", **more: str) -> Standard:
    return standard(municipality, sections, facts, **more)


def beside(*standards: Standard) -> Comparison:
    return compare([Entry(f"{each.municipality}/{at}", f"K{at}", each) for at, each in enumerate(standards)])


def only(whole: Comparison) -> FactRow:
    (row,) = whole.facts
    return row


def section(topic: str | None, body: str = "", **more: Any) -> Section:
    return Section(topic=topic, body=body, **more)


def every(interval: str, quote: str = "ord") -> FollowUp:
    return FollowUp(kind="follow_up", mode="interval", interval=interval, evidence=said("follow_up", quote))


def age(**limits: Any) -> Age:
    return Age(kind="age", evidence=HERE, **limits)


NO_FOLLOW_UP = FollowUp(kind="follow_up", mode="none", evidence=HERE)


@pytest.mark.parametrize("body", ["ingen", "Ingen.", " Nej \n", "-", "–", "INTET!", "**Ingen**", "- ingen"])
def test_a_bare_none_is_an_answer(body: str) -> None:
    assert state_of(body) == "none"


@pytest.mark.parametrize("body", ["Ingen udgifter", "Nej, men ring", "Ingenting", "--- ---", "x"])
def test_more_than_a_bare_none_is_text(body: str) -> None:
    assert state_of(body) == "stated"


SPLIT = {"citation": Citation, "deadline": Deadline}


def test_every_role_has_its_row_in_the_order_of_kinds() -> None:
    roles = {each: get_args(get_type_hints(record)["role"]) for each, record in SPLIT.items()}

    assert list(dict.fromkeys(kind for kind, _ in ROWS)) == list(FACT_KINDS)
    assert {kind: tuple(role for each, role in ROWS if each == kind) for kind in roles} == roles
    assert set(TOPICS) <= set(ROWS)
    assert set(HOME.values()) <= set(ROWS)


class TestStates:
    def test_the_answer_none_is_quoted(self) -> None:
        cell = only(beside(a(sections=(section("obligations", " ingen\n"),)), a())).cells[0]

        assert (cell.state, cell.section, cell.quote) == ("none", "obligations", "ingen")

    def test_text_without_a_value_points_to_its_section(self) -> None:
        whole = beside(a(every("P6M")), a(sections=(section("follow_up", "Vi taler sammen."),)))

        assert (only(whole).cells[1].state, only(whole).cells[1].section) == ("absent", "follow_up")

    def test_text_goes_before_an_empty_section(self) -> None:
        two = (section("follow_up", id="one"), section("follow_up", "Vi taler sammen.", id="two"))

        assert only(beside(a(every("P6M")), a(sections=two))).cells[1].section == "two"

    def test_an_empty_deadline_is_one_row(self) -> None:
        row = only(beside(a(sections=(section("case_deadline"),)), a()))

        assert (row.kind, row.role, row.verdict) == ("deadline", "decision", "nobody")

    def test_an_empty_deadline_shows_in_the_row_of_the_stated_one(self) -> None:
        stated = Deadline(kind="deadline", role="reaction", value=7, unit="day", evidence=HERE)
        row = only(beside(a(stated), a(sections=(section("case_deadline"),))))

        assert (row.role, row.cells[1].state) == ("reaction", "empty")


class TestVerdicts:
    def test_evidence_makes_no_difference(self) -> None:
        assert only(beside(a(every("P6M", "her")), a(every("P6M", "der")))).verdict == "equal"

    def test_a_year_is_twelve_months(self) -> None:
        assert only(beside(a(every("P1Y")), a(every("P12M")))).verdict == "equal"

    def test_capitals_and_spaces_make_no_difference(self) -> None:
        one = Provider(kind="provider", name="Huset  Horsager", evidence=HERE)
        other = Provider(kind="provider", name="huset horsager.", evidence=HERE)

        assert only(beside(a(one), a(other))).verdict == "equal"

    def test_order_makes_no_difference(self) -> None:
        assert only(beside(a(every("P6M"), NO_FOLLOW_UP), a(NO_FOLLOW_UP, every("P6M")))).verdict == "equal"

    def test_the_words_beside_the_groups_make_no_difference(self) -> None:
        one = groups(("homeless",), "special", "ord", text="hjemløse")

        assert only(beside(a(one), a(groups(("homeless",), "special", "ord")))).verdict == "equal"

    def test_a_stated_none_is_like_a_bare_one(self) -> None:
        assert only(beside(a(NO_FOLLOW_UP), a(sections=(section("follow_up", "Ingen"),)))).verdict == "equal"

    def test_none_is_not_free_of_charge(self) -> None:
        free = Price(kind="price", mode="free", evidence=HERE)

        assert only(beside(a(free), a(sections=(section("price", "Ingen"),)))).verdict == "different"

    def test_one_municipality_and_a_silent_law_are_not_equal(self) -> None:
        assert only(beside(a(age(min=18)), a(municipality="law"))).verdict == "some"

    def test_a_law_that_says_otherwise_makes_a_difference(self) -> None:
        law = a(age(min=21), municipality="law")

        assert only(beside(a(age(min=18)), a(age(min=18)), law)).verdict == "different"

    def test_only_the_law_states_it(self) -> None:
        assert only(beside(a(), a(), a(age(min=18), municipality="law"))).verdict == "some"


class TestFlags:
    def flags(self, *standards: Standard) -> list[str]:
        return [flag.kind for row in beside(*standards).facts for cell in row.cells for flag in cell.flags]

    def test_an_age_that_the_law_does_not_have(self) -> None:
        assert self.flags(a(age(max=64)), LAW) == ["added_age_limit"]

    def test_no_flag_without_a_limit_or_without_the_law(self) -> None:
        assert self.flags(a(age()), LAW) == []
        assert self.flags(a(age(max=64)), a()) == []

    def test_no_flag_where_the_law_has_an_age(self) -> None:
        assert self.flags(a(age(max=64)), a(age(min=18), municipality="law")) == []

    def test_the_law_of_another_service_flags_nothing(self) -> None:
        other = Standard(schema=1, title="", service="sel-85", municipality="law", status="in_force")

        assert self.flags(a(age(max=64)), other) == []

    def test_groups_by_other_names_are_not_called_narrower(self) -> None:
        assert self.flags(a(groups(("homeless", "mental_illness"), "special", "ord")), LAW) == []
        assert self.flags(a(groups(("mental_illness",), "special", "ord")), LAW) == ["narrower_group"]


class TestTopics:
    def test_known_topics_first_then_unknown_then_none(self) -> None:
        own = (
            section(None, "b", heading="Andet"),
            section("unheard_of", "x"),
            section("price"),
            section("purpose", "f"),
        )

        assert [each.topic for each in beside(a(sections=own), a()).topics] == ["purpose", "price", "unheard_of", ""]

    def test_sections_without_topic_meet_by_their_heading(self) -> None:
        one, other = section(None, "b", heading="Huset  Horsager"), section(None, "b", heading="huset horsager")
        (row,) = beside(a(sections=(one,)), a(sections=(other,))).topics

        assert row.verdict == "equal"

    @pytest.mark.parametrize(
        ("one", "other"),
        [("**At hjælpe**", "At hjælpe"), ("- En\n- To\n", "* En\n* To"), ("Ingen.", "nej"), ("-", "**Ingen**")],
    )
    def test_words_are_compared_and_not_marks(self, one: str, other: str) -> None:
        (row,) = beside(a(sections=(section("purpose", one),)), a(sections=(section("purpose", other),))).topics

        assert row.verdict == "equal"

    def test_words_that_differ_make_a_difference(self) -> None:
        two = (a(sections=(section("purpose", "Ingen"),)), a(sections=(section("purpose", "Ingen udgifter"),)))

        assert beside(*two).topics[0].verdict == "different"

    def test_headings_without_text_are_no_text(self) -> None:
        (row,) = beside(a(sections=(section("price"),)), a(sections=(section("price", " \n"),))).topics

        assert (row.verdict, [each.state for each in row.cells]) == ("nobody", ["empty", "empty"])

    def test_the_wording_of_the_law_is_not_judged(self) -> None:
        same = a(sections=(section("purpose", "At hjælpe.\n"),))
        law = a(sections=(section("purpose", "Formålet er"),), municipality="law")

        assert beside(same, a(sections=(section("purpose", "At  hjælpe."),)), law).topics[0].verdict == "equal"
        assert beside(same, law).topics[0].verdict == "different"
