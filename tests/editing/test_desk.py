"""The desk shows what is there, reads what has changed and no more, and checks a text in its surroundings."""

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from qstd import workspace
from qstd.lint.shared import passages
from qstd.verbs import corpus
from qstd.verbs.editing import counting, rows
from qstd.verbs.editing.desk import Desk
from qstd.workspace import Entry, Workspace
from tests.cases.corpus import HEAD
from tests.conftest import ROOT
from tests.editing.places import DAY, REF, TEXT, file_of, small, write


@pytest.fixture
def project(tmp_path: Path) -> Desk:
    """The project's own standards."""
    shutil.copytree(ROOT / "standards", tmp_path / "standards")
    return Desk(Workspace(tmp_path), lambda: DAY)


@pytest.fixture
def uncounted(monkeypatch: pytest.MonkeyPatch) -> None:
    """No process is begun."""
    monkeypatch.setattr(counting.Counting, "want", lambda *_: None)


def until(answer: Callable[[], bool]) -> bool:
    """Wait for something that happens in the background."""
    end = time.monotonic() + 60
    while not answer() and time.monotonic() < end:
        time.sleep(0.05)
    return answer()


def test_rows_tell_what_the_files_say_and_in_time_what_is_wrong(project: Desk) -> None:
    first = project.rows()
    assert until(lambda: all(each.errors is not None for each in project.rows()))
    found = project.rows()
    project.close()
    checked = corpus.read_all(project.home, DAY).standards

    assert [each.ref for each in first] == [each.entry.ref for each in checked]
    for row, each in zip(found, checked, strict=True):
        severities = [finding.severity for finding in each.findings]
        assert (row.errors, row.warnings, row.remarks) == tuple(
            severities.count(severity) for severity in ("error", "warning", "info")
        )
        assert each.standard is not None
        assert (row.title, row.service, row.status) == (
            each.standard.title,
            each.standard.service,
            each.standard.status,
        )
        assert row.municipality_name == each.municipality.name
        assert row.service_name not in ("", row.service)
        assert not row.broken


@pytest.mark.usefixtures("uncounted")
def test_only_what_has_changed_is_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = small(tmp_path, **{f"n{number}": TEXT for number in range(20)})
    monkeypatch.setattr("qstd.verbs.editing.desk._YOUNG", 0)
    seen: list[str] = []
    said = rows.said

    def noted(data: bytes, entry: Entry) -> rows.Said:
        seen.append(entry.ref)
        return said(data, entry)

    monkeypatch.setattr("qstd.verbs.editing.desk.said", noted)
    before = desk.rows()
    assert desk.rows() is before
    assert len(seen) == 21

    write(desk, TEXT.replace("Støtte", "Hjælp"), "lejre/n3")
    file_of(desk, "lejre/n4").unlink()
    write(desk, TEXT, "lejre/ny")
    assert desk.rows() is before  # within the second
    desk.renew()
    after = desk.rows()

    assert sorted(seen[21:]) == ["lejre/n3", "lejre/ny"]
    assert {each.ref for each in before} ^ {each.ref for each in after} == {"lejre/n4", "lejre/ny"}
    assert [each.title for each in after if each.ref == "lejre/n3"] == ["Hjælp"]


@pytest.mark.usefixtures("uncounted")
def test_a_file_that_cannot_be_read_has_a_row(tmp_path: Path) -> None:
    desk = small(tmp_path, broken="sections: [\n", half=HEAD.replace("draft", "færdig"))
    found = {each.ref: each for each in desk.rows()}

    assert {ref: each.broken for ref, each in found.items()} == {REF: False, "lejre/broken": True, "lejre/half": True}
    assert found["lejre/broken"].title == "broken"


@pytest.mark.usefixtures("uncounted")
def test_municipalities_have_names_and_counts(tmp_path: Path) -> None:
    desk = small(tmp_path, to=TEXT)
    (tmp_path / "standards" / "roskilde").mkdir()
    (tmp_path / "standards" / "roskilde" / "en.yaml").write_text(TEXT, "utf-8")

    assert [(each.slug, each.name, each.standards) for each in desk.municipalities()] == [
        ("lejre", "Lejre Kommune", 2),
        ("roskilde", "Roskilde Kommune", 1),
    ]


@pytest.mark.parametrize(
    "ref",
    [
        "",
        "lejre",
        "lejre/",
        "/stoette",
        "lejre/../lejre/stoette",
        "../standards/lejre",
        "lejre/..",
        "../x",
        "lejre/sto\0ette",
        "lejre/.skjult",
        "lejre/a/b",
        "lejre\\stoette/x",
        "lejre/municipality.yaml/x",
    ],
)
def test_no_other_path_reaches_the_disk(tmp_path: Path, ref: str, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = small(tmp_path)
    desk.entry(REF)
    monkeypatch.setattr(workspace, "read", lambda *_: pytest.fail("read"))

    assert desk.entry(ref) is None
    assert desk.place(ref) is None
    assert not desk.read(ref).there
    with pytest.raises(LookupError):
        desk.look(ref, TEXT)


def test_a_text_is_looked_at_as_the_file_would_be(project: Desk) -> None:
    for each in project.home.entries():
        text = each.path.read_bytes().decode()
        looked = project.look(each.ref, text)
        (checked,) = corpus.read([each], project.home.root, today=DAY).standards

        assert looked.findings == checked.findings
        assert looked.effective == checked.draft
        assert looked.municipality == checked.municipality
        assert looked.standard is not None
        assert project.read(each.ref).file == looked.standard or looked.standard.municipality


def test_what_stands_beside_it_counts_and_is_read_when_it_changes(tmp_path: Path) -> None:
    desk = small(tmp_path)
    shared = TEXT.replace("  body: Hjælpen er gratis.\n", "  use: pris\n")
    (municipality := tmp_path / "standards" / "lejre" / "municipality.yaml").read_text("utf-8")
    assert desk.look(REF, shared).effective is None

    with municipality.open("a", encoding="utf-8") as file:
        file.write("fragments:\n  pris:\n    body: Ingen betaler.\n")
    desk.renew()
    looked = desk.look(REF, shared)
    assert looked.effective is not None
    assert looked.effective.sections[1].body == "Ingen betaler."


@pytest.mark.parametrize(
    "text", ["", "[", "\0", "- 1", "a: b", "\ud800", "\ufeff" + TEXT, TEXT.replace("\n", "\r\n")], ids=range(8)
)
def test_any_text_can_be_looked_at(tmp_path: Path, text: str) -> None:
    looked = small(tmp_path).look(REF, text)

    assert looked.findings
    assert "Støtte" not in text or (looked.standard is not None and looked.standard.title == "Støtte")


def test_a_standard_that_is_not_there_yet_can_be_looked_at(tmp_path: Path) -> None:
    looked = small(tmp_path).look("roskilde/ny", TEXT)

    assert looked.standard is not None
    assert looked.municipality.name == "Roskilde Kommune"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1252", "utf-16", "latin-1"])
def test_the_words_of_a_file_in_another_encoding_can_be_read(tmp_path: Path, encoding: str) -> None:
    desk = small(tmp_path)
    file_of(desk).write_bytes(TEXT.encode(encoding))
    found = desk.read(REF)

    assert "Hjælpen ydes efter en konkret vurdering." in found.text
    assert (found.file is None) == (encoding != "utf-8-sig")
    assert bool(found.findings) == (encoding != "utf-8-sig")


def test_a_file_that_the_disk_refuses_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    desk = small(tmp_path)
    desk.entry(REF)

    def refuse(path: Path, limit: int = 0) -> bytes:
        raise PermissionError(13, "no", str(path))

    monkeypatch.setattr(workspace, "read", refuse)
    found = desk.read(REF)

    assert found.there
    assert found.file is None
    assert found.text == ""


def test_texts_that_were_looked_at_are_forgotten_again(tmp_path: Path) -> None:
    desk = small(tmp_path)
    for number in range(40):
        desk.look(REF, TEXT.replace("gratis", f"gratis for {number}") + "#" * 500_000)

    assert passages.pieces.cache_info().currsize < 60
