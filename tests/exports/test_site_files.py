"""What the site has for machines that come by: Atom feeds, the sitemap, robots.txt."""

from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from qstd.exports.atom import atom
from qstd.exports.robots import robots
from qstd.exports.sitemap import sitemap
from qstd.model.feed import Feed, FeedEntry
from tests.present.card_parts import card

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).parents[1] / "cases" / "feeds" / "atom.rng"))
ATOM = {"a": "http://www.w3.org/2005/Atom"}
MAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}
SITE = "https://www.eksempel.dk/standarder/"
ENTRY = FeedEntry("lejre/a/index.html", "Lejre: Støtte & <hjælp>", "Lejre Kommune", "2015-10-05", "Godkendt.")
FEED = Feed("ydelse/sel-99/feed.xml", "ydelse/sel-99/index.html", "Nyt", "da", (ENTRY,))


def parsed(data: bytes) -> Any:
    tree = etree.fromstring(data)
    assert SCHEMA.validate(tree), SCHEMA.error_log
    return tree


def test_a_feed_with_the_address_of_the_site_has_whole_addresses() -> None:
    tree = parsed(atom(FEED, SITE))
    assert tree.xpath("//a:link/@href", namespaces=ATOM) == [
        "https://www.eksempel.dk/standarder/ydelse/sel-99/feed.xml",
        "https://www.eksempel.dk/standarder/ydelse/sel-99/index.html",
        "https://www.eksempel.dk/standarder/lejre/a/index.html",
    ]
    assert tree.xpath("string(//a:entry/a:title)", namespaces=ATOM) == "Lejre: Støtte & <hjælp>"
    assert tree.xpath("string(/a:feed/a:updated)", namespaces=ATOM) == "2015-10-05T00:00:00Z"


def test_a_feed_without_it_leads_from_where_it_lies() -> None:
    tree = parsed(atom(FEED))
    assert tree.xpath("//a:link/@href", namespaces=ATOM) == ["feed.xml", "index.html", "../../lejre/a/index.html"]


def test_names_stay_the_same_and_are_those_of_the_page() -> None:
    other = Feed("feed.xml", "index.html", "Alle", "da", (ENTRY,))
    one, two = (parsed(atom(each, SITE)).xpath("//a:id/text()", namespaces=ATOM) for each in (FEED, other))
    assert one[1] == two[1]
    assert len({*one, *two}) == 3


def test_a_feed_without_entries_is_one() -> None:
    parsed(atom(Feed("feed.xml", "index.html", "Nyt", "en", ())))


@given(st.text(max_size=30), st.text(max_size=30))
def test_no_text_breaks_a_feed(title: str, summary: str) -> None:
    entry = FeedEntry("a/b/index.html", title, "Lejre Kommune", "2015-10-05", summary)
    parsed(atom(Feed("feed.xml", "index.html", f"Nyt {title}", "da", (entry,))))


CARDS = [
    card("lejre/a", approved="2015-10-05"),
    card("lejre/b", approved=""),
    card("odense/a", approved="2020-01-01"),
    card("odense/kladde", status="draft"),
    card("aarhus/gammel", status="withdrawn", service="sel-85"),
]


def test_the_sitemap_lists_pages_with_the_day_of_the_newest_on_them() -> None:
    tree = etree.fromstring(sitemap(CARDS, SITE, {"lejre/b": "2018-01-01"}, {"sel-99", "sel-85"}))
    found = {
        str(each.xpath("string(s:loc)", namespaces=MAP)).removeprefix(SITE): each.xpath(
            "string(s:lastmod)", namespaces=MAP
        )
        for each in tree
    }
    assert found == {
        "index.html": "2020-01-01",
        "lejre/a/index.html": "2015-10-05",
        "lejre/b/index.html": "2018-01-01",
        "lejre/index.html": "2018-01-01",
        "odense/a/index.html": "2020-01-01",
        "odense/index.html": "2020-01-01",
        "sammenlign/sel-99/index.html": "2020-01-01",
        "ydelse/sel-99/index.html": "2020-01-01",
    }


def test_a_page_of_which_no_day_is_known_has_none() -> None:
    assert b"lastmod" not in sitemap([card("lejre/b", approved="")], SITE, {})


def test_robots_are_welcome_and_told_where_the_list_is() -> None:
    assert robots() == b"User-agent: *\nDisallow:\n"
    assert robots(SITE).endswith(b"\nSitemap: https://www.eksempel.dk/standarder/sitemap.xml\n")
