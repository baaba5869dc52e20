"""A009 several_terms (info): what the citizen can get is called one thing.

Applies to headings and text written to citizens, in Danish. Counted are "ydelsen", "indsatsen", "tilbuddet", "ordningen" and
"foranstaltningen" for the help as a whole; found where two of them stand, each three times or more.
Why: who reads of "ydelsen", "indsatsen" and "tilbuddet" must guess whether that is one thing or several. In decisions and
complaints it matters which is meant.
Source: our own survey of standards; no act asks for it.
How to mend: choose one word, and use the others only where something else is meant.
Bad: "Ydelsen gives ... Indsatsen evalueres ... Tilbuddet er gratis." Good: "Støtten gives ... Støtten er gratis."
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.readable import is_for_citizens, texts_holding
from qstd.model.finding import message
from qstd.model.standard import Standard
from qstd.prose.words import small

_TERMS = lazy(
    r"\b(ydelse|indsats|tilbud|ordning|foranstaltning)(?:n|en|det)s?\b",
    re.IGNORECASE,
    stems="ydelse indsats tilbud ordning foranstaltning",
)
_WHOLE = {
    "ydelse": "ydelsen",
    "indsats": "indsatsen",
    "tilbud": "tilbuddet",
    "ordning": "ordningen",
    "foranstaltning": "foranstaltningen",
}
_TIMES = 3


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Count what the help is called."""
    near = texts_holding(standard, around, is_for_citizens, _TERMS)
    counts = Counter(chain.from_iterable(_terms(each.words) for each in near))
    often = [(term, count) for term, count in counts.most_common() if count >= _TIMES]
    if len(often) > 1:
        shown = ", ".join(f"»{term}« ({count})" for term, count in often)
        what = message("Hjælpen har flere navne. Antal steder: {terms}.", terms=shown)
        hint = message("Vælg ét ord, fx »{term}«, og brug kun de andre om noget andet.", term=often[0][0])
        yield Hit((), what, hint)


@lru_cache(maxsize=1024)  # neighbours say the same
def _terms(text: str) -> tuple[str, ...]:
    """Return what a sentence calls the help, each time."""
    return tuple(_WHOLE[small(term)] for term in _TERMS.findall(text))


RULE = Rule("A009", "info", check, source=message("Kilde: en gennemgang af offentliggjorte standarder."))
