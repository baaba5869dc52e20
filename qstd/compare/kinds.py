"""Which kinds of fact a section is about: what its silence, or its "ingen", is an answer to."""

from collections.abc import Mapping
from typing import get_args

from qstd.model.facts import FACT_KINDS, AnyFact, Citation, Deadline

# A kind of fact and its role; the role is empty for kinds that are one row.
Kind = tuple[str, str]

_SPLIT = {"citation": Citation, "deadline": Deadline}


def _roles(kind: str) -> tuple[str, ...]:
    if kind not in _SPLIT:
        return ("",)
    annotation = _SPLIT[kind].__annotations__["role"]
    roles: tuple[str, ...] = get_args(get_args(annotation)[0])
    return roles


ROWS: tuple[Kind, ...] = tuple((kind, role) for kind in FACT_KINDS for role in _roles(kind))

# The topics whose sections are about a kind. A kind that no topic is about (age, anonymity ...) may stand anywhere.
TOPICS: Mapping[Kind, tuple[str, ...]] = {
    ("citation", "basis"): ("legal_basis",),
    ("citation", "boundary"): ("boundary",),
    ("target_group", ""): ("target_group", "need", "eligibility"),
    ("access", ""): ("visitation",),
    ("referrer", ""): ("application",),
    ("contact", ""): ("contact",),
    ("deadline", "decision"): ("case_deadline",),
    ("deadline", "reaction"): ("case_deadline",),
    ("deadline", "start"): ("start_deadline",),
    ("deadline", "duration"): ("scope",),
    ("extent", ""): ("scope",),
    ("follow_up", ""): ("follow_up",),
    ("provider", ""): ("supplier",),
    ("supplier_choice", ""): ("supplier_choice",),
    ("competence", ""): ("competence",),
    ("price", ""): ("price",),
    ("obligation", ""): ("obligations",),
    ("complaint", ""): ("complaints",),
}

# The row in which an empty or "ingen" section shows where no standard states a fact on its topic.
HOME: Mapping[str, Kind] = {
    topic: kind
    for kind, topics in TOPICS.items()
    for topic in topics[:1]
    if kind not in {("deadline", "reaction"), ("deadline", "duration")}
}


def kind_of(fact: AnyFact) -> Kind:
    """Return the row that a fact belongs to."""
    return (fact.kind, fact.role) if isinstance(fact, (Citation, Deadline)) else (fact.kind, "")
