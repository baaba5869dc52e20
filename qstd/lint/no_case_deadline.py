"""D001 no_case_deadline (warning): the standard says how long the decision may take, or where that can be read.

Applies to help under social law that is granted after an assessment; not to help without one, such as section 99. How long
one may complain is no such deadline.
Why: the council must set a deadline for its decisions and publish it. A citizen who reads the standard asks first of all
when there will be an answer.
Source: retssikkerhedsloven § 3, stk. 2 (read in its text); that the deadlines are published on the municipality's site (§ 3 a)
is told by a municipality.
How to mend: write the deadline, or write that it stands on the municipality's site, with a link.
Bad: only "Ansøgningen sendes digitalt". Good: "Du får en afgørelse senest 6 uger efter, at vi har modtaget din ansøgning".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.deadlines import has_limit, tells_decision
from qstd.lint.shared.passages import Passage, passages
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, section_of_topic, states
from qstd.model.finding import message
from qstd.model.standard import Standard

_COMPLAINT = lazy(r"\bklag|ankestyrelse|genvurder", re.IGNORECASE)
_ELSEWHERE = lazy(
    r"(?:læse?|se|finde?r?|fremgår|står)\b[^.]{0,60}(?:sagsbehandling|frist|svartid)"
    r"|(?:frister|sagsbehandlingstider)\w*[^.]{0,60}(?:hjemmeside|fremgår|findes på|kan ses|offentlig)",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a deadline, or for where it stands."""
    if standard.language != "da" or _says(standard, around):
        return
    index = section_of_topic(standard, "case_deadline")
    what = message("Standarden siger ikke, hvor længe borgeren kan komme til at vente på en afgørelse.")
    hint = message(
        "Skriv fx: »Du får en afgørelse senest ... uger efter, at vi har modtaget din ansøgning.« Står fristen på kommunens "
        "hjemmeside, så henvis til den."
    )
    yield Hit(("sections",) if index is None else ("sections", index), what, hint)


def _says(standard: Standard, around: Around) -> bool:
    if in_its_section(standard, around, "case_deadline") or states(standard, "case_deadline"):
        return True
    return any(_ELSEWHERE.search(each.text) or _is_deadline(each) for each in passages(standard, around))


def _is_deadline(sentence: Passage) -> bool:
    complaint = _COMPLAINT.search(f"{sentence.lead} {sentence.text}")
    return complaint is None and has_limit(sentence.text) and tells_decision(sentence.text)


RULE = Rule(
    "D001",
    "warning",
    check,
    source=message("Kilde: retssikkerhedsloven § 3, stk. 2: Kommunen fastsætter en frist for sine afgørelser."),
    url="https://www.retsinformation.dk/forms/R0710.aspx?id=20928",
    applies=Applies(visited=True, without=frozenset(("sul-138", "sul-140", "sul-141"))),
)
