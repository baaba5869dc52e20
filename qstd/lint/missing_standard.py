"""X003 missing_standard (info): a municipality's folder has the standards that law demands.

Applies to the folder of a municipality that holds at least five standards, so that it looks like the whole set. A provision
counts as covered where a standard is for it, rests on it, or names it in its title; withdrawn ones do not count.
Why: standards under sections 83, 83 a, 86 and 101 must be made; all others are the municipality's own choice.
Source: BEK 1575 of 2014, section 1 (confirmed), and BEK 1477 of 2019, section 4 (confirmed). Since July 2025 people in
holistic care need no standard (second-hand), those below pension age still do. That is why this is only a reminder: the
standard may be kept elsewhere.
How to mend: add the standard, or set the finding aside in municipality.yaml with the reason.
Bad: twelve standards, none under section 101. Good: all four, beside those that the municipality has chosen to have.
"""

import re
from collections.abc import Iterator

from qstd.citations import citations
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.model.facts import Citation
from qstd.model.finding import message
from qstd.model.municipality import Municipality
from qstd.model.standard import Standard

_DEMANDED = {"sel-83": "83", "sel-83a": "83 a", "sel-86": "86", "sel-101": "101"}
_WHOLE_SET = 5


def check_municipality(municipality: Municipality, around: Around) -> Iterator[Hit]:
    """Look for the standards that must be there among those of the folder."""
    there = [each for each in around.others if each.status != "withdrawn"]
    if len({each.service for each in there}) < _WHOLE_SET:
        return
    covered = frozenset(paragraph for each in there for paragraph in _covers(each))
    for paragraph in _DEMANDED.values():
        if paragraph not in covered:
            what = message(
                "Der er ingen standard efter servicelovens § {paragraph}. Den skal kommunen have.", paragraph=paragraph
            )
            hint = message("Se efter, om den ligger et andet sted, og læg den i mappen. Eller sæt reglen til side her.")
            yield Hit((), what, hint)


def _covers(standard: Standard) -> Iterator[str]:
    if standard.service in _DEMANDED:
        yield _DEMANDED[standard.service]
    for _, fact in of_kind(standard, Citation):
        if fact.act == "SEL" and fact.role == "basis" and fact.paragraph:
            yield re.sub(r"(\d)\s*([a-h])$", r"\1 \2", fact.paragraph)
    for found in citations(standard.title, "SEL"):
        if found.act == "SEL":
            yield from (each.paragraph for each in found.provisions)


RULE = Rule(
    "X003",
    "info",
    municipality=check_municipality,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, og nr. 1477 af 17/12/2019, § 4."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
)
