"""T003 free_not_said (info): a service that is free says so.

Applies to training (§ 86), to treatment for drug misuse (§ 101) and to rehabilitation under the health act (§ 140).
Why: people stay away from help because they fear the bill. One word takes that away.
Source: the social ministry's training guide, read, for § 86: training is free (sum.dk, chapter 6). For the other two it is
our own proposal.
How to mend: write "Træningen er gratis", also where something beside it is paid for, such as transport or board.
Bad: only "Kørsel koster 25 kr. pr. tur". Good: "Træningen er gratis. Kørsel koster 25 kr. pr. tur".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, section_of_topic
from qstd.model.facts import Price
from qstd.model.finding import message
from qstd.model.standard import Standard

_FREE = lazy(
    r"\bgratis\b|vederlagsfri|omkostningsfri|udgiftsfri|uden (?:egen|bruger)?betaling|uden (?:udgift|omkostning)"
    r"|(?:ikke|ingen) (?:\w+ )?(?:egen|bruger|med)?betal|koster (?:ikke|intet)|betaler (?:ikke|intet)|(?<![\d.,])0 kr",
    re.IGNORECASE,
    stems="gratis betal vederlagsfri omkostning udgift koster kr",
)
_NOTHING = lazy(r"\W*(?:ingen|ingenting|intet|nej|0 kr\.?)\W*\Z", re.IGNORECASE, stems="ingen intet nej kr")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for words that say that nothing is paid."""
    free = any(each.mode == "free" for _, each in of_kind(standard, Price))
    if (
        standard.language != "da"
        or free
        or any(_says_free(each.text) for each in holding(standard, around, _FREE, _NOTHING))
    ):
        return
    index = section_of_topic(standard, "price")
    if index is not None and not in_its_section(standard, around, "price"):
        return  # an empty section is reported as one
    what = message("Standarden siger ikke, at hjælpen er gratis.")
    yield Hit(("sections",) if index is None else ("sections", index), what, message("Er den gratis, så skriv det."))


def _says_free(sentence: str) -> bool:
    return _FREE.search(sentence) is not None or _NOTHING.match(sentence) is not None


RULE = Rule(
    "T003",
    "info",
    check,
    source=message("Kilde: et forslag. At træning efter serviceloven er gratis, står i Socialministeriets vejledning."),
    applies=Applies(services=frozenset(("sel-86", "sel-101", "sul-140"))),
)
