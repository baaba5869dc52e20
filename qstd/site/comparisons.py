"""The comparison of a service: its page, and the files that can be fetched from it.

What compares and lays out is loaded where a comparison is made: a site can go without.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qstd import catalogue
from qstd.language import translator
from qstd.model.document import Document
from qstd.present.downloads import comparison_downloads
from qstd.present.slugs import danish_order
from qstd.site.addresses import COMPARE, FORWARD, SERVICES
from qstd.site.files import docx_file, engine_of, page_file
from qstd.site.frames import frame
from qstd.site.look import Look, theme
from qstd.site.plan import Contents
from qstd.site.published import Published, Said
from qstd.site.steps import Made, Step
from qstd.writers.html import Page

if TYPE_CHECKING:
    from qstd.compare import Entry
    from qstd.model.comparison import Comparison

N_ = str  # marks a Danish text that is translated where it is shown

# A PDF of more columns has hundreds of pages and takes minutes; Word and Excel hold the same.
MOST_ON_PAPER = 24


def comparable(contents: Contents) -> frozenset[str]:
    """Return the services that have a comparison: two standards, or one and the law."""
    if not contents.has("comparisons"):
        return frozenset()
    counts = Counter(each.service for each in contents.cards)
    return frozenset(key for key, count in counts.items() if count > 1 or _law(key))


def _law(service: str) -> "tuple[Entry, ...]":
    from qstd.compare import Entry

    known = catalogue.service(service)
    return (Entry(f"law/{service}", N_("Loven"), known.baseline),) if known and known.baseline else ()


def columns(own: Iterable[Published]) -> tuple[Published, ...]:
    """Return the standards of a service in the order in which a comparison lays them beside each other."""
    return tuple(sorted(own, key=lambda each: (danish_order(_short_name(each)), each.ref)))


def _short_name(one: Published) -> str:
    return catalogue.short_name(one.card.municipality, one.card.name)


def steps(contents: Contents) -> Iterator[Step]:
    """Yield the steps of every comparison: the page, what is for paper, and the data, each by itself."""
    for service in sorted(comparable(contents)):
        yield from _of_service(service, columns(contents.by_service[service]), contents)


def _of_service(service: str, own: tuple[Published, ...], contents: Contents) -> Iterator[Step]:
    language, said = contents.choices.language, _said(service, own, contents)
    stem = f"{COMPARE}/{service}/"
    weight = 2 * len(own)
    if contents.makes("html"):
        args = (own, service, said, _frame(service, contents), contents.look("page"), language)
        yield Step((f"{stem}index.html",), page, args, weight=weight)
    if contents.makes("pdf") and on_paper(service, own):
        args_of_pdf = (own, service, said, contents.look("pdf"), language, contents.choices.engine)
        yield Step((f"{stem}{service}.pdf",), pdf, args_of_pdf, weight=100 * weight)
    if contents.makes("docx"):
        args_of_docx = (own, service, said, contents.look("docx"), language)
        yield Step((f"{stem}{service}.docx",), docx, args_of_docx, weight=weight)
    if contents.makes("data"):
        paths = tuple(f"{stem}{service}.{suffix}" for suffix in ("xlsx", "csv", "json"))
        yield Step(paths, data, (own, service, said, language), weight=weight)


def _said(service: str, own: tuple[Published, ...], contents: Contents) -> Said:
    here = {f"law/{service}", *(each.ref for each in own)}
    return Said(tuple(each for each in contents.alignments if each.from_ in here and each.to in here))


def page(own: tuple[Published, ...], service: str, said: Said, frame: Page, look: Look, language: str) -> Made:
    """Make the page of a comparison."""
    from qstd.present.comparison import comparison_document

    pages = {each.ref: f"{FORWARD}{each.ref}/index.html" for each in own}
    return Made((page_file(comparison_document(_made(own, service, said), language, pages), frame, look),))


def pdf(own: tuple[Published, ...], service: str, said: Said, look: Look, language: str, engine: str) -> Made:
    """Make a comparison for paper."""
    from qstd.writers import pdf_engine

    laid_out = _on_paper(own, service, said, language)
    return Made((pdf_engine.write(laid_out, theme(look), engine=engine_of(engine)),))


def docx(own: tuple[Published, ...], service: str, said: Said, look: Look, language: str) -> Made:
    """Make a comparison for Word."""
    return Made((docx_file(_on_paper(own, service, said, language), look),))


def data(own: tuple[Published, ...], service: str, said: Said, language: str) -> Made:
    """Make a comparison for spreadsheets and machines."""
    from qstd.site.data import comparison_data, comparison_sheet, comparison_table

    made = _made(own, service, said)
    return Made((comparison_sheet(made, language), comparison_table(made, language), comparison_data(made, language)))


@lru_cache(maxsize=1)  # the files of one comparison are made one after the other
def _made(own: tuple[Published, ...], service: str, said: Said) -> "Comparison":
    from qstd.compare import Entry, compare

    entries = (Entry(each.ref, _short_name(each), each.standard) for each in own)
    return compare((*_law(service), *entries), said.pairs)


def _on_paper(own: tuple[Published, ...], service: str, said: Said, language: str) -> Document:
    from qstd.present.comparison import comparison_document

    return comparison_document(_made(own, service, said), language, {}, paper=True)


def on_paper(service: str, own: Sequence[Published]) -> bool:
    """Tell whether a comparison is small enough for a PDF."""
    return len(own) + len(_law(service)) <= MOST_ON_PAPER


def suffixes(service: str, contents: Contents) -> tuple[str, ...]:
    """Return the files that a comparison has beside its page, by their suffixes."""
    own = contents.by_service[service]
    made = (("pdf", "pdf"), ("docx", "docx"), ("xlsx", "data"), ("csv", "data"), ("json", "data"))
    return tuple(
        suffix for suffix, kind in made if contents.makes(kind) and (suffix != "pdf" or on_paper(service, own))
    )


def _frame(service: str, contents: Contents) -> Page:
    name, language = service_name(service, contents.choices.language), contents.choices.language
    crumbs = ((name, f"{FORWARD}{SERVICES}/{service}/index.html"), (translator(language)("Sammenligning"), ""))
    at = frame(contents, f"{COMPARE}/{service}/index.html", crumbs)
    return replace(at, downloads=comparison_downloads(service, suffixes(service, contents), language))


def service_name(key: str, language: str) -> str:
    """Return what readers call a service."""
    service = catalogue.service(key)
    return catalogue.label(service.name, language) if service else key
