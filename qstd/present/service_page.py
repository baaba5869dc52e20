"""The page of one service: what the law says, which municipalities have a standard for it, and what lies beside it."""

from collections.abc import Collection, Iterator, Sequence

from qstd import catalogue, prose
from qstd.catalogue import Service
from qstd.language import translator
from qstd.model.card import Card
from qstd.model.document import (
    Block,
    Document,
    Heading,
    Inline,
    Item,
    Items,
    Mark,
    Note,
    Paragraph,
    Text,
)
from qstd.model.standard import Section
from qstd.present.cards import (
    FEW,
    act_of,
    by_act,
    counted_municipalities,
    entry,
    holds,
    index,
    law_of,
    linked,
    links,
    municipalities,
    paragraph_of,
    said,
    service_name,
    short,
)
from qstd.present.facts import provision
from qstd.present.inlines import over_blocks, rewrite
from qstd.present.quantities import upper_first
from qstd.present.standard import law_link
from qstd.present.typography import glue

_ROOT = "../../"


def service_document(
    service: str, cards: Sequence[Card], services: Collection[str] = (), comparison: str = "", language: str = "da"
) -> Document:
    """Lay out the page of a service. `cards` are its standards, `services` all that have a page, `comparison` the address
    of the comparison, if there is one.
    """
    _ = translator(language)
    known, name = catalogue.service(service), service_name(service, language)
    law = law_of(known, language)
    lead = catalogue.label(known.summary, language) if known else _("Kommunernes standarder for denne hjælp.")
    return Document(
        title=f"{name}, {paragraph_of(known)}" if paragraph_of(known) else name,
        blocks=(
            Heading(1, (Text(glue(name)),)),
            Paragraph((Text(glue(lead)),), "lead"),
            Paragraph((Text(". ".join(filter(None, (law, _counted(cards, language)))) + "."),), "meta"),
            *_standards(cards, language),
            *_comparison(comparison, name, language),
            *(_law(known, language) if known else ()),
            *_beside(service, known, services, language),
        ),
        kind="service",
        short_title=glue(f"{name}, {paragraph_of(known)}") if paragraph_of(known) else name,
        language="da-DK" if language == "da" else "en-GB",
        description=lead,
    )


# ---------- Who has a standard ----------


def _counted(cards: Sequence[Card], language: str) -> str:
    _ = translator(language)
    count = len({card.municipality for card in filter(holds, cards)})
    if not count:
        return _("Ingen kommune har en gældende standard her")
    return _("{municipalities} har en standard her").format(municipalities=counted_municipalities(count, language))


def _standards(cards: Sequence[Card], language: str) -> Iterator[Block]:
    _ = translator(language)
    yield Heading(2, (Text(_("Kommuner med en standard")),), id="kommuner")
    rows = [card for own in municipalities(cards).values() for card in own]
    yield (
        links(_named(each, language) for each in rows)
        if len(rows) <= FEW
        else index(_short(each, cards, language) for each in rows)
    )
    yield Paragraph((Text(_("Andre kommuner kan have en standard, som ikke er udgivet her.")),), "small")


def _named(card: Card, language: str) -> Item:
    return Item((linked(f"{short(card)}: {card.title}", _page(card)), Paragraph(said(card, language))))


def _short(card: Card, cards: Sequence[Card], language: str) -> Item:
    """Return an entry among many: the municipality, and the title only where it has several standards."""
    alone = sum(each.municipality == card.municipality for each in cards) == 1
    name = short(card) if alone else f"{short(card)}: {card.title}"
    link = entry(name, _page(card), hint=f": {card.title}" if alone else "")
    return Item((*link.blocks, Paragraph(said(card, language), "small")))


def _page(card: Card) -> str:
    return f"{_ROOT}{card.ref}/index.html"


def _comparison(address: str, name: str, language: str) -> Iterator[Block]:
    _ = translator(language)
    if address:
        words = _("Alder, frister, pris, klage og resten, række for række, og afsnittene ved siden af hinanden.")
        yield Heading(2, (Text(_("Sammenligning")),), id="sammenligning")
        yield links([Item((linked(_("Sammenlign kommunerne og loven"), address), Paragraph((Text(words),))))])


# ---------- The law ----------


def _law(service: Service, language: str) -> Iterator[Block]:
    """Yield the provision with the way to it, its own words where the catalogue has them, and what it asks of standards."""
    _ = translator(language)
    yield Heading(2, (Text(_("Hvad loven siger")),), id="loven")
    yield Items(tuple(Item((Paragraph((_provision(*each, language),)),)) for each in service.provisions))
    for section in service.baseline.sections if service.baseline else ():
        yield from _wording(section)
    if service.baseline is None:
        yield Paragraph((Mark((Text(_("Lovens ordlyd er ikke gengivet her.")),), "absent"),))
    if service.mandatory and service.demands:
        yield Heading(3, (Text(_("Det skal en kommunes standard beskrive")),))
        yield Items(tuple(Item((Paragraph((Text(_demand(each.text, language)),)),)) for each in service.demands))
        yield from _demanded_by(service, language)


def _provision(act: str, paragraph: str, language: str) -> Inline:
    known = catalogue.acts().get(act)
    words = (Text(glue(upper_first(provision(act, paragraph, language)))),)
    return law_link(known, paragraph, language)(words) if known and known.eli else words[0]


def _wording(section: Section) -> Iterator[Block]:
    """Yield a provision as it reads. A quotation has a name for those who hear the page; a heading says whose words."""
    body = over_blocks(prose.blocks(section.body), lambda inlines: rewrite(inlines, lambda text: (Text(glue(text)),)))
    yield Heading(3, (Text(glue(section.heading)),), number=section.number or "")
    yield Note(body, "quote")


def _demand(text: catalogue.Localised, language: str) -> str:
    return upper_first(catalogue.label(text, language))


def _demanded_by(service: Service, language: str) -> Iterator[Block]:
    """Yield where it stands that a standard must describe that."""
    _ = translator(language)
    places = dict.fromkeys((each.act, each.paragraph) for each in service.demands)
    words: list[Inline] = [each for place in places for each in (Text(", "), _provision(*place, language))][1:]
    yield Paragraph((Text(_("Det følger af:") + " "), *words, Text(".")), "small")


def _beside(key: str, known: Service | None, services: Collection[str], language: str) -> Iterator[Block]:
    """Yield the other services of the act."""
    act = act_of(known)
    others = [each for each in by_act(services).get(act, ()) if each != key] if act else []
    if others:
        yield Heading(2, (Text(translator(language)("Andre ydelser efter samme lov")),), id="andre")
        yield index(_other(each, language) for each in others)


def _other(key: str, language: str) -> Item:
    return entry(service_name(key, language), f"../{key}/index.html", paragraph_of(catalogue.service(key)))
