"""The published site: which files there are and how each is made. Nothing is made or written here until it is asked for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial

from qstd.exports.standard_json import standard_json
from qstd.language import translator
from qstd.model.alignments import Alignment
from qstd.model.document import Document
from qstd.model.municipality import Municipality
from qstd.model.theme import Theme
from qstd.present.front import front_document, municipality_document
from qstd.present.report import report_document
from qstd.present.standard import brand, short_title, standard_document
from qstd.site.comparisons import COMPARE, comparable, comparisons
from qstd.site.files import REPORT, Artefact, Look, Published, docx_file, page_file, pdf_file
from qstd.writers.html import Page

__all__ = ["COMPARE", "Artefact", "Look", "Published", "artefacts", "document"]

_FONTS = (".woff2", ".txt")


def artefacts(
    published: Sequence[Published],
    themes: Mapping[str, Theme],
    language: str = "da",
    alignments: Sequence[Alignment] = (),
    looks: Mapping[str, Look] | None = None,
) -> tuple[Artefact, ...]:
    """Return all files of the site. `themes` has the look of each municipality by slug, and the common one under "";
    `alignments` is what people have said of passages of different standards; `looks` finds out what there is to say of a
    municipality's files, by its slug: one that is not among them has no report.
    """
    services = comparable(published)
    return (
        *_all_assets(themes),
        *(each for one in published for each in _standard(one, services, themes, language)),
        *comparisons(published, themes[""], language, alignments),
        *_municipalities(published, themes, language, looks or {}),
        Artefact("index.html", partial(_front, published, themes[""], language)),
    )


def document(one: Published, language: str) -> Document:
    """Lay out a standard as it is published."""
    return standard_document(one.standard, one.municipality, one.ref, language)


def _assets_folder(slug: str, themes: Mapping[str, Theme]) -> str:
    """Return where a municipality's pages find their assets: its own folder if it has replaced any, else the common one."""
    own = slug and _public(themes[slug]) != _public(themes[""])
    return f"{slug}/assets/" if own else "assets/"


def _public(theme: Theme) -> dict[str, bytes]:
    """Return the assets that a browser loads, by their name on the site."""
    code = {name.removeprefix("html/"): theme.assets[name] for name in ("html/qstd.css", "html/qstd.js")}
    fonts = {name: data for name, data in theme.assets.items() if name.startswith("fonts/") and name.endswith(_FONTS)}
    return code | fonts


def _all_assets(themes: Mapping[str, Theme]) -> Iterator[Artefact]:
    folders = {_assets_folder(slug, themes): theme for slug, theme in themes.items() if slug}
    folders["assets/"] = themes[""]
    for folder, theme in sorted(folders.items()):
        yield from _assets(theme, folder)


def _assets(theme: Theme, folder: str) -> Iterator[Artefact]:
    for name, data in _public(theme).items():
        yield Artefact(f"{folder}{name}", partial(bytes, data))


def _standard(
    one: Published, services: frozenset[str], themes: Mapping[str, Theme], language: str
) -> Iterator[Artefact]:
    standard, folder, theme = one.standard, f"{one.ref}/", themes[one.standard.municipality]
    laid_out = cache(partial(document, one, language))
    assets = f"../../{_assets_folder(standard.municipality, themes)}"
    page = _standard_page(one, standard.service in services, assets, language)
    yield Artefact(f"{folder}index.html", partial(page_file, laid_out, page, theme), one.ref)
    yield Artefact(f"{folder}{one.slug}.pdf", partial(pdf_file, laid_out, theme), one.ref)
    yield Artefact(f"{folder}{one.slug}.docx", partial(docx_file, laid_out, theme), one.ref)
    yield Artefact(f"{folder}{one.slug}.json", partial(standard_json, standard, one.municipality, one.ref), one.ref)


def _standard_page(one: Published, others: bool, assets: str, language: str) -> Page:
    _ = translator(language)
    downloads = (
        (_("Hent som PDF"), f"{one.slug}.pdf"),
        (_("Hent som Word"), f"{one.slug}.docx"),
        (_("Hent som data (JSON)"), f"{one.slug}.json"),
    )
    comparison = ((_("Sammenlign"), f"../../{COMPARE}/{one.standard.service}/index.html", False),) if others else ()
    return Page(
        root="../../",
        assets=assets,
        home="../index.html",
        crumbs=(
            (_("Kvalitetsstandarder"), "../../index.html"),
            (one.municipality.name, "../index.html"),
            (short_title(one.standard, language), ""),
        ),
        menu=((_("Forside"), "../../index.html", False), *comparison),
        downloads=downloads,
        language=language,
    )


def _municipalities(
    published: Sequence[Published], themes: Mapping[str, Theme], language: str, looks: Mapping[str, Look]
) -> Iterator[Artefact]:
    _ = translator(language)
    for slug in sorted({each.standard.municipality for each in published}):
        own = [each for each in published if each.standard.municipality == slug]
        page = Page(
            root="../",
            assets=f"../{_assets_folder(slug, themes)}",
            crumbs=((_("Kvalitetsstandarder"), "../index.html"), (own[0].municipality.name, "")),
            menu=((_("Forside"), "../index.html", False),),
            language=language,
        )
        if own[0].logo:
            yield Artefact(f"{slug}/{own[0].municipality.logo}", partial(bytes, own[0].logo))
        rows = tuple((each.standard, f"{each.slug}/index.html") for each in own)
        report = REPORT if slug in looks else ""
        laid_out = partial(municipality_document, own[0].municipality, slug, rows, language, report)
        yield Artefact(f"{slug}/index.html", partial(page_file, laid_out, page, themes[slug]))
        if report:
            crumbs = (*page.crumbs[:1], (own[0].municipality.name, "index.html"), (_("Eftersyn"), ""))
            frame = replace(page, crumbs=crumbs)
            laid_out = partial(_report, own[0].municipality, slug, looks[slug], language)
            yield Artefact(f"{slug}/{report}", partial(page_file, laid_out, frame, themes[slug]))


def _report(municipality: Municipality, slug: str, look: Look, language: str) -> Document:
    return report_document(look(), municipality.name, language, brand(municipality, slug))


def _front(published: Sequence[Published], theme: Theme, language: str) -> bytes:
    rows = tuple((each.standard, each.municipality, f"{each.ref}/index.html") for each in published)
    pages = {each: f"{COMPARE}/{each}/index.html" for each in comparable(published)}
    laid_out = partial(front_document, rows, pages, language)
    menu = ((translator(language)("Forside"), "index.html", True),)
    return page_file(laid_out, Page(root="", menu=menu, language=language), theme)
