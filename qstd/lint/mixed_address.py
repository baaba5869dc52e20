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
from typing import NamedTuple

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.readable import is_for_citizens, texts, unquoted
from qstd.lint.shared.wording import short
from qstd.model.finding import Path, message
from qstd.model.standard import Standard

_FORMS = {
    "du": lazy(r"\b(?:du|dig|din|dit|dine)\b", re.IGNORECASE),
    "borgeren": lazy(r"\bborgerens?\b|\bden enkelte(?: \w+){0,2} borger\b", re.IGNORECASE),
    "brugeren": lazy(r"\bbrugerens?\b|\bden enkelte(?: \w+){0,2} bruger\b", re.IGNORECASE),
    "man": lazy(r"\bman\b(?!\s?[.–-])", re.IGNORECASE),
}
_CASUAL = "man"  # once may be a turn of phrase


class Use(NamedTuple):
    """A word by which the reader is called, and where."""

    form: str
    path: Path
    line: int
    text: str


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Count what the reader is called."""
    uses = list(_uses(standard, around))
    counts = {form: sum(each.form == form for each in uses) for form in _FORMS}
    if counts[_CASUAL] == 1:
        del counts[_CASUAL]
    found = sorted((form for form in counts if counts[form]), key=lambda form: -counts[form])
    if len(found) > 1:
        odd = next(each for each in uses if each.form == found[-1])
        shown = ", ".join(f"»{form}« ({counts[form]})" for form in found)
        what = message("Læseren bliver kaldt flere ting. Antal steder: {forms}.", forms=shown)
        hint = message("Vælg én måde, helst »du«, og brug den overalt. Her står: »{quote}«", quote=short(odd.text))
        yield Hit(odd.path, what, hint, odd.line)


def _uses(standard: Standard, around: Around) -> Iterator[Use]:
    for path, line, text in texts(standard, around, is_for_citizens):
        said = unquoted(text)
        for form, pattern in _FORMS.items():
            for _ in pattern.finditer(said):
                yield Use(form, path, line, text)


RULE = Rule(
    "A002",
    "info",
    check,
    source=message("Kilde: Digitaliseringsstyrelsens vejledning om tekster til borger.dk."),
    url="https://docplayer.dk/83784-Saadan-skriver-vi-paa-vejledning-og-principper-for-produktion-af-tekster-til-borger-dk.html",
)
