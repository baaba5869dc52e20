"""Leaves that went somewhere else: equal ones first, then those that were edited on the way."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from qstd.compare.versions.texts import Text

Moves = dict[int, int]
"""For new leaves that were moved there, the old leaf."""

_FEWEST = 5  # content words of a leaf that is recognised though it was edited
_LIKE = 0.6
_GRAMS = 0.2  # share of the runs of four words that must stand in the other text at all


def moved(old: Text, new: Text, gone: Sequence[int], come: Sequence[int]) -> Moves:
    """Return the moves among the leaves, `gone` and `come`, that no other leaf was found for yet."""
    found: Moves = {}
    by_words = defaultdict(list)
    for a in reversed(gone):
        by_words[old.units[a].code].append(a)
    rest = []
    for b in come:
        unit = new.units[b]
        if by_words.get(unit.code) and unit.sums[-1]:
            found[b] = by_words[unit.code].pop()
        elif unit.sums[-1] >= _FEWEST and len(unit.grams & old.grams) >= _GRAMS * len(unit.grams):
            rest.append(b)
    if rest:
        _edited(old, new, set(gone).difference(found.values()), rest, found)
    return found


def _edited(old: Text, new: Text, left: set[int], come: Sequence[int], found: Moves) -> None:
    """Add, for each new leaf, the old one that has most runs of four words in common with it, if they are alike."""
    for b in come:
        unit = new.units[b]
        votes = Counter([old.places[gram] for gram in unit.grams & old.grams])
        for a, _ in sorted(votes.items(), key=lambda each: (-each[1], each[0]))[:2]:
            if a not in left or old.shapes[a] != new.shapes[b]:
                continue
            other = old.units[a]
            if 2 * old.vocabulary.common(other, unit)[1] >= _LIKE * (other.sums[-1] + unit.sums[-1]):
                found[b] = a
                left.discard(a)
                break
