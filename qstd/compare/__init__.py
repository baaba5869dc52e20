"""Standards beside each other: `compare` makes a Comparison of two or more of them, the statute being one like others.

Nothing is lost: every section and every fact of every standard stands in exactly one cell. What counts is meaning:
the words of the evidence and the order of several answers make no difference between two standards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qstd.compare.facts import fact_rows
from qstd.compare.properties import property_rows
from qstd.compare.topics import topic_rows
from qstd.model.comparison import Column, Comparison
from qstd.model.standard import LAW, Standard


@dataclass(frozen=True, slots=True)
class Entry:
    """A standard to compare: by which reference it was asked for, and the short name for its column."""

    ref: str
    label: str
    standard: Standard


def compare(entries: Sequence[Entry]) -> Comparison:
    """Lay the standards beside each other, in the order given."""
    columns = tuple(_column(each) for each in entries)
    standards = [each.standard for each in entries]
    return Comparison(
        columns=columns,
        facts=fact_rows(columns, standards),
        topics=topic_rows(columns, standards),
        properties=property_rows(columns),
    )


def _column(entry: Entry) -> Column:
    standard = entry.standard
    return Column(
        ref=entry.ref,
        label=entry.label,
        title=standard.title,
        service=standard.service,
        is_law=standard.municipality == LAW,
        status=standard.status,
        approval=standard.approval,
        has_facts=bool(standard.facts),
    )
