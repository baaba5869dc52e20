"""The zip of a Word file, read by others."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest

from qstd.writers.docx_package import package

PARTS = {
    "[Content_Types].xml": b"<Types/>",
    "word/document.xml": "æøå".encode() * 5000,
    "word/empty.xml": b"",
    "customXml/item1.xml": bytes(range(256)),
}


def test_everything_comes_out_as_it_went_in() -> None:
    with zipfile.ZipFile(BytesIO(package(PARTS))) as archive:
        assert archive.testzip() is None
        assert {each.filename: archive.read(each) for each in archive.infolist()} == PARTS


def test_equal_parts_give_equal_bytes() -> None:
    assert package(PARTS) == package(dict(PARTS))
    assert len(package(PARTS)) < 2000


@pytest.mark.skipif(not which("unzip"), reason="unzip is not installed")
def test_a_strict_reader_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.docx").write_bytes(package(PARTS))
    told = subprocess.run(["unzip", "-t", tmp_path / "a.docx"], capture_output=True, text=True, check=False)
    assert told.returncode == 0, told.stdout + told.stderr
