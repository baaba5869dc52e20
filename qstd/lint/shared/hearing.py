"""Whether a standard that has just been decided on, or is about to be, says that a council of citizens was heard."""

import re
from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Applies, Around, Hit, Rule
from qstd.lint.shared.dates import months_before
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_RECENT = 12  # months: how an older one was heard, nobody can mend now


def hearing_rule(code: str, council: Message, words: str, source: Message, url: str, services: frozenset[str]) -> Rule:
    """Make the rule that asks for the hearing of a council, known by `words`."""
    pattern = lazy(words, re.IGNORECASE)

    def check(standard: Standard, around: Around) -> Iterator[Hit]:
        if standard.language != "da" or not _is_at_hand(standard, around):
            return
        approval = standard.approval
        texts = [(approval.text or "") if approval else "", *(e.body for e in around.effective(standard).sections)]
        if not any(pattern.search(each) for each in texts):
            what = message("Standarden siger ikke, om {council} er hørt.", council=council)
            hint = message(
                "Se efter i sagen. Er {council} hørt, så skriv det, fx under »text:« i godkendelsen.", council=council
            )
            yield Hit(("approval",) if approval else (), what, hint)

    return Rule(code, "info", check, source=source, url=url, applies=Applies(services=services))


def _is_at_hand(standard: Standard, around: Around) -> bool:
    """Tell whether a standard is out for hearing, or was approved not long ago."""
    if standard.status == "hearing":
        return True
    day = standard.approval.date if standard.approval else None
    return standard.status in PUBLISHED.statuses and day is not None and day >= months_before(around.today, _RECENT)
