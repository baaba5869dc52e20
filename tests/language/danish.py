"""Telling Danish words from English ones, and the words that a person meets on a page."""

import html
import re

# Letters and quotation marks that English does not have, and short words that hardly any Danish sentence lacks.
_SIGNS = re.compile(
    r"[æøåÆØÅ»«]|\b(?:af|afsnit|alle|den|der|det|dig|ej|eller|er|et|fejl|findes|fra|gratis|har|hvad|hvem|hver|hvert|"
    r"ikke|ingen|intet|kan|kommunen|kommuner|kun|loven|lovens|mangler|med|og|om|pris|skal|skriv|som|standarder|tekst|til|ved|"
    r"vis)\b|\b(?:pr|stk)\. ?",
    re.IGNORECASE,
)
# Names that are Danish in every language: an act's own title, and its abbreviation.
_NAMES = re.compile(r"Lov om social service|ÆL")
_WRITTEN = re.compile(r'(?:aria-label|title|alt|abbr|data-column|data-copied|data-page|data-of|content)="([^"]*)"')
_UNSEEN = re.compile(r"<(style|script)\b.*?</\1>|<meta name=.viewport[^>]*>", re.DOTALL)


def danish(text: str) -> list[str]:
    """Return the lines of a text that look Danish."""
    return [line for line in text.splitlines() if _SIGNS.search(_NAMES.sub("", line))]


def words(page: str) -> str:
    """Return what a person reads, hears or sees on hovering of a page of HTML."""
    page = _UNSEEN.sub("", page)
    return html.unescape("\n".join([*_WRITTEN.findall(page), re.sub(r"<[^>]*>", "\n", page)]))
