"""The search: its page, and its index in parts, so that a changed standard changes one of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from zlib import crc32

from qstd.language import translator
from qstd.model.card import Card
from qstd.present.search_page import search_document
from qstd.site.addresses import SEARCH
from qstd.site.files import page_file
from qstd.site.frames import frame
from qstd.site.look import Look
from qstd.site.plan import Contents
from qstd.site.published import Published
from qstd.site.steps import Made, Step
from qstd.writers.html import Page

_WEIGHT = 2  # of one standard in the index


def steps(contents: Contents) -> Iterator[Step]:
    """Yield the steps of the search."""
    from qstd.writers.search_index import FOLDER, LIST

    if not (contents.makes("html") and contents.has("search") and contents.published):
        return
    crumb = ((translator(contents.choices.language)("Søg"), ""),)
    at = replace(frame(contents, SEARCH, crumb), search=SEARCH)
    yield Step((SEARCH,), page, (contents.cards, at, contents.look("page")))
    shares = _shares(contents.published)
    yield Step((f"{FOLDER}{LIST}",), parts_file, (len(shares),))
    for number, share in enumerate(shares):
        args = (share, number, contents.choices.language)
        yield Step((f"{FOLDER}{number}/",), part, args, weight=_WEIGHT * len(share))


def _shares(published: Sequence[Published]) -> list[tuple[Published, ...]]:
    """Share standards out by their names, so that each stays where it is when others come and go."""
    from qstd.writers.search_index import PART

    shares: list[list[Published]] = [[] for _ in range(-(-len(published) // PART))]
    for each in published:
        shares[crc32(each.ref.encode()) % len(shares)].append(each)
    return [tuple(each) for each in shares if each]


def page(cards: tuple[Card, ...], at: Page, look: Look) -> Made:
    """Make the page with the field, and the list for those who have no script."""
    return Made((page_file(search_document(cards, at.language), at, look),))


def part(own: tuple[Published, ...], number: int, language: str) -> Made:
    """Make a part of the index."""
    from qstd.present.search_record import record
    from qstd.writers.search_index import index_part

    files = index_part([record(each.standard, each.municipality, each.ref, language) for each in own], number, language)
    return Made(tuple(files.values()), paths=tuple(files))


def parts_file(count: int) -> Made:
    """Make the list of parts."""
    from qstd.writers.search_index import parts_list

    return Made((parts_list(count),))
