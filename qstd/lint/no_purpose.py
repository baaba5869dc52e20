"""S004 no_purpose (warning): the standard says what the help is meant to lead to.

Applies to all standards in which anything is written, save those for drug treatment, where finding P103 says it.
Why: the purpose is what the help is measured by when the need of one citizen is not foreseen in the text.
Source: 32 of 60 standards that were looked at have such a section; for drug treatment the order demands it.
How to mend: write in one or two sentences what the help should achieve for the citizen.
Bad: only a list of tasks. Good: "Formålet er, at du kan klare mest muligt selv."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.presence import says
from qstd.lint.shared.profile import is_begun, place_of
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the purpose."""
    if is_begun(standard) and not says(standard, around, "purpose"):
        what = message("Standarden siger ikke, hvad formålet med hjælpen er.")
        hint = message("Skriv, hvad hjælpen skal føre til for borgeren, fx »Formålet er, at du ...«")
        yield Hit(place_of(standard, "purpose"), what, hint)


RULE = Rule("S004", "warning", check, applies=Applies(without=frozenset(("sel-101",))))
