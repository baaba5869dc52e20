"""Which sentences of a standard may match a pattern: those that have a word with one of its stems.

A standard is read once, word by word; after that a rule goes only to the sentences that can be its concern, and most
rules to none. What is held against a pattern may be the sentence as written or as `modality.plain` has it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from qstd.lint.rule import Around
from qstd.lint.shared.kept import kept
from qstd.lint.shared.modality import visible
from qstd.lint.shared.passages import Passage, headings, passages
from qstd.lint.shared.patterns import CAPITALS, DIGIT, all_stems, needed, number_of_stems
from qstd.model.standard import Standard
from qstd.prose.words import small

_TOKENS = re.compile(r"\w+|[§@/]")
_WORDS = re.compile(r"\w+")
_TWO_CAPITALS = re.compile(r"[A-ZÆØÅ]{2}")
_START = 2  # letters by which stems are looked up
_MOST, _MOST_TEXTS = 100_000, 4096


class Index(NamedTuple):
    """The stems of each text, of which each is a bit, and those of all of them together."""

    masks: Sequence[int]
    all: int


def holding(standard: Standard, around: Around, *patterns: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the sentences that may match one of the patterns, in the order of the text."""
    own = places(standard, around, *patterns)
    if own:
        said = passages(standard, around)
        for at in own:
            yield said[at]


def led_to(
    standard: Standard, around: Around, *patterns: re.Pattern[str], above: Sequence[re.Pattern[str]] = ()
) -> Iterator[Passage]:
    """Yield the sentences that may match one of the patterns together with the words that lead in to them, and those where
    these words alone may match one of `above`.
    """
    own = places(standard, around, *patterns)
    leads = _places((*patterns, *above), _of_leads(standard, around, number_of_stems()))
    if own or leads:
        said = passages(standard, around)
        for at in sorted({*own, *leads}):
            yield said[at]


def followed(standard: Standard, around: Around, *patterns: re.Pattern[str]) -> Iterator[tuple[Passage, str]]:
    """Yield the sentences that may match one of the patterns, each with the words of the next one of its section."""
    said = passages(standard, around)
    for at in places(standard, around, *patterns):
        own, after = said[at], said[at + 1] if at + 1 < len(said) else None
        yield own, after.text if after and after.section == own.section else ""


def with_headings(standard: Standard, around: Around, *patterns: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the headings of sections that may match one of the patterns, and then the sentences."""
    yield from in_headings(standard, around, *patterns)
    yield from holding(standard, around, *patterns)


def in_headings(standard: Standard, around: Around, *patterns: re.Pattern[str]) -> Iterator[Passage]:
    """Yield the headings of sections that may match one of the patterns."""
    own = _places(patterns, _of_headings(standard, around, number_of_stems()))
    if own:
        heads = headings(standard, around)
        for at in own:
            yield heads[at]


def _places(patterns: Iterable[re.Pattern[str]], index: Index) -> Sequence[int]:
    wanted = needed(patterns)
    return [at for at, mask in enumerate(index.masks) if mask & wanted] if index.all & wanted else ()


@kept
def _of_texts(standard: Standard, around: Around, stems: int) -> Index:
    return _index(each.text for each in passages(standard, around))


@kept
def _of_leads(standard: Standard, around: Around, stems: int) -> Index:
    return _index(each.lead for each in passages(standard, around))


def places(standard: Standard, around: Around, *patterns: re.Pattern[str]) -> Sequence[int]:
    """Return which of the sentences may match one of the patterns, by index."""
    return _places(patterns, _of_texts(standard, around, number_of_stems()))


@kept
def _of_headings(standard: Standard, around: Around, stems: int) -> Index:
    return _index(each.text for each in headings(standard, around))


class _Words(dict[str, int]):
    """The stems of each word that was met."""

    def __init__(self, stems: Mapping[str, int]) -> None:
        super().__init__()
        self.stems = dict(stems)
        self.texts: dict[str, int] = {}
        self.by_start: dict[str, list[str]] = {}
        for stem in stems:
            self.by_start.setdefault(stem[:_START], []).append(stem)

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = reduce(or_, map(self.stems.__getitem__, self._of(word)), 0)
        return found

    def of_text(self, text: str) -> int:
        """Return the stems of a sentence; the same words lead in to several, and neighbours say the same."""
        found = self.texts.get(text)
        if found is None:
            if len(self.texts) >= _MOST_TEXTS:
                self.texts.clear()
            # A sign that cannot be seen parts a word only where the text is read as written.
            tokens = _TOKENS.findall(text if text.isprintable() else f"{text} {visible(text)}")
            found = self.texts[text] = reduce(or_, map(self.__getitem__, tokens), 0)
        return found

    def _of(self, word: str) -> set[str]:
        # One letter may become several, and some of those are signs that part words.
        forms = {small(word), *_WORDS.findall(word.casefold())}
        found = {stem for form in forms for stem in (form, f"={form}") if stem in self.stems}
        for form in forms:
            for at in range(len(form) - 1):
                starts = self.by_start.get(form[at : at + _START], ())
                found.update(stem for stem in starts if form.startswith(stem, at))
        found.update((DIGIT,) if DIGIT in self.stems and any(map(str.isdecimal, word)) else ())
        found.update((CAPITALS,) if CAPITALS in self.stems and _TWO_CAPITALS.search(word) else ())
        return found


_words = _Words({})


def stems_in(text: str) -> int:
    """Return the stems that stand in a text, as written or without signs that cannot be seen; each is a bit."""
    return _known().of_text(text)


def _known() -> _Words:
    global _words
    if len(_words.stems) != number_of_stems():
        _words = _Words(all_stems())
    return _words


def _index(texts: Iterable[str]) -> Index:
    """Tell of each text which stems stand in it."""
    masks = list(map(_known().of_text, texts))
    return Index(masks, reduce(or_, masks, 0))
