"""What a table is for: to hold data, or to arrange the page."""

from collections.abc import Iterator
from typing import Literal

from qstd.readers.html.survey import Element, Survey, name_of

Use = Literal["data", "layout", "frame"]
"""`data`: a table. `layout`: one that says of itself that it only arranges, though it has rows of several cells.
`frame`: what it holds is one thing after the other.
"""

_SHARE = 0.6
_FRAME_ROWS = 3
_LABEL = 150


def use(table: Element, page: Survey) -> Use:
    """Say what a table is for."""
    rows = [list(cells(row)) for row in own_rows(table)]
    rows = [row for row in rows if row]
    widest = max((len(row) for row in rows), default=0)
    if widest < 2:
        return "frame"
    arranged = table.get("role") in ("presentation", "none")
    nested = page.measure(table).tables > 1
    if nested and not _labelled(rows, page):
        return "frame"
    if arranged:
        return "layout" if len(rows) > 1 or _labelled(rows, page) else "frame"
    if any(name_of(cell) == "th" for row in rows for cell in row):
        return "data"
    return "frame" if _frames(rows, page) else "data"


def own_rows(table: Element) -> Iterator[Element]:
    """Yield the rows of a table, not those of tables in it."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def cells(row: Element) -> Iterator[Element]:
    """Yield the cells of a row."""
    return (child for child in row if child.tag in ("td", "th"))


def _labelled(rows: list[list[Element]], page: Survey) -> bool:
    """Say whether the first cell of every row is a label: short, without tables in it, and what follows is no frame."""
    labels = [page.measure(row[0]) for row in rows if len(row) > 1]
    return (
        len(labels) > 1
        and all(label.letters <= _LABEL and not label.tables for label in labels)
        and all(len(row) <= 2 for row in rows)
        and sum(label.letters > 0 for label in labels) > len(labels) / 2
        and not any(label.links > 2 for label in labels)
    )


def _frames(rows: list[list[Element]], page: Survey) -> bool:
    """Say whether few cells hold most of the page: columns for a menu and the text."""
    if len(rows) > _FRAME_ROWS:
        return False
    whole = max(page.measure(page.root).letters, 1)
    for row in rows:
        for cell in row:
            measure = page.measure(cell)
            if measure.headings > 1 and measure.letters > _SHARE * whole:
                return True
    return False
