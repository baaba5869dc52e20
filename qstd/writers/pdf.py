"""Documents as PDF: tagged, PDF/UA-1, the same bytes for the same input; the only door to WeasyPrint.

The page is laid out from the HTML of `html.py`, in a frame for paper (`pdf/page.html`, `pdf/print.css`). Fonts come
from the theme only. What WeasyPrint's tags leave open, `pdf_tags` puts right.
"""

import hashlib
import logging
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any
from unicodedata import category

from qstd.language import translator
from qstd.model.document import Document
from qstd.model.theme import Theme
from qstd.writers.html import colours, primary, render, without_fonts
from qstd.writers.html_inlines import Medium
from qstd.writers.html_page import parts
from qstd.writers.pdf_tags import finish

# A sign that something stands here that cannot be shown. A box without a character behind it is not allowed in PDF/UA.
_REPLACEMENT = "◊"
# Characters that the fonts lack and that look like one they have: hyphens, spaces, bullets of Word and of lists.
_LOOKALIKES = dict(zip("\u2010\u2011\u202f\u2007\u2009\uf0b7\uf0a7●▪◦", "--\u00a0\u00a0 •••••", strict=True))
# White space, controls, and characters without a shape of their own: nobody misses them.
_UNSEEN = ("Zs", "Zl", "Zp", "Cc", "Cf", "Mn")


def write(document: Document, theme: Theme) -> bytes:
    """Write a document as PDF. Characters that the fonts lack are shown as ◊: see `missing_characters`."""
    source = _source(document, theme)
    unknown = {ord(each): _LOOKALIKES.get(each, _REPLACEMENT) for each in _lacking(source, theme)}
    source = source.translate(unknown)
    press = _press(tuple(theme.assets.items()))
    laid_out = press.weasyprint.HTML(string=source, url_fetcher=press.fetcher, media_type="print")
    written: bytes = laid_out.write_pdf(
        stylesheets=press.styles,
        font_config=press.fonts,
        pdf_variant="pdf/ua-1",
        # Without it a list starts at 1 whatever its `start` says.
        presentational_hints=True,
        pdf_identifier=hashlib.sha256(source.encode()).digest()[:16],
        finisher=finish,
    )
    return written


def missing_characters(document: Document, theme: Theme) -> tuple[str, ...]:
    """Return the characters of a document that the PDF shows as ◊, since the theme's fonts lack them."""
    return tuple(sorted(_lacking(_source(document, theme), theme) - set(_LOOKALIKES)))


def _source(document: Document, theme: Theme) -> str:
    translate = translator(document.around or primary(document.language))
    return render(
        theme,
        "pdf/page.html",
        document=document,
        parts=parts(document, Medium(translate, paper=True)),
        colours=colours(document.brand),
        _=translate,
    )


# ---------- Fonts ----------


def _lacking(text: str, theme: Theme) -> set[str]:
    fonts = tuple(data for path, data in theme.assets.items() if path.startswith("fonts/") and path.endswith(".ttf"))
    return {each for each in set(text) - _characters(fonts) if each in _LOOKALIKES or category(each) not in _UNSEEN}


@lru_cache(maxsize=4)
def _characters(fonts: tuple[bytes, ...]) -> frozenset[str]:
    """Return the characters that every one of these fonts has."""
    from io import BytesIO

    from fontTools.ttLib import TTFont

    sets = [frozenset(map(chr, TTFont(BytesIO(font), lazy=True).getBestCmap())) for font in fonts]
    return frozenset.intersection(*sets) if sets else frozenset()


@dataclass(frozen=True, slots=True)
class _Press:
    """What every PDF of a theme shares; fonts and style sheets are read once."""

    weasyprint: Any
    fetcher: Any
    fonts: Any
    styles: list[Any]


@lru_cache(maxsize=4)
def _press(assets: tuple[tuple[str, bytes], ...]) -> _Press:
    with _no_fonts_of_the_machine():
        import weasyprint

        # It notes each rule for screens that it does not know; nobody can act on that, and it is not for a terminal.
        logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
        from weasyprint.text.fonts import FontConfiguration

        fonts = FontConfiguration()
    files = dict(assets)
    fetcher = _fetcher(weasyprint, files)
    sheets = (without_fonts(files["html/qstd.css"].decode()), files["pdf/print.css"].decode())
    styles = [
        weasyprint.CSS(string=sheet, font_config=fonts, url_fetcher=fetcher, media_type="print") for sheet in sheets
    ]
    return _Press(weasyprint, fetcher, fonts, styles)


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
