"""What the disk, other programs and many threads do to drafts."""

import json
import os
import threading
from pathlib import Path

import pytest

from qstd import depot
from qstd.messages import words
from qstd.model.edit import Insert
from qstd.verbs.editing import errors
from qstd.verbs.editing.drafts import Author, DraftError, Drafts
from qstd.verbs.editing.errors import (
    RefusedError,
)
from tests.editing.places import ANNA, BODY_OF, REF, TEXT, again, put

NEW = {"heading": "Klage", "body": "Du kan klage."}


def journals(drafts: Drafts) -> list[str]:
    top = drafts.desk.home.root / ".qstd" / "drafts"
    return sorted(each.relative_to(top).as_posix() for each in top.rglob("*.jsonl"))


def test_a_full_disk_is_told_and_nothing_is_half_kept(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    drafts.change(REF, ANNA, put("Én"), "x")
    before = drafts.open(REF, ANNA)
    path = drafts.journals.path(REF, ANNA.session)
    size = path.stat().st_size
    write_some = os.write

    def full(file: int, data: bytes) -> int:
        if len(data) < 20:
            raise OSError(28, "No space left on device")
        return write_some(file, data[:10])

    monkeypatch.setattr(os, "write", full)
    with pytest.raises(RefusedError) as caught:
        drafts.change(REF, ANNA, put("To"), "x")
    monkeypatch.undo()

    assert "disken er fuld" in words(caught.value.finding.message, "da")
    assert path.stat().st_size == size
    assert drafts.open(REF, ANNA) == before
    assert "To" in drafts.change(REF, ANNA, put("To"), "x").text


def test_a_folder_that_can_only_be_read_is_told(drafts: Drafts, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr(Path, "mkdir", refuse)
    assert drafts.open(REF, ANNA).text == TEXT
    assert drafts.all(ANNA) == ()
    with pytest.raises(RefusedError) as caught:
        drafts.change(REF, ANNA, put("x"), "x")
    assert "der kan kun læses" in words(caught.value.finding.message, "da")


def test_two_programs_that_work_on_one_draft_lose_nothing(drafts: Drafts) -> None:
    other = again(drafts.desk)[1]
    fields = [("title",), ("sections", 0, "body"), BODY_OF, ("sections", 0, "heading")]
    for number in range(8):
        (drafts, other)[number % 2].change(REF, ANNA, put(f"Nr. {number}", fields[number % 4]), str(number))

    assert drafts.open(REF, ANNA) == other.open(REF, ANNA)
    assert all(f"Nr. {number}" in drafts.open(REF, ANNA).text for number in range(4, 8))


def test_many_threads_lose_nothing(drafts: Drafts) -> None:
    failed: list[Exception] = []

    def work(number: int) -> None:
        who = Author("Anna", f"s{number % 4}")
        for step in range(6):
            try:
                drafts.change(REF, who, [Insert(("waive", 0), {"code": "R001", "reason": f"n{number}-{step}"})], "w")
                drafts.others(REF, who)
                drafts.all(who)
            except DraftError as error:
                failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert failed == []
    for session in range(4):
        text = drafts.open(REF, Author("Anna", f"s{session}")).text
        assert all(f"n{number}-{step}" in text for number in (session, session + 4) for step in range(6))


def test_many_who_begin_at_once_lose_nothing(drafts: Drafts) -> None:
    together = threading.Barrier(16)
    failed: list[Exception] = []

    def work(number: int) -> None:
        together.wait()
        try:
            drafts.change(REF, Author("Anna", f"s{number}"), put("x"), "x")
        except Exception as error:  # whatever it is, the test tells
            failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert failed == []
    assert len(drafts.all(ANNA)) == 16


def test_many_who_write_one_file_at_once(tmp_path: Path) -> None:
    together = threading.Barrier(16)
    failed: list[Exception] = []

    def work(number: int) -> None:
        together.wait()
        for _ in range(20):
            try:
                depot.swap(tmp_path / "new" / "file", bytes([number]) * 100)
            except OSError as error:
                failed.append(error)

    threads = [threading.Thread(target=work, args=(number,)) for number in range(16)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()

    assert failed == []
    assert len(set((tmp_path / "new" / "file").read_bytes())) == 1
    assert [each.name for each in (tmp_path / "new").iterdir()] == ["file"]


def test_a_long_session_stays_small(drafts: Drafts, clock: list[float]) -> None:
    long = "Hjælpen ydes efter en konkret vurdering. " * 500
    for number in range(300):
        clock[0] += 5
        drafts.replace(REF, ANNA, TEXT.replace("gratis", long[number * 7 :]))
    path = drafts.journals.path(REF, ANNA.session)

    assert path.stat().st_size < 2_500_000
    assert again(drafts.desk)[1].open(REF, ANNA).text == drafts.open(REF, ANNA).text
    undone = 0
    while drafts.open(REF, ANNA).undo and undone < 250:
        drafts.undo(REF, ANNA)
        undone += 1
    assert undone >= 200


def test_a_journal_that_cannot_be_read_is_set_aside(drafts: Drafts) -> None:
    drafts.change(REF, ANNA, put("x"), "x")
    path = drafts.journals.path(REF, ANNA.session)
    path.write_bytes(b"\0" * 1000)

    assert drafts.open(REF, ANNA).text == TEXT
    drafts.change(REF, ANNA, put("y"), "x")
    assert [each.read_bytes() for each in (drafts.desk.home.root / ".qstd" / "discarded").rglob("*.jsonl")] == [
        b"\0" * 1000
    ]


def test_a_journal_that_is_spoilt_in_the_midst_is_kept_whole_aside(drafts: Drafts) -> None:
    for number in range(3):
        drafts.change(REF, ANNA, put(f"Nr. {number}"), str(number))
    path = drafts.journals.path(REF, ANNA.session)
    lines = path.read_bytes().splitlines(keepends=True)
    spoilt = b"".join((*lines[:2], b"x" * len(lines[2]), lines[3]))
    path.write_bytes(spoilt[: -len(lines[3]) - 1] + b"\n" + lines[3])
    fresh = again(drafts.desk)[1]

    assert "Nr. 0" in fresh.open(REF, ANNA).text
    fresh.change(REF, ANNA, put("y"), "x")
    (aside,) = (drafts.desk.home.root / ".qstd" / "discarded").rglob("*.jsonl")
    assert lines[3] in aside.read_bytes()
    assert json.loads(path.read_bytes().splitlines()[-1])["f"] == "x"


def test_words_of_errors_are_danish(drafts: Drafts) -> None:
    found = [errors.missing("x"), errors.refused("x", OSError(28, "")), errors.too_large("x")]

    assert all(words(each.finding.message, "da") and each.finding.hint for each in found)
