"""Documents as PDF: PDF/UA-1 and PDF/A-3a in one, the same bytes for the same input; the only door to WeasyPrint.

The page is laid out from the HTML of `html.py`, in a frame for paper (`pdf/page.html`, `pdf/print.css`). Fonts come
from the theme only. What WeasyPrint's tags leave open, `pdf_tags` puts right; `pdf_archive` makes one file keep to both
standards.
"""

import hashlib
import importlib
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from io import BytesIO
from pathlib import Path
from typing import Any

from qstd.language import translator
from qstd.model.attachment import Attachment
from qstd.model.document import Document
from qstd.model.theme import Theme
from qstd.writers.html import colours as brand_colours
from qstd.writers.html import primary, render, without_fonts
from qstd.writers.html_inlines import Medium
from qstd.writers.html_page import parts
from qstd.writers.pdf_archive import archive
from qstd.writers.pdf_characters import LOOKALIKES, REPLACEMENT, Printed, lacking, unshown
from qstd.writers.pdf_dates import day
from qstd.writers.pdf_outline import without_gaps
from qstd.writers.pdf_source import page
from qstd.writers.pdf_tags import finish

# The profile of the screen's colours, which a PDF for the archive has to name.
_COLOURS = "sRGB"


def write(document: Document, theme: Theme, source: Attachment | None = None) -> bytes:
    """Write a document as PDF, with the file it was made from inside it."""
    return printed(document, theme, source).data


def printed(document: Document, theme: Theme, source: Attachment | None = None) -> Printed:
    """Do what `write` does, and tell which characters are shown as ◊ because the fonts lack them."""
    html = html_of(document, theme)
    unknown = lacking(html, theme)
    html = html.translate({ord(each): LOOKALIKES.get(each, REPLACEMENT) for each in unknown})
    press = press_of(theme)
    written: bytes = page(press.weasyprint, html, press.fetcher).write_pdf(
        stylesheets=press.styles,
        font_config=press.fonts,
        pdf_variant="pdf/a-3a",
        output_intent=_COLOURS,
        color_profiles={_COLOURS: press.colours},
        # Without it a list starts at 1 whatever its `start` says.
        presentational_hints=True,
        attachments=[_attached(each, document, press.weasyprint) for each in (source,) if each],
        pdf_identifier=hashlib.sha256(html.encode()).digest()[:16],
        finisher=_finish,
    )
    return Printed(written, unshown(unknown))


def _finish(pages: Any, pdf: Any) -> None:
    finish(pages, pdf)
    archive(pdf)


def _attached(source: Attachment, document: Document, weasyprint: Any) -> Any:
    return weasyprint.Attachment(
        string=source.data,
        name=source.name,
        description=source.description,
        relationship="Source",
        created=day(document.date),
        modified=day(document.date),
    )


@lru_cache(maxsize=1)
def missing_library() -> str:
    """Return why WeasyPrint does not run on this machine: what its system said of a library. Empty where it runs."""
    try:
        with _no_fonts_of_the_machine():
            importlib.import_module("weasyprint")
    except (OSError, ImportError) as error:
        return str(error).strip().partition("\n")[0]
    return ""


def missing_characters(document: Document, theme: Theme) -> tuple[str, ...]:
    """Return the characters of a document that the PDF shows as ◊, since the theme's fonts lack them."""
    return unshown(lacking(html_of(document, theme), theme))


def html_of(document: Document, theme: Theme) -> str:
    """Return the page that a PDF is laid out from."""
    translate = translator(document.around or primary(document.language))
    document = replace(document, blocks=without_gaps(document.blocks))
    return render(
        theme,
        "pdf/page.html",
        document=document,
        parts=parts(document, Medium(translate, paper=True)),
        colours=brand_colours(document.brand),
        _=translate,
    )


# ---------- Fonts ----------


@dataclass(frozen=True, slots=True)
class Press:
    """What every PDF of a theme shares; fonts and style sheets are read once."""

    weasyprint: Any
    fetcher: Any
    fonts: Any
    styles: list[Any]
    colours: Any


def press_of(theme: Theme) -> Press:
    """Return what every PDF of a theme shares."""
    return _press(tuple(theme.assets.items()))


@lru_cache(maxsize=4)
def _press(assets: tuple[tuple[str, bytes], ...]) -> Press:
    with _no_fonts_of_the_machine():
        import weasyprint

        # It notes each rule for screens that it does not know; nobody can act on that, and it is not for a terminal.
        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        from weasyprint.css import ColorProfile
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
    colours = _profile(ColorProfile)
    files = dict(assets)
    fetcher = _fetcher(weasyprint, files)
    sheets = (without_fonts(files["html/qstd.css"].decode()), files["pdf/print.css"].decode())
    styles = [
        weasyprint.CSS(string=sheet, font_config=fonts, url_fetcher=fetcher, media_type="print") for sheet in sheets
    ]
    return Press(weasyprint, fetcher, fonts, styles, colours)


def _profile(base: Any) -> Any:
    """Return WeasyPrint's own profile of the screen's colours. By its own way it would open the file for each PDF, leave it
    open, and write it anew, which gives other bytes the second time.
    """
    data = (resources.files("weasyprint.pdf") / "sRGB2014.icc").read_bytes()

    class Profile(base):  # type: ignore[misc]  # the library is typed only once it is imported
        content = data

    return Profile(BytesIO(data), "", "relative-colorimetric", ("r", "g", "b"))


@contextmanager
def _no_fonts_of_the_machine() -> Iterator[None]:
    """Fontconfig reads its settings when a configuration is made; the environment is the only way to give it others."""
    before = os.environ.get("FONTCONFIG_FILE")
    os.environ["FONTCONFIG_FILE"] = str(Path(__file__).with_name("pdf_fonts.conf"))
    try:
        with warnings.catch_warnings():
            # WeasyPrint warns that there are no fonts: there should be none.
            warnings.simplefilter("ignore")
            yield
    finally:
        if before is None:
            del os.environ["FONTCONFIG_FILE"]
        else:
            os.environ["FONTCONFIG_FILE"] = before


def _fetcher(weasyprint: Any, files: dict[str, bytes]) -> Any:
    """Return a fetcher that knows the theme's files and nothing else: a PDF never reaches for disk or net."""

    class Theirs(weasyprint.urls.URLFetcher):  # type: ignore[misc]  # the library is typed only once it is imported
        def fetch(self, url: str, headers: object = None) -> Any:
            scheme, _, path = url.partition(":")
            if scheme != "theme" or path not in files:
                raise ValueError(f"Not a file of the theme: {url}")
            return weasyprint.urls.URLFetcherResponse(url, files[path])

    return Theirs()
