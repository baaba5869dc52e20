"""L003 renamed_benefit (error): a standard for section 100 calls the benefit by the name that it has today.

Applies to standards for serviceloven § 100 that are not withdrawn, from 1 September 2025. A sentence that says what the
benefit was called before is left alone, and so is the bare word "merudgifter" for what the citizen pays.
Why: since 1 September 2025 the benefit is called kompensationsydelse and is reckoned in another way. A standard that still
promises "nødvendige merudgifter" tells the citizen the rules of yesterday.
Source: L 201 2024-25, https://www.eu.dk/samling/20241/lovforslag/l201/20241_l201_efter_2behandling.htm
(read as it was after the second reading), in force on 1 September 2025 according to Allerød Kommune. A transitional scheme
runs until 1 September 2027.
How to mend: write kompensationsydelse, and look through amounts and conditions.
Bad: "Merudgiftsydelse efter servicelovens § 100". Good: "Kompensationsydelse efter servicelovens § 100".
"""

import re
from collections.abc import Iterator

from qstd.citations import citations, provisions_changed
from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.law import at
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_OLD = lazy(
    r"\bmerudgiftsydelse\w*|\bnødvendige merudgifter\b|\bmerudgiftsbekendtgørelse\w*"
    r"|\b(?:dækning|tilskud) (?:af|til) merudgifter\b",
    re.IGNORECASE,
    stems="merudgift",
)
_TITLE = lazy(r"\bmerudgift\w*", re.IGNORECASE)  # what the title names is the benefit itself
_HISTORY = lazy(
    r"\b(?:tidligere|hidtil|hidtidige|hed|før|indtil|inden|overgang\w*|afløs\w*|erstatte\w*|gamle|ikke længere)\b",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the old name in title, headings and text."""
    since = _since()
    if not since or around.today.isoformat() < since or standard.language != "da":
        return
    if found := _TITLE.search(standard.title):
        yield Hit(("title",), _what(found[0]), _hint())
    for each in with_headings(standard, around, _OLD):
        if words := _old_name(each.text):
            yield at(each, _what(words), _hint())


def _since() -> str:
    """Return the day of the new name, as the catalogue has it."""
    paragraph = citations("serviceloven § 100")[0]
    renamed = (change for _, change in provisions_changed(paragraph) if change.kind == "renamed" and change.verified)
    return next((each.since for each in renamed), "")


def _old_name(text: str) -> str:
    found = _OLD.search(text)
    return found[0] if found and not _HISTORY.search(text) else ""


def _what(words: str) -> Message:
    return message(
        "»{words}« er det gamle ord. Ydelsen hedder kompensationsydelse fra den 1. september 2025.", words=words
    )


def _hint() -> Message:
    return message("Skriv kompensationsydelse, og se beløb og betingelser efter: De er også nye.")


RULE = Rule(
    "L003",
    "error",
    check,
    source=message("Kilde: Lovforslag L 201 2024-25. Gælder fra den 1. september 2025."),
    url="https://www.eu.dk/samling/20241/lovforslag/l201/20241_l201_efter_2behandling.htm",
    applies=Applies(services=frozenset(("sel-100",)), statuses=frozenset(("draft", "hearing", "approved", "in_force"))),
)
