"""The pages and files of the site as a whole: the page that a visitor meets first, and what programs ask a site for."""

from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urlsplit

from qstd.exports.atom import atom
from qstd.exports.robots import robots
from qstd.exports.sitemap import sitemap
from qstd.language import translator
from qstd.model.card import Card
from qstd.present.feeds import site_feed
from qstd.present.front import front_document
from qstd.present.not_found import not_found_document
from qstd.site.addresses import COMPARE, FEED, MISSING, SEARCH
from qstd.site.files import page_file
from qstd.site.frames import ATOM, frame
from qstd.site.look import Look
from qstd.site.plan import Contents, Days
from qstd.site.steps import Made, Step
from qstd.writers.html import Page

Pages = tuple[tuple[str, str], ...]


def steps(contents: Contents, comparable: frozenset[str]) -> Iterator[Step]:
    """Yield the steps of the pages about all standards."""
    if not contents.makes("html"):
        return
    language, url, name = contents.choices.language, contents.choices.url, contents.choices.name
    pages = tuple((each, f"{COMPARE}/{each}/index.html") for each in sorted(comparable))
    feeds = ((translator(language)("Følg ændringer (Atom)"), ATOM, FEED),)
    at = frame(contents, "index.html", alternates=feeds)
    yield Step(("index.html",), page, (contents.cards, pages, at, contents.look("page")))
    yield Step((FEED,), feed, (contents.cards, contents.days(contents.cards), language, url, name))
    yield Step((MISSING,), missing, (urlsplit(url).path, frame(contents, MISSING), contents.look("alone")))
    yield Step(("robots.txt",), for_robots, (url,))
    if url and not contents.choices.as_of:
        yield Step(("sitemap.xml",), site_map, (contents.cards, url, tuple(sorted(comparable))))


def page(cards: tuple[Card, ...], pages: Pages, at: Page, look: Look) -> Made:
    """Make the front page; `pages` has the address of each service's comparison."""
    return Made((page_file(front_document(cards, dict(pages), at.language, at.site), at, look),))


def feed(cards: tuple[Card, ...], days: Days, language: str, url: str, name: str) -> Made:
    """Make the feed of new and changed standards."""
    return Made((atom(site_feed(cards, dict(days), language, name), url),))


def missing(root: str, at: Page, look: Look) -> Made:
    """Make the page that servers show where there is none. It stands at any address: it finds the rest of the site by
    `root`, a whole path, or loads nothing and leads nowhere where nobody has said where the site is.
    """
    there = replace(at, root=root, assets=f"{root}assets/", home=f"{root}index.html", menu=(), noindex=True, url="")
    found = replace(there, search=f"{root}{SEARCH}" if at.search else "") if root else replace(there, standalone=True)
    return Made((page_file(not_found_document(root, at.language), found, look),))


def for_robots(url: str) -> Made:
    """Make the file that search engines read first."""
    return Made((robots(url),))


def site_map(cards: tuple[Card, ...], url: str, comparable: tuple[str, ...]) -> Made:
    """Make the list of all pages."""
    return Made((sitemap(cards, url, {}, comparable),))
