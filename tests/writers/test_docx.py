"""The Word writer: every word once and in order, real structure, safe links, valid and reproducible files."""

import dataclasses
import io
import re
import subprocess
import sys
import zipfile
from collections import Counter
from pathlib import Path
from typing import Any

import docx as python_docx
import pytest
from hypothesis import HealthCheck, given, settings
from lxml import etree

from qstd.model.document import (
    Block,
    Brand,
    Cell,
    Document,
    Heading,
    Inline,
    Item,
    Items,
    Link,
    Mark,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
)
from qstd.model.theme import Theme
from qstd.writers import docx
from qstd.writers.docx_names import SECTION_PREFIX, bookmark
from tests.checkers import docx_problems, docx_to_pdf, docx_words, pdf_text
from tests.strategies import DOCUMENTS, stretches
from tests.writers.kitchen_sink import KITCHEN_SINK

THEME = Theme({}, {})
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NS = {"w": W[1:-1]}
COMPARISON = dataclasses.replace(KITCHEN_SINK, kind="comparison")


def words(text: str) -> tuple[Inline, ...]:
    return (Text(text),)


def paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph(tuple(Text(each) if isinstance(each, str) else each for each in inlines))


def written(*blocks: Block, **fields: Any) -> bytes:
    return docx.write(Document("Prøve", blocks, **fields), THEME)


def part(content: bytes, name: str = "word/document.xml") -> Any:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(content)).read(name))


def targets(content: bytes) -> dict[str, str]:
    """Return the address of each relationship that leads out of the file."""
    root = part(content, "word/_rels/document.xml.rels")
    return {each.get("Id"): each.get("Target") for each in root if each.get("TargetMode") == "External"}


def file_words(content: bytes, folder: Path) -> list[str]:
    path = folder / "file.docx"
    path.write_bytes(content)
    return docx_words(path)


def document_words(document: Document) -> list[str]:
    """Return the words of a document as a Word file can have them: XML has no place for some characters."""
    text = "\n".join(stretches(document.blocks))
    return re.sub("[\x00-\x08\x0e-\x1b\x7f\ud800-\udfff\ufffe\uffff]", "", text).split()


def text_of(element: Any) -> str:
    return "".join(element.itertext(W + "t"))


def style_of(paragraph: Any) -> str:
    found = paragraph.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS)
    return found[0] if found else ""


# ---------- Words ----------


@pytest.mark.parametrize("document", [KITCHEN_SINK, COMPARISON], ids=["standard", "comparison"])
def test_every_word_stands_once_and_in_order(document: Document, tmp_path: Path) -> None:
    assert file_words(docx.write(document, THEME), tmp_path) == document_words(document)


@settings(max_examples=150, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=DOCUMENTS)
def test_any_document_keeps_its_words_and_opens(document: Document, tmp_path_factory: pytest.TempPathFactory) -> None:
    content = docx.write(document, THEME)
    assert file_words(content, tmp_path_factory.getbasetemp()) == document_words(document)
    python_docx.Document(io.BytesIO(content))
    root = part(content)
    used = {each.get(R + "id") for each in root.iter(W + "hyperlink")} - {None}
    assert used == set(targets(content))
    check_bookmarks(root)
    check_tables(root)


def check_bookmarks(root: Any) -> None:
    """Each name once, valid, and there for every link."""
    starts = root.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert len(starts) == len({name.lower() for name in starts})
    assert all(re.fullmatch(r"[A-Za-z_][A-Za-z0-9_]{0,39}", name) for name in starts)
    assert set(root.xpath("//w:hyperlink/@w:anchor", namespaces=NS)) <= set(starts)


def check_tables(root: Any) -> None:
    """Each row fills its table, and each cell ends with a paragraph: otherwise Word repairs the file."""
    for table in root.iter(W + "tbl"):
        for row in table.findall(W + "tr"):
            spans = row.xpath("w:tc/w:tcPr/w:gridSpan/@w:val", namespaces=NS)
            single = len(row.findall(W + "tc")) - len(spans)
            assert single + sum(map(int, spans)) == len(table.find(W + "tblGrid"))
    assert all(cell[-1].tag == W + "p" for cell in root.iter(W + "tc"))


def test_spaces_at_the_edges_and_non_breaking_spaces_stay() -> None:
    root = part(written(paragraph(" § 99\xa0a ", "\u2011b")))
    assert [each.text for each in root.iter(W + "t")] == [" § 99\xa0a ", "\u2011b"]
    assert {each.get("{http://www.w3.org/XML/1998/namespace}space") for each in root.iter(W + "t")} == {"preserve"}


def test_characters_that_xml_forbids_are_dropped_and_gaps_stay_gaps() -> None:
    root = part(written(paragraph("a\x00b\x0bc\ud800d\x1fe")))
    assert text_of(root) == "ab cd e"


# ---------- Structure ----------


def test_headings_have_words_own_styles() -> None:
    levels = [Heading(level, words(f"niveau {level}")) for level in range(1, 7)]
    styles = [style_of(each) for each in part(written(*levels)).iter(W + "p")]
    assert styles == ["Title", "Heading1", "Heading2", "Heading3", "Heading4", "Heading5"]


@pytest.mark.parametrize(("number", "shown"), [("9", "9."), ("3.1", "3.1"), ("4 a", "4 a")])
def test_the_own_number_of_a_heading_is_text_before_a_tab(number: str, shown: str) -> None:
    heading = next(part(written(Heading(2, words("Pris"), number=number))).iter(W + "p"))
    assert [each.text or "⇥" for each in heading.iter(W + "t", W + "tab") if each.get(W + "pos") is None] == [
        shown,
        "⇥",
        "Pris",
    ]


def test_lists_are_real_nested_and_start_where_they_say() -> None:
    inner = Items((Item((paragraph("to"),)), Item((paragraph("tre"),))), "ordered", 2)
    content = written(
        Items((Item((paragraph("punkt"), inner, paragraph("mere"))),)),
        Items((Item((paragraph("ni"),)),), "ordered", 9),
    )
    found = {}
    for each in part(content).iter(W + "p"):
        at = each.xpath("w:pPr/w:numPr/w:ilvl/@w:val | w:pPr/w:numPr/w:numId/@w:val", namespaces=NS)
        found[text_of(each)] = tuple(map(int, at))
    assert found == {"punkt": (0, 1), "to": (1, 2), "tre": (1, 2), "mere": (), "ni": (0, 3)}
    numbering = part(content, "word/numbering.xml")
    for number, level, form, start in ((1, 0, "bullet", "1"), (2, 1, "decimal", "2"), (3, 0, "decimal", "9")):
        abstract = numbering.xpath(f"w:num[@w:numId={number}]/w:abstractNumId/@w:val", namespaces=NS)[0]
        path = f"w:abstractNum[@w:abstractNumId={abstract}]/w:lvl[@w:ilvl={level}]"
        assert numbering.xpath(f"{path}/w:numFmt/@w:val", namespaces=NS) == [form]
        assert numbering.xpath(f"{path}/w:start/@w:val", namespaces=NS) == [start]


def test_each_numbered_list_counts_for_itself() -> None:
    ordered = Items((Item((paragraph("a"),)),), "ordered")
    content = written(ordered, paragraph("mellem"), ordered)
    numbering = part(content, "word/numbering.xml")
    assert len(set(numbering.xpath("w:num/w:abstractNumId/@w:val", namespaces=NS))) == 2


def test_there_is_room_between_lists() -> None:
    item = (Item((paragraph("a"),)), Item((paragraph("b"),)))
    found = part(written(Items(item), Items(item), Items(item, "ordered"))).xpath("//w:pPr", namespaces=NS)
    assert [bool(each.xpath("w:spacing/@w:before", namespaces=NS)) for each in found] == [0, 0, 1, 0, 1, 0]


def test_facts_are_paragraphs_with_a_bold_label_and_a_tab() -> None:
    facts = Items((Item((paragraph("7 dage"), paragraph("mere")), words("Svar")), Item((), words("Pris"))), "facts")
    first, more, second, end = part(written(facts)).iter(W + "p")
    assert [style_of(each) for each in (first, more, second, end)] == ["Fact", "FactMore", "Fact", "FactEnd"]
    assert first.xpath("w:r[1]/w:rPr/w:b", namespaces=NS)
    assert first.xpath("w:r[2]/w:tab", namespaces=NS)


def test_a_table_has_header_rows_row_headers_and_a_title() -> None:
    table = part(docx.write(KITCHEN_SINK, THEME)).find(f".//{W}tbl")
    heads = [bool(row.xpath("w:trPr/w:tblHeader", namespaces=NS)) for row in table.iter(W + "tr")]
    assert heads == [True, False, False, False]
    assert all(row.xpath("w:trPr/w:cantSplit", namespaces=NS) for row in table.iter(W + "tr"))
    look = table.find(f"{W}tblPr/{W}tblLook")
    assert (look.get(W + "firstRow"), look.get(W + "firstColumn")) == ("1", "1")
    assert table.find(f"{W}tblPr/{W}tblCaption").get(W + "val") == "Priser i 2025"
    assert table.find(f"{W}tblPr/{W}tblDescription").get(W + "val") == "Kolonner: Ydelse, Pris"


def test_spans_are_real_merged_cells() -> None:
    def cell(text: str, **spans: int) -> Cell:
        return Cell((paragraph(text),), **spans)  # type: ignore[arg-type]  # spans only

    body = (
        Row((cell("a", rowspan=2), cell("b", colspan=2))),
        Row((cell("c"), cell("d", rowspan=9))),
        Row((cell("e"), cell("f"))),
    )
    root = part(written(Table((), body)))
    rows = [
        [
            (text_of(each), *each.xpath("w:tcPr/w:gridSpan/@w:val | w:tcPr/w:vMerge/@w:val", namespaces=NS))
            for each in row.iter(W + "tc")
        ]
        for row in root.iter(W + "tr")
    ]
    assert rows == [
        [("a", "restart"), ("b", "2")],
        [("", "continue"), ("c",), ("d", "restart")],
        [("e",), ("f",), ("", "continue")],
    ]


def test_neighbouring_notes_of_one_kind_stay_two_boxes() -> None:
    notes = [Note((paragraph(text),), "contact") for text in "abc"]
    borders = [etree.tostring(each.find(f"{W}pPr/{W}pBdr")) for each in part(written(*notes)).iter(W + "p")]
    assert borders[0] != borders[1] != borders[2]


def test_a_comparison_lies_down() -> None:
    for document, orient in ((KITCHEN_SINK, None), (COMPARISON, "landscape")):
        size = part(docx.write(document, THEME)).find(f".//{W}pgSz")
        assert size.get(W + "orient") == orient
        assert sorted((size.get(W + "w"), size.get(W + "h"))) == ["11906", "16838"]


def test_page_numbers_are_fields_and_the_first_page_has_its_own_header() -> None:
    content = docx.write(KITCHEN_SINK, THEME)
    assert part(content).find(f".//{W}titlePg") is not None
    footer = part(content, "word/footer1.xml")
    assert text_of(footer) == "Side 1 af 1"
    assert [each.get(W + "instr").strip() for each in footer.iter(W + "fldSimple")] == ["PAGE", "NUMPAGES"]
    running = part(content, "word/header1.xml")
    assert [each.text for each in running.iter(W + "t")] == ["Prøvekommune", "Hjælp & støtte, § 99"]
    assert part(content, "word/header2.xml").find(f".//{W}pBdr/{W}top").get(W + "color") == "2E6B4F"


# ---------- Language and properties ----------


def test_the_language_is_danish_everywhere() -> None:
    content = docx.write(KITCHEN_SINK, THEME)
    assert part(content, "word/styles.xml").xpath("//w:lang/@w:val", namespaces=NS) == ["da-DK"]
    assert part(content, "word/settings.xml").find(W + "themeFontLang").get(W + "val") == "da-DK"
    assert python_docx.Document(io.BytesIO(content)).core_properties.language == "da-DK"


def test_the_file_says_what_it_is() -> None:
    properties = python_docx.Document(io.BytesIO(docx.write(KITCHEN_SINK, THEME))).core_properties
    assert properties.title == KITCHEN_SINK.title
    assert properties.author == properties.last_modified_by == "Prøvekommune"
    assert properties.subject == "Hjælp & støtte, serviceloven § 99"
    assert properties.comments == KITCHEN_SINK.description
    assert properties.identifier == "proevekommune/hjaelp"
    assert properties.keywords == "qstd:proevekommune/hjaelp"
    assert properties.created == properties.modified
    assert str(properties.created) == "2015-10-05 00:00:00+00:00"


def test_a_document_without_a_date_is_dated_all_the_same() -> None:
    assert written(date="") == written(date="i går")


# ---------- Links and bookmarks ----------


def test_a_safe_address_becomes_a_link_and_its_title_a_tip() -> None:
    content = written(paragraph("Se ", Link("tel:+45 12 34 56 78", words("her"), title='Ring til "os"'), "."))
    link = part(content).find(f".//{W}hyperlink")
    assert targets(content) == {link.get(R + "id"): "tel:+4512345678"}
    assert link.get(W + "tooltip") == 'Ring til "os"'
    assert link.xpath("w:r/w:rPr/w:rStyle/@w:val", namespaces=NS) == ["Hyperlink"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "../anden.html", "#findes-ikke", "https://exa mple.org/"])
def test_an_unsafe_address_becomes_plain_text(href: str) -> None:
    content = written(paragraph(Link(href, words("tekst"))))
    assert part(content).find(f".//{W}hyperlink") is None
    assert not targets(content)
    assert text_of(part(content)) == "tekst"


def test_a_link_in_a_link_is_its_words() -> None:
    inner = Link("https://example.org/b", words("b"))
    content = written(paragraph(Link("https://example.org/a", (Text("a"), inner))))
    assert list(targets(content).values()) == ["https://example.org/a"]
    assert text_of(part(content)) == "ab"


def test_a_link_inside_the_document_finds_its_bookmark() -> None:
    sentence = Mark(words("Der svares inden 7 dage."), "evidence", id="a1-1")
    root = part(
        written(
            paragraph(Link("#a1-1", words("sætningen")), Link("#a1", words("afsnittet"))),
            Heading(2, words("Svar"), id="a1", section="deadline"),
            paragraph(sentence),
        )
    )
    assert root.xpath("//w:hyperlink/@w:anchor", namespaces=NS) == ["_a1_1", "qstd_deadline"]
    start = root.xpath("//w:bookmarkStart[@w:name='_a1_1']", namespaces=NS)[0]
    assert text_of(start.getnext()) == "Der svares inden 7 dage."
    assert start.getnext().getnext().get(W + "id") == start.get(W + "id")


def test_the_heading_of_a_section_carries_its_name() -> None:
    root = part(written(Heading(2, words("Særlige forhold"), number="12", section="special-conditions")))
    (start,) = root.iter(W + "bookmarkStart")
    assert start.get(W + "name") == "qstd_special_conditions"
    assert style_of(start.getparent()) == "Heading1"


def test_long_and_foreign_names_get_valid_bookmarks_that_differ() -> None:
    sections = ["x" * 60, "x" * 61, "æblegrød", "øblegrød", "a-b", "a_b", "A-b"]
    root = part(written(*(Heading(2, words(each), section=each) for each in sections)))
    found = root.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert len({name.lower() for name in found}) == len(sections)
    assert all(re.fullmatch(r"qstd_[A-Za-z0-9_]{1,35}", name) for name in found)
    assert found[0] == bookmark("x" * 60, SECTION_PREFIX)


def test_rows_and_cells_can_be_linked_to() -> None:
    root = part(docx.write(KITCHEN_SINK, THEME))
    start = root.xpath("//w:bookmarkStart[@w:name='_personkreds']", namespaces=NS)[0]
    assert text_of(start.getparent()) == "Personkreds"


# ---------- Files ----------


@pytest.mark.parametrize("document", [KITCHEN_SINK, COMPARISON], ids=["standard", "comparison"])
def test_the_file_is_valid_by_the_open_xml_sdk(document: Document, tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(docx.write(document, THEME))
    assert docx_problems(path) == []


def test_an_empty_document_is_valid(tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(docx.write(Document("", (), brand=Brand()), THEME))
    assert docx_problems(path) == []


def test_libreoffice_shows_every_word(tmp_path: Path) -> None:
    path = tmp_path / "file.docx"
    path.write_bytes(docx.write(KITCHEN_SINK, THEME))
    shown = Counter(pdf_text(docx_to_pdf(path, tmp_path)).split())
    assert not Counter(document_words(KITCHEN_SINK)) - shown


def test_equal_documents_give_equal_bytes_also_in_another_process() -> None:
    script = (
        "import sys; from tests.writers.kitchen_sink import KITCHEN_SINK; from qstd.model.theme import Theme;"
        "from qstd.writers import docx; sys.stdout.buffer.write(docx.write(KITCHEN_SINK, Theme({}, {})))"
    )
    root = Path(__file__).parents[2]
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", script], cwd=root, env={"PYTHONHASHSEED": seed}, capture_output=True, check=True
        )
        assert done.stdout == docx.write(KITCHEN_SINK, THEME)


def test_the_file_is_small_and_bears_one_date() -> None:
    content = docx.write(KITCHEN_SINK, THEME)
    assert len(content) < 20_000
    entries = zipfile.ZipFile(io.BytesIO(content)).infolist()
    assert entries[0].filename == "[Content_Types].xml"
    assert {entry.date_time for entry in entries} == {(1980, 1, 1, 0, 0, 0)}
    assert not [entry.filename for entry in entries if "thumbnail" in entry.filename]
