"""Which reader a file goes to, by what is in it and by its name, and what is refused."""

import io
import struct
import zipfile

import pytest

from qstd.model.finding import Finding
from qstd.model.outline import Format, Outline, Reading
from qstd.readers import source

PARTS = {
    "docx": "word/document.xml",
    "xlsx": "xl/workbook.xml",
    "pptx": "ppt/presentation.xml",
    "pages": "Index/Document.iwa",
    "zip": "readme.txt",
}
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(504)


def package(kind: str) -> bytes:
    """A package with nothing but what tells its kind."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as file:
        if kind in PARTS:
            file.writestr(zipfile.ZipInfo(PARTS[kind]), "")  # without a date, so that the test has one name
        else:
            file.writestr(zipfile.ZipInfo("mimetype"), f"application/vnd.oasis.opendocument.{kind}")
    return data.getvalue()


def kind_of(data: bytes, name: str, monkeypatch: pytest.MonkeyPatch) -> tuple[str, list[str]]:
    """The format that a file is read as, and the codes of the findings."""

    def remember(found: Format, data: bytes, file: str) -> Reading:
        return Reading(Outline(file, found, ()))

    monkeypatch.setattr(source, "_read", remember)
    reading = source.read(data, name)
    return reading.outline.format if reading.outline else "", [each.code for each in reading.findings]


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"%PDF-1.7\n", "a.pdf", "pdf"),
        (b"\n\n%PDF-1.7\n", "A.PDF", "pdf"),
        (package("docx"), "a.docx", "docx"),
        (package("docx"), "a.docm", "docx"),
        (package("text"), "a.odt", "odt"),
        (b"<!doctype html><p>hej", "a.html", "html"),
        (b"<p>hej</p>", "a.htm", "html"),
        ("<html>".encode("utf-16"), "a.html", "html"),
        (b"# hej", "a.md", "md"),
        (b"<div>hej</div>\n\n# hej", "a.markdown", "md"),
        (b"hej", "a.txt", "txt"),
        (b"hej", "a", "txt"),
        (b"hej", "standard v1.2", "txt"),
        ("hej".encode("utf-16"), "a.txt", "txt"),
        (b"%PDF-1.7", "a", "pdf"),
        (b"  <!-- x --> <html>", "a", "html"),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related; x\n\n", "a.mht", "html"),
        (package("docx")[:60], "a.docx", "docx"),
        (b"<b>1</b> hej", "a.txt", "txt"),
        (b"BMI over 30", "a.txt", "txt"),
    ],
)
def test_format(data: bytes, name: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kind_of(data, name, monkeypatch) == (expected, [])


@pytest.mark.parametrize(
    ("data", "name", "expected"),
    [
        (b"<html>", "a.docx", "html"),
        (b"<!DOCTYPE HTML>", "a.pdf", "html"),
        (b"<html>", "a.txt", "html"),
        (b"%PDF-1.4", "a.docx", "pdf"),
        (package("docx"), "a.odt", "docx"),
        (package("text"), "a.docx", "odt"),
        (b"hej", "a.docx", "txt"),
        (b"hej", "a.pdf", "txt"),
    ],
)
def test_a_name_that_lies(data: bytes, name: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert kind_of(data, name, monkeypatch) == (expected, ["I170"])


@pytest.mark.parametrize(
    ("data", "name", "code", "words"),
    [
        (b"", "a.docx", "I171", "tom"),
        (b" \r\n\x00", "a.txt", "I171", "tom"),
        (b"\xef\xbb\xbf", "a.txt", "I171", "tom"),
        (OLE + "WordDocument".encode("utf-16-le"), "a.docx", "I173", "gamle format (.doc)"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", "I173", "adgangskode"),
        (OLE + "Workbook".encode("utf-16-le"), "a.xls", "I173", "regneark"),
        (OLE + "PowerPoint Document".encode("utf-16-le"), "a.ppt", "I173", "præsentation"),
        (b"{\\rtf1 hej}", "a.docx", "I173", "RTF"),
        (b"{\\rtf1 hej}", "a.rtf", "I173", "RTF"),
        (package("xlsx"), "a.xlsx", "I173", "regneark"),
        (package("pptx"), "a.pptx", "I173", "præsentation"),
        (package("spreadsheet"), "a.ods", "I173", "regneark"),
        (package("presentation"), "a.odp", "I173", "præsentation"),
        (package("pages"), "a.pages", "I173", "Pages"),
        (package("zip"), "a.zip", "I173", "zip"),
        (b"\x89PNG\r\n\x1a\n", "a.png", "I173", "billede"),
        (b"\xff\xd8\xff\xe0", "a.pdf", "I173", "billede"),
        (b"RIFF\x00\x00\x00\x00WEBP", "a.webp", "I173", "billede"),
        (struct.pack(">I", 24) + b"ftypheic", "a.heic", "I173", "billede"),
        (b"\x7fELF\x00\x00", "a.txt", "I173", "ikke et dokument"),
        (b"\x1f\x8b\x08", "a.gz", "I173", "arkiv"),
        (b"a;b", "a.csv", "I173", ".csv"),
        (b"schema: 1", "a.yaml", "I173", "YAML"),
        (b"<?xml version='1.0'?><office:document xmlns='x'>", "a.fodt", "I173", ".fodt"),
        (b"<?xml version='1.0'?><pkg:package>", "a.xml", "I173", "XML"),
    ],
)
def test_refused(data: bytes, name: str, code: str, words: str) -> None:
    reading = source.read(data, name)
    [finding] = reading.findings

    assert reading.outline is None
    assert (finding.code, finding.severity, finding.place.file) == (code, "error", name)
    assert words in _said(finding)
    assert finding.hint is not None


def test_too_big(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(source, "LIMIT", 10)

    assert [each.code for each in source.read(b"hej " * 5, "a.txt").findings] == ["I172"]


@pytest.mark.parametrize("name", ["a.txt", "a.md"])
def test_the_readers_of_text(name: str) -> None:
    reading = source.read("# Støtte".encode(), name)

    assert reading.outline is not None
    assert reading.outline.format == source.FORMATS[name[1:]]


def _said(finding: Finding) -> str:
    return finding.message.text.format(**finding.message.values)
