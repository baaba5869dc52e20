"""Comparisons made by hand, each field as a page may meet it, and what tests ask of a page."""

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Any

from qstd.model.comparison import (
    Column,
    Comparison,
    Copy,
    Echo,
    FactCell,
    FactRow,
    Flag,
    Passage,
    Sentence,
    SharedText,
    Spread,
    TopicCell,
    TopicRow,
)
from qstd.model.document import Cell, Document, Heading, Note, Paragraph, Row, Table, plain
from qstd.model.facts import Age, AnyFact, Deadline, Evidence
from qstd.model.revision import Span

NAMES = "Loven Albertslund Ballerup Dragør Furesø Gladsaxe Herlev Ishøj Lejre Odder Randers Solrød Tårnby".split()
LAW = "law/sel-99"


def columns(count: int) -> tuple[Column, ...]:
    """The law and `count - 1` municipalities."""
    law = Column(LAW, "Loven", "Lov om social service § 99", "sel-99", is_law=True)
    own = [
        Column(f"{name}-{at}/standard", name if at < len(NAMES) else f"{name} {at}", f"Standard {at}", "sel-99")
        for at, name in ((at, NAMES[at % len(NAMES)]) for at in range(1, count))
    ]
    return (law, *own)


def deadline(days: int, **more: Any) -> Deadline:
    """A deadline for a decision, in days."""
    values: dict[str, Any] = {"value": days, "unit": "day", "bound": "max", "day_kind": "calendar"} | more
    return Deadline(
        kind="deadline",
        role="decision",
        evidence=Evidence(section="case_deadline", quote=f"inden {days} dage"),
        **values,
    )


def age(low: int, high: int) -> Age:
    """An age with two ends."""
    return Age(kind="age", min=low, max=high, evidence=Evidence(section="need", quote=f"mellem {low} og {high} år"))


def stated(*facts: AnyFact, **more: Any) -> FactCell:
    """A cell with facts."""
    return FactCell("stated", facts, **more)


SILENT = FactCell("absent")
NOTHING = TopicCell("absent")


def text(section: str, number: str, body: str, **more: Any) -> TopicCell:
    """A cell with one section."""
    passage = Passage(section, number, f"Overskrift {number}", body, sentences=more.pop("sentences", ()))
    return TopicCell("stated", (passage,), **more)


def of_facts(*rows: FactRow) -> Comparison:
    """A comparison of facts only, as wide as its rows."""
    return Comparison(columns(len(rows[0].cells)), rows, ())


def of_topics(*rows: TopicRow) -> Comparison:
    """A comparison of sections only, as wide as its rows."""
    return Comparison(columns(len(rows[0].cells)), (), rows)


FLAGGED = of_facts(
    FactRow(
        "deadline",
        "decision",
        "incomparable",
        (
            stated(deadline(28)),
            stated(deadline(56), flags=(Flag("less_than_law", LAW),)),
            stated(deadline(7, day_kind="working")),
        ),
        groups=(1, 2, 3),
        note="day_kinds",
    ),
    FactRow(
        "age",
        "",
        "different",
        (stated(age(18, 67)), stated(age(18, 64), flags=(Flag("narrower_age", LAW),)), stated(age(18, 67))),
        groups=(1, 2, 1),
        outliers=(1,),
    ),
)
SENTENCES = "Hjælpen er gratis. Du skal være fyldt 18 år. Vi kommer hjem til dig."
SHARED = replace(
    of_topics(
        TopicRow(
            "need",
            "different",
            (
                NOTHING,
                text(
                    "need",
                    "2",
                    SENTENCES,
                    sentences=(Sentence(0, 0, 18, same=(2,)), Sentence(0, 19, 44, near=(2,))),
                    echoes=(Echo(2, "special", "fairly_sure", 0.7),),
                ),
                text("need", "3", "Hjælpen er gratis. Du skal være 18 år.", sentences=(Sentence(0, 0, 18, same=(1,)),)),
            ),
            groups=(0, 1, 2),
        ),
        TopicRow(
            "special",
            "some",
            (NOTHING, replace(NOTHING, echoes=(Echo(1, "need", "confirmed", 1.0),)), text("special", "9", "Vi kommer.")),
            groups=(0, 0, 1),
        ),
    ),
    shared=(
        SharedText(
            "Hjælpen er gratis.",
            (
                Copy(1, "need", 0, "Hjælpen er gratis."),
                Copy(
                    2, "need", 0, "Hjælpen er ikke gratis.", 0.9,
                    (Span("same", 0, 11, 0, 11), Span("inserted", 11, 11, 11, 16), Span("same", 11, 18, 16, 23)),
                ),
            ),
        ),
    ),
)  # fmt: skip


def wide(count: int) -> Comparison:
    """Many columns: a deadline with a spread, and a section that each second one has."""
    days = [7, *(7 + 7 * (at % 4) for at in range(1, count))]
    cells = [stated(deadline(each)) if at % 3 else SILENT for at, each in enumerate(days)]
    own = sorted(days[at] for at in range(1, count) if at % 3)
    spread = Spread("day", Decimal(own[0]), Decimal(own[len(own) // 2]), Decimal(own[-1]), len(own))
    groups = tuple(days[at] // 7 if at % 3 else 0 for at in range(count))
    row = FactRow("deadline", "decision", "different", tuple(cells), groups, outliers=(1,), spreads=(spread,))
    need = [text("need", "2", f"Hjælpen er nummer {at}.") if at % 2 else NOTHING for at in range(count)]
    topic = TopicRow("need", "different", tuple(need), tuple(at % 2 for at in range(count)))
    special = [text("special", "3", "Kun her.") if at == count - 1 else NOTHING for at in range(count)]
    return Comparison(columns(count), (row,), (topic, TopicRow("special", "some", tuple(special))))


# ---------- What a page says ----------


def walk(value: Any) -> Iterator[Any]:
    """Yield every block, cell and inline of a document."""
    yield value
    for name in ("blocks", "items", "head", "body", "cells", "inlines", "title", "caption", "label"):
        parts = getattr(value, name, ())
        if isinstance(parts, tuple):
            for each in parts:
                yield from walk(each)


def words(value: Any) -> str:
    """Return the text of a part of a document, with ordinary spaces."""
    texts = [plain(each.inlines) for each in walk(value) if isinstance(each, (Paragraph, Heading))]
    texts += [plain(each.title) for each in walk(value) if isinstance(each, Note)]
    return "\n".join(texts).replace("\u00a0", " ")


def tables(document: Document) -> list[Table]:
    """Return the tables in the order of the page."""
    return [each for each in walk(document) if isinstance(each, Table)]


def row(document: Document, anchor: str) -> Row:
    """Return the row with this anchor."""
    return next(each for each in walk(document) if isinstance(each, Row) and each.id == anchor)


def cells(document: Document, anchor: str) -> list[str]:
    """Return the words of the cells of a row."""
    return [words(each) for each in row(document, anchor).cells]


def names(table: Table) -> list[str]:
    """Return how the columns of a table are called."""
    return [words(each.blocks[0]) for each in table.head[0].cells]


def column(document: Document, name: str) -> list[Cell]:
    """Return the cells of a column."""
    return [each for each in walk(document) if isinstance(each, Cell) and each.column == name]
