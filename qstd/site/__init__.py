"""The published site: which files there are and how each is made. Nothing is made or written here until it is asked for."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from qstd import catalogue
from qstd.compare import Entry, compare
from qstd.exports.standard_json import standard_json
from qstd.language import translator
from qstd.model.document import Document
from qstd.model.municipality import Municipality
from qstd.model.standard import LAW, Standard
from qstd.model.theme import Theme
from qstd.present.comparison import comparison_document
from qstd.present.front import front_document, municipality_document
from qstd.present.slugs import danish_order
from qstd.present.standard import short_title, standard_document
from qstd.site.data import comparison_data
from qstd.writers.html import Page

Make = Callable[[], bytes]
COMPARE = "sammenlign"
_FONTS = (".woff2", ".txt")

N_ = str  # marks a Danish text that is translated where it is shown


@dataclass(frozen=True, slots=True)
class Published:
    """A standard that is ready for the site. `ref` is `municipality/slug`; `logo` the bytes of its municipality's logo."""

    ref: str
    standard: Standard
    municipality: Municipality
    logo: bytes = b""

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.ref.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Artefact:
    """A file of the site: its path below the site's root, how it is made, and the standard it is of (empty for pages
    about several).
    """

    path: str
    make: Make
    ref: str = ""


def artefacts(
    published: Sequence[Published], themes: Mapping[str, Theme], language: str = "da"
) -> tuple[Artefact, ...]:
    """Return all files of the site. `themes` has the look of each municipality by slug, and the common one under ""."""
    services = comparable(published)
    return (
        *_all_assets(themes),
        *(each for one in published for each in _standard(one, services, themes, language)),
        *_comparisons(published, themes[""], language),
        *_municipalities(published, themes, language),
        Artefact("index.html", partial(_front, published, themes[""], language)),
    )


def document(one: Published, language: str) -> Document:
    """Lay out a standard as it is published."""
    return standard_document(one.standard, one.municipality, one.ref, language)


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
    yield Artefact(f"{folder}index.html", partial(_page, laid_out, page, theme), one.ref)
    yield Artefact(f"{folder}{one.slug}.pdf", partial(_pdf, laid_out, theme), one.ref)
    yield Artefact(f"{folder}{one.slug}.docx", partial(_docx, laid_out, theme), one.ref)
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


def _comparisons(published: Sequence[Published], theme: Theme, language: str) -> Iterator[Artefact]:
    _ = translator(language)
    for service in sorted(comparable(published)):
        entries = compared(published, service)
        folder = f"{COMPARE}/{service}/"
        page = Page(
            root="../../",
            assets="../../assets/",
            home="../../index.html",
            crumbs=((_("Kvalitetsstandarder"), "../../index.html"), (_service_name(service, language), "")),
            menu=((_("Forside"), "../../index.html", False),),
            downloads=((_("Hent som data (JSON)"), f"{service}.json"),),
            language=language,
        )
        yield Artefact(f"{folder}index.html", partial(_page, partial(_comparison, entries, language), page, theme))
        yield Artefact(f"{folder}{service}.json", partial(_comparison_json, entries, language))


def _service_name(key: str, language: str) -> str:
    service = catalogue.service(key)
    return catalogue.label(service.name, language) if service else key


def _comparison(entries: Sequence[Entry], language: str) -> Document:
    pages = {each.ref: f"../../{each.ref}/index.html" for each in entries if each.standard.municipality != LAW}
    return comparison_document(compare(entries), language, pages)


def _comparison_json(entries: Sequence[Entry], language: str) -> bytes:
    return comparison_data(compare(entries), language)


def _municipalities(published: Sequence[Published], themes: Mapping[str, Theme], language: str) -> Iterator[Artefact]:
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
        laid_out = partial(municipality_document, own[0].municipality, slug, rows, language)
        yield Artefact(f"{slug}/index.html", partial(_page, laid_out, page, themes[slug]))


def _front(published: Sequence[Published], theme: Theme, language: str) -> bytes:
    rows = tuple((each.standard, each.municipality, f"{each.ref}/index.html") for each in published)
    comparisons = {each: f"{COMPARE}/{each}/index.html" for each in comparable(published)}
    laid_out = partial(front_document, rows, comparisons, language)
    menu = ((translator(language)("Forside"), "index.html", True),)
    return _page(laid_out, Page(root="", menu=menu, language=language), theme)


def _page(laid_out: Callable[[], Document], page: Page, theme: Theme) -> bytes:
    from qstd.writers import html

    return html.write(laid_out(), page, theme)


def _pdf(laid_out: Callable[[], Document], theme: Theme) -> bytes:
    from qstd.writers import pdf

    return pdf.write(laid_out(), theme)


def _docx(laid_out: Callable[[], Document], theme: Theme) -> bytes:
    from qstd.writers import docx

    return docx.write(laid_out(), theme)
