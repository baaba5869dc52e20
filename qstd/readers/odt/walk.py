"""The walk through one part of an OpenDocument file: its paragraphs, lists and tables in reading order."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from lxml import etree

from qstd.model.outline import Block, Furniture, Para, Run, Spot
from qstd.readers.odt.inlines import Inlines
from qstd.readers.odt.lists import LEVELS, Counters, Level, count, levels_of, shown
from qstd.readers.odt.names import full, name, number, said
from qstd.readers.odt.styles import CONTENTS_NAME, QUOTE_NAME, ParagraphStyle, Styles
from qstd.readers.odt.tables import Grid
from qstd.readers.office.line import Line, Piece, asides, reasons_of, runs_of, settled, size_of
from qstd.readers.office.remarkable import Tally

INDEXES = {
    f"text:{index}"
    for index in (
        "table-of-content illustration-index table-index object-index user-index alphabetical-index bibliography"
    ).split()
}
GROUPS = {"text:index-body", "text:index-title", "text:section", "office:text", "text:note-body", "draw:a"}
SILENT = {
    "office:forms",
    "text:sequence-decls",
    "text:variable-decls",
    "text:user-field-decls",
    "text:dde-connection-decls",
}


@dataclass(slots=True)
class _List:
    """The list that an entry stands in."""

    levels: list[Level]
    counters: Counters
    depth: int = 0


@dataclass(slots=True)
class _Entry:
    """An entry of a list: its paragraphs have its depth, and the first one its number."""

    within: _List
    start: int | None = None
    is_numbered: bool = True
    began: bool = False


@dataclass(slots=True)
class _Known:
    """Lists that later ones may go on with, by their key and by their style."""

    by_key: dict[str, Counters] = field(default_factory=dict)
    by_style: dict[str, Counters] = field(default_factory=dict)
    levels: dict[str, list[Level]] = field(default_factory=dict)


class Walk(Inlines):
    """The walk through one part."""

    def __init__(self, styles: Styles, furniture: list[Furniture], tally: Tally) -> None:
        super().__init__(styles, furniture, tally)
        self._outline = levels_of(styles.outline)
        self._headings: Counters = [None] * LEVELS
        self._lists = _Known()
        self._list: _List | None = None
        self._entry: _Entry | None = None
        self._paragraphs = self._tables = 0
        self._place = (0, 0, 0)

    def read(self, elements: Iterable[etree._Element]) -> list[Block]:
        """The blocks of a container."""
        return self.nested_blocks(elements)

    def nested_blocks(self, elements: Iterable[etree._Element]) -> list[Block]:
        """The blocks among the elements; the list around them does not go on inside."""
        kept = self._list, self._entry, self.spot
        self._list = self._entry = None
        found: list[Block] = []
        for element in elements:
            self._block(element, found)
        self._list, self._entry, self.spot = kept
        return found

    def _block(self, element: etree._Element, found: list[Block]) -> None:
        kind = name(str(element.tag))
        if kind in {"text:p", "text:h"}:
            self._paragraph(element, kind == "text:h", found)
        elif kind == "text:list":
            self._read_list(element, found)
        elif kind == "table:table":
            self._table(element, found)
        elif kind == "text:numbered-paragraph":
            self._numbered_paragraph(element, found)
        elif kind == "text:tracked-changes":
            self._changes(element)
        elif kind in INDEXES:
            with self.within("contents"):
                self._group([child for child in element if not str(child.tag).endswith("-source")], found)
        elif kind in GROUPS:
            with self.within("hidden" if said(element, "text:display") == "none" else None):
                self._group(element, found)
        elif kind not in SILENT:
            self._loose(element, found)

    def _group(self, elements: Iterable[etree._Element], found: list[Block]) -> None:
        for element in elements:
            self._block(element, found)

    def _loose(self, element: etree._Element, found: list[Block]) -> None:
        """A frame of the page, or something that should stand in a paragraph."""
        line, style = Line(), self.styles.paragraph("")
        self.element(element, line, style.look)
        self._finish(line, style, 0, ("", 0), found)

    # ---- Paragraphs

    def _paragraph(self, element: etree._Element, is_heading: bool, found: list[Block]) -> None:
        self._paragraphs += 1
        table, row, column = self._place
        self.spot = Spot(paragraph=self._paragraphs, table=table, row=row, column=column)
        style = self.styles.paragraph(said(element, "text:style-name"))
        level = max(1, min(number(element, "text:outline-level", 1), LEVELS)) if is_heading else style.level
        marker = self._marker(element, level if is_heading else 0)
        line = Line()
        with self.within("contents" if style.is_called(CONTENTS_NAME) else None):
            self.inline(element, line, style.look)
        self._finish(line, style, level, marker, found)

    def _marker(self, element: etree._Element, level: int) -> tuple[str, int]:
        """What stands before a paragraph, and how deep in a list it is."""
        entry = self._entry
        if entry is None:
            return (self._heading_number(element, level), 0) if level else ("", 0)
        within = entry.within
        if entry.began or not entry.is_numbered:
            return "", within.depth + 1
        entry.began = True
        count(within.counters, within.levels, within.depth, entry.start)
        text = shown(within.counters, within.levels, within.depth)
        return text, 0 if level else within.depth + 1

    def _heading_number(self, element: etree._Element, level: int) -> str:
        if said(element, "text:is-list-header") == "true":
            return ""
        start = number(element, "text:start-value", 1) if said(element, "text:restart-numbering") == "true" else None
        count(self._headings, self._outline, level - 1, start)
        return shown(self._headings, self._outline, level - 1)

    def _finish(
        self, line: Line, style: ParagraphStyle, level: int, marker: tuple[str, int], found: list[Block]
    ) -> None:
        pieces = settled(line.pieces)
        for kind, text in asides(pieces):
            self.put(kind, text)
        pieces = [piece for piece in pieces if piece.aside is None]
        runs = runs_of(pieces)
        if any(not run.made for run in runs):
            found.append(self._para(runs, pieces, style, level, marker))
        found += line.after

    def _para(
        self, runs: tuple[Run, ...], pieces: list[Piece], style: ParagraphStyle, level: int, marker: tuple[str, int]
    ) -> Para:
        text, depth = marker
        return Para(
            runs,
            self.spot,
            level,
            reasons_of(runs, pieces, styled=level > 0, counted=bool(text) and text[0].isdigit()),
            text,
            made=bool(text),
            depth=depth,
            size=size_of(pieces),
            origin=self.origin,
            quote=style.is_called(QUOTE_NAME),
        )

    # ---- Lists

    def _read_list(self, element: etree._Element, found: list[Block]) -> None:
        outer, entry = self._list, self._entry
        style, goes_on = said(element, "text:style-name"), said(element, "text:continue-numbering") == "true"
        if outer is None:
            self._list = _List(self._levels(style), self._counters(element, style, goes_on))
        else:
            self._list = self._inner(outer, entry, style, goes_on)
        self._remember(element, style, self._list.counters)
        for item in element:
            kind = name(str(item.tag))
            start = number(item, "text:start-value", 1) if item.get(full("text:start-value")) else None
            self._entry = _Entry(self._list, start, is_numbered=kind != "text:list-header")
            self._group(item, found)
        self._list, self._entry = outer, entry

    def _inner(self, outer: _List, entry: _Entry | None, style: str, goes_on: bool) -> _List:
        depth = min(outer.depth + 1, LEVELS - 1)
        # An entry without a paragraph of its own only leads back to where the list was.
        leads_back = entry is not None and not entry.began
        if not goes_on and not leads_back:
            outer.counters[depth:] = [None] * (LEVELS - depth)
        return _List(self._levels(style) if style else outer.levels, outer.counters, depth)

    def _counters(self, element: etree._Element, style: str, goes_on: bool) -> Counters:
        before = self._lists.by_key.get(said(element, "text:continue-list"))
        if before is None and goes_on:
            before = self._lists.by_style.get(style)
        return [None] * LEVELS if before is None else before

    def _remember(self, element: etree._Element, style: str, counters: Counters) -> None:
        key = said(element, "xml:id") or said(element, "text:id")
        if key:
            self._lists.by_key[key] = counters
        if style:
            self._lists.by_style[style] = counters

    def _levels(self, style: str) -> list[Level]:
        if style not in self._lists.levels:
            self._lists.levels[style] = levels_of(self.styles.lists.get(style))
        return self._lists.levels[style]

    def _numbered_paragraph(self, element: etree._Element, found: list[Block]) -> None:
        entry, style = self._entry, said(element, "text:style-name")
        key = said(element, "text:list-id")
        counters = self._lists.by_key.setdefault(key, [None] * LEVELS)
        depth = min(max(number(element, "text:level", 1), 1), LEVELS) - 1
        self._entry = _Entry(_List(self._levels(style), counters, depth))
        self._group(element, found)
        self._entry = entry

    # ---- Tables, changes

    def _table(self, element: etree._Element, found: list[Block]) -> None:
        self._tables += 1
        outside, mine = self._place, self._tables
        grid = Grid(Spot(paragraph=self._paragraphs + 1, table=mine))
        self._rows(element, grid, mine, head=False)
        self._place = outside
        table = grid.closed()
        if table is not None:
            found.append(table)

    def _rows(self, parent: etree._Element, grid: Grid, mine: int, head: bool) -> None:
        for child in parent:
            kind = name(str(child.tag))
            if kind == "table:table-row":
                grid.row(head, Spot(paragraph=self._paragraphs + 1, table=mine, row=len(grid.rows) + 1))
                self._cells(child, grid, mine)
            elif kind in {"table:title", "table:desc"}:
                self.put("hidden", " ".join("".join(child.itertext()).split()))
            elif kind in {"text:p", "text:h", "text:list", "table:table"}:
                grid.row(head, self.spot)
                grid.cell(child, self.nested_blocks([child]))
            else:
                self._rows(child, grid, mine, head or kind == "table:table-header-rows")

    def _cells(self, row: etree._Element, grid: Grid, mine: int) -> None:
        for child in row:
            kind = name(str(child.tag))
            self._place = (mine, len(grid.rows), grid.column)
            if kind == "table:table-cell":
                grid.cell(child, self.nested_blocks(child))
            elif kind == "table:covered-table-cell":
                with self.within("hidden"):
                    grid.covered(child, self.nested_blocks(child))
            else:
                grid.cell(child, self.nested_blocks([child]))

    def _changes(self, element: etree._Element) -> None:
        """What was inserted stands in the text; what was deleted stands here."""
        for region in element:
            for change in region:
                kind = name(str(change.tag))
                self.tally.insertions += kind == "text:insertion"
                self.tally.deletions += kind == "text:deletion"
                for child in change:
                    if name(str(child.tag)) == "office:change-info":
                        inside = (part for part in child if name(str(part.tag)) in {"text:p", "text:list"})
                        self.put_blocks("comment", self.nested_blocks(inside))
                    else:
                        self.put_blocks("deleted", self.nested_blocks([child]))
