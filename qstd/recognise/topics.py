"""What a heading is about: the catalogue's headings, with a slot for the name of the service, against spelling and habit.

A heading is compared in its normal form: small letters, no number, no sign at its end, the usual misspellings mended.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from qstd import catalogue
from qstd.compare.matching import ratio
from qstd.model.draft import Confidence
from qstd.recognise import numbers, place
from qstd.recognise.profiles import by_text, leanings, scores, stems

_SPELLINGS = (
    (re.compile(r"forpligtig(?=else)"), "forplig"),
    (re.compile(r"forpligt(?=else)"), "forplig"),
    (re.compile(r"udførsel"), "udførelse"),
    (re.compile(r"kvalitetstandard"), "kvalitetsstandard"),
    (re.compile(r"\bindenfor\b"), "inden for"),
    (re.compile(r"\bvedr\b\.?|\bvedrørende\b"), "om"),
)
# Words that stand for the service or for the citizen: which of them a municipality uses says nothing about the topic.
_GENERIC = re.compile(
    r"\b(?:ydelse|indsats|hjælp|tilbud|støtte|ordning|træning|behandling|ophold|foranstaltning|bevilling|service|"
    r"genoptræning|kontaktperson|ledsagelse|ledsageordning|aflastning|hjælpemid(?:del|ler))(?:n|en|et|erne|ne|er|t)?(s?)\b"
)
_PERSON = re.compile(r"\b(?:jeg|du|man|borgeren|borger|borgere|borgerne|brugeren|brugerne|vi|mig|dig)\b")
_HIS = re.compile(r"\b(?:mit|min|mine|dit|din|dine|borgerens|borgernes|brugerens)\b")
_OWN_WORDS = re.compile(r"\b(?!(?:ydelsens?|du|din|og|eller|efter|til|for|om|med|i)\b)[^\W\d_]")
_SERVICE = re.compile(r"\b(?:(?:med|af|for|i|til|på|om|efter) )?(?:ydelsens?|det)\b")
_SLOT = re.compile(r"\{(service|municipality)\}")
_TRAILING = re.compile(r"[\s?:.;!,–—-]+\Z")
_TAIL = re.compile(r"\s*(?:\([^()]*\)|\b(?:jf|jfr|efter|i henhold til)\b\.?.*§.*)\Z")
_TWO = re.compile(r"\s+(?:og|samt)\s+|\s*[/,&]\s*")
_NOT = re.compile(r"\bikke\b")
_LONGEST = 160
_ALIKE = 0.84
_SPELT = 0.92
_CLEARLY = 2
_LEAST = 1
_LOUDLY = 7


class Match(NamedTuple):
    """A topic, empty where none is known, how sure it is, and a second one that the heading names too."""

    topic: str
    confidence: Confidence
    second: str = ""


NONE = Match("", 0)


def normal(heading: str) -> str:
    """Return a heading as it is compared and as the list of confirmed headings has it."""
    text = " ".join(numbers.split(heading).text.split()).casefold()
    for pattern, right in _SPELLINGS:
        text = pattern.sub(right, text)
    return _TRAILING.sub("", text)


def match(heading: str, lexicon: Mapping[str, str] | None = None) -> Match:
    """Find the topic of a heading by the heading alone. What a person confirmed comes first."""
    if lexicon:
        topic = lexicon.get(normal(heading)) or lexicon.get(_TRAILING.sub("", heading.strip().casefold()))
        if topic:
            return Match(topic, 4)
    return _match(heading) if len(heading) <= _LONGEST else NONE


def decide(heading: str, text: str, lexicon: Mapping[str, str] | None = None) -> Match:
    """Find the topic of a section by its heading, and by its text as far as the heading leaves it open."""
    by_heading = match(heading, lexicon)
    if by_heading.confidence >= 3 or not text:
        return by_heading
    points = scores(text)
    named = stems(normal(heading))
    if _NOT.search(normal(heading)):  # "ikke" turns a heading round, and its text speaks of what is not so
        return by_heading if by_heading.topic else _by_both(normal(heading), text, points)
    if by_heading.topic:
        best = max(named, key=lambda topic: (points.get(topic, 0), -named.index(topic)), default="")
        clear = named and points.get(best, 0) >= points.get(by_heading.topic, 0) + _CLEARLY
        if not clear and not points.get(by_heading.topic):
            best, clear = by_text(text), points.get(by_text(text), 0) >= _LOUDLY
        return Match(best, 2, by_heading.topic) if clear else by_heading
    return _by_both(normal(heading), text, points)


def _by_both(heading: str, text: str, points: Mapping[str, int]) -> Match:
    """Find the topic that a heading may be about and that its text is about, else the one of the text alone."""
    weak = leanings(heading)
    told = max(weak, key=lambda topic: points.get(topic, 0), default="")
    best = by_text(text)
    if told and points.get(told, 0) >= max(_LEAST, points.get(best, 0) - _CLEARLY):
        return Match(told, 2, weak[0] if weak[0] != told else "")
    return Match(best, 1) if best and not place.is_service(heading) else NONE


@lru_cache(maxsize=4096)
def _match(heading: str) -> Match:
    text = normal(heading)
    if not text:
        return NONE
    known = _known(text) or _known(_TAIL.sub("", text)) or _two(text) or _like(text, _SPELT)
    return known or _named(text) or _like(text, _ALIKE) or NONE


def _known(text: str) -> Match | None:
    """Find a heading that is one of the catalogue, word for word or but for the service's name."""
    lists = _lists()
    text = _TRAILING.sub("", text)
    if topic := lists.exact.get(text):
        return Match(topic, 4)
    if topic := lists.generic.get(_generic(text) or "-") or lists.bare.get(_bare(text) or "-"):
        return Match(topic, 3)
    for pattern, topic in lists.slotted:
        if pattern.fullmatch(text):
            return Match(topic, 3)
    return None


def _two(text: str) -> Match | None:
    """Find the topic of a heading that names two: the first, and the second beside it."""
    parts = _TWO.split(text)
    found = [each for each in (_known(part) for part in parts) if each]
    if len(parts) < 2 or not found or len(found) < min(len(parts), 2):
        return None
    others = [each.topic for each in found if each.topic != found[0].topic]
    return Match(found[0].topic, 2, others[0]) if others else Match(found[0].topic, 3)


def _like(text: str, least: float) -> Match | None:
    """Find the heading of the catalogue that has most characters in common with this one."""
    own = _generic(text)
    if not own:
        return None
    best, topic = 0.0, ""
    negated = bool(_NOT.search(own))
    for known, key in (_lists().negated if negated else _lists().positive).items():  # "ikke" turns a heading round
        cutoff = max(best, least)
        if 2 * min(len(own), len(known)) < cutoff * (len(own) + len(known)):
            continue  # too short or too long to be that much alike
        share = ratio(own, known, cutoff)
        if share > best:
            best, topic = share, key
    if not topic:
        return None
    return Match(topic, 3 if best >= _SPELT else 2)


def _named(text: str) -> Match | None:
    """Find the topic whose own words stand in the heading, where only one topic's do."""
    parts = [text] if _NOT.search(text) else _TWO.split(text)
    found = list(dict.fromkeys(topic for part in parts for topic in stems(part)[:1])) or stems(text)
    return Match(found[0], 2, found[1] if len(found) > 1 else "") if found else None


def _generic(text: str) -> str:
    """Return a heading without the names of service and citizen; nothing where it has no other words."""
    text = _HIS.sub("din", _PERSON.sub("du", _GENERIC.sub(r"ydelsen\1", text)))
    return text if _OWN_WORDS.search(text) else ""


def _bare(text: str) -> str:
    """Return a heading without the words for the service altogether: "ydelsens omfang" -> "omfang"."""
    return " ".join(_SERVICE.sub(" ", _generic(text)).split())


@dataclass(frozen=True, slots=True)
class _Lists:
    exact: Mapping[str, str]
    generic: Mapping[str, str]
    bare: Mapping[str, str]
    positive: Mapping[str, str]
    negated: Mapping[str, str]
    slotted: tuple[tuple[re.Pattern[str], str], ...]


@cache
def _lists() -> _Lists:
    exact: dict[str, str] = {}
    generic: dict[str, str] = {}
    bare: dict[str, str] = {}
    slotted: list[tuple[re.Pattern[str], str]] = []
    for topic in catalogue.topics().values():
        for heading in (topic.label["da"], *topic.headings):
            text = normal(heading)
            if _SLOT.search(heading):
                slotted.append((_slotted(text), topic.key))
            else:
                exact.setdefault(text, topic.key)
                for names, name in ((generic, _generic(text)), (bare, _bare(text))):
                    if name:
                        names.setdefault(name, topic.key)
    positive = {text: key for text, key in generic.items() if not _NOT.search(text)}
    negated = {text: key for text, key in generic.items() if _NOT.search(text)}
    return _Lists(exact, generic, bare, positive, negated, tuple(slotted))


def _slotted(text: str) -> re.Pattern[str]:
    parts = re.split(r"\{service\}|\{municipality\}", text)
    slots = [r"[\wæøåé -]+ kommune" if each == "municipality" else r"[^?:.]{2,80}?" for each in _SLOT.findall(text)]
    pattern = re.escape(parts[0])
    for slot, part in zip(slots, parts[1:], strict=True):
        pattern += slot + re.escape(part)
    return re.compile(pattern)
