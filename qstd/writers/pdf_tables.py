"""Tables that run over several pages, as one table of the structure tree: WeasyPrint tags one for each page."""

from collections.abc import Iterator
from typing import Any


def target(pdf: Any, reference: bytes) -> Any:
    """Return the object that a reference ("12 0 R") names."""
    return pdf.objects[int(reference.split()[0])]


def join(pdf: Any, first: Any, later: Any) -> None:
    """Move what a later element holds to the end of the first one, and take the later one out of the tree."""
    for kid in later["K"]:
        first["K"].append(kid)
        if isinstance(kid, bytes) and target(pdf, kid).get("Type") == "/StructElem":
            target(pdf, kid)["P"] = first.reference
    later["K"].clear()
    drop(pdf, later)


def drop(pdf: Any, element: Any) -> None:
    """Take an element out of the tree; what it still holds becomes an artifact."""
    target(pdf, element["P"])["K"].remove(element.reference)


def join_tables(document: Any, pdf: Any) -> None:
    """Join each table, group of rows, row and cell with its own continuation on the next page.

    A table head is repeated on every page; only the first one stays, and the cells below the others refer to it.
    """
    first: dict[Any, Any] = {}
    names: dict[str, Any] = {}
    cells: list[Any] = []
    for page in document.pages:
        for sources, cell in _cells(page._page_box, ()):
            cells.append(cell)
            for source, element in zip(sources, _lineage(pdf, cell, len(sources)), strict=True):
                kept = first.setdefault(source, element)
                if kept is not element:
                    _continue(pdf, kept, element, names)
    for cell in cells:
        headers = cell["A"].get("Headers", [])
        headers[:] = [names.get(header.string, header) for header in headers]


def _continue(pdf: Any, kept: Any, element: Any, names: dict[str, Any]) -> None:
    if "ID" in element:
        names[element["ID"].string] = kept["ID"]
    if element.reference not in target(pdf, element["P"])["K"]:
        return
    if element["S"] == "/THead":
        drop(pdf, element)
    else:
        join(pdf, kept, element)


def _cells(box: Any, sources: tuple[Any, ...]) -> Iterator[tuple[tuple[Any, ...], Any]]:
    """Yield for each cell on a page what it comes from (table, group, row, cell in the HTML) and its element.

    WeasyPrint keeps a cell's element at its box, in `mark`.
    """
    if box.element is not None and box.element_tag in ("table", "thead", "tbody", "tr", "th", "td"):
        # A table's box stands in a wrapper, and a cell's words in boxes, all of which come from the same element.
        if box.element_tag == "table":
            sources = (box.element,)
        elif box.element not in sources:
            sources = (*sources, box.element)
        if hasattr(box, "mark"):
            yield sources, box.mark
            return
    for child in getattr(box, "children", ()):
        yield from _cells(child, sources)


def _lineage(pdf: Any, cell: Any, length: int) -> list[Any]:
    """Return a cell's element and those above it, outermost first."""
    line = [cell]
    while len(line) < length:
        line.append(target(pdf, line[-1]["P"]))
    return line[::-1]
