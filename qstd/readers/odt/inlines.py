"""What stands inside the paragraphs of an OpenDocument file: words, links, fields, notes, frames."""

import re
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from lxml import etree

from qstd.model.outline import (
    LINE_BREAK,
    NOWHERE,
    Block,
    Furniture,
    FurnitureKind,
    Origin,
    Para,
    Run,
    Spot,
    paragraphs,
)
from qstd.readers.odt.names import name, number, said
from qstd.readers.odt.styles import Styles
from qstd.readers.office.line import Line, Look, Piece, clean
from qstd.readers.office.remarkable import Tally

Handler = Callable[[etree._Element, Line, Look], None]
BLOCKS = {"text:p", "text:h", "text:list", "table:table", "text:section", "text:numbered-paragraph"}
MOST_SPACES = 200
XML_SPACES = re.compile(r"[ \t\r\n]+")
# What stands in such an element is not text of the document but about it, or is counted elsewhere.
SILENT = (
    "text:number text:note-citation dc:creator dc:date meta:creator-initials meta:date-string text:tracked-changes "
    "office:forms text:change text:change-start text:change-end office:annotation-end text:soft-page-break"
).split()
PAGE_FIELDS = "text:page-number text:page-count text:page-continuation".split()


class Inlines:
    """The inline half of the walk through one part; `nested_blocks` is given by the other half."""

    def __init__(self, styles: Styles, furniture: list[Furniture], tally: Tally) -> None:
        self.styles = styles
        self.tally = tally
        self.zone: FurnitureKind | None = None
        self.origin: Origin = "body"
        self.spot = NOWHERE
        self._furniture = furniture
        self._href = ""
        self._marks = 0
        self._handlers: dict[str, Handler] = {
            "text:span": self._span,
            "text:a": self._link,
            "text:s": self._spaces,
            "text:tab": self._space,
            "text:line-break": self._break,
            "text:note": self._note,
            "office:annotation": self._remark,
            "text:placeholder": self._asking,
            "text:script": self._asking,
            "text:ruby-text": self._asking,
            "svg:title": self._description,
            "svg:desc": self._description,
            "draw:text-box": self._text_box,
            "draw:image": self._picture,
            "draw:object": self._object,
            "draw:object-ole": self._object,
            **dict.fromkeys(PAGE_FIELDS, self._page_number),
            **dict.fromkeys(BLOCKS, self._nested),
            **dict.fromkeys(SILENT, self._nothing),
        }

    def nested_blocks(self, elements: Iterable[etree._Element]) -> list[Block]:
        """The blocks that stand inside a paragraph."""
        return []

    def inline(self, parent: etree._Element, line: Line, look: Look) -> None:
        """Read the words and elements of a paragraph, or of something inside it."""
        self.words(parent.text, line, look)
        for child in parent:
            self.element(child, line, look)
            self.words(child.tail, line, look)

    def element(self, element: etree._Element, line: Line, look: Look) -> None:
        """Read one element of a paragraph."""
        kind = name(str(element.tag))
        handler = self._handlers.get(kind)
        if handler is not None:
            handler(element, line, look)
        elif kind.startswith("draw:"):
            self._drawing(element, line, look)
        else:
            self.inline(element, line, look)

    def words(self, text: str | None, line: Line, look: Look) -> None:
        """Add characters; white space of the XML is one space."""
        if text:
            self._add(XML_SPACES.sub(" ", text), line, look)

    @contextmanager
    def within(self, zone: FurnitureKind | None) -> Iterator[None]:
        """Everything inside is furniture of a kind, unless it already is of another."""
        before = self.zone
        self.zone = before or zone
        yield
        self.zone = before

    def put(self, kind: FurnitureKind, text: str, spot: Spot | None = None) -> None:
        """Keep text that is furniture."""
        if text.strip():
            self._furniture.append(Furniture(kind, text, self.spot if spot is None else spot))

    def put_blocks(self, kind: FurnitureKind, blocks: list[Block]) -> None:
        """Keep blocks as one piece of furniture."""
        self.put(kind, "\n".join(para.text for para in paragraphs(blocks)))

    def _add(self, text: str, line: Line, look: Look) -> None:
        if text:
            line.pieces.append(Piece(text, look, self.zone or ("hidden" if look.hidden else None), self._href))

    def _nothing(self, element: etree._Element, line: Line, look: Look) -> None:
        """No text of the document in it."""

    def _span(self, element: etree._Element, line: Line, look: Look) -> None:
        self.inline(element, line, self.styles.text(look, said(element, "text:style-name")))

    def _link(self, element: etree._Element, line: Line, look: Look) -> None:
        before, self._href = self._href, said(element, "xlink:href")
        self.inline(element, line, self.styles.text(look, said(element, "text:style-name")))
        self._href = before

    def _spaces(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(" " * min(number(element, "text:c", 1), MOST_SPACES), line, look)

    def _space(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(" ", line, look)

    def _break(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(LINE_BREAK, line, look)

    def _page_number(self, element: etree._Element, line: Line, look: Look) -> None:
        with self.within("page_number"):
            self.inline(element, line, look)

    def _asking(self, element: etree._Element, line: Line, look: Look) -> None:
        with self.within("hidden"):
            self.inline(element, line, look)

    def _note(self, element: etree._Element, line: Line, look: Look) -> None:
        bodies = [child for child in element if name(str(child.tag)) == "text:note-body"]
        before, self.origin = self.origin, "footnote"
        blocks = [block for body in bodies for block in self.nested_blocks(body)]
        self.origin = before
        if self.zone is None and blocks:
            self._marks += 1
            mark = f"[{self._marks}]"
            line.pieces.append(Piece(mark, look, made=True))
            first = blocks[0]
            if isinstance(first, Para):
                blocks[0] = replace(first, runs=(Run(f"{mark} ", made=True), *first.runs))
        line.after += blocks

    def _remark(self, element: etree._Element, line: Line, look: Look) -> None:
        before, self.zone = self.zone, None
        self.put_blocks("comment", self.nested_blocks(child for child in element if name(str(child.tag)) in BLOCKS))
        self.zone = before

    def _nested(self, element: etree._Element, line: Line, look: Look) -> None:
        line.after += self.nested_blocks([element])

    # ---- Frames and drawings

    def _drawing(self, element: etree._Element, line: Line, look: Look) -> None:
        """A frame or shape: text in it stands beside the paragraph."""
        children = list(element)
        # A picture that stands in for an object is no picture of its own.
        if any(name(str(child.tag)).startswith("draw:object") for child in children):
            children = [child for child in children if name(str(child.tag)) != "draw:image"]
        before = self.origin
        self.origin = "textbox" if before == "body" else before
        for child in children:
            self.element(child, line, look)
        self.origin = before

    def _text_box(self, element: etree._Element, line: Line, look: Look) -> None:
        before = self.origin
        self.origin = "textbox" if before == "body" else before
        line.after += self.nested_blocks(element)
        self.origin = before

    def _picture(self, element: etree._Element, line: Line, look: Look) -> None:
        self.tally.pictures += 1
        line.after += self.nested_blocks(child for child in element if name(str(child.tag)) in BLOCKS)

    def _object(self, element: etree._Element, line: Line, look: Look) -> None:
        self.tally.charts += 1

    def _description(self, element: etree._Element, line: Line, look: Look) -> None:
        self.put("hidden", clean("".join(element.itertext())))
