"""K017 no_facts (warning): a standard that is in force has its facts told.

Applies to standards that are approved or in force.
Why: without facts the standard cannot be compared, and "Kort fortalt" has nothing to tell the citizen.
How to mend: write under `facts:` what the text says of ages, deadlines, prices and the like, each with its quote.
Bad: `facts: []` in a standard in force. Good: at least one fact with its evidence.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Find a standard without facts."""
    if standard.status in ("approved", "in_force") and not standard.facts:
        what = message("Standarden har ingen oplysninger, der kan sammenlignes.")
        hint = message("Skriv dem under »facts:«, fx alder, frist og pris, hver med det citat, den bygger på.")
        yield Hit(("facts",), what, hint)


RULE = Rule("K017", "warning", check)
