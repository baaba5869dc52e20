"""Two changed versions of a text and the one they come from: passages that are settled, and those that both changed.

The unit is the line: in our files a line is a sentence, an entry of a list, or a row of a table. What two people did to
neighbouring lines is seen together, unless an empty line parts them: then they worked on different paragraphs.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qstd.merge.sequences import matching

Lines = Sequence[str]


class Passage(NamedTuple):
    """Some lines of all three; the sides may have them from the first or have changed them. `apart`: what both have there
    are paragraphs of their own.
    """

    base: Lines
    ours: Lines
    theirs: Lines
    apart: bool = False

    @property
    def both(self) -> list[str]:
        """The lines of ours, then those of theirs."""
        return [*self.ours, *([""] if self.apart else []), *self.theirs]

    @property
    def settled(self) -> Lines | None:
        """The lines that the passage becomes; None where both sides changed it, each in its way."""
        if self.theirs in (self.base, self.ours):
            return self.ours
        return self.theirs if self.ours == self.base else None


class Change(NamedTuple):
    """Lines `start` to `end` of the base, and what a side has in their place."""

    start: int
    end: int
    lines: Lines
    side: int


def passages(base: Lines, ours: Lines, theirs: Lines) -> Iterator[Passage]:
    """Return the three texts in passages, in order, whole."""
    at = 0
    for group in _groups(base, sorted([*changes(base, ours, 0), *changes(base, theirs, 1)])):
        start, end = group[0].start, max(each.end for each in group)
        yield _untouched(base[at:start])
        mine, other = (_rebuilt(base, start, end, group, side) for side in (0, 1))
        yield from _trimmed(Passage(base[start:end], mine, other))
        at = end
    yield _untouched(base[at:])


def changes(base: Lines, new: Lines, side: int = 0) -> Iterator[Change]:
    """Return the runs of lines that differ, in order."""
    at, there = 0, 0
    for line, other in [*sorted(matching(base, new).items()), (len(base), len(new))]:
        if line > at or other > there:
            yield Change(at, line, new[there:other], side)
        at, there = line + 1, other + 1


def parted(text: str) -> tuple[list[str], str]:
    """Return the lines of a text and the line ends after the last one, which say nothing."""
    words = text.rstrip("\n")
    return (words.split("\n") if words else []), text[len(words) :]


def _untouched(lines: Lines) -> Passage:
    return Passage(lines, lines, lines)


def _groups(base: Lines, all_changes: Sequence[Change]) -> Iterator[list[Change]]:
    """Put changes together that overlap or stand side by side in one paragraph."""
    group: list[Change] = []
    for each in all_changes:
        last = max(group, key=lambda one: one.end, default=each)
        if group and (each.start > last.end or (each.start == last.end and _parted_by_empty_line(base, last, each))):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _parted_by_empty_line(base: Lines, one: Change, other: Change) -> bool:
    if one.start == other.end:  # both put something in at one place
        return False
    around = (*base[one.end - 1 : one.end], *base[other.start : other.start + 1], *one.lines[-1:], *other.lines[:1])
    return not all(around)


def _trimmed(passage: Passage) -> Iterator[Passage]:
    """Take the empty lines that both sides have around their words out of a passage on which they disagree."""
    if passage.settled is not None:
        yield passage
        return
    base, ours, theirs, _ = passage
    before = min(_empty_lines(ours), _empty_lines(theirs))
    ours, theirs = ours[before:], theirs[before:]
    after = min(_empty_lines(ours[::-1]), _empty_lines(theirs[::-1]))
    base = base[min(before, _empty_lines(base)) :]
    base = base[: len(base) - min(after, _empty_lines(base[::-1]))]
    yield _untouched([""] * before)
    yield Passage(base, ours[: len(ours) - after], theirs[: len(theirs) - after], before + after > 0)
    yield _untouched([""] * after)


def _empty_lines(lines: Lines) -> int:
    return next((at for at, line in enumerate(lines) if line), len(lines))


def _rebuilt(base: Lines, start: int, end: int, group: Sequence[Change], side: int) -> list[str]:
    lines: list[str] = []
    at = start
    for each in group:
        if each.side == side:
            lines += [*base[at : each.start], *each.lines]
            at = each.end
    return [*lines, *base[at:end]]
