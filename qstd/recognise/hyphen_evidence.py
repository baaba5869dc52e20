"""Words that stand whole, as evidence of what a word was before the end of a line tore it."""

import re
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from qstd.model.outline import SOFT_HYPHEN
from qstd.recognise.danish_words import WORDS

_WORD = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
_SOFT = re.compile(f"[{SOFT_HYPHEN}¬](?![ \t]*\n)")
_HYPHEN = re.compile(f"[‐‑{SOFT_HYPHEN}¬]")
_TORN = re.compile(r"(?<![\w-])[\w-]*-[ \t]*\n\s*[\w-]*(?:(?<=-)[ \t]*\n\s*[\w-]*)*")
_TORN_END = re.compile(r"(?<![\w-])[\w-]*-\Z")
_TORN_START = re.compile(r"\s*[\w-]+")
# A capital in the middle of a sentence: no full stop stands before it.
_NAME = re.compile(r"(?<=[a-zæøå,] )[A-ZÆØÅ][a-zæøåéü]+")
_ENDINGS = ("", "s", "e", "n", "r", "t", "en", "er", "et", "es", "ne", "ens", "ers", "ets", "nes", "erne", "ernes")
_STEM = 4
_LONGER = 3


@dataclass(frozen=True)
class Evidence:
    """How often words stand whole inside a line, in small letters and with their inner hyphens; and the words that have
    a capital in the middle of sentences and never stand without.
    """

    words: Mapping[str, int]
    names: frozenset[str] = frozenset()

    def count(self, word: str) -> int:
        """How often a word stands; where it does not, how often it stands with another ending."""
        return self.words.get(word, 0) or sum(self.words.get(each, 0) for each in _inflected(word))

    def begins(self, part: str) -> bool:
        """Whether a word begins with these characters."""
        at = bisect_left(self._sorted, part)
        return at < len(self._sorted) and self._sorted[at].startswith(part)

    def is_name(self, word: str) -> bool:
        """Whether a word is written with a capital wherever it stands."""
        return word in self.names

    def begins_longer(self, part: str) -> bool:
        """Whether a longer word begins with these characters."""
        return _begins(self._sorted, part)

    def ends_longer(self, part: str) -> bool:
        """Whether a longer word ends with these characters."""
        return _begins(self._reversed, part[::-1])

    @cached_property
    def _sorted(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _reversed(self) -> list[str]:
        return sorted(word[::-1] for word in self.words)


def vocabulary(texts: Iterable[str]) -> Evidence:
    """The words that stand whole inside the lines of some texts. Parts of a torn word are none, and where a text ends
    with a hyphen, the first word of the next one is not either.
    """
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    small: set[str] = set()
    torn = False
    for text in texts:
        whole = _whole(_TORN_START.sub("", text, count=1) if torn else text)
        torn = text.rstrip().endswith(("-", SOFT_HYPHEN))
        words = _WORD.findall(whole)
        counts.update(word.casefold() for word in words)
        names.update(_NAME.findall(whole))
        small.update(word for word in words if word[0].islower())
    return Evidence(dict(counts), frozenset(name for name in names if name.casefold() not in small))


@cache
def common() -> Evidence:
    """Words that are common in standards."""
    return Evidence(dict.fromkeys(WORDS, 1))


def _whole(text: str) -> str:
    """A text without the words that are torn at the end of a line."""
    composed = unicodedata.normalize("NFC", text)
    hard = _HYPHEN.sub("-", _SOFT.sub("", composed))
    return _TORN_END.sub("", _TORN.sub(" ", hard).rstrip())


def _begins(ordered: list[str], part: str) -> bool:
    at = bisect_left(ordered, part)
    while at < len(ordered) and ordered[at].startswith(part):
        longer = ordered[at][len(part) :]
        if len(longer) >= _LONGER and "-" not in longer[:_LONGER]:
            return True
        at += 1
    return False


def _inflected(word: str) -> set[str]:
    stems = {word.removesuffix(ending) for ending in _ENDINGS}
    return {stem + ending for stem in stems if len(stem) >= _STEM for ending in _ENDINGS}
