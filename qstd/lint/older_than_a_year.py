"""M002 older_than_a_year (error): a standard that must be made once a year is not older than that.

Applies to standards under sections 83, 83 a and 86 of the act on social service that are approved or in force. It is
counted from the approval or, where the standard applies from a later day, from that day.
Why: the order demands a new standard at least once a year, so that the service level is decided anew with the budget.
Source: BEK 1575 of 27 December 2014, section 1(1) (confirmed): https://www.retsinformation.dk/eli/lta/2014/1575
How to mend: lay the standard before the council again, and write the new date under `approval:`.
Bad: a standard under section 83 that was approved three years ago. Good: one that was approved last autumn.
"""

from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Applies, Around, Hit, Rule
from qstd.lint.shared.dates import decided, in_words, months_before
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Count twelve months back."""
    since = decided(standard.approval)
    if since and since[1] < months_before(around.today, 12):
        what = message(
            "Standarden er fra {date}. Kommunen skal lave en standard efter denne bestemmelse mindst én gang om året.",
            date=in_words(since[1]),
        )
        hint = message("Læg standarden frem til ny godkendelse, og skriv den nye dato under »approval:«.")
        yield Hit(("approval", since[0]), what, hint)


RULE = Rule(
    "M002",
    "error",
    check,
    source=message("Kilde: Bekendtgørelse nr. 1575 af 27/12/2014, § 1, stk. 1."),
    url="https://www.retsinformation.dk/eli/lta/2014/1575",
    applies=Applies(services=frozenset(("sel-83", "sel-83a", "sel-86")), statuses=PUBLISHED.statuses),
)
