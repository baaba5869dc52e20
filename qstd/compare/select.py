"""What is left of a comparison when that is taken away which all answer alike."""

from collections.abc import Collection, Hashable, Iterator, Sequence
from dataclasses import replace

from qstd.compare.verdicts import several
from qstd.model.comparison import Comparison, FactRow, PropertyRow, TopicRow

Row = FactRow | TopicRow | PropertyRow


def same(comparison: Comparison) -> bool:
    """Tell whether nothing differs: every row, every word, number and heading of it, and how far the documents have come."""
    every = range(len(comparison.columns))
    one_status = len({each.status for each in comparison.columns}) == 1
    return one_status and all(_alike(row, every) for row in _rows(comparison))


def only_different(comparison: Comparison) -> Comparison:
    """Return a comparison without the rows that are alike, save those that a row that stays leads to. Between several
    municipalities the silence of the law, or its own wording, makes no row different.
    """
    columns = comparison.columns
    judged = [at for at, each in enumerate(columns) if not (each.is_law and several(columns))]
    different = replace(
        comparison,
        facts=tuple(row for row in comparison.facts if not _alike(row, judged)),
        topics=tuple(row for row in comparison.topics if not _alike(row, judged)),
        properties=tuple(row for row in comparison.properties if not _alike(row, judged)),
        shared=tuple(each for each in comparison.shared if any(copy.spans for copy in each.copies)),
    )
    return _with_what_it_leads_to(different, comparison.topics)


def _with_what_it_leads_to(comparison: Comparison, topics: Sequence[TopicRow]) -> Comparison:
    needed = frozenset(each for each in _places(comparison) if each[1])
    kept = tuple(row for row in topics if row in comparison.topics or not needed.isdisjoint(_own_places(row)))
    if kept == comparison.topics:
        return comparison
    return _with_what_it_leads_to(replace(comparison, topics=kept), topics)


def _own_places(row: TopicRow) -> Iterator[tuple[int, str]]:
    return ((at, each.section) for at, cell in enumerate(row.cells) for each in cell.passages)


def _places(comparison: Comparison) -> Iterator[tuple[int, str]]:
    """Yield the sections, by column and key, that something in a comparison leads to."""
    for row in comparison.facts:
        for at, cell in enumerate(row.cells):
            yield from ((at, each.evidence.section) for each in cell.facts)
            yield at, cell.section
    yield from ((each.column, each.section) for row in comparison.topics for cell in row.cells for each in cell.echoes)
    yield from ((each.column, each.section) for shared in comparison.shared for each in shared.copies)


def _rows(comparison: Comparison) -> tuple[Row, ...]:
    return (*comparison.facts, *comparison.topics, *comparison.properties)


def _alike(row: Row, columns: Collection[int]) -> bool:
    """Tell whether these columns have the same in a row. A verdict is on the meaning; a link, a heading or a number that
    differs is a difference too.
    """
    return row.verdict in ("equal", "nobody") and len({_said(row, at) for at in columns}) == 1


def _said(row: Row, column: int) -> Hashable:
    if isinstance(row, PropertyRow):
        return row.cells[column]
    if isinstance(row, FactRow):
        return row.cells[column].state  # that the values mean the same is in the verdict
    passages = row.cells[column].passages
    return tuple((each.number, each.heading, each.body, each.audience) for each in passages)
