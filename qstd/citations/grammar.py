"""Citations in running text: what names law, whose paragraph a bare "§ 85" is, and what names an act we do not have."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from qstd import catalogue
from qstd.citations.instruments import instruments
from qstd.citations.names import Name, abbreviation, names
from qstd.citations.paragraphs import LOST, LOST_BEFORE, NO_PARAGRAPH, PARAGRAPHS, provisions
from qstd.citations.record import Citation

_I = re.IGNORECASE
MAYBE = re.compile(
    r"§|lov|paragraf|bekendtgørelse|vejledning|cirkulære|princip|\b(?:BEK|VEJ|LBK)\b|\b[A-ZÆ]{2,4}\s*\d", _I
)
"""What matches nothing of this cites nothing."""
_IN_ACT = re.compile(r"\s*+,?+\s*+(?:i|efter|af|jf\.)\s++(?:den\s++|de\s++)?", _I)
_TO_PARAGRAPH = re.compile(r"[\s,(]*(?:jf\.?\s*)?(?:kapitel\s+\d+\s*,?\s*)?", _I)
_NEAR = 60  # characters: a paragraph and its parts, before the act
_FOREIGN = re.compile(
    r"\b(?!(?:loven|lovens|denne\s+lov)\b|lovbekendtgørelse)"
    r"(?:\w+lov(?:en|ens)?|lov\s+om\s+\w+|lov\s+nr|\w*bekendtgørelse\w*|cirkulære\w*"
    r"|\w*vejledning(?:ens?\b|\s+(?:om\s+\w|nr))|[a-zæøå]+\s+lov\b)",
    _I,
)


@lru_cache(maxsize=4096)  # several rules ask of the same sentence
def citations(text: str, last: str = "") -> tuple[Citation, ...]:
    """Find what a text cites, in its order. A bare "§ 85" belongs to the act that is named last, at first to `last`."""
    if not MAYBE.search(text):
        return ()
    around = _around(text, last)
    found = list(_provisions(around))
    used = {each.name_start for each in found}
    found += _lost_signs(around, used)
    used |= {each.name_start for each in found}
    found += [
        Citation(*each[:2], "act", each.act, (), True, *each[:2]) for each in around.names if each.start not in used
    ]
    return tuple(sorted((*found, *instruments(text)), key=lambda each: (each.start, each.end)))


class _Around(NamedTuple):
    """A text, the acts that it names, where it names one that the catalogue does not have, and the act before it."""

    text: str
    names: list[Name]
    ends: list[int]
    foreign: list[int]
    last: str


def _around(text: str, last: str) -> _Around:
    known = list(names(text))
    starts = [each.start for each in known]
    foreign = []
    for each in _FOREIGN.finditer(text):
        at = bisect_left(starts, each.start() + 1) - 1
        if at < 0 or each.start() >= known[at].end:
            foreign.append(each.start())
    return _Around(text, known, [each.end for each in known], foreign, last)


def _provisions(around: _Around) -> Iterator[Citation]:
    for found in PARAGRAPHS.finditer(around.text):
        at = bisect_left(around.ends, found.start() + 1)
        if at < len(around.names) and around.names[at].start <= found.start():
            continue  # the § is part of a title
        yield _resolved(found, around)


def _resolved(found: re.Match[str], around: _Around) -> Citation:
    """Tell which act a paragraph belongs to: the one after it ("i lov om ..."), before it, or the one named last."""
    parts = tuple(provisions(found))
    start, end = found.span()
    into = _IN_ACT.match(around.text, end)
    if into:
        if name := _at(into.end(), around):
            return Citation(start, name.end, "provision", name.act, parts, True, name.start, name.end)
        if _FOREIGN.match(around.text, into.end()):
            return Citation(start, end, "provision", provisions=parts, foreign=True)
    at = bisect_left(around.ends, start + 1) - 1
    before = around.names[at] if at >= 0 else None
    strange = bisect_left(around.foreign, start) - 1
    if strange >= 0 and (before is None or around.foreign[strange] > before.start):
        return Citation(start, end, "provision", provisions=parts, foreign=True)
    if before is None:
        return Citation(start, end, "provision", around.last, parts)
    if _TO_PARAGRAPH.fullmatch(around.text, before.end, start):
        return Citation(before.start, end, "provision", before.act, parts, True, before.start, before.end)
    return Citation(start, end, "provision", before.act, parts)


def _at(place: int, around: _Around) -> Name | None:
    """Return the act that is named at a place."""
    following = around.names[bisect_left(around.ends, place) :][:1]
    return next((each for each in following if each.start == place), None) or abbreviation(around.text, place)


def _lost_signs(around: _Around, used: set[int]) -> Iterator[Citation]:
    """Find "Lov om Social Service 83, stk. 1", and "efter 83 a i lov om social service"."""
    for name in around.names:
        if name.start in used or catalogue.acts()[name.act].type not in ("LOV", "LBK"):
            continue
        if after := LOST.match(around.text, name.end):
            yield _lost(name, name.start, after.end(), after)
            continue
        at = max(0, name.start - _NEAR)
        before = LOST_BEFORE.search(around.text[at : name.start])
        if before and not NO_PARAGRAPH.search(around.text[at : at + before.start()]):
            yield _lost(name, at + before.start(), name.end, before)


def _lost(name: Name, start: int, end: int, found: re.Match[str]) -> Citation:
    parts = tuple(provisions(found))
    return Citation(start, end, "provision", name.act, parts, True, name.start, name.end, sign=False)
