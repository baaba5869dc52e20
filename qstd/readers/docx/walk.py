"""The walk through one part of a Word file: its paragraphs and tables in reading order."""

from dataclasses import dataclass, field, replace

from lxml import etree

from qstd.model.outline import Block, Para, Run, Spot
from qstd.readers.docx.context import Context
from qstd.readers.docx.fields import mark_unended
from qstd.readers.docx.inlines import Inlines, chosen, ours, zone_of
from qstd.readers.docx.names import W, name
from qstd.readers.docx.numbering import Marker
from qstd.readers.docx.parts import Part
from qstd.readers.docx.styles import ParagraphStyle, heading_level, left_edge, numbered
from qstd.readers.docx.tables import Grid, is_hidden, is_struck
from qstd.readers.office.line import Line, Look, Piece, asides, reasons_of, runs_of, settled, size_of

PARAGRAPH, PROPERTIES, STYLE, VALUE = f"{W}p", f"{W}pPr", f"{W}pStyle", f"{W}val"
ROW_PROPERTIES, CELL_PROPERTIES = f"{W}trPr", f"{W}tcPr"
ENDS_GONE = {f"{W}del", f"{W}moveFrom"}
GROUPS = (
    "w:tr w:ins w:moveTo w:customXml w:smartTag w:sdtContent w:bdo w:dir mc:Choice mc:Fallback w:txbxContent".split()
)
SKIPPED = "w:sectPr w:tblPr w:tblGrid w:trPr w:tcPr w:sdtPr w:sdtEndPr w:customXmlPr w:tblPrEx w:pPr".split()


@dataclass(slots=True)
class _Flow:
    """The blocks of one container; `carried` are pieces of a paragraph whose end was deleted, `entry` the entry of a list
    that was met last: its depth and where its text begins. `loose` is text that stands in no paragraph.
    """

    blocks: list[Block] = field(default_factory=list)
    carried: list[Piece] = field(default_factory=list)
    loose: Line | None = None
    entry: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Setting:
    """How a paragraph is set: its style, and what it states itself."""

    style: ParagraphStyle
    look: Look
    level: int = 0
    marker: Marker | None = None
    indent: int = 0
    hangs: bool = False
    joined: bool = False


def _depth(setting: _Setting, flow: _Flow) -> int:
    """How deep in a list a paragraph is: as its number says, or as the entry above whose text it stands under."""
    depth, edge = flow.entry
    if setting.marker and setting.marker.text:
        depth, edge = setting.marker.depth + 1, setting.indent
    elif setting.hangs or not 0 < edge <= setting.indent:
        depth = edge = 0
    flow.entry = depth, edge
    return depth


class Walk(Inlines):
    """The walk through one part."""

    def __init__(self, context: Context, part: Part) -> None:
        super().__init__(context, part)
        mark_unended(part.root)
        self._counter = context.numbering.counter()
        self._paragraphs = self._tables = 0
        self._place = (0, 0, 0)
        self._settings: dict[str | None, _Setting] = {}
        self._names: tuple[str, ...] = ()  # of bookmarks before the paragraph that comes next

    def read(self, parent: etree._Element) -> list[Block]:
        """The blocks of a container."""
        return self.nested_blocks(list(parent))

    def nested_blocks(self, elements: list[etree._Element]) -> list[Block]:
        """The blocks among the elements."""
        flow, spot = _Flow(), self.spot
        for element in elements:
            self._block(element, flow)
        self._leave(flow)
        self.spot = spot
        return flow.blocks

    def _block(self, element: etree._Element, flow: _Flow) -> None:
        tag = str(element.tag)
        if tag == PARAGRAPH:
            self._settle_loose(flow)
            self._paragraph(element, flow)
            return
        kind = name(tag)
        if kind == "w:tbl":
            self._leave(flow)
            self._table(element, flow)
        elif kind == "w:sdt":
            with self.within(zone_of(element)):
                self._group(element, flow)
        elif kind == "mc:AlternateContent":
            branch = chosen(element)
            if branch is not None:
                self._group(branch, flow)
        elif kind in {"w:del", "w:moveFrom"}:
            with self.deleted():
                self._group(element, flow)
        elif kind == "w:bookmarkStart":
            self._names += ours(element)
        elif kind == "w:tc":
            # In no table: what stands in it is at least apart from what is around it.
            self._leave(flow)
            self._group(element, flow)
            self._leave(flow)
        elif kind in GROUPS:
            self._group(element, flow)
        elif kind not in SKIPPED:
            self._loose(element, flow)

    def _group(self, element: etree._Element, flow: _Flow) -> None:
        for child in element:
            self._block(child, flow)

    def _loose(self, element: etree._Element, flow: _Flow) -> None:
        """Something that should stand in a paragraph, outside of one."""
        if flow.loose is None:
            flow.loose = Line(is_mixed=True)
        self.inline([element], flow.loose, self.context.styles.paragraph(None).look)

    # ---- Paragraphs

    def _paragraph(self, element: etree._Element, flow: _Flow) -> None:
        self._paragraphs += 1
        spot = self.spot = Spot(0, 0, self._paragraphs, *self._place)
        setting = self._setting(element)
        line = Line(flow.carried, is_mixed=bool(flow.carried), names=self._names)
        flow.carried, self._names = [], ()
        if setting.style.is_contents:
            with self.within("contents"):
                self.inline(element, line, setting.look)
        else:
            self.inline(element, line, setting.look)
        if setting.joined:
            flow.carried = line.pieces
            flow.blocks += line.after
        else:
            self._finish(line, setting, spot, flow)

    def _setting(self, element: etree._Element) -> _Setting:
        first = element[0] if len(element) else None
        if first is None or first.tag != PROPERTIES:
            return self._styled(None)
        stated = {str(child.tag): child for child in first}
        named = stated.pop(STYLE, None)
        key = None if named is None else named.get(VALUE)
        return self._stated(self.context.styles.paragraph(key), stated) if stated else self._styled(key)

    def _styled(self, key: str | None) -> _Setting:
        """The setting of a paragraph that states none itself."""
        setting = self._settings.get(key)
        if setting is None:
            style = self.context.styles.paragraph(key)
            setting = _Setting(style, style.look, style.level, indent=style.indent)
            if style.number is None:
                self._settings[key] = setting
            else:
                self._count(setting, style.number, style.depth)
        return setting

    def _stated(self, style: ParagraphStyle, stated: dict[str, etree._Element]) -> _Setting:
        setting = _Setting(style, style.look, style.level, indent=style.indent)
        if (outline := stated.get(f"{W}outlineLvl")) is not None:
            setting.level = heading_level(outline.get(VALUE))
        if (mark := stated.get(f"{W}rPr")) is not None:
            setting.joined = any(child.tag in ENDS_GONE for child in mark)
        number, depth = style.number, style.depth
        if (stated_number := stated.get(f"{W}numPr")) is not None:
            number, depth = numbered(stated_number, number, depth)
        if number is not None:
            self._count(setting, number, depth)
        if (indent := stated.get(f"{W}ind")) is not None:
            setting.indent = left_edge(indent, setting.indent)
            setting.hangs = indent.get(f"{W}hanging", "0") != "0"
        return setting

    def _count(self, setting: _Setting, number: str, depth: int | None) -> None:
        if not setting.joined and not setting.look.hidden and not self.is_deleting:
            setting.marker = self._counter.marker(number, depth, setting.style.key)
            if setting.marker is not None:
                setting.indent = setting.marker.indent or setting.indent

    def _finish(self, line: Line, setting: _Setting, spot: Spot, flow: _Flow) -> None:
        pieces = line.pieces
        if line.is_mixed:
            pieces = settled(pieces)
            for kind, text in asides(pieces):
                self.context.put(kind, text, spot)
            pieces = [piece for piece in pieces if piece.aside is None]
        runs = runs_of(pieces)
        if runs and not (runs[0].made and all(run.made for run in runs)):
            found = self._para(runs, pieces, setting, spot, flow)
            flow.blocks.append(replace(found, names=line.names) if line.names else found)
        elif line.names:  # a heading without words is still where its section begins
            flow.blocks.append(Para((), spot, setting.level, names=line.names))
        flow.blocks += line.after

    def _para(self, runs: tuple[Run, ...], pieces: list[Piece], setting: _Setting, spot: Spot, flow: _Flow) -> Para:
        marker, level = setting.marker, setting.level
        shown = marker.text if marker else ""
        return Para(
            runs,
            spot,
            level,
            reasons_of(runs, pieces, level > 0, shown[:1].isdigit()),
            shown,
            bool(shown),
            0 if level else _depth(setting, flow),
            size_of(pieces),
            self.origin,
            setting.style.is_quote,
        )

    def _leave(self, flow: _Flow) -> None:
        """The container or the text before a table ends; a paragraph whose end was deleted had none to join."""
        self._settle_loose(flow)
        if flow.carried:
            line, flow.carried = Line(flow.carried, is_mixed=True), []
            self._finish(line, self._bare(), self.spot, flow)

    def _settle_loose(self, flow: _Flow) -> None:
        if flow.loose is not None:
            line, flow.loose = flow.loose, None
            self._finish(line, self._bare(), self.spot, flow)

    def _bare(self) -> _Setting:
        style = self.context.styles.paragraph(None)
        return _Setting(style, style.look)

    # ---- Tables

    def _table(self, element: etree._Element, flow: _Flow) -> None:
        self._tables += 1
        outside, number = self._place, self._tables
        grid = Grid(Spot(paragraph=self._paragraphs + 1, table=number))
        self._rows(element, grid, number)
        self._place = outside
        table = grid.closed()
        if table is not None:
            flow.blocks.append(table)

    def _rows(self, parent: etree._Element, grid: Grid, number: int) -> None:
        for child in parent:
            kind = name(str(child.tag))
            if kind == "w:tr":
                self._row(child, grid, number)
            elif kind == "w:sdt":
                with self.within(zone_of(child)):
                    self._rows(child, grid, number)
            elif kind in {"w:del", "w:moveFrom"}:
                with self.deleted():
                    self._rows(child, grid, number)
            elif kind in {"w:p", "w:tbl"}:
                # Where no paragraph should stand; shown as a row, so that it is not lost.
                grid.row(None, self.spot)
                grid.cell(None, self.nested_blocks([child]))
            elif kind not in SKIPPED:
                self._rows(child, grid, number)

    def _row(self, element: etree._Element, grid: Grid, number: int) -> None:
        properties = element.find(ROW_PROPERTIES)
        if is_struck(properties):
            # Its text is kept aside, and the row is gone.
            with self.deleted():
                self.nested_blocks(list(element.iter(f"{W}p")))
            return
        grid.row(properties, Spot(0, 0, self._paragraphs + 1, number, len(grid.rows) + 1))
        with self.within("hidden" if is_hidden(properties) else None):
            self._cells(element, grid, number)
        grid.end_row(properties)

    def _cells(self, parent: etree._Element, grid: Grid, number: int) -> None:
        for child in parent:
            kind = name(str(child.tag))
            if kind == "w:tc":
                self._cell(child, grid, number)
            elif kind == "w:sdt":
                with self.within(zone_of(child)):
                    self._cells(child, grid, number)
            elif kind in {"w:p", "w:tbl"}:
                grid.cell(None, self.nested_blocks([child]))
            elif kind not in SKIPPED:
                self._cells(child, grid, number)

    def _cell(self, element: etree._Element, grid: Grid, number: int) -> None:
        properties = element.find(CELL_PROPERTIES)
        self._place = (number, len(grid.rows), grid.column)
        if is_struck(properties):
            with self.deleted():
                grid.cell(properties, self.nested_blocks(list(element)))
        else:
            grid.cell(properties, self.nested_blocks(list(element)))
