"""Feed: what is new, for those who subscribe to it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """A standard that is new or has changed. `path` is its page below the site's root; `updated` is an ISO date."""

    path: str
    title: str
    author: str
    updated: str
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: `path` is its own address below the site's root, `page` that of the page which it follows; newest first."""

    path: str
    page: str
    title: str
    language: str
    entries: tuple[FeedEntry, ...]
