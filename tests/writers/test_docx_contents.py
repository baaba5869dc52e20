"""A booklet in Word: contents that are a field and show their entries before it is brought up to date."""

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import Path

from lxml import etree

from qstd.model.document import Blocks, Document, Heading, Paragraph, Text
from qstd.model.theme import Theme
from qstd.writers import docx
from tests.checkers import docx_problems, docx_to_pdf, output_of
from tests.writers.kitchen_sink import KITCHEN_SINK

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = ("Støtte", "Bad & hjælp", "Rengøring")


def standard(name: str) -> Blocks:
    words = Text("Hjælpen støtter dem, der har brug for den. " * 8)
    return (
        Heading(2, (Text(name),), id=name.lower()),
        Heading(3, (Text("Formål"),)),
        *(Paragraph((words,)) for _ in range(5)),
    )


BOOKLET = Document(
    "Samlet",
    (
        Heading(1, (Text("Samlet"),)),
        Paragraph((Text("3 standarder."),), "lead"),
        *(block for name in NAMES for block in standard(name)),
    ),
    kind="booklet",
)


def body(document: Document) -> etree._Element:
    with zipfile.ZipFile(BytesIO(docx.write(document, Theme({}, {})))) as package:
        return etree.fromstring(package.read("word/document.xml"))


def test_contents_are_a_field_with_an_entry_for_each_standard() -> None:
    tree = body(BOOKLET)
    entries = [each for each in tree.iter(f"{W}p") if each.find(f"{W}pPr/{W}pStyle[@{W}val='TOC1']") is not None]
    shown = ["".join(each.itertext(f"{W}t")) for each in entries]
    codes = [code.text.strip() for code in tree.iter(f"{W}instrText") if code.text]
    kinds = [each.get(f"{W}fldCharType") for each in tree.iter(f"{W}fldChar")]
    marks = {each.get(f"{W}name") for each in tree.iter(f"{W}bookmarkStart")}

    assert [re.sub(r"\d+$", "", each) for each in shown] == list(NAMES)
    assert codes[0].startswith("TOC")
    assert [code.split()[0] for code in codes[1:]] == ["PAGEREF"] * 3
    assert {code.split()[1] for code in codes[1:]} <= marks
    assert kinds.count("begin") == kinds.count("separate") == kinds.count("end") == 4


def test_each_standard_begins_a_page() -> None:
    tree = body(BOOKLET)
    broken = [
        "".join(each.itertext(f"{W}t"))
        for each in tree.iter(f"{W}p")
        if each.find(f"{W}pPr/{W}pageBreakBefore") is not None
    ]

    assert broken == list(NAMES)


def test_another_document_has_no_contents() -> None:
    assert "TOC" not in etree.tostring(body(KITCHEN_SINK)).decode()


def test_a_booklet_is_valid_and_its_pages_are_about_right(tmp_path: Path) -> None:
    path = tmp_path / "booklet.docx"
    path.write_bytes(docx.write(BOOKLET, Theme({}, {})))
    pages = output_of(["pdftotext", "-layout", docx_to_pdf(path, tmp_path), "-"]).split("\f")
    said = [int(number) for number in re.findall(r"\.{4,} ?(\d+)$", pages[0], re.MULTILINE)]
    begun = [number for number, page in enumerate(pages, 1) if "Formål" in page]

    assert docx_problems(path) == []
    assert len(said) == len(begun) == 3
    assert all(abs(one - other) <= 1 for one, other in zip(said, begun, strict=True))


def test_every_kind_of_block_may_stand_in_a_booklet(tmp_path: Path) -> None:
    path = tmp_path / "kitchen.docx"
    path.write_bytes(docx.write(replace(KITCHEN_SINK, kind="booklet"), Theme({}, {})))

    assert docx_problems(path) == []
