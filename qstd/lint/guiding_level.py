"""R002 guiding_level (info): the standard says that its level is guiding and can be departed from.

Applies to standards for help under serviceloven or ældreloven that is granted after an assessment. Silent where a shared
text says it, where the standard refers to a text with what is common to all standards, and where it says that there is no
highest amount. The same can be said in words that no list foresees: on blind text 7 of 10 findings were right. So it is for
information.
Why: the council may decide guiding levels, and the municipality must depart from them where the need asks for it.
Source: serviceloven § 138, stk. 1, quoted by Ankestyrelsen (read): the council may; that the standard must say so is practice:
https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune
How to mend: say it once, where you tell what the standard is.
Bad: "Standarden beskriver den hjælp, du kan få." Good: "Standarden er vejledende og kan fraviges, når dit behov kræver det."
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.modality import plain
from qstd.lint.shared.passages import passages
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.wording import leaves_to_general_text
from qstd.model.finding import message
from qstd.model.standard import Standard

# "Vejledende" alone may be about talks that guide, or about prices.
_GUIDING = lazy(
    r"\b(?:\w*standard\w*|\w*niveau\w*|rammer?n?e?|folder\w*|pjece\w*|politi\w+|den|det|de)\b[^.;]{0,80}\bvejledende\b"
    r"(?! (?:\w+ ){0,1}?(?:samtale|indsats|tilbud|funktion|opgave|møde|pris|takst))"
    r"|\bvejledende\b[^.;]{0,60}\b(?:\w*standard|\w*niveau|ramme|retningslinje)"
    r"|\bfravig\w*|\bafvige\w*\b[^.;]{0,40}\b(?:\w*standard|\w*niveau)|\bretningsgivende\b|\bikke bindende\b"
    r"|\b(?:mere|mindre|anden|andet|flere)\b[^.;]{0,60}\bend (?:\w*niveauet|\w*standarden|det(?:,)? (?:der )?står)"
    r"|\bud over (?:det )?(?:\w+ ){0,2}?(?:\w*niveau|\w*standard)"
    r"|\berstatter ikke (?:\w+ ){0,4}?vurdering|\b(?:ikke (?:noget|et)|intet) loft\b",
    stems="vejledende fravig afvige retningsgivende bindende =end =ud erstatter =loft",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the sentence in all of the text."""
    said = passages(standard, around) if standard.language == "da" else ()
    if (
        said
        and not any(_GUIDING.search(plain(each.text)) for each in holding(standard, around, _GUIDING))
        and not leaves_to_general_text(standard, around)
    ):
        what = message("Standarden siger ikke, at serviceniveauet er vejledende og kan fraviges.")
        hint = message(
            "Kommunen skal fravige sin standard, når borgerens behov kræver det. Skriv fx: »Kvalitetsstandarden er "
            "vejledende, og kommunen fraviger den, når dit behov kræver det.«"
        )
        yield Hit(("sections",), what, hint)


RULE = Rule(
    "R002",
    "info",
    check,
    source=message("Kilde: serviceloven § 138, stk. 1, og Ankestyrelsen om kvalitetsstandarder."),
    url="https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune",
    applies=Applies(visited=True, without=frozenset(("sul-138", "sul-140", "sul-141"))),
)
