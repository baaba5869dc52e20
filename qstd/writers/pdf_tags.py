"""What WeasyPrint's tags leave open, put right before the PDF is written.

A table or list that runs over several pages becomes one again, header cells say what they head, lists say how they are
numbered, and repeated table heads, running heads and page numbers become pagination artifacts.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from qstd.writers.pdf_tables import join, join_tables, target


def finish(document: Any, pdf: Any) -> None:
    """Correct the structure tree of a PDF (WeasyPrint calls this with its pages and the pydyf file)."""
    root = target(pdf, pdf.catalog["StructTreeRoot"])
    top = target(pdf, root["K"][0])
    _lists(document, pdf, top)
    join_tables(document, pdf)
    _bodies(pdf, list(_walk(pdf, top)))
    elements = list(_walk(pdf, top))
    _scopes(pdf, elements)
    _index(root, elements)
    _artifacts(pdf, root, {each.number for each in elements})


def _children(pdf: Any, element: Any) -> list[Any]:
    targets = (target(pdf, kid) for kid in element["K"] if isinstance(kid, bytes))
    return [each for each in targets if each.get("Type") == "/StructElem"]


def _walk(pdf: Any, element: Any) -> Iterator[Any]:
    """Yield an element and all below it, in reading order."""
    waiting = [element]
    while waiting:
        each = waiting.pop()
        yield each
        waiting += reversed(_children(pdf, each))


# ---------- Lists ----------


def _lists(document: Any, pdf: Any, top: Any) -> None:
    """Say how each list is numbered, and join the parts of one that runs over pages."""
    import pydyf

    found: dict[Any, Any] = {}
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        boxes = list(_list_boxes(page._page_box))
        roots = [each for each in _children(pdf, top) if each["Pg"] == reference]
        elements = [each for root in roots for each in _walk(pdf, root) if each["S"] == "/L"]
        if len(boxes) != len(elements):
            continue
        for box, element in zip(boxes, elements, strict=True):
            kind = "/Decimal" if box.element_tag == "ol" else _bullet(box)
            element["A"] = pydyf.Dictionary({"O": "/List", "ListNumbering": kind})
            first = found.setdefault(box.element, element)
            if first is not element:
                join(pdf, first, element)


def _list_boxes(box: Any) -> Iterator[Any]:
    if box.element is not None and box.element_tag in ("ul", "ol"):
        yield box
    for child in getattr(box, "children", ()):
        yield from _list_boxes(child)


def _bullet(box: Any) -> str:
    return "/None" if box.style["list_style_type"] == "none" else "/Disc"


def _bodies(pdf: Any, elements: list[Any]) -> None:
    """An entry holds a label and a body and nothing else: what WeasyPrint puts beside the label goes into a body."""
    import pydyf

    for element in elements:
        if element["S"] != "/LI":
            continue
        loose = [kid for kid in element["K"] if target(pdf, kid)["S"] not in ("/Lbl", "/LBody")]
        if not loose:
            continue
        body = pydyf.Dictionary(
            {"Type": "/StructElem", "S": "/LBody", "K": pydyf.Array(loose), "Pg": element["Pg"], "P": element.reference}
        )
        pdf.add_object(body)
        for kid in loose:
            target(pdf, kid)["P"] = body.reference
        element["K"][:] = [kid for kid in element["K"] if kid not in loose] + [body.reference]


# ---------- Tables ----------


def _scopes(pdf: Any, elements: list[Any]) -> None:
    """A header cell that stands before data cells heads its row, every other one its column."""
    for row in elements:
        if row["S"] != "/TR":
            continue
        cells = [each for each in _children(pdf, row) if each["S"] in ("/TH", "/TD")]
        with_data = any(cell["S"] == "/TD" for cell in cells)
        for cell in cells:
            if cell["S"] == "/TH":
                cell["A"]["Scope"] = "/Row" if with_data else "/Column"


def _index(root: Any, elements: list[Any]) -> None:
    import pydyf

    ids = sorted((each["ID"].string, each.reference) for each in elements if "ID" in each)
    if ids:
        names = pydyf.Array()
        for name, reference in ids:
            names.extend((pydyf.String(name), reference))
        root["IDTree"] = pydyf.Dictionary({"Names": names})


# ---------- Artifacts ----------


def _artifacts(pdf: Any, root: Any, live: set[int]) -> None:
    """What elements outside the tree own stands in the margins or repeats a table head: nobody wants to hear it."""
    import pydyf

    numbers = target(pdf, root["ParentTree"])["Nums"]
    for index, reference in enumerate(pdf.page_references):
        owners = numbers[2 * index + 1]
        dead = {mcid for mcid, owner in enumerate(owners) if int(owner.split()[0]) not in live}
        for mcid in dead:
            owners[mcid] = "null"
        stream = target(pdf, target(pdf, reference)["Contents"]).stream
        for at, (operand, operator) in enumerate(pairwise(stream)):
            if operator == b"BDC" and isinstance(operand, dict) and operand.get("MCID") in dead:
                stream[at - 1] = "/Artifact"
                stream[at] = pydyf.Dictionary({"Type": "/Pagination"})
    for each in pdf.objects:
        if isinstance(each, pydyf.Dictionary) and each.get("Type") == "/StructElem" and each.number not in live:
            each.clear()
