"""How citizens reach the municipality: an address with links that a telephone or a mail program understands."""

import re
from collections.abc import Mapping

from qstd.language import translator
from qstd.model.document import Break, Inline, Inlines, Link, Note, Paragraph, Text, plain
from qstd.model.municipality import Municipality
from qstd.present.inlines import Wrap, wrap_inside
from qstd.present.typography import glue

_TEL, _MAILTO = "tel:+45", "mailto:"
_NUMBER = r"(?P<said>(?<!\d)(?:\+45[ \u00a0]?)?(?:\d{2}(?:[ \u00a0]\d{2}){3}|\d{4}[ \u00a0]\d{4}|\d{8})(?!\d))"
_PHONE = re.compile(_NUMBER)
# In running text eight digits may be anything: a case, a company. There they must be said to be a telephone number.
_SAID_PHONE = re.compile(rf"(?i:\b(?:telefon(?:nummer)?|tlf\.?|ring(?: til| på)?)):? {_NUMBER}")
# What a text must have before it is worth a closer look.
_NEEDED = {_TEL: re.compile(r"\d\d[ \u00a0]?\d\d[ \u00a0]?\d\d"), _MAILTO: re.compile("@")}
_MAIL = re.compile(r"(?P<said>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)")


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
    return _linked_to(inlines, {_MAILTO: _MAIL, _TEL: _PHONE})


def mailable(inlines: Inlines) -> Inlines:
    """Make mail addresses links, and telephone numbers that are said to be such."""
    return _linked_to(inlines, {_MAILTO: _MAIL, _TEL: _SAID_PHONE})


def _linked_to(inlines: Inlines, patterns: Mapping[str, re.Pattern[str]]) -> Inlines:
    """Wrap what the patterns find in links. `patterns` are by the scheme of the address, the surer ones first."""
    text = plain(inlines)
    spans: list[tuple[int, int, Wrap]] = []
    for scheme, pattern in patterns.items():
        for each in pattern.finditer(text) if _NEEDED[scheme].search(text) else ():
            start, end = each.span("said")
            if all(end <= other or start >= until for other, until, _ in spans):
                address = _digits(each["said"]) if scheme == _TEL else each["said"]
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
