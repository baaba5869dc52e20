"""T008 no_contact (warning): the standard says how to reach somebody.

Applies to every standard; the municipality's own contact details, in `municipality.yaml`, count as well, and so does a link
in a sentence that tells one to write or ring.
Why: a citizen who has read the standard wants to ask or apply. A name without a number is no way to get there.
Source: our own proposal, from a survey of published standards: 2 of 14 whole documents tell it.
How to mend: write a telephone number, an e-mail address or an address, or give the municipality's in `municipality.yaml`.
Bad: "Henvendelse til Team Social Service". Good: "Henvendelse til Team Social Service, telefon 12 34 56 78".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import section_of_topic
from qstd.lint.shared.reach import ADDRESS, MAIL, PHONE, can_be_reached, reachable
from qstd.model.facts import ContactPoint
from qstd.model.finding import message
from qstd.model.standard import Standard

_PAGE = lazy(r"\]\(mailto:|(?:kontakt|henvend|ring|skriv)[^\n.]{0,120}\]\(https?:", re.IGNORECASE)
_STREET = lazy(r"\b[A-ZÆØÅ][\w-]*(?:vej|gade|allé|alle|torv|plads|stræde|vænge)(?:en|et)? \d{1,3}\b", stems="0")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a number, a mailbox or an address among the facts, in the text, and in the municipality's file."""
    municipality = around.municipality.contact if around.municipality else None
    if can_be_reached(municipality) or any(can_be_reached(each) for _, each in of_kind(standard, ContactPoint)):
        return
    told = holding(standard, around, ADDRESS, MAIL, PHONE, _STREET)
    if any(reachable(each.text) or _STREET.search(each.text) for each in told) or _links(standard, around):
        return
    index = section_of_topic(standard, "contact")
    what = message("Der står ikke, hvordan man får fat i kommunen: hverken telefon, e-mail eller adresse.")
    hint = message("Skriv mindst én af dem, eller skriv kommunens under »contact:« i municipality.yaml.")
    yield Hit(("sections",) if index is None else ("sections", index), what, hint)


def _links(standard: Standard, around: Around) -> bool:
    """Tell whether a link leads to a page with contact details."""
    return any(_PAGE.search(each.body) for each in around.effective(standard).sections)


RULE = Rule(
    "T008", "warning", check, source=message("Kilde: et forslag efter gennemgang af offentliggjorte standarder.")
)
