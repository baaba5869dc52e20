"""M003 older_than_two_years (warning): a standard is looked at again now and then.

Applies to standards that are approved or in force, save those that law wants made every year (M002). A municipality that
has set its own day for the next review (`review_due`) is held to that day instead.
Why: law and practice change under a standard that nobody opens. Two years are a rule of thumb, not law.
Source: Ankestyrelsen on standards (confirmed): keep them up to date when rules or practice change,
https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune.
That standards under section 101 are to be revised every second year could not be confirmed.
How to mend: see whether law, practice, prices and contacts have changed, and have the standard approved again; or write
under `review_due` when it will be looked at.
Bad: a standard in force that was approved in 2015. Good: the same with `review_due` next spring.
"""

from collections.abc import Iterator

from qstd.lint.rule import PUBLISHED, Applies, Around, Hit, Rule
from qstd.lint.shared.dates import decided, in_words, months_before
from qstd.model.finding import message
from qstd.model.standard import Standard


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look whether the day of review has passed; where none is set, count two years back."""
    hint = message(
        "Se efter, om lov, praksis, priser og kontakter har ændret sig, og få standarden godkendt igen. "
        "Eller skriv under »review_due«, hvornår I tager den op."
    )
    since = decided(standard.approval)
    due = standard.approval.review_due if standard.approval else None
    if due and (since is None or since[1] <= due):
        if due < around.today:
            what = message("Standarden skulle tages op igen senest {date}.", date=in_words(due))
            yield Hit(("approval", "review_due"), what, hint)
    elif since and since[1] < months_before(around.today, 24):
        what = message("Standarden er fra {date}. Det er mere end to år siden.", date=in_words(since[1]))
        yield Hit(("approval", since[0]), what, hint)


RULE = Rule(
    "M003",
    "warning",
    check,
    source=message(
        "Kilde: Ankestyrelsen: Standarden skal følge med, når regler og praksis ændrer sig. To år er et skøn."
    ),
    url="https://ast.dk/tilsynet/artikler/kvalitetsstandarder-2013-en-forventningsafstemning-mellem-borger-og-kommune",
    applies=Applies(without=frozenset(("sel-83", "sel-83a", "sel-86")), statuses=PUBLISHED.statuses),
)
