"""T004 old_price (warning): prices are those of this year.

Applies to prices whose year is told, among the facts ("year") and in the text ("2022-niveau").
Why: rates change every year. A price of an earlier year is read as today's, and the citizen gets another bill.
Source: our own proposal, from a municipality that brings its prices up to date every year.
How to mend: write this year's rate and its year, or where the rates of the year stand.
Bad: "147 kr. pr. døgn (2022-niveau)" in 2026. Good: "165 kr. pr. døgn (2026-niveau)".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import short
from qstd.model.facts import Price
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_LEVEL = lazy(
    r"\b(20[0-4]\d)[ -]?(?:niveau|pris(?:er|niveau)?|takst(?:er)?|sats(?:er)?|tal)\b"
    r"|\b(?:prisniveau|takst(?:er)?|niveau|priser|pr\.) (?:i |for |\(|fra )?(20[0-4]\d)\b"
    r"|\bkr\.?[^(\n]{0,40}\((20[0-4]\d)\)",
    re.IGNORECASE,
    stems="20",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the prices of facts, and at the text where no such fact rests on it."""
    told: set[str] = set()
    quoted: set[str] = set()
    for index, fact in of_kind(standard, Price):
        if fact.year is not None:
            told.add(fact.evidence.section)
            if fact.year < around.today.year and fact.evidence.quote not in quoted:
                quoted.add(fact.evidence.quote)
                yield Hit(("facts", index, "year"), _what(fact.evidence.quote, fact.year), _hint(around))
    if standard.language == "da":
        yield from _in_text(standard, around, told)


def _in_text(standard: Standard, around: Around, told: set[str]) -> Iterator[Hit]:
    for each in holding(standard, around, _LEVEL):
        years = [int(one) for found in _LEVEL.findall(each.text) for one in found if one]
        if years and max(years) < around.today.year and standard.sections[each.section].key not in told:
            yield Hit(("sections", each.section, "body"), _what(each.text, max(years)), _hint(around), each.line)


def _what(sentence: str, year: int) -> Message:
    return message("Prisen er fra {year}: »{quote}«", year=year, quote=short(sentence))


def _hint(around: Around) -> Message:
    return message("Skriv prisen for {year}, eller henvis til kommunens takster.", year=around.today.year)


RULE = Rule(
    "T004",
    "warning",
    check,
    source=message("Kilde: et forslag: Kommuner ajourfører priserne i deres standarder hvert år."),
)
