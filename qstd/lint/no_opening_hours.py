"""T010 no_opening_hours (info): where there is a telephone number, there is when it is answered.

Applies to telephone numbers of contacts, among the facts and in the text, one finding for each section. The municipality's
opening hours in `municipality.yaml` count as well.
Why: many citizens can call only at certain times, and give up after two tries.
Source: our own proposal, from published standards.
How to mend: write the hours beside the number, or as `hours` of the contact.
Bad: "Telefon 12 34 56 78". Good: "Telefon 12 34 56 78, mandag til fredag kl. 9-12".
"""

from collections.abc import Iterator
from itertools import groupby
from operator import attrgetter

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.passages import of_section
from qstd.lint.shared.reach import HOURS, PHONE, line_of, phones
from qstd.model.facts import ContactPoint
from qstd.model.finding import Message, message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the sections with a number that have no hours, and then at facts that stand elsewhere."""
    contact = around.municipality.contact if around.municipality else None
    if contact is not None and contact.hours:
        return
    known = {_digits(fact.phone) for _, fact in of_kind(standard, ContactPoint) if fact.phone and fact.hours}
    seen: set[str] = set()
    near = holding(standard, around, PHONE) if standard.language == "da" else ()
    for index, sentences in groupby(near, key=attrgetter("section")):
        section = standard.sections[index]
        numbers = [(each, phone) for each in sentences for phone in phones(each.text)]
        seen.update(section.key for _ in numbers)
        if not numbers or any(HOURS.search(each.text) for each in of_section(standard, index, around)):
            continue
        unknown = [(each, phone) for each, phone in numbers if _digits(phone) not in known]
        for each, phone in unknown[:1]:
            yield Hit(("sections", index, "body"), _what(phone), _hint(), line_of(section.body, each.line, phone))
    for index, fact in of_kind(standard, ContactPoint):
        if fact.phone and not fact.hours and fact.evidence.section not in seen:
            yield Hit(("facts", index, "phone"), _what(fact.phone), _hint())


def _what(phone: str) -> Message:
    return message("Der står et telefonnummer, men ikke hvornår der bliver svaret: {phone}", phone=phone)


def _hint() -> Message:
    return message("Skriv fx: »mandag til fredag kl. 9-12«.")


def _digits(phone: str) -> str:
    return "".join(each for each in phone if each.isdigit())[-8:]


RULE = Rule("T010", "info", check, source=message("Kilde: et forslag efter gennemgang af offentliggjorte standarder."))
