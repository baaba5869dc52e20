"""What holds of every merge, whatever two people have done: nobody's words are lost, and nobody's work is decided upon."""

import os
from collections import Counter
from collections.abc import Iterator
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.merge import Choice, Conflict, Merge, changes, merged
from qstd.merge.written import written
from qstd.model.standard import StandardFile
from tests.merge.edited_standards import files, threes, worked_on
from tests.merge.plainly import edited

Three = tuple[StandardFile, StandardFile, StandardFile]
many = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)


@many
@given(st.data(), files())
def test_one_side_alone(data: st.DataObject, base: StandardFile) -> None:
    new = data.draw(worked_on(base))

    ours = merged(base, new, base)
    theirs = merged(base, base, new)

    assert (ours.record, ours.edits, ours.conflicts, ours.taken) == (new, (), (), ())
    assert (theirs.record, theirs.conflicts, theirs.kept) == (new, (), ())
    assert bool(ours.kept) == bool(theirs.taken) == (new != base)


@many
@given(threes())
def test_both_the_same(three: Three) -> None:
    base, new, _ = three

    merge = merged(base, new, new)

    assert (merge.record, merge.edits, merge.conflicts, merge.taken) == (new, (), (), ())


@many
@given(threes(), st.data())
def test_the_edits_make_the_record(three: Three, data: st.DataObject) -> None:
    base, ours, theirs = three
    conflicts = merged(base, ours, theirs).conflicts
    choices = {each.id: data.draw(st.sampled_from(each.options)) for each in conflicts}

    merge = merged(
        base, ours, theirs, {key: ("text", "Nyt") if each == "text" else each for key, each in choices.items()}
    )

    assert edited(ours, merge.edits) == merge.record
    assert {each.id for each in merge.conflicts} <= {key for key, each in choices.items() if each == "text"}


@many
@given(threes())
def test_changes_lead_from_any_version_to_any_other(three: Three) -> None:
    for old in three:
        for new in three:
            assert edited(old, changes(old, new)) == new
            assert (changes(old, new) == ()) == (old == new)


@many
@given(threes(), st.booleans())
def test_no_line_is_lost(three: Three, within_bodies: bool) -> None:
    base, ours, theirs = three

    merge = merged(base, ours, theirs, within_bodies=within_bodies)

    there = set(lines(merge.record)) | {line for each in merge.conflicts for line in told(each)}
    one, two, first = lines(ours), lines(theirs), lines(base)
    # Where a line stood twice, each side may have taken one of the two out.
    assert {line for line in [*one, *two] if one[line] + two[line] > first[line]} <= there


@many
@given(threes())
def test_undecided_is_ours_and_what_ours_has_is_chosen(three: Three) -> None:
    base, ours, theirs = three
    merge = merged(base, ours, theirs)

    chosen: dict[str, Choice] = {each.id: "ours" for each in merge.conflicts}
    decided = merged(base, ours, theirs, chosen)

    assert decided.conflicts == ()
    assert decided.record == merge.record
    assert len({each.id for each in merge.conflicts}) == len(merge.conflicts)
    assert merge.conflicts == () or theirs not in (base, ours)


@many
@given(threes())
def test_the_sides_can_be_changed_over(three: Three) -> None:
    base, ours, theirs = three
    one, other = merged(base, ours, theirs), merged(base, theirs, ours)

    assert Counter(map(sided, one.conflicts)) == Counter(mirrored(each) for each in other.conflicts)
    chosen: dict[str, Choice] = {each.id: "theirs" for each in other.conflicts}
    assert content(merged(base, ours, theirs)) == content(merged(base, theirs, ours, chosen))


@many
@given(threes())
def test_old_choices_decide_nothing_new(three: Three) -> None:
    base, ours, theirs = three
    old = merged(base, ours, theirs).conflicts
    choices: dict[str, Choice] = {each.id: "theirs" for each in old}

    now = merged(base, ours, base, choices)

    assert now.record == ours


def lines(record: StandardFile) -> Counter[str]:
    """The lines of all sections, and how often each stands there."""
    return Counter(line for each in record.sections for line in each.body.split("\n") if line.strip())


def told(conflict: Conflict) -> Iterator[str]:
    """The lines that a conflict shows."""
    for value in (conflict.ours, conflict.theirs):
        body: Any = value.get("body", "") if isinstance(value, dict) else value
        yield from body.split("\n") if isinstance(body, str) else ()


def sided(conflict: Conflict, ours: str = "ours", theirs: str = "theirs") -> tuple[str, ...]:
    """A conflict by its values; an order names its sections as ours does, so that only its kind is the same."""
    names = ("kind", "field") if conflict.kind == "order" else ("kind", "field", "base", ours, theirs)
    return tuple(repr(getattr(conflict, each)) for each in names)


def mirrored(conflict: Conflict) -> tuple[str, ...]:
    """A conflict by its values, the sides changed over."""
    return sided(conflict, "theirs", "ours")


def content(merge: Merge) -> Any:
    """What a merge says, whatever the order and the names that it had to find."""
    record = written(merge.record)
    assert isinstance(record, dict)
    sections = Counter(repr(sorted({**each, "id": None}.items())) for each in record.pop("sections", ()))
    entries = Counter(repr(each) for name in ("facts", "waive") for each in record.pop(name, ()))
    return record, sections, entries.total()
