"""What a feed tells: standards that are new or changed, newest first."""

from collections.abc import Mapping, Sequence

from qstd.language import translator
from qstd.model.card import Card
from qstd.model.feed import Feed, FeedEntry
from qstd.present.cards import approval_line, is_current, service_name, short

_NEWEST = 50


def site_feed(cards: Sequence[Card], changed: Mapping[str, str], language: str = "da", name: str = "") -> Feed:
    """Return the feed of all standards; `changed` has the day (ISO) on which a standard was last changed, by its ref."""
    title = name or translator(language)("Kvalitetsstandarder")
    return _feed(cards, changed, "feed.xml", "index.html", title, language)


def municipality_feed(cards: Sequence[Card], changed: Mapping[str, str], language: str = "da") -> Feed:
    """Return the feed of one municipality, of which there is at least one standard."""
    one = cards[0]
    title = translator(language)("Kvalitetsstandarder i {name}").format(name=one.name)
    return _feed(cards, changed, f"{one.municipality}/feed.xml", f"{one.municipality}/index.html", title, language)


def service_feed(cards: Sequence[Card], changed: Mapping[str, str], language: str = "da") -> Feed:
    """Return the feed of one service, of which there is at least one standard."""
    key = cards[0].service
    title = translator(language)("Kvalitetsstandarder: {name}").format(name=service_name(key, language))
    return _feed(cards, changed, f"ydelse/{key}/feed.xml", f"ydelse/{key}/index.html", title, language)


def updated(card: Card, changed: Mapping[str, str]) -> str:
    """Return the day on which a standard was last new, as far as anything says so: an ISO date, or nothing."""
    return changed.get(card.ref) or card.approved or card.effective_from


def _feed(cards: Sequence[Card], changed: Mapping[str, str], path: str, page: str, title: str, language: str) -> Feed:
    """Standards of which no day is known are left out: a feed may not say that they are new."""
    told = sorted((each for each in cards if is_current(each) and updated(each, changed)), key=lambda each: each.ref)
    newest = sorted(told, key=lambda each: updated(each, changed), reverse=True)[:_NEWEST]
    return Feed(path, page, title, language, tuple(_entry(each, changed, language) for each in newest))


def _entry(card: Card, changed: Mapping[str, str], language: str) -> FeedEntry:
    return FeedEntry(
        path=f"{card.ref}/index.html",
        title=f"{short(card)}: {card.title}",
        author=card.name,
        updated=updated(card, changed),
        summary=approval_line(card, language),
    )
