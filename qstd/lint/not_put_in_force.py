"""M014 not_put_in_force (warning): a standard whose day has come is in force.

Applies to standards that are approved and have a day from which they hold.
Why: until somebody says that it is in force, its page tells that it does not hold yet.
Source: common sense; no rule says so in words.
How to mend: `qstd approve REF --status in_force`; or correct the day.
Bad: `status: approved` in March, with `effective_from: 2026-01-01`. Good: `status: in_force`.
"""

from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.dates import in_words
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Lay the day beside today."""
    day = standard.approval.effective_from if standard.approval else None
    if day and day <= around.today:
        what = message("Standarden gælder fra {date}, men står kun som godkendt.", date=in_words(day))
        yield Hit(("status",), what, message("Sæt den i kraft: qstd approve STANDARD --status in_force"))


RULE = Rule(
    "M014", "warning", check, source=message("Kilde: God praksis."), applies=Applies(statuses=frozenset(("approved",)))
)
