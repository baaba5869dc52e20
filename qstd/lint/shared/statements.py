"""What a standard states once and again: its facts as values that can be held against each other.

Two statements with the same key answer the same question. Whether two answers are at odds is for the rule to say; here is
only what would be the same: 28 days and four weeks, 12 months and a year.
"""

import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from qstd.lint.rule import Around
from qstd.lint.shared.index import holding
from qstd.lint.shared.patterns import lazy
from qstd.lint.shared.values import AGES, age_ranges, deadline_days
from qstd.model.facts import (
    Access,
    Age,
    AnyFact,
    Complaint,
    ContactPoint,
    Deadline,
    Extent,
    FollowUp,
    Price,
    SupplierChoice,
    Temporary,
    Voluntary,
)
from qstd.model.finding import Message, Path, message
from qstd.model.standard import Section, Standard

_WHO_TOPICS = {"about_standard", "need", "purpose", "target_group", "eligibility", "application", "visitation"}
_COUNTED = {
    "grant": "grant",
    "visitation": "grant",
    "decision": "grant",
    "application": "application",
    "enquiry": "enquiry",
}
_USUAL = {"decision": "application", "reaction": "enquiry", "start": "grant"}
_DURATION = lazy(r"(\d+)([YMWD])")

Value = tuple[object, ...]


class Statement(NamedTuple):
    """What is answered (`key`, and in words `about`), the answer, the sentence and its section, and where to point."""

    key: Value
    value: Value
    about: Message
    quote: str
    section: str
    path: Path
    line: int = 0


def statements(standard: Standard, around: Around) -> Iterator[Statement]:
    """Yield what the confirmed facts state, and the ranges of ages that the text names beside them."""
    for index, fact in enumerate(standard.facts):
        if not fact.proposed:
            for key, value, about in _answers(fact):
                yield Statement(key, value, about, fact.evidence.quote, fact.evidence.section, ("facts", index))
    if standard.language == "da":
        yield from _ages_in_text(standard, around)


def _answers(fact: AnyFact) -> Iterator[tuple[Value, Value, Message]]:
    of_kind = _OF_KIND.get(type(fact))
    if of_kind is not None:
        yield from of_kind(fact)


def _age(fact: Age) -> Iterator[tuple[Value, Value, Message]]:
    yield ("age",), (fact.min, fact.max_ref or fact.max), message("alder")


def _deadline(fact: Deadline) -> Iterator[tuple[Value, Value, Message]]:
    days = deadline_days(fact)
    if days is not None and fact.role != "duration" and fact.bound not in ("min", "approximate"):
        since = _COUNTED.get(fact.anchor or "", fact.anchor) or _USUAL.get(fact.role)
        yield ("deadline", fact.role, since, fact.day_kind == "working"), (days,), message("frist")


def _follow_up(fact: FollowUp) -> Iterator[tuple[Value, Value, Message]]:
    if fact.interval is not None:
        yield ("follow_up", fact.subject), _months_and_days(fact.interval), message("opfølgning")


def _extent(fact: Extent) -> Iterator[tuple[Value, Value, Message]]:
    if fact.amount is not None and fact.unit == "hour" and fact.per in ("week", "month"):
        yield ("extent", fact.per), (fact.amount,), message("omfang")


def _price(fact: Price) -> Iterator[tuple[Value, Value, Message]]:
    if fact.mode == "fixed" and fact.per is not None:
        yield ("price", fact.per, fact.year), (fact.amount,), message("pris")


def _complaint(fact: Complaint) -> Iterator[tuple[Value, Value, Message]]:
    if fact.period is not None and "decision" in fact.subject:
        yield ("complaint",), _months_and_days(fact.period), message("klagefrist")


def _contact(fact: ContactPoint) -> Iterator[tuple[Value, Value, Message]]:
    name = " ".join(fact.name.casefold().split())
    if fact.phone:
        yield ("phone", name, fact.purpose, fact.hours), (re.sub(r"\D", "", fact.phone)[-8:],), message("telefon")
    if fact.mail:
        yield ("mail", name, fact.purpose), (fact.mail.casefold(),), message("e-mail")


def _access(fact: Access) -> Iterator[tuple[Value, Value, Message]]:
    if fact.mode in ("visited", "unvisited"):
        yield ("access",), (fact.mode,), message("adgang")


def _choice(fact: SupplierChoice) -> Iterator[tuple[Value, Value, Message]]:
    yield ("supplier_choice",), (fact.mode == "none",), message("valg af leverandør")


def _yes_or_no(fact: Temporary | Voluntary) -> Iterator[tuple[Value, Value, Message]]:
    about = message("midlertidighed") if isinstance(fact, Temporary) else message("frivillighed")
    yield (fact.kind,), (fact.value,), about


_OF_KIND: dict[type, Callable[..., Iterator[tuple[Value, Value, Message]]]] = {
    Age: _age,
    Deadline: _deadline,
    FollowUp: _follow_up,
    Extent: _extent,
    Price: _price,
    Complaint: _complaint,
    ContactPoint: _contact,
    Access: _access,
    SupplierChoice: _choice,
    Temporary: _yes_or_no,
    Voluntary: _yes_or_no,
}


def _ages_in_text(standard: Standard, around: Around) -> Iterator[Statement]:
    """Yield the ages of sentences on who can get the help, save those that a fact tells."""
    told = {(each.min, each.max) for each in standard.facts if isinstance(each, Age)}
    for each in holding(standard, around, AGES):
        own: Section = standard.sections[each.section]
        if own.topic in _WHO_TOPICS:
            for low, high, words in age_ranges(each.text):
                if (low, high) not in told and words:
                    path: Path = ("sections", each.section, "body")
                    yield Statement(("age",), (low, high), message("alder"), each.text, own.key, path, each.line)


def _months_and_days(duration: str) -> Value:
    months = days = 0
    for count, unit in _DURATION.findall(duration):
        months += int(count) * {"Y": 12, "M": 1}.get(unit, 0)
        days += int(count) * {"W": 7, "D": 1}.get(unit, 0)
    return months, days
