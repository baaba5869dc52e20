"""References that are certain enough to be made a link.

Only what can be resolved with certainty is found: an act of the catalogue followed by its paragraphs, or a bare "§ 85"
in a text that names no other act than the one that the standard rests on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from qstd import catalogue
from qstd.catalogue import Act
from qstd.citations.names import of_act

_NUMBER = r"\d+(?:\s?[a-h](?![a-zæøå]))?"
_LIST = rf"{_NUMBER}(?:(?:\s*,\s*|\s+(?:og|samt|eller|til)\s+|\s*[-–]\s*){_NUMBER})*"
_PARAGRAPH = re.compile(rf"§§?\s*({_LIST})")
_OTHER_SOURCE = re.compile(
    r"(?:\s*+,?+\s*+stk\.\s*+\d++)?(?:\s*+,?+\s*+nr\.\s*+\d++)?\s++i\s++(?:bekendtgørelse|lov|vejledning|cirkulære|\w+loven)",
    re.IGNORECASE,
)
# The first letter goes before all else: a text is gone through for it at once, and not word by word.
_ANY_ACT = re.compile(
    r"(?-i:[lLbB])(?:(?<=l)ovens?\b|(?<=b)ekendtgørelsen?s?\b|(?<=\bl)ov om\b|(?<=\bb)arnets lov\b)", re.IGNORECASE
)
_BARE_ACT = re.compile(r"lovens?\b")
_REACH = 1000  # characters before a sign in which the name of its act stands; no name has half as many


@dataclass(frozen=True, slots=True)
class Reference:
    """A stretch of text (`start` to `end`, in characters) that names paragraphs of an act; `paragraph` is the first."""

    start: int
    end: int
    act: Act
    paragraph: str


def references(text: str, own_act: str, context: str = "") -> tuple[Reference, ...]:
    """Find the references of a text. `own_act` is the key of the act that the standard rests on; `context` is the text
    around it, where that may name other acts.
    """
    named = tuple(_named(text))
    bare = tuple(_bare(text, own_act, named, context or text))
    return tuple(sorted((*named, *bare), key=lambda each: each.start))


def _named(text: str) -> Iterator[Reference]:
    """Yield what names an act and its paragraphs. The name stands right before the sign, so the pattern of all names, which
    is slow, looks at the words before a sign only, and only where the last of them can end a name.
    """
    ends, most, pattern = _ends(), _most_words(), _with_act()
    sign, after = text.find("§"), 0  # and what has been found goes so far
    while sign >= 0:
        near = max(after, sign - _REACH)
        if text[near:sign].rstrip().casefold().endswith(ends):
            words = text[near:sign].rsplit(None, most)
            found = pattern.search(text, near + len(words[0]) if len(words) > most else near)
            if found is None:
                return
            after = found.end()
            act = _names().get(" ".join(found["act"].split()).casefold())
            if act:  # a letter that only looks like another (a dotless i) is no name
                yield Reference(found.start(), after, act, _first(found["list"]))
        sign = text.find("§", max(after, sign + 1))


def _bare(text: str, own_act: str, named: tuple[Reference, ...], context: str) -> Iterator[Reference]:
    act = catalogue.acts().get(own_act)
    if act is None or not _only(context, act):
        return
    for found in _PARAGRAPH.finditer(text):
        inside = any(each.start <= found.start() < each.end for each in named)
        if not inside and not _OTHER_SOURCE.match(text, found.end()):
            yield Reference(found.start(), found.end(), act, _first(found[1]))


def _only(text: str, act: Act) -> bool:
    """Tell whether a text names no other act than `act`, so that a bare paragraph can only be one of its."""
    if any(each.act != act for each in _named(text)):
        return False
    own = tuple(of_act(act))
    starts = (_word(text, each.start()) for each in _ANY_ACT.finditer(text))
    names = (" ".join(text[start : start + 200].split()).casefold() for start in starts)
    return all(_BARE_ACT.match(name) or name.startswith(own) for name in names)


def _word(text: str, at: int) -> int:
    """Return where the word begins that a place is in."""
    while at and (text[at - 1].isalnum() or text[at - 1] == "_"):
        at -= 1
    return at


def _first(numbers: str) -> str:
    first = re.match(_NUMBER, numbers)
    return " ".join(first[0].split()) if first else numbers


@cache
def _names() -> dict[str, Act]:
    """Every way of writing an act, casefolded; without names that two acts share."""
    acts: dict[str, list[Act]] = {}
    for act in catalogue.acts().values():
        for form in of_act(act) | {each.casefold() for each in act.abbreviations}:
            acts.setdefault(form, []).append(act)
    return {form: found[0] for form, found in acts.items() if len(found) == 1}


@cache
def _ends() -> tuple[str, ...]:
    """The last words of all names."""
    return tuple({each.split()[-1] for each in _names()})


@cache
def _most_words() -> int:
    """How many words the longest name has."""
    return max(len(each.split()) for each in _names())


@cache
def _with_act() -> re.Pattern[str]:
    abbreviations = {each for act in catalogue.acts().values() for each in act.abbreviations}
    words = sorted((each for each in _names() if each.upper() not in abbreviations), key=len, reverse=True)
    loose = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in words)
    strict = "|".join(re.escape(each) for each in sorted(abbreviations, key=len, reverse=True))
    return re.compile(rf"\b(?P<act>(?i:{loose})|{strict})\s*§§?\s*(?P<list>{_LIST})")
