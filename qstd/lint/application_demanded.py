"""T014 application_demanded (warning): help that is given without assessment asks for no application.

Applies to help without assessment: section 99 always, and others whose standard says so, such as section 104.
Why: whoever reads that help must be applied for and granted does not come, and the ones it is meant for least of all.
Source: practice for section 99, as municipalities tell it on their sites (read; Halsnæs, Nyborg): never prior assessment.
How to mend: write how one makes contact. Where some of the help is granted after assessment, say which, and tell `access: mixed`.
Bad: "Borgeren skal søge om ordningen hos visitationen". Good: "Der skal ikke søges. Ring eller kom forbi".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule, access_of, service_of
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import short
from qstd.model.facts import Access
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_DEMANDS = lazy(
    r"\b(?:du|man|jeg|borgeren|brugeren) skal (?:selv )?(?:an)?søge\b|\bskal ansøges om\b|\bder skal (?:an)?søges\b"
    r"|\b(?:kræver|forudsætter|betinget af|sker efter|gives efter|ydes efter|tildeles efter)\s(?:\w+ ){0,3}"
    r"(?:bevilling|visitation\w*|ansøgning|afgørelse)\b"
    r"|\bbevilges (?:af|efter|på)\b|\bvisitere[rs] (?:til|borger\w*)"
    r"|\bvisitation(?:en|sudvalget) (?:træffer|afgør|bevilger|vurderer)"
    r"|\bansøgning(?:en|er)? (?:skal )?(?:sendes|indsendes|afleveres|behandles)\b"
    r"|\btræffer (?:\w+ )?afgørelse om (?:bevilling|hjælpen|støtten|ordningen|ydelsen)",
    re.IGNORECASE,
    stems="søge bevilling bevilges visiter visitation ansøgning afgørelse",
)
_OTHER = lazy(
    r"\b(?:ikke|ingen|uden|intet|hverken|aldrig|uvisiteret)\b|§|andre ydelser|anden hjælp|klag", re.IGNORECASE
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at `access` among the facts, and for sentences that demand an application or a grant."""
    known = service_of(standard)
    always = known is not None and known.access == "unvisited"
    told: set[str] = set()
    for index, fact in of_kind(standard, Access):
        if always and fact.mode in ("visited", "referred"):
            told.add(fact.evidence.section)
            yield Hit(("facts", index, "mode"), _what(fact.evidence.quote), _hint())
    open_to_all = access_of(standard) == "unvisited" or (always and access_of(standard) != "mixed")
    if standard.language == "da" and open_to_all:
        yield from _in_text(standard, around, told)


def _in_text(standard: Standard, around: Around, told: set[str]) -> Iterator[Hit]:
    for each in holding(standard, around, _DEMANDS):
        if standard.sections[each.section].key in told:
            continue
        if each.kind != "heading" and _DEMANDS.search(each.text) and not _OTHER.search(each.text):
            yield Hit(("sections", each.section, "body"), _what(each.text), _hint(), each.line)


def _what(sentence: str) -> Message:
    return message(
        "Hjælpen gives uden visitation, men her kræves en ansøgning eller en bevilling: »{quote}«",
        quote=short(sentence),
    )


def _hint() -> Message:
    return message("Skriv, hvordan man får kontakt. Er noget af hjælpen visiteret, så skriv hvad.")


RULE = Rule(
    "T014",
    "warning",
    check,
    source=message("Kilde: praksis: Støtte- og kontaktpersoner gives altid uden forudgående visitation."),
)
