"""M004 approving_body (info): the standards of one municipality are approved by the same kind of body.

Applies to standards that are approved or in force, by a committee or the administration, where another standard of the
municipality is approved by the council itself.
Why: who may decide on a service level follows from the municipality's own rules of delegation. Where two standards name
different bodies, one of them may not have been decided on by those who can.
Source: practice; one municipality has its standards approved by a committee, another by the council (seen, no rule).
How to mend: look into the rules of delegation. Where the committee may decide, all is well.
Bad: a standard approved by a head of department beside one approved by the council. Good: all approved by the council.
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Around, Hit, Rule
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.siblings import order
from qstd.model.finding import message
from qstd.model.standard import Standard

_COUNCIL = lazy(r"byråd|kommunalbestyrelse|borgerrepræsentation|magistrat", re.IGNORECASE)
_OTHER = lazy(r"udvalg|forvaltning|direktør|direktion|chef|leder", re.IGNORECASE)


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a standard that the council approved beside this one."""
    body = _body(standard)
    if _COUNCIL.search(body) or not _OTHER.search(body):
        return
    by_council = [each for each in around.others if each.status in PUBLISHED.statuses and _COUNCIL.search(_body(each))]
    if by_council:
        first = min(by_council, key=order)
        what = message(
            "Standarden er godkendt af {body}, men »{title}« er godkendt af {other}.",
            body=body,
            title=first.title,
            other=_body(first),
        )
        hint = message("Se efter i kommunens delegationsplan, om {body} kan beslutte serviceniveauet.", body=body)
        yield Hit(("approval", "body"), what, hint)


def _body(standard: Standard) -> str:
    return (standard.approval.body or "") if standard.approval else ""


RULE = Rule(
    "M004",
    "info",
    check,
    source=message("Kilde: Praksis. Hvem der kan beslutte, står i kommunens egne regler om delegation."),
    applies=PUBLISHED,
)
