"""A002 mixed_address (info): the reader is called one thing all through: "du", or "borgeren".

Applies to text written to citizens and to its headings, in Danish. Counted are "du" in all its forms, "borgeren",
"brugeren" and "man"; "man" from its second time on. Groups ("borgere over 18 år"), what stands in quotation marks, and "jeg"
in questions are no address.
Why: where the reader is now "borgeren", now "brugeren" and now "du", it is not clear whether they are the same person.
Source: the state's guide to texts on borger.dk, which writes to the reader (read); and our own survey of standards.
How to mend: choose one way and keep to it. "Du" is the easiest to read.
Bad: "Borgeren kan søge ..." and later "Du får svar ..." Good: "Du kan søge ..." and "Du får svar ..."
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.readable import Text, is_for_citizens, texts_holding, unquoted
from qstd.lint.shared.wording import short
from qstd.model.finding import message
from qstd.model.standard import Standard

_FORMS = {
    "du": lazy(r"\b(?:du|dig|din|dit|dine)\b", re.IGNORECASE, "=du =dig =din =dit =dine"),
    "borgeren": lazy(
        r"\bborgerens?\b|\bden enkelte(?: \w+){0,2} borger\b", re.IGNORECASE, "=borgeren =borgerens enkelte"
    ),
    "brugeren": lazy(
        r"\bbrugerens?\b|\bden enkelte(?: \w+){0,2} bruger\b", re.IGNORECASE, "=brugeren =brugerens enkelte"
    ),
    "man": lazy(r"\bman\b(?!\s?[.–-])", re.IGNORECASE, "=man"),
}
_CASUAL = "man"  # once may be a turn of phrase


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Count what the reader is called."""
    uses: dict[str, list[Text]] = {form: [] for form in _FORMS}
    for each in texts_holding(standard, around, is_for_citizens, *_FORMS.values()):
        for form in _forms(each.words):
            uses[form].append(each)
    counts = {form: len(each) for form, each in uses.items()}
    if counts[_CASUAL] == 1:
        del counts[_CASUAL]
    found = sorted((form for form in counts if counts[form]), key=lambda form: -counts[form])
    if len(found) > 1:
        odd = uses[found[-1]][0]
        shown = ", ".join(f"»{form}« ({counts[form]})" for form in found)
        what = message("Læseren bliver kaldt flere ting. Antal steder: {forms}.", forms=shown)
        hint = message("Vælg én måde, helst »du«, og brug den overalt. Her står: »{quote}«", quote=short(odd.words))
        yield Hit(odd.path, what, hint, odd.line)


@lru_cache(maxsize=1024)  # neighbours say the same
def _forms(text: str) -> tuple[str, ...]:
    """Return what a sentence calls the reader, each time, form by form."""
    words = unquoted(text)
    return tuple(form for form, pattern in _FORMS.items() for _ in pattern.finditer(words))


RULE = Rule(
    "A002",
    "info",
    check,
    source=message("Kilde: Digitaliseringsstyrelsens vejledning om tekster til borger.dk."),
    url="https://docplayer.dk/83784-Saadan-skriver-vi-paa-vejledning-og-principper-for-produktion-af-tekster-til-borger-dk.html",
)
