"""S001 no_provision (warning): the title says what the standard is about, and the legal basis names a provision.

Applies to all standards. A standard that says nothing of its legal basis at all has finding S002 instead.
Why: a reader must see from the title which help it is, and under which section of the act it is given. "Lov om social
service" alone is two hundred sections.
Source: good practice; nearly all of the standards that were looked at name the section.
How to mend: write the help in the title, and the section in the legal basis.
Bad: `title: Kvalitetsstandard`, "Hjælpen gives efter serviceloven". Good: `title: Kvalitetsstandard for ledsagelse`, "Hjælpen
gives efter servicelovens § 97".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule, service_of
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import in_its_section, text_of
from qstd.lint.shared.profile import place_of
from qstd.model.facts import Citation
from qstd.model.finding import message
from qstd.model.standard import Standard

_KIND = lazy(
    r"kommunens?|vores|denne|generelle?|alle|kvalitetss?t?andard\w*|serviceniveau\w*|servicestandard\w*|standard\w*|for|i|af|\d+",
    re.IGNORECASE,
)
_MUNICIPALITY = lazy(r"(?<![\w-])[\w-]+ kommunes?\b", re.IGNORECASE)
# Extraction from PDF may lose the sign: "Lov om Social Service 98".
_PROVISION = lazy(r"§|\bparagraf\w* \d|(?:lov\w*|service|SEL|SUL) \d{2,3}\b", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look at the title and for the number of a section of an act."""
    if _is_of_all(standard.title):
        what = message("Titlen »{title}« siger ikke, hvilken hjælp standarden handler om.", title=standard.title[:60])
        yield Hit(("title",), what, message("Skriv det i titlen, fx »{title}«.", title=_better(standard)))
    if in_its_section(standard, around, "legal_basis") and not _names_provision(standard, around):
        what = message("Lovgrundlaget nævner ikke, hvilken paragraf hjælpen gives efter.")
        hint = message("Skriv loven med paragraf, fx »{example}«.", example=_example(standard))
        yield Hit(place_of(standard, "legal_basis"), what, hint)


def _is_of_all(title: str) -> bool:
    """Tell whether a title has only words that fit every standard."""
    return "§" not in title and all(_KIND.fullmatch(each) for each in re.findall(r"\w+", _MUNICIPALITY.sub("", title)))


def _names_provision(standard: Standard, around: Around) -> bool:
    cited = any(isinstance(each, Citation) and each.paragraph for each in standard.facts)
    return cited or _PROVISION.search(f"{standard.title}\n{text_of(standard, around, 'legal_basis')}") is not None


def _better(standard: Standard) -> str:
    known = service_of(standard)
    return f"Kvalitetsstandard for {known.name['da'].lower()}" if known else "Kvalitetsstandard for ledsagelse"


def _example(standard: Standard) -> str:
    known = service_of(standard)
    paragraph = next((number for act, number in known.provisions if act == "SEL"), "") if known else ""
    return f"lov om social service § {paragraph or '...'}"


RULE = Rule("S001", "warning", check)
