"""Zip packages (Word and OpenDocument files) opened with bounds; the only door to their parts.

A package may be damaged, encrypted, something else with the wrong name, or made to fill the memory: each of these is a
finding that says what to do. Parts are unpacked when they are asked for, and all of them together only so far.

Codes: I100 to I107 the file, I110 to I113 a part of it.
"""

import lzma
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from io import BytesIO

from lxml import etree

from qstd.model.finding import Finding, Message, Place, Severity, message

MOST_ENTRIES = 2_000
LARGEST_PART = 24_000_000
LARGEST_PACKAGE = 64_000_000
LARGEST_RATIO = 200
MOST_TAGS = 1_500_000  # of one part: they cost more memory and time than the letters between them
SMALL_PART = 1_000_000
METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
SAVE_AGAIN = message(
    "Åbn filen i Word eller LibreOffice, og gem den som Word-dokument (.docx): Filer > Gem som. Importér så den nye fil."
)
FETCH_AGAIN = message("Hent eller kopiér filen igen. Kan Word åbne den, så gem den på ny med Filer > Gem som.")
REMOVE_PASSWORD = message(
    "Åbn filen i Word, og fjern adgangskoden: Filer > Oplysninger > Beskyt dokument > Kryptér med adgangskode. "
    "Gem, og prøv igen."
)
IS_IT_THE_FILE = message(
    "Er det den rigtige fil? Kan Word åbne den, så gem den på ny med Filer > Gem som; det rydder op i den."
)
EMPTY = message("Filen er tom: den indeholder slet ingenting.")
OLD_WORD = message("Filen er gemt i Words gamle format (.doc), også selv om navnet siger noget andet. Det læses ikke.")
LOCKED = message("Filen er beskyttet med en adgangskode og kan derfor ikke læses.")
RICH_TEXT = message("Filen er gemt som RTF (Rich Text Format), også selv om navnet siger noget andet. Det læses ikke.")
NOT_A_PACKAGE = message(
    "Filen er ikke et dokument fra Word eller LibreOffice, eller den er så beskadiget, at det ikke ses."
)
CUT_SHORT = message("Filen er beskadiget eller ikke hentet helt ned: slutningen mangler.")

# What else a file can be, by its first bytes; the words stand after "men".
OTHER_KINDS: Mapping[bytes, Message] = {
    b"%PDF": message("en PDF"),
    b"<!doctype html": message("en webside (HTML)"),
    b"<html": message("en webside (HTML)"),
    b"<?xml": message("en XML-fil"),
    b"\x89png": message("et billede"),
    b"\xff\xd8\xff": message("et billede"),
}


class Package:
    """An open package: its parts by name, and what was wrong with those that were asked for."""

    def __init__(self, file: str, archive: zipfile.ZipFile) -> None:
        self.file = file
        self.findings: list[Finding] = []
        self._archive = archive
        self._entries = {_tidy(entry.filename): entry for entry in archive.infolist() if entry.filename}
        self._left = LARGEST_PACKAGE
        self._bytes: dict[str, bytes | None] = {}

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all parts, in the package's order."""
        return tuple(entry.filename for entry in self._entries.values())

    def content(self, name: str, severity: Severity = "warning") -> bytes | None:
        """The bytes of a part; None where there is no such part or it cannot be had (then with a finding)."""
        key = _tidy(name)
        if key not in self._bytes:
            entry = self._entries.get(key)
            self._bytes[key] = self._unpacked(entry, severity) if entry else None
        return self._bytes[key]

    def tree(
        self, name: str, severity: Severity = "warning", adapt: Callable[[bytes], bytes] | None = None
    ) -> etree._Element | None:
        """The root of a part that is XML, without comments; None where it cannot be had. `adapt` may change its bytes."""
        content = self.content(name, severity)
        if content is None:
            return None
        return self._parsed(name, adapt(content) if adapt else content, severity)

    def _unpacked(self, entry: zipfile.ZipInfo, severity: Severity) -> bytes | None:
        fault = self._fault(entry)
        content = None if fault else self._stream(entry)
        if content is None:
            what = message("Delen »{part}« af filen er beskadiget og kan ikke pakkes ud.", part=entry.filename)
            code, what, hint = fault or ("I110", what, FETCH_AGAIN)
            self._report(code, severity, what, hint)
            return None
        self._left -= entry.file_size
        return content

    def _fault(self, entry: zipfile.ZipInfo) -> tuple[str, Message, Message] | None:
        if entry.flag_bits & 1:
            return "I102", LOCKED, REMOVE_PASSWORD
        size, packed = entry.file_size, max(1, entry.compress_size)
        if size <= min(LARGEST_PART, self._left) and (size <= SMALL_PART or size / packed <= LARGEST_RATIO):
            return None
        return "I107", _too_large(entry.filename), IS_IT_THE_FILE

    def _stream(self, entry: zipfile.ZipInfo) -> bytes | None:
        try:
            if entry.compress_type not in METHODS:
                return None
            with self._archive.open(entry) as stream:
                # One byte more than announced tells a member that lies about its size.
                content = stream.read(entry.file_size + 1)
        except UNREADABLE:
            return None
        return content if len(content) == entry.file_size else None

    def _parsed(self, name: str, content: bytes, severity: Severity) -> etree._Element | None:
        if content.count(b"<") > MOST_TAGS:
            self._report("I107", severity, _too_large(name), IS_IT_THE_FILE)
            return None
        has_doctype = b"<!DOCTYPE" in content or b"<!ENTITY" in content
        try:
            root = None if has_doctype else etree.fromstring(content, parser())
        except (etree.XMLSyntaxError, ValueError) as error:
            self._ill_formed(name, error, severity)
            return None
        # An encoding can hide the word from the search above.
        if root is None or root.getroottree().docinfo.internalDTD is not None:
            self._foreign(name, severity)
            return None
        return root

    def _ill_formed(self, name: str, error: Exception, severity: Severity) -> None:
        if "xcessive depth" in str(error):
            what = message("Delen »{part}« af filen har for mange lag inden i hinanden og kan ikke læses.", part=name)
            self._report("I113", severity, what, IS_IT_THE_FILE)
            return
        line = (getattr(error, "position", None) or (1, 0))[0] or 1
        what = message("Delen »{part}« af filen er beskadiget: linje {line} er ikke gyldig XML.", part=name, line=line)
        self._report("I111", severity, what, FETCH_AGAIN)

    def _foreign(self, name: str, severity: Severity) -> None:
        what = message(
            "Delen »{part}« af filen har en DOCTYPE, som hverken Word eller LibreOffice skriver, og som kan misbruges. "
            "Den læses derfor ikke.",
            part=name,
        )
        self._report("I112", severity, what, IS_IT_THE_FILE)

    def _report(self, code: str, severity: Severity, what: Message, hint: Message) -> None:
        self.findings.append(Finding(code, severity, what, Place(self.file), hint))


@cache
def parser() -> etree.XMLParser[etree._Element]:
    """The parser for parts: it fetches nothing, follows no entity, and stops at depths that no document has."""
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def open_package(data: bytes, file: str) -> tuple[Package | None, tuple[Finding, ...]]:
    """The package that the bytes hold; None with a finding where they hold none that can be read."""
    fault = _other_than_a_package(data)
    if fault is None:
        try:
            archive = zipfile.ZipFile(BytesIO(data))
        except (*UNREADABLE, NotImplementedError, OverflowError, struct.error):
            fault = "I105", CUT_SHORT, FETCH_AGAIN
        else:
            count = len(archive.infolist())
            if count <= MOST_ENTRIES:
                return Package(file, archive), ()
            what = message("Filen er pakket af {count} dele; der læses højst {most}.", count=count, most=MOST_ENTRIES)
            fault = "I106", what, IS_IT_THE_FILE
    code, what, hint = fault
    return None, (Finding(code, "error", what, Place(file), hint),)


def _too_large(part: str) -> Message:
    return message(
        "Delen »{part}« af filen fylder for meget, når den pakkes ud, til at være en kvalitetsstandard.", part=part
    )


def _other_than_a_package(data: bytes) -> tuple[str, Message, Message] | None:
    if not data.strip(b"\0 \t\r\n"):
        return "I100", EMPTY, FETCH_AGAIN
    if data.startswith(OLE):
        return ("I102", LOCKED, REMOVE_PASSWORD) if ENCRYPTED in data else ("I101", OLD_WORD, SAVE_AGAIN)
    head = data[:64].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head.startswith(b"{\\rtf"):
        return "I103", RICH_TEXT, SAVE_AGAIN
    for start, kind in OTHER_KINDS.items():
        if head.lower().startswith(start.lower()):
            return (
                "I104",
                message("Filen er ikke et dokument fra Word eller LibreOffice, men {kind}.", kind=kind),
                SAVE_AGAIN,
            )
    if b"PK\x03\x04" not in data[:4096] and b"PK\x05\x06" not in data[-70_000:]:
        return "I105", NOT_A_PACKAGE, FETCH_AGAIN
    return None


def _tidy(name: str) -> str:
    """A part's name as it is looked up: packages are careless about case, backslashes and a slash in front."""
    return re.sub(r"/+", "/", name.replace("\\", "/")).strip("/").casefold()
