"""What goes wrong while a site is built: the rest is built, nothing is lost, the site is whole, and the next build mends it."""

import datetime as dt
import errno
import json
import os
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from qstd import depot
from qstd.messages import words
from qstd.model.theme import Theme
from qstd.site import manifest
from qstd.verbs.building import Built, Order, inputs, reading, switch
from qstd.verbs.building.folders import read_folder
from qstd.verbs.building.workers import Alone, Workers
from qstd.workspace import Workspace
from tests.building.small import DAY, again, lay_out, order, pretending, read_site, whole
from tests.history.repository import Repository


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return lay_out(tmp_path)


def put(home: Workspace, name: str, text: str) -> None:
    path = home.root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.unlink(missing_ok=True)
    path.write_text(text, "utf-8")


def more(home: Workspace, name: str = "standards/lejre/a.yaml") -> None:
    """Change a standard a little."""
    put(home, name, (home.root / name).read_text("utf-8").replace("er gratis.\n", "er gratis. Ring til os.\n", 1))


def told(built: Built) -> list[str]:
    return [f"{each.code} {each.place.file}: {words(each.message, 'da')}" for each in built.findings]


# ---------- The disk


def refuse(after: int, real: Callable[..., Any], code: int) -> Callable[..., Any]:
    """Return a door that lets so many through."""
    count = iter(range(10**6))

    def door(*args: Any) -> Any:
        if next(count) >= after:
            raise OSError(code, os.strerror(code), str(args[-1]))
        return real(*args)

    return door


@pytest.mark.parametrize("after", [0, 1, 7])
def test_a_disk_that_is_full_while_pages_are_made_leaves_the_site_as_it_was(
    after: int, home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(order(home))
    before = read_site(home.root / "site")
    more(home)
    with monkeypatch.context() as full:
        full.setattr(depot.Store, "_write", refuse(after, depot.Store._write, errno.ENOSPC))
        with pytest.raises(OSError, match="space"):
            again(order(home))
        assert read_site(home.root / "site") == before
    assert finished(home)


@pytest.mark.parametrize("after", [0, 1, 7])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_disk_that_refuses_while_pages_are_put_in_place_leaves_whole_files(
    after: int, code: int, home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(order(home))
    before = read_site(home.root / "site")
    more(home)
    with monkeypatch.context() as full:
        full.setattr(depot, "place", refuse(after, depot.place, code))
        for _ in range(2):
            with pytest.raises(OSError) as raised:
                again(order(home))
            assert raised.value.errno == code
        between = read_site(home.root / "site")
    after_all = finished(home)
    assert all(data in (before.get(path), after_all.get(path)) for path, data in between.items())


def finished(home: Workspace) -> dict[str, bytes]:
    """Build again, and see that this gives what a first build would."""
    again(order(home))
    elsewhere = lay_out(home.root / "elsewhere", {})
    again(Order(home, elsewhere.root / "site", DAY, order(home).choices))
    site, expected = read_site(home.root / "site"), read_site(elsewhere.root / "site")
    assert site == expected
    assert not list((home.root / "build").rglob("switch.json"))
    return site


@pytest.mark.parametrize(
    "spoil",
    [
        lambda site: (site / "lejre/a/index.html").unlink() or (site / "lejre/a/index.html").mkdir(),
        lambda site: (site / "hvidovre").rename(site / "x") and (site / "hvidovre").write_text("a file"),
    ],
    ids=["a folder where a page is to be", "a file where a folder is to be"],
)
def test_something_in_the_way_is_told_and_can_be_taken_away(spoil: Callable[[Path], Any], home: Workspace) -> None:
    again(order(home))
    spoil(home.root / "site")
    for _ in range(2):
        with pytest.raises(OSError):
            again(order(home))
    for path in ("lejre/a/index.html", "hvidovre"):
        target = home.root / "site" / path
        if target.is_dir() == path.endswith("html"):
            target.rmdir() if target.is_dir() else target.unlink()
    again(order(home))
    assert (home.root / "site/lejre/a/index.html").is_file()
    assert (home.root / "site/hvidovre/c/index.html").is_file()


# ---------- What builds keep


def cached(home: Workspace, pattern: str) -> list[Path]:
    found = sorted((home.root / "build/.cache").glob(pattern))
    assert found, pattern
    return found


@pytest.mark.parametrize("pattern", ["site/*/state.json", "store/index.jsonl"])
@pytest.mark.parametrize("data", [b"", b"[", b"\xff\xfe", b"{}", b"null", b"[1]\n[1, 2, 3]\n[[], {}, []]"])
def test_what_builds_keep_may_be_spoilt(pattern: str, data: bytes, home: Workspace) -> None:
    again(order(home))
    for each in cached(home, pattern):
        each.write_bytes(data)
    more(home)
    assert finished(home)


def test_half_a_line_at_the_end_of_the_list_spoils_no_other(home: Workspace) -> None:
    again(whole(home), pretending)
    index = cached(home, "store/index.jsonl")[0]
    lines = index.read_bytes().splitlines()
    index.write_bytes(b"\n".join([*lines[:-1], lines[-1][: len(lines[-1]) // 2]]))
    path, before = home.standards / "lejre" / "a.yaml", (home.standards / "lejre" / "a.yaml").read_text("utf-8")
    more(home)
    there, first = path.read_text("utf-8"), again(whole(home), pretending)
    put(home, "standards/lejre/a.yaml", before)
    assert again(whole(home), pretending).kept == len(first.made) - 1
    put(home, "standards/lejre/a.yaml", there)
    assert again(whole(home), pretending).kept == len(first.made)


@pytest.mark.parametrize("also", ["", "store/index.jsonl", "site/*/state.json"])
def test_a_content_that_is_no_longer_what_it_was_is_made_again_and_told(also: str, home: Workspace) -> None:
    again(order(home))
    expected = read_site(home.root / "site")
    for each in cached(home, "store/??/*"):
        each.write_bytes(b"x" * each.stat().st_size)  # a content is the same file as the one that people see
    if also:
        cached(home, also)[0].unlink()
    built = again(order(home))
    assert read_site(home.root / "site") == expected
    assert also == "store/index.jsonl" or built.spoilt > 30


@pytest.mark.parametrize("left", [b"", b"half of", b"x" * 15])
def test_a_content_that_was_written_by_half_is_written_anew(left: bytes, tmp_path: Path) -> None:
    """A program that is killed while it writes leaves what it had come to."""
    store, data = depot.Store(tmp_path), b"half of a thing"
    digest = store.put(data)
    page = tmp_path / "page"
    depot.place(store.path(digest), page)
    store.path(digest).unlink()
    store.path(digest).write_bytes(left)
    assert store.get(digest) is None
    store.path(digest).write_bytes(left)
    assert store.put(data) == digest
    assert (store.get(digest), page.read_bytes()) == (data, data)
    assert not list(tmp_path.rglob("*.part"))


def test_a_content_that_the_disk_has_no_room_for_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = depot.Store(tmp_path)
    with monkeypatch.context() as full:
        full.setattr(depot, "_write_all", refuse(0, depot._write_all, errno.ENOSPC))
        with pytest.raises(OSError, match="space"):
            store.put(b"data")
    assert not [each for each in tmp_path.rglob("*") if each.is_file()]
    assert store.get(store.put(b"data")) == b"data"


def test_a_page_that_was_written_into_is_made_again(home: Workspace) -> None:
    again(order(home))
    page = home.root / "site/lejre/a/index.html"
    expected = page.read_bytes()
    with page.open("ab") as file:
        file.write(b"mine")
    built = again(order(home))
    assert page.read_bytes() == expected
    assert [each.paths[0] for each in built.made] == ["lejre/a/index.html"]


def test_what_the_kept_files_name_lies_in_the_store_and_in_the_site(home: Workspace) -> None:
    """Somebody else may have written them: they lead to no file outside."""
    again(order(home))
    mine = home.standards / "lejre" / "b.yaml"
    text = mine.read_bytes()
    index = cached(home, "store/index.jsonl")[0]
    rows = [json.loads(each) for each in index.read_bytes().split(b"\n")[1:]]
    some = cached(home, "store/??/*")[0].name
    paths = {"../outside.html": os.path.relpath(mine, index.parent / "..")}
    index.write_text("\n".join(json.dumps([key, paths, []]) for key, _files, _ in rows), "utf-8")
    (cached(home, "site/*")[0] / switch.JOURNAL).write_text(
        json.dumps([[["../outside.html", some], ["a", str(mine)]], ["../standards/lejre/b.yaml"]]), "utf-8"
    )
    for each in cached(home, "site/*/state.json"):
        each.unlink()
    assert finished(home)
    assert mine.read_bytes() == text
    assert not (home.root / "outside.html").exists()


# ---------- Files that change meanwhile


@pytest.mark.parametrize("how", ["between looking and reading", "while it was read, and back", "while pages are made"])
def test_a_file_that_changes_while_the_site_is_built_stops_it(
    how: str, home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(order(home))
    before = read_site(home.root / "site")
    more(home)
    path = home.standards / "lejre" / "a.yaml"
    real = read_folder

    def meanwhile(*args: Any) -> Any:
        text = path.read_bytes()
        path.write_bytes(text.replace(b"Ring til os", b"Skriv til os"))
        read = real(*args)
        if how.endswith("back"):
            path.write_bytes(text)
        return read

    def hire(themes: Mapping[str, Theme], weight: int, here: bool) -> Workers:
        if how == "while pages are made" and not here:
            path.write_bytes(path.read_bytes().replace(b"Ring til os", b"Skriv til os"))
        return Alone(themes)

    with monkeypatch.context() as patch:
        if how != "while pages are made":
            patch.setattr(reading, "read_folder", meanwhile)
        with pytest.raises(inputs.ChangedMeanwhileError):
            again(order(home), hire)
    assert read_site(home.root / "site") == before
    assert b"Skriv til os" in path.read_bytes() or how.endswith("back")
    assert finished(home)


def test_a_folder_that_cannot_be_opened_keeps_the_pages_it_had(
    home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    again(order(home))
    before = read_site(home.root / "site")
    real, closed = os.scandir, str(home.standards / "lejre")

    def scandir(path: Any) -> Any:
        if str(path) == closed:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), closed)
        return real(path)

    with monkeypatch.context() as patch:
        patch.setattr(os, "scandir", scandir)
        built = again(order(home))
        assert "Y014 standards/lejre" in [each.partition(":")[0] for each in told(built)]
        assert (built.broken, built.removed) == (("lejre",), ())
    assert set(before) == set(read_site(home.root / "site"))
    assert finished(home) == before


def test_a_file_of_somebody_else_in_the_site_stays(home: Workspace) -> None:
    again(order(home))
    mine = home.root / "site" / "lejre" / "a" / "not-ours.txt"
    mine.write_text("x")
    (home.standards / "lejre" / "a.yaml").unlink()
    again(order(home))
    assert [each.name for each in mine.parent.iterdir()] == [mine.name]


@pytest.mark.parametrize(
    "data", [b"", b"[", b'{"a": 1}', b'["../../etc/passwd", "/etc/passwd", 7, "", "c:/a", "\\\\b"]']
)
def test_a_list_of_files_that_cannot_be_trusted_takes_nothing_away(data: bytes) -> None:
    assert manifest.load(data) == frozenset()


def test_with_a_history_too_the_site_is_that_of_a_first_build(home: Workspace) -> None:
    repository = Repository(home.root)
    repository.commit({".gitignore": "build\nsite\n"})
    again(order(home))
    more(home)
    changed = again(order(home))
    assert "lejre/a/index.html" in [each.paths[0] for each in changed.made]
    repository.commit()
    again(order(home))
    repository.commit({"standards/lejre/b.yaml": (home.standards / "lejre" / "b.yaml").read_text().replace("S", "s")})
    again(order(home))
    repository.git("clone", "--quiet", ".", str(home.root / "build" / "clone"))
    clone = Workspace(home.root / "build" / "clone")
    again(order(clone))
    assert read_site(clone.root / "site") == read_site(home.root / "site")


# ---------- Memory and days


def test_a_store_throws_away_what_no_page_has_had_for_a_long_time(
    home: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("qstd.verbs.building.anew._SPARE", 0)
    monkeypatch.setattr("qstd.verbs.building.anew._ROOM", 0)
    again(whole(home), pretending)
    contents = {each.name for each in cached(home, "store/??/*")}
    more(home)
    again(whole(home), pretending)
    assert contents <= {each.name for each in cached(home, "store/??/*")}, "they are young"
    for each in cached(home, "store/??/*"):
        os.utime(each, (0, 0))
    again(whole(home, DAY + dt.timedelta(days=1)), pretending)
    kept = {each.name for each in cached(home, "store/??/*")}
    assert kept < contents | kept
    site = read_site(home.root / "site")
    assert len(kept) <= len(site)
    (home.root / "site" / "robots.txt").unlink()
    assert again(whole(home, DAY + dt.timedelta(days=1)), pretending).kept == 1
    assert again(whole(home), pretending).written
    assert {**site, **read_site(home.root / "site")}.keys() == site.keys()
