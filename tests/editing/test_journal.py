"""A journal replays to what was acknowledged, wherever it is cut, and is no less after it was made short."""

import os
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.verbs.editing import journal as subject
from qstd.verbs.editing.journal import Journal, Step, line, replayed, splice

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
TEXTS = st.text(st.sampled_from('abæ\n\r\u2028"\\ 𝄞'), max_size=12)
FIELDS = st.sampled_from(["title", "sections/0/body", "sections", "text"])
# What people do: change to a text, take back, do again, save, or find another file below the draft.
ACTS = st.lists(
    st.one_of(
        st.tuples(st.just("step"), FIELDS, TEXTS, st.sampled_from(["change", "add"])),
        st.tuples(st.just("merged"), TEXTS, TEXTS),
        st.sampled_from([("undo",), ("undo",), ("redo",), ("saved",)]),
    ),
    max_size=14,
)
GAPS = st.sampled_from([0.1, 1.9, 5.0])


def begun(base: str) -> Journal:
    return Journal("lejre/x", "Anna", base, subject.digest(base), base, time=1.0)


def event(journal: Journal, act: Sequence[str], time: float) -> subject.Event | None:
    match act[0]:
        case "step":
            return journal.step(act[2], act[1], "add" if act[3] == "add" else "change", time)
        case "merged":
            return journal.merged(act[1], subject.digest(act[1]), act[2], time)
        case "saved":
            return journal.saved(subject.digest(journal.text), time)
        case "undo":
            return journal.undo(time)
        case _:
            return journal.redo(time)


def told(journal: Journal | None) -> object:
    """All that a journal says, groups as what they do."""
    if journal is None:
        return None
    return journal.base, journal.disk, journal.text, journal.new, groups(journal.done), groups(journal.undone)


def groups(each: Sequence[Sequence[Step]]) -> list[tuple[str, str, int]]:
    return [(group[-1].field, group[-1].kind, len(group)) for group in each]


def written(base: str, acts: Sequence[Sequence[str]], gap: float) -> tuple[Journal, bytes, list[tuple[int, object]]]:
    """A journal after some acts, its file, and what was acknowledged at which size of it."""
    journal = begun(base)
    data = line(journal.head(base))
    sizes = [(len(data), told(journal))]
    for number, act in enumerate(acts):
        found = event(journal, act, 1.0 + gap * number)
        if found:
            data += line(found)
            journal.take(found)
            sizes.append((len(data), told(journal)))
    return journal, data, sizes


@given(TEXTS, TEXTS)
@settings(max_examples=EXAMPLES * 4, deadline=None)
def test_a_splice_leads_there_and_back(old: str, new: str) -> None:
    change = splice(old, new)

    assert change.on(old) == new
    assert change.back.on(new) == old
    assert not (change.cut and change.put) or (change.cut[0] != change.put[0] and change.cut[-1] != change.put[-1])


@given(TEXTS, ACTS, GAPS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_cut_at_any_byte_it_says_what_was_acknowledged_by_then(
    base: str, acts: Sequence[Sequence[str]], gap: float
) -> None:
    _, data, sizes = written(base, acts, gap)
    for size in range(len(data) + 1):
        journal, whole = replayed(data[:size])
        expected = [(at, said) for at, said in sizes if at <= size]

        assert (told(journal), whole) == ((expected[-1][1], expected[-1][0]) if expected else (None, 0))


@given(TEXTS, ACTS, GAPS, st.data())
@settings(max_examples=EXAMPLES, deadline=None)
def test_spoilt_bytes_hide_no_line_before_them(
    base: str, acts: Sequence[Sequence[str]], gap: float, data: st.DataObject
) -> None:
    _, whole, sizes = written(base, acts, gap)
    at = data.draw(st.integers(0, len(whole) - 1))
    spoilt = whole[:at] + bytes([data.draw(st.integers(0, 255))]) * data.draw(st.integers(1, 40)) + whole[at + 1 :]
    journal, size = replayed(spoilt)
    before = [said for end, said in sizes if end <= at]

    assert size >= max([0, *(end for end, _ in sizes if end <= at)])
    assert not before or journal is not None


@given(TEXTS, ACTS, GAPS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_made_short_it_says_the_same_and_can_take_back_the_same(
    base: str, acts: Sequence[Sequence[str]], gap: float
) -> None:
    journal, data, _ = written(base, acts, gap)
    long, _ = replayed(data)
    short, whole = replayed(journal.lines())
    assert long is not None
    assert short is not None
    assert whole

    for each in (long, short):
        assert (each.base, each.disk, each.text, each.new) == (journal.base, journal.disk, journal.text, journal.new)
    for turn in ("undo",) * 15 + ("redo",) * 30 + ("undo",) * 3:
        for each in (long, short, journal):
            if found := event(each, (turn,), 99.0):
                each.take(found)
        assert long.text == short.text == journal.text
        assert long.touched == short.touched == journal.touched


@given(TEXTS, ACTS, GAPS)
@settings(max_examples=EXAMPLES, deadline=None)
def test_a_text_that_was_seen_is_found_again(base: str, acts: Sequence[Sequence[str]], gap: float) -> None:
    journal = begun(base)
    seen = {base}
    for number, act in enumerate(acts):
        if found := event(journal, act, 1.0 + gap * number):
            journal.take(found)
            seen.add(journal.text)

    assert {journal.then(subject.digest(each)) for each in seen} == seen
    assert journal.then(subject.digest("never seen")) is None


def typed(*steps: tuple[float, str, str]) -> Journal:
    journal = begun("")
    for time, field, text in steps:
        journal.take(journal.step(text, field, "change", time))
    return journal


def test_typing_is_taken_back_in_bursts() -> None:
    journal = typed((0.0, "a", "x"), (1.5, "a", "xx"), (4.0, "a", "xxx"), (4.5, "b", "xxxx"), (4.9, "a", "xxxxx"))

    found = [journal.text]
    while taken_back := journal.undo(9.0):
        journal.take(taken_back)
        found.append(journal.text)
    assert found == ["xxxxx", "xxxx", "xxx", "xx", ""]


def test_a_burst_ends_after_a_while_a_save_and_taking_back() -> None:
    long = typed(*((number / 2, "a", "x" * (number + 1)) for number in range(100)))
    assert len(long.done) == 3

    saved = typed((0.0, "a", "x"))
    saved.take(saved.saved("0", 0.1))
    saved.take(saved.step("xx", "a", "change", 0.2))
    assert len(saved.done) == 2

    moved = begun("")
    for text in ("x", "xx"):
        moved.take(moved.step(text, "sections", "move", 0.1))
    assert len(moved.done) == 2


def test_two_hundred_steps_can_be_taken_back_and_more_are_forgotten() -> None:
    journal = typed(*((number * 10.0, "a", f"{number}") for number in range(2_000)))
    short, _ = replayed(journal.lines())
    assert short is not None

    assert 200 <= len(journal.done) == len(short.done) <= 400
    assert len(journal.lines()) < 100_000


def test_huge_steps_are_forgotten_sooner_so_that_the_file_stays_small() -> None:
    journal = typed(*((number * 10.0, "a", f"{number % 10}" * 1_000_000) for number in range(30)))

    assert 1 <= len(journal.done) < 8
    assert len(journal.lines()) < 20_000_000
