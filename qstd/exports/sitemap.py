"""sitemap.xml: the pages that search engines may list, each with the day on which it last was another one."""

from collections.abc import Iterable, Mapping, Sequence
from html import escape

from qstd.model.card import Card


def sitemap(cards: Sequence[Card], site_url: str, changed: Mapping[str, str], comparisons: Iterable[str] = ()) -> bytes:
    """Return the sitemap of a site of these standards: front page, municipalities, services, comparisons (by service) and
    standards. `changed` has the day (ISO) on which a standard was last changed, by its ref. Drafts and what is withdrawn
    are not listed. Needs the site's address.
    """
    listed = [card for card in cards if card.status not in ("draft", "withdrawn")]
    days = {card.ref: changed.get(card.ref) or card.approved for card in listed}
    pages: dict[str, str] = {"index.html": ""}
    compared = frozenset(comparisons)
    for card in sorted(listed, key=lambda card: card.ref):
        about = [f"{card.municipality}/index.html", f"ydelse/{card.service}/index.html"]
        if card.service in compared:
            about.append(f"sammenlign/{card.service}/index.html")
        for page in ("index.html", *about):
            pages[page] = max(pages.get(page, ""), days[card.ref])
        pages[f"{card.ref}/index.html"] = days[card.ref]
    rows = [_row(f"{site_url.rstrip('/')}/{path}", pages[path]) for path in sorted(pages)]
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
        *rows,
        "</urlset>",
    ]
    return "".join(f"{line}\n" for line in lines).encode()


def _row(address: str, day: str) -> str:
    last = f"<lastmod>{day}</lastmod>" if day else ""
    return f"<url><loc>{escape(address)}</loc>{last}</url>"
