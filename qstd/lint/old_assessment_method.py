"""L012 old_assessment_method (info): needs are described by a method that is still in use.

Applies to all texts that name Fælles Sprog II or the first voksenudredningsmetode (VUM 1), and to "funktionsniveau 2" and
the like in standards for serviceloven §§ 83, 83 a, 85 and 86.
Why: whoever reads "funktionsniveau 3" must know the scale. The municipality's own systems have moved on to other ones, so the
standard and the decision speak different languages.
Source: a standard for food service that still uses the levels, and our own judgement; no statute demands a method. See
whether the municipality still uses it.
How to mend: write in plain words what a person must be unable to do, or name the method that is in use (FSIII, VUM 2.0).
Bad: "Borgere på funktionsniveau 3-4 efter Fælles Sprog II." Good: "Borgere, der ikke selv kan lave mad."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.law import at
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_METHOD = lazy(
    r"\bfælles ?sprog (?:II|2)\b|\bFS ?(?:II|2)\b|\bVUM ?(?:1(?:\.0)?|I)\b(?!\.\d)"
    r"|\bvoksenudredningsmetode\w* 1(?:\.0)?\b(?!\.\d)",
    re.IGNORECASE,
    stems="sprog fs vum voksenudredningsmetode",
)
_LEVEL = lazy(
    r"\bfunktions(?:evne)?niveau(?:et|er)?\s+[0-4](?:\s*(?:-|–|til|og|,|eller)\s*[0-4])*\b",
    re.IGNORECASE,
    stems="funktionsniveau funktionsevneniveau",
)
_LEVELS_IN = frozenset(("sel-83", "sel-83a", "sel-85", "sel-86"))
_HISTORY = lazy(r"\b(?:tidligere|hidtil|afløs\w*|erstatte\w*|ikke længere)\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the names of older methods and their levels."""
    if standard.language != "da":
        return
    for each in with_headings(standard, around, _METHOD, _LEVEL):
        found = _METHOD.search(each.text) or (standard.service in _LEVELS_IN and _LEVEL.search(each.text)) or None
        if found and not _HISTORY.search(each.text):
            what = message("»{words}« hører til en ældre metode.", words=found[0])
            hint = message(
                "Se efter, om kommunen stadig bruger den. Skriv ellers med almindelige ord, hvad borgeren ikke selv kan."
            )
            yield at(each, what, hint)


RULE = Rule(
    "L012",
    "info",
    check,
    source=message("Kilde: et skøn ud fra offentliggjorte standarder. Ingen lov kræver en bestemt metode."),
)
