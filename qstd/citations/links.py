"""References that are certain enough to be made a link.

Only what can be resolved with certainty is found: an act of the catalogue followed by its paragraphs, or a bare "§ 85"
in a text that names no other act than the one that the standard rests on.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from qstd import catalogue
from qstd.catalogue import Act
from qstd.citations.names import of_act

_NUMBER = r"\d+(?:\s?[a-h](?![a-zæøå]))?"
_LIST = rf"{_NUMBER}(?:(?:\s*,\s*|\s+(?:og|samt|eller|til)\s+|\s*[-–]\s*){_NUMBER})*"
_WORD = re.compile(r"\W*+(\w++)")
_AFTER_SIGN = re.compile(rf"§?\s*(?P<list>{_LIST})")
_PARAGRAPH = re.compile(rf"§§?\s*({_LIST})")
_OTHER_SOURCE = re.compile(
    r"(?:\s*+,?+\s*+stk\.\s*+\d++)?(?:\s*+,?+\s*+nr\.\s*+\d++)?\s++i\s++(?:bekendtgørelse|lov|vejledning|cirkulære|\w+loven)",
    re.IGNORECASE,
)
_ANY_ACT = re.compile(r"\b\w*(?:loven|lovens|bekendtgørelsen?s?)\b|\blov om\b|\bbarnets lov\b", re.IGNORECASE)


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
    named = _named(text)
    bare = tuple(_bare(text, own_act, named, context or text))
    return tuple(sorted((*named, *bare), key=lambda each: each.start))


def _named(text: str) -> tuple[Reference, ...]:
    """Find what names an act and its paragraphs. Names of acts are looked for before each paragraph sign and not in the
    whole text: there are hundreds of them.
    """
    found: list[Reference] = []
    end, at = 0, text.find("§")
    while at >= 0:
        name = _name_before(text, at, found[-1] if found else None)
        paragraphs = _AFTER_SIGN.match(text, at + 1) if name else None
        if name and paragraphs:
            while found and found[-1].start >= name.start():  # a name with a paragraph in it, which is none by itself
                found.pop()
            end = paragraphs.end()
            act = _names().get(" ".join(name["act"].split()).casefold())
            if act:  # a letter that only looks like another (a dotless i) is no name
                found.append(Reference(name.start(), end, act, _first(paragraphs["list"])))
        at = text.find("§", max(end, at + 1))
    return tuple(found)


def _name_before(text: str, at: int, last: Reference | None) -> re.Match[str] | None:
    """Find the name of an act right before a paragraph sign; it may hold the reference before it, and not part of that."""
    start = max(0, at - _longest_name())
    pattern = _ending_with(_last_word(text[start:at]))
    found = pattern.search(text, start, at + 1) if pattern else None
    if pattern and found and last and last.start < found.start() < last.end:
        return pattern.search(text, last.end, at + 1)
    return found


def _bare(text: str, own_act: str, named: tuple[Reference, ...], context: str) -> Iterator[Reference]:
    act = catalogue.acts().get(own_act)
    if act is None or "§" not in text or not _only(context, own_act):
        return
    for found in _PARAGRAPH.finditer(text):
        inside = any(each.start <= found.start() < each.end for each in named)
        if not inside and not _OTHER_SOURCE.match(text, found.end()):
            yield Reference(found.start(), found.end(), act, _first(found[1]))


@lru_cache(maxsize=16)  # the sentences of a section are asked about one after the other
def _only(text: str, own_act: str) -> bool:
    """Tell whether a text names no other act than one, so that a bare paragraph can only be one of its."""
    act = catalogue.acts()[own_act]
    if any(each.act != act for each in _named(text)):
        return False
    own = tuple(of_act(act))
    names = (" ".join(text[each.start() : each.start() + 200].split()).casefold() for each in _ANY_ACT.finditer(text))
    return all(re.match(r"lovens?\b", name) or name.startswith(own) for name in names)


def _first(numbers: str) -> str:
    first = re.match(_NUMBER, numbers)
    return " ".join(first[0].split()) if first else numbers


def _last_word(text: str) -> str:
    """Return the last word of a text, casefolded. Backwards, since a pattern that looks for the end tries every start."""
    found = _WORD.match(text[::-1])
    return found[1][::-1].casefold() if found else ""


@cache
def _names() -> dict[str, Act]:
    """Every way of writing an act, casefolded; without names that two acts share."""
    acts: dict[str, list[Act]] = {}
    for act in catalogue.acts().values():
        for form in of_act(act) | {each.casefold() for each in act.abbreviations}:
            acts.setdefault(form, []).append(act)
    return {form: found[0] for form, found in acts.items() if len(found) == 1}


@lru_cache(maxsize=1024)
def _ending_with(word: str) -> re.Pattern[str] | None:
    """Return what finds, at the end of a stretch of text, a name whose last word is this one and a paragraph sign."""
    abbreviations = {each for act in catalogue.acts().values() for each in act.abbreviations}
    own = [each for each in _names() if _last_word(each) == word]
    words = sorted((each for each in own if each.upper() not in abbreviations), key=len, reverse=True)
    loose = "|".join(re.escape(each).replace(r"\ ", r"\s+") for each in words)
    strict = "|".join(sorted(map(re.escape, (each for each in abbreviations if each.casefold() in own))))
    names = "|".join(filter(None, (f"(?i:{loose})" if loose else "", strict)))
    return re.compile(rf"\b(?P<act>{names})\s*§\Z") if names else None


@cache
def _longest_name() -> int:
    """Return how many characters before a paragraph sign may belong to the name of an act, with some spaces to spare."""
    return 2 * max(map(len, _names()))
