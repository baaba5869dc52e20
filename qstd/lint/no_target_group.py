"""S003 no_target_group (warning): the standard says whom the help is for.

Applies to all standards in which anything is written, save those for drug treatment, where finding P102 says it.
Why: a citizen must be able to see from the standard whether it is any use to apply.
Source: 37 of 60 standards that were looked at have such a section; for drug treatment the order demands it.
How to mend: write who can get the help, or by which criteria it is granted.
Bad: only what the help is. Good: "Hjælpen er til borgere over 18 år med betydeligt nedsat funktionsevne."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.presence import says
from qstd.lint.shared.profile import is_begun, place_of
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the target group or the criteria."""
    if not is_begun(standard) or any(says(standard, around, each) for each in ("target_group", "eligibility")):
        return
    what = message("Standarden siger ikke, hvem der kan få hjælpen.")
    hint = message("Skriv et afsnit om målgruppen, fx »Hjælpen er til borgere, som ...«, eller om kriterierne.")
    yield Hit(place_of(standard, "target_group"), what, hint)


RULE = Rule("S003", "warning", check, applies=Applies(without=frozenset(("sel-101",))))
