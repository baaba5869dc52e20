"""The comparison of a service: its page, and the files that can be fetched from it."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cache, partial

from qstd import catalogue
from qstd.compare import Entry, compare
from qstd.language import translator
from qstd.model.alignments import Alignment
from qstd.model.comparison import Comparison
from qstd.model.document import Document
from qstd.model.standard import LAW
from qstd.model.theme import Theme
from qstd.present.comparison import comparison_document
from qstd.present.slugs import danish_order
from qstd.site.data import comparison_data, comparison_sheet, comparison_table
from qstd.site.files import Artefact, Published, docx_file, page_file, pdf_file
from qstd.writers.html import Page

COMPARE = "sammenlign"
N_ = str  # marks a Danish text that is translated where it is shown

# A PDF of more columns has hundreds of pages and takes minutes; Word and Excel hold the same.
MOST_ON_PAPER = 24
_DOWNLOADS = (
    (N_("Hent som PDF"), "pdf"),
    (N_("Hent som Word"), "docx"),
    (N_("Hent som Excel"), "xlsx"),
    (N_("Hent som CSV"), "csv"),
    (N_("Hent som data (JSON)"), "json"),
)


def comparable(published: Sequence[Published]) -> frozenset[str]:
    """Return the services that have a comparison: two standards, or one and the law."""
    counts = Counter(each.standard.service for each in published)
    return frozenset(key for key, count in counts.items() if count > 1 or _law(key))


def compared(published: Sequence[Published], service: str) -> tuple[Entry, ...]:
    """Return what the comparison of a service lays beside each other: the law, where its wording is known, then all."""
    own = sorted(
        (each for each in published if each.standard.service == service),
        key=lambda each: danish_order(catalogue.short_name(each.standard.municipality, each.municipality.name)),
    )
    entries = tuple(
        Entry(each.ref, catalogue.short_name(each.standard.municipality, each.municipality.name), each.standard)
        for each in own
    )
    return (*_law(service), *entries)


def _law(service: str) -> tuple[Entry, ...]:
    known = catalogue.service(service)
    return (Entry(f"law/{service}", N_("Loven"), known.baseline),) if known and known.baseline else ()


def comparisons(
    published: Sequence[Published], theme: Theme, language: str, alignments: Sequence[Alignment]
) -> Iterator[Artefact]:
    """Yield the files of every comparison. Each comparison is made once, when the first of its files is."""
    _ = translator(language)
    for service in sorted(comparable(published)):
        entries = compared(published, service)
        made = cache(partial(compare, entries, alignments))
        folder = f"{COMPARE}/{service}/"
        page = Page(
            root="../../",
            assets="../../assets/",
            home="../../index.html",
            crumbs=((_("Kvalitetsstandarder"), "../../index.html"), (service_name(service, language), "")),
            menu=((_("Forside"), "../../index.html", False),),
            downloads=tuple((_(label), f"{service}.{suffix}") for label, suffix in _downloads(entries)),
            language=language,
        )
        laid_out = partial(_laid_out, made, entries, language)
        yield Artefact(f"{folder}index.html", partial(page_file, laid_out, page, theme))
        if len(entries) <= MOST_ON_PAPER:
            yield Artefact(f"{folder}{service}.pdf", partial(pdf_file, partial(laid_out, paper=True), theme))
        yield Artefact(f"{folder}{service}.docx", partial(docx_file, partial(laid_out, paper=True), theme))
        yield Artefact(f"{folder}{service}.xlsx", partial(_data, comparison_sheet, made, language))
        yield Artefact(f"{folder}{service}.csv", partial(_data, comparison_table, made, language))
        yield Artefact(f"{folder}{service}.json", partial(_data, comparison_data, made, language))


def _data(write: Callable[[Comparison, str], bytes], made: Callable[[], Comparison], language: str) -> bytes:
    return write(made(), language)


def _downloads(entries: Sequence[Entry]) -> Iterator[tuple[str, str]]:
    return (each for each in _DOWNLOADS if each[1] != "pdf" or len(entries) <= MOST_ON_PAPER)


def service_name(key: str, language: str) -> str:
    """Return what readers call a service."""
    service = catalogue.service(key)
    return catalogue.label(service.name, language) if service else key


def _laid_out(made: Callable[[], Comparison], entries: Sequence[Entry], language: str, paper: bool = False) -> Document:
    pages = {each.ref: f"../../{each.ref}/index.html" for each in entries if each.standard.municipality != LAW}
    return comparison_document(made(), language, pages if not paper else {}, paper=paper)
