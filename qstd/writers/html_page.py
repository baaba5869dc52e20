"""What stands on a page, ready for a frame: the head, the sections with their contents list, and the references."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile

from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Document,
    Heading,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)
from qstd.writers.changes import reads
from qstd.writers.html_blocks import blocks, heading
from qstd.writers.html_inlines import Medium, copy_link, element, escape, inlines, is_safe


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of the page under one heading of level 2: its HTML, and what the contents list says about it."""

    html: str
    id: str = ""
    number: str = ""
    title: str = ""
    compares: bool = False


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
    head = tuple(takewhile(_opens, document.blocks))
    intro, *sections = _split(document.blocks[len(head) :], document.kind == "revision")
    kinds = [row.kind for table in _tables(document.blocks) for row in table.body]
    return Parts(
        head=blocks(head, medium),
        intro=blocks(intro, medium),
        sections=tuple(_section(section, medium) for section in sections),
        references=_references(document, medium),
        rows=len(kinds) - kinds.count("group"),
        same=kinds.count("same"),
        columns=tuple(_columns(document.blocks)),
    )


def _opens(block: Block) -> bool:
    return (isinstance(block, Heading) and block.level == 1) or (
        isinstance(block, Paragraph) and block.kind in ("lead", "meta")
    )


def _split(values: Blocks, folds: bool) -> list[Blocks]:
    """Return what comes before the first heading of level 2, and then each such heading with what follows it. Where
    whole sections are folded, a stretch of them stands for itself.
    """
    starts = [i for i, block in enumerate(values) if _is_heading(block) or (folds and _is_fold(block))]
    edges = [0, *starts, len(values)]
    return [values[a:b] for a, b in pairwise(edges)]


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
    kinds = ["kort" if opening.kind == "facts" else "sec", "compares" if compares else ""]
    return Section(
        html=element(
            "section",
            f"{line}\n{blocks(rest, medium, anchor)}",
            class_=" ".join(filter(None, kinds)),
            id=opening.id,
            aria_labelledby=anchor,
        ),
        id=opening.id,
        number=opening.number,
        title=title,
        compares=compares,
    )


# ---------- References ----------


def _references(document: Document, medium: Medium) -> str:
    """Return one line per site that the text links to: what is cited there, and the address in full.

    They stand together at the end of the paper, so that no word is added to the municipality's text.
    """
    cited: dict[str, dict[str, None]] = {}
    for link in _links(document.blocks, []):
        address = link.href.partition("#")[0]
        if is_safe(link.href) and address.startswith(("http:", "https:")) and plain(link.inlines) != address:
            name = link.title if link.kind == "law" and link.title else plain(link.inlines)
            cited.setdefault(address, {})[name] = None
    last = medium.translate("og")
    lines = (f"{_listed(list(names), last)}: {address}" for address, names in cited.items())
    return "\n".join(element("p", escape(line)) for line in lines)


def _listed(names: list[str], last: str) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} {last} {names[-1]}"


# The parts of a value in which links can stand, in reading order.
_PARTS: dict[type, tuple[str, ...]] = {
    Paragraph: ("inlines",),
    Heading: ("inlines", "tags"),
    Items: ("items",),
    Item: ("label", "blocks"),
    Table: ("head", "body", "caption"),
    Row: ("cells",),
    Cell: ("blocks",),
    Note: ("blocks", "title"),
}


def _links(values: Iterable[object], found: list[Link]) -> list[Link]:
    """Add the links of a document to those that were found, in reading order."""
    for value in values:
        if isinstance(value, Link):
            found.append(value)
        elif not isinstance(value, (Text, Break)):
            for part in _PARTS.get(type(value), _INLINES):
                _links(getattr(value, part), found)
    return found


_INLINES = ("inlines",)
