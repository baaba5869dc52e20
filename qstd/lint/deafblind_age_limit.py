"""T007 deafblind_age_limit (warning): contact persons for deafblind people are given at any age.

Applies to section 98: to ages that are told as facts, and to sentences on who can get the help.
Why: the provision has no upper age limit. Most people who become deafblind do so late in life; a limit shuts them out.
Source: the ministry and municipalities that render the provision (read; sm.dk, svendborg.dk, nyborg.dk).
How to mend: leave the upper limit out, or write that there is none.
Bad: "Personer mellem 18 og 67 år, som er døvblinde". Good: "Personer over 18 år. Der er ingen øvre aldersgrænse".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import AGES, age_ranges, short
from qstd.model.facts import Age
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_UNTIL = lazy(
    r"\b(?:under|indtil|til|før|og) (?:det fyldte )?(?:6[0-9]|7[0-9])\.? ?år"
    r"|\b(?:under|indtil|til|før|og) folkepensionsalder(?:en)?\b",
    re.IGNORECASE,
    stems="år pensionsalder",
)
_OTHER = lazy(r"\b(?:ingen|ikke|uanset|også|uden|både)\b|§ ?(?:95|96|97)\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the facts, or else at the sentences."""
    limits = [(index, each) for index, each in of_kind(standard, Age) if each.max is not None or each.max_ref]
    for index, each in limits:
        if not each.keeps_after_max:
            yield Hit(
                ("facts", index, "max" if each.max is not None else "max_ref"), _what(each.evidence.quote), _hint()
            )
    if not limits and standard.language == "da":
        for sentence in holding(standard, around, AGES, _UNTIL):
            old = any(high >= 60 for _, high, _ in age_ranges(sentence.text))
            if (old or _UNTIL.search(sentence.text)) and not _OTHER.search(sentence.text):
                yield Hit(("sections", sentence.section, "body"), _what(sentence.text), _hint(), sentence.line)


def _what(sentence: str) -> Message:
    return message("Hjælpen har ingen øvre aldersgrænse, men her står der en: »{quote}«", quote=short(sentence))


def _hint() -> Message:
    return message("Fjern den øvre grænse, eller skriv: »Der er ingen øvre aldersgrænse.«")


RULE = Rule(
    "T007",
    "warning",
    check,
    source=message("Kilde: serviceloven § 98, som Socialministeriet og kommuner gengiver den."),
    applies=Applies(services=frozenset(("sel-98",))),
)
