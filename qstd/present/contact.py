"""How citizens reach the municipality: an address with links that a telephone or a mail program understands."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping

from qstd.language import translator
from qstd.model.document import Break, Inline, Inlines, Link, Note, Paragraph, Text, plain
from qstd.model.municipality import Municipality
from qstd.present.inlines import Wrap, wrap_inside
from qstd.present.typography import glue

_TEL, _MAILTO = "tel:+45", "mailto:"
_NUMBER = r"(?<!\d)(?:\+45[ \u00a0]?)?(?:\d{2}(?:[ \u00a0]\d{2}){3}|\d{4}[ \u00a0]\d{4}|\d{8})(?!\d)"
_PHONE = re.compile(_NUMBER)
# In running text eight digits may be anything: a case, a company. There somebody must be asked to ring, or it must be said
# to be a telephone number, in the same sentence and with no other kind of number between.
_ASKED = r"\b(?:ring(?:er?)?|kontakte?|telefon(?:en|isk|nummer|nummeret|tid)?|tlf|mobil|vagttelefon(?:en)?)\b"
_BETWEEN = r"(?:(?!(?i:\b(?:cvr|ean|p-?n|reg|konto|sags?|journal))|\d{8})(?:[^.!?\n]|\.(?!\s+[A-ZÆØÅ]))){0,90}?"
_SAID_PHONES = re.compile(rf"(?i:{_ASKED}){_BETWEEN}{_NUMBER}(?:(?: ?[,/] ?| og | eller ){_NUMBER})*")
# What a text must have before it is worth a closer look.
_NEEDED = {_TEL: re.compile(r"\d\d[ \u00a0]?\d\d[ \u00a0]?\d\d"), _MAILTO: re.compile("@")}
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_Find = Callable[[str], Iterable[re.Match[str]]]


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
    """Make telephone numbers and mail addresses links: in a contact card, where eight digits are a telephone number."""
    return _linked_to(inlines, {_MAILTO: _MAIL.finditer, _TEL: _PHONE.finditer})


def mailable(inlines: Inlines) -> Inlines:
    """Make mail addresses links, and telephone numbers that are said to be such."""
    return _linked_to(inlines, {_MAILTO: _MAIL.finditer, _TEL: _said_phones})


def _said_phones(text: str) -> Iterator[re.Match[str]]:
    for said in _SAID_PHONES.finditer(text):
        yield from _PHONE.finditer(text, *said.span())


def _linked_to(inlines: Inlines, finders: Mapping[str, _Find]) -> Inlines:
    """Wrap what is found in links. `finders` are by the scheme of the address, the surer ones first."""
    text = plain(inlines)
    spans: list[tuple[int, int, Wrap]] = []
    for scheme, find in finders.items():
        for each in find(text) if _NEEDED[scheme].search(text) else ():
            start, end = each.span()
            if all(end <= other or start >= until for other, until, _ in spans):
                address = _digits(each[0]) if scheme == _TEL else each[0]
                spans.append((start, end, _linked(scheme + address)))
    return wrap_inside(inlines, sorted(spans, key=lambda each: each[0]))


def _broken(lines: list[Inlines]) -> Inlines:
    out: list[Inline] = []
    for line in lines:
        out += [*line, Break()]
    return tuple(out[:-1])


def _digits(phone: str) -> str:
    return re.sub(r"\D", "", phone)[-8:]


def _linked(href: str) -> Wrap:
    return lambda words: Link(href, words)
