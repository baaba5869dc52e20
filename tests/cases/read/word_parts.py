"""The parts of a Word package that are the same in every file: names, styles, numbering."""

from collections.abc import Iterable, Sequence

OFFICE = "http://schemas.openxmlformats.org"
RELATIONS = f"{OFFICE}/officeDocument/2006/relationships"
PACKAGE = f"{OFFICE}/package/2006/relationships"
NAMESPACES = {
    "w": f"{OFFICE}/wordprocessingml/2006/main",
    "r": RELATIONS,
    "a": f"{OFFICE}/drawingml/2006/main",
    "wp": f"{OFFICE}/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "mc": f"{OFFICE}/markup-compatibility/2006",
    "v": "urn:schemas-microsoft-com:vml",
}
HEADINGS = {1: 32, 2: 28, 3: 24}  # half points
SYMBOL = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol" w:hint="default"/></w:rPr>'
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"


def part(name: str, inner: str) -> str:
    """A part of the package with its root element."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:{name} {names}>{inner}</w:{name}>'


def content_types(files: Iterable[str]) -> str:
    """The list of the parts and what they are."""
    kinds = {file: file.split(".")[0].rstrip("1") for file in files} | {"document.xml": "document.main"}
    overrides = "".join(
        f'<Override PartName="/word/{file}" ContentType="{MAIN}.{kind}+xml"/>' for file, kind in kinds.items()
    )
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'<Types xmlns="{OFFICE}/package/2006/content-types">{defaults}{overrides}</Types>'


def _style(name: str, shown: str, more: str) -> str:
    return f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>{more}</w:style>'


def _styles() -> str:
    out = [
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:pPr>'
        '<w:spacing w:after="100"/></w:pPr></w:style>'
    ]
    out.append(_style("Titel", "Title", '<w:basedOn w:val="Normal"/><w:rPr><w:sz w:val="40"/></w:rPr>'))
    for level, size in HEADINGS.items():
        settings = f'<w:pPr><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/><w:sz w:val="{size}"/></w:rPr>'
        out.append(_style(f"Overskrift{level}", f"heading {level}", '<w:basedOn w:val="Normal"/>' + settings))
    out.append(_style("Indholdsfortegnelse1", "toc 1", '<w:basedOn w:val="Normal"/>'))
    out.append(_style("Listeafsnit", "List Paragraph", '<w:basedOn w:val="Normal"/>'))
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    borders = f"<w:tblPr><w:tblBorders>{sides}</w:tblBorders></w:tblPr>"
    out.append(f'<w:style w:type="table" w:styleId="Gitter"><w:name w:val="Table Grid"/>{borders}</w:style>')
    return part("styles", "".join(out))


STYLES = _styles()


def numbering(starts: Sequence[int], lists: int) -> str:
    """The numberings: 1 numbers labels, 2 is bullets, from 10 labels that start elsewhere, from 101 lists in the text."""
    abstract = _abstract(0, [("decimal", "%1."), ("decimal", "%1.%2")])
    abstract += _abstract(1, [("bullet", "\uf0b7"), ("bullet", "o")]) + _abstract(2, [("decimal", "%1.")])
    out = [_number(1, 0), _number(2, 1)]
    out += [_number(number, 0, start) for number, start in enumerate(starts, 10)]
    out += [_number(101 + number, 2, 1) for number in range(lists)]
    return part("numbering", abstract + "".join(out))


def _abstract(number: int, levels: Sequence[tuple[str, str]]) -> str:
    inner = "".join(
        f'<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{360 * (depth + 1)}" w:hanging="360"/></w:pPr>{SYMBOL if form == "bullet" else ""}</w:lvl>'
        for depth, (form, text) in enumerate(levels)
    )
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'


def _number(number: int, abstract: int, start: int = 0) -> str:
    override = f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>' if start else ""
    return f'<w:num w:numId="{number}"><w:abstractNumId w:val="{abstract}"/>{override}</w:num>'
