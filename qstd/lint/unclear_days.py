"""D004 unclear_days (info): a short deadline says whether its days are working days.

Applies to deadlines of fewer than ten days, in the text and among the facts; not to how long help lasts.
Why: seven days at Christmas are seven days or eleven. Who waits and who answers should count alike.
Source: our own proposal: a question of clear language, no rule of law.
How to mend: write "kalenderdage" or "hverdage", and the same as `day_kind` of the fact.
Bad: "inden for 7 dage". Good: "inden for 7 kalenderdage", "senest 5 hverdage efter".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import SPAN, Length, lengths, short
from qstd.model.facts import Deadline
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_FROM = 10
_LIMIT = lazy(r"\b(?:senest|inden ?for|inden|efter højst|højst efter|varsel på)\s+(?:de første )?\Z", re.IGNORECASE)
_AFTER = lazy(r"\s*[,.]?\s*(?:af|efter|fra|før|på|inden|varsel|i forvejen|\Z|[.,;)])", re.IGNORECASE)
_SAYS = lazy(r"hverdag|arbejdsdag|kalenderdag|søgnedag|ugens dage|døgn", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the sentences, and at the facts that rest on none of those."""
    found: set[tuple[str, int]] = set()
    if standard.language == "da":
        for each in holding(standard, around, SPAN):
            short_ones = [one for one in lengths(each.text) if _is_unclear(each.text, one)]
            if short_ones and not _SAYS.search(each.text):
                found.add((standard.sections[each.section].key, short_ones[0].value))
                yield Hit(("sections", each.section, "body"), _what(each.text), _hint(), each.line)
    for index, fact in of_kind(standard, Deadline):
        if _is_short(fact) and (fact.evidence.section, fact.value_to or fact.value) not in found:
            yield Hit(("facts", index), _what(fact.evidence.quote), _hint())


def _is_unclear(sentence: str, length: Length) -> bool:
    return (
        length.unit == "day"
        and length.day_kind == "unspecified"
        and 1 < length.value < _FROM
        and _LIMIT.search(sentence[max(length.start - 60, 0) : length.start]) is not None
        and _AFTER.match(sentence, length.end) is not None
    )


def _is_short(fact: Deadline) -> bool:
    return (
        fact.role != "duration"
        and fact.unit == "day"
        and fact.day_kind == "unspecified"
        and fact.value is not None
        and 1 < fact.value < _FROM
        and not _SAYS.search(fact.evidence.quote)
    )


def _what(sentence: str) -> Message:
    return message("Det fremgår ikke, om dagene er hverdage eller kalenderdage: »{quote}«", quote=short(sentence))


def _hint() -> Message:
    return message("Skriv »hverdage« eller »kalenderdage«.")


RULE = Rule("D004", "info", check, source=message("Kilde: et forslag om klart sprog, ikke et lovkrav."))
