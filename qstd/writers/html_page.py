"""What stands on a page, ready for a frame: the head, the sections with their contents list, and the references."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise, takewhile

from qstd.model.document import (
    Block,
    Blocks,
    Document,
    Heading,
    Note,
    Paragraph,
    Table,
    plain,
)
from qstd.writers.changes import reads
from qstd.writers.html_blocks import blocks, heading
from qstd.writers.html_inlines import Medium, copy_link, element, escape, inlines
from qstd.writers.references import references


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the page under one heading of level 2: its HTML, and what the contents list says about it. A layer for
    professionals has sections `inside`.
    """

    html: str
    id: str = ""
    number: str = ""
    title: str = ""
    compares: bool = False
    inside: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Parts:
    """A document in the pieces that a frame lays out. `references` is for paper, where a link cannot be followed;
    `rows` and `same` count the rows of comparisons, and those of them that hold no difference. `columns` are those that
    readers can choose among: (number, anchor, name, kinds).
    """

    head: str
    intro: str
    sections: tuple[Section, ...]
    references: str
    rows: int
    same: int
    columns: tuple[tuple[int, str, str, tuple[str, ...]], ...] = ()


def parts(document: Document, medium: Medium) -> Parts:
    """Lay a document out in the pieces of a page."""
    head = tuple(takewhile(partial(_opens, kind=document.kind), document.blocks))
    intro, *sections = _split(document.blocks[len(head) :], document.kind == "revision")
    kinds = [row.kind for table in _tables(document.blocks) for row in table.body]
    return Parts(
        head=blocks(head, medium),
        intro=blocks(intro, medium),
        sections=tuple(_section(section, medium) for section in sections),
        references="\n".join(element("p", escape(line)) for line in references(document.blocks, medium.translate)),
        rows=len(kinds) - kinds.count("group"),
        same=kinds.count("same"),
        columns=tuple(_columns(document.blocks)),
    )


def _opens(block: Block, kind: str) -> bool:
    """Tell whether a block belongs to the head of a page; of a standard also whether it holds and what is new."""
    return (
        (isinstance(block, Heading) and block.level == 1)
        or (isinstance(block, Paragraph) and block.kind in ("lead", "meta"))
        or (kind == "standard" and isinstance(block, Note) and block.kind == "info")
    )


def _split(values: Blocks, folds: bool) -> list[Blocks]:
    """Return what comes before the first heading of level 2, and then each such heading with what follows it. Where
    whole sections are folded, a stretch of them stands for itself.
    """
    return _cut(values, [i for i, block in enumerate(values) if _is_heading(block) or (folds and _is_fold(block))])


def _cut(values: Blocks, starts: list[int]) -> list[Blocks]:
    return [values[a:b] for a, b in pairwise([0, *starts, len(values)])]


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading) and block.level <= 2


def _is_fold(block: Block) -> bool:
    return isinstance(block, Note) and block.kind == "same"


def _tables(values: Blocks) -> Iterator[Table]:
    return (block for block in values if isinstance(block, Table) and block.kind)


def _columns(values: Blocks) -> Iterator[tuple[int, str, str, tuple[str, ...]]]:
    """Yield the columns of the first comparison that have a number."""
    table = next(_tables(values), None)
    for cell in (cell for row in (table.head if table else ()) for cell in row.cells):
        if cell.place and cell.blocks and isinstance(cell.blocks[0], Paragraph):
            yield cell.place, cell.id.removeprefix("kolonne-"), plain(cell.blocks[0].inlines), cell.kinds


def _section(values: Blocks, medium: Medium) -> Section:
    opening, rest = values[0], values[1:]
    if not isinstance(opening, Heading):
        return Section(element("div", blocks(values, medium), class_="sec fold"))
    title = reads(opening.inlines)
    # The id of a section is a slug, which never holds two hyphens: the heading's own id cannot be that of another.
    anchor = f"{opening.id}--h" if opening.id else ""
    pattern = medium.translate("afsnit {number}" if opening.number else "»{words}«")
    name = pattern.format(number=opening.number, words=title)
    tags = " " + element("span", inlines(opening.tags, medium), class_="tags") if opening.tags else ""
    line = element("div", heading(opening, medium, anchor) + copy_link(opening.id, name, medium) + tags, class_="h")
    compares = any(_tables(rest))
    rest, inside, after = _inside(opening, rest, medium)
    content = [line, blocks(rest, medium, anchor), *(each.html for each in inside)]
    return Section(
        html=element(
            "section",
            "\n".join(content),
            class_=" ".join(filter(None, (_SECTIONS[opening.kind], "compares" if compares else ""))),
            id=opening.id,
            aria_labelledby=anchor,
        )
        + blocks(after, medium),
        id=opening.id,
        number=opening.number,
        title=title,
        compares=compares,
        inside=inside,
    )


_SECTIONS = {"": "sec", "facts": "kort", "professional": "pro"}


def _inside(opening: Heading, rest: Blocks, medium: Medium) -> tuple[Blocks, tuple[Section, ...], Blocks]:
    """Return what a layer says of itself, its sections, and what is below it: the approval is that of the whole. Every
    other section is all of a piece.
    """
    if opening.kind != "professional":
        return rest, (), ()
    last = next((i for i, block in enumerate(rest) if _is_approval(block)), len(rest))
    layer = rest[:last]
    own, *sections = _cut(layer, [i for i, block in enumerate(layer) if isinstance(block, Heading) and block.section])
    return own, tuple(_section(each, medium) for each in sections), rest[last:]


def _is_approval(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.kind == "approval"
