"""Card: what lists of standards say of each, light enough that a site of thousands can be laid out without reading them."""

import datetime as dt
from dataclasses import dataclass

from qstd.model.facts import TargetGroup
from qstd.model.standard import Standard


@dataclass(frozen=True, slots=True)
class Card:
    """One published standard as front pages, lists, feeds and search know it.

    `ref` is `municipality/slug`. Dates are ISO, empty where the standard does not tell. `groups` are the target groups that
    its facts name. `digest` is another one whenever anything that readers see of the standard is.
    """

    ref: str
    name: str  # of the municipality
    title: str
    service: str
    status: str
    language: str = "da"
    approved: str = ""
    approved_by: str = ""
    approval_text: str = ""
    effective_from: str = ""
    review_due: str = ""
    groups: tuple[str, ...] = ()
    sections: int = 0
    facts: int = 0
    digest: str = ""

    @property
    def municipality(self) -> str:
        """The slug of the municipality."""
        return self.ref.partition("/")[0]

    @property
    def slug(self) -> str:
        """The last part of the address."""
        return self.ref.rpartition("/")[2]


def card(standard: Standard, ref: str, name: str, digest: str) -> Card:
    """Return the card of a standard as it is published."""
    approval = standard.approval
    groups = (group for each in standard.facts if isinstance(each, TargetGroup) for group in each.groups)
    return Card(
        ref=ref,
        name=name,
        title=standard.title,
        service=standard.service,
        status=standard.status,
        language=standard.language,
        approved=_iso(approval.date if approval else None),
        approved_by=(approval.body or "") if approval else "",
        approval_text=(approval.text or "") if approval else "",
        effective_from=_iso(approval.effective_from if approval else None),
        review_due=_iso(approval.review_due if approval else None),
        groups=tuple(dict.fromkeys(groups)),
        sections=len(standard.sections),
        facts=len(standard.facts),
        digest=digest,
    )


def _iso(day: dt.date | None) -> str:
    return day.isoformat() if day else ""
