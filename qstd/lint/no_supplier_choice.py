"""T012 no_supplier_choice (warning): the standard says whether the citizen can choose who gives the help.

Applies to help in the home (§ 83) and to aids (§ 112). What a standard for treatment (§ 101) must say of it is a rule of
its own.
Why: the citizen must be able to choose between at least two suppliers of help under section 83. A choice that nobody tells
of is not made.
Source: serviceloven § 91, read in its text (https://danskelove.dk/serviceloven/91); that the standard itself tells it, and
that those on aids do, is our proposal.
How to mend: write how one chooses and where the suppliers are listed, or that there is no choice.
Bad: a standard for cleaning without a word on suppliers. Good: "Du kan vælge mellem de leverandører, som
kommunen har godkendt".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import says, section_of_topic
from qstd.model.finding import message
from qstd.model.standard import Standard

_MORE = lazy(
    r"fritvalg|frit valg|\bvælge\b[^.]{0,60}(?:leverandør|firma|hvem)|(?:privat|godkendt)\w* (?:leverandør|firma)|selv udpege"
    r"|(?:skifte|valg af) (?:leverandør|udfører)|(?:leverandør|firma)\w*,? (?:som |der )?\w+ (?:selv )?(?:har valgt|vælger)\b",
    re.IGNORECASE,
    stems="frit =vælge leverandør firma udfører udpege",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for words on the choice of supplier."""
    if standard.language != "da" or says(standard, around, "supplier_choice"):
        return
    if any(_MORE.search(each.text) for each in holding(standard, around, _MORE)):
        return
    found = (section_of_topic(standard, topic) for topic in ("supplier_choice", "supplier", "delivery"))
    index = next((each for each in found if each is not None), None)
    what = message("Standarden siger ikke, om borgeren kan vælge, hvem der giver hjælpen.")
    hint = message(
        "Skriv fx: »Du kan vælge mellem de leverandører, som kommunen har godkendt.« Er der intet valg, så skriv det."
    )
    yield Hit(("sections",) if index is None else ("sections", index), what, hint)


RULE = Rule(
    "T012",
    "warning",
    check,
    source=message("Kilde: serviceloven § 91 om valg mellem mindst to leverandører; for hjælpemidler et forslag."),
    url="https://danskelove.dk/serviceloven/91",
    applies=Applies(services=frozenset(("sel-83", "sel-112"))),
)
