"""X004 unnamed_neighbour (info): a standard says where it ends and the neighbouring one of the same municipality begins.

Applies to standards in Danish under sections 83, 85, 97, 99 and 101 and for holistic care and alcohol treatment, where
the municipality has the neighbour's standard too: 85 beside 83, 97 and 99; 83 beside the act on older people; 101 beside
section 141 of the health act. A standard that names the neighbour in any way passes.
Why: these offers are mistaken for each other, and a refusal often means that the other one is the right one.
Source: practice; Lejre (section 99) and Køge (section 101) draw the line in their standards (seen).
How to mend: add a sentence on what the other provision is for, in the section on limits.
Bad: a standard under section 99 that does not name section 85, which the municipality has too. Good: "Pædagogisk støtte i
hjemmet gives efter § 85."
"""

import re
from collections.abc import Iterator
from functools import cache

from qstd import catalogue
from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.lint.shared.presence import section_of_topic
from qstd.lint.shared.siblings import order
from qstd.model.facts import Citation
from qstd.model.finding import Path, message
from qstd.model.standard import Standard

_PAIRS = (
    ("sel-99", "sel-85"),
    ("sel-97", "sel-85"),
    ("sel-83", "sel-85"),
    ("sel-83", "ael-helhedspleje"),
    ("sel-101", "sul-141"),
)
_ALSO = {"ael-helhedspleje": ("ældrelov", "helhedspleje"), "sul-141": ("alkohol",), "sel-85": ("socialpædagogisk",)}


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the neighbours that are there and not named."""
    near = _neighbours(standard.service) if standard.language == "da" else ()
    for service in near:
        there = [each for each in around.others if each.service == service]
        if there and not _names(standard, service, around):
            what = message(
                "Standarden siger ikke, hvor grænsen går til »{title}«, som kommunen også har.",
                title=min(there, key=order).title,
            )
            hint = message("Skriv en sætning om, hvornår det er den anden hjælp, borgeren skal have.")
            yield Hit(_place(standard), what, hint)


def _neighbours(service: str) -> tuple[str, ...]:
    return tuple(b if a == service else a for a, b in _PAIRS if service in (a, b))


def _names(standard: Standard, service: str, around: Around) -> bool:
    known = catalogue.service(service)
    provisions = known.provisions if known else ()
    if any((fact.act, fact.paragraph) in provisions for _, fact in of_kind(standard, Citation)):
        return True
    texts = (standard.title, *(f"{each.heading}\n{each.body}" for each in around.effective(standard).sections))
    return any(_pattern(service, standard.service).search(each) for each in texts)


@cache
def _pattern(service: str, own: str) -> re.Pattern[str]:
    """Return the words that name a service: its paragraph after a §, perhaps in a list, or what it is called and the
    standard's own service is not.
    """
    known, same = catalogue.service(service), catalogue.service(own)
    numbers = [re.escape(paragraph) for _, paragraph in known.provisions if paragraph] if known else []
    shared = same.terms if same else ()
    terms = [each for each in (*(known.terms if known else ()), *_ALSO.get(service, ())) if each not in shared]
    words = (*(rf"§[^.§]{{0,40}}\b{each}\b" for each in numbers), *map(re.escape, terms))
    return re.compile("|".join(words), re.IGNORECASE)


def _place(standard: Standard) -> Path:
    found = (section_of_topic(standard, topic) for topic in ("boundary", "exclusions", "target_group"))
    index = next((each for each in found if each is not None), None)
    return ("sections",) if index is None else ("sections", index)


RULE = Rule("X004", "info", check, source=message("Kilde: Praksis i kommunerne."))
