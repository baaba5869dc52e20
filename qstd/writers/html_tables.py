"""Tables as HTML: plain tables of a text, and comparisons, which become cards on a narrow screen.

With many columns a comparison stands in a scroll frame of its own. Whole texts are cut there to their first lines, row by
row: a checkbox in the row's first cell shows all of them, which needs no script.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace

from qstd.model.document import Blocks, Cell, Paragraph, Row, Table, plain
from qstd.writers.html_inlines import Medium, copy_link, element, escape, hidden, inlines

WriteBlocks = Callable[[Blocks, Medium], str]
# With more columns than this a comparison gets a scroll frame of its own.
_MOST_COLUMNS = 5
# With as many columns a table of a text gets smaller type on paper.
_MANY_COLUMNS = 6


def table(value: Table, medium: Medium, label: str, write: WriteBlocks) -> str:
    """Return a table; `write` writes the blocks of a cell, `label` is the id of the heading that names the table."""
    columns = max((sum(cell.colspan for cell in row.cells) for row in value.head + value.body), default=0)
    wide = columns > _MOST_COLUMNS
    inside = replace(medium, boxed=True, cuts=wide and value.kind == "texts" and not medium.paper)
    caption = element("caption", inlines(value.caption, inside)) if value.caption else ""
    many = "many" * (columns >= _MANY_COLUMNS)
    of_text = (many, "form" * value.form)
    kinds = ("cmp", f"t{columns - 1}", "text-t" * (value.kind == "texts"), "wide" * wide) if value.kind else of_text
    written = element(
        "table",
        caption + _parts(value, inside, write),
        class_=" ".join(filter(None, kinds)),
        aria_labelledby=label if value.kind and not caption else "",
    )
    return _frame(written, value, medium, label) if wide or not value.kind else written


def _frame(written: str, value: Table, medium: Medium, label: str) -> str:
    """A wide table scrolls inside a frame that the keyboard can reach; `label` is the id of the heading above it."""
    if medium.paper:
        return written
    name = plain(value.caption) or ("" if label else medium.translate("Tabel"))
    labelled = "" if name else label
    return element(
        "div", written, class_="scroll", tabindex="0", role="group", aria_label=name, aria_labelledby=labelled
    )


def _parts(value: Table, medium: Medium, write: WriteBlocks) -> str:
    def rows(values: Iterable[Row]) -> str:
        return "\n".join(_row(row, medium, write) for row in values)

    head = element("thead", rows(value.head)) if value.head else ""
    return head + "\n".join(element("tbody", rows(group)) for group in _groups(value.body))


def _groups(rows: tuple[Row, ...]) -> list[list[Row]]:
    """Each group row opens a body of its own, so that a group without visible rows can be hidden with its name."""
    groups: list[list[Row]] = [[]]
    for row in rows:
        if row.kind == "group" and groups[-1]:
            groups.append([])
        groups[-1].append(row)
    return groups if rows else []


def _row(row: Row, medium: Medium, write: WriteBlocks) -> str:
    cells = "".join(_cell(cell, row, medium, write) for cell in row.cells)
    return element("tr", cells, id=row.id, class_=_ROWS[row.kind])


_ROWS = {"": "", "group": "grp", "same": "same"}
_SCOPES = {"": "", "row": "row", "column": "col", "group": "rowgroup"}


def _cell(cell: Cell, row: Row, medium: Medium, write: WriteBlocks) -> str:
    name = plain(getattr(cell.blocks[0], "inlines", ())) if cell.header == "row" and row.id and cell.blocks else ""
    classes = [kind if kind in ("law", "text", "baseline") else f"is-{kind}" for kind in cell.kinds]
    return element(
        "th" if cell.header else "td",
        _named(cell, row, name, medium, write) if name else _content(cell, medium, write),
        id=cell.id,
        class_=" ".join([*classes, "outlier"] if cell.outlier else classes),
        scope=_SCOPES[cell.header],
        # What is read aloud before each cell of the row: its name, not the verdict and the link under it.
        abbr=name,
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
        data_column="" if medium.paper else cell.column,
        data_place="" if medium.paper or not cell.place else str(cell.place),
        data_group="" if medium.paper or not cell.group else str(cell.group),
    )


def _named(cell: Cell, row: Row, name: str, medium: Medium, write: WriteBlocks) -> str:
    link = copy_link(row.id, name, medium)
    opened = element("div", write(cell.blocks[:1], medium) + link, class_="name") + write(cell.blocks[1:], medium)
    return opened + _whole(name, medium) if medium.cuts else opened


def _whole(name: str, medium: Medium) -> str:
    """Return the checkbox that shows the texts of a row from beginning to end."""
    label = medium.translate("Hele teksten")
    about = medium.translate("om {name}").format(name=name)
    return element(
        "label", f'<input type="checkbox" class="whole"> {escape(label)}{hidden(f" {about}")}', class_="check small"
    )


def _content(cell: Cell, medium: Medium, write: WriteBlocks) -> str:
    """Return what is in a cell. Where texts are cut, what leads on from a text stands below the cut."""
    if not (medium.cuts and "text" in cell.kinds):
        return write(cell.blocks, medium)
    leads = [isinstance(each, Paragraph) and each.kind == "pointer" for each in cell.blocks]
    text = tuple(block for block, lead in zip(cell.blocks, leads, strict=True) if not lead)
    below = tuple(block for block, lead in zip(cell.blocks, leads, strict=True) if lead)
    return element("div", write(text, medium), class_="cut") + write(below, medium)
