"""The files of one standard: its page, what a CMS takes in, PDF, Word file and data."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from qstd import catalogue
from qstd.language import translator
from qstd.model.attachment import Attachment
from qstd.model.document import Document
from qstd.model.download import Download
from qstd.model.municipality import CmsFragment
from qstd.model.standard import Standard
from qstd.present.downloads import standard_downloads
from qstd.present.standard import CHANGES, is_findable, standard_document
from qstd.present.standard_table import tabled
from qstd.present.versions import Listed, as_it_was, with_versions
from qstd.present.word_base import with_base
from qstd.site.addresses import COMPARE, FORWARD, SERVICES
from qstd.site.choices import WordLayout
from qstd.site.comparisons import service_name
from qstd.site.files import docx_file, engine_of, page_file, unshown
from qstd.site.frames import frame
from qstd.site.look import Look, theme
from qstd.site.plan import Contents
from qstd.site.published import Past, Published
from qstd.site.steps import Made, Step
from qstd.site.versions import listed
from qstd.writers.html import Page
from qstd.writers.pdf_engine import Engine, chosen

if TYPE_CHECKING:
    from qstd.model.revision import Revision

_LAID_OUT = 8
PDF_WEIGHT, TYPST_WEIGHT = 100, 10


def steps(one: Published, contents: Contents, comparable: frozenset[str]) -> Iterator[Step]:
    """Yield the steps of a standard."""
    folder, slug, home, choices = f"{one.ref}/", one.slug, one.card.municipality, contents.choices
    if contents.makes("html"):
        at = _frame(one, contents, one.card.service in comparable)
        past = contents.pasts.get(one.ref, Past(one.ref, "", ()))
        # Only a page that leads to what took the standard's place names other standards.
        others = tuple((each.ref, each.title) for each in contents.cards) if one.card.status == "withdrawn" else ()
        versions = listed(contents.lives.get(one.ref))
        args = (one, past, at, contents.look("page", home), choices.url, others, versions)
        yield Step((f"{folder}index.html", f"{folder}fragment.html"), page, args, one.ref)
    if contents.makes("pdf"):
        engine = engine_of(choices.engine)
        weight = PDF_WEIGHT if chosen(engine) == "weasyprint" else TYPST_WEIGHT
        args_of_pdf = (one.with_source(), contents.look("pdf", home), choices.language, engine, choices.as_of)
        yield Step((f"{folder}{slug}.pdf",), pdf, args_of_pdf, one.ref, weight)
    if contents.makes("docx"):
        args_of_docx = (one, contents.look("docx", home), choices.language, choices.word, choices.as_of)
        yield Step((f"{folder}{slug}.docx",), docx, args_of_docx, one.ref)
    if contents.makes("data"):
        paths = tuple(f"{folder}{slug}{suffix}" for suffix in (".json", ".jsonld", ".akn.xml"))
        yield Step(paths, data, (one, choices.url), one.ref)


def page(
    one: Published,
    past: Past,
    at: Page,
    look: Look,
    url: str,
    others: tuple[tuple[str, str], ...] = (),
    versions: tuple[Listed, ...] = (),
) -> Made:
    """Make the page, the same without a frame for other systems, and where there was a version before it, what is new.
    `others` are the refs and titles of the standards among which the one is that took its place; `versions` have pages of
    their own.
    """
    from qstd.exports.linked.government_service import page_json
    from qstd.writers.fragment import Options, fragment

    replacement = _replacement(one.standard, dict(others))
    laid_out = _document(one, at.language)  # from which no way leads to other pages
    revision = _revision(one, past)
    own = replace(
        at,
        structured=page_json(one.standard, one.municipality, one.ref, url, at.language),
        statement=one.municipality.accessibility_statement or "",
        noindex=at.noindex or not is_findable(one.card.status),
    )
    links = tuple((each[0], each[1]) for each in at.downloads)
    how = one.municipality.cms or CmsFragment()
    options = Options(how.heading_level, how.title, at.url, links, how.inline_style, at.language)
    bare = fragment(as_it_was(laid_out, at.as_of, at.language), theme(look), options)
    if revision is None:
        if replacement:
            laid_out = standard_document(one.standard, one.municipality, one.ref, at.language, None, replacement)
        laid_out = with_versions(laid_out, versions, at.language)
        return Made((page_file(laid_out, own, look), bare), paths=(f"{one.ref}/index.html", f"{one.ref}/fragment.html"))
    laid_out, changes = _with_changes(one, revision, own, look, replacement)
    files = (page_file(with_versions(laid_out, versions, at.language), own, look), bare, changes)
    return Made(files, paths=tuple(f"{one.ref}/{name}" for name in ("index.html", "fragment.html", CHANGES)))


def _replacement(standard: Standard, titles: Mapping[str, str]) -> tuple[str, str] | None:
    """Return the title of the standard that took another one's place, and the way from page to page; None where it has no
    page.
    """
    name = standard.replaced_by or ""
    ref = name if "/" in name else f"{standard.municipality}/{name}"
    return (titles[ref], f"../../{ref}/index.html") if ref in titles else None


def _with_changes(
    one: Published, revision: "Revision", own: Page, look: Look, replacement: tuple[str, str] | None
) -> tuple[Document, bytes]:
    """Return the page that says that there are changes, and the one that shows them."""
    from qstd.present.change_page import change_document
    from qstd.present.revision import count

    before = revision.old.approval
    day = (before.date or before.effective_from) if before else None
    changed = (day.isoformat() if day else "", count(revision, own.language))
    laid_out = standard_document(one.standard, one.municipality, one.ref, own.language, changed, replacement)
    of_changes = change_document(revision, one.standard, one.municipality, own.language)
    crumbs = (*own.crumbs[:-1], (one.card.title, "index.html"), (of_changes.title, ""))
    at = replace(own, crumbs=crumbs, structured="", downloads=(), alternates=(), noindex=True)
    at = replace(at, url=own.url.replace("index.html", CHANGES))
    return laid_out, page_file(of_changes, at, look)


def _revision(one: Published, past: Past) -> "Revision | None":
    """Return what is new since the version before; None where there was none, or it said the same."""
    before = past.before(one)
    if before is None:
        return None
    from qstd.compare.versions import Side, revise

    known, name = catalogue.service(one.card.service), one.card.name
    old, new = (Side(one.ref, "", each, name) for each in (before, one.standard))
    revision = revise(old, new, known.baseline if known else None)
    return None if revision.same else revision


def pdf(one: Published, look: Look, language: str, engine: Engine, as_of: str = "") -> Made:
    """Make the PDF; it holds the standard's YAML too."""
    from qstd.writers import pdf_engine

    laid_out, whole = as_it_was(_document(one, language), as_of, language), theme(look)
    about = translator(language)("Standarden, som kommunen har skrevet den (YAML)")
    source = Attachment(f"{one.slug}.yaml", one.text, about)
    written = pdf_engine.printed(laid_out, whole, source, engine)
    return Made((written.data,), unshown(written.unshown, f"standards/{one.ref}.yaml"))


def docx(one: Published, look: Look, language: str, layout: WordLayout = "sections", as_of: str = "") -> Made:
    """Make the Word file; it can come back edited."""
    laid_out = with_base(
        as_it_was(_document(one, language), as_of, language), one.standard, one.municipality.fragments, one.ref
    )
    return Made((docx_file(tabled(laid_out) if layout == "table" else laid_out, look),))


def data(one: Published, url: str) -> Made:
    """Make the data for machines: ours, as linked data, and as a legal document."""
    from qstd.exports.akoma_ntoso import statement
    from qstd.exports.linked.public_service import public_service
    from qstd.exports.standard_json import standard_json

    standard, municipality = one.standard, one.municipality
    return Made(
        (
            standard_json(standard, municipality, one.ref),
            public_service(standard, municipality, one.ref, url),
            statement(standard, municipality, one.ref, url),
        )
    )


@lru_cache(maxsize=_LAID_OUT)
def _document(one: Published, language: str) -> Document:
    return standard_document(one.standard, one.municipality, one.ref, language)


def _frame(one: Published, contents: Contents, compared: bool) -> Page:
    card, language = one.card, contents.choices.language
    _ = translator(language)
    address = f"{FORWARD}{COMPARE}/{card.service}/index.html"
    crumbs = (
        (card.name, "../index.html"),
        (service_name(card.service, language), f"{FORWARD}{SERVICES}/{card.service}/index.html"),
        (card.title, ""),
    )
    menu = ((_("Sammenlign"), address),) if compared else ()
    data = (
        (_("Data (JSON-LD)"), "application/ld+json", f"{one.slug}.jsonld"),
        (_("Lovtekstformat (Akoma Ntoso)"), "application/akn+xml", f"{one.slug}.akn.xml"),
    )
    alternates = data if contents.makes("data") else ()
    at = frame(contents, f"{one.ref}/index.html", crumbs, card.municipality, menu, alternates)
    return replace(at, downloads=tuple(_downloads(one, contents)))


def _downloads(one: Published, contents: Contents) -> Iterator[Download]:
    made = {kind for kind in ("pdf", "docx") if contents.makes(kind)} | ({"json"} if contents.makes("data") else set())
    for each in standard_downloads(one.slug, contents.choices.language):
        if each.address.rpartition(".")[2] in made:
            yield each
