"""Building again: only what changed is written, what no longer belongs goes, a broken standard keeps its pages."""

from pathlib import Path

import pytest

from qstd import workspace
from qstd.site import manifest
from qstd.verbs.build import Built, plan, write
from qstd.verbs.corpus import read
from tests.cli.test_commands import GOOD, MUNICIPALITY


@pytest.fixture
def home(tmp_path: Path) -> workspace.Workspace:
    folder = tmp_path / "standards" / "lejre"
    folder.mkdir(parents=True)
    (folder / "municipality.yaml").write_text(MUNICIPALITY)
    for name in ("a.yaml", "b.yaml"):
        (folder / name).write_text(GOOD)
    return workspace.Workspace(tmp_path)


def build(home: workspace.Workspace) -> Built:
    corpus = read(home.entries(), home.root)
    return write(plan(corpus, home).files, corpus, home.root / "site", lambda path: None)


def test_nothing_is_written_when_nothing_changed(home: workspace.Workspace) -> None:
    first = build(home)
    assert first.written
    again = build(home)
    assert (again.written, again.removed) == ((), ())
    assert sorted(first.written) == sorted(again.same)


def test_only_the_pages_of_a_changed_standard_are_written(home: workspace.Workspace) -> None:
    build(home)
    path = home.standards / "lejre" / "a.yaml"
    path.write_text(
        path.read_text().replace("gratis.", "helt gratis.").replace("Hjælpen er gratis", "Hjælpen er helt gratis")
    )
    path.write_text(path.read_text().replace("helt helt", "helt"))
    assert {each.rpartition("/")[0] for each in build(home).written} == {"lejre/a", "sammenlign/sel-97"}


def test_the_pages_of_a_standard_that_is_gone_are_taken_away_and_nothing_else(home: workspace.Workspace) -> None:
    build(home)
    own = home.root / "site" / "lejre" / "a" / "not-ours.txt"
    own.write_text("x")
    (home.standards / "lejre" / "a.yaml").unlink()
    removed = build(home).removed
    assert set(removed) >= {"lejre/a/a.docx", "lejre/a/a.json", "lejre/a/a.pdf", "lejre/a/index.html"}
    assert own.exists()
    assert not (home.root / "site" / "lejre" / "a" / "index.html").exists()


def test_a_standard_that_is_broken_now_keeps_the_pages_it_had(home: workspace.Workspace) -> None:
    build(home)
    page = home.root / "site" / "lejre" / "a" / "index.html"
    before = page.read_bytes()
    (home.standards / "lejre" / "a.yaml").write_text("[")
    build(home)
    assert before == page.read_bytes()
    (home.standards / "lejre" / "a.yaml").unlink()
    build(home)
    assert not page.exists()


def test_a_folder_that_cannot_be_opened_keeps_the_pages_it_had(home: workspace.Workspace) -> None:
    build(home)
    closed = workspace.Entry("lejre", home.standards / "lejre", "lejre")
    corpus = read((closed,), home.root)
    assert [each.code for each in corpus.findings if each.place.file == "standards/lejre"] == ["Y014"]
    assert write(plan(corpus, home).files, corpus, home.root / "site", lambda path: None).removed == ()
    assert (home.root / "site" / "lejre" / "a" / "index.html").exists()


@pytest.mark.parametrize("data", [b"", b"[", b'{"a": 1}', b'["../../etc/passwd", "/etc/passwd", 7, ""]'])
def test_a_manifest_that_cannot_be_trusted_takes_nothing_away(data: bytes) -> None:
    assert manifest.load(data) == frozenset()
