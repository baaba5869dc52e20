"""What those hear who cannot see a PDF: its words in the order of the structure tree, decoded without any PDF reader."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from typing import Any

import pikepdf

from qstd.model.document import Break, Heading, Paragraph, Text, dotted, plain

HEADINGS = ("/H1", "/H2", "/H3", "/H4", "/H5", "/H6")


def words(value: object) -> Iterator[str]:
    """Yield the text of blocks in reading order, with a space after each block."""
    if isinstance(value, Text | Break):
        yield plain((value,))
    elif isinstance(value, tuple):
        for each in value:
            yield from words(each)
    elif is_dataclass(value):
        if isinstance(value, Heading) and value.number:
            yield f"{dotted(value.number)} "
        for name in ("caption", "title", "label", "head", "body", "inlines", "blocks", "items", "cells"):
            # The title of a link is a string, and stands in the references only.
            part = getattr(value, name, ())
            yield from words(part if isinstance(part, tuple) else ())
            if name in ("caption", "title", "label"):
                yield " "
        yield " " if isinstance(value, Paragraph | Heading) else ""


def solid(text: str) -> str:
    """Return a text without white space and without the hyphens that only a break shows: lines end where they end."""
    return re.sub(r"[\s\u00ad\u200b]", "", text)


@dataclass
class Tree:
    """A PDF's structure: its elements in order as (kind, text), and the words that no element owns."""

    elements: list[tuple[str, str]]
    artifacts: str

    @property
    def text(self) -> str:
        """All that is heard, without the marks of lists."""
        return "".join(text for _, text in self.elements)

    @property
    def headings(self) -> list[tuple[str, str]]:
        """The headings, as (kind, text)."""
        return [(kind, text) for kind, text in self.elements if kind in HEADINGS]


def read(pdf: pikepdf.Pdf) -> Tree:
    """Read the structure of a PDF."""
    marked: dict[tuple[int, int], str] = {}
    artifacts = []
    for page in pdf.pages:
        for mcid, text in _marked(page):
            if mcid is None:
                artifacts.append(text)
            else:
                key = (page.obj.objgen[0], mcid)
                marked[key] = marked.get(key, "") + text
    top = pdf.Root.StructTreeRoot.K
    elements: list[tuple[str, str]] = []
    for each in top if isinstance(top, pikepdf.Array) else [top]:
        _walk(each, None, marked, elements)
    return Tree(elements, solid("".join(artifacts)))


def _walk(element: Any, page: Any, marked: dict[tuple[int, int], str], found: list[tuple[str, str]]) -> None:
    page = element.get("/Pg", page)
    kind = str(element.S)
    if kind == "/Lbl" and not _is_name(element):
        return
    kids = element.get("/K", [])
    start = len(found)
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, int):
            found.append((kind, solid(marked.get((page.objgen[0], int(kid)), ""))))
        elif kid.get("/Type") == "/MCR":
            found.append((kind, solid(marked.get((kid.get("/Pg", page).objgen[0], int(kid.MCID)), ""))))
        elif "/S" in kid:
            _walk(kid, page, marked, found)
    if kind in HEADINGS:
        # What is inside a heading is its text.
        found[start:] = [(kind, "".join(text for _, text in found[start:]))]


def _is_name(label: Any) -> bool:
    """Tell whether what stands before an entry is no bullet or number: its list has neither."""
    about = label.P.P.get("/A", {})
    return "/None" in (
        str(each.get("/ListNumbering")) for each in (about if isinstance(about, pikepdf.Array) else [about])
    )


def _marked(page: Any) -> Iterator[tuple[int | None, str]]:
    """Yield each piece of text on a page and the marked stretch that it stands in."""
    fonts = {str(name): _characters(font) for name, font in page.Resources.get("/Font", {}).items()}
    stack: list[int | None] = []
    font: dict[bytes, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        operator = str(instruction.operator)
        if operator == "BDC":
            properties = operands[1]
            stack.append(int(properties.MCID) if "/MCID" in properties else None)
        elif operator == "BMC":
            stack.append(None)
        elif operator == "EMC":
            stack.pop()
        elif operator == "Tf":
            font = fonts[str(operands[0])]
        elif operator in ("Tj", "TJ"):
            pieces = operands[0] if operator == "TJ" else operands
            text = "".join(_decoded(bytes(each), font) for each in pieces if isinstance(each, pikepdf.String))
            yield next((mcid for mcid in reversed(stack) if mcid is not None), None), text


def _decoded(codes: bytes, font: dict[bytes, str]) -> str:
    return "".join(font.get(codes[at : at + 2], "\ufffd") for at in range(0, len(codes), 2))


def _characters(font: Any) -> dict[bytes, str]:
    """Return what each code of a font stands for."""
    cmap = font.ToUnicode.read_bytes().decode("latin-1")
    found = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[bytes.fromhex(code)] = bytes.fromhex(text).decode("utf-16-be")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", cmap, re.DOTALL):
        for first, last, text in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            for step in range(int(last, 16) - int(first, 16) + 1):
                found[(int(first, 16) + step).to_bytes(2, "big")] = chr(int(text, 16) + step)
    return found
