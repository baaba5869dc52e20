"""M001 no_approval (warning): a standard says who approved it, and on which day.

Applies to standards that are approved or in force. Who approved it is asked for where the law demands a standard
(sections 83, 83 a, 86 and 101); the full date is asked for everywhere.
Why: only a standard that the council or a committee of it has decided on is the municipality's service level, and only a
date tells whether it is the newest. Of 60 standards in a survey, 26 carried one; others had "den xx. december".
Source: BEK 1575 of 2014, section 1 (confirmed): the council makes the standard, at least once a year:
https://www.retsinformation.dk/eli/lta/2014/1575. That the date must stand in the text is good practice, not law.
How to mend: write `date:` and `body:` under `approval:`.
Bad: `approval: {text: "Godkendt den xx. december 2016"}`. Good: `approval: {date: 2016-12-05, body: Byrådet}`.
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, Path, message
from qstd.model.standard import Approval, Standard

_DEMANDED = ("sel-83", "sel-83a", "sel-86", "sel-101")
_BODY = lazy(r"råd|bestyrelse|repræsentation|udvalg|forvaltning|direkt|chef|leder", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the date and the body of the approval."""
    approval = standard.approval
    if approval is None or approval.date is None:
        yield _without_date(approval)
    elif standard.service in _DEMANDED and not approval.body and not _BODY.search(approval.text or ""):
        what = message("Der står ikke, hvem der har godkendt standarden.")
        yield Hit(("approval",), what, message("Skriv det under »approval:«, fx »body: Byrådet«."))


def _without_date(approval: Approval | None) -> Hit:
    path: Path = ("approval",) if approval else ()
    hint = message("Skriv »date:« og »body:« under »approval:«, fx »date: 2026-03-18« og »body: Byrådet«.")
    return Hit(path, _what(approval), hint)


def _what(approval: Approval | None) -> Message:
    words = " ".join((approval.text or "").split())[:80] if approval else ""
    if words:
        return message("Standarden mangler datoen for sin godkendelse. Der står kun »{words}«.", words=words)
    if approval and approval.body:
        return message("Standarden siger ikke under »approval:«, hvornår {body} har godkendt den.", body=approval.body)
    return message("Standarden siger ikke under »approval:«, hvornår den er godkendt, og af hvem.")


RULE = Rule(
    "M001",
    "warning",
    check,
    source=message(
        "Kilde: God praksis. Bekendtgørelse nr. 1575 af 27/12/2014, § 1, lader kommunen beslutte standarden."
    ),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
    applies=PUBLISHED,
)
