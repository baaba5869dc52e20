"""What stands inside the paragraphs of a Word file: runs, fields, changes, links, notes, pictures."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace

from lxml import etree

from qstd.model.outline import LINE_BREAK, NOWHERE, Block, FurnitureKind, Origin, Para, Run, Spot
from qstd.readers.docx.context import Context
from qstd.readers.docx.fields import UNENDED, Fields
from qstd.readers.docx.names import R, W, full, is_on
from qstd.readers.docx.parts import Part, Relation
from qstd.readers.docx.styles import whole
from qstd.readers.office.line import Line, Look, Piece, clean

Handler = Callable[["Inlines", etree._Element, Line, Look], None]
SYMBOL_FONTS = ("wingdings", "webdings", "symbol")
OUR_BOOKMARK = "qstd_"
CONTENTS_GALLERY = "table of contents"
TEXT, RUN_PROPERTIES = f"{W}t", f"{W}rPr"
SILENT = (
    "w:pPr w:rPr w:sdtPr w:sdtEndPr w:tblPr w:tblGrid w:trPr w:tcPr w:sectPr w:fldData w:delInstrText w:ffData".split()
)


class Inlines:
    """The inline half of the walk through one part; `nested_blocks` is given by the other half."""

    def __init__(self, context: Context, part: Part) -> None:
        self.context = context
        self.relations: dict[str, Relation] = part.relations
        self.fields = Fields()
        self.origin: Origin = "body"
        self.spot = NOWHERE
        self.zone: FurnitureKind | None = None
        self._deleted = 0
        self._href = ""
        # What the above and the fields come to: the kind of furniture that all characters are now, and where they lead.
        self._kind: FurnitureKind | None = None
        self._target = ""

    def nested_blocks(self, elements: list[etree._Element]) -> list[Block]:
        """The blocks that stand inside a paragraph."""
        return []

    @property
    def is_deleting(self) -> bool:
        """Whether what is read now was deleted."""
        return self._deleted > 0

    def inline(self, parent: Iterable[etree._Element], line: Line, look: Look) -> None:
        """Read what stands in a paragraph, or in something inside it."""
        for child in parent:
            handler = HANDLERS.get(str(child.tag))
            if handler is not None:
                handler(self, child, line, look)
            elif len(child):
                self.inline(child, line, look)

    @contextmanager
    def within(self, zone: FurnitureKind | None) -> Iterator[None]:
        """Everything inside is furniture of a kind, unless it already is of another."""
        before = self.zone
        self.zone = before or zone
        self._settle()
        yield
        self.zone = before
        self._settle()

    @contextmanager
    def deleted(self) -> Iterator[None]:
        """Everything inside was deleted."""
        self._deleted += 1
        self._settle()
        yield
        self._deleted -= 1
        self._settle()

    def _settle(self) -> None:
        """Something changed that decides what characters are."""
        fields = self.fields
        self._target = self._href or fields.href
        if self._deleted:
            self._kind = "deleted"
        elif fields.instructing:
            self._kind = "hidden"
        elif self.zone or fields.result == "text":
            self._kind = self.zone
        else:
            self._kind = fields.result

    def _aside(self, look: Look) -> FurnitureKind | None:
        return self._kind or ("hidden" if look.hidden else None)

    def _add(self, text: str | None, line: Line, look: Look) -> None:
        if not text:
            return
        aside = self._kind
        if aside is None and look.hidden:
            aside = "hidden"
        if aside is not None:
            line.is_mixed = True
        line.pieces.append(Piece(text, look, aside, self._target))

    def _made(self, text: str, line: Line, look: Look) -> None:
        if text and self._aside(look) is None:
            line.pieces.append(Piece(text, look, None, "", made=True))

    # ---- Runs and what they hold

    def _run(self, element: etree._Element, line: Line, look: Look) -> None:
        for child in element:
            tag = str(child.tag)
            if tag == TEXT:
                self._add(child.text, line, look)
            elif tag == RUN_PROPERTIES:
                look = self.context.styles.run(look, child)
            elif tag in HANDLERS:
                HANDLERS[tag](self, child, line, look)
            elif len(child):
                self.inline(child, line, look)

    def _nothing(self, element: etree._Element, line: Line, look: Look) -> None:
        """Properties: no text in them."""

    def _text(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(element.text, line, look)

    def _formula(self, element: etree._Element, line: Line, look: Look) -> None:
        # The parts of a formula are words of their own.
        self._add(f" {element.text or ''} ", line, look)

    def _space(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(" ", line, look)

    def _break(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(LINE_BREAK, line, look)

    def _hyphen(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add("\u2011", line, look)

    def _soft_hyphen(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add("\u00ad", line, look)

    def _symbol(self, element: etree._Element, line: Line, look: Look) -> None:
        self._add(symbol(element.get(f"{W}char", ""), element.get(f"{W}font", "")), line, look)

    def _ruby_text(self, element: etree._Element, line: Line, look: Look) -> None:
        with self.within("hidden"):
            self.inline(element, line, look)

    # ---- Fields

    def _field_mark(self, element: etree._Element, line: Line, look: Look) -> None:
        kind = element.get(f"{W}fldCharType")
        if kind == "begin" and element.get(UNENDED) is None:
            self._made(form_field(element), line, look)
            self.fields.begin()
        elif kind == "separate":
            self.fields.show()
        elif kind == "end":
            self.fields.end()
        self._settle()

    def _instruction(self, element: etree._Element, line: Line, look: Look) -> None:
        self.fields.instruct(element.text or "")

    def _simple_field(self, element: etree._Element, line: Line, look: Look) -> None:
        self.fields.begin()
        self.fields.instruct(element.get(f"{W}instr", ""))
        self.fields.show()
        self._settle()
        self.inline(element, line, look)
        self.fields.end()
        self._settle()

    # ---- Changes, links, content controls

    def _insertion(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.tally.insertions += 1
        self.inline(element, line, look)

    def _deletion(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.tally.deletions += 1
        with self.deleted():
            self.inline(element, line, look)
            # Two deletions beside each other are two.
            self._add(" ", line, look)

    def _hyperlink(self, element: etree._Element, line: Line, look: Look) -> None:
        before, relation = self._href, self.relations.get(element.get(f"{R}id", ""))
        anchor = element.get(f"{W}anchor")
        self._href = (relation.target if relation else "") + (f"#{anchor}" if anchor else "")
        self._settle()
        self.inline(element, line, look)
        self._href = before
        self._settle()

    def _control(self, element: etree._Element, line: Line, look: Look) -> None:
        with self.within(zone_of(element)):
            for content in element.iterchildren(f"{W}sdtContent"):
                self.inline(content, line, look)

    def _alternatives(self, element: etree._Element, line: Line, look: Look) -> None:
        branch = chosen(element)
        if branch is not None:
            self.inline(branch, line, look)

    # ---- Notes, remarks, blocks inside a paragraph

    def _note(self, element: etree._Element, line: Line, look: Look) -> None:
        kind = "footnote" if element.tag == f"{W}footnoteReference" else "endnote"
        blocks = self.context.notes.pop((kind, element.get(f"{W}id", "")), None)
        if not blocks:
            return
        if self._aside(look) is not None:
            self.context.put_blocks(self._aside(look) or "hidden", blocks, self.spot)
            return
        mark = ""
        if not is_on(element.get(f"{W}customMarkFollows", "0")):
            self.context.marks += 1
            mark = f"[{self.context.marks}]"
        self._made(mark, line, look)
        line.after += noted(blocks, mark, self.spot)

    def _remark(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.remarked[element.get(f"{W}id", "")] = self.spot

    def _bookmark(self, element: etree._Element, line: Line, look: Look) -> None:
        line.names += ours(element)

    def _nested(self, element: etree._Element, line: Line, look: Look) -> None:
        line.after += self.nested_blocks([element])

    def _text_box(self, element: etree._Element, line: Line, look: Look) -> None:
        before, self.origin = self.origin, "textbox" if self.origin == "body" else self.origin
        line.after += self.nested_blocks(list(element))
        self.origin = before

    def _unread(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.tally.unread += 1

    # ---- Pictures and drawings

    def _picture(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.tally.pictures += 1

    def _description(self, element: etree._Element, line: Line, look: Look) -> None:
        for attribute in ("title", "descr"):
            self.context.put("hidden", clean(element.get(attribute, "")), self.spot)

    def _shape(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.put("hidden", clean(element.get("alt", "")), self.spot)
        self.inline(element, line, look)

    def _word_art(self, element: etree._Element, line: Line, look: Look) -> None:
        self._beside(clean(element.get("string", "")), line, look)

    def _diagram(self, element: etree._Element, line: Line, look: Look) -> None:
        relation = self.relations.get(element.get(f"{R}dm", ""))
        for text in self.context.drawn.pop(relation.target, []) if relation else []:
            self._beside(text, line, look)

    def _chart(self, element: etree._Element, line: Line, look: Look) -> None:
        self.context.tally.charts += 1

    def _beside(self, text: str, line: Line, look: Look) -> None:
        aside = self._aside(look)
        if aside is not None:
            self.context.put(aside, text, self.spot)
        elif text.strip():
            origin: Origin = "textbox" if self.origin == "body" else self.origin
            line.after.append(Para((Run(text.strip()),), self.spot, origin=origin))


HANDLERS: dict[str, Handler] = {
    full(short): handler
    for short, handler in {
        "w:r": Inlines._run,
        "w:tab": Inlines._space,
        "w:ptab": Inlines._space,
        "w:br": Inlines._break,
        "w:cr": Inlines._break,
        "w:noBreakHyphen": Inlines._hyphen,
        "w:softHyphen": Inlines._soft_hyphen,
        "w:sym": Inlines._symbol,
        "w:fldChar": Inlines._field_mark,
        "w:instrText": Inlines._instruction,
        "w:fldSimple": Inlines._simple_field,
        "w:ins": Inlines._insertion,
        "w:del": Inlines._deletion,
        "w:moveFrom": Inlines._deletion,
        "w:hyperlink": Inlines._hyperlink,
        "w:sdt": Inlines._control,
        "w:footnoteReference": Inlines._note,
        "w:endnoteReference": Inlines._note,
        "w:commentReference": Inlines._remark,
        "w:bookmarkStart": Inlines._bookmark,
        "w:rt": Inlines._ruby_text,
        "w:p": Inlines._nested,
        "w:tbl": Inlines._nested,
        "w:txbxContent": Inlines._text_box,
        "w:altChunk": Inlines._unread,
        "w:subDoc": Inlines._unread,
        "mc:AlternateContent": Inlines._alternatives,
        "wp:docPr": Inlines._description,
        "pic:pic": Inlines._picture,
        "v:imagedata": Inlines._picture,
        "v:shape": Inlines._shape,
        "v:textpath": Inlines._word_art,
        "dgm:relIds": Inlines._diagram,
        "c:chart": Inlines._chart,
        "w:t": Inlines._text,
        "w:delText": Inlines._text,
        "m:t": Inlines._formula,
        **dict.fromkeys(SILENT, Inlines._nothing),
    }.items()
}


def ours(bookmark: etree._Element) -> tuple[str, ...]:
    """The name of a bookmark, if it is one of ours."""
    name = bookmark.get(f"{W}name", "")
    return (name,) if name.startswith(OUR_BOOKMARK) else ()


def symbol(code: str, font: str) -> str:
    """The character of a w:sym. One of a symbol font has no meaning of its own and stays in Unicode's private area."""
    try:
        point = int(code, 16)
    except ValueError:
        return ""
    if point < 0x100 and font.casefold().startswith(SYMBOL_FONTS):
        point += 0xF000
    return chr(point) if 0x20 <= point < 0xD800 or 0xE000 <= point < 0xFFFE else ""


def form_field(begin: etree._Element) -> str:
    """What a form field shows that is not text in the file: a ticked box, the choice in a list."""
    box = begin.find(f"{W}ffData/{W}checkBox")
    if box is not None:
        state = box.find(f"{W}checked")
        state = box.find(f"{W}default") if state is None else state
        return "☒" if state is not None and is_on(state.get(f"{W}val")) else "☐"
    choices = begin.find(f"{W}ffData/{W}ddList")
    if choices is not None:
        entries = [entry.get(f"{W}val", "") for entry in choices.iterchildren(f"{W}listEntry")]
        result = choices.find(f"{W}result")
        at = whole(result.get(f"{W}val"), 0) if result is not None else 0
        return entries[at] if 0 <= at < len(entries) else ""
    return ""


def zone_of(control: etree._Element) -> FurnitureKind | None:
    """What a content control makes of what it holds: a table of contents, or a text that only asks for one."""
    properties = control.find(f"{W}sdtPr")
    if properties is None:
        return None
    gallery = properties.find(f"{W}docPartObj/{W}docPartGallery")
    if gallery is not None and gallery.get(f"{W}val", "").casefold() == CONTENTS_GALLERY:
        return "contents"
    asking = properties.find(f"{W}showingPlcHdr")
    return "hidden" if asking is not None and is_on(asking.get(f"{W}val")) else None


def chosen(alternatives: etree._Element) -> etree._Element | None:
    """The form of something that is read: the first one with text, for all of them hold the same."""
    branches = list(alternatives)
    with_text = (branch for branch in branches if next(branch.iter(f"{W}t", f"{W}delText"), None) is not None)
    return next(with_text, branches[0] if branches else None)


def noted(blocks: list[Block], mark: str, spot: Spot) -> list[Block]:
    """The blocks of a note where it is referred to, the mark before them."""
    found = [replace(block, spot=spot) for block in blocks]
    first = found[0]
    if mark and isinstance(first, Para):
        found[0] = replace(first, runs=(Run(f"{mark} ", made=True), *first.runs))
    return found
