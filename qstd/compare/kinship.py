"""How much two passages are about the same, as a number from 0 to 1."""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qstd.compare.kinds import TOPICS, Kind
from qstd.compare.sentences import sentences
from qstd.compare.stopwords import STOP
from qstd.compare.terms import Terms, Vocabulary

_PHRASE = 4  # words
_SENTENCES = 25  # of a passage at most are compared one by one
_SLIGHT = 0.015  # what is less alike as a whole is not looked at sentence by sentence
_ENOUGH = 1.5  # the shared weight of terms that is most of what is needed to be sure that it is no chance
_TEXT = 2.3  # how steeply alike texts make a score
_BOTH = 0.25  # how much it adds that both the whole passages and two of their sentences are alike
_PHRASES = 0.45  # the same for phrases
_PART_OF_BOTH = 0.27  # what is a smaller part than that counts less
_TYPICAL = 0.15  # of the columns say it, where it is typical of a row
_TYPICAL_KIND = 0.3

# How much it says that two passages are evidence for facts of one kind. Acts are cited and contacts named anywhere.
_KIND: Mapping[str, float] = {"citation": 0.1, "contact": 0.2, "target_group": 0.35}
_ANYWHERE = ("citation", "contact")
_ANY_KIND = 0.5
_FAMILY = 0.45  # the passage is evidence for a kind of fact that the topic is about

Phrase = tuple[str, ...]


class Weighed(NamedTuple):
    """The terms of a text and their length as a vector."""

    terms: Terms
    length: float


@dataclass(frozen=True, slots=True)
class Unit:
    """A passage as it is compared: whose it is and where, its terms, as a whole and sentence by sentence, its phrases,
    and the kinds of facts that it is evidence for. `row` is its row in the comparison.
    """

    column: int
    row: int
    topic: str
    section: str
    whole: Weighed
    sentences: tuple[Weighed, ...]
    phrases: frozenset[Phrase]
    kinds: frozenset[Kind]


def weighed(terms: Terms) -> Weighed:
    """Return terms with their length."""
    return Weighed(terms, math.sqrt(sum(each * each for each in terms.values())))


def phrases(words: Sequence[str]) -> frozenset[Phrase]:
    """Return the runs of four words of which two at least say something."""
    says = [each not in STOP for each in words]
    return frozenset(
        tuple(words[at : at + _PHRASE]) for at in range(len(words) - _PHRASE + 1) if sum(says[at : at + _PHRASE]) > 1
    )


class Reader:
    """Makes units of all passages and compares them. Sentences that stand in many of them are read once."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        self._known: dict[Phrase, tuple[Weighed, frozenset[Phrase]]] = {}
        self._spoken: Counter[Phrase] = Counter()
        self._by_row: defaultdict[int, Counter[Phrase]] = defaultdict(Counter)

    def unit(self, place: tuple[int, int, str, str], body: str, kinds: Iterable[Kind]) -> Unit:
        """Return a passage as it is compared; `place` is its column, row, topic and section."""
        said = [each.words for each in sentences(body)]
        read = [self._known.get(each) or self._read(each) for each in said]
        whole = weighed(self._vocabulary.weigh(word for words in said for word in words))
        common = frozenset().union(*(each for _, each in read))
        self._spoken.update(common)
        self._by_row[place[1]].update(common)
        return Unit(*place, whole, _weightiest(dict(zip(said, read, strict=True))), common, frozenset(kinds))

    def _read(self, words: Phrase) -> tuple[Weighed, frozenset[Phrase]]:
        return self._known.setdefault(words, (weighed(self._vocabulary.weigh(words)), phrases(words)))

    def score(self, asked: Unit, found: Unit, text: float | None = None) -> float:
        """Return how much `found` is about what `asked` is about, whose row is the one that is asked for. Whoever knows
        how alike their texts are, need not have it worked out again.
        """
        known = alike(asked, found) if text is None else text
        words = (1 - (1 - known) * (1 - self._phrases(asked, found))) * _covered(asked, found)
        return round(1 - (1 - words) * (1 - _facts(asked, found)), 3)

    def _phrases(self, asked: Unit, found: Unit) -> float:
        """Judge the phrases that two passages share. One that stands in other rows just as well says little of this one."""
        weights: dict[str, float] = {}
        own = self._by_row[asked.row]
        for phrase in asked.phrases & found.phrases:
            share = min(1.0, 2 * own[phrase] / self._spoken[phrase])
            for word in phrase:
                for term in self._vocabulary.terms_of(word)[:1] if word not in STOP else ():
                    weights[term] = max(weights.get(term, 0.0), share)
        return 1 - math.exp(-_PHRASES * math.fsum(self._vocabulary.rarity(each) * weights[each] for each in weights))


def _weightiest(read: Mapping[Phrase, tuple[Weighed, frozenset[Phrase]]]) -> tuple[Weighed, ...]:
    """Return the different sentences of a passage; of a very long one those that say most."""
    found = [each for each, _ in read.values() if each.terms]
    if len(found) > _SENTENCES:
        found = sorted(found, key=lambda each: -each.length)[:_SENTENCES]
    return tuple(found)


def typical(units: Sequence[Unit]) -> Unit:
    """Return what the passages of one row have in common, as if it were a passage of its own."""
    least = max(2, math.ceil(_TYPICAL * len(units)))
    terms: Counter[str] = Counter()
    spoken: Counter[Phrase] = Counter()
    kinds: Counter[Kind] = Counter()
    weights: dict[str, float] = {}
    for each in units:
        terms.update(each.whole.terms.keys())
        spoken.update(each.phrases)
        kinds.update(each.kinds)
        for term, weight in each.whole.terms.items():
            weights[term] = weights.get(term, 0.0) + weight
    whole = weighed({term: weights[term] / len(units) for term, count in terms.items() if count >= least})
    common = frozenset(phrase for phrase, count in spoken.items() if count >= least)
    stated = frozenset(kind for kind, count in kinds.items() if count >= _TYPICAL_KIND * len(units))
    return Unit(-1, units[0].row, units[0].topic, "", whole, (whole,), common, stated)


def alike(one: Unit, other: Unit) -> float:
    """Return how much the texts of two passages are alike; which is asked for makes no difference."""
    whole = _common(one.whole, other.whole)
    if whole < _SLIGHT:
        return 0.0
    best = max((_common(mine, yours) for mine in one.sentences for yours in other.sentences), default=0.0)
    return 1 - math.exp(-_TEXT * (max(whole, best) + _BOTH * min(whole, best)))


def _common(one: Weighed, other: Weighed) -> float:
    """Return the cosine of two texts, the less of it the less they share at all."""
    mine, yours = one.terms, other.terms
    if len(mine) > len(yours):
        mine, yours = yours, mine
    terms = [each for each in mine if each in yours]  # in an order of their own: sums depend on it
    if not terms:
        return 0.0
    cosine = shared = 0.0
    for term in terms:
        a, b = mine[term], yours[term]
        cosine += a * b
        shared += a if a < b else b
    return min(cosine / (one.length * other.length), 1.0) * (1 - math.exp(-shared / _ENOUGH))


def _covered(one: Unit, other: Unit) -> float:
    """Return how much less it says of two passages that they have something in common, where it is a small part of both."""
    mine, yours = one.whole.terms, other.whole.terms
    if len(mine) > len(yours):
        mine, yours = yours, mine
    shared = math.fsum(min(mine[each], yours[each]) for each in mine if each in yours)
    least = min(math.fsum(mine.values()), math.fsum(yours.values()))
    return min(1.0, shared / least / _PART_OF_BOTH) if least else 0.0


def _facts(asked: Unit, found: Unit) -> float:
    against = 1.0
    for kind in found.kinds:
        if kind in asked.kinds:
            against *= 1 - _KIND.get(kind[0], _ANY_KIND)
        elif kind[0] not in _ANYWHERE and asked.topic in TOPICS.get(kind, ()):
            against *= 1 - _FAMILY
    return 1 - against
