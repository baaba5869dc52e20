"""Feeds as Atom 1.0. Same input, same bytes: the days are those of the standards, and names follow from addresses."""

import re
from html import escape
from posixpath import dirname, relpath
from uuid import NAMESPACE_URL, uuid5

from qstd.model.feed import Feed, FeedEntry

_BEFORE_ALL = "1970-01-01"  # an empty feed has to say when it was last new, too
# XML 1.0 has no way to write these.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def atom(feed: Feed, site_url: str = "") -> bytes:
    """Return a feed. Without the site's address links are relative to the feed, and names are of a space of our own."""
    updated = max((each.updated for each in feed.entries), default=_BEFORE_ALL)
    lines = (
        '<?xml version="1.0" encoding="UTF-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="{_text(feed.language)}">',
        f"<id>{_name(feed.path, site_url)}</id>",
        f"<title>{_text(feed.title)}</title>",
        f"<updated>{_moment(updated)}</updated>",
        # Every entry names its municipality; a feed without entries needs somebody too.
        f"<author><name>{_text(feed.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href="{_address(feed.path, feed, site_url)}"/>',
        f'<link rel="alternate" type="text/html" href="{_address(feed.page, feed, site_url)}"/>',
        *(line for each in feed.entries for line in _entry(each, feed, site_url)),
        "</feed>",
    )
    return "".join(f"{line}\n" for line in lines).encode()


def _entry(entry: FeedEntry, feed: Feed, site_url: str) -> tuple[str, ...]:
    return (
        "<entry>",
        f"<id>{_name(entry.path, site_url)}</id>",
        f"<title>{_text(entry.title)}</title>",
        f"<updated>{_moment(entry.updated)}</updated>",
        f"<author><name>{_text(entry.author)}</name></author>",
        f'<link rel="alternate" type="text/html" href="{_address(entry.path, feed, site_url)}"/>',
        *((f"<summary>{_text(entry.summary)}</summary>",) if entry.summary else ()),
        "</entry>",
    )


def _name(path: str, site_url: str) -> str:
    """Return what an entry is called for ever: the same however often the feed is made."""
    base = site_url.rstrip("/") or "qstd:"
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'{base}/{path}')}"


def _address(path: str, feed: Feed, site_url: str) -> str:
    return _text(f"{site_url.rstrip('/')}/{path}" if site_url else relpath(path, dirname(feed.path) or "."))


def _moment(day: str) -> str:
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return escape(_FORBIDDEN.sub("", text))
