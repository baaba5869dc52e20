"""LIX: how hard prose is to read, by the length of its sentences and the share of long words.

LIX is words per sentence plus long words (seven letters or more) per hundred words. Up to 34 is easy, 35 to 44 middling,
45 to 54 hard, 55 and more very hard; most people follow up to 44. It says nothing of headings, lists and enumerations, so
whoever asks leaves those out. Danish compounds make it a little higher than the text is hard.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from typing import NamedTuple

from qstd.prose.sentences import spans
from qstd.prose.words import small

LONG = 7
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_ADDRESS = re.compile(r"\S{1,200}@\S+|https?://\S+|www\.\S+")
_WORD = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_TOKEN = re.compile(r"\w+")
_JOINED = re.compile(r"[\d_'’-]")  # where none of these is, words and tokens are the same
_SPOKEN = {
    "adr.": "adresse",
    "bl.a.": "blandt andet",
    "ca.": "cirka",
    "dvs.": "det vil sige",
    "eks.": "eksempel",
    "ekskl.": "eksklusive",
    "etc.": "et cetera",
    "evt.": "eventuelt",
    "f.eks.": "for eksempel",
    "fx": "for eksempel",
    "hhv.": "henholdsvis",
    "ifm.": "i forbindelse med",
    "ift.": "i forhold til",
    "inkl.": "inklusive",
    "jf.": "jævnfør",
    "kl.": "klokken",
    "kr.": "kroner",
    "m.fl.": "med flere",
    "m.m.": "med mere",
    "m.v.": "med videre",
    "maks.": "maksimalt",
    "mht.": "med hensyn til",
    "mv.": "med videre",
    "nr.": "nummer",
    "o.l.": "og lignende",
    "osv.": "og så videre",
    "pga.": "på grund af",
    "stk.": "stykke",
    "tlf.": "telefon",
    "vedr.": "vedrørende",
}


class Lix(NamedTuple):
    """What LIX is reckoned from."""

    words: int
    sentences: int
    long_words: int

    @property
    def value(self) -> float:
        """The figure; 0 where there are no words."""
        if not self.words:
            return 0.0
        return self.words / max(self.sentences, 1) + 100 * self.long_words / self.words


def lix(text: str) -> Lix:
    """Count the words and sentences of plain prose."""
    return of_sentences(text[start:end] for start, end in spans(text))


def of_sentences(sentences: Iterable[str]) -> Lix:
    """Count the words of sentences that are already told apart; what has no word is no sentence."""
    words = counted = long_words = 0
    for own, own_long in map(size, sentences):
        if own:
            words, counted, long_words = words + own, counted + 1, long_words + own_long
    return Lix(words, counted, long_words)


@lru_cache(maxsize=4096)
def size(sentence: str) -> tuple[int, int]:
    """Return how many words a sentence has, and how many of them are long."""
    found = words(sentence)
    return len(found), sum([each.isalpha() or _is_long(each) for each in found if len(each) >= LONG])


def _is_long(word: str) -> bool:
    return sum(map(str.isalpha, word)) >= LONG


def words(sentence: str) -> list[str]:
    """Return the words of a sentence as they are read out: "bl.a." is two words, "4.113" and an address one."""
    seen = sentence if sentence.isprintable() else _UNSEEN.sub("", sentence)
    if "@" in seen or "://" in seen or "www." in seen:
        seen = _ADDRESS.sub("x", seen)
    found = _TOKEN.findall(seen)
    if _may_be_shortened(seen, found):
        seen = _shortened().sub(lambda each: _SPOKEN[_plain(each[0])], seen)
        return _WORD.findall(seen)
    return _WORD.findall(seen) if _JOINED.search(seen) else found


def _may_be_shortened(text: str, tokens: Iterable[str]) -> bool:
    """Tell whether a word is the first part of an abbreviation; of an i without its dot, or with one, who knows."""
    if not text.isascii() and ("\u0130" in text or "\u0131" in text):
        return True
    return not _first_parts().isdisjoint(map(str.casefold, tokens))


@cache
def _first_parts() -> frozenset[str]:
    return frozenset(each.partition(".")[0] for each in _SPOKEN)


@cache
def _shortened() -> re.Pattern[str]:
    """Return a pattern of all abbreviations, with or without a space inside and a point at the end."""
    forms = (re.escape(each.rstrip(".")).replace(r"\.", r"\. ?") + r"\b\.?" for each in _SPOKEN)
    return re.compile(rf"(?<![\w.-])(?:{'|'.join(forms)})(?![\w-])", re.IGNORECASE)


def _plain(abbreviation: str) -> str:
    """Return an abbreviation as the table has it."""
    bare = small(abbreviation).replace(" ", "")
    stem = bare.rstrip(".")
    return next(each for each in (bare, f"{stem}.", stem) if each in _SPOKEN)
