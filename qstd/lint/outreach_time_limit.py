"""T015 outreach_time_limit (warning): a support and contact person is there as long as needed.

Applies to section 99: to how long the help lasts, among the facts and in the text. That it is meant to lead on to other help,
and so is temporary, is no limit.
Why: trust cannot be built against a clock. Whoever is dropped after half a year is harder to reach the next time.
Source: practice, as municipalities tell it on their sites (read; Halsnæs, Guldborgsund, Odder): not limited in time.
How to mend: write that no time can be fixed, or when help is looked at again.
Bad: "Støtten gives i op til 6 måneder". Good: "Støtten gives, så længe der er behov for den".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import SPAN, lengths, short
from qstd.model.facts import Deadline
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_GIVEN = lazy(
    r"\b(?:støtten|ordningen|ydelsen|kontakten|forløbet|hjælpen|tilbuddet|indsatsen|støttekontakt\w*)\b[^.]{0,60}"
    r"\b(?:varer|gives|ydes|bevilges|løber|strækker sig|er begrænset|tilbydes)\b[^.]{0,40}"
    r"\b(?:op til|højst|maks\w*\.?|max\.?|i en periode på|længst|længere end)\s\Z",
    re.IGNORECASE,
)
_ENDS = lazy(
    r"\b(?:ophører|afsluttes|stopper|udløber|bortfalder)\s(?:\w+ ){0,2}(?:automatisk|uden videre)"
    r"|automatisk (?:ophør\w*|afslut\w*|bortfald\w*)|\b(?:er|gives som en) tidsbegrænset\b",
    re.IGNORECASE,
    stems="automatisk tidsbegrænset ophører afsluttes stopper udløber bortfalder",
)
_NOT = lazy(r"\b(?:ikke|ingen|uden|aldrig)\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at how long the help lasts: as a fact, or else as the text has it."""
    told: set[str] = set()
    for index, fact in of_kind(standard, Deadline):
        if fact.role == "duration" and fact.value is not None and fact.bound != "min":
            told.add(fact.evidence.section)
            yield Hit(("facts", index, "value"), _what(fact.evidence.quote), _hint())
    for each in holding(standard, around, SPAN, _ENDS) if standard.language == "da" else ():
        limited = any(_GIVEN.search(each.text[max(one.start - 200, 0) : one.start]) for one in lengths(each.text))
        if (
            (limited or _ENDS.search(each.text))
            and not _NOT.search(each.text)
            and _key(standard, each.section) not in told
        ):
            yield Hit(("sections", each.section, "body"), _what(each.text), _hint(), each.line)


def _key(standard: Standard, section: int) -> str:
    return standard.sections[section].key


def _what(sentence: str) -> Message:
    return message(
        "Støtte- og kontaktpersoner gives uden tidsgrænse, men her står der en: »{quote}«", quote=short(sentence)
    )


def _hint() -> Message:
    return message("Skriv fx: »Støtten gives, så længe der er behov for den.«")


RULE = Rule(
    "T015",
    "warning",
    check,
    source=message("Kilde: praksis for støtte- og kontaktpersoner, som kommuner beskriver den på deres hjemmesider."),
    applies=Applies(services=frozenset(("sel-99",))),
)
