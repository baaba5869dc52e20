"""Word and OpenDocument packages from pieces of XML, and outlines as lines that can be compared."""

import io
import re
import unicodedata
import zipfile
from collections import Counter
from collections.abc import Iterable, Mapping

from qstd.model.outline import Block, Outline, Para, Reading, Run, Table, paragraphs

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{address}"'
    for prefix, address in {
        "w": W,
        "r": f"{OFFICE}/relationships",
        "m": f"{OFFICE}/math",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": f"{DRAWING}/wordprocessingDrawing",
        "a": f"{DRAWING}/main",
        "pic": f"{DRAWING}/picture",
        "dgm": f"{DRAWING}/diagram",
        "c": f"{DRAWING}/chart",
        "v": "urn:schemas-microsoft-com:vml",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    }.items()
)
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "styles numbering footnotes endnotes comments header footer diagramData image chart".split()

STYLES = """
<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val="22"/><w:lang w:val="da-DK"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="paragraph" w:styleId="Titel"><w:name w:val="Title"/><w:rPr><w:sz w:val="48"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr>
 <w:rPr><w:b/><w:sz w:val="32"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Overskrift2"><w:name w:val="heading 2"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Afsnit"><w:name w:val="Afsnitsoverskrift"/><w:basedOn w:val="Overskrift2"/></w:style>
<w:style w:type="paragraph" w:styleId="Fed"><w:name w:val="Fed tekst"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="Indholdsfortegnelse1"><w:name w:val="toc 1"/></w:style>
<w:style w:type="paragraph" w:styleId="Citat"><w:name w:val="Quote"/></w:style>
<w:style w:type="paragraph" w:styleId="Ring"><w:name w:val="Ring"/><w:basedOn w:val="Ring"/></w:style>
<w:style w:type="character" w:styleId="Strk"><w:name w:val="Strong"/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Skjult"><w:name w:val="Skjult"/><w:rPr><w:vanish/></w:rPr></w:style>
"""


def wrapped(root: str, content: str) -> bytes:
    """A part of a Word file with this root."""
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'.encode()


def docx(body: str, parts: Mapping[str, str | bytes] | None = None, links: Iterable[tuple[str, str]] = ()) -> bytes:
    """A Word file. `parts` are further parts by name (each related to the text by its name without digits; a name with
    a slash is a whole path and not related), `links` addresses by the key of their relation.
    """
    files: dict[str, str | bytes] = {}
    types = {"document.main": "document"}
    relations = [f'<Relationship Id="{key}" Type="{OFFICE}/relationships/hyperlink" Target="{address}" TargetMode="External"/>'
                 for key, address in links]  # fmt: skip
    for name, content in {"styles": STYLES, **(parts or {})}.items():
        kind = re.sub(r"\d", "", name)
        if kind not in KINDS:
            files[name] = content
            continue
        types[kind] = name
        root = {"header": "hdr", "footer": "ftr"}.get(kind, kind)
        files[f"word/{name}.xml"] = wrapped(root, content) if isinstance(content, str) else content
        relations.append(f'<Relationship Id="{name}" Type="{OFFICE}/relationships/{kind}" Target="{name}.xml"/>')
    files["[Content_Types].xml"] = f'<Types xmlns="{TYPES}">{"".join(map(typed, types, types.values()))}</Types>'
    files["_rels/.rels"] = related([f'<Relationship Id="a" Type="{OFFICE}/relationships/officeDocument" Target="word/document.xml"/>'])  # fmt: skip  # noqa: E501  # one relation
    files["word/_rels/document.xml.rels"] = related(relations)
    files["word/document.xml"] = wrapped("document", f"<w:body>{body}</w:body>")
    return zipped(files)


def typed(kind: str, name: str) -> str:
    """What the package says a part is."""
    return f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats.{kind}+xml"/>'


def related(relations: Iterable[str]) -> str:
    """A part with relations."""
    return f'<Relationships xmlns="{RELATIONS}">{"".join(relations)}</Relationships>'


def zipped(files: Mapping[str, str | bytes]) -> bytes:
    """A package, the same bytes for the same files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def unzipped(package: bytes) -> dict[str, bytes]:
    """The files of a package."""
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def p(content: str = "", style: str = "", properties: str = "") -> str:
    """A paragraph of Word; content without a tag is one run."""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    stated = f"<w:pPr>{named}{properties}</w:pPr>" if named or properties else ""
    return f"<w:p>{stated}{content if content.startswith('<') else r(content)}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run of Word."""
    stated = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    return f'<w:r>{stated}<w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""


def tc(content: str, properties: str = "") -> str:
    """A cell of Word."""
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content if content.startswith('<w:') else p(content)}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of Word."""
    inside = "".join(cell if cell.startswith(("<w:tc", "<w:sdt")) else tc(cell) for cell in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inside}</w:tr>"


def tbl(*rows: str) -> str:
    """A table of Word."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


# ---- Outlines as lines


def lines(reading: Reading) -> list[str]:
    """The blocks of an outline as lines, once the account of its words has been found to balance."""
    assert reading.outline is not None, reading.findings
    assert unbalanced(reading.outline) == {}
    return shown(reading.outline.blocks)


def shown(blocks: Iterable[Block]) -> list[str]:
    """Blocks as lines: "# " is a heading, two spaces a level of a list, "| " a cell, "{}" what is made."""
    return [line for block in blocks for line in ([_para(block)] if isinstance(block, Para) else _table(block))]


def _para(para: Para) -> str:
    lead = "#" * para.level + " " if para.level else "  " * (para.depth - 1)
    origin = "" if para.origin == "body" else f"({para.origin}) "
    marker = f"{para.marker} " if para.marker else ""
    return lead + origin + marker + "".join(map(_run, para.runs))


def _run(run: Run) -> str:
    text = run.text
    for is_so, mark in ((run.underline, "__"), (run.emph, "_"), (run.strong, "**")):
        text = f"{mark}{text}{mark}" if is_so else text
    text = f"[{text}]({run.href})" if run.href else text
    return "{" + text + "}" if run.made else text


def _table(table: Table) -> list[str]:
    found = []
    for row in table.rows:
        cells = []
        for cell in row.cells:
            spans = f"{cell.colspan}x{cell.rowspan} " if (cell.colspan, cell.rowspan) != (1, 1) else ""
            cells.append(("! " if cell.head else "") + spans + " / ".join(shown(cell.blocks)))
        found.append(" ".join(f"| {cell}" for cell in cells) + " |")
    return found


def furniture(reading: Reading) -> list[tuple[str, str]]:
    """What is furniture, by kind."""
    assert reading.outline is not None
    return [(item.kind, item.text) for item in reading.outline.furniture]


def unbalanced(outline: Outline) -> dict[str, int]:
    """The words that the two ways through the file do not agree on: more than 0 where the blocks lack some."""
    counted = words(outline.plain or "")
    counted.subtract(words(" ".join(item.text for item in outline.furniture)))
    for para in paragraphs(outline.blocks):
        counted.subtract(words(para.text))
    return {word: count for word, count in counted.items() if count}


def words(text: str) -> Counter[str]:
    """The words of a text as they are counted."""
    text = re.sub("[\u00ad\u200b-\u200f\u2060\ufeff]", "", unicodedata.normalize("NFC", text))
    return Counter(re.findall(r"[^\W_]+|§", text))


def codes(reading: Reading) -> list[str]:
    """The codes of what was found."""
    return [finding.code for finding in reading.findings]
