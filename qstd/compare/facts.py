"""Facts beside each other: one row for each kind that any standard states, deadlines and citations by their role.

A row is also there where no standard states a fact of the kind, but one of them has the heading for it, without text or
with a bare "ingen". A heading without text alone makes the verdict `nobody`, so "stated by any" stays a plain question.
"""

import re
from collections.abc import Hashable, Sequence
from dataclasses import fields, replace

from qstd import prose
from qstd.compare.flags import with_flags
from qstd.compare.hollow import folded, state_of
from qstd.compare.kinds import HOME, ROWS, TOPICS, Kind, kind_of
from qstd.compare.verdicts import answers_something, verdict
from qstd.model.comparison import Column, FactCell, FactRow
from qstd.model.facts import (
    DURATION,
    Anonymity,
    AnyFact,
    Evidence,
    FollowUp,
    Obligation,
    SupplierChoice,
    TargetGroup,
)
from qstd.model.standard import Section, Standard

_NOWHERE = Evidence(section="", quote="")
# What a bare "ingen" under the heading of a kind means, where the kind has a value for that.
_NONE_OF: dict[str, AnyFact] = {
    "follow_up": FollowUp(kind="follow_up", mode="none", evidence=_NOWHERE),
    "obligation": Obligation(kind="obligation", none=True, evidence=_NOWHERE),
    "supplier_choice": SupplierChoice(kind="supplier_choice", mode="none", evidence=_NOWHERE),
}


def fact_rows(columns: Sequence[Column], standards: Sequence[Standard]) -> tuple[FactRow, ...]:
    """Return the rows in the order of `FACT_KINDS`."""
    return tuple(_row(kind, columns, standards) for kind in _kinds(standards))


def _kinds(standards: Sequence[Standard]) -> list[Kind]:
    stated = {kind_of(fact) for standard in standards for fact in standard.facts}
    spoken_of = {topic for kind in stated for topic in TOPICS.get(kind, ())}
    hollow = {
        section.topic
        for standard in standards
        for section in standard.sections
        if section.topic and section.topic not in spoken_of and state_of(section.body) != "stated"
    }
    return [kind for kind in ROWS if kind in stated or any(HOME.get(topic) == kind for topic in hollow)]


def _row(kind: Kind, columns: Sequence[Column], standards: Sequence[Standard]) -> FactRow:
    cells = [_cell(kind, each) for each in standards]
    judged = verdict(columns, [_meaning(kind, each) for each in cells])
    return FactRow(*kind, judged, with_flags(columns, kind, cells))


def _cell(kind: Kind, standard: Standard) -> FactCell:
    facts = tuple(each for each in standard.facts if kind_of(each) == kind)
    if facts:
        return FactCell("none" if all(map(_says_none, facts)) else "stated", facts)
    return _silent([each for each in standard.sections if each.topic in TOPICS.get(kind, ())])


def _silent(sections: Sequence[Section]) -> FactCell:
    """Judge a cell without facts: text on the subject, even without a value, goes before an "ingen" elsewhere."""
    by_state = {state_of(each.body): each for each in reversed(sections)}
    if spoken := by_state.get("stated"):
        return FactCell("absent", section=spoken.key)
    if refused := by_state.get("none"):
        return FactCell("none", section=refused.key, quote=prose.none_answer(refused.body))
    if hollow := by_state.get("empty"):
        return FactCell("empty", section=hollow.key)
    return FactCell("absent")


def _says_none(fact: AnyFact) -> bool:
    """Tell whether the value is that there is none of it. Free of charge or without limit are values of their own."""
    if isinstance(fact, Obligation):
        return fact.none
    return isinstance(fact, (FollowUp, Anonymity, SupplierChoice)) and fact.mode == "none"


def _meaning(kind: Kind, cell: FactCell) -> Hashable | None:
    """Return what the answers of a cell say, whoever says it first and in whatever words."""
    if not answers_something(cell.state):
        return None
    bare = _NONE_OF.get(kind[0])
    said = cell.facts or ((bare,) if bare else ())
    return frozenset(map(_value, said))


def _value(fact: AnyFact) -> Hashable:
    if isinstance(fact, TargetGroup) and fact.groups:
        fact = replace(fact, text=None)  # the groups say it; `text` is how the municipality puts it
    return tuple(_plain(getattr(fact, each.name)) for each in fields(fact) if each.name != "evidence")


def _plain(value: object) -> Hashable:
    """Several names or times count in any order; words count without regard to capitals and white space."""
    if isinstance(value, tuple):
        return frozenset(map(_plain, value))
    if isinstance(value, str):
        return _length(value) if re.fullmatch(DURATION, value) else folded(value).casefold().rstrip(".")
    assert isinstance(value, Hashable)
    return value


def _length(duration: str) -> Hashable:
    """A year is twelve months and a week seven days; months and days cannot be told in one another."""
    parts = {"Y": 0, "M": 0, "W": 0, "D": 0}
    for count, unit in re.findall(r"(\d+)([YMWD])", duration):
        parts[unit] += int(count)
    return parts["Y"] * 12 + parts["M"], parts["W"] * 7 + parts["D"]
