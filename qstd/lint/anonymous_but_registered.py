"""T013 anonymous_but_registered (warning): who may stay anonymous is not promised a plan or a fixed evaluation of the case.

Applies to section 99, where the standard lets the citizen be anonymous.
Why: a plan for one person and an evaluation every six months need a file with a name. A citizen who is promised both cannot
know which holds.
Source: practice, as municipalities tell it on their sites (read; Halsnæs, Guldborgsund, Nyborg, Odder): anonymous as long as
the citizen wishes, and no file.
How to mend: say when the plan begins, for example once the citizen wishes contact to other services; or leave one of them out.
Bad: "Brugeren har ret til at være anonym" and "evalueres hver 6. måned". Good: "Handleplan laves først, når borgeren ikke
længere ønsker at være anonym".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import short
from qstd.model.facts import Anonymity, FollowUp
from qstd.model.finding import message
from qstd.model.standard import Standard

_ANONYMOUS = lazy(r"\banonym(?:t|e|itet\w*)?\b", re.IGNORECASE, stems="anonym")
_NOT_ANONYMOUS = lazy(r"\bikke (?:\w+ ){0,3}anonym|anonymiser", re.IGNORECASE)
_PLAN = lazy(
    r"\b(?:handle|handlings|indsats|behandlings|støtte)plan\w*|\bregistrere[rs]\b|\bjournal(?:en|fører|føres)?\b",
    re.IGNORECASE,
    stems="plan registrere journal",
)
_EVALUATED = lazy(
    r"\b(?:evaluer|revurder|følge[rs] op|opfølgning)\w*[^.]{0,60}\b(?:hvert? (?:\d+\.|halve|andet|anden|tredje|fjerde|sjette"
    r"|år|måned|kvartal)|årligt|halvårligt|\w+ gange? (?:om|pr\.?) (?:året|år))",
    re.IGNORECASE,
    stems="evaluer revurder følge opfølgning",
)
_RECONCILED = lazy(
    r"\b(?:ikke|ingen|uden|hverken|aldrig)\b|anonym|§ ?(?:85|141)|sagsbehandler|jobcent|visiter|samtykke", re.IGNORECASE
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the promise of anonymity, and for what does not go with it."""
    if standard.language != "da":
        return
    promise = next((each for each in holding(standard, around, _ANONYMOUS) if _lets_be_anonymous(each)), None)
    if promise is None or any(each.mode == "none" for _, each in of_kind(standard, Anonymity)):
        return
    registers = (each for each in holding(standard, around, _PLAN, _EVALUATED) if _is_about_one(each))
    against = _fixed(standard) + [short(each.text, 60) for each in registers]
    if against:
        what = message(
            "Borgeren kan være anonym, men der loves også noget, som kræver, at borgeren er registreret: »{against}«",
            against="« · »".join(dict.fromkeys(against[:3])),
        )
        hint = message(
            "Forklar, hvordan de to ting passer sammen, fx at en handleplan først laves, når borgeren ønsker det."
        )
        yield Hit(("sections", promise.section, "body"), what, hint, promise.line)


def _lets_be_anonymous(sentence: Passage) -> bool:
    return _ANONYMOUS.search(sentence.text) is not None and not _NOT_ANONYMOUS.search(sentence.text)


def _fixed(standard: Standard) -> list[str]:
    """Return the quotes of facts that promise to look at the case at fixed times."""
    facts = (each for _, each in of_kind(standard, FollowUp))
    fixed = (each for each in facts if each.mode in ("interval", "events") and each.subject != "standard")
    return [short(each.evidence.quote, 60) for each in fixed if not _RECONCILED.search(each.evidence.quote)]


def _is_about_one(sentence: Passage) -> bool:
    text = sentence.text
    return (
        sentence.kind != "heading"
        and not _RECONCILED.search(text)
        and bool(_PLAN.search(text) or _EVALUATED.search(text))
    )


RULE = Rule(
    "T013",
    "warning",
    check,
    source=message("Kilde: praksis for støtte- og kontaktpersoner, som kommuner beskriver den på deres hjemmesider."),
    applies=Applies(services=frozenset(("sel-99",))),
)
