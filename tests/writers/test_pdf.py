"""The PDFs: accessible, in the theme's fonts only, the same bytes every time, every word in order."""

import hashlib
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

import pikepdf
import pytest

from qstd.model.document import Cell, Document, Heading, Item, Items, Paragraph, Row, Table, Text
from qstd.writers.pdf import missing_characters, write
from tests.checkers import output_of, pdf_text, pdf_ua_problems
from tests.writers.html_theme import theme
from tests.writers.kitchen_sink import KITCHEN_SINK, LONG_WORDS, WIDE
from tests.writers.pdf_tree import words

KINDS: tuple[Literal["standard", "comparison", "front"], ...] = ("standard", "comparison", "front")
MANY_ROWS = Table(
    head=(
        Row(
            (
                Cell((Paragraph((Text("Emne"),)),), header="column"),
                Cell((Paragraph((Text("Lejre"),)),), header="column"),
            )
        ),
    ),
    body=tuple(
        Row(
            (
                Cell((Paragraph((Text(f"Række {number}"),)),), header="row"),
                Cell((Paragraph((Text(f"Værdi {number}"),)),)),
            ),
            id=f"r{number}",
        )
        for number in range(120)
    ),
    kind="comparison",
)
LONG = replace(
    KITCHEN_SINK,
    kind="comparison",
    blocks=(
        Heading(1, (Text("Lang"),)),
        Heading(2, (Text("Tabel"),), id="tabel"),
        MANY_ROWS,
        Heading(2, (Text("Liste"),), id="liste"),
        Items(tuple(Item((Paragraph((Text(f"Punkt {number}"),)),)) for number in range(90)), kind="ordered"),
    ),
)


WORDS = "".join(words(KITCHEN_SINK.blocks)).split()


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    folder = tmp_path_factory.mktemp("pdf")
    documents: dict[str, Document] = {kind: replace(KITCHEN_SINK, kind=kind) for kind in KINDS}
    paths = {name: folder / f"{name}.pdf" for name in (*documents, "long")}
    for name, document in (documents | {"long": LONG}).items():
        paths[name].write_bytes(write(document, theme()))
    return paths


@pytest.mark.parametrize("name", [*KINDS, "long"])
def test_is_pdf_ua(name: str, files: dict[str, Path]) -> None:
    assert pdf_ua_problems(files[name]) == []


@pytest.mark.parametrize("name", [*KINDS, "long"])
def test_has_only_the_fonts_of_the_theme(name: str, files: dict[str, Path]) -> None:
    fonts = [line.split() for line in output_of(["pdffonts", files[name]]).splitlines()[2:]]

    assert {font[0].partition("+")[2].split("-")[0] for font in fonts} == {"Plex"}
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in fonts)  # embedded, subset, with Unicode


def test_says_what_it_is(files: dict[str, Path]) -> None:
    with pikepdf.open(files["standard"]) as pdf:
        assert str(pdf.Root.Lang) == "da-DK"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Kvalitetsstandard for hjælp & støtte efter § 99"
        assert str(pdf.docinfo.Author) == "Prøvekommune"
        assert str(pdf.docinfo.Subject) == "Hjælp & støtte, serviceloven § 99"
        assert str(pdf.docinfo.CreationDate).startswith("D:20151005")


def test_a_wide_table_of_a_text_is_shown_whole(tmp_path: Path) -> None:
    document = replace(KITCHEN_SINK, kind="standard", blocks=(Heading(1, (Text("Titel"),)), *WIDE))
    path = tmp_path / "wide.pdf"
    path.write_bytes(write(document, theme()))
    found = re.sub(r"[\u2010-]\n", "", pdf_text(path)).split()
    boxes = re.findall(r'xMax="([0-9.]+)"', output_of(["pdftotext", "-bbox", path, "-"]))

    assert [word for word in LONG_WORDS if word not in found] == []
    assert max(map(float, boxes)) < 595  # the width of the page


def test_list_starts_where_it_starts(files: dict[str, Path]) -> None:
    assert re.search(r"3\.\s+tredje\s+4\.\s+fjerde", output_of(["pdftotext", "-layout", files["standard"], "-"]))


def test_document_without_a_date_has_none() -> None:
    with pikepdf.open(BytesIO(write(replace(KITCHEN_SINK, date=""), theme()))) as pdf:
        assert "/CreationDate" not in pdf.docinfo


def test_bookmarks_are_the_headings(files: dict[str, Path]) -> None:
    with pikepdf.open(files["standard"]) as pdf, pdf.open_outline() as outline:
        (title,) = outline.root
        names = [str(entry.title) for entry in title.children]

    assert title.title == "Kvalitetsstandard for hjælp & støtte efter § 99"
    assert names[:3] == ["Kort fortalt", "1. Hvad er ydelsens lovgrundlag?", "4.1 Aktiviteter"]


@pytest.mark.parametrize("kind", KINDS)
def test_words_are_there_in_order(kind: str, files: dict[str, Path]) -> None:
    # What the frame repeats on each page stands between the words of the text.
    found = iter(pdf_text(files[kind]).replace("[+", "").replace("[−", "").replace("]", "").split())
    missing = [word for word in WORDS if word not in found]

    assert missing == []


def test_pages_are_numbered_and_headed_from_the_second_on(files: dict[str, Path]) -> None:
    pages = output_of(["pdftotext", "-layout", files["standard"], "-"]).split("\f")[:-1]

    assert len(pages) > 1
    assert [f"Side {number} af {len(pages)}" in page for number, page in enumerate(pages, 1)] == [True] * len(pages)
    assert all("Hjælp & støtte, § 99" in page.splitlines()[0] for page in pages[1:])
    assert "Hjælp & støtte, § 99" not in pages[0].splitlines()[0]


def elements(pdf: pikepdf.Pdf) -> Iterator[tuple[Any, int]]:
    """Yield each element of the structure tree, and the number of marked stretches that it holds itself."""
    todo = [pdf.Root.StructTreeRoot.K[0]]
    while todo:
        element = todo.pop()
        kids = list(element.K) if isinstance(element.get("/K"), pikepdf.Array) else []
        todo += [kid for kid in reversed(kids) if isinstance(kid, pikepdf.Dictionary) and "/S" in kid]
        yield element, sum(isinstance(kid, int) for kid in kids)


def test_tables_and_lists_that_run_over_pages_stay_whole(files: dict[str, Path]) -> None:
    with pikepdf.open(files["long"]) as pdf:
        assert len(pdf.pages) > 3
        found = Counter(str(element.S) for element, _ in elements(pdf))
        scopes = Counter(str(element.A.Scope) for element, _ in elements(pdf) if element.S == "/TH")
        numberings = [str(element.A.ListNumbering) for element, _ in elements(pdf) if element.S == "/L"]
        names = {str(element.ID) for element, _ in elements(pdf) if "/ID" in element}
        headers = [[str(name) for name in element.A.Headers] for element, _ in elements(pdf) if element.S == "/TD"]

    assert (found["/Table"], found["/THead"], found["/TBody"], found["/TR"]) == (1, 1, 1, 121)
    assert scopes == {"/Column": 2, "/Row": 120}
    assert numberings == ["/Decimal"]
    assert found["/LI"] == 90
    assert all(len(each) == 2 and names.issuperset(each) for each in headers)


def test_running_heads_are_artifacts(files: dict[str, Path]) -> None:
    with pikepdf.open(files["long"]) as pdf:
        for page in pdf.pages[1:]:
            marks = re.findall(rb"/Artifact\s<</Type /Pagination>>\sBDC", page.Contents.read_bytes())
            assert len(marks) >= 2  # the head and the number, and table heads where there are some


def test_same_input_same_bytes_also_in_another_process() -> None:
    here = hashlib.sha256(write(KITCHEN_SINK, theme())).hexdigest()
    code = (
        "import hashlib; from tests.writers.html_theme import theme; from qstd.writers.pdf import write; "
        "from tests.writers.kitchen_sink import KITCHEN_SINK as k; print(hashlib.sha256(write(k, theme())).hexdigest())"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, "PYTHONPATH": str(root), "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo"},
        cwd=root,
        capture_output=True,
        check=True,
        text=True,
    )

    assert done.stdout.strip() == here == hashlib.sha256(write(KITCHEN_SINK, theme())).hexdigest()
    assert done.stderr == ""


def test_says_which_characters_are_missing(tmp_path: Path) -> None:
    document = replace(KITCHEN_SINK, blocks=(Paragraph((Text("→ \u2011 \u00ad \u2603 \uf0b7 \ue000"),)),))
    path = tmp_path / "missing.pdf"
    path.write_bytes(write(document, theme()))

    assert missing_characters(document, theme()) == ("\u2603", "\ue000")
    assert missing_characters(KITCHEN_SINK, theme()) == ()
    assert pdf_ua_problems(path) == []
    assert "→ - " in pdf_text(path)


def test_environment_is_left_as_it_was() -> None:
    before = dict(os.environ)
    write(KITCHEN_SINK, theme())

    assert dict(os.environ) == before
