"""S004 no_purpose (info): the standard says what the help is meant to lead to.

Applies to all standards in which anything is written, save those for drug treatment, where finding P103 says it.
Silent where what the help is says what it keeps or betters. An aim can be told in words that no list foresees: on blind text 4
of 5 findings were right. So it is for information.
Why: the purpose is what the help is measured by when the need of one citizen is not foreseen in the text.
Source: 32 of 60 standards that were looked at have such a section; for drug treatment the order demands it.
How to mend: write in one or two sentences what the help should achieve for the citizen.
Bad: only a list of tasks. Good: "Formålet er, at du kan klare mest muligt selv."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.modality import plain
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import says
from qstd.lint.shared.profile import is_begun, place_of
from qstd.model.finding import message
from qstd.model.standard import Standard

_AIM = lazy(
    r"\b(?:for|henblik på) at (?:\w+ ){0,2}?(?:bevare|forbedre|vedligeholde|genvinde|opretholde)\b",
    stems="bevare forbedre vedligeholde genvinde opretholde",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the purpose."""
    if is_begun(standard) and not says(standard, around, "purpose") and not _aims(standard, around):
        what = message("Standarden siger ikke, hvad formålet med hjælpen er.")
        hint = message("Skriv, hvad hjælpen skal føre til for borgeren, fx »Formålet er, at du ...«")
        yield Hit(place_of(standard, "purpose"), what, hint)


def _aims(standard: Standard, around: Around) -> bool:
    """Tell whether what the help is says what it is to keep or to better."""
    return any(_AIM.search(plain(each.text)) for each in holding(standard, around, _AIM))


RULE = Rule("S004", "info", check, applies=Applies(without=frozenset(("sel-101",))))
