"""Comparison: two or more standards beside each other; the one value that every view of a comparison shows.

The four states of a cell are four different things: `stated`; `none`, where the text says that there is none of it;
`empty`, where a heading stands without text; `absent`, where nothing is said.
"""

from dataclasses import dataclass
from typing import Literal

from qstd.model.facts import AnyFact
from qstd.model.standard import Approval

State = Literal["stated", "none", "empty", "absent"]
Verdict = Literal["equal", "different", "some", "nobody"]
PropertyName = Literal["title", "approved", "approved_by", "effective_from", "review_due"]


@dataclass(frozen=True, slots=True)
class Column:
    """One of the compared standards. `ref` is `municipality/slug`, or `law/service` for the statute; `label` is the
    short name that heads the column. `has_facts` is false where nothing has been drawn out of the text yet: then
    that no fact is there does not mean that the standard says nothing.
    """

    ref: str
    label: str
    title: str
    service: str
    is_law: bool = False
    status: str = ""
    approval: Approval | None = None
    has_facts: bool = True


@dataclass(frozen=True, slots=True)
class Flag:
    """Where a standard gives less than the statute in the column `law`: `narrower_group` lists the `missing` ones of
    the statute's `total` groups; `added_age_limit` is an age where the statute names none.
    """

    kind: Literal["narrower_group", "added_age_limit"]
    law: str
    missing: tuple[str, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class FactCell:
    """What one standard says of one kind of fact. Where it has no such fact, `section` is the key of the section on
    that subject: with its answer in `quote` (none), without text (empty), or with text that holds no value of this
    kind (absent). A fact's own evidence tells its section.
    """

    state: State
    facts: tuple[AnyFact, ...] = ()
    section: str = ""
    quote: str = ""
    flags: tuple[Flag, ...] = ()


@dataclass(frozen=True, slots=True)
class FactRow:
    """One kind of fact (and role, for deadlines and citations) across all columns. `some`: some columns only have an
    answer, and alike. `nobody`: no column has one; the row is there because a heading stands without text.
    """

    kind: str
    role: str
    verdict: Verdict
    cells: tuple[FactCell, ...]


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of one standard, as it stands there."""

    section: str
    number: str
    heading: str
    body: str
    audience: str = "everyone"


@dataclass(frozen=True, slots=True)
class TopicCell:
    """What one standard has under one topic; several passages where it has several sections of that topic."""

    state: State
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic across all columns; `topic` is empty for sections that no topic fits."""

    topic: str
    verdict: Verdict
    cells: tuple[TopicCell, ...]


@dataclass(frozen=True, slots=True)
class PropertyRow:
    """One property of the documents themselves across all columns; empty where a document does not say. Dates are
    ISO text, or the document's own words where it has no more than those.
    """

    name: PropertyName
    verdict: Verdict
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that stands in any column has its row: facts by kind, sections by topic, the document's properties."""

    columns: tuple[Column, ...]
    facts: tuple[FactRow, ...]
    topics: tuple[TopicRow, ...]
    properties: tuple[PropertyRow, ...] = ()


def passages(comparison: Comparison, column: int) -> dict[str, Passage]:
    """Return the sections of one column by the key with which evidence points to them."""
    cells = (row.cells[column] for row in comparison.topics)
    found: dict[str, Passage] = {}
    for each in (passage for cell in cells for passage in cell.passages):
        found.setdefault(each.section, each)
    return found
