"""The languages that people read: Danish is written in the code, others are gettext catalogues in `locale/`."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gettext import NullTranslations

Translate = Callable[[str], str]
LANGUAGES = ("da", "en")


@cache
def translator(language: str) -> Translate:
    """Return the function that turns a Danish sentence into `language` ("da" or "en"); unknown sentences stay Danish."""
    if language == "da":
        return str
    known = messages(language).gettext
    # To gettext the empty text means the head of its own catalogue.
    return lambda text: known(text) if text else ""


@cache
def messages(language: str) -> "NullTranslations":
    """Return the gettext catalogue of a language; an empty one where there is none."""
    import gettext

    locale = Path(__file__).parent / "locale"
    return gettext.translation("qstd", localedir=locale, languages=[language], fallback=True)


def fill(text: str, values: Mapping[str, object], language: str) -> str:
    """Translate a sentence with `{named}` gaps and fill them."""
    translated = translator(language)(text)
    return translated.format(**values) if values else translated
