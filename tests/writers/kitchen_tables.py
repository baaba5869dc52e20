"""The comparison tables of the kitchen sink, and the small functions that all of it is made with."""

from dataclasses import replace
from typing import Literal

from qstd.model.document import Block, Cell, Heading, Inline, Link, Mark, Note, Paragraph, Row, Table, Text


def words(*inlines: str | Inline) -> tuple[Inline, ...]:
    """Return inlines, with plain strings as text."""
    return tuple(Text(each) if isinstance(each, str) else each for each in inlines)


def paragraph(
    *inlines: str | Inline,
    kind: Literal["", "lead", "meta", "small", "value", "approval", "pointer"] = "",
    anchor: str = "",
) -> Paragraph:
    """Return a paragraph of strings and inlines."""
    return Paragraph(words(*inlines), kind=kind, id=anchor)


def cell(
    *blocks: Block | str,
    column: str = "",
    kinds: tuple[Literal["law", "baseline", "stated", "none", "empty", "absent", "text", "spread"], ...] = (),
    anchor: str = "",
    group: int = 0,
) -> Cell:
    values = tuple(paragraph(each) if isinstance(each, str) else each for each in blocks)
    place = ("", *PLACES).index(column)
    return Cell(values, kinds=kinds, column=column, id=anchor, place=place, group=group, outlier=column == "Lejre")


PLACES = ("Loven", "Hvidovre", "Lejre")


def column(*lines: str, law: bool = False) -> Cell:
    first, *rest = lines
    blocks = (paragraph(first), *(paragraph(line, kind="small") for line in rest))
    place = PLACES.index(first) + 1 if first in PLACES else 0
    kinds: tuple[Literal["law", "baseline"], ...] = ("law",) if law else ("baseline",) if first == "Lejre" else ()
    anchor = f"kolonne-{first.lower()}" if place else ""
    return Cell(blocks, header="column", kinds=kinds, place=place, id=anchor)


def name(name: str, verdict: str) -> Cell:
    return Cell((paragraph(name), paragraph(verdict, kind="small")), header="row")


def value(text: str, state: Literal["stated", "none", "empty", "absent"]) -> Paragraph:
    return paragraph(Mark(words(text), state), kind="value")


FLAG = Note((paragraph("2 af lovens 3 grupper er ikke med."),), kind="flag", title=words("Snævrere end loven"))
QUOTE = Note((paragraph("»Ordlyden, som den står.«"),), kind="quote", title=words("Ordlyd, afsnit 6"))

COMPARISON = Table(
    head=(
        Row(
            (
                column("Oplysning"),
                column("Loven", "§ 99", law=True),
                column("Hvidovre", "dato ikke oplyst"),
                column("Lejre", "godkendt 5. oktober 2015"),
            )
        ),
    ),
    body=(
        Row((Cell((paragraph("For hvem"),), header="group", colspan=4),), kind="group"),
        Row(
            (
                name("Personkreds", "Forskellig"),
                cell(value("3 grupper", "stated"), column="Loven", kinds=("law", "stated")),
                cell(
                    value("1 gruppe", "stated"),
                    paragraph("voksne med sindslidelser", kind="small"),
                    FLAG,
                    QUOTE,
                    column="Hvidovre",
                    kinds=("stated",),
                    anchor="personkreds-hvidovre",
                ),
                cell(value("»ingen«", "none"), column="Lejre", kinds=("none",)),
            ),
            id="personkreds",
        ),
        Row(
            (
                name("Pris", "Ingen oplyser"),
                cell(value("Ikke i § 99", "absent"), column="Loven", kinds=("law", "absent")),
                cell(value("Overskrift uden tekst", "empty"), column="Hvidovre", kinds=("empty",)),
                cell(value("Ikke oplyst", "absent"), column="Lejre", kinds=("absent",)),
            ),
            id="pris",
        ),
        Row((Cell((paragraph("Rettigheder"),), header="group", colspan=4),), kind="group"),
        Row(
            (
                name("Frivillighed", "Ens"),
                cell(value("Ikke i § 99", "absent"), column="Loven", kinds=("law", "absent")),
                cell(value("Frivilligt", "stated"), column="Hvidovre", kinds=("stated",), group=1),
                cell(value("Frivilligt", "stated"), column="Lejre", kinds=("baseline", "stated"), group=1),
            ),
            id="frivillighed",
            kind="same",
        ),
    ),
    kind="comparison",
)

CONFIDENCES: tuple[tuple[Literal["confidence-4", "confidence-3", "confidence-2", "confidence-1"], str], ...] = (
    ("confidence-4", "bekræftet"),
    ("confidence-3", "sikker"),
    ("confidence-2", "ret sikker"),
    ("confidence-1", "usikker"),
)

TEXTS = Table(
    head=(Row((column("Emne"), *(replace(column(each), id="") for each in PLACES[1:]))),),
    body=(
        Row(
            (
                name("Formål", "Forskellig"),
                cell(
                    Heading(4, words("Hvad er formålet?"), number="3"),
                    paragraph(
                        "At støtte. ",
                        Mark(words("At bygge bro."), "shared", title="Også hos Lejre"),
                        " ",
                        Mark(words("At hjælpe."), "near", title="Næsten ens hos Lejre"),
                    ),
                    *(
                        paragraph(
                            Link("#personkreds", words("Tilsvarende hos Lejre: afsnit 3"), kind="source"),
                            " ",
                            Mark(words(f"({said})"), kind, title="Fundet ud fra ordene"),
                            kind="pointer",
                        )
                        for kind, said in CONFIDENCES
                    ),
                    column="Hvidovre",
                    kinds=("text",),
                ),
                cell(
                    Heading(4, words("Formål"), number="2"),
                    "At bygge bro.",
                    paragraph(Mark(words("samme ord som Hvidovre"), "tag"), kind="small"),
                    column="Lejre",
                    kinds=("baseline", "text"),
                ),
            ),
            id="formaal",
        ),
    ),
    kind="texts",
)

SPREAD = Table(
    head=(Row((column("Oplysning"), Cell((paragraph("Fordeling"),), header="column", kinds=("spread",)))),),
    body=(Row((name("Alder", "Forskellig"), cell("6 oplyst", "6 ikke oplyst", kinds=("spread",))), id="alder"),),
    caption=words("Fordelingen på alle 12 kolonner"),
    kind="comparison",
)
