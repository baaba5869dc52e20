"""What changed in the meaning from one version to the next: every change once, nothing that says the same."""

from collections import Counter
from dataclasses import replace

from hypothesis import given, settings

from qstd.compare.fact_changes import fact_changes
from qstd.compare.kinds import ROWS
from qstd.compare.meanings import said
from qstd.model.facts import AnyFact
from qstd.model.revision import FactChange
from qstd.model.standard import Section, Standard
from tests.compare.fact_cases import Case, facts
from tests.compare.seeds import LAW, LEJRE, THREE_GROUPS, standard
from tests.standards_strategies import standards

MIRRORED = {"more": "less", "less": "more", "neutral": "neutral"}


def one(kind: str, *values: Case, role: str = "", sections: tuple[Section, ...] = ()) -> Standard:
    return standard("a", sections, facts(kind, role, values))


def only(old: Standard, new: Standard, law: Standard | None = None) -> FactChange:
    (change,) = fact_changes(old, new, law)
    return change


class TestWhatCounts:
    def test_a_longer_deadline_is_a_longer_wait(self) -> None:
        old, new = (one("deadline", {"value": value, "unit": "week"}, role="decision") for value in (4, 8))
        change = only(old, new)

        assert (change.kind, change.role, change.direction, change.reason) == (
            "deadline",
            "decision",
            "less",
            "longer_wait",
        )
        assert (change.old, change.new) == (old.facts, new.facts)

    def test_the_same_in_another_unit_is_no_change(self) -> None:
        weeks = one("deadline", {"value": 4, "unit": "week"}, role="decision")

        assert fact_changes(weeks, one("deadline", {"value": 28, "unit": "day"}, role="decision")) == ()

    def test_evidence_is_no_change(self) -> None:
        moved = tuple(
            replace(each, evidence=replace(each.evidence, quote="andre ord", section="special")) for each in LEJRE.facts
        )

        assert fact_changes(LEJRE, replace(LEJRE, facts=moved)) == ()

    def test_only_facts_that_differ_are_given(self) -> None:
        meal, month = ({"mode": "fixed", "amount": 50, "per": per} for per in ("meal", "month"))
        change = only(one("price", meal, month), one("price", month | {"amount": 60}, meal))

        assert [[getattr(each, "per", "") for each in side] for side in (change.old, change.new)] == [["month"]] * 2

    def test_groups_and_ages_are_given_whole(self) -> None:
        narrow, wide = {"groups": ["homeless"]}, {"groups": ["homeless", "relatives"]}
        change = only(one("target_group", narrow), one("target_group", narrow, wide))

        assert (len(change.old), len(change.new)) == (1, 2)

    def test_a_bare_none_is_a_fact_where_the_kind_has_one(self) -> None:
        duty = one("obligation", {"text": "Meld afbud"})
        bare = one("obligation", sections=(Section(topic="obligations", body="Ingen."),))
        change = only(duty, bare)

        assert (change.direction, change.reason) == ("more", "obligation_removed")
        assert [(each.evidence.section, each.evidence.quote) for each in change.new] == [("obligations", "Ingen.")]
        assert fact_changes(bare, one("obligation", {"none": True})) == ()

    def test_a_bare_none_that_no_fact_stands_for_changes_the_text_alone(self) -> None:
        assert fact_changes(one("price"), one("price", sections=(Section(topic="price", body="Ingen"),))) == ()


class TestFlags:
    age = one("age", {"max": 64})
    narrow, narrower = (one("target_group", {"groups": list(THREE_GROUPS[:count])}) for count in (2, 1))

    def test_a_new_flag_is_told(self) -> None:
        change = only(one("age"), self.age, LAW)

        assert [(each.kind, each.law) for each in change.flags] == [("added_age_limit", "law/sel-99")]

    def test_one_that_was_there_is_not(self) -> None:
        assert only(self.age, one("age", {"max": 60}), LAW).flags == ()
        assert only(self.narrower, self.narrow, LAW).flags == ()

    def test_a_group_more_that_is_missing_is_new(self) -> None:
        assert [each.kind for each in only(self.narrow, self.narrower, LAW).flags] == ["narrower_group"]

    def test_none_without_the_law_or_by_that_of_another_service(self) -> None:
        assert only(one("age"), self.age).flags == ()
        assert only(one("age"), self.age, replace(LAW, service="sel-85")).flags == ()


@given(standards("a"), standards("a"), standards("law"))
@settings(max_examples=100, deadline=None)
def test_every_fact_that_differs_is_in_one_change_and_back_is_the_mirror(
    old: Standard, new: Standard, law: Standard
) -> None:
    changes, back = fact_changes(old, new, law), fact_changes(new, old, law)
    rows = [(each.kind, each.role) for each in changes]

    assert fact_changes(old, old, law) == ()
    assert rows == [each for each in ROWS if each in rows]
    assert [(each.kind, each.role, each.new, each.old, MIRRORED[each.direction]) for each in back] == [
        (each.kind, each.role, each.old, each.new, each.direction) for each in changes
    ]
    for side, other, own in ((old, new, "old"), (new, old, "new")):
        shown = Counter(said(fact) for each in changes for fact in getattr(each, own))
        assert set(map(said, _gone(side, other))) <= set(shown)


def _gone(side: Standard, other: Standard) -> list[AnyFact]:
    """Return the facts that the other version neither states nor says by a bare "ingen"."""
    kept = set(map(said, other.facts))
    return [
        each
        for each in side.facts
        if said(each) not in kept and getattr(each, "none", False) is not True and getattr(each, "mode", "") != "none"
    ]
