"""Paragraphs that several have, word for word or nearly so: the texts that municipalities take from one another.

Equal paragraphs are one from the start, so that a hundred copies cost what one does. Those that are left are found by
their runs of three words, and judged by their words in order.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from qstd.compare import matching
from qstd.compare.alphabet import Alphabet, words
from qstd.model.comparison import Copy, SharedText
from qstd.model.document import Text
from qstd.model.revision import Leaf, Span

_WORDS = 8
_NEAR = 0.75
_SHINGLE = 3
_CONTAINED = 0.3  # of the runs of the shorter paragraph: below that, the words in order never suffice
_NOT_EQUAL = 0.999
_POSTINGS = 256  # of so many paragraphs with the same run, further ones are found by other runs


class Paragraph(NamedTuple):
    """A text block of a standard: its section, and its number there."""

    section: str
    leaf: int
    text: str


@dataclass(frozen=True, slots=True)
class _Wording:
    """All paragraphs of the same words: the words, and each paragraph with its column and its place among all."""

    words: tuple[str, ...]
    places: list[tuple[int, int, Paragraph]]

    def text(self) -> str:
        """Return how most of them write it; of several ways, the first by the alphabet."""
        counts = Counter(each.text for _, _, each in self.places)
        return min(counts, key=lambda text: (-counts[text], text))

    def columns(self) -> dict[int, tuple[int, Paragraph]]:
        """Return the first paragraph of each column, with its place."""
        return {column: (place, each) for column, place, each in reversed(self.places)}


_Near = Mapping[int, Mapping[int, float]]


def shared_texts(texts: Sequence[Sequence[Paragraph]], law: Collection[int] = ()) -> tuple[SharedText, ...]:
    """Return the paragraphs that two or more of the texts have: those with most copies first, then as they are met. The
    wording of the `law`, where it is among them, is the one that the others are measured against.
    """
    wordings = _wordings(texts, law)
    near = _near([each.words for each in wordings])
    taken: set[int] = set()
    found: list[tuple[tuple[int, int], SharedText]] = []
    for number, wording in enumerate(wordings):
        if number not in taken:
            free = {other: ratio for other, ratio in near.get(number, {}).items() if other not in taken}
            copies = _copies(number, wordings, free)
            if len(copies) > 1:
                taken |= {number, *(other for other, _, _, _ in copies.values())}
                place = min(each[2] for each in copies.values())
                found.append(((-len(copies), place), _shared(wording.text(), copies)))
    return tuple(shared for _, shared in sorted(found, key=lambda each: each[0]))


def _wordings(texts: Sequence[Sequence[Paragraph]], law: Collection[int]) -> list[_Wording]:
    """Return the different wordings of all paragraphs that are long enough: the law's, those that most columns have, then
    the longest, then by the alphabet, so that the order of the columns makes no difference.
    """
    found: dict[tuple[str, ...], _Wording] = {}
    cached: dict[str, tuple[str, ...]] = {}
    place = 0
    for column, text in enumerate(texts):
        for each in text:
            place += 1
            own = cached.get(each.text) or cached.setdefault(each.text, words(each.text))
            if len(own) >= _WORDS:
                found.setdefault(own, _Wording(own, [])).places.append((column, place, each))
    return sorted(
        found.values(), key=lambda each: (not _is_law(each, law), -len(each.columns()), -len(each.words), each.words)
    )


def _is_law(wording: _Wording, law: Collection[int]) -> bool:
    return any(column in law for column in wording.columns()) if law else False


# ---------- What is near ----------


def _near(wordings: Sequence[tuple[str, ...]]) -> _Near:
    """Return for each wording those that are near it, and how near."""
    alphabet = Alphabet()
    spelt = [alphabet.spell(each) for each in wordings]
    found: defaultdict[int, dict[int, float]] = defaultdict(dict)
    for one, other in _candidates(spelt):
        if ratio := matching.ratio(spelt[one], spelt[other], _NEAR):
            found[one][other] = found[other][one] = min(round(ratio, 3), _NOT_EQUAL)
    return found


def _candidates(spelt: Sequence[str]) -> Iterator[tuple[int, int]]:
    postings: defaultdict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(spelt):
        shingles = {text[at : at + _SHINGLE] for at in range(len(text) - _SHINGLE + 1)}
        met: Counter[int] = Counter()
        for each in shingles:
            if posting := postings.get(each):
                met.update(posting)
        for other, common in met.items():
            if common >= _CONTAINED * (min(len(text), len(spelt[other])) - _SHINGLE + 1):
                yield number, other
        for each in shingles:
            if len(postings[each]) < _POSTINGS:
                postings[each].append(number)


# ---------- Who has it ----------

_Copies = dict[int, tuple[int, float, int, Paragraph]]
"""By column: which wording it has, how near that is, the place of the paragraph, and the paragraph."""


def _copies(number: int, wordings: Sequence[_Wording], near: Mapping[int, float]) -> _Copies:
    """Return the copy of each column: the nearest of its paragraphs."""
    found: _Copies = {}
    for other, ratio in sorted({number: 1.0, **near}.items(), key=lambda each: (-each[1], each[0] != number, each[0])):
        for column, (place, paragraph) in wordings[other].columns().items():
            found.setdefault(column, (other, ratio, place, paragraph))
    return found


def _shared(text: str, copies: _Copies) -> SharedText:
    diverged = sorted({each.text for _, ratio, _, each in copies.values() if ratio < 1})
    known = dict(zip(diverged, _spans(text, diverged), strict=True)) if diverged else {}
    made = (
        Copy(column, each.section, each.leaf, each.text, ratio, known.get(each.text, ()))
        for column, (_, ratio, _, each) in sorted(copies.items())
    )
    return SharedText(text, tuple(made))


def _spans(text: str, copies: Sequence[str]) -> Iterator[tuple[Span, ...]]:
    """Yield what leads from the common wording to each copy, in stretches that people can read."""
    from qstd.compare.versions.spans import spans  # needed only where texts differ, and much comes with it
    from qstd.compare.versions.words import Vocabulary

    vocabulary = Vocabulary()
    common, *others = [vocabulary.unit(Leaf("paragraph", 0, each, ((Text(each),),))) for each in (text, *copies)]
    for each in others:
        runs = vocabulary.common(common, each)
        yield spans(common, each, runs)
