"""Comparison: two or more standards beside each other; the one value that every view of a comparison shows.

The four states of a cell are four different things: `stated`; `none`, where the text says that there is none of it;
`empty`, where a heading stands without text; `absent`, where nothing is said.
"""

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from qstd.model.facts import AnyFact
from qstd.model.revision import Span
from qstd.model.standard import Approval

State = Literal["stated", "none", "empty", "absent"]
Verdict = Literal["equal", "different", "some", "nobody", "incomparable"]
Unit = Literal["hour", "day", "working_day", "week", "month", "year", "age", "krone", "minute", "time", "meal"]
Confidence = Literal["confirmed", "sure", "fairly_sure", "unsure"]
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
    the statute's `total` groups; `added_age_limit` is an age where the statute names none, `narrower_age` a narrower
    one; `hard_cap` is a highest amount of help without an exception where the statute has none; `less_than_law` is any
    other typed value that gives the citizen less (a longer deadline, a higher price, a shorter time to complain).
    """

    kind: Literal["narrower_group", "added_age_limit", "narrower_age", "hard_cap", "less_than_law"]
    law: str
    missing: tuple[str, ...] = ()
    total: int = 0


@dataclass(frozen=True, slots=True)
class Spread:
    """The lowest, the middle and the highest of the `count` columns that state a quantity in one unit; `per` is what an
    amount is for ("week", "meal"), empty where it is for nothing.
    """

    unit: Unit
    low: Decimal
    median: Decimal
    high: Decimal
    count: int
    per: str = ""


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
    `incomparable`: the answers cannot be told apart or alike, and `note` says why: `units` (days against months, a price
    per meal against one per month), `day_kinds` (working days against calendar days or unspecified ones).

    `groups` has a number for each column: 0 where it has no answer, else that of its answer; columns of one number
    answer alike, and 1 is the answer that most give. `outliers` are the columns that stand alone against an answer that
    most others share, or whose quantity lies far from the others'. A quantity has a spread for each unit.
    """

    kind: str
    role: str
    verdict: Verdict
    cells: tuple[FactCell, ...]
    groups: tuple[int, ...] = ()
    outliers: tuple[int, ...] = ()
    spreads: tuple[Spread, ...] = ()
    note: Literal["", "units", "day_kinds"] = ""


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage: the characters from `start` up to `end` of its text block number `leaf` (in the order of
    `prose.block_texts`). `same` are the other columns that have it word for word, `near` those that have it almost so.
    """

    leaf: int
    start: int
    end: int
    same: tuple[int, ...] = ()
    near: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """One section of one standard, as it stands there. `sentences` lists only those that other columns have too."""

    section: str
    number: str
    heading: str
    body: str
    audience: str = "everyone"
    sentences: tuple[Sentence, ...] = ()


@dataclass(frozen=True, slots=True)
class Echo:
    """Where `column` writes, under another topic, about what this cell's topic is about: in `section`. In a cell that
    has no text it is the cell's own column. `score` is from 0 to 1; `confirmed` means that a person has said so.
    """

    column: int
    section: str
    confidence: Confidence
    score: float


@dataclass(frozen=True, slots=True)
class TopicCell:
    """What one standard has under one topic; several passages where it has several sections of that topic."""

    state: State
    passages: tuple[Passage, ...] = ()
    echoes: tuple[Echo, ...] = ()


@dataclass(frozen=True, slots=True)
class TopicRow:
    """One topic across all columns; `topic` is empty for sections that no topic fits. `groups` as in a FactRow."""

    topic: str
    verdict: Verdict
    cells: tuple[TopicCell, ...]
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class PropertyRow:
    """One property of the documents themselves across all columns; empty where a document does not say. Dates are
    ISO text, or the document's own words where it has no more than those. `groups` as in a FactRow.
    """

    name: PropertyName
    verdict: Verdict
    cells: tuple[str, ...]
    groups: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Copy:
    """Where a text that several have stands: the column, the section's key and the text block in it (see Sentence).
    `text` is how it reads there; `spans` lead from the common wording to it and are empty where it is word for word.
    `similarity` is from 0 to 1.
    """

    column: int
    section: str
    leaf: int
    text: str
    similarity: float = 1.0
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class SharedText:
    """A paragraph that two or more columns have, word for word or nearly so. `text` is the wording that most have."""

    text: str
    copies: tuple[Copy, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Everything that stands in any column has its row: facts by kind, sections by topic, the document's properties.
    `baseline` is the column that readers want the others measured against; None where they named none.
    """

    columns: tuple[Column, ...]
    facts: tuple[FactRow, ...]
    topics: tuple[TopicRow, ...]
    properties: tuple[PropertyRow, ...] = ()
    shared: tuple[SharedText, ...] = ()
    baseline: int | None = None


def passages(comparison: Comparison, column: int) -> dict[str, Passage]:
    """Return the sections of one column by the key with which evidence points to them."""
    cells = (row.cells[column] for row in comparison.topics)
    found: dict[str, Passage] = {}
    for each in (passage for cell in cells for passage in cell.passages):
        found.setdefault(each.section, each)
    return found
