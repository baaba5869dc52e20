"""S009 no_follow_up_on_goals (error): the standard says how its own targets are followed up, not only the single case.

Applies to standards whose provision demands it: sections 83, 83 a and 86 of the act on social service.
Why: the municipality must follow up at least once a year on whether it reaches its targets, and the standard must say
how. A new assessment of the single citizen is something else.
Source: BEK 1575 of 27 December 2014, sections 1(3) and 2 (confirmed): https://www.retsinformation.dk/eli/lta/2014/1575
How to mend: write who looks at the targets, how and when.
Bad: only "Visitator følger op på din bevilling". Good: "Udvalget får hvert år en opgørelse over, om målene er nået."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import led_to
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.profile import demand, is_begun, place_of
from qstd.model.facts import FollowUp
from qstd.model.finding import message
from qstd.model.standard import Standard

_GOAL = lazy(
    r"mål(?:et|ene|sætning\w*)?\b|kvalitetsmål|kvalitetsstandard|\bstandarden|kvaliteten|serviceniveau|resultat",
    re.IGNORECASE,
    stems="mål kvalitetsstandard standarden kvaliteten serviceniveau resultat",
)
_LOOKS = lazy(
    r"følg\w* op|fulgt op|opfølgning|evaluer|måles\b|måling|opgør|revider|undersøgelse|afrapporter|gennemgå|kontroller"
    r"|tilsyn|audit|stikprøve|monitorer|forelægges|\bgør(?:es)?\b[^.]{0,40}? op\b|gjort op\b",
    re.IGNORECASE,
)
_OF_ALL = lazy(
    r"tilfredshedsundersøgelse|brugerundersøgelse|kvalitetstilsyn|kvalitetskontrol|kommunalt tilsyn|§ 151",
    re.IGNORECASE,
    stems="tilfredshedsundersøgelse brugerundersøgelse tilsyn kvalitetskontrol 151",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for follow-up on the standard, as a fact or in words."""
    if not is_begun(standard) or not demand(standard, "quality_goals") or standard.language != "da":
        return
    stated = any(each.subject == "standard" and each.mode != "none" for _, each in of_kind(standard, FollowUp))
    if stated or any(_is_follow_up_on_goals(each) for each in led_to(standard, around, _GOAL, _OF_ALL)):
        return
    what = message("Standarden siger ikke, hvordan kommunen følger op på standardens mål. Bekendtgørelsen kræver det.")
    hint = message(
        "Skriv hvem der følger op, hvordan og mindst én gang om året, fx »Udvalget får hvert år en opgørelse over, om målene "
        "er nået«."
    )
    yield Hit(place_of(standard, "follow_up"), what, hint)


def _is_follow_up_on_goals(passage: Passage) -> bool:
    """Tell whether a sentence has both halves, of which one may stand in the words that lead in to it."""
    if passage.kind == "heading":
        return False
    whole = f"{passage.lead}: {passage.text}"
    return _OF_ALL.search(whole) is not None or (
        _GOAL.search(whole) is not None and _LOOKS.search(whole) is not None and not _is_of_one(passage.text)
    )


def _is_of_one(text: str) -> bool:
    return (
        re.search(r"\b(?:din|dit|dine|borgerens|den enkeltes|individuelle|bevillingen)\b", text, re.IGNORECASE)
        is not None
    )


RULE = Rule(
    "S009",
    "error",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, stk. 3, og § 2."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
)
