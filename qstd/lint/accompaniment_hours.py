"""T006 accompaniment_hours (warning): accompaniment is 15 hours a month.

Applies to section 97: to amounts per month that are told as facts, and to sentences that name hours per month.
Why: the provision gives 15 hours a month. A standard can neither give fewer as its level, nor be understood to.
Source: the wording of the provision as Nyborg renders it on its site (read; nyborg.dk, Ledsageordning).
How to mend: write 15 hours a month. Hours that are saved up are another matter; say so in the sentence.
Bad: "Du kan få 10 timers ledsagelse om måneden". Good: "Du kan få 15 timers ledsagelse om måneden".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import short
from qstd.model.facts import Extent
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_HOURS = Decimal(15)
_MONTHLY = lazy(
    r"(?<![\d.,-])(\d{1,3}(?:,\d+)?)\s+(?:ledsager)?timer?s?\b(?: ledsagelse)?\s*"
    r"(?:om måneden|pr\.? måned|per måned|månedligt|hver måned|i måneden|/ ?md)",
    re.IGNORECASE,
    stems="time timer",
)
_OTHER = lazy(r"spar|overfør|ferie|§ ?(?:83|85|95|96|98)\b|tidligere|resterende|tilbage|gennemsnit", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the facts, and at sentences that no such fact rests on."""
    told = set()
    for index, fact in of_kind(standard, Extent):
        if fact.unit == "hour" and fact.per == "month" and fact.amount is not None:
            told.add((fact.evidence.section, fact.amount))
            if fact.amount != _HOURS and not _OTHER.search(fact.evidence.quote):
                yield Hit(("facts", index, "amount"), _what(fact.evidence.quote), _hint())
    if standard.language == "da":
        for each in holding(standard, around, _MONTHLY):
            amounts = {Decimal(one.replace(",", ".")) for one in _MONTHLY.findall(each.text)}
            new = {one for one in amounts if (standard.sections[each.section].key, one) not in told}
            if new and _HOURS not in amounts and not _OTHER.search(each.text):
                yield Hit(("sections", each.section, "body"), _what(each.text), _hint(), each.line)


def _what(sentence: str) -> Message:
    return message("Ledsagelse er 15 timer om måneden, men her står der noget andet: »{quote}«", quote=short(sentence))


def _hint() -> Message:
    return message("Skriv »15 timer om måneden«. Handler sætningen om opsparede timer, så skriv det i sætningen.")


RULE = Rule(
    "T006",
    "warning",
    check,
    source=message("Kilde: serviceloven § 97, som Nyborg Kommune gengiver den."),
    applies=Applies(services=frozenset(("sel-97",))),
)
