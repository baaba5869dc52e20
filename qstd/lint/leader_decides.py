"""T016 leader_decides (warning): the leader of a hostel decides on admission, not the municipality.

Applies to section 110: to `access` among the facts, and to sentences on who decides.
Why: people turn to a hostel themselves or are referred to it, and its leader takes them in. One who reads that the
municipality must grant the stay first goes to the wrong door at night.
Source: municipalities that render the provision (read; Helsingør).
How to mend: write that the leader decides, and tell `access: leader`.
Bad: "Kommunen visiterer til herberget". Good: "Lederen af herberget træffer afgørelse om optagelse".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import short
from qstd.model.facts import Access
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_MUNICIPALITY = lazy(
    r"\b(?:\w*kommunen?|\w*kommunes \w+|visitation(?:en|sudvalget)|visitator\w*|forvaltningen|myndighed\w*|sagsbehandleren?"
    r"|socialafdelingen)\s(?:\w+ ){0,2}(?:visiterer|bevilger|træffer (?:\w+ )?afgørelse om (?:optagelse|ophold\w*|indskrivning)"
    r"|afgør, (?:om|hvem))"
    r"|\b(?:visiteres|bevilges) af (?:\w*kommunen|visitation\w*|forvaltningen|myndighed\w*)"
    r"|\b(?:opholdet|pladsen|optagelse\w*) (?:kræver|forudsætter) (?:\w+ ){0,2}(?:visitation|bevilling)",
    re.IGNORECASE,
    stems="visiter bevilge afgør kræver forudsætter",
)
_OTHER = lazy(
    r"\b(?:lederen|leder|forstander\w*|ikke|ingen|uden|refusion|efterværn)\b|§ ?(?:85|107|108|83|101)", re.IGNORECASE
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the facts, and at the sentences that no such fact rests on."""
    told: set[str] = set()
    for index, fact in of_kind(standard, Access):
        if fact.mode == "visited":
            told.add(fact.evidence.section)
            yield Hit(("facts", index, "mode"), _what(fact.evidence.quote), _hint())
    for each in holding(standard, around, _MUNICIPALITY) if standard.language == "da" else ():
        if each.kind == "heading" or standard.sections[each.section].key in told:
            continue
        if _MUNICIPALITY.search(each.text) and not _OTHER.search(each.text):
            yield Hit(("sections", each.section, "body"), _what(each.text), _hint(), each.line)


def _what(sentence: str) -> Message:
    return message(
        "Det er lederen af tilbuddet, der optager borgeren, men her er det kommunen: »{quote}«", quote=short(sentence)
    )


def _hint() -> Message:
    return message("Skriv fx: »Lederen af tilbuddet træffer afgørelse om optagelse.«")


RULE = Rule(
    "T016",
    "warning",
    check,
    source=message("Kilde: serviceloven § 110, som kommuner gengiver den: Lederen træffer afgørelse om optagelse."),
    applies=Applies(services=frozenset(("sel-110",))),
)
