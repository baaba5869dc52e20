"""D002 missed_published_deadline (warning): the deadline of a standard is the one that the municipality has published.

Applies to facts about deadlines where `deadlines:` in municipality.yaml has one for the same service and role.
Why: the council decides how long a case of each kind may take and has to publish it. A standard that says otherwise tells
one citizen one deadline and another citizen another one.
Source: retssikkerhedsloven section 3, subsection 2 (confirmed: the council sets a deadline for each kind of case) and 3 a
(second-hand: they are published). That a standard must repeat them is nowhere said, so this is a warning.
How to mend: write the deadline that holds now in both places, or delete it in the standard and refer to the published list.
Bad: "Du får svar senest 6 uger ..." where the list says four weeks. Good: the same length in both.
"""

from collections.abc import Iterator

from qstd.lint.rule import Around, Hit, Rule
from qstd.lint.shared.facts import of_kind
from qstd.model.facts import Deadline
from qstd.model.finding import Message, message
from qstd.model.municipality import PublishedDeadline
from qstd.model.standard import Standard

_HOURS = {"hour": 1, "day": 24, "week": 24 * 7, "month": 24 * 30, "year": 24 * 365}
_UNITS = {
    "hour": message("timer"),
    "day": message("dage"),
    "week": message("uger"),
    "month": message("måneder"),
    "year": message("år"),
}


def check(standard: Standard, around: Around) -> Iterator[Hit]:
    """Hold each deadline against the published one of its role."""
    known = around.municipality.deadlines if around.municipality else ()
    published: dict[str, PublishedDeadline] = {each.role: each for each in known if each.service == standard.service}
    for index, fact in of_kind(standard, Deadline):
        other = published.get(fact.role)
        longest = fact.value_to or fact.value
        if other and fact.unit and longest and fact.bound != "min" and _differ(longest, fact, other):
            what = message(
                "Standarden siger {own} {own_unit}, men kommunen har offentliggjort {other} {other_unit}.",
                own=longest,
                own_unit=_unit(fact.unit),
                other=other.value,
                other_unit=_unit(other.unit),
            )
            hint = message("Ret den, der er forkert: her, eller under »deadlines:« i municipality.yaml.")
            yield Hit(("facts", index), what, hint)


def _differ(longest: int, fact: Deadline, other: PublishedDeadline) -> bool:
    """Tell whether two lengths are certainly not the same; working days and calendar days cannot be told apart."""
    if fact.unit == other.unit:
        return longest != other.value
    if fact.day_kind == "working":
        return False
    return not _near(longest * _HOURS[fact.unit or "day"], other.value * _HOURS[other.unit])


def _near(hours: int, others: int) -> bool:
    """A month is four weeks to some and thirty-one days to others."""
    return abs(hours - others) <= max(hours, others) // 8


def _unit(key: str) -> Message:
    return _UNITS[key]


RULE = Rule(
    "D002",
    "warning",
    check,
    source=message("Kilde: Retssikkerhedsloven § 3, stk. 2, om frister, som kommunen fastsætter."),
    url="https://www.retsinformation.dk/eli/lta/2024/261",
)
