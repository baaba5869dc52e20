"""Facts beside each other: one row for each kind that any standard states, deadlines and citations by their role.

A row is also there where no standard states a fact of the kind, but one of them has the heading for it, without text or
with a bare "ingen". A heading without text alone makes the verdict `nobody`, so "stated by any" stays a plain question.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qstd import prose
from qstd.compare.flags import with_flags
from qstd.compare.hollow import state_of
from qstd.compare.kinds import HOME, ROWS, TOPICS, Kind, kind_of
from qstd.compare.meanings import Meaning, comparability, meaning
from qstd.compare.outliers import outliers, spreads
from qstd.compare.quantities import Doubt, stated
from qstd.compare.verdicts import answers_something, groups, verdict
from qstd.model.comparison import Column, FactCell, FactRow
from qstd.model.facts import Anonymity, AnyFact, Evidence, FollowUp, Obligation, SupplierChoice
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
    sorted_facts = [by_kind(each) for each in standards]
    return tuple(
        _row(kind, columns, [cell(kind, *each) for each in zip(standards, sorted_facts, strict=True)])
        for kind in _kinds(standards)
    )


def by_kind(standard: Standard) -> Mapping[Kind, Sequence[AnyFact]]:
    """Sort the facts of a standard into rows."""
    found: dict[Kind, list[AnyFact]] = {}
    for each in standard.facts:
        found.setdefault(kind_of(each), []).append(each)
    return found


def _kinds(standards: Sequence[Standard]) -> list[Kind]:
    stated = {kind_of(fact) for standard in standards for fact in standard.facts}
    spoken_of = {topic for kind in stated for topic in TOPICS.get(kind, ())}
    hollow = {
        section.topic
        for standard in standards
        for section in standard.sections
        if section.topic in HOME and section.topic not in spoken_of and state_of(section.body) != "stated"
    }
    homes = {HOME[topic] for topic in hollow if topic}
    return [kind for kind in ROWS if kind in stated or kind in homes]


def _row(kind: Kind, columns: Sequence[Column], cells: Sequence[FactCell]) -> FactRow:
    answers = [answer(kind, each) for each in cells]
    judged = verdict(columns, answers)
    note: Doubt = ""
    if judged == "different":
        differ, note = comparability([each for each in dict.fromkeys(answers) if each is not None])
        judged = "different" if differ else "incomparable"
    own = [at for at, each in enumerate(columns) if not each.is_law]
    quantities = {at: stated(cells[at].facts) for at in own}
    return FactRow(
        *kind,
        verdict=judged,
        cells=with_flags(columns, kind, cells, answers),
        groups=groups(answers),
        outliers=outliers({at: said for at in own if (said := answers[at]) is not None}, quantities),
        spreads=spreads(quantities),
        note=note,
    )


def cell(kind: Kind, standard: Standard, sorted_facts: Mapping[Kind, Sequence[AnyFact]]) -> FactCell:
    """Return what a standard says of one kind; its facts have been sorted already."""
    if facts := tuple(sorted_facts.get(kind, ())):
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


def answer(kind: Kind, said: FactCell) -> Meaning | None:
    """Return what the answer of a cell means, whoever says it first and in whatever words; None where it has none."""
    return meaning(values(kind, said)) if answers_something(said.state) else None


def values(kind: Kind, said: FactCell) -> tuple[AnyFact, ...]:
    """Return the facts of a cell; for a bare "ingen" the fact that it stands for, where the kind has a value for that."""
    bare = _NONE_OF.get(kind[0])
    if said.facts or said.state != "none" or bare is None:
        return said.facts
    return (replace(bare, evidence=Evidence(section=said.section, quote=said.quote)),)
