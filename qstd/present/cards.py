"""What lists say of a standard: its title, under which law it stands, who approved it when, and whether it holds."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from qstd import catalogue
from qstd.catalogue import Service
from qstd.language import translator
from qstd.model.card import Card
from qstd.model.document import Block, Heading, Inline, Inlines, Item, Items, Link, Mark, Paragraph, Text
from qstd.model.standard import Approval
from qstd.present.quantities import solid, upper_first
from qstd.present.slugs import danish_order
from qstd.present.standard import approval_words, law_name
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown

FEW = 12
"""More entries than this stand in columns and say less of each."""
_TAGS = {
    "draft": N_("Kladde"),
    "hearing": N_("I høring"),
    "approved": N_("Gælder ikke endnu"),
    "withdrawn": N_("Ophævet"),
}
_UNAPPROVED = ("draft", "hearing")


def service_name(key: str, language: str) -> str:
    """Return what readers call a service; its key where the catalogue does not know it."""
    service = catalogue.service(key)
    return catalogue.label(service.name, language) if service else key


def law_of(service: Service | None, language: str) -> str:
    """Return "Serviceloven § 99", ready to open a sentence; nothing where the service is not known."""
    return glue(upper_first(law_name(service, language))) if service else ""


def paragraph_of(service: Service | None) -> str:
    """Return "§ 99", the first paragraph of a service that is known by number."""
    paragraph = next((each for _, each in service.provisions if each), "") if service else ""
    return solid(f"§ {paragraph}") if paragraph else ""


def act_of(service: Service | None) -> str:
    """Return the key of the act that a service stands in."""
    return service.provisions[0][0] if service and service.provisions else ""


def act_name(key: str, language: str) -> str:
    """Return the name of an act as a heading has it; services that stand in none are the others."""
    act = catalogue.acts().get(key)
    return upper_first(catalogue.label(act.name, language)) if act else translator(language)("Andre ydelser")


def by_act(services: Iterable[str]) -> Mapping[str, list[str]]:
    """Return services in the order of the catalogue, by the act that they stand in; unknown ones last, under ""."""
    known = catalogue.service_keys()
    order = sorted(set(services), key=lambda key: (key not in known, known.index(key) if key in known else 0, key))
    acts: dict[str, list[str]] = {}
    for key in order:
        acts.setdefault(act_of(catalogue.service(key)), []).append(key)
    laws = list(catalogue.acts())
    return {act: acts[act] for act in sorted(acts, key=lambda act: laws.index(act) if act in laws else len(laws))}


def by_name(name: str) -> str:
    """Return a key that sorts names of places: there "Aa" is an old "Å" and comes last."""
    return danish_order(name.replace("Aa", "Å").replace("aa", "å"))


def short(card: Card) -> str:
    """Return the municipality of a card without "Kommune"."""
    return catalogue.short_name(card.municipality, card.name)


def approval_of(card: Card) -> Approval:
    """Return the approval that a card tells of."""
    approved, effective_from, due = (
        dt.date.fromisoformat(each) if each else None for each in (card.approved, card.effective_from, card.review_due)
    )
    return Approval(
        date=approved,
        body=card.approved_by or None,
        text=card.approval_text or None,
        effective_from=effective_from,
        review_due=due,
    )


def approval_line(card: Card, language: str) -> str:
    """Return who approved a standard and when, or that it does not say."""
    return approval_words(card.status, approval_of(card), language)


def said(card: Card, language: str) -> Inlines:
    """Return the line under the name of a standard: whether it holds, and its approval."""
    _ = translator(language)
    line: Inline = Text(glue(approval_line(card, language)))
    if card.status in _UNAPPROVED:
        line = Text(_("Ikke godkendt."))
    elif not (card.approved or card.approval_text or card.approved_by):
        line = Mark((line,), "absent")
    tag = _TAGS.get(card.status, "")
    return (Mark((Text(_(tag)),), "tag"), Text(" "), line) if tag else (line,)


def is_current(card: Card) -> bool:
    """Tell whether a standard holds, or soon will."""
    return card.status in ("approved", "in_force")


def holds(card: Card) -> bool:
    """Tell whether a standard still counts among those that there are."""
    return card.status != "withdrawn"


def linked(title: str, address: str, level: int = 3) -> Heading:
    """Return the name of an entry as a heading that leads on."""
    return Heading(level, (Link(address, (Text(glue(title)),)),))


def links(items: Iterable[Item]) -> Items:
    """Return entries one under the other."""
    return Items(tuple(items), "links")


def index(items: Iterable[Item]) -> Items:
    """Return entries in columns."""
    return Items(tuple(items), "index")


def entry(words: str, address: str, below: str = "", beside: str = "", hint: str = "") -> Item:
    """Return an entry of an index: a link, what stands beside it, and a line under it."""
    line: Inlines = (Link(address, (Text(glue(words)),), hint=hint), *((Text(f" {beside}"),) if beside else ()))
    blocks: list[Block] = [Paragraph(line)]
    if below:
        blocks.append(Paragraph((Text(glue(below)),), "small"))
    return Item(tuple(blocks))


def municipalities(cards: Sequence[Card]) -> Mapping[str, list[Card]]:
    """Return cards by the slug of their municipality, in the order of their names."""
    found: dict[str, list[Card]] = {}
    for card in sorted(cards, key=lambda card: (by_name(short(card)), danish_order(card.title), card.ref)):
        found.setdefault(card.municipality, []).append(card)
    return found


def counted_municipalities(count: int, language: str) -> str:
    """Return "3 kommuner"."""
    _ = translator(language)
    return _("1 kommune") if count == 1 else _("{count} kommuner").format(count=count)


def counted_standards(count: int, language: str) -> str:
    """Return "3 standarder"."""
    _ = translator(language)
    return _("1 standard") if count == 1 else _("{count} standarder").format(count=count)
