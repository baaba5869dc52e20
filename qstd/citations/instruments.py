"""Instruments by kind, number and date ("BEK nr 299 af 25/03/2010"), notes of a series, and decisions of principle."""

import re
from collections.abc import Iterator
from functools import cache

from qstd import catalogue
from qstd.citations.record import Citation
from qstd.prose.words import small

_I = re.IGNORECASE
_MONTHS = "januar februar marts april maj juni juli august september oktober november december".split()
_DATE = (
    rf"(?P<day>\d{{1,2}})(?:\.\s*(?P<month>{'|'.join(_MONTHS)})\s+|[./-](?P<figure>\d{{1,2}})[./-])(?P<year>\d{{4}})"
)
_INSTRUMENT = re.compile(
    rf"""\b(?P<kind>lovbekendtgørelsen?|LBK|\w*bekendtgørelsen?|BEK|\w*vejledning(?:en)?|VEJL?|cirkulære|CIR|lov|LOV)
    (?:\s+om\s+\w+)?\s*(?:nr\.?|nummer)\s*(?P<number>\d{{1,5}})(?:/(?P<slash>(?:19|20)\d\d))?(?!\d)
    (?:\s*(?:af|fra)\s*(?:d\.\s*|den\s+)?(?:{_DATE}|(?P<only>(?:19|20)\d\d)))?""",
    re.VERBOSE | _I,
)
_SERIES = re.compile(
    r"\bvejledning\s*(?:nr\.?|nummer)\s*(?P<number>[1-9])(?!\d)\s*(?:til|om|i)\s+(?:serviceloven|lov\s+om\s+social\s+service)",
    _I,
)
_PRINCIPLE = re.compile(
    r"\bprincip(?:meddelelse|afgørelse)(?:n|r|rne)?\s+(?:nr\.?\s*)?(?P<number>(?:[A-ZÆØÅ]-)?\d{1,3}-\d{2})(?!\d)", _I
)
_KINDS = {"lov": "LOV", "lbk": "LBK", "bek": "BEK", "vej": "VEJ", "vejl": "VEJ", "cir": "CIR"}


def instruments(text: str) -> Iterator[Citation]:
    """Yield the instruments, notes of a series and decisions of principle of a text."""
    low = text.lower()
    if "nr" in low or "nummer" in low:
        yield from _numbered(text)
    if "nc" in low:  # of "princip", whose i may be written without its dot
        for found in _PRINCIPLE.finditer(text):
            yield Citation(*found.span(), "principle", number=found["number"].upper())


def _numbered(text: str) -> Iterator[Citation]:
    series = list(_SERIES.finditer(text))
    for found in series:
        act = _series(found["number"])
        yield Citation(found.start(), found.end(), "series", act, named=True, kind="VEJ", number=found["number"])
    taken = {each.start() for each in series}
    for found in _INSTRUMENT.finditer(text):
        if found.start() not in taken:
            kind = _kind(found["kind"])
            act = numbered(kind, int(found["number"]), _date(found)[:4])
            yield Citation(
                *found.span(), "instrument", act, named=True, kind=kind, number=found["number"], date=_date(found)
            )


@cache
def numbered(kind: str, number: int, year: str) -> str:
    """Return the act of a number, also where a newer one has taken its place; empty where the catalogue has none."""
    for key, act in catalogue.acts().items():
        editions = ((act.type, act.number, act.date), *((e.type, e.number, str(e.year)) for e in act.history))
        if any(known[:2] == (kind, number) and (not year or known[2].startswith(year)) for known in editions):
            return key
    return ""


def _kind(word: str) -> str:
    folded = small(word)
    if folded.startswith("lovbek"):
        return "LBK"
    if "bekendtgørelse" in folded:
        return "BEK"
    if "vejledning" in folded:
        return "VEJ"
    return "CIR" if folded == "cirkulære" else _KINDS[folded]


def _date(found: re.Match[str]) -> str:
    if not found["day"]:
        return found["slash"] or found["only"] or ""
    month = _MONTHS.index(small(found["month"])) + 1 if found["month"] else int(found["figure"])
    return f"{found['year']}-{month:02}-{int(found['day']):02}"


@cache
def _series(number: str) -> str:
    known = catalogue.acts().items()
    return next((key for key, act in known if act.popular.casefold() == f"vejledning nr. {number}"), "")
