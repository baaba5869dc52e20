"""Blocks as the Markdown of a body: paragraphs, headings from level 3, lists, tables and quotes, one sentence a line."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from qstd import prose
from qstd.model.outline import Block, Cell, Para, Run, Table, paragraphs
from qstd.recognise.grid import grid
from qstd.recognise.inline import every_sign, literal, one_line, paragraph

_NUMBER = re.compile(r"(\d{1,9})[.)]")
_DEEPEST = 8


def body(blocks: Iterable[Block]) -> str:
    """Return the body of a section; its words are those of the blocks, whatever characters they have."""
    blocks = tuple(_prepared(blocks))
    chunks = [chunk for chunk in _chunks(blocks) if chunk.strip()]
    made = "\n\n".join(chunks)
    if made and prose.text(made) != prose.normal(" ".join(_said(blocks))):
        plain = (replace(para, depth=0) for para in paragraphs(blocks))
        made = "\n\n".join(every_sign(each) for each in _said(plain) if each)
    return f"{made}\n" if made else ""


def _prepared(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks as Markdown can hold them: no list in a heading or a cell, no table of one column."""
    for block in blocks:
        if isinstance(block, Para) and not literal(block).strip() and not block.marker:
            continue  # between two lists it would make one of them
        if isinstance(block, Para):
            empty = not literal(block) and _number(block.marker) is not None
            yield replace(block, depth=0) if block.level or empty else block
        elif len((grid(block) or [[]])[0]) < 2:
            yield from _prepared(inner for row in block.rows for cell in row.cells for inner in cell.blocks)
        else:
            yield replace(block, rows=tuple(replace(row, cells=tuple(map(_flat, row.cells))) for row in block.rows))


def _flat(cell: Cell) -> Cell:
    return replace(cell, blocks=tuple(replace(para, depth=0) for para in paragraphs(cell.blocks)))


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the characters of each paragraph as the body should give them back."""
    for para in paragraphs(blocks):
        yield f"{_prefix(para)}{literal(para)}".strip()


def _prefix(para: Para) -> str:
    """Return the part of an entry's mark that Markdown cannot say as a mark."""
    marker = para.marker.strip()
    if not any(each.isalnum() for each in marker) or (para.depth and _number(marker) is not None):
        return ""
    return f"[{marker}] " if para.origin == "footnote" and para.made else f"{marker} "


def _number(marker: str) -> int | None:
    found = _NUMBER.fullmatch(marker.strip())
    return int(found[1]) if found and str(int(found[1])) == found[1] else None


def _chunks(blocks: Iterable[Block]) -> Iterator[str]:
    for kind, group in groupby(blocks, _kind):
        if kind == "list":
            yield from _List().chunks([each for each in group if isinstance(each, Para)])
            continue
        for each in group:
            if isinstance(each, Table):
                yield from _table(each)
            elif kind == "heading":
                level = max(3, min(each.level, 6))
                yield f"{'#' * level} {one_line(_marked(each))}" if literal(each) else ""
            elif kind == "quote":
                yield "\n".join(f"> {line}" for line in paragraph(_marked(each)).split("\n"))
            else:
                yield paragraph(_marked(each))


def _kind(block: Block) -> str:
    if isinstance(block, Table):
        return "table"
    if block.level:
        return "heading"
    if block.depth:
        return "list"
    return "quote" if block.quote else "paragraph"


def _marked(para: Para) -> Para:
    """Put the part of a mark that Markdown cannot say before the text."""
    prefix = _prefix(para)
    if not prefix:
        return para
    return replace(para, runs=(Run(prefix), *para.runs))


@dataclass(slots=True)
class _Level:
    """A list that is open: its depth, the column its entries' text begins in, its last number and the sign after it."""

    depth: int
    column: int
    number: int | None
    sign: str = "."


class _List:
    """Writes entries, one inside the other by depth. A number that does not go up begins a new list, which Markdown
    tells from the one before it by another sign behind the number.
    """

    def __init__(self) -> None:
        self.open: list[_Level] = []

    def chunks(self, entries: Sequence[Para]) -> Iterator[str]:
        """Yield the list, in several pieces where an entry has more than one paragraph."""
        lines: list[str] = []
        for para in entries:
            text = paragraph(_marked(para))
            if not para.marker:
                yield "\n".join(lines)
                lines = []
                yield _indented(text, self.open[-1].column if self.open else 0, "")
                continue
            if text or _number(para.marker) is not None:
                lines.append(self._entry(para, text))
        yield "\n".join(lines)

    def _entry(self, para: Para, text: str) -> str:
        depth = min(para.depth, _DEEPEST)
        number = _number(para.marker)
        level: _Level | None = None  # the list at whose column this entry stands
        while self.open and self.open[-1].depth >= depth:
            level = self.open.pop()
        sign = level.sign if level else "."
        if level and number is not None and level.number is not None and number <= level.number:
            sign = ")" if sign == "." else "."
        mark = "- " if number is None else f"{number}{sign} "
        left = self.open[-1].column if self.open else 0
        self.open.append(_Level(depth, left + len(mark), number, sign))
        return _indented(text, left + len(mark), mark)


def _indented(text: str, column: int, mark: str) -> str:
    first = f"{' ' * (column - len(mark))}{mark}"
    return (first + text.replace("\n", "\n" + " " * column)).rstrip()


def _table(table: Table) -> Iterator[str]:
    """Yield a table, or its cells one after the other where Markdown cannot give their words back as a table."""
    rows = grid(table)
    texts = [[_cell(each) if each else "" for each in row] for row in rows]
    head = texts.pop(0) if _has_head(table) else [""] * len(rows[0])
    made = "\n".join(_row(each) for each in (head, ["---"] * len(head), *texts))
    said = " ".join(_said((table,)))
    if prose.text(made) == prose.normal(said):
        yield made
    else:
        yield from (every_sign(each) for each in _said((table,)) if each)


def _has_head(table: Table) -> bool:
    first = table.rows[0].cells
    return len(table.rows) > 1 and all(cell.head or _all_bold(cell) for cell in first)


def _all_bold(cell: Cell) -> bool:
    found = [para for para in paragraphs(cell.blocks) if literal(para)]
    return bool(found) and all("bold" in para.reasons for para in found)


def _cell(cell: Cell) -> str:
    parts = (one_line(_marked(each)) for each in paragraphs(cell.blocks))
    return re.sub(r"(?<!\\)\|", r"\\|", " ".join(each for each in parts if each))


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"
