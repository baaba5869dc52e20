"""Standards for tests of texts: from plain bodies, or from the values of a case file."""

from collections.abc import Mapping
from typing import Any

from qstd.compare import Entry
from qstd.model.comparison import Comparison, TopicCell
from qstd.model.decode import decode
from qstd.model.standard import Section, StandardFile, of


def plain(name: str, *bodies: str | tuple[str, str]) -> Entry:
    """A standard with a section for each body; its topic comes first where there is one."""
    pairs = [each if isinstance(each, tuple) else (f"t{at}", each) for at, each in enumerate(bodies)]
    sections = tuple(Section(topic=topic, number=str(at + 1), body=body) for at, (topic, body) in enumerate(pairs))
    file = StandardFile(schema=1, title="Kvalitetsstandard", service="sel-99", status="in_force", sections=sections)
    return Entry(f"{name}/hjaelp", name, of(name, file))


def written(name: str, values: Mapping[str, Any], service: str) -> Entry:
    """A standard from its sections and facts as they stand in a file."""
    head = {"schema": 1, "title": "Kvalitetsstandard", "service": service, "status": "in_force"}
    return Entry(f"{name}/hjaelp", name, of(name, decode(StandardFile, head | dict(values))))


def cell(whole: Comparison, name: str, topic: str) -> TopicCell:
    """The cell of a column, by its label, under a topic."""
    at = [each.label for each in whole.columns].index(name)
    return next(row.cells[at] for row in whole.topics if row.topic == topic)


def echoes(whole: Comparison) -> dict[tuple[str, str], dict[str, str]]:
    """All echoes: by column and topic, where they point and how sure they are."""
    labels = [each.label for each in whole.columns]
    return {
        (labels[at], row.topic): {f"{labels[each.column]}/{each.section}": each.confidence for each in cell.echoes}
        for row in whole.topics
        for at, cell in enumerate(row.cells)
        if cell.echoes
    }
