"""Packages that are no packages, are damaged, or are made to do harm: a finding that says what to do, and no more."""

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from qstd.model.finding import Finding
from qstd.model.outline import Reading
from qstd.readers import archive, docx, odt
from qstd.readers.archive import open_package
from tests.readers import word_parts
from tests.readers.word_parts import codes, p, unzipped, wrapped, zipped

FILE = "standard.docx"
GOOD = word_parts.docx(p("Formål", "Overskrift1") + p("Tekst"))


def only(findings: tuple[Finding, ...]) -> Finding:
    assert len(findings) == 1
    assert findings[0].place.file == FILE
    assert findings[0].hint is not None
    return findings[0]


@pytest.mark.parametrize("read", [docx.read, odt.read])
@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "I100"),
        (b"  \n", "I100"),
        (archive.OLE + b"\0" * 600 + "WordDocument".encode("utf-16-le"), "I101"),
        (archive.OLE + b"\0" * 600 + archive.ENCRYPTED, "I102"),
        (b"{\\rtf1\\ansi Kvalitetsstandard}", "I103"),
        (b"%PDF-1.7\n", "I104"),
        (b"\xef\xbb\xbf<!DOCTYPE html><title>Ikke fundet</title>", "I104"),
        (b"\x89PNG\r\n\x1a\n", "I104"),
        (b"Kvalitetsstandard for ledsagelse", "I105"),
        (GOOD[: len(GOOD) // 2], "I105"),
        (zipped({"mimetype": "text/plain"}), "I108"),
    ],
)
def test_what_is_no_document(read: Callable[[bytes, str], Reading], data: bytes, code: str) -> None:
    reading = read(data, FILE)

    assert reading.outline is None
    assert only(reading.findings).code == code
    assert reading.findings[0].severity == "error"


def test_too_many_parts() -> None:
    bomb = zipped({f"{number}.xml": "" for number in range(archive.MOST_ENTRIES + 1)})

    assert only(open_package(bomb, FILE)[1]).code == "I106"


def test_a_part_that_swells() -> None:
    files = unzipped(GOOD)
    files["word/document.xml"] = wrapped("document", f"<w:body>{p('a' * 30_000_000)}</w:body>")
    bomb = zipped(files)
    del files

    tracemalloc.start()
    reading = docx.read(bomb, FILE)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert codes(reading) == ["I107"]
    assert peak < 3_000_000


def test_a_part_that_says_it_is_smaller_than_it_is() -> None:
    content = bytes(range(256)) * 8_000
    package = bytearray(zipped({"word/document.xml": content}))
    small, true = struct.pack("<L", 1000), struct.pack("<L", len(content))
    lying = bytes(package).replace(true, small)

    opened, findings = open_package(lying, FILE)

    assert findings == ()
    assert opened is not None
    assert opened.content("word/document.xml", "error") is None
    assert [finding.code for finding in opened.findings] == ["I110"]


def test_a_part_of_too_many_elements(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MOST_TAGS", 500)

    assert codes(docx.read(word_parts.docx("<w:p/>" * 501), FILE)) == ["I107"]


def test_all_parts_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "LARGEST_PACKAGE", 1500)
    package = open_package(zipped({"a": b"x" * 1000, "b": b"y" * 1000}), FILE)[0]

    assert package is not None
    assert package.content("a") is not None
    assert package.content("a") is not None
    assert package.content("b") is None


def test_a_part_with_wrong_bytes() -> None:
    with zipfile.ZipFile(io.BytesIO(GOOD)) as source:
        entry = source.getinfo("word/document.xml")
    start = entry.header_offset + 30 + len(entry.filename)
    damaged = GOOD[:start] + b"\xff" * 20 + GOOD[start + 20 :]

    assert only(docx.read(damaged, FILE).findings).code == "I110"


def test_a_part_with_a_password() -> None:
    package = bytearray(zipped({"word/document.xml": wrapped("document", p("a"))}))
    package[6] |= 1
    package[package.rfind(b"PK\x01\x02") + 8] |= 1

    assert only(docx.read(bytes(package), FILE).findings).code == "I102"


def test_names_of_parts_are_taken_as_they_come() -> None:
    package = open_package(zipped({"\\Word//Document.xml": "a"}), FILE)[0]

    assert package is not None
    assert package.content("word/document.xml") == b"a"
    assert package.content("word/styles.xml") is None
    assert package.findings == []


LAUGHS = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))


@pytest.mark.parametrize(
    "doctype",
    [
        f'<!DOCTYPE w:document [<!ENTITY l0 "ha">{LAUGHS}]>',
        '<!DOCTYPE w:document [<!ENTITY ude SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE w:document SYSTEM "https://eksempel.dk/ude.dtd">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused(doctype: str, encoding: str) -> None:
    document = wrapped("document", f"<w:body>{p('Tekst')}</w:body>").decode()
    document = document.replace("?>", f"?>{doctype}", 1).replace("UTF-8", encoding.upper())
    files = unzipped(GOOD) | {"word/document.xml": document.encode(encoding)}

    assert only(docx.read(zipped(files), FILE).findings).code == "I112"


def test_depth_is_bounded() -> None:
    deep = "<w:sdt><w:sdtContent>" * 5_000 + p("Tekst") + "</w:sdtContent></w:sdt>" * 5_000

    assert only(docx.read(word_parts.docx(deep), FILE).findings).code == "I113"


@pytest.mark.parametrize("depth", [20, 100, 120])
def test_depth_that_the_xml_allows(depth: int) -> None:
    opened, closed = "<w:smartTag><w:ins>" * depth, "</w:ins></w:smartTag>" * depth
    reading = docx.read(word_parts.docx(p(f"{opened}<w:r><w:t>Tekst</w:t></w:r>{closed}")), FILE)

    assert codes(reading) in (["I117"], ["I113"])


def test_text_that_is_not_xml() -> None:
    files = unzipped(GOOD) | {"word/document.xml": b"<document>\n<body>"}
    finding = only(docx.read(zipped(files), FILE).findings)

    assert (finding.code, finding.message.values["part"], finding.message.values["line"]) == (
        "I111",
        "word/document.xml",
        2,
    )
