"""Tracked changes in Word files: accepting all gives the new version and rejecting all the old one, in words and form.

Asked are the format's own rules (`tracked`), LibreOffice and the Open XML SDK. `QSTD_FUZZ=2000` tries more documents.
"""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from qstd.model.document import Blocks, Document, Heading, Items, Note, Table
from qstd.model.theme import Theme
from qstd.writers import docx
from tests.checkers import docx_problems
from tests.strategies import CHANGED_DOCUMENTS
from tests.writers import libreoffice
from tests.writers.tracked import NS, W, accept_all, lines, outline, part, reject_all
from tests.writers.tracked_cases import CASES, Case, bullets, gone, new, p, row, section, words
from tests.writers.versions import accepted, rejected

ANSWERS = (("Accept", accept_all, accepted), ("Reject", reject_all, rejected))
THEME = Theme({}, {})
EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
IN_ONE_FILE = 10  # opening a file is what costs LibreOffice time


def tracked(document: Document) -> bytes:
    return docx.write(document, THEME, tracked=True)


def merged(*blocks: Any, **fields: Any) -> Document:
    return Document("Prøve", blocks, "revision", **fields)


# ---------- Both versions ----------


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_change_gives_both_versions(case: Case) -> None:
    document = merged(*case.blocks)
    content = tracked(document)
    assert "\n".join(lines(reject_all(content))) == case.old
    assert "\n".join(lines(accept_all(content))) == case.new
    for _, resolve, version in ANSWERS:
        assert outline(resolve(content)) == outline(docx.write(version(document), THEME))


@settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=list(HealthCheck))
@given(document=CHANGED_DOCUMENTS)
def test_any_document_gives_both_versions(document: Document) -> None:
    content = tracked(document)
    for _, resolve, version in ANSWERS:
        assert outline(resolve(content)) == outline(docx.write(version(document), THEME))


def generated(count: int) -> list[Document]:
    """Some documents with changes, the same each time, without tables in tables: LibreOffice does not take those away."""
    found: list[Document] = []

    @settings(
        max_examples=2 * count,
        deadline=None,
        derandomize=True,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(document=CHANGED_DOCUMENTS)
    def find(document: Document) -> None:
        if flat(document.blocks):
            found.append(document)

    find()
    return found[:count]


def flat(blocks: Blocks, in_table: bool = False) -> bool:
    """Whether no table stands in a table."""
    inner: list[tuple[Blocks, bool]] = []
    for block in blocks:
        if isinstance(block, Table):
            inner += [(cell.blocks, True) for row in block.head + block.body for cell in row.cells]
        elif isinstance(block, Items):
            inner += [(item.blocks, in_table) for item in block.items]
        elif isinstance(block, Note):
            inner.append((block.blocks, in_table))
    return not (in_table and any(isinstance(block, Table) for block in blocks)) and all(flat(*each) for each in inner)


def bundled(documents: list[Document]) -> list[Document]:
    """Documents put together, a table with a number between each and the next: nothing goes on beyond it."""
    bundles = []
    for start in range(0, len(documents), IN_ONE_FILE):
        blocks: Blocks = ()
        for number, each in enumerate(documents[start : start + IN_ONE_FILE], start):
            blocks += (Table((), (row(p(f"nr. {number}")),)), *each.blocks)
        bundles.append(merged(*blocks))
    return bundles


def comparable(content: bytes) -> list[str]:
    """The lines of a file without what LibreOffice adds or cannot do: it fills the first cell of a text with a joiner,
    and lets a link that is gone at the end of a paragraph reach over the next.
    """
    return [re.sub(r" <https://example.org/\w>|(#+ )?\u200d( / )?|\*", "", line) for line in lines(content)]


def test_libreoffice_agrees(tmp_path: Path) -> None:
    bundles = bundled(generated(2 * EXAMPLES))
    documents = {f"case-{n}": merged(*case.blocks) for n, case in enumerate(CASES)}
    documents |= {f"bundle-{n}": each for n, each in enumerate(bundles)}
    saved = libreoffice.resolved({name: tracked(each) for name, each in documents.items()}, tmp_path)
    for answer, _, version in ANSWERS:
        for name, document in documents.items():
            expected = docx.write(version(document), THEME)
            assert comparable(saved[name, answer]) == comparable(expected), (answer, name)


def test_libreoffice_keeps_links_on_their_words(tmp_path: Path) -> None:
    cases = {f"case-{n}": case for n, case in enumerate(CASES) if "link" in case.name}
    files = {name: tracked(merged(*case.blocks)) for name, case in cases.items()}
    saved = libreoffice.resolved(files, tmp_path)
    for name, case in cases.items():
        assert "\n".join(lines(saved[name, "Accept"])) == case.new
        assert "\n".join(lines(saved[name, "Reject"])) == case.old


# ---------- Files ----------


def test_the_files_are_valid_by_the_open_xml_sdk(tmp_path: Path) -> None:
    every_case = merged(*(block for case in CASES for block in case.blocks), author='A & "B"')
    for number, document in enumerate((every_case, *bundled(generated(30)))):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(tracked(document))
        assert docx_problems(path) == []


def changes(content: bytes) -> list[Any]:
    return part(content).xpath("//w:ins | //w:del", namespaces=NS)  # type: ignore[no-any-return]  # pikepdf and the like have no types here


def test_each_change_has_a_number_of_its_own_and_says_who_and_when() -> None:
    document = merged(*(block for case in CASES for block in case.blocks), author='A & "B"', date="2025-03-01")
    content = tracked(document)
    numbers = [each.get(W + "id") for each in (*changes(content), *part(content).iter(W + "bookmarkStart"))]
    assert len(numbers) == len(set(numbers)) > 100
    who = {(each.get(W + "author"), each.get(W + "date")[:10]) for each in changes(content)}
    assert who == {('A & "B"', "2025-03-01"), ('A & "B" (flyttet)', "2025-03-01")}
    assert tracked(document) == content


def test_without_an_author_or_a_date_the_bytes_are_still_the_same_each_time() -> None:
    (change,) = changes(tracked(merged(p("a {+b+}"))))
    assert (change.get(W + "author"), change.get(W + "date")) == ("qstd", "2000-01-01T00:00:00Z")


def test_word_goes_on_tracking_and_colours_the_changes_itself() -> None:
    document = merged(p("[-a-]{+b+}"))
    assert part(tracked(document), "word/settings.xml").find(W + "trackRevisions") is not None
    assert not part(tracked(document)).xpath("//w:r/w:rPr", namespaces=NS)
    shown = docx.write(document, THEME)
    assert part(shown, "word/settings.xml").find(W + "trackRevisions") is None
    assert not changes(shown)


def test_words_that_moved_say_so() -> None:
    document = merged(
        bullets(gone("hjælp til bad"), p("mad"), new("hjælp til bad")), p("[-ja-]{+ja+} {+hjælp til tøj+}")
    )
    who = {
        "".join(each.itertext()): each.get(W + "author") for each in changes(tracked(document)) if each.tag == W + "ins"
    }
    assert who == {"": "qstd (flyttet)", "hjælp til bad": "qstd (flyttet)", "ja": "qstd", "hjælp til tøj": "qstd"}


def test_neighbouring_words_are_one_change() -> None:
    content = tracked(merged(p("{+a **b** c+} [-d **e**-]")))
    assert [each.tag for each in changes(content)] == [W + "ins", W + "del"]


def test_words_that_came_and_went_are_in_neither_version() -> None:
    content = tracked(merged(p("a {+b [-c-]+}d")))
    assert lines(content) == ["a b d"]
    assert (lines(accept_all(content)), lines(reject_all(content))) == (["a b d"], ["a d"])


def sections(content: bytes) -> dict[str, str]:
    """The words of the paragraph in which each section's bookmark stands."""
    starts = part(content).iter(W + "bookmarkStart")
    return {each.get(W + "name"): "".join(each.getparent().itertext(W + "t", W + "delText")) for each in starts}


def test_a_section_keeps_its_bookmark_and_the_new_one_gets_it_of_two() -> None:
    moved = (section("2", "[-Pris-]", "price", "del"), section("5", "{+Pris+}", "price", "ins"))
    content = tracked(merged(section("1", "[-Mål-]", "purpose", "del"), *moved, p("Slut.")))
    assert sections(content) == {"qstd_purpose": "1.Mål", "qstd_price": "5.Pris"}


def test_a_link_inside_the_document_still_finds_its_section() -> None:
    there = merged(p("Se {+<prisen|#price>+}."), section("5", "[-Gebyr-]{+Pris+}", "price"))
    assert part(tracked(there)).xpath("//w:hyperlink/@w:anchor", namespaces=NS) == ["qstd_price"]


def test_what_goes_at_an_end_leaves_a_paragraph_without_height() -> None:
    for blocks in (
        (gone("a"),),
        (
            Table(
                (),
                (
                    row(
                        gone("a"),
                    ),
                ),
            ),
        ),
        (new("a"), Table((), (row(p("b")),))),
    ):
        content = tracked(merged(p("Før."), *blocks))
        empty = [each for each in part(accept_all(content)).iter(W + "p") if not "".join(each.itertext(W + "t"))]
        heights = [each.xpath("w:pPr/w:spacing/@w:line", namespaces=NS) for each in empty]
        assert ["20"] in heights
        assert all(each[-1].tag == W + "p" for each in part(content).iter(W + "tc"))


def test_bookmarks_and_links_stand_round_changes_and_not_in_them() -> None:
    document = merged(section("1", "{+Nyt+}", "a", "ins"), p("{+<x|https://example.org/a>+}"), bullets(new("b")))
    assert not part(tracked(document)).xpath("//w:ins//w:bookmarkStart | //w:ins//w:hyperlink", namespaces=NS)


def test_a_document_without_changes_is_the_same_but_for_the_settings() -> None:
    document = merged(Heading(2, words("Mål"), number="1", section="a"), p("Tekst."), bullets(p("a")))
    assert part(tracked(document)).xpath("string()") == part(docx.write(document, THEME)).xpath("string()")
    assert not changes(tracked(document))
