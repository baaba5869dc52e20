"""Blocks as WordprocessingML: paragraphs, headings, lists, facts, notes and tables."""

from collections.abc import Iterator

from qstd.language import fill
from qstd.model.document import (
    Block,
    Blocks,
    Cell,
    Heading,
    Inlines,
    Item,
    Items,
    Note,
    Paragraph,
    Strong,
    Table,
    Text,
    plain,
)
from qstd.writers import docx_names as names
from qstd.writers.docx_changes import Start, around, items_change, marked, rows_change, starts, whole
from qstd.writers.docx_grid import Line, Slot, grid, widths
from qstd.writers.docx_inlines import BOLD, QUIET, SMALL, Ledger, runs
from qstd.writers.docx_paragraphs import Opening, Place, indents, p, spacer, write_heading, write_paragraph
from qstd.writers.docx_styles import CELL_MARGIN, LIST_STEP, NOTE_INSETS, NOTE_STYLES, frame

DEEPEST_LIST = 8  # Word has nine levels
NARROW = 5000  # twips; below this a label does not get a column of its own
_HIGH = 400  # characters in a cell
NARROWEST_LABEL, WIDEST_LABEL = 1700, 3200


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
            yield write_heading(block, ledger, place)
        case Paragraph():
            yield write_paragraph(block, ledger, place)
        case Items(kind="facts" | "changes"):
            yield from _facts(block, ledger, place)
        case Items():
            yield from _list(block, ledger, place, apart)
        case Note():
            yield from _note(block, ledger, place, apart)
        case Table():
            yield from _table(block, ledger, place)


# ---------- Lists ----------


def _list(items: Items, ledger: Ledger, place: Place, apart: bool) -> Iterator[str]:
    """Write a real list: a numbering definition of its own, so that it starts where it says."""
    level = min(place.level, DEEPEST_LIST)
    number = ledger.enlist("ordered" if items.kind == "ordered" else "bullet", level, items.start)
    inner = place.inside(LIST_STEP)._replace(style=place.style or "ListParagraph", level=place.level + 1)
    usual = inner.indent == LIST_STEP * (level + 1) and not place.right
    opening = Opening(
        number=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>',
        border=place.frame,
        indents="" if usual else indents(inner, LIST_STEP),
    )
    for index, item in enumerate(items.items):
        own = _loosened(opening) if apart and index == 0 else opening
        yield from _opened(item, ledger, inner, own, _lead(item.label))


def _loosened(opening: Opening) -> Opening:
    """Return an opening with room above it: lists are tight, but one list after another is a new one."""
    room = '<w:spacing w:before="140" w:after="0"/>'
    return opening._replace(spacing=room, loose='<w:contextualSpacing w:val="0"/>')


def _opened(item: Item, ledger: Ledger, place: Place, opening: Opening, lead: Inlines, gap: str = "") -> Iterator[str]:
    """Write an entry of which the first paragraph has an opening, with `lead` and `gap` before its words; a block that
    cannot have one stands under it. Each version has its own opening where they begin differently.
    """
    done = 0
    for start in starts(item) if ledger.tracked else (Start(0, not _begins(item)),):
        yield from write_blocks(item.blocks[done : start.index], ledger, place)
        change = start.change or (ledger.row if ledger.tracked else "")
        words = runs(marked(lead, change) if change else lead, ledger)
        beginning = opening._replace(runs=words + around(gap, change))
        block = None if start.empty else item.blocks[start.index]
        if isinstance(block, Paragraph):
            yield write_paragraph(block, ledger, place, beginning)
        else:
            yield p(place, ledger, "", "", beginning, keep=bool(item.blocks), change=change)
        done = max(done, start.index + (not start.empty))
    yield from write_blocks(item.blocks[done:], ledger, place)


def _lead(label: Inlines) -> Inlines:
    """Return a label and the space after it, which comes and goes with it."""
    space = (Text(" "),)
    change = whole(label)
    return (Strong(label), *(marked(space, change) if change else space)) if plain(label) else ()


def _begins(item: Item) -> bool:
    return bool(item.blocks) and isinstance(item.blocks[0], Paragraph)


# ---------- Facts ----------


def _facts(items: Items, ledger: Ledger, place: Place) -> Iterator[str]:
    """Write labelled facts as paragraphs with a hanging label: read aloud in the right order, and no table."""
    hang = _label_width(items, place)
    inner = place.inside(hang)._replace(style=place.style or "FactMore")
    for index, item in enumerate(items.items):
        gap = "<w:r><w:tab/></w:r>" if _width(item.label) <= hang else "<w:r><w:br/></w:r>"
        opening = Opening(
            style="Fact",
            border=frame("facts", index == 0),
            tabs=f'<w:tabs><w:tab w:val="left" w:pos="{inner.indent}"/></w:tabs>',
            indents=indents(inner, hang),
        )
        yield from _opened(item, ledger, inner, opening, (Strong(item.label),), gap)
    # The line that closes the facts is the top border of a paragraph without height.
    yield p(place, ledger, "", "FactEnd", change=items_change(items))


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
    inner = place.inside(left)._replace(right=place.right + right, frame=frame(note.kind, apart))
    inner = inner._replace(style=NOTE_STYLES[note.kind])
    if note.title:
        look = QUIET | SMALL if note.kind == "quote" else BOLD
        yield p(inner, ledger, runs(note.title, ledger, look), keep=bool(note.blocks), change=whole(note.title))
    elif not note.blocks:
        yield p(inner, ledger, "")
    yield from write_blocks(note.blocks, ledger, inner)


# ---------- Tables ----------


def _table(table: Table, ledger: Ledger, place: Place) -> Iterator[str]:
    """Write a table with repeated header rows, real merged cells and a title for those who hear it."""
    caption = plain(table.caption)
    if table.caption:
        yield p(place, ledger, runs(table.caption, ledger), "Caption", keep=True, change=whole(table.caption))
    lines = grid(table)
    if not lines:
        return
    yield spacer(ledger)
    wide = widths(table, lines, place.width)
    yield f"<w:tbl>{_table_properties(table, caption, ledger, place)}<w:tblGrid>"
    yield "".join(f'<w:gridCol w:w="{width}"/>' for width in wide)
    yield "</w:tblGrid>"
    for line in lines:
        yield from _row(line, table, ledger, wide)
    yield "</w:tbl>"
    yield p(place, ledger, "", "TableEnd", change=rows_change(table.head + table.body))


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


def _length(blocks: Blocks) -> int:
    """Return the number of characters in the paragraphs of a cell and of the notes in it."""
    inner = (len(plain(each.inlines)) if isinstance(each, Paragraph) else _of_note(each) for each in blocks)
    return sum(inner)


def _of_note(block: Block) -> int:
    return _length(block.blocks) if isinstance(block, Note) else 0


def _row(line: Line, table: Table, ledger: Ledger, wide: list[int]) -> Iterator[str]:
    """Write a row. Whole sections side by side may be longer than a page, and a high row would leave one half empty: they
    may break.
    """
    breaks = not line.head and (table.kind == "texts" or any(_length(each.blocks) > _HIGH for each in line.row.cells))
    properties = "" if breaks else "<w:cantSplit/>"
    properties += "<w:tblHeader/>" if line.head else ""
    properties += f"<w:{line.row.change}/>" if ledger.tracked and line.row.change else ""
    yield f"<w:tr><w:trPr>{properties}</w:trPr>" if properties else "<w:tr>"
    if line.row.id in ledger.anchors:
        ledger.pending.append(ledger.anchors[line.row.id])
    around_it, ledger.row = ledger.row, line.row.change or ledger.row
    for slot in line.slots:
        yield from _cell(slot, line, ledger, sum(wide[slot.column : slot.column + slot.span]))
    ledger.row = around_it
    yield "</w:tr>"


def _cell(slot: Slot, line: Line, ledger: Ledger, width: int) -> Iterator[str]:
    cell = slot.cell
    yield f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
    yield (f'<w:gridSpan w:val="{slot.span}"/>' if slot.span > 1 else "")
    yield (f'<w:vMerge w:val="{slot.merge}"/>' if slot.merge else "")
    yield (f"{_ground(cell)}</w:tcPr>" if cell else "</w:tcPr>")
    place = Place(width - 2 * CELL_MARGIN, style="TableText", table=True)
    if cell is None or slot.merge == "continue":
        yield p(place, Ledger({}, tracked=ledger.tracked, row=ledger.row), "")
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
        place = place._replace(style="TableHead", keep=keep, label=cell.header == "row")
    ledger.ended = ""
    content = "".join(write_blocks(cell.blocks, ledger, place))
    yield content if content.endswith("</w:p>") else content + p(place, ledger, "")
    yield spacer(ledger)
