"""Both presses: PDF/UA-1 and PDF/A-3a in one file, every word once and in order, the source inside, the same bytes."""

import hashlib
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from qstd import catalogue, workspace
from qstd.compare import Entry, compare
from qstd.model.attachment import Attachment
from qstd.model.document import Document, Heading, Paragraph, Text
from qstd.model.municipality import Municipality
from qstd.model.theme import Theme
from qstd.present.booklet import booklet_document
from qstd.present.comparison import comparison_document
from qstd.present.standard import standard_document
from qstd.verbs.corpus import read as read_corpus
from qstd.writers import pdf, typst
from tests.checkers import output_of, pdf_ua_problems, vera_problems
from tests.writers.html_theme import theme
from tests.writers.kitchen_sink import KITCHEN_SINK, LONG_WORDS, WIDE
from tests.writers.pdf_tree import read, solid, words
from tests.writers.test_pdf import LONG

ROOT = Path(__file__).parents[2]
PRESSES = {"weasyprint": pdf.write, "typst": typst.write}
SOURCE = Attachment("standard.yaml", "schema: 1\ntitle: Støtte\n".encode(), "Kildefilen")
HEADING = Heading(1, (Text("Titel"),))
each_press = pytest.mark.parametrize("write", PRESSES.values(), ids=list(PRESSES))


def standards() -> dict[str, Document]:
    """The project's own standards, laid out."""
    home = workspace.Workspace(ROOT)
    return {
        each.entry.ref: standard_document(each.standard, each.municipality, each.entry.ref)
        for each in read_corpus(home.entries(), ROOT).standards
        if each.standard is not None
    }


def comparison() -> Document:
    """The project's own standards beside the law, on many pages."""
    home = workspace.Workspace(ROOT)
    read_all = read_corpus(home.entries(), ROOT).standards
    own = [Entry(each.entry.ref, each.municipality.name, each.standard) for each in read_all if each.standard]
    service = catalogue.service("sel-99")
    assert service is not None
    assert service.baseline is not None
    law = Entry("law/sel-99", "Loven", service.baseline)
    return comparison_document(compare((law, *own)), "da", {}, paper=True)


def documents() -> dict[str, Document]:
    """One document of every sort."""
    real = standards()
    booklet = booklet_document(list(real.values()), Municipality(name="Prøve Kommune", code="0350"))
    skipping = replace(KITCHEN_SINK, blocks=(HEADING, Heading(4, (Text("Dybt"),)), Heading(3, (Text("Op"),)), *WIDE))
    return {
        **{ref.replace("/", "-"): each for ref, each in real.items()},
        "kitchen": KITCHEN_SINK,
        "comparison": replace(KITCHEN_SINK, kind="comparison"),
        "sel-99": comparison(),
        "long": LONG,
        "booklet": booklet,
        "skipping": skipping,
        "undated": replace(KITCHEN_SINK, date="", blocks=(HEADING,)),
    }


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> dict[tuple[str, str], Path]:
    folder = tmp_path_factory.mktemp("presses")
    made = {}
    for name, document in documents().items():
        for press, write in PRESSES.items():
            made[press, name] = folder / f"{press}-{name}.pdf"
            made[press, name].write_bytes(write(document, theme(), SOURCE))
    return made


def test_every_file_is_pdf_ua_and_pdf_a(files: dict[tuple[str, str], Path]) -> None:
    assert [problem for path in files.values() for problem in pdf_ua_problems(path)] == []
    assert vera_problems(files.values()) == []


def test_a_file_that_is_neither_is_noticed(files: dict[tuple[str, str], Path], tmp_path: Path) -> None:
    path = tmp_path / "broken.pdf"
    with pikepdf.open(files["typst", "kitchen"]) as broken:
        del broken.Root.Lang
        del broken.Root.Metadata
        broken.save(path)

    assert {line.split("\t")[1] for line in vera_problems([path])} == {"ua1", "3a"}


@pytest.mark.parametrize("press", PRESSES)
@pytest.mark.parametrize("name", ["booklet", *(ref.replace("/", "-") for ref in standards())])
def test_all_words_are_heard_once_in_order_and_running_heads_never(
    name: str, press: str, files: dict[tuple[str, str], Path]
) -> None:
    document = documents()[name]
    who = document.brand.name
    with pikepdf.open(files[press, name]) as file:
        tree = read(file)
    said = solid("".join(words(document.blocks)))
    heard = tree.text.removeprefix(solid(who))
    if name == "booklet":
        # The contents stand after the head.
        head = solid("".join(words(document.blocks[:2])))
        assert heard.startswith(head + "Indhold")
        heard = head + heard[heard.index(said[len(head) :][:120]) :]

    assert heard.startswith(said)
    assert re.match("Henvisninger|Standardensordergengivet", heard[len(said) :])
    assert "Side2af" in tree.artifacts
    assert "Side2af" not in tree.text
    assert tree.artifacts.count(solid(document.short_title)) >= 1


@pytest.mark.parametrize("press", PRESSES)
@pytest.mark.parametrize("name", [ref.replace("/", "-") for ref in standards()])
def test_each_section_is_there_once_and_in_order(name: str, press: str, files: dict[tuple[str, str], Path]) -> None:
    headings = [each for each in documents()[name].blocks if isinstance(each, Heading) and each.level <= 2]
    with pikepdf.open(files[press, name]) as file:
        found = [text for kind, text in read(file).headings if kind in ("/H1", "/H2")]
        with file.open_outline() as outline:
            (top,) = outline.root
            bookmarks = [solid(str(each.title)) for each in top.children]

    assert found == [solid("".join(words(each))) for each in headings]
    assert bookmarks == found[1:]


@pytest.mark.parametrize("press", PRESSES)
def test_the_file_says_what_it_is_and_holds_its_source(press: str, files: dict[tuple[str, str], Path]) -> None:
    with pikepdf.open(files[press, "kitchen"]) as file:
        (attached,) = file.Root.AF
        assert str(attached.AFRelationship) == "/Source"
        assert file.attachments["standard.yaml"].get_file().read_bytes() == SOURCE.data
        assert str(attached.Desc) == "Kildefilen"
        assert str(attached.EF.F.Params.ModDate).startswith("D:20151005")
        assert str(attached.EF.F.Subtype) == "/application/yaml"
        assert str(file.docinfo.Title) == KITCHEN_SINK.title
        assert str(file.docinfo.Author) == "Prøvekommune"
        assert str(file.docinfo.CreationDate).startswith("D:20151005")
        assert str(file.Root.Lang) == "da-DK"
        assert file.Root.ViewerPreferences.DisplayDocTitle


@pytest.mark.parametrize("press", PRESSES)
def test_only_the_fonts_of_the_theme(press: str, files: dict[tuple[str, str], Path]) -> None:
    fonts = [line.split() for line in output_of(["pdffonts", files[press, "kitchen"]]).splitlines()[2:]]

    assert {"Plex" in font[0] for font in fonts} == {True}
    assert all(font[-5:-2] == ["yes", "yes", "yes"] for font in fonts)  # embedded, subset, with Unicode


@pytest.mark.parametrize("press", PRESSES)
def test_a_wide_table_of_a_text_is_shown_whole(press: str, files: dict[tuple[str, str], Path]) -> None:
    with pikepdf.open(files[press, "skipping"]) as file:
        text = read(file).text.replace("-", "")
    boxes = re.findall(r'xMax="([0-9.]+)"', output_of(["pdftotext", "-bbox", files[press, "skipping"], "-"]))

    assert [word for word in LONG_WORDS if word not in text] == []
    assert max(map(float, boxes)) < 595  # the width of the page


@pytest.mark.parametrize("press", PRESSES)
def test_contents_name_the_pages_of_a_booklet(press: str, files: dict[tuple[str, str], Path]) -> None:
    """Each standard begins a page, and the contents say which."""
    document = documents()["booklet"]
    titles = [each for each in document.blocks if isinstance(each, Heading) and each.level == 2]
    pages = output_of(["pdftotext", "-layout", files[press, "booklet"], "-"]).split("\f")
    contents = pages[0].partition("Indhold")[2].partition("Side 1")[0]
    said = [int(number) for number in re.findall(r"(\d+)$", contents, re.MULTILINE)]

    assert len(said) == len(titles) > 1
    for title, number in zip(titles, said, strict=True):
        assert solid("".join(words(title)))[:20] in solid(pages[number - 1])[:200]


@pytest.mark.parametrize("press", PRESSES)
def test_same_input_same_bytes_also_in_another_process(press: str) -> None:
    here = hashlib.sha256(PRESSES[press](KITCHEN_SINK, theme(), SOURCE)).hexdigest()
    code = (
        "import hashlib; from tests.writers.test_pdf_presses import PRESSES, SOURCE, KITCHEN_SINK, theme;"
        f"print(hashlib.sha256(PRESSES[{press!r}](KITCHEN_SINK, theme(), SOURCE)).hexdigest())"
    )
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "99"}
    done = subprocess.run([sys.executable, "-c", code], env=env, cwd=ROOT, capture_output=True, check=True, text=True)

    assert done.stdout.strip() == here == hashlib.sha256(PRESSES[press](KITCHEN_SINK, theme(), SOURCE)).hexdigest()
    assert done.stderr == ""


Write = Callable[[Document, Theme], bytes]


@each_press
def test_no_word_is_read_as_code(write: Write) -> None:
    nasty = '#panic("x") $x$ *b* _i_ `c` \\ <l> @ref //c <b>&amp; {{ 1 }} "q" = h #let a'
    document = replace(KITCHEN_SINK, title=nasty, blocks=(HEADING, Paragraph((Text(nasty),))))
    with pikepdf.open(BytesIO(write(document, theme()))) as file:
        assert solid(nasty) in read(file).text
        assert str(file.docinfo.Title) == nasty


@each_press
def test_characters_without_a_shape_are_shown_as_a_sign_or_left_out(write: Write) -> None:
    text = "→ \u2011 \u00ad \u2603 \uf0b7 \ue000 a\u200ea \u05e9 \x07 a\nb a\u0301"
    with pikepdf.open(
        BytesIO(write(replace(KITCHEN_SINK, blocks=(HEADING, Paragraph((Text(text),)))), theme()))
    ) as file:
        assert "→-◊•◊" in read(file).text.replace("\u200e", "")
