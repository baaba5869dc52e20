"""L004 elder_act_boundary (warning): a new standard for sections 83, 83 a and 86 says who gets help by ældreloven instead.

Applies to standards for serviceloven §§ 83, 83 a and 86 that were approved, or took effect, on 1 July 2025 or later.
Why: since that day people at the state pension age who need care because of ageing are helped by ældreloven. A standard
that does not say so lets them believe that it is for them.
Source: ældreloven, act no. 1651 of 30 December 2024, § 2, https://www.retsinformation.dk/eli/lta/2024/1651 (read).
How to mend: write for whom the standard is, and that people who have reached the state pension age get help by ældreloven.
Bad: a standard of 2026 for hjemmehjælp that never names ældreloven. Good: "Har du nået folkepensionsalderen, gives hjælpen
som regel efter ældreloven."
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import with_headings
from qstd.lint.shared.patterns import lazy
from qstd.model.facts import Age, Citation
from qstd.model.finding import message
from qstd.model.standard import Standard

_FROM = "2025-07-01"
_NAMED = lazy(
    r"ældrelov|helhedspleje|\bÆL\b|(?:under|ikke (?:har )?nået|indtil|ved|før|til) folkepensionsalder|lov nr\. 1651",
    re.IGNORECASE,
    stems="ældrelov helhedspleje =æl pensionsalder 1651",
)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a word about ældreloven, or an age limit at the state pension age."""
    approval = standard.approval
    days = (approval.effective_from, approval.date) if approval else ()
    latest = max((each for each in days if each), default=None)
    if latest is None or latest.isoformat() < _FROM or standard.language != "da" or _delimits(standard, around):
        return
    what = message("Standarden siger ikke, hvem der får hjælp efter ældreloven i stedet.")
    hint = message(
        "Skriv, hvem standarden er for, fx: »Har du nået folkepensionsalderen, gives hjælpen som regel efter ældreloven.«"
    )
    yield Hit(_where(standard), what, hint)


def _delimits(standard: Standard, around: Around) -> bool:
    facts = any(
        (isinstance(each, Citation) and each.act == "ÆL") or (isinstance(each, Age) and each.max_ref == "pension_age")
        for each in standard.facts
    )
    if facts or _NAMED.search(standard.title):
        return True
    return any(_NAMED.search(each.text) for each in with_headings(standard, around, _NAMED))


def _where(standard: Standard) -> tuple[str | int, ...]:
    """Return where it should stand: the legal basis, the target group, or the file."""
    for topic in ("legal_basis", "target_group", "eligibility"):
        for index, section in enumerate(standard.sections):
            if section.topic == topic:
                return ("sections", index)
    return ()


RULE = Rule(
    "L004",
    "warning",
    check,
    source=message("Kilde: Ældreloven, lov nr. 1651 af 30. december 2024, § 2. Gælder fra den 1. juli 2025."),
    url="https://www.retsinformation.dk/eli/lta/2024/1651",
    applies=Applies(services=frozenset(("sel-83", "sel-83a", "sel-86"))),
)
