"""Every way to write the name of an act of the catalogue, and where a text does so."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from qstd import catalogue
from qstd.catalogue import Act

_IN_SERIES = re.compile(r"vejledning nr\.")


class Name(NamedTuple):
    """Where a text names an act, by its key."""

    start: int
    end: int
    act: str


def names(text: str) -> Iterator[Name]:
    """Yield where a text names an act. An abbreviation counts only before a § or a number."""
    for found in _pattern().finditer(text):
        act = _forms().get(" ".join(found[0].split()).casefold())
        if act:
            yield Name(found.start(), found.end(), act)


def abbreviation(text: str, at: int) -> Name | None:
    """Return the act whose abbreviation stands at a place: "§ 85 i SEL"."""
    found = _abbreviated().match(text, at)
    return Name(*found.span(), _forms()[found[0].casefold()]) if found else None


def of_act(act: Act) -> frozenset[str]:
    """Return every way to write one act, casefolded, but its abbreviations."""
    folded = (" ".join(name.split()).casefold() for name in (act.title, act.popular) if name)
    return frozenset(form for name in folded for form in (name, f"{name}s"))


@cache
def _forms() -> dict[str, str]:
    """Every form with the act's key; none that two acts share, none that is a number in a series."""
    known: dict[str, set[str]] = {}
    for act in catalogue.acts().values():
        written = {each for each in of_act(act) if not _IN_SERIES.match(each)}
        short = {each.removesuffix("en") for each in written if each.endswith("loven")}
        for name in written | short | {each.casefold() for each in act.abbreviations}:
            known.setdefault(name, set()).add(act.key)
    return {name: keys.pop() for name, keys in known.items() if len(keys) == 1}


@cache
def _abbreviations() -> str:
    known = {each for act in catalogue.acts().values() for each in act.abbreviations}
    return "|".join(re.escape(each) for each in sorted(known, key=len, reverse=True))


@cache
def _abbreviated() -> re.Pattern[str]:
    return re.compile(rf"(?:{_abbreviations()})(?!\w)")


@cache
def _pattern() -> re.Pattern[str]:
    folded = {each.casefold() for act in catalogue.acts().values() for each in act.abbreviations}
    words = sorted((each for each in _forms() if each not in folded), key=len, reverse=True)
    loose = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in words)
    return re.compile(rf"\b(?:(?i:{loose})|(?:{_abbreviations()})(?=\s*(?:§|\d)))(?!\w)")
