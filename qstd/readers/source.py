"""Source files of people: which format it is, by content first and by name second, and what its reader makes of it.

A name may lie: a "docx" is an old .doc, a "pdf" is a page that somebody saved. The content decides what it can, and a
finding says where the two differ. What cannot be read gets a finding that says how to make it readable.
"""

import re
from pathlib import PurePath

from qstd.model.finding import Finding, Message, Place, message
from qstd.model.outline import Format, Reading

FORMATS: dict[str, Format] = {
    ".docx": "docx",
    ".docm": "docx",
    ".dotx": "docx",
    ".odt": "odt",
    ".ott": "odt",
    ".pdf": "pdf",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".mht": "html",
    ".mhtml": "html",
    ".md": "md",
    ".markdown": "md",
    ".txt": "txt",
    ".text": "txt",
    ".tsv": "txt",
}
"""The endings of files that can be read, and what they say the file is."""

LIMIT = 50_000_000
"""Bytes that a source file may have; a standard has some thousand words."""

_START = 4096
_HTML = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_MHTML = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-type:\s*multipart/related", re.I)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"8BPS\x00")
_ARCHIVES = (b"7z\xbc\xaf", b"Rar!\x1a", b"\x1f\x8b", b"BZh91AY", b"\xfd7zXZ")
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_REFUSED_ENDINGS = {".csv", ".json", ".xml", ".yaml", ".yml", ".eml", ".rtf", ".tex", ".svg", ".js", ".css"}

_NAMES: dict[Format, Message] = {
    "docx": message("et Word-dokument (.docx)"),
    "odt": message("et OpenDocument-dokument (.odt)"),
    "pdf": message("en PDF-fil"),
    "html": message("en webside (HTML)"),
    "md": message("en Markdown-fil"),
    "txt": message("ren tekst"),
}
_SAVE = message("Åbn filen i det program, den er lavet i, og gem den som .docx eller PDF. Importér så den nye fil.")
_SAVE_WORD = message(
    "Åbn filen i Word eller LibreOffice, og vælg Gem som: Word-dokument (.docx). Importér så den nye fil."
)
_OCR = message(
    "Et billede har ingen tekst, der kan læses. Lav det om til en PDF med tekst, for eksempel med programmet ocrmypdf, "
    "eller skaf den fil, dokumentet blev skrevet i."
)


def read(data: bytes, file: str) -> Reading:
    """Read a source file with the reader for what it is."""
    if refused := _refused(data, file):
        return Reading(None, (refused,))
    named = FORMATS.get(_ending(file))
    found = _by_content(data) or _by_name(named)
    reading = _read(found, data, file)
    if named is None or found == named:
        return reading
    return Reading(reading.outline, (_misnamed(file, found), *reading.findings))


def _ending(file: str) -> str:
    return PurePath(file).suffix.lower()


def _read(found: Format, data: bytes, file: str) -> Reading:
    match found:
        case "docx":
            from qstd.readers import docx

            return docx.read(data, file)
        case "odt":
            from qstd.readers import odt

            return odt.read(data, file)
        case "pdf":
            from qstd.readers import pdf

            return pdf.read(data, file)
        case "html":
            from qstd.readers import html

            return html.read(data, file)
        case "md":
            from qstd.readers import markdown_file

            return markdown_file.read(data, file)
        case "txt":
            from qstd.readers import text

            return text.read(data, file)


def _by_content(data: bytes) -> Format | None:
    """The format that the first bytes (of a package: the names in it) show; None for what may be any text."""
    start = data[:_START]
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if start.startswith(_ZIPS):
        repacked = b"word/" not in data and b"content.xml" in data
        return "odt" if b"opendocument.text" in start or repacked else "docx"
    narrow = start.replace(b"\x00", b"") if start.startswith(_WIDE) else start
    narrow = narrow.lstrip(b"\xef\xbb\xbf\xff\xfe")
    return "html" if _HTML.match(narrow) or _MHTML.match(narrow) else None


def _by_name(named: Format | None) -> Format:
    """The format of a text: only names of texts are believed."""
    return named if named in {"html", "md"} else "txt"


def _misnamed(file: str, found: Format) -> Finding:
    return Finding(
        "I170",
        "warning",
        message(
            "Filens navn ender på {ending}, men indholdet er {kind}; det er læst som det, det er",
            ending=_ending(file),
            kind=_NAMES[found],
        ),
        Place(file),
        hint=message("Se efter, om det er den rigtige fil."),
    )


def _refused(data: bytes, file: str) -> Finding | None:
    """Why a file is not read at all, if it is not."""
    place = Place(file)
    if not data.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"):
        return Finding("I171", "error", message("Filen er tom"), place, message("Find den fil, der har teksten."))
    if len(data) > LIMIT:
        return Finding("I172", "error", message("Filen er på over {limit} MB", limit=LIMIT // 1_000_000), place, _BIG)
    for trouble in (_office, _binary, _texts):
        if found := trouble(data, _ending(file)):
            what, hint = found
            return Finding("I173", "error", what, place, hint)
    return None


_BIG = message("Gem dokumentet uden billeder, eller del det, og importér delene hver for sig.")


def _office(data: bytes, ending: str) -> tuple[Message, Message] | None:
    """Office files that are not for us: the old ones, and those of spreadsheets and slides."""
    if data.startswith(_OLE):
        return _ole(data)
    if not data.startswith(_ZIPS):
        return None
    if b"xl/workbook" in data or b"opendocument.spreadsheet" in data[:_START]:
        return message("Filen er et regneark"), _SAVE_SHEET
    if b"ppt/presentation" in data or b"opendocument.presentation" in data[:_START]:
        return message("Filen er en præsentation"), _SAVE
    if b"Index/Document.iwa" in data:
        return message("Filen er et Pages-dokument fra en Mac"), _SAVE_PAGES
    if ending == ".zip" and not any(each in data for each in (b"word/", b"opendocument.text")):
        return message("Filen er et zip-arkiv"), _UNPACK
    return None


def _ole(data: bytes) -> tuple[Message, Message]:
    def has(name: str) -> bool:
        return name.encode("utf-16-le") in data

    if has("EncryptedPackage"):
        return message("Filen er beskyttet med adgangskode"), _PASSWORD
    if has("Workbook") or has("Book"):
        return message("Filen er et regneark"), _SAVE_SHEET
    if has("PowerPoint Document"):
        return message("Filen er en præsentation"), _SAVE
    return message("Filen er i Words gamle format (.doc), som ikke kan læses"), _SAVE_WORD


_SAVE_SHEET = message("Kopiér teksten over i et Word-dokument, og gem det som .docx. Importér så den nye fil.")
_SAVE_PAGES = message("Åbn filen i Pages, og vælg Arkiv > Eksporter til > Word. Importér så den nye fil.")
_PASSWORD = message("Åbn filen i Word, fjern adgangskoden under Filer > Oplysninger > Beskyt dokument, og gem den.")
_UNPACK = message("Pak arkivet ud, og importér filerne i det én for én.")


def _binary(data: bytes, ending: str) -> tuple[Message, Message] | None:
    """Files that hold no text: pictures, archives, programs."""
    bitmap = data.startswith(b"BM") and data[6:10] == bytes(4)
    if data.startswith(_PICTURES) or bitmap or data[8:12] == b"WEBP" or data[4:8] == b"ftyp":
        return message("Filen er et billede"), _OCR
    if data.startswith(_ARCHIVES):
        return message("Filen er et arkiv med andre filer i"), _UNPACK
    readable = data.startswith((*_ZIPS, *_WIDE)) or b"%PDF-" in data[:1024]
    if not readable and b"\x00" in data[:_START]:
        return message("Filen er ikke et dokument med tekst, som kan læses"), _SAVE
    return None


def _texts(data: bytes, ending: str) -> tuple[Message, Message] | None:
    """Texts in a form that is not for us."""
    start = data[:_START].lstrip()
    if start.startswith(b"{\\rtf") or ending == ".rtf":
        return message("Filen er i formatet RTF, som ikke kan læses"), _SAVE_WORD
    if b"<office:document " in start or b"<office:document\n" in start:
        return message("Filen er et OpenDocument-dokument uden pakke (.fodt)"), _SAVE_WORD
    if b"<w:wordDocument" in start or b"<pkg:package" in start:
        return message("Filen er et Word-dokument gemt som XML"), _SAVE_WORD
    if ending in {".yaml", ".yml"}:
        return message("Filen er allerede en YAML-fil"), message("Er den en kvalitetsstandard, så prøv: qstd check")
    if ending in _REFUSED_ENDINGS:
        return message("Filer, der ender på {ending}, kan ikke importeres", ending=ending), _SAVE
    return None
