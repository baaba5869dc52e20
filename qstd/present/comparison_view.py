"""What every part of a comparison's page needs of it: the order of the columns, their names, and where each text stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from qstd import catalogue
from qstd.language import translator
from qstd.model.comparison import Comparison, FactRow, Passage, PropertyRow, State, TopicRow, passages
from qstd.model.document import Blocks, Cell, Inline, Link, Mark, Paragraph, Row, Text
from qstd.present import comparison_words as words
from qstd.present.inlines import rewrite
from qstd.present.quantities import listed, solid
from qstd.present.slugs import slug
from qstd.present.typography import NBSP

_NO_USES: Mapping[str, str] = MappingProxyType({})
N_ = str  # marks a Danish text that is translated where it is shown

AnyRow = FactRow | TopicRow | PropertyRow
Ground = Literal["law", "baseline", "stated", "none", "empty", "absent", "text", "spread"]
# What a cell is to the baseline: alike, or not.
MEASURED = {
    "facts": (N_("som {name}"), N_("afviger fra {name}")),
    "texts": (N_("samme ord som {name}"), N_("andre ord end {name}")),
}


@dataclass(frozen=True, slots=True)
class View:
    """A comparison as a page shows it. `order` is that of the columns: the law, the baseline, the others; `places`
    has for each column the number by which readers choose it: the first after the names is 1. `homes` has for
    each column the row of topics in which each of its sections stands. `narrow` pages have many columns and little room
    for each; paper has no room to scroll, and no pages to lead to. `uses` has for a column, by reference, the address at
    which somebody takes over its wordings; the name of the section follows it.
    """

    comparison: Comparison
    language: str
    order: tuple[int, ...]
    places: tuple[int, ...]
    names: tuple[str, ...]
    inside: tuple[str, ...]
    slugs: tuple[str, ...]
    passages: tuple[dict[str, Passage], ...]
    homes: tuple[dict[str, int], ...]
    topic_ids: tuple[str, ...]
    pages: Mapping[str, str]
    counted: str
    many: bool
    paper: bool
    uses: Mapping[str, str]

    @property
    def narrow(self) -> bool:
        """Whether cells are so narrow that all but the value is folded."""
        return self.many and not self.paper

    def say(self, text: str) -> str:
        """Return a sentence in the reader's language."""
        return translator(self.language)(text)

    def target(self, at: int, section: str) -> str:
        """Return the address of the cell in which a section of a column stands in full."""
        return f"#{self.topic_ids[self.homes[at][section]]}-{self.slugs[at]}"

    def where(self, columns: Sequence[int]) -> str:
        """Return "hos Greve og Lejre og i loven"; many are counted."""
        laws = [each for each in columns if self.comparison.columns[each].is_law]
        own = sorted(set(columns).difference(laws), key=lambda at: self.places[at])
        names = listed([self.inside[each] for each in own], self.language)
        if len(own) > words.MOST_NAMED:
            names = solid(self.counted.format(count=len(own)))
        parts = [self.say("hos {names}").format(names=names)] if own else []
        parts += [self.say("i {name}").format(name=self.inside[each]) for each in laws]
        return listed(parts, self.language)


def view(
    comparison: Comparison, language: str, pages: Mapping[str, str], paper: bool, uses: Mapping[str, str] = _NO_USES
) -> View:
    """Prepare a comparison for its page."""
    count = range(len(comparison.columns))
    columns = comparison.columns
    order = tuple(sorted(count, key=lambda at: (not columns[at].is_law, at != comparison.baseline)))
    return View(
        comparison=comparison,
        language=language,
        order=order,
        places=tuple(order.index(at) + 1 for at in count),
        names=words.names(columns, language),
        inside=tuple(name for _column, name in words.in_text(comparison, language)),
        slugs=_unique([slug(each) for each in words.names(columns, "da")]),
        passages=tuple(passages(comparison, at) for at in count),
        homes=tuple(_homes(comparison, at) for at in count),
        topic_ids=_unique([f"afsnit-{slug(topic_name(row, 'da'))}" for row in comparison.topics]),
        pages={} if paper else pages,
        counted=words.counted_columns(comparison, language),
        many=len(columns) > words.MOST_WIDE,
        paper=paper,
        uses=uses,
    )


def _homes(comparison: Comparison, at: int) -> dict[str, int]:
    found: dict[str, int] = {}
    for number, row in enumerate(comparison.topics):
        for passage in row.cells[at].passages:
            found.setdefault(passage.section, number)
    return found


def topic_name(row: TopicRow, language: str) -> str:
    """Return the name of a topic; a row without one is called what its section is called."""
    topic = catalogue.topics().get(row.topic)
    if topic:
        return catalogue.label(topic.label, language)
    headings = (passage.heading for cell in row.cells for passage in cell.passages)
    return row.topic or next(filter(None, headings), translator(language)("Uden overskrift"))


def _unique(slugs: Sequence[str]) -> tuple[str, ...]:
    """Return the slugs, those met before with a number: an anchor is there once."""
    taken: set[str] = set()
    out = []
    for wanted in slugs:
        free, count = wanted or "x", 1
        while free in taken:
            count += 1
            free = f"{wanted}-{count}"
        taken.add(free)
        out.append(free)
    return tuple(out)


# ---------- What all tables are made of ----------


def head(view: View, corner: str, anchors: bool) -> Row:
    """Return the head of a table; the first table of a page has the anchors of the columns."""
    cells = [Cell((Paragraph((Text(corner),)),), header="column")]
    if view.many:
        cells.append(Cell((Paragraph((Text(view.say("Fordeling")),)),), header="column", kinds=("spread",)))
    cells += (_column_head(view, at, anchors) for at in view.order)
    return Row(tuple(cells))


def _column_head(view: View, at: int, anchors: bool) -> Cell:
    columns = view.comparison.columns
    several = len({each.service for each in columns}) > 1
    notes = words.column_notes(columns[at], several, view.language)
    if view.narrow:  # no room for a date that must not be broken
        notes = tuple(rewrite(each, lambda text: (Text(text.replace(NBSP, " ")),)) for each in notes)
    if at == view.comparison.baseline:
        said = Text(view.say("de andre sammenlignes med denne"))
        notes = (*notes, (Mark((said,), "tag"),))
    name: Inline = Text(view.names[at])
    if columns[at].ref in view.pages:
        name = Link(view.pages[columns[at].ref], (name,))
    return Cell(
        (Paragraph((name,)), *(Paragraph(each, kind="small") for each in notes)),
        header="column",
        kinds=_ground(view, at),
        id=f"kolonne-{view.slugs[at]}" if anchors else "",
        place=view.places[at],
    )


def _ground(view: View, at: int) -> tuple[Ground, ...]:
    law: tuple[Ground, ...] = ("law",) if view.comparison.columns[at].is_law else ()
    return (*law, "baseline") if at == view.comparison.baseline else law


def name_cell(name: str, verdict: str) -> Cell:
    """Return the cell that opens a row: its name and the verdict on it."""
    return Cell((Paragraph((Text(name),)), Paragraph((Text(verdict),), kind="small")), header="row")


def value_cell(view: View, at: int, anchor: str, row: AnyRow, blocks: Blocks, whole_text: bool = False) -> Cell:
    """Return the cell of a column; `whole_text` marks one that holds a section as it stands."""
    said = row.cells[at]
    state: State = ("stated" if said else "absent") if isinstance(said, str) else said.state
    return Cell(
        (*blocks, *_measured(view, row, at)),
        kinds=(*_ground(view, at), "text" if whole_text and state == "stated" else state),
        id=f"{anchor}-{view.slugs[at]}",
        column=view.names[at],
        place=view.places[at],
        group=group(row, at),
        outlier=isinstance(row, FactRow) and at in row.outliers,
    )


def group(row: AnyRow, at: int) -> int:
    """Return the number of a column's answer; 0 for none, and where answers cannot be told apart or alike."""
    return row.groups[at] if row.groups and row.verdict != "incomparable" else 0


def _measured(view: View, row: AnyRow, at: int) -> Iterator[Paragraph]:
    """Say how a cell stands to the baseline, where both have an answer and the two can be compared."""
    baseline = view.comparison.baseline
    if baseline is None or at == baseline or not (group(row, at) and group(row, baseline)):
        return
    alike = group(row, at) == group(row, baseline)
    same, other = MEASURED["texts" if isinstance(row, TopicRow) else "facts"]
    said = view.say(same if alike else other).format(name=view.inside[baseline])
    yield Paragraph((Mark((Text(said),), "tag"),), kind="small")


def same_row(row: AnyRow) -> Literal["", "same"]:
    """Tell what a row is to readers who want only differences: those who all say the same, or nothing, do not differ."""
    return "same" if row.verdict in ("equal", "nobody") else ""


def state_words(text: str, state: State) -> Paragraph:
    """Return the value of a cell, with the mark of its state."""
    return Paragraph((Mark((Text(text),), kind=state),), kind="value")


def silence(view: View, at: int, state: State, absent: str) -> str:
    """Return the words for a cell that says nothing."""
    if state == "empty":
        return view.say("Overskrift uden tekst")
    column = view.comparison.columns[at]
    return view.say("Ikke i {law}").format(law=words.law_name(column, view.language)) if column.is_law else absent
