"""How citizens reach somebody, in words: telephone numbers, mailboxes, addresses and opening hours in a sentence."""

import re
from functools import lru_cache

from qstd.lint.shared.patterns import lazy
from qstd.model.facts import ContactPoint
from qstd.model.municipality import Contact

_EIGHT = r"(?:(?:\+|00)45 ?)?(?:\d ?){7}\d(?!\d)"
PHONE = lazy(
    rf"\b(?:tlf|telefon\w*|ring|ringe|ringer|mobil\w*)\b[^\d@+]{{0,40}}({_EIGHT}|\d[\d ]{{3,12}}\d)"
    r"|(?<![\d.,/+-])(\d{2} \d{2} \d{2} \d{2}|\d{4} \d{4})(?![\d.,/-]\d|\d)",
    re.IGNORECASE,
    stems="0",
)
_FIGURES = lazy(r"\d{2}|\d \d")
MAIL = lazy(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,5}", stems="@")
ADDRESS = lazy(
    r"\b[A-ZÆØÅ][\wæøåé. -]{2,40} \d{1,3} ?[A-Z]?(?:,[^,\n]{0,20})?,?\s+\d{4} [A-ZÆØÅ][a-zæøå]+"
    r"|^\d{4} [A-ZÆØÅ][a-zæøå]+(?: [A-ZÆØÅ]{1,2})?$",
    stems="0",
)
HOURS = lazy(
    r"\bkl\.? ?\d|\bklokken \d|åbningstid|telefontid|træffetid|døgnet rundt|hele døgnet|\bhverdage\b"
    r"|\b(?:mandag|man)\b ?(?:-|–|til|og) ?\w+dag|\balle (?:ugens )?dage\b",
    re.IGNORECASE,
)


def phones(text: str) -> list[str]:
    """Return the telephone numbers of a text."""
    return list(_phones(text)) if _FIGURES.search(text) else []


@lru_cache(maxsize=1024)  # several rules ask of the same sentence
def _phones(text: str) -> tuple[str, ...]:
    return tuple((found[1] or found[2]).strip(" .") for found in PHONE.finditer(text))


def line_of(body: str, line: int, words: str) -> int:
    """Return the line of a body that holds words of the sentence that begins at `line`: addresses run over several. A
    sentence of a shared text (line 0) stays where it is.
    """
    if not line:
        return line
    lines = _lines(body)
    return next((number for number in range(line, len(lines) + 1) if words in lines[number - 1]), line)


@lru_cache(maxsize=16)  # each telephone number of a body asks for them
def _lines(body: str) -> tuple[str, ...]:
    return tuple(body.split("\n"))


def reachable(text: str) -> bool:
    """Tell whether a text says how to reach somebody: by telephone, mail, or in the street."""
    if "@" in text and MAIL.search(text):
        return True
    return _FIGURES.search(text) is not None and any(each.search(text) for each in (PHONE, ADDRESS))


def mails(text: str) -> list[str]:
    """Return the mailboxes of a text."""
    return MAIL.findall(text) if "@" in text else []


def can_be_reached(contact: ContactPoint | Contact | None) -> bool:
    """Tell whether a contact has more than a name."""
    return contact is not None and any((contact.phone, contact.mail, contact.address))
