"""The page of each service: what the law says, and who has a standard."""

from collections.abc import Iterator
from dataclasses import replace

from qstd.exports.atom import atom
from qstd.language import translator
from qstd.model.card import Card
from qstd.present.downloads import service_downloads
from qstd.present.feeds import service_feed
from qstd.present.service_page import service_document
from qstd.site.addresses import COMPARE, FEED, FORWARD, SERVICES
from qstd.site.comparisons import service_name, suffixes
from qstd.site.files import page_file
from qstd.site.frames import ATOM, frame
from qstd.site.look import Look
from qstd.site.plan import Contents, Days
from qstd.site.steps import Made, Step
from qstd.writers.html import Page


def steps(contents: Contents, comparable: frozenset[str]) -> Iterator[Step]:
    """Yield the steps of every service that has a standard on the site."""
    if not contents.makes("html"):
        return
    services, language = tuple(sorted(contents.by_service)), contents.choices.language
    for service in services:
        cards = tuple(each.listed for each in contents.by_service[service])
        folder = f"{SERVICES}/{service}/"
        address = f"{FORWARD}{COMPARE}/{service}/index.html" if service in comparable else ""
        args = (service, cards, services, address, _frame(service, contents, bool(address)), contents.look("page"))
        yield Step((f"{folder}index.html",), page, args)
        yield Step((f"{folder}{FEED}",), feed, (cards, contents.days(cards), language, contents.choices.url))


def page(
    service: str, cards: tuple[Card, ...], services: tuple[str, ...], comparison: str, at: Page, look: Look
) -> Made:
    """Make the page of a service."""
    return Made((page_file(service_document(service, cards, services, comparison, at.language), at, look),))


def feed(cards: tuple[Card, ...], days: Days, language: str, url: str) -> Made:
    """Make the feed of a service."""
    return Made((atom(service_feed(cards, dict(days), language), url),))


def _frame(service: str, contents: Contents, compared: bool) -> Page:
    language = contents.choices.language
    _ = translator(language)
    name = service_name(service, language)
    there = suffixes(service, contents) if compared else ()
    feeds = ((_("Følg ændringer (Atom)"), ATOM, FEED),)
    at = frame(contents, f"{SERVICES}/{service}/index.html", ((name, ""),), alternates=feeds)
    return replace(at, downloads=service_downloads(f"{FORWARD}{COMPARE}/{service}/", service, there, language))
