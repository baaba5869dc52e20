"""How many words a script marks as changed, against the fewest that any script could mark.

Words are told apart by rules of this module's own, so that the engine is not judged by its own measure. A date, a number
with its dots, a reference to a provision and a telephone number are one word each.
"""

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from qstd.model.revision import JOINT, Leaf, Span, Step

ISLAND = 2  # content words
_MONTH = "(?:januar|februar|marts|april|maj|juni|juli|august|september|oktober|november|december)"
_WORD = re.compile(
    rf"\d{{1,2}}\. {_MONTH}(?: \d{{4}})?|§§? ?\d+|\d\d(?: \d\d){{3}}|\d+(?:[.,]\d+)*|https?://\S+|\w+(?:-\w+)*|[^\w\s]"
)
_LIGHT = frozenset(
    """af at de den der det du eller en er et for fra har i ikke kan med
    og om på som til ved vi""".split()
)


class Marks(NamedTuple):
    """Words marked, the optimum, and the unmarked islands that are too short to read."""

    marked: int
    optimum: int
    islands: int


def marks(old: Sequence[Leaf], new: Sequence[Leaf], steps: Sequence[Step]) -> Marks:
    """Judge a script that leads from the old leaves to the new ones."""
    away = {step.move: step.old for step in steps if step.kind == "moved_away"}
    marked = islands = 0
    for step in steps:
        if step.kind in ("deleted", "inserted"):
            leaves = [*(old[each] for each in step.old), *(new[each] for each in step.new)]
            marked += sum(len(_WORD.findall(each.text)) for each in leaves)
        elif step.spans:
            before = JOINT.join(old[each].text for each in step.old or away[step.move])
            after = JOINT.join(new[each].text for each in step.new)
            marked += _touched(before, [(each[1], each[2]) for each in step.spans if each.op == "deleted"])
            marked += _touched(after, [(each[3], each[4]) for each in step.spans if each.op == "inserted"])
            islands += sum(_is_island(before[each.old_start : each.old_end]) for each in _between(step.spans))
    return Marks(marked, optimum(old, new, steps), islands)


def optimum(old: Sequence[Leaf], new: Sequence[Leaf], steps: Sequence[Step]) -> int:
    """Return the number of words that no script can leave unmarked: those outside a longest common subsequence of the
    whole text. Moves are free, so that it is the fewest of what is left with nothing moved, with what the script moved
    compared on its own, and with all leaves taken out that stand on both sides.
    """
    away = {step.move: step.old[0] for step in steps if step.kind == "moved_away"}
    here = {step.move: step.new[0] for step in steps if step.kind == "moved_here"}
    pairs = [(old[away[move]].text, new[here[move]].text) for move in away]
    inside = sum(Indel.distance(_words([one]), _words([other])) for one, other in pairs)
    before, after = ([each.text for each in leaves] for leaves in (old, new))
    staying = [
        _without(before, Counter(one for one, _ in pairs)),
        _without(after, Counter(other for _, other in pairs)),
    ]
    return min(
        Indel.distance(_words(before), _words(after)),
        inside + Indel.distance(*map(_words, staying)),
        inside + _fewest(*staying),
        _fewest(before, after),
    )


def _fewest(old: Sequence[str], new: Sequence[str]) -> int:
    common = Counter(old) & Counter(new)
    return Indel.distance(_words(_without(old, common)), _words(_without(new, common)))


def _words(texts: Sequence[str]) -> list[str]:
    return [word for each in texts for word in _WORD.findall(each)]


def _without(texts: Sequence[str], taken: Counter[str]) -> list[str]:
    left = taken.copy()
    kept = []
    for each in texts:
        left[each] -= 1
        if left[each] < 0:
            kept.append(each)
    return kept


def _touched(text: str, stretches: Sequence[tuple[int, int]]) -> int:
    """Count the words that a mark covers, or a part of which it covers."""
    return sum(
        any(each.start() < end and each.end() > start for start, end in stretches) for each in _WORD.finditer(text)
    )


def _between(spans: Sequence[Span]) -> list[Span]:
    return [each for each in spans[1:-1] if each.op == "same"]


def _is_island(text: str) -> bool:
    words = (each for each in _WORD.findall(text) if each[0].isalnum() or each[0] == "§")
    return sum(each.casefold() not in _LIGHT for each in words) < ISLAND
