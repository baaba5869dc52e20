"""Word files as Word makes them: runs cut anywhere, numbering in a part of its own, content controls, tracked changes."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from html import escape
from itertools import count

from tests.cases.read.case import Case, WantedSection, WantedStandard
from tests.cases.read.flow import BREAK, Grid, Line, Trap, cut, label, pieces, softener, typed, unmarked
from tests.cases.read.word_parts import NAMESPACES, PACKAGE, RELATIONS, STYLES, content_types, numbering, part

AUTHOR = 'w:author="Kommunen" w:date="2024-01-02T10:00:00Z"'
RUN = 23  # characters after which a run is cut, as Word does wherever somebody has typed
SIZES = {"a4": (11906, 16838), "a5": (8391, 11906)}


class WordFile:
    """Collects the parts of one file."""

    def __init__(self, case: Case) -> None:
        self.case, self.layout = case, case.layout
        self.traps: list[Trap] = list(case.layout.get("traps", ()))
        self.noted = {each["text"] for each in self.traps if each["kind"] == "footnote"}
        self.soften = softener(case.layout)
        self.ids = count(1)
        self.footnotes: list[str] = []
        self.comments: list[str] = []
        self.links: list[str] = []
        self.starts: list[int] = []  # where each automatic numbering of labels starts
        self.next_label = 1
        self.lists = 0

    # ---- runs

    def run(self, text: str, look: str = "", tag: str = "t") -> str:
        """Characters that look alike, cut into several runs."""
        out = []
        for number, line in enumerate(self.soften(text).split(BREAK)):
            out.append("<w:r><w:br/></w:r>" if number else "")
            for start in range(0, len(line), RUN):
                words = escape(line[start : start + RUN], quote=False)
                out.append(f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{words}</w:{tag}></w:r>')
        return "".join(out)

    def runs(self, text: str, look: str = "") -> str:
        """The runs of a paragraph, with what the traps put there."""
        return "".join(
            self.trapped(words, trap, look) if trap else self.run(words, look) for words, trap in cut(text, self.traps)
        )

    def trapped(self, words: str, trap: Trap, look: str) -> str:
        """A stretch of text inside what a trap says, or what it puts in."""
        number, inner = next(self.ids), self.run(words, look)
        match trap["kind"]:
            case "inserted":
                return f'<w:ins w:id="{number}" {AUTHOR}>{inner}</w:ins>'
            case "deleted":
                return f'<w:del w:id="{number}" {AUTHOR}>{self.run(trap["text"], look, "delText")}</w:del>'
            case "control":
                return f"<w:sdt><w:sdtPr><w:text/></w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>"
            case "hidden":
                return self.run(trap["text"], "<w:vanish/>")
            case "comment":
                return self.comment(inner, trap["text"])
            case "link":
                self.links.append(trap["href"])
                return f'<w:hyperlink r:id="link{len(self.links)}">{inner}</w:hyperlink>'
            case "footnote":
                self.footnotes.append(trap["text"])
                return f'<w:r><w:footnoteReference w:id="{len(self.footnotes)}"/></w:r>'
        return inner

    def comment(self, inner: str, text: str) -> str:
        """A stretch with a remark in the margin."""
        self.comments.append(text)
        number = len(self.comments)
        return (
            f'<w:commentRangeStart w:id="{number}"/>{inner}<w:commentRangeEnd w:id="{number}"/>'
            f'<w:r><w:commentReference w:id="{number}"/></w:r>'
        )

    # ---- paragraphs

    def paragraph(self, text: str, style: str = "", look: str = "", settings: str = "") -> str:
        """A paragraph; one that a trap wants in a text box stands in one, another that is a footnote stands nowhere."""
        text = unmarked(text)
        if text in self.noted:
            return ""
        style = f'<w:pStyle w:val="{style}"/>' if style else ""
        made = f"<w:p><w:pPr>{style}{settings}</w:pPr>{self.runs(text, look)}</w:p>"
        if any(each["kind"] == "textbox" and text.startswith(each["around"]) for each in self.traps):
            return _box(made, next(self.ids))
        return made

    def piece(self, piece: Line | Grid) -> str:
        """One piece of a section's text."""
        if isinstance(piece, Grid):
            return self.table([[self.paragraph(cell) for cell in row] for row in piece.rows])
        if piece.kind == "sub":
            return self.paragraph(piece.text, look='<w:u w:val="single"/>')
        if piece.kind == "text" or self.layout.get("lists") == "typed":
            return self.paragraph(typed(piece))
        if piece.number == 1 and piece.kind == "number":
            self.lists += 1
        number = 2 if piece.kind == "bullet" else 100 + self.lists
        return self.paragraph(piece.text, "Listeafsnit", settings=_numbered(number, piece.depth - 1))

    def text(self, section: WantedSection) -> str:
        """The text of a section; a cell must hold a paragraph at least."""
        return "".join(map(self.piece, pieces(section.text))) or "<w:p/>"

    def heading(self, section: WantedSection, style: str = "", look: str = "") -> str:
        """The heading of a section, its number typed or made by Word."""
        if self.layout.get("labels") != "automatic":
            return self.paragraph(label(section.number, section.heading), style, look)
        return self.paragraph(section.heading, style, look, self.label_number(section.number))

    def label_number(self, number: str) -> str:
        """The numbering of a label; where the source leaves out a number, a new one starts."""
        if "." in number:
            return _numbered(1, number.count("."))
        if int(number) != self.next_label:
            self.starts.append(int(number))
        self.next_label = int(number) + 1
        return _numbered(9 + len(self.starts) if self.starts else 1, 0)

    # ---- tables

    def table(self, rows: Sequence[Sequence[str]], widths: Sequence[int] = (), head: bool = False) -> str:
        """A table of ready cells; the only cell of a row goes over all columns."""
        widths = widths or [2000] * len(rows[0])
        grid = "".join(f'<w:gridCol w:w="{each}"/>' for each in widths)
        body = []
        for number, row in enumerate(rows):
            span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(row) == 1 < len(widths) else ""
            cells = "".join(
                f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{cell}'
                + ("<w:p/>" if cell.endswith("</w:tbl>") else "")
                + "</w:tc>"
                for width, cell in zip(widths, row, strict=False)
            )
            repeat = "<w:trPr><w:tblHeader/></w:trPr>" if head and number == 0 else ""
            body.append(f"<w:tr>{repeat}{cells}</w:tr>")
        return f'<w:tbl><w:tblPr><w:tblStyle w:val="Gitter"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(body)}</w:tbl>'

    def section_table(self, sections: Sequence[WantedSection]) -> str:
        """All sections as rows: label and text, or number, label and text."""
        three = self.layout["shape"] == "table3"
        narrow = self.layout.get("page") == "a5"
        widths = [900, 2000, 6100] if three else [2600, 6400]
        widths = [each * 73 // 100 for each in widths] if narrow else widths
        rows = [[self.paragraph(each, look="<w:b/>") for each in self.layout["head_row"]]] if self.has_head else []
        for each in sections:
            if self.layout.get("groups") and not each.text:
                cells = [self.paragraph(f"{each.number}. {each.heading}", look="<w:b/>")]
            elif three:
                cells = [self.paragraph(each.number), self.paragraph(each.heading), self.text(each)]
            else:
                cells = [self.heading(each), self.text(each)]
            rows.append(cells)
        return self.table(rows, widths, head=self.has_head)

    def boxes(self, sections: Sequence[WantedSection]) -> Iterator[str]:
        """The details of the document as a table, then a box for each section: label above, text below."""
        yield self.table([[self.paragraph(cell) for cell in row] for row in self.layout["details"]], [2600, 6400])
        for each in sections:
            yield "<w:p/>" + self.table([[self.paragraph(each.heading, look="<w:b/>")], [self.text(each)]], [9000])

    @property
    def has_head(self) -> bool:
        """Whether the table says above its columns what they hold."""
        return "head_row" in self.layout

    # ---- the whole

    def sections(self, sections: Sequence[WantedSection], style: str) -> Iterator[str]:
        """All sections one after the other; the depth of a number is that of its heading."""
        for each in sections:
            depth = int(style[-1:] or 1) + each.number.count(".")
            if self.layout["shape"] == "bold":
                yield self.heading(each, look="<w:b/>")
            else:
                yield self.heading(each, f"{style[:-1]}{depth}")
            yield self.text(each)

    def standard(self, standard: WantedStandard, several: bool) -> Iterator[str]:
        """One standard: title, lines before, contents, sections. What all standards of the file have in common has the
        heading of the cover and comes before the first of them.
        """
        sections = standard.sections
        if several and sections[0].heading == self.layout["cover"]:
            yield self.paragraph(sections[0].heading, "Titel")
            yield self.text(sections[0])
            sections = sections[1:]
        bold = self.layout["shape"] == "bold"
        look = '<w:b/><w:sz w:val="32"/>' if bold else ""
        yield self.paragraph(standard.title, "Overskrift1" if several else "" if bold else "Titel", look)
        if not several:
            yield from map(self.paragraph, self.layout.get("before", ()))
            yield self.contents(sections)
        if self.layout["shape"].startswith("table"):
            yield self.section_table(sections)
        elif self.layout["shape"] == "boxes":
            yield from self.boxes(sections[1:])
        else:
            yield from self.sections(sections, "Overskrift2" if several else "Overskrift1")
        if not several:
            yield from map(self.paragraph, self.layout.get("after", ()))

    def contents(self, sections: Sequence[WantedSection]) -> str:
        """A contents page as a field, which says of every heading on what page it stands."""
        if "contents" not in self.layout:
            return ""
        begin = '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r>'
        entries = [self.paragraph("Indholdsfortegnelse", look="<w:b/>")]
        for number, each in enumerate(sections):
            field = begin + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>' if number == 0 else ""
            line = self.run(f"{each.number} {each.heading}") + "<w:r><w:tab/></w:r>" + self.run(self.layout["contents"])
            tabs = '<w:tabs><w:tab w:val="right" w:leader="dot" w:pos="9000"/></w:tabs>'
            entries.append(f'<w:p><w:pPr><w:pStyle w:val="Indholdsfortegnelse1"/>{tabs}</w:pPr>{field}{line}</w:p>')
        entries.append('<w:p><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
        gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj>'
        control = f"<w:sdt><w:sdtPr>{gallery}</w:sdtPr><w:sdtContent>{''.join(entries)}</w:sdtContent></w:sdt>"
        return control + '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'

    def body(self) -> str:
        """The body of the document."""
        several = len(self.case.standards) > 1
        parts = []
        parts += [part for each in self.case.standards for part in self.standard(each, several)]
        width, height = SIZES[self.layout.get("page", "a4")]
        margin = 900 if "page" in self.layout else 1300
        margins = " ".join(f'w:{side}="{margin}"' for side in ("top", "right", "bottom", "left"))
        references = "".join(
            f'<w:{each}Reference w:type="default" r:id="{each}"/>'
            for each in ("header", "footer")
            if each in self.layout
        )
        page = f'{references}<w:pgSz w:w="{width}" w:h="{height}"/><w:pgMar {margins} w:header="500" w:footer="500"/>'
        return f"{''.join(parts)}<w:sectPr>{page}</w:sectPr>"

    def margin(self, text: str) -> str:
        """A header or footer with the fields for page numbers."""
        out = escape(text, quote=False)
        for name, field in (("{page}", "PAGE"), ("{pages}", "NUMPAGES")):
            made = f'<w:fldSimple w:instr="{field}"><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            out = out.replace(name, f'</w:t></w:r>{made}<w:r><w:t xml:space="preserve">')
        return f'<w:p><w:r><w:t xml:space="preserve">{out}</w:t></w:r></w:p>'


def make(case: Case) -> bytes:
    """Make the Word file of a case."""
    file = WordFile(case)
    parts = {"word/document.xml": part("document", f"<w:body>{file.body()}</w:body>"), "word/styles.xml": STYLES}
    parts["word/numbering.xml"] = numbering(file.starts, file.lists)
    for each, root in (("header", "hdr"), ("footer", "ftr")):
        if each in case.layout:
            parts[f"word/{each}1.xml"] = part(root, file.margin(case.layout[each]))
    parts["word/footnotes.xml"] = part("footnotes", "".join(_notes("footnote", file.footnotes)))
    parts["word/comments.xml"] = part("comments", "".join(_notes("comment", file.comments)))
    links = "".join(
        f'<Relationship Id="link{number}" Type="{RELATIONS}/hyperlink" Target="{escape(href)}" TargetMode="External"/>'
        for number, href in enumerate(file.links, 1)
    )
    targets = {each: f"{each}1.xml" for each in ("header", "footer") if each in case.layout}
    targets |= {each: f"{each}.xml" for each in ("styles", "numbering", "footnotes", "comments")}
    inner = "".join(
        f'<Relationship Id="{name}" Type="{RELATIONS}/{name}" Target="{file}"/>' for name, file in targets.items()
    )
    parts["word/_rels/document.xml.rels"] = f'<Relationships xmlns="{PACKAGE}">{inner}{links}</Relationships>'
    parts["_rels/.rels"] = (
        f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{RELATIONS}/officeDocument" '
        'Target="word/document.xml"/></Relationships>'
    )
    return package({"[Content_Types].xml": content_types(targets.values()), **parts})


def package(parts: dict[str, str]) -> bytes:
    """Pack the parts, always into the same bytes."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, (2024, 1, 2, 10, 0, 0))
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)
    return data.getvalue()


def _numbered(number: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _notes(name: str, texts: Sequence[str]) -> Iterator[str]:
    for number, text in enumerate(texts, 1):
        inner = f"<w:p><w:r><w:t>{escape(text, quote=False)}</w:t></w:r></w:p>"
        yield f'<w:{name} w:id="{number}" {AUTHOR if name == "comment" else ""}>{inner}</w:{name}>'


def _box(paragraph: str, number: int) -> str:
    """A text box, as Word writes it twice: for itself and for older programs."""
    box = f"<w:txbxContent>{paragraph}</w:txbxContent>"
    shape = f"<wps:wsp><wps:spPr/><wps:txbx>{box}</wps:txbx><wps:bodyPr/></wps:wsp>"
    data = f'<a:graphic><a:graphicData uri="{NAMESPACES["wps"]}">{shape}</a:graphicData></a:graphic>'
    inline = (
        '<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="4000000" cy="600000"/>'
        f'<wp:docPr id="{number}" name="Tekstfelt {number}"/>{data}</wp:inline>'
    )
    old = f'<w:pict><v:shape style="width:300pt;height:50pt"><v:textbox>{box}</v:textbox></v:shape></w:pict>'
    choice = f'<mc:Choice Requires="wps"><w:drawing>{inline}</w:drawing></mc:Choice>'
    return f"<w:p><w:r><mc:AlternateContent>{choice}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
