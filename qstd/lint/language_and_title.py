"""A008 language_and_title (warning): the document has a title that says what it is, and says its own language rightly.

Applies to all standards. A title that is only "Kvalitetsstandard", or the name of a file, is found; and a text of 40 words or
more in the other language than `language:` says.
Why: page, PDF and Word file get title and language from here. A screen reader reads out the title first, and reads Danish
with an English voice where the language is wrong. Tags and bookmarks of the files need no check: they are always made.
Source: the law on accessible web sites and WCAG 2.1, 2.4.2 and 3.1.1 (read).
How to mend: name the service in the title; write `language: da` or `language: en`.
Bad: `title: kvst_99_endelig.docx`. Good: `title: Kvalitetsstandard for støtte- og kontaktperson`.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.lines import written
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_WORD = lazy(r"[^\W\d_]+")
_FILE_NAME = lazy(
    r"\.(?:docx?|odt|pdf|html?|rtf|txt)\Z|^microsoft word\b|^(?:dokument|document) ?\d*\Z|^kopi af |\w_\w",
    re.IGNORECASE,
)
_SAYS_NOTHING = frozenset(
    (
        *(
            "kvalitetsstandard",
            "kvalitetsstandarder",
            "standard",
            "serviceniveau",
            "serviceinformation",
            "ydelseskatalog",
        ),
        *(
            "uden titel",
            "untitled",
            "ny",
            "ny standard",
            "titel",
            "title",
            "test",
            "kladde",
            "udkast",
            "quality standard",
        ),
    )
)
_DANISH = "af andre at borgeren den der det du efter eller er et fra får har hos hvis ikke kan med og om på skal som"
_ENGLISH = (
    "and are be been by from has have if is it must not of or shall that the their they this to which will with you"
)
_OWN = {"da": frozenset(_DANISH.split()), "en": frozenset(_ENGLISH.split())}
# A digit may stand beside a word without a space.
_IN = {
    language: lazy(
        rf"\b(?:{'|'.join(sorted(own))})\b|\d", re.IGNORECASE, " ".join(("0", *(f"={each}" for each in own)))
    )
    for language, own in _OWN.items()
}
_ENOUGH = 40
_MOST = 100_000
_TELLING = 8


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the title, and at the small words of the text."""
    title = " ".join(standard.title.casefold().strip(" .:-–").split())
    if title in _SAYS_NOTHING or not _WORD.search(title):
        what = message("Titlen »{title}« siger ikke, hvad standarden handler om.", title=standard.title)
        yield Hit(("title",), what, message("Skriv ydelsen med: »Kvalitetsstandard for ...«."))
    elif _FILE_NAME.search(title):
        what = message("Titlen »{title}« ligner navnet på en fil.", title=standard.title)
        yield Hit(("title",), what, message("Skriv en titel til læseren: »Kvalitetsstandard for ...«."))
    other = "en" if standard.language == "da" else "da"
    if _may_be_written_in(other, standard, around) and _is_written_in(other, standard):
        yield Hit(("language",), *_other_language(other))


def _other_language(other: str) -> tuple[Message, Message]:
    if other == "en":
        return message("Teksten er på engelsk, men filen siger dansk."), message("Skriv »language: en«.")
    return message("Teksten er på dansk, men filen siger engelsk."), message("Skriv »language: da«.")


def _may_be_written_in(other: str, standard: Standard, around: Around) -> bool:
    """Tell by the sentences that may have a small word of another language; nearly all standards have few."""
    everything = written(standard, around)
    if "_" in everything or "](" in everything:  # a word may stand in what is no part of a sentence
        return True
    return sum(_count(other, each.text) for each in holding(standard, around, _IN[other])) >= _TELLING


@lru_cache(maxsize=8192)  # neighbours say the same
def _count(language: str, text: str) -> int:
    """Return how many small words of a language a sentence or a line has."""
    return sum(map(_small[language].__getitem__, text.casefold().split()))


def _is_written_in(other: str, standard: Standard) -> bool:
    """Tell whether a text has far more small words of another language than of its own."""
    rows = [row for each in standard.sections for row in each.body.split("\n")]
    others = sum(_count(other, row) for row in rows)
    if others < _TELLING:  # nearly all
        return False
    own = sum(_count(standard.language, row) for row in rows)
    return others > 3 * own and sum(len(_WORD.findall(row.casefold())) for row in rows) >= _ENOUGH


class _Small(dict[str, int]):
    """How many small words of a language stand in what has no space in it: mostly one or none, as in "og" and "og/eller"."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self._words = _OWN[language]

    def __missing__(self, word: str) -> int:
        if len(self) >= _MOST:
            self.clear()
        count = self[word] = sum(map(self._words.__contains__, _WORD.findall(word)))
        return count


_small = {language: _Small(language) for language in _OWN}


RULE = Rule(
    "A008",
    "warning",
    check,
    source=message("Kilde: lov om tilgængelighed af offentlige organers websteder, WCAG 2.1 punkt 2.4.2 og 3.1.1."),
    url="https://www.w3.org/TR/WCAG21/#page-titled",
)
