"""M007 effective_before_approval (warning): a standard applies from the day it was approved, or later.

Applies to every standard that tells both days.
Why: a service level that applied before anybody had decided on it had no ground; mostly one of the days is mistyped.
Source: common sense; no rule says so in words.
How to mend: correct the day that is wrong. Where the council did decide backwards, set the finding aside with that reason.
Bad: approved on 5 May 2025, in force from 1 January 2025. Good: approved on 5 December 2024, in force from 1 January 2025.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.dates import in_words
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Compare the two days."""
    approval = standard.approval
    if approval and approval.date and approval.effective_from and approval.effective_from < approval.date:
        what = message(
            "Standarden gælder fra {effective}, men er først godkendt {date}.",
            effective=in_words(approval.effective_from),
            date=in_words(approval.date),
        )
        yield Hit(("approval", "effective_from"), what, message("Se efter, om en af de to datoer er skrevet forkert."))


RULE = Rule("M007", "warning", check, source=message("Kilde: God praksis."))
