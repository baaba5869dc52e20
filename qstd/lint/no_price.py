"""T002 no_price (warning): a standard for help that citizens normally pay for says what it costs.

Applies to relief (§ 84), meals (§ 83), temporary housing (§ 107) and hostels (§ 110).
Why: whoever accepts a meal or a stay must know the bill beforehand. Silence reads as if it were free.
Source: our own proposal, from a survey of 60 published standards.
How to mend: write the price with its year, or where the rates stand; write "gratis" where nothing is paid.
Bad: a standard for meals without a word on payment. Good: "En hovedret koster 52,50 kr. (2026-niveau)".
"""

import re
from collections.abc import Iterator

from qstd.lint.rule import Applies, Around, Hit, Rule
from qstd.lint.shared.index import led_to
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.presence import says, section_of_topic
from qstd.model.finding import message
from qstd.model.standard import Standard

_MEALS = lazy(r"madservice|madudbringning|hovedret", re.IGNORECASE, stems="madservice madudbringning hovedret")


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Look for a price; where help in the home has no meals, nothing is to be paid."""
    if standard.language != "da" or says(standard, around, "price"):
        return
    if standard.service == "sel-83" and not _has_meals(standard, around):
        return
    index = section_of_topic(standard, "price")
    what = message("Standarden siger ikke, hvad borgeren skal betale.")
    hint = message(
        "Skriv prisen og året, den gælder for, eller hvor taksterne står. Koster det ikke noget, så skriv det."
    )
    yield Hit(("sections",) if index is None else ("sections", index), what, hint)


def _has_meals(standard: Standard, around: Around) -> bool:
    return _MEALS.search(standard.title) is not None or any(
        _MEALS.search(f"{each.lead} {each.text}") for each in led_to(standard, around, _MEALS)
    )


RULE = Rule(
    "T002",
    "warning",
    check,
    source=message("Kilde: et forslag efter gennemgang af 60 offentliggjorte standarder."),
    applies=Applies(services=frozenset(("sel-83", "sel-84", "sel-107", "sel-110"))),
)
