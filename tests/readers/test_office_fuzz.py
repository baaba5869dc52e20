"""Damaged Word and OpenDocument files: the readers never raise, and never lose a word without the count showing it.

Bytes of the package are changed, and bytes of the parts inside it. `QSTD_FUZZ=2000` tries more files.
"""

import os
from collections import Counter
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.model.outline import Outline, Reading, paragraphs
from qstd.readers import docx, odt
from tests.readers import test_docx_apart as apart
from tests.readers import test_docx_lists as lists
from tests.readers import test_odt
from tests.readers.word_parts import docx as word
from tests.readers.word_parts import p, r, tbl, tc, tr, unbalanced, unzipped, zipped

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
Reader = Callable[[bytes, str], Reading]

WORD = word(
    p("Formål", "Overskrift1")
    + lists.entry("punkt")
    + p(r("Du kan ") + "<w:del><w:r><w:delText>ikke</w:delText></w:r></w:del>" + apart.text_box(p("boks")) + r("søge"))
    + tbl(tr("Emne", tc("Indhold", '<w:gridSpan w:val="2"/>')), tr(tc("a", '<w:vMerge w:val="restart"/>'), "b", "c"))
    + p(apart.field("PAGE", r("3")) + '<w:r><w:footnoteReference w:id="2"/></w:r>'),
    {
        "numbering": lists.numbering(lists.level(0, "decimal", "%1.")),
        "footnotes": f'<w:footnote w:id="2">{p("note")}</w:footnote>',
        "header1": p("hoved"),
    },
)
OPEN = test_odt.odt(
    '<text:h text:outline-level="1">Formål</text:h>'
    + test_odt.listing(test_odt.p("en"), test_odt.p("to"))
    + test_odt.p('Du <text:span text:style-name="T1">kan</text:span><text:note><text:note-body><text:p>note</text:p>'
                 "</text:note-body></text:note><draw:frame><draw:text-box><text:p>boks</text:p></draw:text-box></draw:frame>")
    + "<table:table><table:table-row><table:table-cell><text:p>celle</text:p></table:table-cell></table:table-row></table:table>",
    margins="<style:header><text:p>hoved</text:p></style:header>",
)  # fmt: skip
SOURCES: list[tuple[Reader, bytes, list[str]]] = [
    (docx.read, WORD, ["word/document.xml", "word/styles.xml", "word/numbering.xml", "word/_rels/document.xml.rels"]),
    (odt.read, OPEN, ["content.xml", "styles.xml"]),
]
CHANGES = st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 255)), min_size=1, max_size=6)


def changed(data: bytes, changes: list[tuple[int, int]]) -> bytes:
    damaged = bytearray(data)
    for at, value in changes:
        damaged[at % len(damaged)] = value
    return bytes(damaged)


def judge(reading: Reading) -> None:
    """No outline without a finding; no outline without its own count."""
    if reading.outline is None:
        assert any(finding.severity == "error" for finding in reading.findings)
    else:
        assert reading.outline.plain is not None


@pytest.mark.parametrize(("read", "source", "_"), SOURCES, ids=["docx", "odt"])
def test_the_files_are_sound(read: Reader, source: bytes, _: list[str]) -> None:
    outline = read(source, "fil").outline

    assert outline is not None
    assert unbalanced(outline) == {}


@pytest.mark.parametrize(("read", "source", "_"), SOURCES, ids=["docx", "odt"])
@FUZZ
@given(changes=CHANGES)
def test_changed_packages(read: Reader, source: bytes, _: list[str], changes: list[tuple[int, int]]) -> None:
    judge(read(changed(source, changes), "fil"))


@pytest.mark.parametrize(("read", "source", "_"), SOURCES, ids=["docx", "odt"])
@FUZZ
@given(at=st.integers(0, 10**6))
def test_cut_packages(read: Reader, source: bytes, _: list[str], at: int) -> None:
    judge(read(source[: at % len(source)], "fil"))


@pytest.mark.parametrize(("read", "source", "parts"), SOURCES, ids=["docx", "odt"])
@FUZZ
@given(changes=CHANGES, which=st.integers(0, 10))
def test_changed_parts(
    read: Reader, source: bytes, parts: list[str], changes: list[tuple[int, int]], which: int
) -> None:
    files = unzipped(source)
    name = parts[which % len(parts)]

    judge(read(zipped(files | {name: changed(files[name], changes)}), "fil"))


NAMES = (
    "p r t tbl tr tc del ins moveFrom sdt sdtContent hyperlink txbxContent pPr rPr vanish tab br pict drawing".split()
)
TREES = st.recursive(
    st.sampled_from(["ord", "to ord", "§ 9", ""]),
    lambda inside: st.tuples(st.sampled_from(NAMES), st.lists(inside, max_size=4)),
    max_leaves=25,
)


def as_xml(tree: object, within: str = "") -> str:
    if isinstance(tree, str):
        return tree if within == "t" else f"<w:r><w:t> {tree} </w:t></w:r>"
    assert isinstance(tree, tuple)
    name, inside = tree
    if name == "t":
        inside = [part for part in inside if isinstance(part, str)]
    return f"<w:{name}>{''.join(as_xml(part, name) for part in inside)}</w:{name}>"


def letters_left(outline: Outline) -> Counter[str]:
    """The letters of the count that the walk placed nowhere; words may be torn where no word should be."""
    left = Counter("".join((outline.plain or "").split()))
    left.subtract("".join("".join(item.text for item in outline.furniture).split()))
    left.subtract("".join("".join(para.text for para in paragraphs(outline.blocks)).split()))
    return left


@FUZZ
@given(trees=st.lists(TREES, max_size=6))
def test_words_in_places_where_none_should_be(trees: list[object]) -> None:
    """However the elements are put together, what the walk does not place is at least in the count."""
    reading = docx.read(word("".join(map(as_xml, trees))), "fil")

    judge(reading)
    if reading.outline is not None:
        assert all(count >= 0 for count in letters_left(reading.outline).values())
