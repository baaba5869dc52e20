"""D006 urgent_cases (info): the standard says what happens when help is needed at once.

Applies to section 83: help in the home, and meals.
Why: a deadline of some weeks is of no use to someone who comes home from hospital on a Friday. Most standards say how
urgent needs are met.
Source: our own proposal, from published standards (Bornholm, Herning).
How to mend: write how the municipality is reached in urgent cases, and how soon help begins then.
Bad: only "Du får svar senest 4 uger efter ansøgningen". Good: "I akutte tilfælde begynder hjælpen samme dag."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import section_of_topic
from qstd.model.finding import message
from qstd.model.standard import Standard

_URGENT = lazy(
    r"\bakut\w*|\bstraks\b|dags varsel|samme dag|\bhast(?:er|ende|e)\b|hastesag|uopsættelig|pludselig|med det samme"
    r"|udskriv\w+|\bsnarest\b|førstkommende|næste dag|inden for (?:et|24|48) (?:døgn|timer)|hele døgnet|døgnet rundt",
    re.IGNORECASE,
    stems="akut straks varsel samme hast uopsættelig pludselig udskriv snarest førstkommende næste døgn timer",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for words about urgent cases."""
    if standard.language == "da" and not any(_URGENT.search(each.text) for each in holding(standard, around, _URGENT)):
        found = (section_of_topic(standard, topic) for topic in ("start_deadline", "case_deadline", "application"))
        index = next((each for each in found if each is not None), None)
        what = message("Standarden siger ikke, hvad der gælder, når hjælpen haster.")
        hint = message("Skriv fx: »I akutte tilfælde, fx efter en udskrivning, kan hjælpen begynde samme dag.«")
        yield Hit(("sections",) if index is None else ("sections", index), what, hint)


RULE = Rule(
    "D006",
    "info",
    check,
    source=message("Kilde: et forslag efter gennemgang af offentliggjorte standarder."),
    applies=Applies(services=frozenset(("sel-83",))),
)
