"""A005 unexplained_abbreviation (info): an abbreviation is written out where it first stands.

Applies to title, headings and text in Danish, the legal basis too, save sections for professionals: words of two to five
capitals that `terms.yaml` knows, and others of three to five that it does not know to be common. Each is named once.
Why: "SKP" and "VUM" are the words of those who work there. The citizen meets them for the first time.
Source: the state's guide to texts on borger.dk (read).
How to mend: write the words the first time, and the abbreviation after them in brackets; or leave the abbreviation out.
Bad: "SKP-ordningen er gratis." Good: "Ordningen med støtte- og kontaktperson (SKP) er gratis."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.readable import Text, texts_holding
from qstd.lint.shared.terms import abbreviations, known_to_all
from qstd.model.finding import Message, message
from qstd.model.standard import Section, Standard

_CAPITALS = lazy(r"(?<![\w.§-])[A-ZÆØÅ]{2,5}(?=s?\b)(?![.]\w)", stems="AA")
_WORD = lazy(r"[^\W\d_]{2,}")
_WORDS_BEFORE = 8
_ROMAN = lazy(r"[IVX]+")
_SHOUTED = lazy(r"\b[A-ZÆØÅ]{6,}\b")
_LEAST_UNKNOWN = 3


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Follow the text from its beginning, and see which abbreviations come before their words."""
    settled = set(known_to_all())
    for path, line, text in _texts(standard, around):
        for short in dict.fromkeys(_CAPITALS.findall(text)):
            if short not in settled and _is_abbreviation(short, text):
                settled.add(short)
                if not _explains(text, short):
                    yield Hit(
                        path,
                        message("»{short}« er en forkortelse, som ikke er forklaret.", short=short),
                        _hint(short),
                        line,
                    )


def _texts(standard: Standard, around: Around) -> Iterator[Text]:
    if standard.language == "da":
        yield Text(("title",), 0, standard.title)
        yield from texts_holding(standard, around, _is_read, _CAPITALS)


def _is_read(section: Section) -> bool:
    return section.audience == "everyone" and section.topic != "doc_metadata"


def _is_abbreviation(short: str, text: str) -> bool:
    """Tell whether capitals are an abbreviation, and not a numeral or a word of a text that is all in capitals."""
    if _SHOUTED.search(text) or (text.isupper() and len(_WORD.findall(text)) > 1):
        return False
    return short in abbreviations() or (len(short) >= _LEAST_UNKNOWN and not _ROMAN.fullmatch(short))


def _explains(text: str, short: str) -> bool:
    """Tell whether a text says what an abbreviation stands for: in brackets after or before it, or by name."""
    beside = (
        rf"\w[ ,]*\({short}\)|\b{short}\b[^\s()]{{0,15}} ?\([^()]*\w{{3}}"
        rf"|\b{short}\b,? (?:dvs\.|det vil sige|står for)"
    )
    full = abbreviations().get(short, "").casefold()
    return bool(re.search(beside, text)) or bool(full and full in text.casefold()) or _stands_for(text, short)


def _stands_for(text: str, short: str) -> bool:
    """Tell whether an abbreviation is in brackets, with more, after a word that begins as it does: "samtale (ASI eller
    UngMap)" says what it is for, and not what it stands for.
    """
    found = re.search(rf"(?<=\w)[ ,]*\([^()]{{0,40}}\b{short}\b", text)
    before = _WORD.findall(text[: found.start()])[-_WORDS_BEFORE:] if found else []
    return any(each.casefold().startswith(short[0].casefold()) for each in before)


def _hint(short: str) -> Message:
    full = abbreviations().get(short)
    if full:
        return message(
            "Skriv ordene første gang: »{full} ({short})«. Eller undgå forkortelsen.", full=full, short=short
        )
    return message("Skriv ordene første gang med forkortelsen i parentes efter. Eller undgå forkortelsen.")


RULE = Rule(
    "A005",
    "info",
    check,
    source=message("Kilde: Digitaliseringsstyrelsens vejledning om tekster til borger.dk."),
    url="https://docplayer.dk/83784-Saadan-skriver-vi-paa-vejledning-og-principper-for-produktion-af-tekster-til-borger-dk.html",
)
