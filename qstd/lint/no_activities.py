"""S005 no_activities (warning): the standard says what the help consists of, as a list or in at least 20 words.

Applies to all standards in which anything is written. Those in English are asked for the section only. "Pleje, måltider
og samvær" is a list too.
Why: "content" is the first thing that a standard must describe precisely under sections 83, 83 a and 86. Under other
sections it is what citizens look for first.
Source: BEK 1575 of 27 December 2014, section 1(3), for 83, 83 a and 86 (confirmed):
https://www.retsinformation.dk/eli/lta/2014/1575. For other help: 34 of 60 standards that were looked at.
How to mend: list what citizens can get help with.
Bad: "Hjælp i hjemmet." Good: a list: "- bad og hårvask", "- af- og påklædning".
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import passages_of, sections_of_topic
from qstd.lint.shared.profile import demand, is_begun, place_of
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_FEW = 20
_ENUMERATION = lazy(r"\w, [^.]{1,80} (?:og|eller|samt) \w")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a list or enough words about the content of the help."""
    if not is_begun(standard) or _is_full(_own(standard, around)):
        return
    found = _content(standard, around)
    if not found:
        what = message("Standarden siger ikke, hvad hjælpen består af.")
        yield Hit(place_of(standard, "activities"), what, _hint(standard))
    elif not _is_full(found) and standard.language == "da":
        what = message("Det, hjælpen består af, er kun beskrevet med {count} ord.", count=_count(found))
        yield Hit(place_of(standard, "activities"), what, _hint(standard))


def _own(standard: Standard, around: Around) -> list[Passage]:
    indexes = sections_of_topic(standard, "activities")
    return [each for index in indexes for each in of_section(standard, index, around) if each.kind != "heading"]


def _is_full(found: list[Passage]) -> bool:
    return any(_is_list(each) for each in found) or _count(found) >= _FEW


def _count(found: list[Passage]) -> int:
    return sum(len(each.text.split()) for each in found)


def _content(standard: Standard, around: Around) -> list[Passage]:
    """Return the sentences on content; where the help is money, how it is worked out says what it is."""
    found = passages_of(standard, around, "activities") or passages_of(standard, around, "assessment")
    return [each for each in found if each.kind != "heading"]


def _is_list(passage: Passage) -> bool:
    return passage.kind != "paragraph" or _ENUMERATION.search(passage.text) is not None


def _hint(standard: Standard) -> Message:
    if demand(standard, "activities"):
        return message("Skriv som en liste, hvad borgeren kan få hjælp til. Indholdet skal være præcist beskrevet.")
    return message("Skriv som en liste, hvad borgeren kan få hjælp til.")


RULE = Rule(
    "S005",
    "warning",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, stk. 3 (§§ 83, 83 a og 86); ellers god skik."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
)
