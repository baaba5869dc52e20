"""Which sentences other columns have too: word for word (`same`), or almost (`near`).

One word that differs, be it "ikke", "kan" or a number, makes two sentences no more than near: what that means is for
the reader to see. Sentences are compared wherever they stand, in any section.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from qstd.compare import matching
from qstd.compare.alphabet import Alphabet
from qstd.compare.sentences import Said, sentences
from qstd.compare.stopwords import STOP
from qstd.model.comparison import Passage, Sentence, TopicCell, TopicRow

_SAME_WORDS = 4
_CONTENT_WORDS = 2
_NEAR_WORDS = 6
_NEAR = 0.85
_SHINGLE = 3
# Of so many sentences with the same three words, further ones are found by other words: "med henblik på" tells nothing.
_POSTINGS = 256

Columns = int
"""A set of columns: bit n is set for column n."""


class Likeness(NamedTuple):
    """What is known of all distinct sentences, by their key: in which columns each stands, and which are near it, and
    how near.
    """

    columns: Mapping[str, Columns]
    near: Mapping[str, Mapping[str, float]]

    def same_as(self, key: str, column: int) -> Columns:
        """Return the other columns that have a sentence word for word."""
        return self.columns.get(key, 0) & ~(1 << column)

    def near_to(self, key: str, column: int) -> Columns:
        """Return the other columns that have a sentence almost word for word, and not word for word."""
        found = 0
        for each in self.near.get(key, ()):
            found |= self.columns[each]
        return found & ~self.same_as(key, column) & ~(1 << column)


def likeness(bodies: Iterable[tuple[int, str]]) -> Likeness:
    """Compare all sentences of bodies, each with the number of the column that it stands in."""
    columns: dict[str, Columns] = {}
    spoken: dict[str, tuple[str, ...]] = {}
    for column, body in bodies:
        for each in sentences(body):
            if _counts(each):
                columns[each.key] = columns.get(each.key, 0) | 1 << column
                spoken[each.key] = each.words
    return Likeness(columns, _near(spoken, columns))


def _counts(said: Said) -> bool:
    """Tell whether a sentence says enough for it to mean something that another says the same."""
    return len(said.words) >= _SAME_WORDS and sum(_is_content(each) for each in said.words) >= _CONTENT_WORDS


def _is_content(word: str) -> bool:
    return word not in STOP and len(word) > 1 and not word.isdigit()


def _near(spoken: Mapping[str, tuple[str, ...]], columns: Mapping[str, Columns]) -> dict[str, dict[str, float]]:
    """Return the sentences near each; in an order of their own, so that the order of the columns makes no difference."""
    alphabet = Alphabet()
    keys = sorted(each for each, words in spoken.items() if len(words) >= _NEAR_WORDS)
    spelt = [alphabet.spell(spoken[each]) for each in keys]
    found: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for one, other in _candidates(spelt):
        if _one_column(columns[keys[one]] | columns[keys[other]]):
            continue
        if ratio := matching.ratio(spelt[one], spelt[other], _NEAR):
            found[keys[one]][keys[other]] = found[keys[other]][keys[one]] = ratio
    return dict(found)


def _one_column(columns: Columns) -> bool:
    return not columns & (columns - 1)


def _candidates(spelt: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield the pairs that have so many runs of three words in common that they may be near."""
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(spelt):
        shingles = {text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)}
        met: Counter[int] = Counter()
        for each in shingles:
            if posting := postings.get(each):
                met.update(posting)
        for other, common in met.items():
            if common >= _least(len(text), len(spelt[other])):
                yield number, other
        for each in shingles:
            if len(postings[each]) < _POSTINGS:
                postings[each].append(number)


def _least(one: int, other: int) -> int:
    """Return how many runs two texts of these lengths must have in common to be near enough; too many are excluded where
    their lengths alone make it impossible.
    """
    low, high = sorted((one, other))
    if 2 * low < _NEAR * (one + other):
        return high
    return max(1, low // 5 - 1)


# ---------- In the rows of a comparison ----------


def bodies(rows: Sequence[TopicRow]) -> Iterator[tuple[int, str]]:
    """Yield all bodies with the number of their column."""
    for row in rows:
        for column, cell in enumerate(row.cells):
            for each in cell.passages:
                yield column, each.body


def with_sentences(rows: Sequence[TopicRow], known: Likeness) -> tuple[TopicRow, ...]:
    """Return the rows with the shared sentences of every passage."""
    return tuple(
        replace(row, cells=tuple(_cell(cell, column, known) for column, cell in enumerate(row.cells))) for row in rows
    )


def _cell(cell: TopicCell, column: int, known: Likeness) -> TopicCell:
    if not cell.passages:
        return cell
    return replace(cell, passages=tuple(_passage(each, column, known) for each in cell.passages))


def _passage(passage: Passage, column: int, known: Likeness) -> Passage:
    found = tuple(_shared(passage.body, column, known))
    return replace(passage, sentences=found) if found else passage


def _shared(body: str, column: int, known: Likeness) -> Iterator[Sentence]:
    for each in sentences(body):
        if each.key in known.columns:
            same, near = known.same_as(each.key, column), known.near_to(each.key, column)
            if same or near:
                yield Sentence(each.leaf, each.start, each.end, numbers(same), numbers(near))


@lru_cache(maxsize=4096)
def numbers(columns: Columns) -> tuple[int, ...]:
    """Return the numbers of a set of columns, in order."""
    return tuple(at for at in range(columns.bit_length()) if columns >> at & 1)
