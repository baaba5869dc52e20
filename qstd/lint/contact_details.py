"""T009 contact_details (warning): telephone numbers have eight digits, and functions are named, not persons.

Applies to contacts that are told as facts, and to telephone numbers and e-mail addresses in the text.
Why: a number with a digit too few reaches nobody. A person leaves or falls ill, and the standard goes on naming him or her.
Source: our own proposal; a published standard that names an employee was seen.
How to mend: correct the number; write the name and the mailbox of the unit.
Bad: "Kontakt Anne Prøve, tlf. 12 34 56 7". Good: "Kontakt Socialafdelingen, tlf. 12 34 56 78".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.reach import MAIL, PHONE, line_of, mails, phones
from qstd.model.facts import ContactPoint
from qstd.model.finding import Message, Path, message
from qstd.model.standard import Standard

_FIRST_NAMES = (
    "Anders|Andreas|Anette|Ann|Anna|Anne|Annette|Birgit|Birgitte|Bo|Bodil|Camilla|Carsten|Cecilie|Charlotte|Christian"
    "|Christina|Dorte|Dorthe|Ellen|Else|Emil|Emma|Erik|Eva|Flemming|Frederik|Gitte|Hanne|Hans|Heidi|Helle|Henrik|Ida|Inge"
    "|Inger|Jakob|Jan|Janne|Jens|Jesper|Jette|Joan|Johan|Jonas|Julie|Jørgen|Karen|Karin|Kasper|Kim|Kirsten|Kristian"
    "|Kristine|Lars|Laura|Lene|Line|Lis|Lisbeth|Lone|Louise|Mads|Maja|Maria|Marianne|Marie|Martin|Mette|Michael|Mikkel"
    "|Morten|Niels|Nina|Ole|Per|Pernille|Peter|Pia|Poul|Rasmus|Rikke|Sanne|Sara|Simon|Sofie|Susanne|Søren|Thomas|Tina"
    "|Tine|Torben|Trine|Ulla|Vibeke"
)
_PERSON = lazy(
    rf"(?<![\w-])(?:{_FIRST_NAMES})(?: [A-ZÆØÅ]\.?)? (?:[A-ZÆØÅ][a-zæøåé]+ ?){{1,2}}(?![\w-])",
)
_PLACE = lazy(
    r"(?:vej|gade|plads|allé|alle|hus|huset|center|centret|centeret|gården|stræde|torv|park|parken|hjem|hjemmet|skole|vænge"
    r"|fond|fonden|stiftelse|kollegiet|s|hospital|lov|princip\w*|metode\w*)$",
    re.IGNORECASE,
)
_PERSONAL_MAIL = lazy(rf"(?:{_FIRST_NAMES})[._-][a-zæøå]{{2,}}", re.IGNORECASE)
_SEVERAL = lazy(r"\s*(?:/|,|;|\beller\b|\bog\b|\(|\blokal\b)\s*")
_SHORT_NUMBERS = (3, 4)  # 112, 1813


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the contacts among the facts, and at the sentences."""
    told: set[str] = set()
    for index, fact in of_kind(standard, ContactPoint):
        told.add(_digits(fact.phone or ""))
        told.add((fact.mail or "").lower())
        yield from _number(("facts", index, "phone"), fact.phone or "", 0)
        yield from _mailbox(("facts", index, "mail"), fact.mail or "", 0)
        person = _person(fact.name)
        if person:
            yield Hit(("facts", index, "name"), _who(person), _unit())
    for each in holding(standard, around, MAIL, PHONE):
        path: Path = ("sections", each.section, "body")
        for number in phones(each.text):
            if _digits(number) not in told:
                yield from _number(path, number, line_of(standard.sections[each.section].body, each.line, number))
        for mail in mails(each.text):
            if mail.lower() not in told:
                yield from _mailbox(path, mail, line_of(standard.sections[each.section].body, each.line, mail))


def _number(path: Path, phone: str, line: int) -> Iterator[Hit]:
    for each in filter(None, _SEVERAL.split(phone)):
        digits = _digits(each)
        if digits and len(digits) != 8 and len(digits) not in _SHORT_NUMBERS:
            what = message(
                "Et dansk telefonnummer har otte cifre. Her er der {count}: {phone}", count=len(digits), phone=each
            )
            yield Hit(path, what, message("Ret nummeret."), line)


def _mailbox(path: Path, mail: str, line: int) -> Iterator[Hit]:
    if _PERSONAL_MAIL.match(mail.partition("@")[0]):
        yield Hit(path, _who(mail), _unit(), line)


def _person(name: str) -> str:
    """Return the name of a person in a contact's name; a street or a house may be called after one."""
    found = _PERSON.search(name)
    own = found[0].strip() if found else ""
    return "" if _PLACE.search(own) else own


def _digits(phone: str) -> str:
    return re.sub(r"\A(?:\+|00)45|\D", "", phone.strip())


def _who(person: str) -> Message:
    return message("Her står en person og ikke en funktion: {person}", person=person)


def _unit() -> Message:
    return message(
        "Skriv enhedens navn, telefonnummer og e-mailadresse, så standarden passer, når medarbejderne skifter."
    )


RULE = Rule(
    "T009", "warning", check, source=message("Kilde: et forslag efter gennemgang af offentliggjorte standarder.")
)
