"""The walk through the tree of a page: every text goes into a paragraph, a cell, or furniture.

The tree may be deep, so the walk keeps its own stacks and calls nothing in itself. What opens at the start of an element
is closed at its end by the closer that its start has left.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from itertools import count
from typing import Any

from lxml import etree

from qstd.model.outline import LINE_BREAK, Block, Furniture, FurnitureKind, Spot
from qstd.readers.html import accordions, classes, tables
from qstd.readers.html.flow import Apart, Flow, Grid
from qstd.readers.html.furniture import furniture_kind, outside_kind
from qstd.readers.html.links import address
from qstd.readers.html.marks import Marks, marks
from qstd.readers.html.style import LOOKING, Look, Sheet, declared, is_deleted, looks, stands_aside
from qstd.readers.html.survey import Element, Survey, is_opener, name_of
from qstd.readers.html.tags import CONTROLS, HEADINGS, RAW, UNSEEN, separates, stands_apart

Closer = Callable[[], None]

_TABLES_DEEP = 6
_LISTS = frozenset({"ul", "ol", "menu", "dir"})
_STYLED_HEADING = ("overskrift", "heading", "msoheading")


@dataclass(slots=True)
class Walked:
    """What the walk found. `hidden` counts words in the main content that the page does not show."""

    blocks: list[Block] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    pictures: int = 0
    frames: int = 0
    hidden: int = 0


class Walk:
    """One walk through one page."""

    def __init__(self, page: Survey, rules: Sheet, base: str) -> None:
        self.page = page
        self.rules = rules
        self.base = base
        self.found = Walked()
        self.numbers = count(1)
        self.body = Flow(self.numbers, blocks=self.found.blocks)
        self.sinks: list[Flow | Apart] = [self.body]
        if page.main is not None:
            self.sinks = [Apart("navigation", Spot(line=1))]
        self.looks = [Look()]
        self.closers: list[list[Closer]] = []
        self.grids: list[Grid | None] = []
        self.lists: list[Marks | None] = []
        self.levels = accordions.Levels()
        self.openers = 0
        self.met_heading = False
        self.table_count = 0
        self.panels = frozenset(page.panels.values())
        self.waiting: dict[Element, list[Block]] = {}

    def run(self) -> Walked:
        """Walk."""
        walker = etree.iterwalk(self.page.root, events=("start", "end"))
        for event, element in walker:
            if event == "start":
                tag = name_of(element)
                self._start(element, tag)
                if tag in RAW:
                    walker.skip_subtree()
                elif element.text:
                    self._text(element.text, element)
            else:
                for closer in reversed(self.closers.pop()):
                    closer()
                if element.tail:
                    self._text(element.tail, element)
        self._finish()
        return self.found

    def _finish(self) -> None:
        for blocks in self.waiting.values():
            self.body.blocks.extend(blocks)
        first = self.sinks[0]
        if isinstance(first, Apart):
            self._keep(first)
        self.body.end_block()

    def _text(self, text: str, element: Element) -> None:
        sink = self.sinks[-1]
        if isinstance(sink, Flow):
            sink.text(text, self.looks[-1], element.sourceline or 0)
        else:
            sink.text(text, self.looks[-1])

    def _start(self, element: Element, tag: str) -> None:
        closers: list[Closer] = []
        self.closers.append(closers)
        attributes = self.page.measure(element).attributes
        declarations = declared(tag, attributes, self.rules)
        if attributes or tag in LOOKING:
            self._look(tag, attributes, declarations, closers)
        sink = self.sinks[-1]
        if tag == "iframe":
            self.found.frames += 1
        if tag != "br" and (separates(tag) or stands_apart(declarations)):
            sink.end_block()
            closers.append(lambda: self.sinks[-1].end_block())
        if tag == "img":
            self._picture(element)
        if isinstance(sink, Apart):
            self._start_apart(element, tag, closers)
        elif (kind := self._furniture(element, tag)) is not None:
            self._push_apart(kind, element, closers)
        else:
            self._start_content(element, tag, declarations, closers)

    def _look(self, tag: str, attributes: Mapping[str, str], declarations: str, closers: list[Closer]) -> None:
        """Change the look as the element says."""
        before = self.looks[-1]
        look = looks(tag, attributes, declarations, before)
        if tag == "a":
            look = replace(look, href=address(attributes.get("href", ""), self.base))
        if look != before:
            self._push_look(look, closers)

    def _push_look(self, look: Look, closers: list[Closer]) -> None:
        self.looks.append(look)
        closers.append(_popper(self.looks))

    # Furniture.

    def _start_apart(self, element: Element, tag: str, closers: list[Closer]) -> None:
        """Go on in furniture, or enter the main content from outside it."""
        page = self.page
        attributes = page.measure(element).attributes
        if tag == "br":
            self.sinks[-1].end_block()
        if element is page.main or element is page.title:
            self._push_sink(self.body, closers)
            closers.append(self.body.end_block)
            if element is page.title:
                self._heading(element, tag, closers)
        elif len(self.sinks) == 1 and element not in page.path and separates(tag):
            self._push_apart("hidden" if tag in UNSEEN else outside_kind(element), element, closers)
        elif stands_aside(tag, attributes):
            self._aside(element, attributes, closers)

    def _aside(self, element: Element, attributes: Mapping[str, str], closers: list[Closer]) -> None:
        """Keep deleted and hidden text out of the sentences of furniture too."""
        sink = self.sinks[-1]
        if isinstance(sink, Apart) and sink.aside:
            sink.end_block()
            closers.append(sink.end_block)
        else:
            self._push_apart("deleted" if is_deleted(name_of(element), attributes) else "hidden", element, closers)

    def _furniture(self, element: Element, tag: str) -> FurnitureKind | None:
        """Say what kind of furniture an element in the main content is, None where it is text."""
        attributes = self.page.measure(element).attributes
        if tag in UNSEEN:
            return "hidden"
        if is_deleted(tag, attributes):
            return "deleted"
        if kind := furniture_kind(element, self.page, not self.met_heading):
            return kind
        if classes.out_of_sight(attributes) and tag not in HEADINGS and not self._shown_later(element):
            self.found.hidden += self.page.measure(element).letters
            return "hidden"
        if tag in CONTROLS and not is_opener(element, self.page.measure(element)):
            return "navigation"
        return None

    def _shown_later(self, element: Element) -> bool:
        return element in self.panels or accordions.is_panel(element, self.page)

    def _push_apart(self, kind: FurnitureKind, element: Element, closers: list[Closer]) -> None:
        aside = stands_aside(name_of(element), self.page.measure(element).attributes)
        apart = Apart(kind, Spot(line=element.sourceline or 0), aside)
        self._push_sink(apart, closers)
        closers.append(lambda: self._keep(apart))

    def _push_sink(self, sink: Flow | Apart, closers: list[Closer]) -> None:
        self.sinks.append(sink)
        closers.append(_popper(self.sinks))

    def _keep(self, apart: Apart) -> None:
        if furniture := apart.furniture():
            self.found.furniture.append(furniture)

    def _picture(self, element: Element) -> None:
        if isinstance(self.sinks[-1], Flow):
            self.found.pictures += 1
        apart = Apart("hidden", Spot(line=element.sourceline or 0))
        apart.text(element.get("alt", ""), Look())
        self._keep(apart)

    # The text.

    def _start_content(self, element: Element, tag: str, declarations: str, closers: list[Closer]) -> None:
        flow = self.sinks[-1]
        assert isinstance(flow, Flow)
        if element in self.waiting:
            flow.blocks.extend(self.waiting.pop(element))
        if tag == "br":
            flow.text(LINE_BREAK, self.looks[-1], 0)
        elif tag == "q":
            flow.text("“", self.looks[-1], 0)
            closers.append(lambda: flow.text("”", self.looks[-1], 0))
        elif tag in ("table", "dl"):
            self._table(element, tag, flow, closers)
        elif tag in ("tr", "td", "th", "thead", "dt", "dd"):
            self._part_of_table(element, tag, closers)
        elif tag in _LISTS:
            self._list(element, declarations, closers)
        elif tag == "li":
            self._entry(element, flow, closers)
        if tag in HEADINGS or element.get("role") == "heading" or tag == "p":
            self._heading(element, tag, closers)
        if is_opener(element, self.page.measure(element)):
            self._opener(element, tag, closers)

    def _heading(self, element: Element, tag: str, closers: list[Closer]) -> None:
        level = HEADINGS.get(tag) or _level_of(element, tag)
        if not level:
            return
        look = self.looks[-1]
        opened = "summary" in look.reasons
        self._push_look(replace(look, level=level, reasons=("style", "summary") if opened else ("style",)), closers)
        if self.page.measure(element).letters:
            self.met_heading = True
            opens = opened or accordions.holds_opener(element, self.page)
            self.levels.heading(level, opens)

    def _opener(self, element: Element, tag: str, closers: list[Closer]) -> None:
        """Make a heading of what opens a part of the text; that of a tab goes to where its part stands."""
        look = self.looks[-1]
        if "summary" in look.reasons:
            return
        nested = sum(1 for _ in element.iterancestors("details")) - 1 if tag == "summary" else 0
        level = look.level or self.levels.opener(max(nested, 0))
        reasons = (*look.reasons, "summary") if look.level else ("summary",)
        self._push_look(replace(look, level=level, reasons=reasons, depth=0), closers)
        flow = self.sinks[-1]
        panel = accordions.panel_of(element, self.page)
        if isinstance(flow, Flow):
            flow.end_block()
            closers.append(flow.end_block)
        if panel is None or (
            element.get("role") != "tab" and name_of(element) != "a" and element.get("data-bs-toggle") != "tab"
        ):
            return
        measure = self.page.measure
        if measure(panel).at > measure(element).at and not _near(element, panel):
            label = Flow(self.numbers)
            closers.append(lambda: self._wait(panel, label))
            self._push_sink(label, closers)
            closers.append(label.end_block)

    def _wait(self, panel: Element, label: Flow) -> None:
        self.waiting.setdefault(panel, []).extend(label.blocks)

    def _list(self, element: Element, declarations: str, closers: list[Closer]) -> None:
        openers = any(accordions.holds_opener(entry, self.page) for entry in element[:3])
        self.lists.append(marks(element, declarations, openers))
        closers.append(_popper(self.lists))

    def _entry(self, element: Element, flow: Flow, closers: list[Closer]) -> None:
        """Begin an entry of a list: its mark goes to its first paragraph."""
        here: list[Marks] = []
        for around in reversed(self.lists):
            if around is None:
                break
            here.append(around)
        if not here:
            here = [Marks(ordered=False)]
        depth = sum(around.shown for around in here)
        flow.marker = here[0].next(element)
        depth = depth if here[0].shown else 0
        if depth != self.looks[-1].depth:
            self._push_look(replace(self.looks[-1], depth=depth), closers)
        closers.insert(0, lambda: setattr(flow, "marker", ""))

    def _table(self, element: Element, tag: str, flow: Flow, closers: list[Closer]) -> None:
        use = "data" if tag == "dl" else tables.use(element, self.page)
        deep = sum(grid is not None for grid in self.grids) >= _TABLES_DEEP
        if use == "frame" or deep or (tag == "dl" and accordions.holds_opener(element, self.page)):
            self.grids.append(None)
            closers.append(_popper(self.grids))
            return
        self.table_count += 1
        grid = Grid(self.table_count, element.sourceline or 0, self.numbers)
        self.grids.append(grid)
        closers.append(lambda: self._end_table(grid, flow, layout=use == "layout"))

    def _end_table(self, grid: Grid, flow: Flow, layout: bool) -> None:
        self.grids.pop()
        flow.end_block()
        flow.blocks.extend(grid.finished(layout))

    def _part_of_table(self, element: Element, tag: str, closers: list[Closer]) -> None:
        grid = self.grids[-1] if self.grids else None
        if grid is None or grid.in_cell:
            return
        line = element.sourceline or 0
        if tag == "thead":
            grid.in_head = True
            closers.append(lambda: setattr(grid, "in_head", False))
        elif tag == "tr":
            grid.start_row(line)
            closers.append(grid.end_row)
        elif tag in ("td", "th"):
            spans = _span(element, "colspan"), _span(element, "rowspan")
            self._cell(grid, grid.start_cell(line), spans, tag == "th" or grid.in_head, closers)
        else:
            self._definition(grid, tag, line, closers)

    def _cell(self, grid: Grid, flow: Flow, spans: tuple[int, int], head: bool, closers: list[Closer]) -> None:
        """Gather what follows in a cell; lists and headings around the table do not reach into it."""
        closers.append(lambda: grid.end_cell(flow, *spans, head=head))
        self._push_sink(flow, closers)
        self.lists.append(None)
        closers.append(_popper(self.lists))
        look = self.looks[-1]
        if look.depth or look.level:
            self._push_look(replace(look, depth=0, level=0, reasons=()), closers)

    def _definition(self, grid: Grid, tag: str, line: int, closers: list[Closer]) -> None:
        """Put a term in the first column and what is said of it in the second; several of one kind share a cell."""
        filled = len(grid.cells or ())
        if (tag == "dt" and filled != 1) or grid.cells is None:
            grid.start_row(line)
        if tag == "dd" and filled == 0:
            grid.end_cell(grid.start_cell(line), 1, 1, head=False)
        again = grid.cells is not None and len(grid.cells) == (1 if tag == "dt" else 2)
        flow = grid.reopen_cell() if again else grid.start_cell(line)
        self._cell(grid, flow, (1, 1), False, closers)


def _popper(stack: list[Any]) -> Closer:
    """Make the closer that takes the last from a stack."""

    def close() -> None:
        stack.pop()

    return close


def _near(element: Element, panel: Element) -> bool:
    """Say whether a panel follows its opener at once, so that the opener stands where it should."""
    following = element.getnext()
    around = element.getparent()
    while following is None and around is not None and name_of(around) not in ("ul", "ol", "body"):
        following, around = around.getnext(), around.getparent()
    return following is panel


def _span(element: Element, name: str) -> int:
    value = element.get(name, "").strip()[:5]
    return int(value) if value.isascii() and value.isdecimal() else 1


def _level_of(element: Element, tag: str) -> int:
    """Give the level of a heading that is none by its name: by its role, or by a class of Word's."""
    if element.get("role") == "heading":
        value = element.get("aria-level", "2").strip()
        return min(max(int(value), 1), 6) if value.isascii() and value.isdecimal() and len(value) < 3 else 2
    for name in element.get("class", "").lower().split()[:5]:
        if name in ("msotitle", "titel", "title") and tag == "p":
            return 1
        for opening in _STYLED_HEADING:
            if name.startswith(opening) and name[len(opening) :].strip("-_") in ("1", "2", "3", "4", "5", "6"):
                return int(name[-1])
    return 0
