"""S006 no_extent (warning): the standard says how much help there is, or that it cannot be fixed.

Applies to all standards of services that have such a section; not to section 99, which has no measure, nor where the help
is a thing, a sum of money or a treatment (sections 100, 101, 102, 112 and 113).
Why: "extent" must be described precisely under sections 83, 83 a and 86. A citizen cannot know what to expect from help
without a measure; where it depends on the need, that is an answer too.
Source: BEK 1575 of 27 December 2014, section 1(3), for 83, 83 a and 86 (confirmed):
https://www.retsinformation.dk/eli/lta/2014/1575. For other help: good practice.
How to mend: write how often, how much or how long; or that it is fixed after an assessment of each citizen's need.
Bad: "Hjælpen gives af hjemmeplejen." Good: "Der gøres rent hver anden uge." "Omfanget afhænger af dit behov."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, says, states, text_of
from qstd.lint.shared.profile import demand, expects, is_begun, place_of
from qstd.model.finding import Message, message
from qstd.model.standard import Standard

_MEASURE = lazy(
    r"\d|\b(?:en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|tolv|fjorten|få|flere) (?:\w+ )?"
    r"(?:gang|time|dag|uge|måned|minut|år|måltid|besøg)"
    r"|\bhver(?:t|anden|dag)?\b|daglig|ugentlig|månedlig|årlig|døgn|dagtime|hverdage|alle (?:ugens )?dage|\bhalvt? "
    r"|midlertidig|permanent|længerevarende|varig",
    re.IGNORECASE,
)
_OPEN = lazy(
    r"kan ikke (?:\w+ )?(?:fastsættes|angives|fastlægges)|individuel|konkret|afhæng|behov|tidsbegræns|tidsramme"
    r"|så længe|varier|udmål|aftale|samlet vurdering|fastsættes (?:efter|ud fra|i)",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a measure, or for words that say there is none."""
    if not is_begun(standard) or not expects(standard, "scope") or states(standard, "scope"):
        return
    if not says(standard, around, "scope"):
        yield Hit(
            place_of(standard, "scope"), message("Standarden siger ikke, hvor meget hjælp der gives."), _hint(standard)
        )
    elif standard.language == "da" and in_its_section(standard, around, "scope"):
        text = text_of(standard, around, "scope")
        if not _MEASURE.search(text) and not _OPEN.search(text):
            what = message("Omfanget er beskrevet uden et tal, en hyppighed eller en varighed.")
            yield Hit(place_of(standard, "scope"), what, _hint(standard))


def _hint(standard: Standard) -> Message:
    if demand(standard, "scope"):
        return message(
            "Skriv hvor tit, hvor meget eller hvor længe; omfanget skal være præcist beskrevet. Afhænger det af behovet, så "
            "skriv det."
        )
    return message("Skriv hvor tit, hvor meget eller hvor længe. Afhænger det af borgerens behov, så skriv det.")


RULE = Rule(
    "S006",
    "warning",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, stk. 3 (§§ 83, 83 a og 86); ellers god skik."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
    applies=Applies(without=frozenset(("sel-99", "sel-100", "sel-101", "sel-102", "sel-112", "sel-113"))),
)
