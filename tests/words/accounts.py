"""The words of a source text, of its YAML, and of what is published from it, each counted in its own way."""

import re
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from lxml import html

from qstd.model.standard import Standard
from tests.checkers import output_of, require

SOURCES = Path(__file__).parent / "sources"
# What page breaks did to the words of the sources, and how it is mended.
BROKEN_WORDS = {("hen-", "blik"): "henblik"}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def source_words(name: str) -> list[str]:
    """Every word of a source, without the marks of its table, its tags and its bullets."""
    text = (SOURCES / f"{name}.txt").read_text("utf-8")
    text = re.sub(r"^\|[\s|-]*$", " ", text, flags=re.MULTILINE)
    text = re.sub(r"<[^>]+>", " ", text)
    words = text.replace("|", " ").replace("•", " ").split()
    return mended(words)


def mended(words: list[str]) -> list[str]:
    """Join the words that a page break took apart."""
    out: list[str] = []
    for word in words:
        if out and (out[-1], word) in BROKEN_WORDS:
            out[-1] = BROKEN_WORDS[out[-1], word]
        else:
            out.append(word)
    return out


def yaml_words(standard: Standard) -> list[str]:
    """Every word of a standard as it stands in its YAML, Markdown's signs taken away."""
    words = standard.title.split()
    for section in standard.sections:
        words += [f"{section.number}.", *section.heading.split()]
        lines = [re.sub(r"^(?:#+|-) |\\$", "", line) for line in section.body.split("\n")]
        words += " ".join(lines).split()
    return words + (standard.approval.text or "").split() if standard.approval else words


def without_list_numbers(words: list[str]) -> list[str]:
    """Leave out the numbers 1. to 3. of the list in Hvidovre's section 4: lists carry them as structure, not as text."""
    return _without(words, [("kendetegn:", "1."), ("omverdenen.", "2."), ("mennesker.", "3.")])


def _without(words: list[str], pairs: list[tuple[str, str]]) -> list[str]:
    return [word for before, word in zip(["", *words], words, strict=False) if (before, word) not in pairs]


# ---------- What is published ----------

EMPTY = "Kommunen har ikke skrevet noget her. Overskriften står i standarden, men der er ingen tekst under den."


def html_words(path: Path) -> list[str]:
    """The words of a page's title and sections: all of the main part but what is ours."""
    page: html.HtmlElement = html.document_fromstring(path.read_text("utf-8"))
    for ours in page.cssselect(".perma, .toc, .kort, #hent, .lead, .meta, .blank, .refs, .skip, .vh"):
        ours.drop_tree()
    for block in page.cssselect("p, li, h1, h2, h3, section, address, div, br"):
        block.tail = f"\n{block.tail or ''}"
    return page.cssselect("main")[0].text_content().split()


def docx_words(path: Path) -> list[str]:
    """The words of a Word file: its title, then everything from the first section on, but our note on empty ones."""
    with zipfile.ZipFile(path) as package:
        body = ElementTree.fromstring(package.read("word/document.xml"))[0]
    paragraphs = [(_style(each), _text(each)) for each in body.iter(f"{W}p")]
    title = next(text for style, text in paragraphs if style == "Title")
    first = next(at for at, (_, text) in enumerate(paragraphs) if text.startswith("1."))
    rest = [text for _, text in paragraphs[first:] if " ".join(text.split()) != EMPTY]
    return " ".join([title, *rest]).split()


def _style(paragraph: ElementTree.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return found.get(f"{W}val", "") if found is not None else ""


def _text(paragraph: ElementTree.Element) -> str:
    gaps = {f"{W}tab": " ", f"{W}br": "\n"}
    return "".join(
        (each.text or "") if each.tag == f"{W}t" else gaps.get(each.tag, "") for each in paragraph.iter()
    ).strip()


def pdf_words(path: Path, title: str, short: str, author: str) -> list[str]:
    """The words of a PDF in reading order: its title, then everything from the first section on, but what pages add."""
    pages = output_of([require("pdftotext"), "-enc", "UTF-8", path, "-"]).split("\f")
    text = " ".join(word for page in pages for word in _page_words(page, {author, short}))
    assert " ".join(title.split()) in text
    text = text[text.index("1. Hvad er ydelsens lovgrundlag") :].split(" Henvisninger ")[0]
    return [*title.split(), *text.replace(EMPTY, " ").replace("•", " ").split()]


def _page_words(page: str, heads: set[str]) -> list[str]:
    """Leave out the running heads above a page and the number below it."""
    lines = [" ".join(line.split()) for line in page.split("\n")]
    lines = [line for line in lines if line and not re.fullmatch(r"Side \d+ af \d+", line)]
    while lines and lines[0] in heads:
        lines.pop(0)
    return " ".join(lines).split()
