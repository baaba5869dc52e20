"""S002 no_legal_basis (warning): the standard says under which provision the help is given.

Applies to all standards in which anything is written.
Why: the legal basis decides who can get the help, who pays, and how to complain. A citizen who is refused needs it.
Source: 43 of 60 standards that were looked at have such a section; a citation anywhere in the text counts too.
How to mend: write a section with the act and the section, also where the municipality need not have a standard.
Bad: no word on the act. Good: "Hjælpen gives efter § 85 i lov om social service."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule, service_of
from qstd.lint.shared.passages import passages
from qstd.lint.shared.presence import in_its_section, says, states
from qstd.lint.shared.profile import is_begun, place_of
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the section, for a citation that is the basis, and for the provision anywhere."""
    if not is_begun(standard) or _is_stated(standard, around):
        return
    what = message("Standarden siger ikke, hvilken lov hjælpen gives efter.")
    hint = message("Skriv et afsnit om lovgrundlaget, fx »Hjælpen gives efter {example}.«", example=_example(standard))
    yield Hit(place_of(standard, "legal_basis"), what, hint)


def _is_stated(standard: Standard, around: Around) -> bool:
    if in_its_section(standard, around, "legal_basis") or states(standard, "legal_basis"):
        return True
    known = service_of(standard)
    numbers = [number for _, number in known.provisions if number] if known else []
    if not numbers:
        return says(standard, around, "legal_basis")
    own = re.compile(
        r"(?:§|paragraf)[^.]{0,40}?\b(?:" + "|".join(_loose(each) for each in numbers) + r")(?!\d| ?[a-h]\b)"
    )
    return any(own.search(text) for text in (standard.title, *(each.text for each in passages(standard, around))))


def _loose(number: str) -> str:
    return re.escape(number).replace(r"\ ", " ?")


def _example(standard: Standard) -> str:
    known = service_of(standard)
    acts = {"SEL": "lov om social service", "SUL": "sundhedsloven"}
    pairs = known.provisions if known else ()
    return next((f"§ {number} i {acts[act]}" for act, number in pairs if number and act in acts), "§ ... i loven")


RULE = Rule("S002", "warning", check)
