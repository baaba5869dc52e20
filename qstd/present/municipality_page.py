"""The page of one municipality: its standards by law, how to reach it, and what there is for those who write them."""

from collections.abc import Iterator, Sequence

from qstd import catalogue
from qstd.language import translator
from qstd.model.card import Card
from qstd.model.document import Block, Document, Heading, Item, Link, Paragraph, Text
from qstd.model.municipality import Municipality
from qstd.present.cards import act_name, by_act, linked, links, paragraph_of, said, service_name
from qstd.present.contact import contact_card
from qstd.present.slugs import danish_order
from qstd.present.standard import brand
from qstd.present.typography import glue


def municipality_document(
    municipality: Municipality,
    slug: str,
    cards: Sequence[Card],
    language: str = "da",
    report: str = "",
    wheel: str = "",
) -> Document:
    """Lay out the page of one municipality with its standards; `report` is the address of the report on them,
    `wheel` that of the yearly wheel.
    """
    _ = translator(language)
    lead = _("Her kan du se, hvilken hjælp kommunen giver, til hvem, og hvordan du klager.")
    return Document(
        title=_("Kvalitetsstandarder i {name}").format(name=municipality.name),
        blocks=(
            Heading(1, (Text(municipality.name),)),
            Paragraph((Text(lead),), "lead"),
            Heading(2, (Text(_("Kvalitetsstandarder")),), id="standarder"),
            *_standards(cards, language),
            *_contact(municipality, language),
            *_for_writers(report, wheel, language),
        ),
        kind="municipality",
        short_title=_("Kvalitetsstandarder"),
        language="da-DK" if language == "da" else "en-GB",
        author=municipality.name,
        description=lead,
        brand=brand(municipality, slug),
    )


def _standards(cards: Sequence[Card], language: str) -> Iterator[Block]:
    for act, services in by_act(card.service for card in cards).items():
        yield Heading(3, (Text(act_name(act, language)),))
        own = [card for key in services for card in _in_order(cards, key)]
        yield links(_standard(card, language) for card in own)


def _in_order(cards: Sequence[Card], service: str) -> list[Card]:
    """Return the standards of a service; those that no longer hold come after the others."""
    own = (card for card in cards if card.service == service)
    return sorted(own, key=lambda card: (card.status == "withdrawn", danish_order(card.title), card.ref))


def _standard(card: Card, language: str) -> Item:
    known = catalogue.service(card.service)
    paragraph = paragraph_of(known)
    service = service_name(card.service, language) if known else ""
    blocks: list[Block] = [linked(card.title, f"{card.slug}/index.html", 4)]
    if service:
        blocks.append(Paragraph((Text(glue(f"{service}, {paragraph}" if paragraph else service)),)))
    return Item((*blocks, Paragraph(said(card, language))))


def _contact(municipality: Municipality, language: str) -> Iterator[Block]:
    card = contact_card(municipality, language)
    if card:
        yield Heading(2, (Text(translator(language)("Kontakt")),), id="kontakt")
        yield from card


def _for_writers(report: str, wheel: str, language: str) -> Iterator[Block]:
    _ = translator(language)
    if report:
        words = _("Hvad standarderne mangler, hvor gamle og hvor svære at læse de er, og hvad reglerne finder.")
        yield Heading(2, (Text(_("For dem, der skriver standarderne")),), id="eftersyn")
        yield Paragraph((Link(report, (Text(_("Eftersyn")),)), Text(f". {words}")))
    if wheel:
        words = _("Hvad der skal tages op, høres og godkendes hvornår.")
        yield Paragraph((Link(wheel, (Text(_("Årshjul")),)), Text(f". {words}")))
