"""Blocks as WordprocessingML: paragraphs, headings, lists, facts, notes and tables."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qstd.language import fill
from qstd.model.document import Block, Blocks, Cell, Heading, Inlines, Item, Items, Note, Paragraph, Table, plain
from qstd.writers import docx_names as names
from qstd.writers.docx_anchors import section_key
from qstd.writers.docx_grid import Line, Slot, grid, widths
from qstd.writers.docx_inlines import BOLD, LIGHT, QUIET, SMALL, Ledger, run, runs
from qstd.writers.docx_styles import CELL_MARGIN, LIST_STEP, NOTE_INSETS, NOTE_STYLES, PARAGRAPH_STYLES, frame

DEEPEST_LIST = 8  # Word has nine levels
NARROW = 5000  # twips; below this a label does not get a column of its own
NARROWEST_LABEL, WIDEST_LABEL = 1700, 3200


@dataclass(frozen=True, slots=True)
class Place:
    """Where a block stands: the style of plain paragraphs there, the left edge of their text, the room from there to
    the right (both in twips), the depth of lists, and what goes round or before the next block.
    """

    width: int
    style: str = ""
    indent: int = 0
    right: int = 0
    level: int = 0
    frame: str = ""  # borders and shading that the style does not bring by itself
    keep: bool = False  # on the same page as what follows
    table: bool = False

    def inside(self, step: int) -> "Place":
        """Return the place `step` twips further in."""
        return replace(self, indent=self.indent + step, width=self.width - step)


@dataclass(frozen=True, slots=True)
class Opening:
    """What is special in the first paragraph of a list item or a fact, and in a heading: number, label, layout."""

    number: str = ""
    runs: str = ""
    style: str = ""
    border: str = ""
    tabs: str = ""
    spacing: str = ""
    indents: str = ""
    loose: str = ""


def write_blocks(blocks: Blocks, ledger: Ledger, place: Place) -> Iterator[str]:
    """Write blocks one after the other."""
    before: Block | None = None
    apart = False
    for block in blocks:
        # Neighbours that look alike melt together: lists get room between them, and of boxes every other is set apart.
        apart = _alike(before, block) and not (apart and isinstance(block, Note))
        yield from _block(block, ledger, place, apart)
        before = block


def _alike(before: Block | None, block: Block) -> bool:
    if isinstance(before, Note) and isinstance(block, Note):
        return before.kind == block.kind
    return isinstance(before, Items) and isinstance(block, Items)


def _block(block: Block, ledger: Ledger, place: Place, apart: bool) -> Iterator[str]:
    match block:
        case Heading():
            yield _heading(block, ledger, place)
        case Paragraph():
            yield _paragraph(block, ledger, place)
        case Items(kind="facts"):
            yield from _facts(block, ledger, place)
        case Items():
            yield from _list(block, ledger, place, apart)
        case Note():
            yield from _note(block, ledger, place, apart)
        case Table():
            yield from _table(block, ledger, place)


# ---------- Paragraphs ----------


def _indents(place: Place, hanging: int = 0) -> str:
    """Return the indents of a paragraph, or nothing when the style's own will do."""
    if not (place.indent or place.right or hanging):
        return ""
    hang = f' w:hanging="{hanging}"' if hanging else ""
    return f'<w:ind w:left="{place.indent}" w:right="{place.right}"{hang}/>'


def _p(
    place: Place, ledger: Ledger, xml: str, style: str = "", opening: Opening | None = None, keep: bool = False
) -> str:
    """Return a paragraph; bookmarks that wait for one begin and end round its text."""
    start = opening or Opening(indents=_indents(place))
    style = start.style or style or place.style
    inner = ledger.bookmarked(start.runs + xml, ledger.take_pending())
    properties = (
        (f'<w:pStyle w:val="{style}"/>' if style else "")
        + ("<w:keepNext/>" if keep or place.keep else "")
        + start.number
        + (start.border or place.frame)
        + start.tabs
        + start.spacing
        + start.indents
        + start.loose
    )
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>" if properties else f"<w:p>{inner}</w:p>"


def _paragraph(paragraph: Paragraph, ledger: Ledger, place: Place, opening: Opening | None = None) -> str:
    if paragraph.id in ledger.anchors:
        ledger.pending.append(ledger.anchors[paragraph.id])
    style = PARAGRAPH_STYLES[paragraph.kind]
    if place.table and paragraph.kind in ("lead", "meta", "approval"):
        style = place.style
    return _p(place, ledger, runs(paragraph.inlines, ledger), style, opening)


def _heading(heading: Heading, ledger: Ledger, place: Place) -> str:
    """Return a heading. Its own number is text, so that gaps and letters stay, and hangs in the margin."""
    level = max(1, min(heading.level, 6))
    style = "Title" if level == 1 else f"Heading{level - 1}"
    look = SMALL if place.table else 0
    opening = Opening(indents=_indents(place))
    if heading.number:
        opening = _numbered(dotted(heading.number), level, place)
    if place.table:
        opening = replace(opening, spacing='<w:spacing w:before="60" w:after="40"/>')
    section = ledger.anchors[section_key(heading.section)] if heading.section else ""
    marks = dict.fromkeys((ledger.anchors.get(heading.id, ""), section))
    ledger.pending += [mark for mark in marks if mark]
    return _p(place, ledger, runs(heading.inlines, ledger, look), style, opening)


def dotted(number: str) -> str:
    """Return a section's number as it is printed before a heading: a bare figure gets a full stop."""
    return f"{number}." if number.isdigit() else number


def _numbered(number: str, level: int, place: Place) -> Opening:
    """Return the hanging number of a heading: in the margin where there is one, else at the left edge."""
    em = 180 if place.table else 280 if level < 3 else 225
    width = sum(0.6 if each.isalnum() else 0.28 for each in number) * em
    hanging = min(int(width + 0.6 * em), 1100)
    left = place.indent + hanging if place.table or place.indent else 0
    tab = f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs>'
    indents = f'<w:ind w:left="{left}" w:right="{place.right}" w:hanging="{hanging}"/>'
    xml = run(number, QUIET | LIGHT | (SMALL if place.table else 0))
    return Opening(runs=f"{xml}<w:r><w:tab/></w:r>", tabs=tab, indents=indents)


# ---------- Lists ----------


def _list(items: Items, ledger: Ledger, place: Place, apart: bool) -> Iterator[str]:
    """Write a real list: a numbering definition of its own, so that it starts where it says."""
    level = min(place.level, DEEPEST_LIST)
    number = ledger.enlist("ordered" if items.kind == "ordered" else "bullet", level, items.start)
    inner = replace(place.inside(LIST_STEP), style=place.style or "ListParagraph", level=place.level + 1)
    usual = inner.indent == LIST_STEP * (level + 1) and not place.right
    opening = Opening(
        number=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
        border=place.frame,
        indents="" if usual else _indents(inner, LIST_STEP),
    )
    for index, item in enumerate(items.items):
        yield from _item(item, ledger, inner, _loosened(opening) if apart and index == 0 else opening)


def _loosened(opening: Opening) -> Opening:
    """Return an opening with room above it: lists are tight, but one list after another is a new one."""
    room = '<w:spacing w:before="140" w:after="0"/>'
    return replace(opening, spacing=room, loose='<w:contextualSpacing w:val="0"/>')


def _item(item: Item, ledger: Ledger, place: Place, opening: Opening) -> Iterator[str]:
    if item.label:
        opening = replace(opening, runs=runs(item.label, ledger, BOLD) + run(" "))
    yield from _opened(item.blocks, ledger, place, opening)


def _opened(blocks: Blocks, ledger: Ledger, place: Place, opening: Opening) -> Iterator[str]:
    """Write blocks of which the first paragraph has an opening; a block that cannot have one stands under it."""
    first, rest = (blocks[0], blocks[1:]) if blocks else (None, ())
    if isinstance(first, Paragraph):
        yield _paragraph(first, ledger, place, opening)
    else:
        yield _p(place, ledger, "", "", opening, keep=bool(blocks))
        rest = blocks
    yield from write_blocks(rest, ledger, place)


# ---------- Facts ----------


def _facts(items: Items, ledger: Ledger, place: Place) -> Iterator[str]:
    """Write labelled facts as paragraphs with a hanging label: read aloud in the right order, and no table."""
    hang = _label_width(items, place)
    inner = replace(place.inside(hang), style=place.style or "FactMore")
    for index, item in enumerate(items.items):
        label = runs(item.label, ledger, BOLD) or run(" ")
        short = _width(item.label) <= hang
        opening = Opening(
            runs=label + ("<w:r><w:tab/></w:r>" if short else "<w:r><w:br/></w:r>"),
            style="Fact",
            border=frame("facts", index == 0),
            tabs=f'<w:tabs><w:tab w:val="left" w:pos="{inner.indent}"/></w:tabs>',
            indents=_indents(inner, hang),
        )
        yield from _opened(item.blocks, ledger, inner, opening)
    yield _rule(ledger, place)


def _rule(ledger: Ledger, place: Place) -> str:
    """Return the line that closes the facts: the top border of a paragraph without height."""
    return _p(place, ledger, "", "FactEnd")


def _width(label: Inlines) -> int:
    """Return the width of a bold label in twips, roughly and rather too wide."""
    return 125 * len(plain(label)) + 200


def _label_width(items: Items, place: Place) -> int:
    """Return the width of the column of labels: as the longest short one needs, within bounds."""
    if place.width <= NARROW:
        return 0
    labels = (max(NARROWEST_LABEL, _width(item.label)) for item in items.items)
    return max((width for width in labels if width <= WIDEST_LABEL), default=NARROWEST_LABEL)


# ---------- Notes ----------


def _note(note: Note, ledger: Ledger, place: Place, apart: bool) -> Iterator[str]:
    """Write a note: paragraphs of a style that has the border and the ground."""
    left, right = NOTE_INSETS[note.kind]
    inner = replace(place.inside(left), right=place.right + right, frame=frame(note.kind, apart))
    inner = replace(inner, style=NOTE_STYLES[note.kind])
    if note.title:
        look = QUIET | SMALL if note.kind == "quote" else BOLD
        yield _p(inner, ledger, runs(note.title, ledger, look), keep=bool(note.blocks))
    elif not note.blocks:
        yield _p(inner, ledger, "")
    yield from write_blocks(note.blocks, ledger, inner)


# ---------- Tables ----------


def _table(table: Table, ledger: Ledger, place: Place) -> Iterator[str]:
    """Write a table with repeated header rows, real merged cells and a title for those who hear it."""
    caption = plain(table.caption)
    if table.caption:
        yield _p(place, ledger, runs(table.caption, ledger), "Caption", keep=True)
    lines = grid(table)
    if not lines:
        return
    wide = widths(table, lines, place.width)
    yield f"<w:tbl>{_table_properties(table, caption, ledger, place)}<w:tblGrid>"
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    yield "</w:tblGrid>"
    for line in lines:
        yield from _row(line, table, ledger, wide)
    yield "</w:tbl>"
    yield _p(place, ledger, "", "TableEnd")


def _table_properties(table: Table, caption: str, ledger: Ledger, place: Place) -> str:
    head = bool(table.head)
    first_column = any(cell.header == "row" for row in table.body for cell in row.cells)
    indent = f'<w:tblInd w:w="{place.indent}" w:type="dxa"/>' if place.indent else ""
    title, description = names.attribute(caption), names.attribute(_description(table, ledger.language))
    return (
        f'<w:tblPr><w:tblStyle w:val="StandardTable"/><w:tblW w:w="{place.width}" w:type="dxa"/>{indent}'
        f'<w:tblLayout w:type="fixed"/><w:tblLook w:val="{_look(head, first_column)}"'
        f' w:firstRow="{head:d}" w:lastRow="0"'
        f' w:firstColumn="{first_column:d}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{title}"/>' if title else "")
        + (f'<w:tblDescription w:val="{description}"/>' if description else "")
        + "</w:tblPr>"
    )


def _description(table: Table, language: str) -> str:
    """Return what a table's columns are called, for those who hear it before they enter it."""
    firsts = [cell.blocks[0] for cell in table.head[0].cells if cell.blocks] if table.head else []
    columns = [plain(block.inlines).strip() for block in firsts if isinstance(block, Paragraph)]
    return fill("Kolonner: {columns}", {"columns": ", ".join(filter(None, columns))}, language) if columns else ""


def _look(head: bool, first_column: bool) -> str:
    return f"{0x0600 + 0x20 * head + 0x80 * first_column:04X}"


def _row(line: Line, table: Table, ledger: Ledger, wide: list[int]) -> Iterator[str]:
    """Write a row. Whole sections side by side may be longer than a page: only they may break."""
    properties = "" if table.kind == "texts" and not line.head else "<w:cantSplit/>"
    properties += "<w:tblHeader/>" if line.head else ""
    yield f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
    if line.row.id in ledger.anchors:
        ledger.pending.append(ledger.anchors[line.row.id])
    for slot in line.slots:
        yield from _cell(slot, line, ledger, sum(wide[slot.column : slot.column + slot.span]))
    yield "</w:tr>"


def _cell(slot: Slot, line: Line, ledger: Ledger, width: int) -> Iterator[str]:
    cell = slot.cell
    yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    yield (f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else "")
    yield (f'<w:vMerge w:val="{slot.merge}"/>' if slot.merge else "")
    yield (f"{_ground(cell)}</w:tcPr>" if cell else "</w:tcPr>")
    place = Place(width - 2 * CELL_MARGIN, style="TableText", table=True)
    if cell is None or slot.merge == "continue":
        yield _p(place, Ledger({}), "")
    else:
        yield from _filled_cell(cell, line, ledger, place)
    yield "</w:tc>"


def _ground(cell: Cell) -> str:
    return '<w:shd w:val="clear" w:color="auto" w:fill="EEF1F4"/>' if "law" in cell.kinds else ""


def _filled_cell(cell: Cell, line: Line, ledger: Ledger, place: Place) -> Iterator[str]:
    """Write what is in a cell; Word wants a paragraph at its end."""
    if cell.id in ledger.anchors:
        ledger.pending.append(ledger.anchors[cell.id])
    if cell.header or line.head:
        keep = line.head or line.row.kind == "group" or cell.header == "group"
        place = replace(place, style="TableHead", keep=keep)
    content = "".join(write_blocks(cell.blocks, ledger, place))
    yield content if content.endswith("</w:p>") else content + _p(place, ledger, "")
