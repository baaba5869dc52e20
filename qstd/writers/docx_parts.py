"""The parts of a Word file round the text: properties, settings, numbering, fonts, header and footer, relationships."""

import datetime as dt
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from qstd.language import fill, translator
from qstd.model.document import Document
from qstd.writers import docx_names as names
from qstd.writers.docx_styles import FONT, LIST_STEP, RULE

XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPES = "application/vnd.openxmlformats-officedocument.wordprocessingml"
UNDATED = "2000-01-01"  # a document without a date still gives the same bytes each time
LONGEST_PROPERTY = 250  # Word cuts properties a little above this
LONGEST_EDITOR = 200
LONGEST_HEADER = 88  # characters on one line, author and title together

# The parts that the text's own part refers to: relationship id, kind, file.
RELATED = (
    ("rId1", "styles", "styles.xml"),
    ("rId2", "settings", "settings.xml"),
    ("rId3", "numbering", "numbering.xml"),
    ("rId4", "fontTable", "fontTable.xml"),
    ("rId5", "header", "header1.xml"),
    ("rId6", "header", "header2.xml"),
    ("rId7", "footer", "footer1.xml"),
    ("rId8", "footer", "footer2.xml"),
)


def language_of(document: Document) -> str:
    """Return the language tag of a document, Danish when it is no tag."""
    tag = document.language
    return tag if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}", tag) else "da-DK"


BASE = "customXml/item1.xml"
BASE_NAMESPACE = "urn:qstd:base"
_BASE_PROPERTIES = "customXml/itemProps1.xml"
_BASE_ID = "{51D5B1AC-7D6E-4B0C-9D0A-3F1B2C4D5E6F}"  # the same in each file: it says what kind of part it is


def base(text: str) -> dict[str, bytes]:
    """Return the part that carries the words as they were, and what Word wants with it."""
    custom = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
    return {
        BASE: f'{XML}<base xmlns="{BASE_NAMESPACE}">{names.text(text)}</base>'.encode(),
        _BASE_PROPERTIES: (
            f'{XML}<ds:datastoreItem ds:itemID="{_BASE_ID}" xmlns:ds="{custom}"><ds:schemaRefs>'
            f'<ds:schemaRef ds:uri="{BASE_NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
        ).encode(),
        "customXml/_rels/item1.xml.rels": (
            f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="rId1" Type="{OFFICE}/customXmlProps" Target="itemProps1.xml"/></Relationships>'
        ).encode(),
    }


@cache
def content_types(based: bool = False) -> bytes:
    """Return `[Content_Types].xml`."""
    parts = [("/word/document.xml", f"{TYPES}.document.main+xml")]
    parts += [(f"/word/{file}", f"{TYPES}.{kind}+xml") for _, kind, file in RELATED]
    parts.append(("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"))
    if based:
        parts.append((f"/{_BASE_PROPERTIES}", "application/vnd.openxmlformats-officedocument.customXmlProperties+xml"))
    overrides = "".join(f'<Override PartName="{name}" ContentType="{kind}"/>' for name, kind in parts)
    return (
        f'{XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    ).encode()


@cache
def package_relations() -> bytes:
    """Return `_rels/.rels`."""
    return (
        f'{XML}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{OFFICE}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="rId2" Type="{PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
        "</Relationships>"
    ).encode()


def relations(targets: Mapping[str, str], based: bool = False) -> bytes:
    """Return the relationships of the text: our parts, and the addresses that it links to."""
    ours = "".join(
        f'<Relationship Id="{ident}" Type="{OFFICE}/{kind}" Target="{file}"/>' for ident, kind, file in RELATED
    )
    if based:
        ours += f'<Relationship Id="rIdB1" Type="{OFFICE}/customXml" Target="../{BASE}"/>'
    links = "".join(
        f'<Relationship Id="{ident}" Type="{OFFICE}/hyperlink" Target="{names.attribute(href)}" TargetMode="External"/>'
        for href, ident in targets.items()
    )
    return f'{XML}<Relationships xmlns="{PACKAGE}/relationships">{ours}{links}</Relationships>'.encode()


@cache
def settings(language: str, hyphens: bool, tracked: bool = False) -> bytes:
    """Return `word/settings.xml`; narrow columns need hyphens, a page of prose does not. Where changes are tracked, those
    that the reader makes are noted too.
    """
    compatible = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", 15),
            ("overrideTableStyleFontSizeAndJustification", 1),
            ("enableOpenTypeFeatures", 1),
            ("doNotFlipMirrorIndents", 1),
            ("differentiateMultirowTableHeaders", 1),
        )
    )
    return (
        f'{XML}<w:settings {WORD}><w:zoom w:percent="100"/>'
        + ("<w:trackRevisions/>" if tracked else "")
        + '<w:defaultTabStop w:val="567"/>'
        + ('<w:autoHyphenation/><w:hyphenationZone w:val="357"/>' if hyphens else "")
        + '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="{language}"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    ).encode()


@cache
def fonts() -> bytes:
    """Return `word/fontTable.xml`: what to take where our font is not installed."""
    kind = '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/>'
    others = '<w:altName w:val="Calibri,Arial"/>'
    return (
        f"{XML}<w:fonts {WORD}>"
        f'<w:font w:name="{FONT}">{others}<w:panose1 w:val="020B0503050203000203"/>{kind}</w:font>'
        f'<w:font w:name="Calibri"><w:panose1 w:val="020F0502020204030204"/>{kind}</w:font></w:fonts>'
    ).encode()


def numbering(lists: Sequence[tuple[str, int, int]]) -> bytes:
    """Return `word/numbering.xml`: one definition for all bullets, one for each numbered list; none counts on."""
    abstract = [_abstract(0, [_level(level, "bullet", "•" if level % 2 == 0 else "–", 1) for level in range(9)])]
    numbers = []
    for number, (kind, level, start) in enumerate(lists, 1):
        definition = 0
        if kind == "ordered":
            definition = len(abstract)
            first = max(0, min(start, 32767))
            levels = [
                _level(each, "decimal", f"%{each + 1}.", first if each == level else 1) for each in range(level + 1)
            ]
            abstract.append(_abstract(definition, levels))
        numbers.append(f'<w:num w:numId="{number}"><w:abstractNumId w:val="{definition}"/></w:num>')
    return f"{XML}<w:numbering {WORD}>{''.join(abstract)}{''.join(numbers)}</w:numbering>".encode()


def _abstract(number: int, levels: Sequence[str]) -> str:
    inner = f'<w:multiLevelType w:val="multilevel"/>{"".join(levels)}'
    return f'<w:abstractNum w:abstractNumId="{number}">{inner}</w:abstractNum>'


@lru_cache(maxsize=256)
def _level(level: int, form: str, text: str, start: int) -> str:
    left = LIST_STEP * (level + 1)
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{LIST_STEP}"/></w:pPr></w:lvl>'
    )


def core(document: Document) -> bytes:
    """Return `docProps/core.xml`. The keyword says which standard this is, also after Word has saved the file."""
    time = f"{day(document.date)}T00:00:00Z"
    author = document.author or document.brand.name
    values = (
        ("dc:title", document.title),
        ("dc:subject", document.subject),
        ("dc:creator", author),
        ("cp:keywords", f"qstd:{document.identifier}" if document.identifier else ""),
        ("dc:description", document.description),
        ("cp:lastModifiedBy", author),
        ("cp:revision", "1"),
        ("dc:identifier", document.identifier),
        ("dc:language", language_of(document)),
    )
    texts = "".join(f"<{tag}>{names.text(value[:LONGEST_PROPERTY])}</{tag}>" for tag, value in values if value)
    dates = "".join(
        f'<dcterms:{tag} xsi:type="dcterms:W3CDTF">{time}</dcterms:{tag}>' for tag in ("created", "modified")
    )
    return (
        f'{XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"'
        ' xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"{texts}{dates}</cp:coreProperties>"
    ).encode()


def editors(document: Document, language: str) -> tuple[str, str]:
    """Return by whom the changes in a document are, and by whom those that only move words, as it may stand in XML."""
    author = names.text(" ".join(document.author.split())[:LONGEST_EDITOR]).strip() or "qstd"
    mover = fill("{author} (flyttet)", {"author": author}, language)
    return author.replace('"', "&quot;"), mover.replace('"', "&quot;")


def day(date: str) -> str:
    """Return the day that stamps a document: its own, or a fixed one."""
    try:
        return dt.date.fromisoformat(date[:10]).isoformat()
    except ValueError:
        return UNDATED


# ---------- Header and footer ----------


def header(document: Document, width: int) -> bytes:
    """Return the running header: whose document, and which."""
    author = " ".join((document.author or document.brand.name).split())
    title = _cut(" ".join((document.short_title or document.title).split()), LONGEST_HEADER - len(author))
    tabs = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    border = f'<w:pBdr><w:bottom w:val="single" w:sz="4" w:space="5" w:color="{RULE}"/></w:pBdr>'
    text = f"{_run(author)}<w:r><w:tab/></w:r>{_run(title)}" if author or title else ""
    return _part("hdr", f'<w:pStyle w:val="Header"/>{border}{tabs}', text)


def first_header(document: Document) -> bytes:
    """Return the header of the first page: the municipality's stripe, and its name under it."""
    colour = document.brand.colour.lstrip("#").upper()
    author = " ".join((document.author or document.brand.name).split())
    border = ""
    if re.fullmatch("[0-9A-F]{6}", colour):
        border = f'<w:pBdr><w:top w:val="single" w:sz="36" w:space="9" w:color="{colour}"/></w:pBdr>'
    bold = '<w:rPr><w:b/><w:bCs/><w:color w:val="1B1F23"/><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>'
    return _part("hdr", f'<w:pStyle w:val="Header"/>{border}', _run(author, bold))


@cache
def footer(language: str) -> bytes:
    """Return the footer: which page of how many. Word counts; the figures here are what it shows before it has."""
    sentence = translator(language)("Side {page} af {pages}")
    fields = {"{page}": "PAGE", "{pages}": "NUMPAGES"}
    pieces = [
        f'<w:fldSimple w:instr=" {fields[piece]} ">{_run("1")}</w:fldSimple>' if piece in fields else _run(piece)
        for piece in re.split(r"(\{page\}|\{pages\})", sentence)
    ]
    return _part("ftr", '<w:pStyle w:val="Footer"/>', "".join(pieces))


def _run(text: str, look: str = "") -> str:
    return f'<w:r>{look}<w:t xml:space="preserve">{names.text(text)}</w:t></w:r>' if text else ""


def _part(root: str, properties: str, text: str) -> bytes:
    return f"{XML}<w:{root} {WORD}><w:p><w:pPr>{properties}</w:pPr>{text}</w:p></w:{root}>".encode()


def _cut(text: str, room: int) -> str:
    """Return as many whole words as there is room for."""
    room = max(room, 20)
    return text if len(text) <= room else text[: room - 1].rsplit(" ", 1)[0] + "…"
