"""Uploads: what is made of a stranger's file, and that a hostile one does no harm."""

import io
import json
import os
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest

from qstd.messages import words
from qstd.model.draft import Recognition
from qstd.model.outline import Spot
from qstd.readers.source import LIMIT
from qstd.verbs.editing import reading_apart, reading_child
from qstd.verbs.editing.drafts import Author
from qstd.verbs.editing.reading_apart import State, UploadError, Uploads, Wish
from qstd.verbs.editing.reading_child import Limits
from qstd.verbs.editing.staged import Result, SpoiltError, restored
from qstd.workspace import Workspace

READ = Path(__file__).parents[1] / "cases" / "read"
WHO = Author("Kim", "0" * 32)


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    (tmp_path / "standards" / "lejre").mkdir(parents=True)
    return Workspace(tmp_path)


def ended(uploads: Uploads, upload: str) -> State:
    for _ in range(3000):  # as long as a reading may take
        state = uploads.state(upload)
        assert state is not None
        if state.phase in ("done", "failed"):
            return state
        time.sleep(0.05)
    raise AssertionError("it is still being read")


def taken(home: Workspace, data: bytes, name: str, **more: Any) -> tuple[Uploads, State]:
    uploads = Uploads(home, **more)
    return uploads, ended(uploads, uploads.take(io.BytesIO(data), name, WHO))


def said(state: State) -> str:
    return " ".join(words(each.message, "da") for each in state.findings)


def test_a_pdf_is_read_apart_with_pictures_of_its_pages(home: Workspace) -> None:
    uploads, state = taken(home, (READ / "lejre-pdf" / "source.pdf").read_bytes(), "C:\\Mine filer\\Støtte.pdf")

    assert (state.phase, state.file, state.by) == ("done", "Støtte.pdf", WHO)
    result = uploads.result(state.id)
    assert result is not None
    assert result.recognition.account.status == "PASS"
    assert [each.number for each in result.pages] == [1, 2, 3]
    picture = uploads.picture(state.id, 1)
    assert picture is not None
    assert picture.startswith(b"\x89PNG")
    assert uploads.picture(state.id, 4) is None
    sections = result.recognition.drafts[0].standard.sections
    assert [bool(each) for each in result.passages[0]] == [True] * len(sections)
    spots = [each for own in result.passages[0] for each in own]
    assert len(spots) == len(set(spots))
    page = result.pages[0]
    assert all(each.box and each.box[2] <= page.width and each.box[3] <= page.height for each in spots)

    again = Uploads(home).result(state.id)  # as after a restart, from the files
    assert again == result


def test_a_word_file_with_several_standards(home: Workspace) -> None:
    data = (READ / "faxe-samling-pdf" / "source.pdf").read_bytes()
    uploads, state = taken(home, data, "samling.pdf")

    result = uploads.result(state.id)
    assert result is not None
    assert len(result.recognition.drafts) == len(result.texts) == len(result.passages) == 3
    assert not {"I223", "I225", "I226"} & {each.code for each in state.findings}, "a screen asks for that"


def test_what_is_missing_can_be_said_later(home: Workspace) -> None:
    data = b"# St\xc3\xb8tte\n\n## Form\xc3\xa5l\n\nAt hj\xc3\xa6lpe.\n"
    uploads, state = taken(home, data, "tekst.md")
    before = uploads.result(state.id)
    assert before is not None
    assert before.texts == ("",)

    uploads.again(state.id, Wish("lejre", "sel-99"))
    state = ended(uploads, state.id)

    after = uploads.result(state.id)
    assert after is not None
    assert "service: sel-99" in after.texts[0]
    assert state.wish == Wish("lejre", "sel-99")


def bomb() -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", b"<w:p>" + b" " * 300_000_000)
    return made.getvalue()


def scanned() -> bytes:
    from PIL import Image

    made = io.BytesIO()
    Image.new("RGB", (400, 600), "white").save(made, "pdf")
    return made.getvalue()


def deep() -> bytes:
    return b"%PDF-1.7\n1 0 obj\n" + b"[" * 2_000_000


HOSTILE = {
    "a zip bomb": (bomb, "bombe.docx"),
    "garbage": (lambda: os.urandom(1000) * 20_000, "støj.pdf"),
    "garbage that calls itself text": (lambda: os.urandom(1000) * 20_000, "støj.txt"),
    "a scanned PDF": (scanned, "skannet.pdf"),
    "a PDF without an end": (deep, "dyb.pdf"),
    "a picture": (lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "billede.docx"),
    "an old Word file": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000), "gammel.doc"),
    "half a Word file": (lambda: (READ / "lejre-docx-tabel" / "source.docx").read_bytes()[:3000], "halv.docx"),
    "HTML without an end": (lambda: b"<html><body>" + b"<div>" * 1_000_000, "dyb.html"),
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_a_hostile_file_gets_words_and_does_no_harm(kind: str, home: Workspace) -> None:
    make, name = HOSTILE[kind]
    began = time.monotonic()

    uploads, state = taken(home, make(), name)

    assert state.phase == "failed", uploads.result(state.id)
    assert said(state)
    assert all(each.hint for each in state.findings if each.severity == "error")
    assert time.monotonic() - began < 60
    assert uploads.result(state.id) is None
    assert sorted(each.name for each in home.root.iterdir()) == [".qstd", "standards"]
    assert not list((home.root / "standards" / "lejre").iterdir())


EDITED = Wish(into="lejre/stoette")


@pytest.mark.parametrize("kind", ["a zip bomb", "a picture", "half a Word file", "an old Word file"])
def test_a_hostile_file_that_calls_itself_edited_gets_words_too(kind: str, home: Workspace) -> None:
    make, name = HOSTILE[kind]
    uploads = Uploads(home)
    state = ended(uploads, uploads.take(io.BytesIO(make()), name, WHO, EDITED))

    assert state.phase == "failed"
    assert said(state)
    assert uploads.edited(state.id) is None
    assert sorted(each.name for each in home.root.iterdir()) == [".qstd", "standards"]


def test_an_edited_file_is_no_new_standard_and_is_believed_by_nobody(home: Workspace) -> None:
    uploads = Uploads(home)
    data = (READ / "lejre-docx-tabel" / "source.docx").read_bytes()
    state = ended(uploads, uploads.take(io.BytesIO(data), "rettet.docx", WHO, EDITED))

    assert state.phase == "done", said(state)
    assert uploads.edited(state.id) is not None
    assert uploads.result(state.id) is None
    folder = uploads.folder(state.id)
    assert folder is not None
    for spoilt in (b"{}", b"[", b'{"edited": 1}', b'{"edited": {"outline": {}, "findings": []}}'):
        (folder / "made" / "result.json").write_bytes(spoilt)
        assert Uploads(home).edited(state.id) is None


def test_a_file_that_takes_too_long_is_given_up(home: Workspace) -> None:
    _, state = taken(home, (READ / "lejre-pdf" / "source.pdf").read_bytes(), "lang.pdf", wall=0.05)

    assert "for længe" in said(state)


def test_so_is_one_that_keeps_the_processor_busy(home: Workspace) -> None:
    data = ("Borgeren kan få hjælp. " * 40_000 + "\n\n").encode()
    _, state = taken(home, data, "lang.txt", limits=Limits(seconds=1))

    assert "for længe" in said(state)


def test_and_one_that_needs_too_much_memory(home: Workspace) -> None:
    data = b"# A\n\n" + b"Hj\xc3\xa6lp til borgere. " * 400_000
    _, state = taken(home, data, "stor.md", limits=Limits(memory=200_000_000))

    assert state.phase == "failed"
    assert "pakket ud" in said(state) or "Den er måske i stykker" in said(state)


@pytest.mark.parametrize(
    ("data", "words_"), [(b"", "tom"), (b"x" * (LIMIT + 1), "større end 50 MB")], ids=["empty", "large"]
)
def test_what_is_not_taken_in_leaves_nothing(data: bytes, words_: str, home: Workspace) -> None:
    uploads = Uploads(home)

    with pytest.raises(UploadError) as error:
        uploads.take(io.BytesIO(data), "fil.pdf", WHO)

    assert words_ in words(error.value.finding.message, "da")
    assert uploads.all() == ()
    assert not list((home.root / ".qstd" / "uploads").iterdir())


def test_not_too_many_at_a_time(home: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading_apart, "_WAITING", 0)
    monkeypatch.setattr(Uploads, "_read", lambda self, state: None)
    uploads = Uploads(home)
    for number in range(reading_apart._AT_ONCE):
        uploads.take(io.BytesIO(b"x"), f"{number}.txt", WHO)

    with pytest.raises(UploadError):
        uploads.take(io.BytesIO(b"x"), "en til.txt", WHO)


@pytest.mark.parametrize("name", ["..", "", "0" * 31, "0" * 33, "../" + "0" * 32, "G" * 32, "0" * 32 + "\n", "0" * 32])
def test_no_other_folder_can_be_named(name: str, home: Workspace) -> None:
    uploads = Uploads(home)

    assert uploads.state(name) is None
    assert uploads.folder(name) is None
    assert uploads.result(name) is None
    assert uploads.picture(name, 1) is None
    uploads.drop(name)
    uploads.again(name)


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../a.pdf", "a.pdf"),
        ("a\nb.pdf", "ab.pdf"),
        ("", "fil"),
        ("\udcff.pdf", ".pdf"),
        ("x" * 999 + ".docx", "x" * 150 + ".docx"),
    ],
)
def test_the_name_of_a_file_is_only_shown(given: str, shown: str) -> None:
    assert reading_apart._shown(given) == shown


def test_reading_that_was_interrupted_can_be_done_again(home: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Uploads, "_begin", lambda self, state: None)
    upload = Uploads(home).take(io.BytesIO(b"# A\n\nEt afsnit.\n"), "a.md", WHO)
    monkeypatch.undo()
    uploads = Uploads(home)
    state = uploads.state(upload)
    assert state is not None
    assert state.phase == "failed"
    assert "blev stoppet" in said(state)

    uploads.again(upload)

    assert ended(uploads, upload).phase == "done"


def test_what_is_dropped_is_gone(home: Workspace) -> None:
    uploads, state = taken(home, b"# A\n\nEt afsnit.\n", "a.md")

    uploads.drop(state.id)

    assert uploads.state(state.id) is None
    assert uploads.result(state.id) is None
    assert uploads.all() == ()


def test_old_ones_are_swept(home: Workspace) -> None:
    uploads, state = taken(home, b"# A\n\nEt afsnit.\n", "a.md")
    folder = uploads.folder(state.id)
    assert folder is not None
    long_ago = time.time() - 31 * 86_400
    for each in folder.iterdir():
        os.utime(each, (long_ago, long_ago))

    (folder / "review.json").write_text("{}", "utf-8")
    assert Uploads(home).state(state.id), "somebody works on it"
    os.utime(folder / "review.json", (long_ago, long_ago))

    assert Uploads(home).all() == ()
    assert not folder.exists()


# ---------- Nothing that the process leaves is believed ----------


@pytest.mark.parametrize(
    "spoilt",
    [
        b"", b"{", b"[]", b"null", b'{"recognition": 1}', b'{"recognition": {}}', b"[" * 200_000,
        b'{"recognition": {"drafts": [], "account": {}}, "outline": {}}', b"\x80\x04\x95",
    ],
)  # fmt: skip
def test_a_spoilt_result_is_none(spoilt: bytes, home: Workspace) -> None:
    uploads, state = taken(home, b"# A\n\nEt afsnit.\n", "a.md")
    folder = uploads.folder(state.id)
    assert folder is not None
    (folder / "made" / "result.json").write_bytes(spoilt)

    assert Uploads(home).result(state.id) is None


def test_pages_that_are_no_numbers_are_left_out(home: Workspace) -> None:
    uploads, state = taken(home, (READ / "lejre-pdf" / "source.pdf").read_bytes(), "a.pdf")
    folder = uploads.folder(state.id)
    assert folder is not None
    (folder / "made" / "pages.json").write_text(
        '{"number": "../../../secret", "width": 1, "height": 1}\n{"number": 1, "width": 1', "utf-8"
    )

    result = Uploads(home).result(state.id)

    assert result is not None
    assert result.pages == ()


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (Spot, {"page": True}), (Spot, {"page": 1.5}), (Spot, {"pages": 1}), (Spot, []), (Spot, {"box": [1, 2, 3]}),
        (Recognition, {}), (Result, {"outline": None}), (Spot, {"box": ["1", 2, 3, 4]}),
    ],
)  # fmt: skip
def test_a_value_of_another_type_is_refused(kind: type, value: object) -> None:
    with pytest.raises(SpoiltError):
        restored(kind, value)


@pytest.mark.parametrize("source", sorted(READ.glob("*/source.*"))[::7], ids=lambda each: each.parent.name)
def test_what_is_read_comes_back_as_it_was(source: Path, tmp_path: Path) -> None:
    from qstd.model.plain import plain
    from qstd.verbs import importing

    made = importing.load(source, Workspace(tmp_path), importing.Wish(split=True))
    if made.outline is None or made.recognition is None:
        return
    given = {"outline": plain(made.outline), "recognition": plain(made.recognition), "findings": plain(made.findings)}

    result = restored(Result, json.loads(json.dumps(given)))

    assert (result.outline, result.recognition, result.findings) == (made.outline, made.recognition, made.findings)


def test_the_process_may_write_in_its_own_folder_only(tmp_path: Path) -> None:
    top = os.path.join(tmp_path, "")  # noqa: PTH118  # with its end
    allowed: list[tuple[str, tuple[Any, ...]]] = [
        ("open", (str(tmp_path / "a"), "w", os.O_WRONLY | os.O_CREAT)),
        ("open", ("/etc/passwd", "r", os.O_RDONLY)),
        ("os.rename", (tmp_path / "a", tmp_path / "b", -1, -1)),
        ("os.mkdir", (str(tmp_path), 0o777, -1)),
        ("import", ("json", None)),
    ]
    for event, given in allowed:
        reading_child._judge(event, given, top)
    denied: list[tuple[str, tuple[Any, ...]]] = [
        ("open", (str(tmp_path / ".." / "a"), "w", os.O_WRONLY | os.O_CREAT)),
        ("open", (tmp_path.parent / "a", None, os.O_RDWR)),
        ("os.rename", (tmp_path / "a", "/tmp/b", -1, -1)),
        ("os.remove", (f"{tmp_path}x", -1)),
        ("socket.connect", (None, ("10.0.0.1", 80))),
        ("subprocess.Popen", ("sh", [], None, None)),
        ("os.system", (b"sh",)),
        ("os.posix_spawn", ("sh", [], {})),
    ]
    for event, given in denied:
        with pytest.raises(PermissionError):
            reading_child._judge(event, given, top)
