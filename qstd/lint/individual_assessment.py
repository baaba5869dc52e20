"""R001 individual_assessment (info): the standard says that each case is assessed concretely and individually.

Applies to standards for help under serviceloven or ældreloven that is granted after an assessment. Silent where a shared
text says it, and where the standard refers to a text with what is common to all standards. The same can be said in words that
no list foresees: on blind text 6 of 8 findings were right. So it is for information.
Why: the council's level is guiding. A citizen who reads only the standard must be able to see that the own situation
decides, and not the table of hours.
Source: Ankestyrelsen on quality standards (read), and what disability organisations look for; not the words of a statute:
https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune
How to mend: write the sentence where you tell what the standard is, or where you tell who can get the help.
Bad: a standard that lists help and hours only. Good: "Der foretages altid en konkret og individuel vurdering."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.modality import assessed, plain
from qstd.lint.shared.passages import passages
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.finding import message
from qstd.model.standard import Standard

_SAID_OTHERWISE = lazy(
    r"\bkonkrete? (?:\w+ ){0,2}?(?:vurdering|skøn|afgørelse)"
    r"|\b(?:vurdering|udmåling|afgørelse|sag)\w* (?:\w+ ){0,3}?individuel"
    r"|\bindividuel\w* (?:\w+ ){0,2}?(?:vurder|skøn|udmål|afgør)"
    r"|\b(?:vurder|afgør|udmål|fastsæt|tildel|visiter)\w* (?:\w+ ){0,8}?"
    r"(?:individuel\w*|(?:i )?(?:hvert|den) enkelte? (?:tilfælde|sag))"
    r"|\bafhæng\w* af (?:\w+ ){0,3}?(?:konkrete|individuelle)\b"
    r"|\b(?:ser|kigger) (?:altid )?på (?:netop |lige )?(?:din|borgerens|ansøgerens) (?:\w+ )?situation\b",
    stems="konkret individuel enkelt situation",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the sentence in all of the text."""
    said = passages(standard, around) if standard.language == "da" else ()
    if not said or any(_says_so(plain(each.text)) for each in holding(standard, around, _SAID_OTHERWISE)):
        return
    if not leaves_to_general_text(standard, around):
        what = message("Standarden siger ikke, at der altid foretages en konkret og individuel vurdering.")
        hint = message(
            "Serviceniveauet er vejledende, og borgerens egen situation afgør sagen. Skriv fx: »Der foretages altid en "
            "konkret og individuel vurdering af dit behov for hjælp.«"
        )
        yield Hit(("sections",), what, hint)


def _says_so(said: str) -> bool:
    if not any(word in said for word in ("konkret", "individuel", "enkelt", "situation")):
        return False
    return assessed(said) or _SAID_OTHERWISE.search(said) is not None


RULE = Rule(
    "R001",
    "info",
    check,
    source=message("Kilde: Ankestyrelsen om kvalitetsstandarder."),
    url="https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune",
    applies=Applies(visited=True, without=frozenset(("sul-138", "sul-140", "sul-141"))),
)
