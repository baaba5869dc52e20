"""Leaves that went somewhere else: equal ones first, then those that were edited on the way."""

from collections import defaultdict
from collections.abc import Sequence

from qstd.compare.matching import common
from qstd.compare.versions.texts import Text
from qstd.compare.versions.words import Unit

Moves = dict[int, int]
"""For new leaves that were moved there, the old leaf."""

_FEWEST = 5  # content words of a leaf that is recognised though it was edited
_LIKE = 0.6
_GRAMS = 0.2  # share of the runs of four words that must stand in the other text at all


def moved(old: Text, new: Text, gone: Sequence[int], come: Sequence[int]) -> Moves:
    """Return the moves among the leaves, `gone` and `come`, that no other leaf was found for yet."""
    found: Moves = {}
    both = old.codes & new.codes
    by_words: dict[str, list[int]] = defaultdict(list)
    for a in reversed(gone) if both else ():
        if (code := old.units[a].code) in both:
            by_words[code].append(a)
    rest: list[tuple[int, Unit]] = []
    grams, units = old.grams, new.units
    for b in come:
        unit = units[b]
        if unit.code in both and by_words[unit.code] and unit.content:
            found[b] = by_words[unit.code].pop()
        elif not unit.grams.isdisjoint(grams):
            rest.append((b, unit))
    if rest:
        _edited(old, new, set(gone).difference(found.values()), rest, found)
    return found


def _edited(old: Text, new: Text, left: set[int], come: Sequence[tuple[int, Unit]], found: Moves) -> None:
    """Add, for each new leaf, the old one that has most runs of four words in common with it, if they are alike."""
    places = old.places
    for b, unit in come:
        shared = unit.grams & old.grams
        if len(unit.content) < _FEWEST or len(shared) < _GRAMS * len(unit.grams):
            continue
        votes = [places[gram] for gram in shared]
        voted = left.intersection(votes)
        for a in sorted(voted, key=lambda each: (-votes.count(each), each))[:2] if len(voted) > 1 else voted:
            if old.shapes[a] != new.shapes[b]:
                continue
            other = old.units[a].content
            if 2 * common(other, unit.content) >= _LIKE * (len(other) + len(unit.content)):
                found[b] = a
                left.discard(a)
                break
