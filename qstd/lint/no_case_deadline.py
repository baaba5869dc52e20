"""D001 no_case_deadline (warning): the standard says how long the decision may take, or where that can be read.

Applies to help under social law that is granted after an assessment; not to help without one, such as section 99. How long
one may complain is no such deadline, and "hurtigst muligt" is none either. When the help begins is enough where that is
counted from the day on which one asked for it, as under section 101.
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
from qstd.lint.shared.deadlines import TIME, has_limit, tells_decision, tells_start
from qstd.lint.shared.index import holding
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, section_of_topic, sections_of_topic, states
from qstd.model.finding import message
from qstd.model.standard import Standard

_COMPLAINT = lazy(r"\bklag|ankestyrelse|genvurder", re.IGNORECASE)
_ELSEWHERE = lazy(
    r"(?:læse?|se|finde?r?|fremgår|står)\b[^.]{0,60}(?:sagsbehandling|frist|svartid)"
    r"|(?:frister|sagsbehandlingstider)\w*[^.]{0,60}(?:hjemmeside|fremgår|findes på|kan ses|offentlig)",
    re.IGNORECASE,
    stems="sagsbehandling frist svartid",
)
_SOON = lazy(r"\b(?:hurtigst|snarest|så (?:hurtigt|snart) som) muligt", re.IGNORECASE)
_MORE_THAN_SOON = lazy(r"\d|dag|uge|måned|straks|frist|svartid|hjemmeside|www|https?:", re.IGNORECASE)
_HOW_OFTEN = lazy(r"\b(?:om|pr\.?|i|hver) (?:dag|døgn|uge|måned|år)\w*", re.IGNORECASE)
_FROM_THE_REQUEST = lazy(
    r"\b(?:efter|fra)\b[^.]{0,30}\b(?:henvende\w*|henvendt|ansøgning\w*|søgt|ansøgt)\b", re.IGNORECASE
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
    if _answers(standard, around) or states(standard, "case_deadline"):
        return True
    return any(
        _ELSEWHERE.search(each.text) or _is_deadline(each) for each in holding(standard, around, _ELSEWHERE, TIME)
    )


def _answers(standard: Standard, around: Around) -> bool:
    """Tell whether a section on the deadline has text, and more than that it will be soon."""
    own = sections_of_topic(standard, "case_deadline")
    text = " ".join(each.text for index in own for each in of_section(standard, index, around))
    soon = _SOON.search(text) is not None and not _MORE_THAN_SOON.search(text)
    return in_its_section(standard, around, "case_deadline") and not soon


def _is_deadline(sentence: Passage) -> bool:
    if _COMPLAINT.search(f"{sentence.lead} {sentence.text}") or not has_limit(_HOW_OFTEN.sub("", sentence.text)):
        return False
    return tells_decision(sentence.text) or (
        tells_start(sentence.text) and _FROM_THE_REQUEST.search(sentence.text) is not None
    )


RULE = Rule(
    "D001",
    "warning",
    check,
    source=message("Kilde: retssikkerhedsloven § 3, stk. 2: Kommunen fastsætter en frist for sine afgørelser."),
    url="https://www.retsinformation.dk/forms/R0710.aspx?id=20928",
    applies=Applies(visited=True, without=frozenset(("sul-138", "sul-140", "sul-141"))),
)
