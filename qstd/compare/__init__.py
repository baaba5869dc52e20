"""Standards beside each other: `compare` makes a Comparison of two or more of them, the statute being one like others.

Nothing is lost: every section and every fact of every standard stands in exactly one cell. What counts is meaning:
the words of the evidence and the order of several answers make no difference between two standards.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from qstd.compare.alike import bodies, likeness, with_sentences
from qstd.compare.echoes import with_echoes
from qstd.compare.facts import fact_rows
from qstd.compare.properties import property_rows
from qstd.compare.sentences import leaves
from qstd.compare.shared import Paragraph, shared_texts
from qstd.compare.topics import topic_rows
from qstd.model.alignments import Alignment
from qstd.model.comparison import Column, Comparison
from qstd.model.standard import LAW, Standard


@dataclass(frozen=True, slots=True)
class Entry:
    """A standard to compare: by which reference it was asked for, and the short name for its column."""

    ref: str
    label: str
    standard: Standard


def compare(entries: Sequence[Entry], alignments: Sequence[Alignment] = (), baseline: int | None = None) -> Comparison:
    """Lay the standards beside each other, in the order given. `alignments` is what people have said of the passages;
    `baseline` is the column that the others are measured against.
    """
    columns = tuple(_column(each) for each in entries)
    standards = [each.standard for each in entries]
    topics = topic_rows(columns, standards)
    topics = with_sentences(topics, likeness(bodies(topics)))
    return Comparison(
        columns=columns,
        facts=fact_rows(columns, standards),
        topics=with_echoes(columns, standards, topics, alignments),
        properties=property_rows(columns),
        shared=shared_texts(
            [_texts(each) for each in standards], [at for at, each in enumerate(columns) if each.is_law]
        ),
        baseline=baseline,
    )


def _texts(standard: Standard) -> list[Paragraph]:
    return [
        Paragraph(section.key, leaf, text)
        for section in standard.sections
        for leaf, text in enumerate(leaves(section.body))
    ]


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
