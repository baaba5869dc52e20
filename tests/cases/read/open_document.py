"""ODT files as LibreOffice writes them: automatic styles, lists and headings with levels, notes, header and footer."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from tests.cases.read.case import Case, WantedSection
from tests.cases.read.flow import BREAK, Grid, Line, Piece, Trap, cut, label, pieces, typed, unmarked
from tests.cases.read.word import package

URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = {
    "office": f"{URN}:office:1.0",
    "text": f"{URN}:text:1.0",
    "table": f"{URN}:table:1.0",
    "style": f"{URN}:style:1.0",
    "fo": f"{URN}:xsl-fo-compatible:1.0",
    "manifest": f"{URN}:manifest:1.0",
    "meta": f"{URN}:meta:1.0",
}
MIME = "application/vnd.oasis.opendocument.text"
AUTOMATIC = (
    '<style:style style:name="fed" style:family="text"><style:text-properties fo:font-weight="bold"/></style:style>'
    '<style:style style:name="under" style:family="text"><style:text-properties style:text-underline-style="solid"/>'
    '</style:style><text:list-style style:name="tal"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/></text:list-style><text:list-style style:name="punkter">'
    '<text:list-level-style-bullet text:level="1" text:bullet-char="•"/></text:list-style>'
)


class TextFile:
    """Collects the content of one file."""

    def __init__(self, case: Case) -> None:
        self.case, self.layout = case, case.layout
        self.traps: list[Trap] = list(case.layout.get("traps", ()))
        self.noted = {each["text"] for each in self.traps}
        self.notes = 0

    def words(self, text: str) -> str:
        """The characters of a paragraph, with the notes that belong there."""
        out = []
        for words, trap in cut(text, self.traps):
            out.append(escape(words, quote=False).replace(BREAK, "<text:line-break/>"))
            if trap:
                self.notes += 1
                body = f"<text:note-body><text:p>{escape(trap['text'])}</text:p></text:note-body>"
                out.append(
                    f'<text:note text:note-class="footnote"><text:note-citation>{self.notes}</text:note-citation>{body}'
                    "</text:note>"
                )
        return "".join(out)

    def paragraph(self, text: str, style: str = "") -> str:
        """A paragraph; what is a footnote stands nowhere else."""
        text = unmarked(text)
        if text in self.noted:
            return ""
        inner = self.words(text)
        return (
            f'<text:p><text:span text:style-name="{style}">{inner}</text:span></text:p>'
            if style
            else (f"<text:p>{inner}</text:p>")
        )

    def text(self, section: WantedSection) -> str:
        """The text of a section."""
        return "".join(self.pieces(pieces(section.text))) or "<text:p/>"

    def pieces(self, found: Sequence[Piece]) -> Iterator[str]:
        """Entries of one list stand in one list, all others by themselves."""
        automatic = self.layout.get("lists") == "automatic"
        for kind, group in groupby(found, lambda each: each.kind if isinstance(each, Line) else "grid"):
            if automatic and kind in ("bullet", "number"):
                style = "punkter" if kind == "bullet" else "tal"
                items = (f"<text:list-item>{self.paragraph(each.text)}</text:list-item>" for each in _lines(group))
                yield f'<text:list text:style-name="{style}">{"".join(items)}</text:list>'
            else:
                yield from map(self.piece, group)

    def piece(self, piece: Piece) -> str:
        """A line or a small table."""
        if isinstance(piece, Grid):
            return self.table([[self.paragraph(cell) for cell in row] for row in piece.rows])
        return self.paragraph(typed(piece, "-"), "under" if piece.kind == "sub" else "")

    def table(self, rows: Sequence[Sequence[str]]) -> str:
        """A table of ready cells."""
        body = "".join(
            f"<table:table-row>{''.join(f'<table:table-cell>{cell}</table:table-cell>' for cell in row)}</table:table-row>"
            for row in rows
        )
        columns = f'<table:table-column table:number-columns-repeated="{len(rows[0])}"/>'
        return f"<table:table>{columns}{body}</table:table>"

    def body(self) -> Iterator[str]:
        """The whole text."""
        (standard,) = self.case.standards
        yield f'<text:h text:outline-level="1">{self.words(standard.title)}</text:h>'
        yield from map(self.paragraph, self.layout.get("before", ()))
        yield self.contents(standard.sections)
        if self.layout["shape"] == "table":
            yield self.table(
                [
                    [self.paragraph(label(each.number, each.heading), "fed"), self.text(each)]
                    for each in standard.sections
                ]
            )
        else:
            for each in standard.sections:
                level = 2 + each.number.count(".")
                yield f'<text:h text:outline-level="{level}">{self.words(label(each.number, each.heading))}</text:h>'
                yield self.text(each)
        yield from map(self.paragraph, self.layout.get("after", ()))

    def contents(self, sections: Sequence[WantedSection]) -> str:
        """A contents page."""
        if "contents" not in self.layout:
            return ""
        lines = "".join(
            f"<text:p>{escape(label(each.number, each.heading))}<text:tab/>{self.layout['contents']}</text:p>"
            for each in sections
        )
        title = "<text:index-title><text:p>Indholdsfortegnelse</text:p></text:index-title>"
        return f"<text:table-of-content><text:index-body>{title}{lines}</text:index-body></text:table-of-content>"


def make(case: Case) -> bytes:
    """Make the ODT file of a case."""
    content = f"<office:body><office:text>{''.join(TextFile(case).body())}</office:text></office:body>"
    parts = {
        "mimetype": MIME,
        "content.xml": _root("content", f"<office:automatic-styles>{AUTOMATIC}</office:automatic-styles>{content}"),
        "styles.xml": _root("styles", _styles(case)),
        "meta.xml": _root("meta", "<office:meta/>"),
    }
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
        for name, kind in {"/": MIME, **dict.fromkeys(list(parts)[1:], "text/xml")}.items()
    )
    manifest = f'<manifest:manifest xmlns:manifest="{NAMESPACES["manifest"]}">{entries}</manifest:manifest>'
    return package({**parts, "META-INF/manifest.xml": manifest})


def _root(name: str, inner: str) -> str:
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    head = '<?xml version="1.0" encoding="UTF-8"?>'
    return f'{head}<office:document-{name} {names} office:version="1.3">{inner}</office:document-{name}>'


def _styles(case: Case) -> str:
    margins = ""
    for each in ("header", "footer"):
        if each in case.layout:
            page = "<text:page-number>1</text:page-number>"
            text = escape(case.layout[each], quote=False).replace("{page}", page)
            margins += f"<style:{each}><text:p>{text}</text:p></style:{each}>"
    page = '<style:page-layout style:name="side"/>'
    master = f'<style:master-page style:name="Standard" style:page-layout-name="side">{margins}</style:master-page>'
    return f"<office:automatic-styles>{page}</office:automatic-styles><office:master-styles>{master}</office:master-styles>"


def _lines(group: Iterator[Piece]) -> Iterator[Line]:
    return (each for each in group if isinstance(each, Line))
