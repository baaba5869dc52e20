"""The words of one step of an edit script, merged: what both versions have, and what only one of them has, marked.

Where leaves were joined or split, the merged words fall into parts, and the end of each part tells which version ends a
paragraph there.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import Literal

from qstd.model.document import Break, Change, Del, Inline, Inlines, Ins, Mark, Text, plain
from qstd.model.revision import JOINT, Span
from qstd.present.inlines import cut

Op = Literal["deleted", "inserted"]
Marker = Callable[[Op, int, Inlines], Inlines]
Look = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Merged words up to the end of a leaf (or of a cell), and the version that alone has that end."""

    inlines: Inlines
    change: Change = ""


def tracked(op: Op, move: int, words: Inlines) -> Inlines:
    """Mark words as a word processor does: what was moved is gone here and new there."""
    return (Del(words),) if op == "deleted" else (Ins(words),)


def parts(olds: Sequence[Inlines], news: Sequence[Inlines], spans: Sequence[Span], mark: Marker) -> tuple[Part, ...]:
    """Merge the texts of both sides; `spans` lead from the old ones, joined, to the new ones, joined."""
    merging = _Merging(_Side(olds), _Side(news), mark)
    for span in spans or _without_spans(merging.old, merging.new):
        merging.add(span)
    return merging.finished()


def _without_spans(old: "_Side", new: "_Side") -> list[Span]:
    """Return the spans of a step that has none: all of it reads alike, or it stands on one side only."""
    if old.text == new.text:
        return [Span("same", 0, old.length, 0, new.length)]
    deleted = [Span("deleted", 0, old.length, 0, 0)] if old.length else []
    inserted = [Span("inserted", old.length, old.length, 0, new.length)] if new.length else []
    return [*deleted, *inserted]


class _Side:
    """The texts of one side as one, with the places of the joints between them."""

    def __init__(self, texts: Sequence[Inlines]) -> None:
        joined: list[Inline] = []
        for at, each in enumerate(texts):
            joined += [*((Text(JOINT),) if at else ()), *each]
        self.inlines = tuple(joined)
        ends = list(accumulate(len(plain(each)) + 1 for each in texts))
        self.length = max(ends[-1] - 1, 0) if ends else 0
        self.joints = [each - 1 for each in ends[:-1]]
        self.text = plain(self.inlines)

    def stretches(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield the stretches between the joints; between two of them lies a joint."""
        edges = [each for each in self.joints if start <= each < end]
        for a, b in pairwise([start - 1, *edges, end]):
            yield a + 1, b


class _Merging:
    """Collects merged words, part by part."""

    def __init__(self, old: _Side, new: _Side, mark: Marker) -> None:
        self.old, self.new, self.mark = old, new, mark
        self.parts: list[Part] = []
        self.held: list[Inline] = []

    def finished(self) -> tuple[Part, ...]:
        return (*self.parts, Part(tuple(self.held)))

    def add(self, span: Span) -> None:
        if span.op == "same":
            self._same(span)
            return
        side, start, end = (
            (self.old, span.old_start, span.old_end)
            if span.op == "deleted"
            else (self.new, span.new_start, span.new_end)
        )
        for at, (first, last) in enumerate(side.stretches(start, end)):
            if at:
                self._end("del" if span.op == "deleted" else "ins")
            self._marked(span.op, span.move, cut(side.inlines, first, last))

    def _end(self, change: Change) -> None:
        self.parts.append(Part(tuple(self.held), change))
        self.held = []

    def _marked(self, op: Op, move: int, words: Inlines) -> None:
        if words:
            self.held += self.mark(op, move, words)

    def _same(self, span: Span) -> None:
        _op, a, a_end, b, b_end, _move = span
        if self.old.text[a:a_end] != self.new.text[b:b_end]:
            # White space may be written in two ways.
            self.add(Span("deleted", a, a_end, b, b))
            self.add(Span("inserted", a_end, a_end, b, b_end))
            return
        for at, (first, last) in enumerate(self.new.stretches(b, b_end)):
            if at:
                self._end("")
            self._alike(first - b + a, last - b + a, first, last)

    def _alike(self, a: int, a_end: int, b: int, b_end: int) -> None:
        """Add words that read alike; where they look different or lead elsewhere, they are gone and new."""
        olds, news = cut(self.old.inlines, a, a_end), cut(self.new.inlines, b, b_end)
        if olds == news:
            self.held += news
            return
        for start, end, alike in _by_look(olds, news):
            if alike:
                self.held += cut(news, start, end)
            else:
                self._marked("deleted", 0, cut(olds, start, end))
                self._marked("inserted", 0, cut(news, start, end))


def _by_look(olds: Inlines, news: Inlines) -> Iterator[tuple[int, int, bool]]:
    """Yield stretches of two texts that read alike, and whether each looks alike too."""
    before, after = dict(_looks(olds, ())), dict(_looks(news, ()))
    length = len(plain(news))
    edges = sorted({*before, *after, length})
    one: Look = ()
    other: Look = ()
    held: tuple[int, bool] | None = None
    for edge in edges:
        one, other = before.get(edge, one), after.get(edge, other)
        alike = one == other
        if held and (edge == length or held[1] != alike):
            yield held[0], edge, held[1]
            held = None
        if held is None:
            held = (edge, alike)


def _looks(inlines: Inlines, look: Look, at: int = 0) -> Iterator[tuple[int, Look]]:
    """Yield where each look begins: what the characters from there on stand in."""
    for each in inlines:
        size = len(plain((each,)))
        if not size:
            continue
        if isinstance(each, Text):
            yield at, look
        elif isinstance(each, Break):
            yield at, (*look, each)
        else:
            yield from _looks(each.inlines, (*look, replace(each, inlines=())), at)
        at += size


def tidied(inlines: Inlines) -> Inlines:
    """Leave out marked spaces at the edges of a text, where nobody sees them; beside a sentence that was moved they are
    spaces and no change.
    """
    out: list[Inline] = []
    for at, each in enumerate(inlines):
        if not _is_space(each):
            out.append(each)
        elif 0 < at < len(inlines) - 1:
            beside = any(isinstance(other, Mark) for other in (inlines[at - 1], inlines[at + 1]))
            out += (Text(plain((each,))),) if beside else (each,)
    return tuple(out)


def _is_space(inline: Inline) -> bool:
    return isinstance(inline, Ins | Del) and set(plain((inline,))) == {" "}
