"""Documents as web pages; the only door to jinja2.

Blocks become HTML in `html_blocks` and its neighbours. The frame around them is a template, which a municipality can
replace file by file: `html/page.html`, and `html/standard.html`, `html/comparison.html` or `html/front.html` in it.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from qstd.language import translator
from qstd.model.document import Brand, Document
from qstd.model.theme import Theme, ThemeError
from qstd.writers.html_inlines import Medium
from qstd.writers.html_page import parts

if TYPE_CHECKING:
    from jinja2 import Environment


@dataclass(frozen=True, slots=True)
class Page:
    """The frame around a document on the site.

    `root` is the relative path to the site's root ("../../"), `assets` that to the style sheet and fonts, `home` the page
    that the name in the head leads to. `crumbs` and
    `downloads` are (label, address), `menu` is (label, address, is this page). A `standalone` page is one file that
    loads nothing. `language` is that of the words around the document.
    """

    root: str = ""
    assets: str = "assets/"
    home: str = "index.html"
    crumbs: tuple[tuple[str, str], ...] = ()
    menu: tuple[tuple[str, str, bool], ...] = ()
    downloads: tuple[tuple[str, str], ...] = ()
    standalone: bool = False
    language: str = "da"


def write(document: Document, page: Page, theme: Theme) -> bytes:
    """Write a document as one web page."""
    translate = translator(page.language)
    return render(
        theme,
        f"html/{document.kind}.html",
        document=document,
        page=page,
        parts=parts(document, Medium(translate)),
        title=" · ".join(filter(None, (document.short_title or document.title, document.author))),
        colours=colours(document.brand),
        css=without_fonts(theme.assets["html/qstd.css"].decode()).replace("</", r"<\/") if page.standalone else "",
        js=theme.assets["html/qstd.js"].decode() if page.standalone else "",
        other_language=document.language if primary(document.language) != primary(page.language) else "",
        _=translate,
    ).encode()


def render(theme: Theme, name: str, **values: object) -> str:
    """Fill one of the theme's templates. Raises ThemeError where a template is faulty."""
    from jinja2 import TemplateError

    try:
        return _environment(tuple(theme.templates.items())).get_template(name).render(values)
    except TemplateError as error:
        place = f"{getattr(error, 'name', None) or name}:{getattr(error, 'lineno', None) or 0}"
        raise ThemeError(f"templates/{place}", error.message or "") from error


@lru_cache(maxsize=8)
def _environment(sources: tuple[tuple[str, str], ...]) -> "Environment":
    """Compile templates once per theme: the sources themselves are the key, so a changed theme is another one."""
    from jinja2 import DictLoader, Environment, StrictUndefined

    return Environment(
        loader=DictLoader(dict(sources)),
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
    light, dark = (
        value if re.fullmatch(r"#[0-9a-fA-F]{6}", value) else "" for value in (brand.colour, brand.colour_dark)
    )
    rule = f":root {{ --brand: {light}; }}" if light else ""
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ --brand: {dark}; }} }}" if dark else ""
    return "\n".join(filter(None, (rule, night)))


def primary(language: str) -> str:
    """Return the first part of a language tag: "da" of "da-DK"."""
    return language.partition("-")[0].lower()
