"""S008 no_operational_goals (error): the standard states operational targets, such as can be seen to be met or not.

Applies to standards whose provision demands it: sections 83, 83 a and 86 of the act on social service.
Why: the standard must state targets for whether the level that the council decided is reached; "a good quality" is none.
A target counts when it has a number, a share, a deadline, a frequency, or says how it is measured.
Source: BEK 1575 of 27 December 2014, section 1(3) (confirmed): https://www.retsinformation.dk/eli/lta/2014/1575
How to mend: write a target with its measure.
Bad: "Hjælpen skal have en god kvalitet." Good: "Mindst 85 procent af borgerne er tilfredse eller meget tilfredse."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import says, text_of
from qstd.lint.shared.profile import demand, is_begun, place_of
from qstd.model.finding import message
from qstd.model.standard import Standard

_OPERATIONAL = lazy(
    r"\d|procent|\b(?:alle|ingen|hver|hvert|mindst|højst|maksimalt|maks|senest|inden|altid|samtlige|halvdelen|flertallet)\b"
    r"|\b(?:én|to|tre|fire|fem|seks) (?:gang|dag|uge|time|måned)|\bandel|\bantal|\bmåles\b|\bmålt\b|måling|undersøg|tilfreds"
    r"|årlig|samme dag|stikprøve|tilsyn|audit",
    re.IGNORECASE,
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for targets, and for a measure in them."""
    if not is_begun(standard) or not demand(standard, "quality_goals"):
        return
    hint = message(
        "Skriv mål, som man kan se om er nået, fx »Mindst 85 procent af borgerne er tilfredse eller meget tilfredse«."
    )
    if not says(standard, around, "quality_goals"):
        what = message("Standarden har ingen operationelle mål for hjælpen. Bekendtgørelsen kræver dem.")
        yield Hit(place_of(standard, "quality_goals"), what, hint)
    elif standard.language == "da" and not _OPERATIONAL.search(text_of(standard, around, "quality_goals")):
        what = message("Målene for hjælpen kan ikke måles: De har hverken tal, andel, frist eller en måde at måle på.")
        yield Hit(place_of(standard, "quality_goals"), what, hint)


RULE = Rule(
    "S008",
    "error",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, stk. 3."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
)
