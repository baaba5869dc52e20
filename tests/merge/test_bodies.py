"""Texts in passages: nothing of the three is left out or told twice."""

from hypothesis import given
from hypothesis import strategies as st

from qstd.merge.bodies import changes, passages
from qstd.merge.sequences import matching, rising

TEXTS = st.lists(st.sampled_from(["", "", "a", "b", "c", "d", "e"]), max_size=12)


@given(TEXTS, TEXTS)
def test_what_matches_is_equal_and_rises(old: list[str], new: list[str]) -> None:
    found = sorted(matching(old, new).items())

    assert all(old[one] == new[other] for one, other in found)
    assert [other for _, other in found] == sorted({other for _, other in found})


@given(TEXTS, TEXTS)
def test_changes_made_give_the_new_text(old: list[str], new: list[str]) -> None:
    made = list(old)
    for each in reversed(list(changes(old, new))):
        made[each.start : each.end] = each.lines

    assert made == new
    assert not list(changes(old, old))


@given(TEXTS, TEXTS, TEXTS)
def test_passages_hold_each_side_whole(base: list[str], ours: list[str], theirs: list[str]) -> None:
    found = list(passages(base, ours, theirs))

    assert [line for each in found for line in each.ours] == ours
    assert [line for each in found for line in each.theirs] == theirs
    assert [line for each in found for line in each.base if line] == [line for line in base if line]


@given(TEXTS, TEXTS)
def test_passages_of_one_changed_text_are_settled(base: list[str], new: list[str]) -> None:
    assert [line for each in passages(base, new, base) for line in each.settled or []] == new
    assert [line for each in passages(base, base, new) for line in each.settled or []] == new
    assert [line for each in passages(base, new, new) for line in each.settled or []] == new


@given(st.permutations(range(9)))
def test_a_rising_part_rises(numbers: list[int]) -> None:
    found = [numbers[at] for at in rising(numbers)]

    assert found == sorted(found)
