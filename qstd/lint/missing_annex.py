"""S019 missing_annex (warning): an annex that the text names is there, or is linked to.

Applies to all standards in Danish. An annex to an order or an agreement is not the standard's own; papers that citizens
keep ("kvitteringer og bilag") are none.
Why: the text relies on it: prices, criteria or a list of suppliers that readers then look for in vain.
Source: good practice; several published standards name annexes that were not published with them.
How to mend: put the annex in as a section with its number, link to it, or take the reference out.
Bad: "Priserne fremgår af bilag 2." and no annex 2. Good: a section "Bilag 2: Priser".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.index import holding
from qstd.lint.shared.passages import Passage
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import message
from qstd.model.standard import Standard

_NAME = r"(?:\d{1,2}|(?-i:[A-HJ-Z])\d{0,2})"
_NUMBERED = lazy(
    rf"\bbilag(?:et|ene)?\.? (?:nr\.? |nummer )?({_NAME}(?:(?:, | og | eller | ?[-–] ?){_NAME})*)(?![\w/])",
    re.IGNORECASE,
    stems="bilag",
)
_ANY = lazy(
    r"\b(?:(?:se|jf\.?|fremgår af|vedlagte|vedhæftede) bilag(?:et|ene)?|i bilag(?:et|ene))\b(?! (?:nr|\d|[A-Z]\b))",
    re.IGNORECASE,
)
_OF_OTHERS = lazy(
    r"^[^.]{0,5}(?:til|i|af) (?:\w+ )?(?:bekendtgørelse|lov|vejledning|aftale|overenskomst|kontrakt|ansøgning|cirkulære)",
    re.IGNORECASE,
)
_EACH = lazy(_NAME)
_HEADED = lazy(r"^(?:#{1,6} |\*\*)(bilag\b[^\n]{0,60})", re.IGNORECASE | re.MULTILINE)
_LINKED = lazy(r"\[([^\[\]\n]{0,80}bilag[^\[\]\n]{0,80})\]\(", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for each annex that is named, once."""
    if standard.language != "da":
        return
    near = list(holding(standard, around, _NUMBERED))
    there = _annexes(standard) if near else ""
    told: set[str] = set()
    for each in near:
        for name in _named(each):
            if name not in told and not _is_there(name, there, standard):
                told.add(name)
                yield _hit(each, name)


def _hit(passage: Passage, name: str) -> Hit:
    annex = message("bilag {name}", name=name) if name else message("et bilag")
    what = message("Teksten henviser til {annex}, som ikke er med i standarden.", annex=annex)
    hint = message("Sæt bilaget ind som et afsnit, indsæt et link til det, eller fjern henvisningen.")
    return Hit(("sections", passage.section, "body"), what, hint, passage.line)


def _named(passage: Passage) -> Iterator[str]:
    """Yield the names of annexes in a sentence; an empty one for an annex without a name."""
    if passage.kind == "heading":
        return
    for found in _NUMBERED.finditer(passage.text):
        if not _OF_OTHERS.match(passage.text[found.end() :]):
            yield from (each.upper() for each in _EACH.findall(found[1]))
    found_any = _ANY.search(passage.text)
    if found_any and not _OF_OTHERS.match(passage.text[found_any.end() :]):
        yield ""


def _annexes(standard: Standard) -> str:
    """Return all that names an annex where it stands: headings, lines that begin with it, and links."""
    parts = []
    for section in standard.sections:
        parts.append(f"bilag {section.number or ''} {section.heading}" if section.topic == "annex" else section.heading)
        if section.number and not section.number.strip(" .")[:1].isdigit():
            parts.append(f"bilag {section.number}")
        parts += _HEADED.findall(section.body) + _LINKED.findall(section.body)
    return "\n".join(parts)


def _is_there(name: str, there: str, standard: Standard) -> bool:
    if not name:
        return "bilag" in there.casefold()
    return re.search(rf"\bbilag(?:et)?:? (?:nr\.? )?{re.escape(name)}\b", there, re.IGNORECASE) is not None


RULE = Rule("S019", "warning", check)
