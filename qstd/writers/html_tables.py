"""Tables as HTML: plain tables of a text, and comparisons, which become cards on a narrow screen."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from qstd.model.document import Blocks, Cell, Row, Table, plain
from qstd.writers.html_inlines import Medium, copy_link, element, inlines

WriteBlocks = Callable[[Blocks, Medium], str]
# With more columns than this a comparison gets a scroll frame of its own.
_MOST_COLUMNS = 5
# With as many columns a table of a text gets smaller type on paper.
_MANY_COLUMNS = 6


def table(value: Table, medium: Medium, label: str, write: WriteBlocks) -> str:
    """Return a table; `write` writes the blocks of a cell, `label` is the id of the heading that names the table."""
    inside = replace(medium, boxed=True)
    caption = element("caption", inlines(value.caption, inside)) if value.caption else ""
    columns = max((sum(cell.colspan for cell in row.cells) for row in value.head + value.body), default=0)
    wide = columns > _MOST_COLUMNS
    many = "many" * (columns >= _MANY_COLUMNS)
    kinds = ("cmp", f"t{columns - 1}", "text-t" * (value.kind == "texts"), "wide" * wide) if value.kind else (many,)
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
    return element(
        "th" if cell.header else "td",
        _named(cell, row, name, medium, write) if name else write(cell.blocks, medium),
        id=cell.id,
        class_=" ".join(kind if kind in ("law", "text") else f"is-{kind}" for kind in cell.kinds),
        scope=_SCOPES[cell.header],
        # What is read aloud before each cell of the row: its name, not the verdict and the link under it.
        abbr=name,
        colspan=str(cell.colspan) if cell.colspan > 1 else "",
        rowspan=str(cell.rowspan) if cell.rowspan > 1 else "",
        data_column="" if medium.paper else cell.column,
    )


def _named(cell: Cell, row: Row, name: str, medium: Medium, write: WriteBlocks) -> str:
    link = copy_link(row.id, name, medium)
    return element("div", write(cell.blocks[:1], medium) + link, class_="name") + write(cell.blocks[1:], medium)
