"""SearchRecord: what the search knows of a standard."""

from typing import NamedTuple


class SearchSection(NamedTuple):
    """A section: its anchor on the page, its heading as a reader names it, and its words."""

    anchor: str
    heading: str
    text: str


class SearchRecord(NamedTuple):
    """What is searched of one standard, and what a result says of it; all names are words that people read.

    `address` is that of its page below the site's root. `state` is empty for a standard that holds, else a word ("Kladde").
    `keywords` are words that lead to the standard and need not stand in it; `first` are those of them by which most people
    mean a standard of this service. They are never shown.
    """

    address: str
    title: str
    municipality: str
    service: str
    state: str
    groups: tuple[str, ...]
    sections: tuple[SearchSection, ...]
    keywords: tuple[str, ...]
    first: tuple[str, ...] = ()
