"""D007 missed_deadline (info): who sets a deadline says what happens when it cannot be met.

Applies to help under social law that is granted after an assessment, where the standard gives a deadline for the decision.
Why: where the deadline cannot be met, the citizen must be told in writing when the decision can be expected. Few standards
say so, and the citizen cannot know.
Source: retssikkerhedsloven § 3, stk. 2, read in its text. It binds the municipality in the case; that the standard repeats
it is our proposal.
How to mend: add a sentence after the deadline.
Bad: only "Du får svar senest 8 uger efter ansøgningen". Good: "... Kan vi ikke nå det, skriver vi til dig, hvornår du kan
vente en afgørelse."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import section_of_topic
from qstd.model.facts import Deadline
from qstd.model.finding import message
from qstd.model.standard import Standard, section

_TOLD = lazy(
    r"(?:kan|bliver|skulle|hvis|når|såfremt|hvor)\b[^.]{0,80}"
    r"\b(?:ikke (?:\w+ )?(?:nå[sr]?\b|overhold|mulig|svare|træffe|afgøre|kan nå)"
    r"|ikke (?:kan )?(?:overholdes|nås)|længere tid|forsink|overskrid)\w*"
    r"|\boverskrid\w* (?:\w+ ){0,2}?(?:\w*frist|sagsbehandlingstid)",
    re.IGNORECASE,
    stems="nå overhold overskrid mulig svare træffe afgøre længere forsink",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a sentence on deadlines that are missed."""
    given = [fact for _, fact in of_kind(standard, Deadline) if fact.role == "decision" and fact.value is not None]
    if (
        not given
        or standard.language != "da"
        or any(_TOLD.search(each.text) for each in holding(standard, around, _TOLD))
    ):
        return
    own = section(standard, given[0].evidence.section)
    index = standard.sections.index(own) if own else section_of_topic(standard, "case_deadline")
    what = message("Standarden siger ikke, hvad der sker, når fristen for afgørelsen ikke kan overholdes.")
    hint = message("Skriv fx: »Kan vi ikke nå det, skriver vi til dig, hvornår du kan vente en afgørelse.«")
    yield Hit(("sections",) if index is None else ("sections", index), what, hint)


RULE = Rule(
    "D007",
    "info",
    check,
    source=message(
        "Kilde: retssikkerhedsloven § 3, stk. 2: Borgeren skal have skriftlig besked, når fristen ikke kan holdes."
    ),
    url="https://www.retsinformation.dk/forms/R0710.aspx?id=20928",
    applies=Applies(visited=True, without=frozenset(("sul-138", "sul-140", "sul-141"))),
)
