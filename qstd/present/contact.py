"""How citizens reach the municipality: an address with links that a telephone or a mail program understands."""

import re

from qstd.language import translator
from qstd.model.document import Break, Inline, Inlines, Link, Note, Paragraph, Text, plain
from qstd.model.municipality import Municipality
from qstd.present.inlines import Wrap, wrap_inside
from qstd.present.typography import glue

_PHONE = re.compile(r"(?<!\d)(?:\+45[ \u00a0]?)?(?:\d{2}(?:[ \u00a0]\d{2}){3}|\d{4}[ \u00a0]\d{4}|\d{8})(?!\d)")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")


def contact_card(municipality: Municipality, language: str) -> tuple[Note, ...]:
    """Return the municipality's own contact as a card; nothing where it has not given one."""
    _ = translator(language)
    contact = municipality.contact
    if contact is None:
        return ()
    web = (Link(contact.web, (Text(contact.web),)),) if contact.web else ()
    phone = _("Telefon {number}").format(number=contact.phone) if contact.phone else ""
    texts = [each for each in (contact.address, phone, contact.mail, contact.hours) if each]
    lines: list[Inlines] = [
        (Text(municipality.name),),
        *((Text(glue(each)),) for each in texts),
        *([web] if web else []),
    ]
    return (Note((Paragraph(reachable(_broken(lines))),), "contact"),)


def reachable(inlines: Inlines) -> Inlines:
    """Make telephone numbers and mail addresses links."""
    text = plain(inlines)
    mails = [(each.start(), each.end(), _linked(f"mailto:{each[0]}")) for each in _MAIL.finditer(text)]
    phones = [
        (each.start(), each.end(), _linked(f"tel:+45{_digits(each[0])}"))
        for each in _PHONE.finditer(text)
        if not any(start <= each.start() < end for start, end, _ in mails)
    ]
    return wrap_inside(inlines, sorted((*mails, *phones), key=lambda each: each[0]))


def _broken(lines: list[Inlines]) -> Inlines:
    out: list[Inline] = []
    for line in lines:
        out += [*line, Break()]
    return tuple(out[:-1])


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-8:]


def _linked(href: str) -> Wrap:
    return lambda words: Link(href, words)
