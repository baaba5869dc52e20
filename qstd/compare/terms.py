"""What a text is about: its terms, each with a weight by how rare it is in the texts that are compared.

A term is the crude stem of a word. A compound counts as itself and as its parts, where the compared texts use those on
their own: "støttekontaktperson" is about "støtte", "kontakt" and "person" too. What every text says weighs nothing.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from qstd.compare.stopwords import STOP

_LETTERS = re.compile(r"[^\W\d_]+|\d+")


def _longest_first(endings: str) -> list[str]:
    return sorted(endings.split(), key=len, reverse=True)


# Endings that bend a word, and those that make another word of it: these are only taken from what is long enough.
_BENDINGS = _longest_first("ernes enes erne ene ers ens ets en et er es e ende endes ede edes")
_DERIVATIONS = _longest_first(
    "else elsen elser elserne elsernes elses ning ningen ninger ningerne ningernes nings ing ingen inger ingerne ingernes "
    "ings hed heden heder hederne heds ation ationen ationer ationerne ationens eret erede erer ere eres erende erings "
    "ering eringen eringer itet iteten"
)
_IG = re.compile(r"ig(?:e|t|hed|heden|heder|hederne|heds)\Z")
_ROOT = 3  # the shortest stem that a bending is taken from
_LONG_ROOT = 4  # and a derivation
_PART = 4  # the shortest part of a compound
_KNOWN_PART = 5  # the shortest part that makes the rest one, too
_PART_WEIGHT = 0.5
_RAREST = 1.4  # so that a single rare name cannot outweigh all that two texts say alike

Terms = Mapping[str, float]
"""Weights by term."""


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """Return what a word has in common with its other forms."""
    word = _IG.sub("ig", word)
    for endings, least in ((_DERIVATIONS, _LONG_ROOT), (_BENDINGS, _ROOT)):
        for each in endings:
            if word.endswith(each) and len(word) - len(each) >= least:
                return _single(word[: -len(each)])
    return _single(word)


def _single(root: str) -> str:
    return root[:-1] if len(root) > _ROOT and root[-1] == root[-2] else root


@lru_cache(maxsize=65536)
def content(word: str) -> tuple[str, ...]:
    """Return the parts of a word that say what a text is about: "støtte- og" is one, "24-7" two, and "og" none."""
    return tuple(part for part in _LETTERS.findall(word) if part not in STOP and len(part) > 1)


class Vocabulary:
    """The terms of all compared texts: how rare each is, and which compounds they make up."""

    def __init__(self, texts: Sequence[Iterable[str]], columns: int) -> None:
        """Take in the words of all texts. What each of the `columns` says in one text only has the rarity 1."""
        own = [{part for word in words for part in content(word)} for words in texts]
        self._stems = {stem(word) for words in own for word in words}
        self._terms: dict[str, tuple[str, ...]] = {}
        self._weights: dict[str, tuple[tuple[str, float], ...]] = {}
        met: Counter[str] = Counter()
        for words in own:
            met.update({term for word in words for term in self.terms_of(word)})
        one = max(math.log((len(own) + 1) / (columns + 0.5)), 1.0)
        self._rarity = {
            term: min(max(math.log((len(own) + 1) / (count + 0.5)) / one, 0.0), _RAREST) for term, count in met.items()
        }

    def rarity(self, term: str) -> float:
        """Return the weight of a term: 0 where nearly all texts have it."""
        return self._rarity.get(term, 0.0)

    def weigh(self, words: Iterable[str]) -> dict[str, float]:
        """Return the terms of a text; one that is said again and again weighs somewhat more."""
        found: dict[str, float] = {}
        for word, count in Counter(words).items():
            often = 1 + math.log(count) if count > 1 else 1.0
            for term, weight in self._weights_of(word):
                found[term] = max(found.get(term, 0.0), weight * often)
        return found

    def _weights_of(self, word: str) -> tuple[tuple[str, float], ...]:
        if word not in self._weights:
            shares = [
                (term, self.rarity(term) * (_PART_WEIGHT if place else 1.0))
                for part in content(word)
                for place, term in enumerate(self.terms_of(part))
            ]
            self._weights[word] = tuple(each for each in shares if each[1])
        return self._weights[word]

    def terms_of(self, word: str) -> tuple[str, ...]:
        """Return the stem of a word, and those of its parts where it is a compound."""
        if word not in self._terms:
            root = stem(word)
            self._terms[word] = (root, *(each for each in self._split(root) if each != root))
        return self._terms[word]

    def _split(self, root: str) -> tuple[str, ...]:
        """Return the parts of a compound's stem; of several ways, the one with the longest first part."""
        for at in range(len(root) - _ROOT, _PART - 1, -1):
            head, last = self._known(root[:at]), _single(root[at:])
            if head and (last in self._stems or len(head) >= _KNOWN_PART):
                return tuple(dict.fromkeys((*self._split(head), head, *self._split(last), last)))
        return ()

    def _known(self, part: str) -> str:
        """Return the stem of the first part of a compound, with or without the "s" or "e" that joins it to the next."""
        whole = _single(part)
        bare = _single(part[:-1]) if part[-1] in "se" else ""
        return next((each for each in (whole, bare) if each in self._stems), "")
