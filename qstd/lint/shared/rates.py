"""Highest amounts that the law sets anew every year. A year that is not here is unknown, and rules keep silent about it.

Every amount was read in a public source, which stands beside it. Next year's comes as one more line.
"""

from decimal import Decimal
from typing import Literal, NamedTuple

Charge = Literal["main_course_at_home", "full_board"]


class Rate(NamedTuple):
    """The most that may be charged in a year, in kroner; `source` is where it was read."""

    charge: Charge
    year: int
    amount: Decimal
    source: str


RATES = (
    Rate("main_course_at_home", 2024, Decimal(61), "altinget.dk/foedevarer/ministersvar/113864"),
    Rate("full_board", 2024, Decimal(4113), "altinget.dk/foedevarer/ministersvar/113864"),
)


def highest(charge: Charge, year: int) -> Decimal | None:
    """Return the most that may be charged in a year; None where it is not known."""
    return next((each.amount for each in RATES if (each.charge, each.year) == (charge, year)), None)
