"""Documents as text for a terminal; the only door to rich.

Everything is lines: a block becomes lines of a given width, and tables lay the lines of their cells side by side. A
comparison of more columns than there is room for becomes several, the law and the baseline in each; where not even two
columns can be read beside them, and in other tables, each row becomes a card. No word is cut off or left out; colour
only repeats what words and signs say. Addresses of links stand in the text where a reader can use them: those of the
web, except of the law, and only where the words are not the address itself.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from qstd.language import Translate, translator
from qstd.model.columns import Part, column_groups
from qstd.model.document import (
    Block,
    Blocks,
    Break,
    Cell,
    Del,
    Document,
    Emph,
    Heading,
    Inline,
    Inlines,
    Ins,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Strong,
    Table,
    Text,
    dotted,
    plain,
)
from qstd.writers.changes import has_marked_end, numbers, outside

if TYPE_CHECKING:
    from rich.text import Text as Line

    Lines = list[Line]

_NARROWEST = 20  # less than this is no terminal
_LINE = 88  # a line of running text is not longer, however wide the terminal
_COLUMN = 22  # columns narrower than this are hard to read: cards instead
_GAP = "  "
_GLUED = "\ue000"  # stands for a non-breaking space while rich breaks lines; rich takes that one for a space
_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ue000]")  # nothing in a text may steer the terminal
_SIGNS = {"stated": "● ", "none": "○ ", "empty": "[ ] ", "absent": "– ", "shared": "= ", "near": "≈ "}
_SIGNS |= {"more": "+ ", "less": "− ", "neutral": "= ", "unknown": "? "}  # what a change is for the citizen
_STYLES: dict[type[Inline], str] = {Strong: "bold", Emph: "italic", Ins: "green underline", Del: "red strike"}


@dataclass(frozen=True, slots=True)
class _Pen:
    """What lines are written with: how wide they may be, whether blocks stand close together, as in a list or a cell,
    whether small print is set in under the value above it, and whether the text stands elsewhere in the other version.
    """

    console: Any
    say: Translate
    width: int
    close: bool = False
    inset: bool = False
    moved: bool = False

    def narrower(self, by: int) -> "_Pen":
        return replace(self, width=max(self.width - by, 1))


def write(document: Document, width: int, colour: bool) -> str:
    """Write a document for a terminal of `width` characters; without colour the result holds no escape codes."""
    from rich.console import Console

    out = StringIO()
    console = Console(
        file=out,
        width=max(width, _NARROWEST),
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        _environ={},
    )
    pen = _Pen(console, translator(document.around or document.language.partition("-")[0]), max(width, _NARROWEST))
    for line in _page(document.blocks, pen):
        console.print(line, soft_wrap=True, highlight=False, markup=False, emoji=False)
    lines = (each.rstrip(" ") for each in out.getvalue().replace(_GLUED, " ").split("\n"))
    return "\n".join(lines).strip("\n") + "\n"


def _page(blocks: Blocks, pen: _Pen) -> "Lines":
    """The signs of the four states are explained before the first table that uses them."""
    first = next((at for at, block in enumerate(blocks) if isinstance(block, Table) and block.kind), len(blocks))
    if first == len(blocks):
        return _blocks(blocks, pen)
    return [*_blocks(blocks[:first], pen), *_legend(pen), *_space(pen), *_blocks(blocks[first:], pen)]


def _legend(pen: _Pen) -> "Lines":
    _ = pen.say
    words = {
        "stated": _("Oplyst"),
        "none": _("Oplyst som »ingen«"),
        "empty": _("Overskrift uden tekst"),
        "absent": _("Ikke oplyst, intet afsnit"),
    }
    signs = (_SIGNS[state] + words[state] for state in words)
    return _wrapped((Text("  ".join(each.replace(" ", "\u00a0") for each in signs)),), pen)


# ---------- Blocks ----------


def _blocks(blocks: Sequence[Block], pen: _Pen) -> "Lines":
    lines: Lines = []
    for at, block in enumerate(blocks):
        apart = pen.close and at > 0 and _stands_apart(blocks[at - 1], block)
        lines += [*([_line("")] if apart else []), *_block(block, pen), *_space(pen)]
    return lines


def _stands_apart(before: Block, block: Block) -> bool:
    """Tell whether a block needs a blank line before it where blocks stand close: paragraphs must not run together."""
    return isinstance(block, Heading) or (_is_prose(before) and _is_prose(block))


def _is_prose(block: Block) -> bool:
    return isinstance(block, Paragraph) and not block.kind


def _space(pen: _Pen) -> "Lines":
    return [] if pen.close else [_line("")]


def _block(block: Block, pen: _Pen) -> "Lines":
    if isinstance(block, Paragraph):
        return _paragraph(block, pen)
    if isinstance(block, Heading):
        return _heading(block, pen)
    if isinstance(block, Items):
        return [line for at, item in enumerate(block.items) for line in _item(block, at, item, pen)]
    if isinstance(block, Note):
        return _note(block, pen)
    return _table(block, pen)


def _paragraph(paragraph: Paragraph, pen: _Pen) -> "Lines":
    """The value of a cell hangs from the sign of its state. Where only the end of a paragraph changed, a sign says so."""
    if has_marked_end(paragraph) and not pen.moved:
        sign = (Text("¶"),)
        end = Ins(sign) if paragraph.change == "ins" else Del(sign)
        paragraph = replace(paragraph, inlines=(*paragraph.inlines, Text(" "), end), change="")
    if paragraph.kind == "small" and pen.inset:
        return _beside_sign("  ", _beside_sign("", _wrapped(paragraph.inlines, pen.narrower(4)), "  "), "  ")
    if paragraph.kind == "value":
        return _beside_sign("", _wrapped(paragraph.inlines, pen.narrower(2)), "  ")
    return _wrapped(paragraph.inlines, pen)


def _heading(heading: Heading, pen: _Pen) -> "Lines":
    number = dotted(heading.number)
    inlines = (Text(f"{number} "), *heading.inlines) if number else heading.inlines
    if heading.tags:
        inlines = (*inlines, Text("  "), *heading.tags)
    lines = _wrapped(inlines, pen, "bold")
    if pen.close or heading.level > 2:
        return lines
    longest = max((line.cell_len for line in lines), default=0)
    return [*lines, _line({1: "=", 2: "-"}[heading.level] * longest)]


def _item(items: Items, at: int, item: Item, pen: _Pen) -> "Lines":
    number = numbers(items)[at] if items.kind == "ordered" else 0
    sign = {"bullet": "• ", "ordered": f"{number}. " if number else "– "}.get(items.kind, "  ")
    label = _wrapped(item.label, pen, "bold") if item.label else []
    body = _blocks(item.blocks, replace(pen.narrower(len(sign)), close=True))
    return [*label, *_beside_sign(sign, body, " " * len(sign))]


_NOTES = {"flag": "▲ ", "quote": "  ", "same": "  ", "moved": "‖ "}  # others have a bar


def _note(note: Note, pen: _Pen) -> "Lines":
    sign = _NOTES.get(note.kind, "| ")
    inner = replace(pen.narrower(len(sign)), close=True, moved=note.kind == "moved")
    body = _blocks(note.blocks, inner)
    if note.kind == "quote":
        title = _wrapped((*note.title, Text(":")), pen) if note.title else []
        return [*title, *_beside_sign(sign, body, sign)]
    title = _wrapped(note.title, inner, "bold yellow" if note.kind == "flag" else "bold") if note.title else []
    return _beside_sign(sign, [*title, *body], " " * len(sign) if note.kind == "flag" else sign)


def _beside_sign(sign: str, lines: "Lines", rest: str) -> "Lines":
    """Put a sign before the first line and `rest` before the others."""
    return [_line(rest if at else sign, line) for at, line in enumerate(lines)]


# ---------- Tables ----------


@dataclass(frozen=True, slots=True)
class _Placed:
    """A cell and the column it begins in, once the cells that reach down from rows above are counted."""

    column: int
    cell: Cell


def _table(table: Table, pen: _Pen) -> "Lines":
    head, body = _placed(table.head), _placed(table.body)
    columns = max((each.column + each.cell.colspan for row in (*head, *body) for each in row), default=0)
    caption = _wrapped(table.caption, pen, "bold") if table.caption else []
    widths = _widths(table, columns, pen.width)
    if columns > 1 and min(widths[1:]) < _COLUMN:
        parts = _parts(table, (pen.width - widths[0]) // (_COLUMN + len(_GAP)))
        if parts:
            return [*caption, *(line for part in parts for line in _part(part, pen))]
        return [*caption, *_cards(table, head, body, pen)]
    return [*caption, *_grid(table, head, body, widths, pen)]


def _parts(table: Table, most: int) -> tuple[Part, ...]:
    """Split a comparison into groups of columns that fit; none where a group would hold only one to compare."""
    parts = column_groups(table, most) if table.kind and table.head else ()
    compared = [each.last - each.first + 1 for each in parts if each.last]
    fits = all(len(each.columns) - 1 <= most for each in parts)
    return parts if len(parts) > 1 and fits and compared[0] > 1 else ()


def _part(part: Part, pen: _Pen) -> "Lines":
    said = pen.say("Kolonne {first}–{last} af {total}").format(first=part.first, last=part.last, total=part.total)
    name = _wrapped((Text(said),), pen, "bold") if part.last else []
    return [*name, *_table(part.table, pen), _line("")]


def _placed(rows: Sequence[Row]) -> list[list[_Placed]]:
    taken: set[tuple[int, int]] = set()
    placed: list[list[_Placed]] = []
    for down, row in enumerate(rows):
        placed.append([])
        at = 0
        for cell in row.cells:
            while (down, at) in taken:
                at += 1
            placed[-1].append(_Placed(at, cell))
            taken |= {(down + y, at + x) for y in range(cell.rowspan) for x in range(cell.colspan)}
            at += cell.colspan
    return placed


def _widths(table: Table, columns: int, width: int) -> list[int]:
    """All columns are equally wide, but for the narrow first one of a comparison, which holds the names of the rows."""
    if columns < 2:
        return [width] * columns
    free = width - len(_GAP) * (columns - 1)
    names = (
        word for row in table.body for cell in row.cells[:1] if cell.header == "row" for word in _words(cell).split()
    )
    first = min(max(map(len, names), default=0), _COLUMN) if table.kind else 0
    first = max(first, free // 8) if table.kind else free // columns
    return [first] + [max((free - first) // (columns - 1), 1)] * (columns - 1)


def _grid(table: Table, head: list[list[_Placed]], body: list[list[_Placed]], widths: list[int], pen: _Pen) -> "Lines":
    full = sum(widths) + len(_GAP) * (len(widths) - 1)
    lines = [line for row in head for line in _grid_row(row, widths, pen)]
    lines += [_line("━" * full)] if head else []
    for row, cells in zip(table.body, body, strict=True):
        lines += [_line("")] if row.kind == "group" else []
        lines += [*_grid_row(cells, widths, pen), _line(("━" if row.kind == "group" else "─") * full)]
    return lines


def _grid_row(row: list[_Placed], widths: list[int], pen: _Pen) -> "Lines":
    columns: list[Lines] = [[] for _ in widths]
    for each in row:
        span = widths[each.column : each.column + each.cell.colspan]
        width = sum(span) + len(_GAP) * (len(span) - 1)
        columns[each.column] = _cell(each.cell, replace(pen, width=width))
    return [_side_by_side(parts, widths) for parts in zip_longest(*columns)]


def _side_by_side(parts: "Sequence[Line | None]", widths: list[int]) -> "Line":
    """Join the lines of one height. A spanning cell runs on over the columns that it covers, which are empty."""
    whole, edge = _line(""), 0
    for part, width in zip(parts, widths, strict=True):
        if part:
            whole.append(" " * (edge - whole.cell_len))
            whole.append_text(part)
        edge += width + len(_GAP)
    return whole


def _cell(cell: Cell, pen: _Pen) -> "Lines":
    lines = _blocks(cell.blocks, replace(pen, close=True, inset=not cell.header))
    for line in lines[:1] if cell.header else []:
        line.stylize("bold")
    return lines


def _cards(table: Table, head: list[list[_Placed]], body: list[list[_Placed]], pen: _Pen) -> "Lines":
    """Each row becomes a card: its name, then each cell under the name of its column."""
    names = {each.column: each.cell for row in head for each in row}
    lines: Lines = [] if not table.kind else _columns(names, pen)
    for row, cells in zip(table.body, body, strict=True):
        lines += [_line("")] if row.kind == "group" else []
        for each in cells:
            name = each.cell.column or (_words(names[each.column]) if each.column in names else "")
            lines += _card_cell(each.cell, "" if each.cell.header else name, pen)
        lines += [_line(("━" if row.kind == "group" else "─") * pen.width)]
    return lines if body else [*lines, *(line for row in head for each in row for line in _cell(each.cell, pen))]


def _columns(names: dict[int, Cell], pen: _Pen) -> "Lines":
    """Say first what the columns are: their notes stand in no card."""
    lines = [line for cell in names.values() for line in _wrapped((Text(_words(cell)),), pen, "bold")]
    return [*lines, _line("━" * pen.width)]


def _card_cell(cell: Cell, name: str, pen: _Pen) -> "Lines":
    if not name:
        return _cell(cell, pen)
    label = _wrapped((Text(f"{name}:"),), pen, "bold")
    lines = _cell(cell, pen.narrower(2))
    if len(lines) == len(label) == 1 and label[0].cell_len + lines[0].cell_len < pen.width:
        return [label[0].append(" ").append_text(lines[0])]
    return [*label, *_beside_sign("  ", lines, "  ")]


def _words(cell: Cell) -> str:
    """Return the words of a column's head on one line: "Lejre, godkendt 5. oktober 2015"."""
    return ", ".join(plain(each.inlines) for each in cell.blocks if isinstance(each, (Paragraph, Heading)))


# ---------- Lines ----------


def _line(*parts: "str | Line") -> "Line":
    from rich.text import Text as Line

    return Line.assemble(*parts)


def _wrapped(inlines: Inlines, pen: _Pen, style: str = "") -> "Lines":
    """Break inlines into lines; a word that is longer than the line goes on in the next one."""
    from rich.text import Text as Line

    whole = Line(style=style, end="")
    for text, own in _pieces(inlines):
        whole.append(_CONTROLS.sub("\ufffd", text).replace("\u00a0", _GLUED), own or None)
    lines = [*whole.wrap(pen.console, min(pen.width, _LINE), overflow="fold", tab_size=4)]
    for line in lines:
        line.rstrip()
    return lines


def _pieces(inlines: Inlines, style: str = "") -> Iterator[tuple[str, str]]:
    """Yield stretches of characters and their style."""
    for each in inlines:
        if isinstance(each, Text):
            yield each.text, style
        elif isinstance(each, Break):
            yield "\n", style
        else:
            before, after = _around(each)
            inner = f"{style} {_STYLES.get(type(each), '')}".strip()
            pieces = [(before, inner), *_pieces(each.inlines, inner), (after, inner)]
            yield from outside(pieces) if isinstance(each, Ins | Del) else pieces


def _around(inline: Inline) -> tuple[str, str]:
    """Return the signs before and after an inline: what colour or a mouse would tell elsewhere."""
    if isinstance(inline, Ins):
        return "[+ ", "]"
    if isinstance(inline, Del):
        return "[− ", "]"
    if isinstance(inline, Mark):
        if inline.kind in ("tag", "moved"):
            return ("‹", "›") if inline.kind == "tag" else ("‖ ", " ‖")
        others = f" [{inline.title[:1].lower()}{inline.title[1:]}]" if inline.title else ""
        return _SIGNS.get(inline.kind, ""), others if inline.kind in ("shared", "near") else ""
    if isinstance(inline, Link) and inline.kind == "" and re.match(r"https?://|mailto:|tel:", inline.href):
        address = re.sub(r"^(mailto|tel):", "", inline.href)
        return "", "" if address == plain(inline.inlines) else f" ({address})"
    return "", ""
