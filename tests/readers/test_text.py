"""Text and Markdown files: the cases in `text_cases`, and what holds for any file."""

import codecs
import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.model.outline import Block, Cell, Outline, Para, Reading, Run, paragraphs
from qstd.readers import markdown_file, text
from tests.cases.case_file import Case, read

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
CASES = [read(path) for path in sorted((Path(__file__).parent / "text_cases").glob("*.case"))]
SIGNS = str.maketrans({"\n": "⏎", "\u2028": "↵", "\u00ad": "¦"})


def outline(source: str, name: str = "a.txt") -> Outline:
    read_file = markdown_file.read if name.startswith("md") or name.endswith(".md") else text.read
    reading = read_file(source.encode("utf-8", "replace"), name)
    assert reading.outline is not None
    return reading.outline


def shown(blocks: tuple[Block, ...]) -> Iterator[str]:
    """Blocks as lines: "#" for each level, two spaces for each depth, "{made}", reasons behind."""
    for block in blocks:
        if isinstance(block, Para):
            yield _para(block)
        else:
            yield from ("| " + " || ".join(_cell(cell) for cell in row.cells) for row in block.rows)


def _para(para: Para) -> str:
    lead = "#" * para.level + " " if para.level else "  " * para.depth + "> " * para.quote
    marker = ("{%s} " if para.made else "%s ") % para.marker if para.marker else ""
    reasons = f" {{{' '.join(para.reasons)}}}" if para.reasons else ""
    return lead + marker + "".join(map(_run, para.runs)) + reasons


def _run(run: Run) -> str:
    marked = run.text.translate(SIGNS)
    for is_so, mark in ((run.underline, "__"), (run.emph, "_"), (run.strong, "**")):
        marked = f"{mark}{marked}{mark}" if is_so else marked
    return f"[{marked}]({run.href})" if run.href else marked


def _cell(cell: Cell) -> str:
    return "!" * cell.head + " ¶ ".join(each.strip() for each in shown(cell.blocks))


def words(characters: str) -> Counter[str]:
    hard = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200d\u2060]", "", characters))
    return Counter(re.findall(r"[^\W_]+|§", hard))


def unbalanced(found: Outline) -> Counter[str]:
    """Words that only the one way through the file finds, or only the other."""
    assert found.plain is not None
    paras = [f"{'' if para.made else para.marker} {para.text}" for para in paragraphs(found.blocks)]
    result = words(" ".join([*paras, *(each.text for each in found.furniture)]))
    plain = words(found.plain)
    return (plain - result) + (result - plain)


def codes(reading: Reading) -> list[str]:
    return [finding.code for finding in reading.findings]


# ---------- the cases


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_case(case: Case) -> None:
    found = outline(case.parts["source"], case.name)

    assert [line.rstrip() for line in shown(found.blocks)] == [
        line.rstrip() for line in case.parts["outline"].splitlines() if line.strip()
    ]
    furniture = [f"{each.kind}: {each.text.translate(SIGNS)}" for each in found.furniture]
    assert furniture == case.parts.get("furniture", "").splitlines()
    assert not unbalanced(found)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_spots_are_lines_of_the_source(case: Case) -> None:
    found = outline(case.parts["source"], case.name)
    last = case.parts["source"].count("\n") + 1

    spots = [para.spot.line for para in paragraphs(found.blocks)] + [each.spot.line for each in found.furniture]
    assert all(1 <= line <= last for line in spots)
    assert [para.spot.line for para in paragraphs(found.blocks)] == sorted(
        para.spot.line for para in paragraphs(found.blocks)
    )


def test_findings() -> None:
    assert codes(text.read(b"<p>hej</p>", "a.txt")) == ["I178"]
    assert codes(markdown_file.read(b"![kort](a.png)", "a.md")) == ["I179"]
    assert codes(text.read(b"hej", "a.txt")) == []


def test_front_matter_gives_title_and_language() -> None:
    found = outline('---\ntitle: "Støtte"\nlang: da-DK\n---\nTekst\n', "a.md")

    assert (found.title, found.language) == ("Støtte", "da")


# ---------- encodings


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_encodings(encoding: str) -> None:
    reading = text.read("Støtte på § 99 – æøå".encode(encoding), "a.txt")

    assert reading.outline is not None
    assert reading.outline.plain == "Støtte på § 99 – æøå"
    assert reading.findings == ()


def test_two_encodings_in_one_file() -> None:
    reading = text.read("Støtte\n".encode() + "på æøå".encode("cp1252"), "a.txt")

    assert reading.outline is not None
    assert reading.outline.plain == "Støtte\npå æøå"
    assert codes(reading) == ["I175"]


def test_characters_that_cannot_be_read() -> None:
    reading = text.read(codecs.BOM_UTF16_LE + b"a\x00\x00\xd8b\x00", "a.txt")

    assert reading.outline is not None
    assert codes(reading) == ["I176"]


def test_letters_that_were_broken_before() -> None:
    assert codes(text.read("StÃ¸tte".encode(), "a.txt")) == ["I177"]


def test_nul_is_no_text() -> None:
    reading = text.read(b"hej\x00" * 3, "a.txt")

    assert reading.outline is None
    assert codes(reading) == ["I174"]


def test_what_word_puts_into_a_text_file() -> None:
    [para] = paragraphs(outline("en\x0bto e\x1email sags\x1fbehandling\r").blocks)

    assert para.text == "en\u2028to e‑mail sags\u00adbehandling"


def test_composed_form() -> None:
    [para] = paragraphs(outline("A\u030arhus").blocks)

    assert para.text == "Århus"


# ---------- any file

MARKS = """støtte hen- blik og § 99 | || <p> </p> <u> <ul><li> </li> <br> &amp; &lt; &nbsp; * ** _ ` ``` # ## - • 1. 2) a)
> [x] (y) [a](b) ![c](d) \\ --- === Side:1 Side 1 af 2 3 :? . , <!-- --> |---|---| ~ <navn> <5 http://eksempel.dk"""
ENDS = [
    "\n",
    "\n\n",
    "\t",
    "\f",
    "  ",
    "    ",
    "\n| ",
    " |\n",
    "\u00ad",
    "\u2028",
    "\x0b",
    "Side 1\n",
    "\n1\n",
    "\n2\n",
]
PIECES = st.sampled_from([*MARKS.split(), *ENDS])
SOURCES = (
    st.lists(PIECES, max_size=60).map(" ".join)
    | st.lists(PIECES, max_size=60).map("".join)
    | st.text(st.characters(exclude_characters="\0"))
)


@FUZZ
@given(SOURCES)
def test_no_word_of_a_text_is_lost(source: str) -> None:
    assert not unbalanced(outline(source))


@FUZZ
@given(st.lists(PIECES, max_size=40).map(" ".join))
def test_no_word_of_markdown_is_lost(source: str) -> None:
    assert not unbalanced(outline(source.replace("`", ""), "a.md"))


@FUZZ
@given(SOURCES)
def test_markdown_never_fails(source: str) -> None:
    assert outline(source, "a.md").plain is not None


@FUZZ
@given(st.binary(max_size=300))
def test_bytes_never_fail(data: bytes) -> None:
    for reader in (text, markdown_file):
        reading = reader.read(data, "a")
        assert reading.outline is not None or reading.findings


@pytest.mark.parametrize(
    "source",
    ["a" * 200_000, "| a | b |\n" * 3000, "<p " * 60_000, "[" * 50_000, "a\tb\n" * 3000, "> " * 30_000, "- " * 60_000],
)
def test_long_files(source: str) -> None:
    assert not unbalanced(outline(source))
    assert outline(source, "a.md").plain is not None
