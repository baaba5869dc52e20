"""D003 late_treatment_start (error): treatment for drug misuse begins within 14 days of the first contact.

Applies to section 101: to the deadlines that are told as facts, and to the sentences on when treatment begins.
Why: the act gives the citizen the right to have treatment begun at the latest 14 days after turning to the municipality.
A standard cannot lengthen that, nor count the days from its own decision.
Source: serviceloven § 101, stk. 2, read in its text (https://danskelove.dk/serviceloven/101). Ten working days are 14 days.
How to mend: write 14 days or fewer, counted from the citizen's first contact.
Bad: "Behandlingen begynder senest 4 uger efter visitation". Good: "... senest 14 dage efter den første henvendelse".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import deadline_days, lengths, short
from qstd.model.facts import Deadline
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_MOST = 14
_STARTS = lazy(
    r"\bbehandling(?:en)?\b[^.]{0,40}\b(?:iværksættes|påbegyndes|begynder|starter|sættes i gang|opstartes|igangsættes)\b",
    re.IGNORECASE,
    stems="behandling",
)
_ANOTHER = lazy(
    r"\b(?:andet|anden|selv vælge|valgt|eget ønske|døgn|længere|overskrides|garantien|udsæt)\w*", re.IGNORECASE
)
_LIMIT = lazy(r"\b(?:senest|inden ?for|inden|højst|maks\w*\.?|op til)\s+(?:\w+\s+)?\Z", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the deadlines for the start of treatment: as facts, or else as the text has them."""
    starts = [(index, each) for index, each in of_kind(standard, Deadline) if each.role == "start"]
    in_time = any(_days(each) <= _MOST and _from_contact(each) for _, each in starts)
    for index, each in starts:
        if not in_time and _days(each) > _MOST:
            what = message(
                "Behandlingen kan begynde senere end 14 dage efter henvendelsen: »{quote}«", quote=_said(each)
            )
            yield Hit(("facts", index, "value"), what, _hint())
        elif not in_time and not _from_contact(each):
            what = message("Fristen regnes ikke fra borgerens henvendelse: »{quote}«", quote=_said(each))
            yield Hit(("facts", index, "anchor"), what, _hint())
    if not starts and standard.language == "da":
        yield from _in_text(standard, around)


def _in_text(standard: Standard, around: Around) -> Iterator[Hit]:
    for each in holding(standard, around, _STARTS):
        if not _STARTS.search(each.text) or _ANOTHER.search(each.text):
            continue
        limits = [one for one in lengths(each.text) if _LIMIT.search(each.text[max(one.start - 60, 0) : one.start])]
        if limits and min(one.days for one in limits) > _MOST:
            what = message(
                "Behandlingen kan begynde senere end 14 dage efter henvendelsen: »{quote}«", quote=short(each.text)
            )
            yield Hit(("sections", each.section, "body"), what, _hint(), each.line)


def _days(fact: Deadline) -> int:
    """Return how long the start may take; where the text sets no limit, longer than any."""
    days = deadline_days(fact)
    return _MOST + 1 if days is None else days


def _from_contact(fact: Deadline) -> bool:
    return fact.anchor in (None, "enquiry", "application", "other")


def _said(fact: Deadline) -> str:
    return short(fact.evidence.quote)


def _hint() -> Message:
    return message(
        "Skriv fx: »Behandlingen begynder senest 14 dage efter, at borgeren har henvendt sig til kommunen.« Har borgeren "
        "selv ønsket at vente, så skriv det som en undtagelse."
    )


RULE = Rule(
    "D003",
    "error",
    check,
    source=message("Kilde: serviceloven § 101, stk. 2: Behandlingen sættes i gang senest 14 dage efter henvendelsen."),
    url="https://danskelove.dk/serviceloven/101",
    applies=Applies(services=frozenset(("sel-101",))),
)
