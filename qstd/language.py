"""The languages that people read: Danish is written in the code, others are gettext catalogues in `locale/`."""

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

Translate = Callable[[str], str]
LANGUAGES = ("da", "en")


@cache
def translator(language: str) -> Translate:
    """Return the function that turns a Danish sentence into `language` ("da" or "en"); unknown sentences stay Danish."""
    if language == "da":
        return str
    import gettext

    locale = Path(__file__).parent / "locale"
    return gettext.translation("qstd", localedir=locale, languages=[language], fallback=True).gettext


def fill(text: str, values: Mapping[str, object], language: str) -> str:
    """Translate a sentence with `{named}` gaps and fill them."""
    translated = translator(language)(text)
    return translated.format(**values) if values else translated
