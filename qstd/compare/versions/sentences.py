"""Sentences that went somewhere else: out of one leaf and, word for word, into another."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from qstd.compare.versions.classes import edit_class, whole_class
from qstd.compare.versions.texts import Text
from qstd.model.revision import JOINT, ChangeClass, Leaf, Span, Step

Op = Literal["deleted", "inserted"]

_CHANGES = ("deleted", "inserted", "edited")


class _Said(NamedTuple):
    """A sentence that was deleted or inserted: in which step, and its characters in the step's text."""

    op: Op
    step: int
    start: int
    end: int


def with_moves(old: Text, new: Text, steps: tuple[Step, ...], numbered: int) -> tuple[Step, ...]:
    """Return the steps with the moved sentences in them; their numbers come after the `numbered` ones."""
    both = _both(old, new, steps)
    if not both:
        return steps
    olds = {leaf: at for at, step in enumerate(steps) if step[0] in _CHANGES for leaf in step[1]}
    news = {leaf: at for at, step in enumerate(steps) if step[0] in _CHANGES for leaf in step[2]}
    moves: dict[int, list[tuple[_Said, int]]] = defaultdict(list)
    for text in sorted(both, key=old.said.__getitem__):
        gone = _said("deleted", text, old, olds, steps)
        come = _said("inserted", text, new, news, steps) if gone else None
        if gone and come and gone.step != come.step:
            numbered += 1
            moves[gone.step].append((gone, numbered))
            moves[come.step].append((come, numbered))
    if not moves:
        return steps
    leaves = old.leaves, new.leaves
    return tuple(_marked(*leaves, step, moves[at]) if at in moves else step for at, step in enumerate(steps))


def _both(old: Text, new: Text, steps: Sequence[Step]) -> set[str]:
    """Return the sentences of both texts; what a leaf kept has not left it."""
    both = old.said.keys() & new.said.keys()
    for step in steps if both else ():
        if step[1] and step[2]:
            a, b = old.units[step[1][0]], new.units[step[2][0]]
            if a.said and b.said:
                both.difference_update(a.said if a is b else a.said & b.said)
    return both


def _said(op: Op, text: str, own: Text, places: Mapping[int, int], steps: Sequence[Step]) -> _Said | None:
    """Return where a sentence was deleted or inserted; None where the leaf that it stands in kept it, or moved whole."""
    leaf, start, end = own.said[text]
    at = places.get(leaf)
    if at is None:
        return None
    step = steps[at]
    leaves = step.old if op == "deleted" else step.new
    if len(leaves) > 1:
        offset = sum([len(own.units[each].text) + 1 for each in leaves[: leaves.index(leaf)]])
        start, end = start + offset, end + offset
    return _Said(op, at, start, end) if _changed(step, op, start, end) else None


def _changed(step: Step, op: Op, start: int, end: int) -> bool:
    """Tell whether all of a sentence is in one of the step's changes."""
    if step.kind == op:
        return True
    changes = (_range(each) for each in step.spans if each.op == op)
    return any(first <= start and end <= last for first, last in changes)


def _marked(old: Sequence[Leaf], new: Sequence[Leaf], step: Step, moves: Sequence[tuple[_Said, int]]) -> Step:
    """Cut the moved sentences out of the step's changes, and judge what is left."""
    texts = JOINT.join([old[each].text for each in step.old]), JOINT.join([new[each].text for each in step.new])
    spans = [*(step.spans or _whole(step, *map(len, texts)))]
    for said, number in moves:
        at = next(at for at, each in enumerate(spans) if _holds(each, said))
        spans[at : at + 1] = _cut(spans[at], said, number)
    return Step(step.kind, step.old, step.new, tuple(spans), _left(step, texts, spans), step.move)


def _holds(span: Span, said: _Said) -> bool:
    if span.op != said.op or span.move:
        return False
    start, end = _range(span)
    return start <= said.start and said.end <= end


def _left(step: Step, texts: tuple[str, str], spans: Sequence[Span]) -> ChangeClass:
    """Return the class of what changed apart from the moves."""
    if step.kind == "edited":
        left = edit_class(*texts, spans)
    else:
        text = max(texts, key=len)
        left = whole_class("".join([text[slice(*_range(each))] for each in spans if not each.move]))
    return "moved" if left in ("", "cosmetic") else left


def _whole(step: Step, old: int, new: int) -> tuple[Span, ...]:
    return (Span("deleted", 0, old, 0, 0),) if step.kind == "deleted" else (Span("inserted", 0, 0, 0, new),)


def _range(span: Span) -> tuple[int, int]:
    return (span.old_start, span.old_end) if span.op == "deleted" else (span.new_start, span.new_end)


def _cut(span: Span, said: _Said, number: int) -> Iterator[Span]:
    """Yield a span, the sentence in it apart from the rest."""
    start, end = _range(span)
    for first, last, move in ((start, said.start, 0), (said.start, said.end, number), (said.end, end, 0)):
        if first < last:
            yield _part(span, first, last, move)


def _part(span: Span, first: int, last: int, move: int) -> Span:
    if span.op == "deleted":
        return Span("deleted", first, last, span.new_start, span.new_end, move)
    return Span("inserted", span.old_start, span.old_end, first, last, move)
