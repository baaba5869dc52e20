"""The front page: what there is help for, where, and what is new. It names services and municipalities, never every
standard, so that it stays a page that people can take in however many there are.
"""

from collections.abc import Iterator, Mapping, Sequence

from qstd import catalogue
from qstd.language import translator
from qstd.model.card import Card
from qstd.model.document import Block, Document, Heading, Inline, Inlines, Item, Link, Paragraph, Text
from qstd.present.cards import (
    FEW,
    act_name,
    by_act,
    counted_municipalities,
    counted_standards,
    entry,
    holds,
    index,
    is_current,
    law_of,
    linked,
    links,
    municipalities,
    paragraph_of,
    said,
    service_name,
    short,
)
from qstd.present.quantities import listed
from qstd.present.slugs import danish_order
from qstd.present.typography import glue

_NAMED = 3  # municipalities that an entry names; of more it tells the number
_NEWEST = 10


def front_document(
    cards: Sequence[Card], comparisons: Mapping[str, str], language: str = "da", name: str = ""
) -> Document:
    """Lay out the front page of all standards. `comparisons` has the address of each service's comparison, `name` is what
    the site is called.
    """
    _ = translator(language)
    lead = _("Kommunernes kvalitetsstandarder med deres egne ord, lagt ved siden af hinanden og ved siden af loven.")
    return Document(
        title=name or _("Kvalitetsstandarder"),
        blocks=(
            Heading(1, (Text(_("Hvad kan du få hjælp til i din kommune?")),)),
            Paragraph((Text(lead),), "lead"),
            *_services(cards, comparisons, language),
            *_municipalities(cards, language),
            *_newest(cards, language),
        ),
        kind="front",
        short_title=name or _("Kvalitetsstandarder"),
        language="da-DK" if language == "da" else "en-GB",
        description=lead,
    )


# ---------- Services ----------


def _services(cards: Sequence[Card], comparisons: Mapping[str, str], language: str) -> Iterator[Block]:
    own: dict[str, list[Card]] = {}
    for card in filter(holds, cards):
        own.setdefault(card.service, []).append(card)
    yield Heading(2, (Text(translator(language)("Ydelser")),), id="ydelser")
    acts = by_act(own)
    if len(own) <= FEW:
        keys = [key for keys in acts.values() for key in keys]
        yield links(_service(key, own[key], comparisons.get(key, ""), language) for key in keys)
        return
    for act, keys in acts.items():
        yield Heading(3, (Text(act_name(act, language)),))
        yield index(_in_column(key, own[key], language) for key in keys)


def _in_column(key: str, cards: Sequence[Card], language: str) -> Item:
    below = ", ".join(filter(None, (paragraph_of(catalogue.service(key)), _who(cards, language))))
    return entry(service_name(key, language), _page(key), below)


def _service(key: str, cards: Sequence[Card], comparison: str, language: str) -> Item:
    _ = translator(language)
    name, law = service_name(key, language), law_of(catalogue.service(key), language)
    opening = f"{law}. " if law else ""
    who: Inlines = (Text(f"{opening}{_who(cards, language)}."),)
    if len(cards) <= _NAMED:
        who = (Text(opening + _("Læs standarden:") + " "), *_each(cards, name))
    blocks: list[Block] = [linked(name, _page(key)), Paragraph(who)]
    if comparison:
        blocks.append(Paragraph((Link(comparison, (Text(_("Sammenlign kommunerne og loven")),), hint=f": {name}"),)))
    return Item(tuple(blocks))


def _each(cards: Sequence[Card], service: str) -> Inlines:
    """Return a link to each standard; those of one municipality are told apart by their titles."""
    words: list[Inline] = []
    for own in municipalities(cards).values():
        for card in own:
            name = short(card) if len(own) == 1 else f"{short(card)} ({card.title})"
            hint = f": {service}" if len(own) == 1 else ""
            words += [Text(", "), Link(f"{card.ref}/index.html", (Text(glue(name)),), hint=hint)]
    return tuple(words[1:])


def _who(cards: Sequence[Card], language: str) -> str:
    """Return who has standards of a service: their names while they are few."""
    names = [short(own[0]) for own in municipalities(cards).values()]
    return listed(names, language) if len(names) <= _NAMED else counted_municipalities(len(names), language)


def _page(service: str) -> str:
    return f"ydelse/{service}/index.html"


# ---------- Municipalities and news ----------


def _municipalities(cards: Sequence[Card], language: str) -> Iterator[Block]:
    yield Heading(2, (Text(translator(language)("Kommuner")),), id="kommuner")
    found = municipalities(cards)
    if len(found) > FEW:
        yield index(
            entry(short(own[0]), f"{slug}/index.html", beside=str(sum(map(holds, own)))) for slug, own in found.items()
        )
        return
    yield links(
        Item(
            (
                linked(own[0].name, f"{slug}/index.html"),
                Paragraph((Text(counted_standards(sum(map(holds, own)), language)),)),
            )
        )
        for slug, own in found.items()
    )


def _newest(cards: Sequence[Card], language: str) -> Iterator[Block]:
    by_name = sorted(
        (each for each in cards if each.approved and is_current(each)), key=lambda each: danish_order(each.ref)
    )
    newest = sorted(by_name, key=lambda each: each.approved, reverse=True)[:_NEWEST]
    if newest:
        yield Heading(2, (Text(translator(language)("Senest godkendt")),), id="senest")
        yield links(
            Item((linked(f"{short(each)}: {each.title}", f"{each.ref}/index.html"), Paragraph(said(each, language))))
            for each in newest
        )
