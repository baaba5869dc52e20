"""A save writes the edited field and nothing else, merges what others wrote, and loses nothing where it cannot."""

import os
import stat
import threading
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from qstd import depot
from qstd.merge import Choice
from qstd.messages import words
from qstd.model.edit import Edit, Insert
from qstd.verbs.editing.drafts import Author, Drafts
from qstd.verbs.editing.errors import MissingError
from qstd.verbs.editing.saving import FILE, Clash, Refused, Saved, save
from tests.editing.places import ANNA, BO, REF, TEXT, again, file_of, put, write

FREE = "Hjælpen er gratis."
PAID = "Du betaler intet."


def saved(drafts: Drafts, who: Author = ANNA, ref: str = REF, choices: Mapping[str, Choice] | None = None) -> Saved:
    found = save(drafts.desk, drafts, ref, who, choices)
    assert isinstance(found, Saved), found
    return found


def refused(drafts: Drafts, ref: str = REF) -> Refused:
    before = drafts.open(ref, ANNA)
    found = save(drafts.desk, drafts, ref, ANNA)
    assert isinstance(found, Refused), found
    assert drafts.open(ref, ANNA) == before == found.draft
    assert all(words(each.message, "da") for each in found.findings)
    return found


def on_disk(drafts: Drafts, ref: str = REF) -> str:
    return file_of(drafts.desk, ref).read_bytes().decode()


def test_a_save_writes_the_field_and_the_draft_rests_on_it(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    found = saved(drafts)

    assert on_disk(drafts) == found.text == TEXT.replace(FREE, PAID)
    assert found.locked
    assert found.merged == ()
    assert (found.draft.changed, found.draft.disk_changed, found.draft.base) == (False, False, found.text)
    assert found.draft == drafts.open(REF, ANNA) == again(drafts.desk)[1].open(REF, ANNA)
    assert drafts.undo(REF, ANNA).text == TEXT
    assert saved(drafts).text == TEXT
    assert drafts.all(ANNA) == ()


@pytest.mark.parametrize(
    "dress",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text + "\n# slut",
        lambda text: text[:-1],
    ],
)
def test_marks_and_line_ends_stay(drafts: Drafts, dress: Callable[[str], str]) -> None:
    write(drafts.desk, dress(TEXT))
    drafts.change(REF, ANNA, put(PAID), "x")
    saved(drafts)

    assert on_disk(drafts) == dress(TEXT).replace(FREE, PAID)


def test_nothing_is_written_where_nothing_is_changed(drafts: Drafts) -> None:
    before = file_of(drafts.desk).stat()
    assert saved(drafts).text == TEXT
    assert file_of(drafts.desk).stat() == before
    drafts.change(REF, ANNA, put(PAID), "x")
    drafts.undo(REF, ANNA)
    saved(drafts)
    assert file_of(drafts.desk).stat().st_mtime_ns == before.st_mtime_ns


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_in_another_encoding_is_put_right(drafts: Drafts, encoding: str) -> None:
    file_of(drafts.desk).write_bytes(TEXT.encode(encoding))
    drafts.change(REF, ANNA, put(PAID), "x")
    saved(drafts)

    assert on_disk(drafts).removeprefix("\ufeff") == TEXT.replace(FREE, PAID)


def test_mode_and_links_stay(drafts: Drafts, tmp_path: Path) -> None:
    path = file_of(drafts.desk)
    real = path.rename(tmp_path / "real.yaml")
    real.chmod(0o640)
    path.symlink_to(real)
    drafts.change(REF, ANNA, put(PAID), "x")
    saved(drafts)

    assert path.is_symlink()
    assert real.read_text("utf-8") == TEXT.replace(FREE, PAID)
    assert stat.S_IMODE(real.stat().st_mode) == 0o640
    assert [each.name for each in path.parent.iterdir() if each.name.startswith(".")] == []


# ---------- Two people ----------


def test_fields_that_two_people_changed_are_put_together(drafts: Drafts) -> None:
    drafts.change(REF, BO, put("Bo var her.", ("sections", 0, "body")), "x")
    drafts.change(REF, ANNA, put(PAID), "x")
    saved(drafts, BO)
    assert drafts.open(REF, ANNA).disk_changed
    found = saved(drafts, ANNA)

    assert on_disk(drafts) == found.text
    assert "Bo var her." in found.text
    assert PAID in found.text
    assert "# Det her skriver vi selv." in found.text
    assert [(each.field, each.heading) for each in found.merged] == [("body", "Formål")]
    assert found.draft.undo is None  # it would take away what Bo wrote
    assert not found.draft.changed


def test_comments_of_both_are_kept(drafts: Drafts) -> None:
    drafts.replace(REF, ANNA, "# Anna\n" + TEXT)
    write(drafts.desk, TEXT.replace(FREE, PAID) + "# Bo\n")

    assert saved(drafts).text == "# Anna\n" + TEXT.replace(FREE, PAID) + "# Bo\n"


def test_what_cannot_be_put_together_by_line_is_kept_aside(drafts: Drafts) -> None:
    draft = drafts.replace(REF, ANNA, TEXT.replace("'Formål'   # kort", "Formål # Anna").replace(FREE, PAID))
    write(drafts.desk, TEXT.replace("'Formål'   # kort", "Formål # Bo").replace("Støtte", "Hjælp"))
    found = saved(drafts)

    assert "# Bo" in found.text
    assert PAID in found.text
    assert "title: Hjælp" in found.text
    (aside,) = (drafts.desk.home.root / ".qstd" / "replaced").rglob("*.yaml")
    assert aside.read_text("utf-8") == draft.text


def test_what_both_changed_is_asked_about_and_nothing_is_written(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    theirs = TEXT.replace(FREE, "Det koster 100 kr.")
    write(drafts.desk, theirs)
    found = save(drafts.desk, drafts, REF, ANNA)

    assert isinstance(found, Clash)
    assert on_disk(drafts) == theirs
    (conflict,) = found.conflicts
    assert (conflict.ours, conflict.theirs, conflict.base) == ("Det koster 100 kr.", PAID, FREE)
    assert drafts.open(REF, ANNA) == found.draft


@pytest.mark.parametrize(("choice", "text"), [("ours", "Det koster 100 kr."), ("theirs", PAID), ("base", FREE)])
def test_a_choice_decides(drafts: Drafts, choice: Choice, text: str) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    write(drafts.desk, TEXT.replace(FREE, "Det koster 100 kr."))
    found = save(drafts.desk, drafts, REF, ANNA)
    assert isinstance(found, Clash)

    assert saved(drafts, choices={found.conflicts[0].id: choice}).text == TEXT.replace(FREE, text)


def test_a_choice_for_other_values_decides_nothing(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    write(drafts.desk, TEXT.replace(FREE, "Det koster 100 kr."))
    found = save(drafts.desk, drafts, REF, ANNA)
    assert isinstance(found, Clash)
    write(drafts.desk, TEXT.replace(FREE, "Det koster 200 kr."))

    assert isinstance(save(drafts.desk, drafts, REF, ANNA, {found.conflicts[0].id: "theirs"}), Clash)


# ---------- Where it cannot be ----------


def test_a_file_that_was_deleted_is_written_again_only_where_somebody_says_so(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    file_of(drafts.desk).unlink()
    assert refused(drafts).why == "gone"
    assert not file_of(drafts.desk).exists()

    saved(drafts, choices={FILE: "theirs"})
    assert on_disk(drafts) == TEXT.replace(FREE, PAID)
    assert not drafts.open(REF, ANNA).gone


def test_a_file_that_was_broken_outside_is_not_written_over(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    write(drafts.desk, broken := TEXT + "  : [")
    found = refused(drafts)
    assert found.why == "broken"
    assert len(found.findings) > 1
    assert on_disk(drafts) == broken

    saved(drafts, choices={FILE: "theirs"})
    assert on_disk(drafts) == TEXT.replace(FREE, PAID)
    (aside,) = (drafts.desk.home.root / ".qstd" / "replaced").rglob("*.yaml")
    assert aside.read_text("utf-8") == broken


def test_a_broken_file_can_be_mended_as_text(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    write(drafts.desk, broken := TEXT + "  : [")
    drafts.discard(REF, ANNA)
    assert drafts.open(REF, ANNA).text == broken
    drafts.replace(REF, ANNA, TEXT + "  : {")
    saved(drafts)  # no better, and no worse than what is there
    drafts.replace(REF, ANNA, TEXT)
    assert saved(drafts).draft.file is not None
    assert drafts.restore(REF, ANNA) is not None
    assert saved(drafts).text == TEXT.replace(FREE, PAID)


@pytest.mark.parametrize("text", ["", "x: [", TEXT.replace("draft", "færdig"), "- 1\n", "\0"])
def test_a_draft_that_cannot_be_read_does_not_become_a_file(drafts: Drafts, text: str) -> None:
    drafts.replace(REF, ANNA, text)

    assert refused(drafts).why == "draft"
    assert on_disk(drafts) == TEXT


@pytest.mark.parametrize(
    ("number", "said"),
    [(28, "disken er fuld"), (30, "der kan kun læses"), (13, "ingen adgang"), (36, "navnet er for langt")],
)
def test_a_disk_that_refuses_is_told(drafts: Drafts, monkeypatch: pytest.MonkeyPatch, number: int, said: str) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    replace = Path.replace

    def refuse(path: Path, target: Path) -> Path:
        if target.suffix == ".yaml":
            raise OSError(number, "no")
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", refuse)
    found = refused(drafts)
    assert found.why == "disk"
    assert said in words(found.findings[0].message, "da")
    assert on_disk(drafts) == TEXT
    monkeypatch.undo()
    assert [each.name for each in file_of(drafts.desk).parent.iterdir() if each.name.startswith(".")] == []
    saved(drafts)


def test_a_file_that_is_not_to_be_written_is_not_replaced(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    monkeypatch.setattr(os, "access", lambda path, mode: False)

    assert refused(drafts).why == "disk"
    assert on_disk(drafts) == TEXT


def test_what_somebody_writes_in_the_same_instant_is_not_written_over(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    swap = depot.swap
    times = iter(range(9))

    def late(path: Path, data: bytes, still: Callable[[], bool] = lambda: True) -> depot.Stamp:
        if path.suffix == ".yaml" and next(times) == 0:
            write(drafts.desk, TEXT.replace("Støtte", "Hjælp"))
        return swap(path, data, still)

    monkeypatch.setattr(depot, "swap", late)
    found = saved(drafts)
    assert found.text == TEXT.replace("Støtte", "Hjælp").replace(FREE, PAID)
    assert [each.field for each in found.merged] == ["title"]


def test_a_folder_without_locks_is_told(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_: int) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(depot, "_hold", none)
    drafts.change(REF, ANNA, put(PAID), "x")
    assert not saved(drafts).locked
    assert on_disk(drafts) == TEXT.replace(FREE, PAID)


def test_another_program_that_saves_is_waited_for_and_then_told(
    drafts: Drafts, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.change(REF, ANNA, put(PAID), "x")
    in_turn = depot.in_turn
    monkeypatch.setattr(depot, "in_turn", lambda path: in_turn(path, 0.05))
    monkeypatch.setattr(depot, "_is_free", lambda _: False)
    found = save(drafts.desk, drafts, REF, ANNA)

    assert isinstance(found, Refused)
    assert found.why == "busy"
    assert "et andet program" in words(found.findings[0].message, "da")


# ---------- New ones ----------


def test_a_new_standard_is_written_with_what_it_needs_beside_it(drafts: Drafts) -> None:
    drafts.begin("roskilde/ny", TEXT, ANNA)
    found = saved(drafts, ref="roskilde/ny")

    assert on_disk(drafts, "roskilde/ny") == found.text == TEXT
    assert (found.draft.new, found.draft.changed) == (False, False)
    assert "Roskilde" in (drafts.desk.home.standards / "roskilde" / "municipality.yaml").read_text("utf-8")
    assert drafts.desk.entry("roskilde/ny") is not None


def test_a_name_that_was_taken_meanwhile_is_not_written_over(drafts: Drafts) -> None:
    drafts.begin("lejre/ny", TEXT.replace(FREE, PAID), ANNA)
    write(drafts.desk, TEXT, "lejre/ny")

    assert refused(drafts, "lejre/ny").why == "taken"
    assert on_disk(drafts, "lejre/ny") == TEXT


def test_what_is_not_there_cannot_be_saved(drafts: Drafts) -> None:
    with pytest.raises(MissingError):
        save(drafts.desk, drafts, "lejre/nej", ANNA)


# ---------- Many at once ----------


def test_many_who_save_at_once_lose_nothing(drafts: Drafts) -> None:
    def work(number: int) -> None:
        who = Author(f"P{number}", f"s{number}")
        for step in range(4):
            reason = f"n{number}-{step}"
            _retry(drafts, who, [Insert(("waive", 0), {"code": f"R{number}{step}", "reason": reason})])

    threads = [threading.Thread(target=work, args=(number,)) for number in range(5)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert all(f"n{number}-{step}" in on_disk(drafts) for number in range(5) for step in range(4))
    assert not any(each.changed for each in drafts.all(ANNA))


def _retry(drafts: Drafts, who: Author, edits: Sequence[Edit]) -> None:
    drafts.change(REF, who, edits, "waive")
    found = save(drafts.desk, drafts, REF, who)
    while isinstance(found, Clash):  # two added at one place: both are wanted
        found = save(drafts.desk, drafts, REF, who, {each.id: "both" for each in found.conflicts})
    assert isinstance(found, Saved), found
