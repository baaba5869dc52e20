"""What feeds tell: what is new or changed and holds, newest first; nothing whose day nobody knows."""

from qstd import prose
from qstd.present.feeds import municipality_feed, service_feed, site_feed
from tests.present.card_parts import card, country

CARDS = [
    card("lejre/a", title="Gammel", approved="2015-10-05"),
    card("lejre/b", title="Uden dag", approved=""),
    card("odense/c", title="Ny", approved="2024-02-29"),
    card("odense/d", title="Kladde", approved="2025-01-01", status="draft"),
    card("odense/e", title="Ophævet", approved="2025-01-01", status="withdrawn"),
    card("odense/f", title="Træder i kraft", approved="", effective_from="2020-01-01", status="approved"),
]


def test_newest_first_and_a_change_is_new() -> None:
    assert [(each.path, each.updated) for each in site_feed(CARDS, {"lejre/a": "2025-06-30"}).entries] == [
        ("lejre/a/index.html", "2025-06-30"),
        ("odense/c/index.html", "2024-02-29"),
        ("odense/f/index.html", "2020-01-01"),
    ]


def test_an_entry_says_whose_it_is_and_who_approved_it() -> None:
    entry = site_feed(CARDS[:1], {}).entries[0]
    assert (entry.title, entry.author) == ("Lejre: Gammel", "Lejre Kommune")
    assert prose.normal(entry.summary) == "Godkendt den 5. oktober 2015."


def test_each_feed_follows_its_page() -> None:
    feeds = (site_feed(CARDS, {}), municipality_feed(CARDS[2:], {}), service_feed(CARDS, {}))
    assert [(each.path, each.page, each.title) for each in feeds] == [
        ("feed.xml", "index.html", "Kvalitetsstandarder"),
        ("odense/feed.xml", "odense/index.html", "Kvalitetsstandarder i Odense Kommune"),
        ("ydelse/sel-99/feed.xml", "ydelse/sel-99/index.html", "Kvalitetsstandarder: Støtte- og kontaktperson"),
    ]


def test_a_feed_stays_short_and_does_not_hang_on_the_order_of_its_standards() -> None:
    cards = country(40, 12)
    assert len(site_feed(cards, {}).entries) == 50
    assert site_feed(cards, {}) == site_feed(cards[::-1], {})
