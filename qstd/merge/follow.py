"""Words that one side moved to another section, by splitting one or joining two, while the other side changed them.

The change goes along: the side that moved them gets the changed words, and the other side is taken to have left the old
place alone. So nobody has to decide between a place that is gone and words that are old.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from qstd.merge.bodies import changes, parted
from qstd.model.standard import Section

_WORDS = 3  # a line of fewer may stand in many places, and tells nothing of where it came from
Bodies = dict[int, list[str]]


@dataclass(frozen=True, slots=True)
class Followed:
    """Both sides, with the change at the new place, and the tokens of the sections that the words came from and went to."""

    mover: dict[int, Section]
    changer: dict[int, Section]
    steps: tuple[tuple[int, int], ...]


def followed(base: Mapping[int, Section], mover: Mapping[int, Section], changer: Mapping[int, Section]) -> Followed:
    """Let what `changer` did to lines that `mover` has moved to another section go with them."""
    steps: list[tuple[int, int]] = []
    gained = _gained(base, mover)
    if not gained:
        return Followed(dict(mover), dict(changer), ())
    bodies, others = _bodies(mover), _bodies(changer)
    there = Counter(line for each in others.values() for line in each)
    for token in [each for each in changer if each in base and base[each].body != changer[each].body]:
        lines = parted(base[token].body)[0]
        for old, new in reversed(list(_changes(lines, others[token]))):
            words, instead = lines[old], others[token][new]
            to, at = _new_place(words, gained, bodies) if any(map(_tells, instead)) else (None, 0)
            if to is None or to == token or any(_tells(line) and there[line] > instead.count(line) for line in words):
                continue
            bodies[to][at : at + len(words)] = instead
            others[token][new] = words
            steps.append((token, to))
    left, right = {to for _, to in steps}, {token for token, _ in steps}
    return Followed(_with(mover, bodies, left), _with(changer, others, right), tuple(steps))


def _tells(line: str) -> bool:
    return len(line.split()) >= _WORDS


def _gained(base: Mapping[int, Section], side: Mapping[int, Section]) -> dict[str, int]:
    """Return the lines that a section of a side has and had not, and that stand there alone: where each is."""
    changed = [token for token in side if token not in base or base[token].body != side[token].body]
    counts = Counter(line for each in side.values() for line in each.body.split("\n")) if changed else {}
    found: dict[str, int] = {}
    for token in changed:
        had = set(base[token].body.split("\n")) if token in base else set()
        found.update({line: token for line in side[token].body.split("\n") if line not in had and counts[line] == 1})
    return {line: token for line, token in found.items() if _tells(line)}


def _changes(old: list[str], new: list[str]) -> Iterator[tuple[slice, slice]]:
    """Return the runs of lines that differ; what was only put in is told with the line before it."""
    moved_on = 0
    for each in changes(old, new):
        back = int(each.start == each.end and each.start > 0)
        there = each.start + moved_on
        yield slice(each.start - back, each.end), slice(there - back, there + len(each.lines))
        moved_on += len(each.lines) - (each.end - each.start)


def _new_place(words: list[str], gained: Mapping[str, int], bodies: Bodies) -> tuple[int | None, int]:
    """Return the section to which some lines went as they were, and the line there; None where they did not."""
    places = {gained.get(line) for line in words if _tells(line)}
    to = places.pop() if len(places) == 1 else None
    if to is not None:
        lines = bodies[to]
        for at in range(len(lines) - len(words) + 1):
            if lines[at : at + len(words)] == words:
                return to, at
    return None, 0


def _bodies(side: Mapping[int, Section]) -> Bodies:
    return {token: parted(each.body)[0] for token, each in side.items()}


def _with(side: Mapping[int, Section], bodies: Bodies, changed: set[int]) -> dict[int, Section]:
    return {
        token: replace(each, body="\n".join(bodies[token]) + parted(each.body)[1]) if token in changed else each
        for token, each in side.items()
    }
