"""The files of a municipality: the page with its standards, its feeds, all its standards in one, and its picture."""

from collections.abc import Iterator
from dataclasses import replace

from qstd.exports.atom import atom
from qstd.exports.standards_feed import NAME as STANDARDS
from qstd.exports.standards_feed import feed as standards_feed
from qstd.language import translator
from qstd.model.card import Card
from qstd.model.document import Document
from qstd.model.download import Download
from qstd.model.municipality import Municipality
from qstd.present.downloads import municipality_downloads
from qstd.present.feeds import municipality_feed
from qstd.present.municipality_page import municipality_document
from qstd.present.standard import standard_document
from qstd.readers.yaml_file import read_municipality
from qstd.site.addresses import BOOKLET, FEED, REPORT, WHEEL
from qstd.site.files import docx_file, engine_of, page_file
from qstd.site.frames import ATOM, frame
from qstd.site.look import Look, theme
from qstd.site.plan import Contents, Days
from qstd.site.published import Folder, Published
from qstd.site.steps import Made, Step
from qstd.writers.html import Page

_PDF_WEIGHT = 100  # of each standard in a booklet


def steps(contents: Contents) -> Iterator[Step]:
    """Yield the steps of every municipality that has a standard on the site."""
    for slug in contents.commons:
        yield from _pages(slug, contents)
        if contents.has("booklets"):
            yield from _booklets(slug, contents)


def _pages(slug: str, contents: Contents) -> Iterator[Step]:
    cards, language, url = contents.of(slug), contents.choices.language, contents.choices.url
    if slug in contents.logos:
        picture = contents.logos[slug]
        yield Step((f"{slug}/{picture.names[0]}",), copied, (picture,))
    if contents.makes("html"):
        report = REPORT if contents.has("reports") else ""
        args = (contents.commons[slug], cards, report, _frame(slug, contents), contents.look("page", slug))
        yield Step((f"{slug}/index.html",), page, args)
        yield Step((f"{slug}/{FEED}",), feed, (cards, contents.days(cards), language, url))
    if contents.makes("data"):
        whole = tuple(each.card for each in contents.standards_of(slug))  # it tells who fetches it what is another now
        yield Step((f"{slug}/{STANDARDS}",), standards, (whole, slug, url, language))


def _booklets(slug: str, contents: Contents) -> Iterator[Step]:
    own, language, common = contents.standards_of(slug), contents.choices.language, contents.commons[slug]
    if contents.makes("pdf"):
        args = (own, common, contents.look("pdf", slug), language, contents.choices.engine)
        yield Step((f"{slug}/{BOOKLET}.pdf",), booklet_pdf, args, weight=_PDF_WEIGHT * len(own))
    if contents.makes("docx"):
        yield Step((f"{slug}/{BOOKLET}.docx",), booklet_docx, (own, common, contents.look("docx", slug), language))


def page(common: Folder, cards: tuple[Card, ...], report: str, at: Page, look: Look) -> Made:
    """Make the page of a municipality."""
    own = record(common, cards[0].name)
    document = municipality_document(own, common.slug, cards, at.language, report, WHEEL if report else "")
    return Made((page_file(document, replace(at, statement=own.accessibility_statement or ""), look),))


def feed(cards: tuple[Card, ...], days: Days, language: str, url: str) -> Made:
    """Make the feed of new and changed standards."""
    return Made((atom(municipality_feed(cards, dict(days), language), url),))


def standards(cards: tuple[Card, ...], slug: str, url: str, language: str) -> Made:
    """Make the list of standards for the municipality's own web site."""
    return Made((standards_feed(cards, cards[0].name, slug, url, language),))


def booklet_pdf(own: tuple[Published, ...], common: Folder, look: Look, language: str, engine: str) -> Made:
    """Make all standards of a municipality as one PDF."""
    from qstd.writers import pdf_engine

    return Made((pdf_engine.write(_booklet(own, common, language), theme(look), engine=engine_of(engine)),))


def booklet_docx(own: tuple[Published, ...], common: Folder, look: Look, language: str) -> Made:
    """Make all standards of a municipality as one Word file."""
    return Made((docx_file(_booklet(own, common, language), look),))


def _booklet(own: tuple[Published, ...], common: Folder, language: str) -> Document:
    from qstd.present.booklet import booklet_document

    parts = [standard_document(each.standard, each.municipality, each.ref, language) for each in own]
    return booklet_document(parts, record(common, own[0].card.name), language)


def record(common: Folder, name: str) -> Municipality:
    """Return what a municipality's own file says; as much as its name where there is none."""
    data = next((data for _name, data in common.files), b"")
    known = read_municipality(data, "").record if data else None
    return known or Municipality(name=name, code="0000")


def copied(folder: Folder) -> Made:
    """Make a file that is as it lies in the folder."""
    return Made((folder.files[0][1],))


def _frame(slug: str, contents: Contents) -> Page:
    name, language = contents.of(slug)[0].name, contents.choices.language
    feeds = ((translator(language)("Følg ændringer (Atom)"), ATOM, FEED),)
    at = frame(contents, f"{slug}/index.html", ((name, ""),), slug, alternates=feeds)
    return replace(at, downloads=tuple(_downloads(contents)))


def _downloads(contents: Contents) -> Iterator[Download]:
    """Yield what there is of the files that a municipality's page can offer."""
    there = {f"{BOOKLET}.{kind}" for kind in ("pdf", "docx") if contents.makes(kind) and contents.has("booklets")}
    there |= {FEED} | ({STANDARDS} if contents.makes("data") else set())
    return (each for each in municipality_downloads(contents.choices.language) if each.address in there)
