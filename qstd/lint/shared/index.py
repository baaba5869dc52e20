"""Which sentences of a standard may match a pattern: those that have a word with one of its stems.

A standard is read once, word by word; after that a rule goes only to the sentences that can be its concern, and most
rules to none. What is held against a pattern may be the sentence as written or as `modality.plain` has it.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain

from qstd.lint.rule import Around
from qstd.lint.shared.kept import kept
from qstd.lint.shared.modality import visible
from qstd.lint.shared.passages import Passage, headings, passages
from qstd.lint.shared.patterns import CAPITALS, DIGIT, all_stems, number_of_stems, stems_of
from qstd.model.standard import Standard
from qstd.prose.words import small

_TOKENS = re.compile(r"\w+|[§@/]")
_WORDS = re.compile(r"\w+")
_TWO_CAPITALS = re.compile(r"[A-ZÆØÅ]{2}")
_START = 2  # letters by which stems are looked up
_MOST, _MOST_TEXTS = 100_000, 4096

Index = Mapping[str, Sequence[int]]


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
    found = [index[stem] for each in patterns for stem in stems_of(each) if stem in index]
    return sorted(set().union(*found)) if len(found) > 1 else found[0] if found else ()


@kept
def _of_texts(standard: Standard, around: Around, stems: int) -> Index:
    return _index(each.text for each in passages(standard, around))


@kept
def _of_leads(standard: Standard, around: Around, stems: int) -> Index:
    by_lead: dict[str, list[int]] = {}  # the same words lead in to several sentences
    for at, each in enumerate(passages(standard, around)):
        by_lead.setdefault(each.lead, []).append(at)
    by_stem: defaultdict[str, list[int]] = defaultdict(list)
    for lead, found in by_lead.items():
        for stem in stems_in(lead):
            by_stem[stem] += found
    return by_stem


def places(standard: Standard, around: Around, *patterns: re.Pattern[str]) -> Sequence[int]:
    """Return which of the sentences may match one of the patterns, by index."""
    return _places(patterns, _of_texts(standard, around, number_of_stems()))


@kept
def _of_headings(standard: Standard, around: Around, stems: int) -> Index:
    return _index(each.text for each in headings(standard, around))


class _Words(dict[str, tuple[str, ...]]):
    """The stems of each word that was met."""

    def __init__(self, stems: frozenset[str]) -> None:
        super().__init__()
        self.stems = stems
        self.texts: dict[str, frozenset[str]] = {}
        self.by_start: dict[str, list[str]] = {}
        for stem in stems:
            self.by_start.setdefault(stem[:_START], []).append(stem)

    def __missing__(self, word: str) -> tuple[str, ...]:
        if len(self) >= _MOST:
            self.clear()
        found = self[word] = tuple(self._of(word))
        return found

    def of_text(self, text: str) -> frozenset[str]:
        """Return the stems of a sentence; the same words lead in to several, and neighbours say the same."""
        found = self.texts.get(text)
        if found is None:
            if len(self.texts) >= _MOST_TEXTS:
                self.texts.clear()
            # A sign that cannot be seen parts a word only where the text is read as written.
            tokens = _TOKENS.findall(text if text.isprintable() else f"{text} {visible(text)}")
            found = self.texts[text] = frozenset(chain.from_iterable(map(self.__getitem__, tokens)))
        return found

    def _of(self, word: str) -> set[str]:
        # One letter may become several, and some of those are signs that part words.
        forms = {small(word), *_WORDS.findall(word.casefold())}
        found = {stem for form in forms for stem in (form, f"={form}") if stem in self.stems}
        for form in forms:
            for at in range(len(form) - 1):
                starts = self.by_start.get(form[at : at + _START], ())
                found.update(stem for stem in starts if form.startswith(stem, at))
        if any(map(str.isdecimal, word)):
            found.add(DIGIT)
        if _TWO_CAPITALS.search(word):
            found.add(CAPITALS)
        return found


_words = _Words(frozenset())


def stems_in(text: str) -> frozenset[str]:
    """Return the stems that stand in a text, as written or without signs that cannot be seen."""
    global _words
    if len(_words.stems) != number_of_stems():
        _words = _Words(all_stems())
    return _words.of_text(text)


def _index(texts: Iterable[str]) -> Index:
    """Tell of each stem in which of the texts it stands."""
    found: defaultdict[str, list[int]] = defaultdict(list)
    for at, stems in enumerate(map(stems_in, texts)):
        for stem in stems:
            found[stem].append(at)
    return found
