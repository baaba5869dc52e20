"""Every pair of versions that is kept as a case, in every view: the page shows all words of both, and Word's tracked
changes give the new version when they are accepted and the old one when they are refused, by our own transformation of
the file and by LibreOffice.
"""

import html
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from qstd import workspace
from qstd.compare.versions import Side, revise
from qstd.model.document import Items
from qstd.model.revision import JOINT, Leaf, Revision
from qstd.model.standard import Standard
from qstd.present.revision import change_note, revision_document, tracked_document
from qstd.readers import yaml_file
from qstd.writers import docx
from qstd.writers.html import Page
from qstd.writers.html import write as html_file
from tests.cases.case_file import FOLDER, all_cases
from tests.compare.version_cases import standard
from tests.writers import libreoffice
from tests.writers.tracked import accept_all, lines, reject_all

PAIRS = {each.name: (each.parts["old"], each.parts["new"]) for each in all_cases("versions")}
LEJRE = FOLDER / "revisions" / "lejre"
NAMES = [*PAIRS, "lejre"]


@cache
def sides(name: str) -> tuple[Standard, Standard]:
    if name == "lejre":
        return read(LEJRE / "old.yaml"), read(LEJRE / "new.yaml")
    old, new = PAIRS[name]
    return standard(old), standard(new)


def read(path: Path) -> Standard:
    source = yaml_file.read_standard(path.read_bytes(), path.name, "lejre")
    assert source.record is not None
    assert source.findings == ()
    return source.record


def between(old: Standard, new: Standard) -> Revision:
    return revise(Side("by/x", "HEAD~1", old, "By Kommune"), Side("by/x", "", new, "By Kommune"))


def tracked(old: Standard, new: Standard) -> bytes:
    return docx.write(tracked_document(between(old, new)), workspace.theme(None), tracked=True)


def page(revision: Revision) -> str:
    return html_file(revision_document(revision), Page(standalone=True), workspace.theme(None)).decode()


# ---------- The page ----------


@pytest.mark.parametrize("name", NAMES)
def test_the_page_has_every_word_of_both_versions(name: str) -> None:
    revision = between(*sides(name))
    text = re.split(r'<section[^>]*id="aendringsnotat"', page(revision))[1].partition("</section>")[2]
    shown = set(words(html.unescape(re.sub(r"<[^>]*>", " ", text))))

    missing = [each for side in (revision.old, revision.new) for leaf in body(side.leaves) for each in words(leaf.text)]
    assert [each for each in missing if each not in shown] == []


def body(leaves: tuple[Leaf, ...]) -> Iterator[Leaf]:
    """Leaves apart from the title, which stands at the top of the page where it did not change."""
    return (each for each in leaves if each.kind != "title")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.replace(JOINT, " "))


@pytest.mark.parametrize("name", NAMES)
def test_the_note_says_something_where_something_changed(name: str) -> None:
    revision = between(*sides(name))
    entries = [each for block in change_note(revision).blocks if isinstance(block, Items) for each in block.items]

    assert bool(entries) == (not revision.same)


def test_signs_are_escaped() -> None:
    content = page(between(*sides("signs")))

    assert "Indtægt &lt; <del>" in content
    assert "&amp; formue &gt; 50." in content


def test_a_changed_link_target_shows() -> None:
    content = page(between(*sides("link_target")))

    assert re.search(r'<del>.*?href="https://example.org/klage".*?</del>', content)
    assert re.search(r'<ins>.*?href="https://example.org/ny".*?</ins>', content)


def test_a_renamed_heading_and_its_deadline_show_both() -> None:
    said = re.sub(r"<[^>]*>", "", page(between(*sides("heading_and_deadline"))))

    for each in ("Sagsbehandlingsfrist", "Hvornår får jeg svar?", "[slettet: 4]", "[indsat: 8]"):
        assert each in said


# ---------- Word ----------


@pytest.mark.parametrize("name", NAMES)
def test_tracked_changes_give_both_versions(name: str) -> None:
    old, new = sides(name)
    content = tracked(old, new)

    assert unhung(accept_all(content)) == unhung(tracked(new, new))
    assert unhung(reject_all(content)) == unhung(tracked(old, old))


def test_libreoffice_gives_both_versions(tmp_path: Path) -> None:
    saved = libreoffice.resolved({name: tracked(*sides(name)) for name in NAMES}, tmp_path)
    for name in NAMES:
        old, new = sides(name)
        assert plain(saved[name, "Accept"]) == plain(tracked(new, new)), name
        assert plain(saved[name, "Reject"]) == plain(tracked(old, old)), name


def plain(content: bytes) -> list[str]:
    """The lines of a file without where its links lead, which LibreOffice writes in its own way."""
    return [re.sub(r" <https://example.org/\w+>", "", line) for line in unhung(content)]


def unhung(content: bytes) -> list[str]:
    """The lines of a file. A section's number that changed has a space after it, and hangs no more."""
    return [re.sub(r"^(## \S+)\n", r"\1 ", line) for line in lines(content)]
