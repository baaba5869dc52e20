"""The edit script of two versions: the golden cases, and what holds for any two."""

import os

from hypothesis import given, settings

from qstd.compare.versions import Vocabulary, prepare, script
from qstd.model.revision import Leaf, Span, Step
from qstd.model.standard import Standard
from tests.cases.case_file import Case, cases
from tests.compare.version_cases import applied, origin, shown, standard, text
from tests.compare.version_strategies import pairs, standards

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)


@cases("versions")
def test_steps(case: Case) -> None:
    found = shown(standard(case.parts["old"]), standard(case.parts["new"]))

    assert case.lines("steps") == [each.strip() for each in found]


@cases("versions")
def test_the_case_the_other_way_round(case: Case) -> None:
    old, new = standard(case.parts["old"]), standard(case.parts["new"])

    assert _plain(old, new, turned=False) == _plain(new, old, turned=True)


@FUZZ
@given(standards)
def test_nothing_changed(one: Standard) -> None:
    assert shown(one, one) == []


@FUZZ
@given(pairs())
def test_every_leaf_once_and_in_order(pair: tuple[Standard, Standard]) -> None:
    old, new, steps = _run(*pair)

    assert [at for each in steps for at in each.old] == list(range(len(old)))
    assert [at for each in steps for at in each.new] == list(range(len(new)))


@FUZZ
@given(pairs())
def test_the_script_applied_to_the_old_version_gives_the_new(pair: tuple[Standard, Standard]) -> None:
    old, new, steps = _run(*pair)

    assert list(applied(old, new, steps)) == [each.text for each in new]


@FUZZ
@given(pairs())
def test_spans_cover_both_texts(pair: tuple[Standard, Standard]) -> None:
    old, new, steps = _run(*pair)

    for step in steps:
        before, after = text(old, origin(step, steps)), text(new, step.new)
        if step.spans:
            assert _covered(step.spans) == (len(before), len(after))
        for each in step.spans:
            alike = before[each.old_start : each.old_end] == after[each.new_start : each.new_end]
            assert alike == (each.op == "same")


@FUZZ
@given(pairs())
def test_what_moved_away_arrives(pair: tuple[Standard, Standard]) -> None:
    old, new, steps = _run(*pair)
    away = sorted(each.move for each in steps if each.kind == "moved_away")
    here = sorted(each.move for each in steps if each.kind == "moved_here")
    gone = {each.move: text(old, step.old)[each.old_start : each.old_end] for step, each in _moved(steps, "deleted")}
    come = {each.move: text(new, step.new)[each.new_start : each.new_end] for step, each in _moved(steps, "inserted")}

    assert away == here
    assert gone == come
    assert not set(gone) & set(away)


@FUZZ
@given(pairs())
def test_every_change_has_a_class(pair: tuple[Standard, Standard]) -> None:
    _, _, steps = _run(*pair)

    assert all(bool(each.change) == (each.kind != "same") for each in steps)


@FUZZ
@given(pairs())
def test_the_way_back_is_the_way_there_mirrored(pair: tuple[Standard, Standard]) -> None:
    old, new = pair

    assert _plain(old, new, turned=False) == _plain(new, old, turned=True)


_TURNED = {"deleted": "inserted", "inserted": "deleted", "moved_away": "moved_here", "moved_here": "moved_away"}


def _plain(old: Standard, new: Standard, turned: bool) -> list[str]:
    """The steps as lines that read alike from both sides: without the numbers of moves, and the words of a moved leaf's
    edits, which stand on one side only.
    """
    lines = []
    for each in _run(old, new)[2]:
        sides = (each.new, each.old) if turned else (each.old, each.new)
        kind = _TURNED.get(each.kind, each.kind) if turned else each.kind
        edits = sorted(map(str, (_span(span, turned) for span in each.spans if span.op != "same")))
        moved = each.kind in ("moved_here", "moved_away")
        lines.append(f"{kind} {sides}" + ("" if moved else f" {each.change} {edits}"))
    return sorted(lines)


def _span(span: Span, turned: bool) -> tuple[str, int, int]:
    op = _TURNED[span.op] if turned else span.op
    return (op, span.old_start, span.old_end) if span.op == "deleted" else (op, span.new_start, span.new_end)


def _run(old: Standard, new: Standard) -> tuple[tuple[Leaf, ...], tuple[Leaf, ...], tuple[Step, ...]]:
    vocabulary = Vocabulary()
    before, after = prepare(old, vocabulary), prepare(new, vocabulary)
    return before.leaves, after.leaves, script(before, after)


def _moved(steps: tuple[Step, ...], op: str) -> list[tuple[Step, Span]]:
    return [(step, each) for step in steps for each in step.spans if each.op == op and each.move]


def _covered(spans: tuple[Span, ...]) -> tuple[int, int]:
    old = new = 0
    for each in spans:
        assert (each.old_start, each.new_start) == (old, new)
        old, new = each.old_end, each.new_end
    return old, new
