"""The page of the search: around the form that the template has, a list of all services and municipalities."""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from qstd.language import translator
from qstd.model.card import Card
from qstd.model.document import Document, Heading, Item, Paragraph, Text
from qstd.present.cards import by_act, counted_standards, entry, index, municipalities, service_name


def search_document(cards: Sequence[Card], language: str = "da") -> Document:
    """Lay out the page. Readers without a script find their way by the list: each service and each municipality, and
    never all standards.
    """
    _ = translator(language)
    title = _("Søg i kvalitetsstandarderne")
    lead = _("Find den hjælp, du har brug for, i kommunernes egne ord.")
    return Document(
        title=title,
        blocks=(
            Heading(1, (Text(title),)),
            Paragraph((Text(lead),), "lead"),
            Heading(2, (Text(_("Alle ydelser")),), id="ydelser"),
            index(_services(cards, language)),
            Heading(2, (Text(_("Alle kommuner")),), id="kommuner"),
            index(_municipalities(cards, language)),
        ),
        kind="search",
        short_title=title,
        language="da-DK" if language == "da" else "en-GB",
        description=lead,
    )


def _services(cards: Sequence[Card], language: str) -> Iterator[Item]:
    counts = Counter(each.service for each in cards)
    for key in chain.from_iterable(by_act(counts).values()):
        yield entry(service_name(key, language), f"ydelse/{key}/index.html", counted_standards(counts[key], language))


def _municipalities(cards: Sequence[Card], language: str) -> Iterator[Item]:
    for slug, own in municipalities(cards).items():
        yield entry(own[0].name, f"{slug}/index.html", counted_standards(len(own), language))
