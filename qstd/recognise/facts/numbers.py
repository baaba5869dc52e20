"""Numbers, units and lengths of time in Danish text: what the grammars of all kinds of facts share."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from qstd.model.facts import Bound

Unit = Literal["hour", "minute", "day", "week", "month", "year"]
DayKind = Literal["calendar", "working", "unspecified"]

_WORDS = {
    word: Decimal(value)
    for value, words in {
        "0.5": "½ halv halvt halve",
        "1": "en én een et ét eet",
        "1.5": "halvanden halvandet",
        "2": "to",
        "3": "tre",
        "4": "fire",
        "5": "fem",
        "6": "seks",
        "7": "syv",
        "8": "otte",
        "9": "ni",
        "10": "ti",
        "11": "elleve",
        "12": "tolv",
        "13": "tretten",
        "14": "fjorten",
        "15": "femten",
        "16": "seksten",
        "18": "atten",
        "20": "tyve",
        "24": "fireogtyve",
        "30": "tredive",
    }.items()
    for word in words.split()
}
NUMBER = rf"(?:\d{{1,3}}(?:\.\d{{3}})+(?:,\d+)?|\d{{1,6}}(?:,\d+)?|(?:{'|'.join(_WORDS)})(?!\w))"
DASH = r"\s*(?:-|–|—|/|(?:til|eller|og)\b)\s*"
START = r"(?<![\w.,§/–-])(?<!§\s)(?<!kl\.\s)"

ORDINALS = {
    word: value
    for value, words in {
        1: "første",
        2: "anden andet",
        3: "tredje tredie",
        4: "fjerde",
        5: "femte",
        6: "sjette",
        8: "ottende",
        12: "tolvte",
    }.items()
    for word in words.split()
}

_QUANTITY = re.compile(
    rf"""{START}
    (?P<low>{NUMBER})
    (?:{DASH}(?P<high>{NUMBER}))?
    (?P<half>\s+(?:en\s+)?halvt?)?
    \s*(?P<unit>
        (?P<hour>(?:løn|pulje|klokke?|ledsager)?time(?:r|rs|s)?)
      | (?P<minute>minut(?:ter|ters|s)?|min\.)
      | (?P<working>hverdage?|arbejdsdage?|søgnedage?)
      | (?P<calendar>kalenderdage?)
      | (?P<day>dage?s?|døgn)
      | (?P<week>uger?s?)
      | (?P<month>måned(?:er|ers|s)?|mdr\.?|md\.)
      | (?P<year>års?)
    )(?![\w-])""",
    re.IGNORECASE | re.VERBOSE,
)
_UNITS: tuple[tuple[str, Unit], ...] = (
    ("hour", "hour"),
    ("minute", "minute"),
    ("working", "day"),
    ("calendar", "day"),
    ("day", "day"),
    ("week", "week"),
    ("month", "month"),
    ("year", "year"),
)
_FILLER = r"""(?:\s+(?:om|på|med|i|til|være|udgøre|udgør|koste|betale|få|modtage|bevilges|gives|ydes|tildeles|vare
    |en\s+periode\s+på|et\s+forløb\s+på|en\s+frist\s+på|de\s+første|der\s+er\s+gået|der\s+går|forløbet\s+af|udløbet\s+af|ca\.?|cirka))*"""
_BOUND_WORDS: tuple[tuple[Bound, str], ...] = (
    ("min", r"mindst|minimum|min\.|tidligst|ikke\s+mindre\s+end|ikke\s+under"),
    (
        "max",
        r"""inden(?:\s?for)?|senest|højst|højest|max(?:imalt|imum)?\.?|maks(?:imalt|imum)?\.?|op\s+til|optil|indtil
        |ikke\s+(?:over|overstige|mere\s+end|længere\s+end)""",
    ),
    ("min", r"over|mere\s+end"),
    ("approximate", r"ca\.?|cirka|omkring|gennemsnitligt?|i\s+gennemsnit|normalt|typisk"),
)
_BOUNDS: tuple[tuple[Bound, re.Pattern[str]], ...] = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words}){_FILLER}\s*\Z", re.VERBOSE | re.IGNORECASE)) for name, words in _BOUND_WORDS
)
_BOUND_BEFORE = 48


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of time in a text: from `start` to `end`, `low` units, or `low` to `high`."""

    start: int
    end: int
    low: Decimal
    high: Decimal | None
    unit: Unit
    day_kind: DayKind
    bound: Bound


def number(words: str) -> Decimal:
    """Return the value of a number as it is written: "4.113", "52,50", "fire"."""
    known = _WORDS.get(words.casefold())
    return Decimal(words.replace(".", "").replace(",", ".")) if known is None else known


def halved(low: Decimal, words: str, half: bool) -> Decimal:
    """Add a half that follows a number: "2 en halv" is two and a half, but "en halv" is a half."""
    if not half:
        return low
    return low + Decimal("0.5") if words[0].isdigit() or low != 1 else Decimal("0.5")


def bound(text: str, start: int) -> Bound:
    """Tell what the words before a number make of it: a most, a least, or about so much."""
    before = text[max(0, start - _BOUND_BEFORE) : start]
    return next((name for name, pattern in _BOUNDS if pattern.search(before)), "unspecified")


def quantities(text: str) -> Iterator[Quantity]:
    """Find the amounts of time in a text."""
    for found in _QUANTITY.finditer(text):
        low, high = number(found["low"]), number(found["high"]) if found["high"] else None
        unit, low, high = _whole(_unit(found), halved(low, found["low"], bool(found["half"])), high)
        kind: DayKind = "working" if found["working"] else "calendar" if found["calendar"] else "unspecified"
        if high is None or high > low:
            yield Quantity(found.start(), found.end(), low, high, unit, kind, bound(text, found.start()))


def _unit(found: re.Match[str]) -> Unit:
    return next(unit for name, unit in _UNITS if found[name])


def _whole(unit: Unit, low: Decimal, high: Decimal | None) -> tuple[Unit, Decimal, Decimal | None]:
    """Say half a year as six months."""
    if unit == "year" and low % 1:
        return "month", low * 12, None if high is None else high * 12
    return unit, low, high


_LETTERS: dict[str, str] = {"day": "D", "week": "W", "month": "M", "year": "Y"}


def iso(amount: Decimal, unit: str) -> str:
    """Return a length of time as ISO 8601: "P6M". Half a year is six months; empty where there is no way to write it."""
    if unit == "year" and amount % 1:
        amount, unit = amount * 12, "month"
    whole = amount.to_integral_value()
    return f"P{whole}{_LETTERS[unit]}" if unit in _LETTERS and whole == amount and whole > 0 else ""
