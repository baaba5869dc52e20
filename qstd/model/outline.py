"""Outline: what a reader found in a source file, whatever its format, before anybody says what it means.

Blocks in reading order, each with its spot in the source; furniture (what belongs to the page or the site and not to
the text) apart from them. Nothing of the source is in neither.

Characters with a meaning in the texts of an outline: a line feed ends a line that may only have ended because the page
was full, so a word may be torn there; LINE_BREAK is a line break that somebody made; U+00AD is a soft hyphen as the source
has it. Everything else is as in the source, in Unicode's composed form (NFC).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

from qstd.model.finding import Finding

LINE_BREAK = "\u2028"
SOFT_HYPHEN = "\u00ad"

Format = Literal["docx", "odt", "pdf", "html", "md", "txt"]
Reason = Literal["style", "bold", "underline", "size", "caps", "numbered", "summary", "label"]
"""Why a paragraph may be a heading: the source says so (`style`: a heading style, h1 to h6), all of it is bold,
underlined, larger than the text around it or in capitals; it opens with a number of an outline ("2.1 Formål"); it opens
an accordion (`summary`); it stands in the label column of a table (`label`).
"""
Origin = Literal["body", "textbox", "footnote"]
FurnitureKind = Literal[
    "header", "footer", "page_number", "contents", "navigation", "banner", "deleted", "comment", "hidden", "repeated"
]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands in the source: page and line count from 1 and are 0 where the format has none. `box` is
    (left, top, right, bottom) in points from the upper left corner of the page, empty where it is not known. `table`,
    `row` and `column` count from 1 in a table, else 0; `paragraph` counts the paragraphs of the source from 1.
    """

    page: int = 0
    line: int = 0
    paragraph: int = 0
    table: int = 0
    row: int = 0
    column: int = 0
    box: tuple[float, float, float, float] | tuple[()] = ()


NOWHERE = Spot()


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that look alike. `href` is where they lead. `made` are characters that a reader of the source sees
    though they do not stand in it as text: the mark of a footnote, the result of automatic numbering.
    """

    text: str
    strong: bool = False
    emph: bool = False
    underline: bool = False
    href: str = ""
    made: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph, a heading, or an entry of a list.

    `level` is that of a heading where the source says so (1 the highest), else 0; `reasons` say why it may be one. An
    entry of a list has its `marker` as it is shown ("•", "1.", "a)") and its `depth` (1 the outermost list); `made` is
    true for a marker that the source numbers automatically, false for one that was typed or drawn as text. A further
    paragraph of the entry has the depth and no marker. A paragraph that is no entry has depth 0; where it was numbered
    automatically (a numbered heading) it still has a marker. `size` is that of most of its letters in points, 0 where it
    is not known. `quote` is true for quoted text that is set in. `names` are bookmarks of ours that begin in it, in a file
    that we wrote.
    """

    runs: tuple[Run, ...]
    spot: Spot = NOWHERE
    level: int = 0
    reasons: tuple[Reason, ...] = ()
    marker: str = ""
    made: bool = False
    depth: int = 0
    size: float = 0.0
    origin: Origin = "body"
    quote: bool = False
    names: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The characters, made ones left out."""
        return "".join(run.text for run in self.runs if not run.made)


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table. `head` is true where the source calls it a heading (th, a repeated header row)."""

    blocks: "tuple[Block, ...]" = ()
    colspan: int = 1
    rowspan: int = 1
    head: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table: the cells that begin in it. `continues` is true where it goes on with the row above, torn by the
    end of a page or column.
    """

    cells: tuple[Cell, ...]
    spot: Spot = NOWHERE
    continues: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table with `columns` columns. `layout` is true where it only arranges the page and holds no data."""

    rows: tuple[Row, ...]
    columns: int
    spot: Spot = NOWHERE
    layout: bool = False


Block = Para | Table


@dataclass(frozen=True, slots=True)
class Furniture:
    """Text that belongs to the page or the site, or that is no longer part of the text (`deleted`: a tracked deletion,
    `comment`: a remark in the margin, `hidden`: not shown). `repeated` is the header of a table, printed again.
    """

    kind: FurnitureKind
    text: str
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class Outline:
    """A source file, read. `plain` is all text of the source as a second, independent way through the file finds it:
    what the account is balanced against; None where there is no such way. `title` is the title that the file gives
    itself in its properties; `language` a code ("da"), empty where the file does not say.
    """

    file: str
    format: Format
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    plain: str | None = None
    title: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a source file: its outline, None where it could not be read, and all that was wrong with it."""

    outline: Outline | None
    findings: tuple[Finding, ...] = field(default=())


def paragraphs(blocks: Iterable[Block]) -> Iterator[Para]:
    """Yield every paragraph, those in the cells of tables too, in reading order."""
    for block in blocks:
        if isinstance(block, Para):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs(cell.blocks)
