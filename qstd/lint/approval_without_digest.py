"""M012 approval_without_digest (info): it is known what was approved, where that is known of another standard.

Applies to standards that are approved or in force with a date, beside another standard of the municipality whose approval
was made with `qstd approve`. As long as none was, the municipality writes its approvals by hand, and nothing is said.
Why: without a digest of the text that was approved, a later edit cannot be told from what was decided.
Source: common sense; no rule says so in words.
How to mend: where the text is the one that was approved, say so: `qstd approve REF --body BODY --date DAY` with the day that
stands there. The rest of the approval stays as it is.
Bad: one standard approved by hand, nine with `qstd approve`. Good: all ten with `qstd approve`.
"""

from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Around, Hit, Rule
from qstd.model.finding import message
from qstd.model.standard import Approval, Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for the digest, and for another standard that has one."""
    own = standard.approval
    if own and own.date and own.content is None and any(_is_bound(each.approval) for each in around.others):
        what = message("Det kan ikke ses, om standarden er ændret, siden den blev godkendt.")
        hint = message(
            "Er teksten den, der blev godkendt, så skriv det: qstd approve STANDARD --body HVEM --date {day}",
            day=own.date.isoformat(),
        )
        yield Hit(("approval",), what, hint)


def _is_bound(approval: Approval | None) -> bool:
    return approval is not None and approval.content is not None


RULE = Rule("M012", "info", check, source=message("Kilde: God praksis."), applies=PUBLISHED)
