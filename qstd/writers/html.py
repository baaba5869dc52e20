"""Documents as web pages; the only door to jinja2.

Blocks become HTML in `html_blocks` and its neighbours. The frame around them is a template, which a municipality can
replace file by file: `html/page.html`, and one for each kind of document in it, as `html/standard.html`. Templates are
other people's: they run in Jinja's sandbox, reach no file but the theme's templates, and what goes wrong in one is told
with its file and line.
"""

import re
from dataclasses import dataclass, fields
from functools import lru_cache
from traceback import extract_tb
from typing import TYPE_CHECKING, Any

from qstd.language import translator
from qstd.model.document import Brand, Document
from qstd.model.download import Download
from qstd.model.theme import Theme, ThemeError
from qstd.writers.html_inlines import Medium
from qstd.writers.html_page import Parts, Section, parts

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Page:
    """The frame around a document on the site.

    `root` is the relative path to the site's root ("../../"), `assets` that to the style sheet and fonts, `home` the page
    that the name in the head leads to, `logo` the picture beside it (empty: none), `search` the search page. `crumbs` are
    (label, address), `menu` is (label, address, is this page). A `standalone` page is one file that loads nothing.
    `language` is that of the words around the document.

    For those who read the head: `site` is what the site is called, `url` the page's own whole address, `alternates` are
    the same in other forms (title, media type, address), `structured` is JSON-LD in which the caller has escaped every
    "<"; search engines do not list a `noindex` page. `statement` is the address of the accessibility statement, `as_of` the
    day (ISO) on which the whole site was as it is shown; empty for today.
    """

    root: str = ""
    assets: str = "assets/"
    home: str = "index.html"
    logo: str = ""
    crumbs: tuple[tuple[str, str], ...] = ()
    menu: tuple[tuple[str, str, bool], ...] = ()
    downloads: tuple[tuple[str, str] | Download, ...] = ()
    standalone: bool = False
    language: str = "da"
    search: str = ""
    site: str = ""
    url: str = ""
    alternates: tuple[tuple[str, str, str], ...] = ()
    structured: str = ""
    noindex: bool = False
    statement: str = ""
    as_of: str = ""


def write(document: Document, page: Page, theme: Theme) -> bytes:
    """Write a document as one web page."""
    translate = translator(page.language)
    return render(
        theme,
        f"html/{document.kind}.html",
        document=document,
        page=page,
        parts=parts(document, Medium(translate)),
        downloads=tuple(Download(*each) for each in page.downloads),
        icon=icon(document.brand),
        title=" · ".join(filter(None, (document.short_title or document.title, document.author))),
        colours=colours(document.brand),
        css=without_fonts(theme.assets["html/qstd.css"].decode()).replace("</", r"<\/") if page.standalone else "",
        js=theme.assets["html/qstd.js"].decode() if page.standalone else "",
        other_language=document.language if primary(document.language) != primary(page.language) else "",
        _=translate,
    ).encode()


def inside(document: Document, language: str) -> Parts:
    """Return what stands on a page in pieces, for a frame that is none of the theme's."""
    return parts(document, Medium(translator(language)))


def tools(theme: Theme, shown: Parts, language: str) -> str:
    """Return what readers do with a comparison: choose columns, hide what does not differ, jump from one to the next."""
    return render(theme, "html/tools.html", parts=shown, _=translator(language))


def render(theme: Theme, name: str, **values: object) -> str:
    """Fill one of the theme's templates. Raises ThemeError where a template is faulty, whatever the fault is."""
    try:
        return _environment(tuple(theme.templates.items())).get_template(name).render(values)
    except ThemeError as error:
        raise theme.located(error) from error
    except Exception as error:
        if place := _place(error):
            raise theme.located(ThemeError(place, _reason(error))) from error
        raise


_FOLDER = "templates/"


def _place(error: Exception) -> str:
    """Return the template and the line in which an error arose; nothing for one that is not a template's."""
    from jinja2 import TemplateNotFound, TemplateSyntaxError

    if isinstance(error, TemplateSyntaxError):
        return f"{_FOLDER}{error.name}:{error.lineno}"
    frames = extract_tb(error.__traceback__)
    # What our own code gets wrong while it writes for a template is no fault of the template.
    if frames and frames[-1].filename.startswith(_FOLDER):
        return f"{frames[-1].filename}:{frames[-1].lineno}"
    lines = [f"{each.filename}:{each.lineno}" for each in frames if each.filename.startswith(_FOLDER)]
    if lines:
        return lines[-1]
    return f"{_FOLDER}{error.name}:0" if isinstance(error, TemplateNotFound) else ""


def _reason(error: Exception) -> str:
    from jinja2 import TemplateError, TemplateNotFound

    if isinstance(error, TemplateNotFound):
        return f"TemplateNotFound: {error.name}"
    return (error.message or "") if isinstance(error, TemplateError) else f"{type(error).__name__}: {error}"


# Values without methods: nothing but texts, numbers and tuples of them can be had through these.
_FIELDS: dict[type, frozenset[str]] = {
    each: frozenset(field.name for field in fields(each)) for each in (Brand, Document, Page, Parts, Section)
} | {Download: frozenset(Download._fields)}


@lru_cache(maxsize=8)
def _environment(sources: tuple[tuple[str, str], ...]) -> "Environment":
    """Compile templates once per theme: the sources themselves are the key, so a changed theme is another one."""
    from jinja2 import FunctionLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Sandbox(ImmutableSandboxedEnvironment):
        """Jinja's own, which need not ask of each field of our records whether it is safe: a page has hundreds."""

        def getattr(self, obj: Any, attribute: str) -> Any:
            if attribute in _FIELDS.get(type(obj), ()):
                return getattr(obj, attribute)
            return super().getattr(obj, attribute)

    theme = Theme(dict(sources), {})

    def load(name: str) -> tuple[str, str, None] | None:
        return (theme.template(name), f"{_FOLDER}{name}", None) if name in theme.templates else None

    return Sandbox(
        loader=FunctionLoader(load),
        auto_reload=False,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def without_fonts(css: str) -> str:
    """Return a style sheet without its fonts, for readers that do not fetch them."""
    return re.sub(r"@font-face\s*\{[^}]*\}\s*", "", css)


def colours(brand: Brand) -> str:
    """Return the municipality's colours as CSS; anything but #rrggbb is left out."""
    light, dark = _colour(brand.colour), _colour(brand.colour_dark)
    rule = f":root {{ --brand: {light}; }}" if light else ""
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --brand: {dark}; }} }}" if dark else ""
    return "\n".join(filter(None, (rule, night)))


def icon(brand: Brand) -> str:
    """Return the picture in the browser's tab as an address that loads nothing: a sheet with the municipality's stripe."""
    stripe = (_colour(brand.colour) or "#3d4a55").replace("#", "%23")
    return (
        "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
        "%3Cpath fill='%23fff' stroke='%237d858b' d='M2.5 1.5h11v13h-11z'/%3E"
        f"%3Cpath fill='{stripe}' d='M2 1h12v4H2z'/%3E"
        "%3Cpath stroke='%231b1f23' d='M5 8.5h6m-6 3h4'/%3E%3C/svg%3E"
    ).replace(" ", "%20")


def _colour(value: str) -> str:
    return value if re.fullmatch(r"#[0-9a-fA-F]{6}", value) else ""


def primary(language: str) -> str:
    """Return the first part of a language tag: "da" of "da-DK"."""
    return language.partition("-")[0].lower()
