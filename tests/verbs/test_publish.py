"""Publishing: what is sent and in which order, what is never touched, and that a run can end anywhere."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.remote import Folder, RemoteError, patience
from qstd.verbs.publish import prepare
from qstd.verbs.publish_list import NAME, Mark, Published, dump, is_ours, load
from tests.remote.places import SITE, Memory, connected, lay_out, lost, publish

FUZZ = int(os.environ.get("QSTD_FUZZ", "40"))


@pytest.fixture(autouse=True)
def _no_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PAUSES", (0.0, 0.0))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return lay_out(tmp_path / "site")


def sent(place: Memory) -> list[str]:
    """The changes but for those of our own list."""
    return [each for each in place.log if not each.endswith(NAME)]


def test_everything_comes_in_order(site: Path) -> None:
    place = Memory()
    publish(site, lambda: place)

    assert place.texts == SITE
    order = sent(place)
    assert set(order[:2]) == {"+assets/qstd.css", "+lejre/ledsagelse/ledsagelse.pdf"}
    assert order[2:4] == ["+lejre/ledsagelse/index.html", "+lejre/index.html"]
    assert order[4:] == ["+404.html", "+lejre/standarder.json", "+feed.xml", "+index.html"]
    assert place.log[0] == place.log[-1] == f"+{NAME}"


def test_twice_sends_nothing(site: Path) -> None:
    place = Memory()
    publish(site, lambda: place)
    place.log.clear()
    ready = publish(site, lambda: place)

    assert place.log == []
    assert len(ready.plan.same) == len(SITE)


def test_one_page_changed_is_that_page_only(site: Path) -> None:
    place = Memory()
    publish(site, lambda: place)
    place.log.clear()
    lay_out(site, {"lejre/index.html": "kommunen med nyt"})
    publish(site, lambda: place)

    assert sent(place) == ["+lejre/index.html"]


def test_deletions_come_last_and_are_only_ours(site: Path) -> None:
    place = Memory({"lejre/fremmed.html": b"theirs", "lejre/.htaccess": b"theirs", "andet/x": b"theirs"})
    publish(site, lambda: place)
    place.log.clear()
    (site / "404.html").unlink()
    lay_out(site, {"index.html": "ny forside"})
    ready = publish(site, lambda: place)

    assert ready.plan.removed == ("404.html",)
    assert sent(place) == ["+index.html", "-404.html"]
    assert {"lejre/fremmed.html", "lejre/.htaccess", "andet/x"} <= set(place.files)


def test_a_file_that_others_have_changed_since_stays(site: Path) -> None:
    place = Memory()
    publish(site, lambda: place)
    (site / "404.html").unlink()
    place.files["404.html"] = b"their own page now"
    ready = publish(site, lambda: place)

    assert ready.plan.kept == ("404.html",)
    assert place.files["404.html"] == b"their own page now"
    assert "404.html" not in load(place.files[NAME]).files
    assert publish(site, lambda: place).plan.kept == ()


def test_a_page_that_others_have_changed_or_lost_is_sent_again(site: Path) -> None:
    place = Memory()
    publish(site, lambda: place)
    place.log.clear()
    place.files["index.html"] = b"hacked"
    del place.files["feed.xml"]
    publish(site, lambda: place)

    assert place.texts == SITE
    assert sent(place) == ["+feed.xml", "+index.html"]


BROKEN = [b"", b"{", b"[]", b'{"version": 2, "files": {}}', b"[" * 100_000, b'{"version": 1}', b"\xff"]


@pytest.mark.parametrize("data", [None, *BROKEN])
def test_without_a_list_files_are_compared(site: Path, data: bytes | None) -> None:
    there = {path: text.encode() for path, text in SITE.items()} | {"index.html": b"FORSIDE", "gammel.html": b"x"}
    place = Memory(there | ({} if data is None else {NAME: data}))
    ready = publish(site, lambda: place)

    assert ready.before.state == ("none" if data is None else "broken")
    assert ready.plan.strange == ready.plan.changed == ("index.html",)
    assert ready.plan.removed == ()
    assert sent(place) == ["+index.html"]
    assert "gammel.html" in place.files


LIES = {
    "../x": ["0" * 64, 1],
    "/x": ["0" * 64, 1],
    "a//x": ["0" * 64, 1],
    ".htaccess": ["0" * 64, 6],
    "a\\..\\x": ["0" * 64, 1],
    "short": ["0" * 63, 1],
    "true": ["0" * 64, True],
    "list": "00",
}


def test_a_list_that_lies_is_believed_in_nothing_dangerous() -> None:
    lying = load(json.dumps({"version": 1, "files": LIES, "pending": LIES}).encode())

    assert lying == Published()
    assert not any(map(is_ours, ["", "/", "a/", ".", "..", "a/../b", "a/.b"]))
    assert all(map(is_ours, ["a", "a/b.html", "æ/ø å.pdf"]))


def test_a_list_reads_back() -> None:
    files = {"a": Mark("a" * 64, 1), "b/æ": Mark("b" * 64, 2)}

    assert load(dump(files, {})) == Published(files)
    assert load(dump({}, files)) == Published({}, files)
    assert dump(files, {}).count(b"\n") == 2


def test_what_was_left_half_sent_goes(site: Path) -> None:
    place = Memory({"lejre/.index.html.qstd-part": b"half"})
    publish(site, lambda: place)

    assert set(place.files) == {*SITE, NAME}


def test_a_run_that_is_stopped_goes_on_where_it_was(site: Path) -> None:
    place = Memory()

    def stop(change: str) -> None:
        if change == "+lejre/index.html":
            raise KeyboardInterrupt

    place.breaks = stop
    with pytest.raises(KeyboardInterrupt):
        publish(site, lambda: place)
    assert "index.html" not in place.files
    place.breaks = lambda change: None
    place.log.clear()
    publish(site, lambda: place)

    assert place.texts == SITE
    assert "+lejre/ledsagelse/index.html" not in sent(place)
    assert "+assets/qstd.css" not in sent(place)


def test_a_page_that_a_lost_run_had_changed_is_still_ours(site: Path) -> None:
    place = Memory()
    publish(site, lambda: place)
    lay_out(site, {"404.html": "en længere tekst", "index.html": "også ny"})
    place.breaks = lambda change: lost(change) if change == "+index.html" else None
    with pytest.raises(RemoteError, match="lost"):
        publish(site, lambda: place)
    place.breaks = lambda change: None
    assert place.texts["404.html"] == "en længere tekst"
    (site / "404.html").unlink()
    ready = publish(site, lambda: place)

    assert (ready.plan.removed, ready.plan.kept) == (("404.html",), ())
    assert "404.html" not in place.files


def test_a_strange_file_of_the_same_size_is_not_taken_for_ours_after_a_lost_run(site: Path) -> None:
    place = Memory({"index.html": b"FORSIDE"})

    def stop(change: str) -> None:
        if change == "+index.html":
            raise KeyboardInterrupt

    place.breaks = stop
    with pytest.raises(KeyboardInterrupt):
        publish(site, lambda: place)
    place.breaks = lambda change: None
    publish(site, lambda: place)

    assert place.files["index.html"] == b"forside"


def test_a_lost_connection_is_opened_again(site: Path) -> None:
    place = Memory()
    left = [1, 1]
    place.breaks = lambda change: lost(change) if left and left.pop() else None
    publish(site, lambda: place)

    assert place.texts == SITE


def test_a_connection_that_stays_lost_is_given_up(site: Path) -> None:
    place = Memory()
    place.breaks = lambda change: lost(change) if change == "+feed.xml" else None
    with pytest.raises(RemoteError, match="lost"):
        publish(site, lambda: place)
    place.breaks = lambda change: None

    assert "index.html" not in place.files
    assert publish(site, lambda: place).plan.new == ("feed.xml", "index.html")


def test_the_list_is_saved_now_and_then(tmp_path: Path) -> None:
    site = lay_out(tmp_path, {"index.html": "x", **{f"{number:03}.pdf": "x" * 5_000 for number in range(40)}})
    place = Memory()
    publish(site, lambda: place)
    lists = [place.log.index(each) for each in place.log if each.endswith(NAME)]

    assert 4 <= place.log.count(f"+{NAME}") <= 12
    assert lists[0] == 0


# ---- Anything, at any time

PATHS = st.sampled_from(["index.html", "a.html", "a/index.html", "a/b/index.html", "a/b/b.pdf", "feed.xml", "c.css"])
SITES = st.dictionaries(PATHS, st.sampled_from(["", "x", "y", "xyz"]), max_size=6).map(
    lambda files: files | {"index.html": files.get("index.html", "front")}
)


@settings(max_examples=FUZZ, deadline=None)
@given(
    st.lists(SITES, min_size=1, max_size=3),
    st.dictionaries(st.sampled_from(["theirs.html", "a/theirs", "c.css"]), st.just("t")),
    st.lists(st.tuples(st.integers(0, 12), st.sampled_from([KeyboardInterrupt(), RemoteError("full"), OSError()]))),
)
def test_whatever_happens_the_place_ends_as_the_site_is(
    sites: list[dict[str, str]], foreign: dict[str, str], stops: list[tuple[int, BaseException]]
) -> None:
    place = Memory({path: text.encode() for path, text in foreign.items()})
    waiting = list(stops)
    with TemporaryDirectory() as folder:
        for number, files in enumerate(sites):
            site = lay_out(Path(folder) / str(number), files)
            while waiting:
                after, error = waiting.pop()
                place.breaks = counted(after, error)
                try:
                    publish(site, lambda: place)
                except (KeyboardInterrupt, RemoteError, OSError):
                    continue
                break
            place.breaks = lambda change: None
            publish(site, lambda: place)
            assert place.texts == {**{path: t for path, t in foreign.items() if path in place.files}, **files}
            assert {path for path in foreign if path not in place.files} <= {"c.css"}
            place.log.clear()
            publish(site, lambda: place)
            assert place.log == []


def counted(after: int, error: BaseException) -> Callable[[str], None]:
    """Return what breaks a place after so many changes."""
    left = [after]

    def breaks(change: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise error

    return breaks


@settings(max_examples=FUZZ, deadline=None)
@given(SITES, st.integers(0, 12))
def test_the_front_page_is_never_there_before_what_it_leads_to(files: dict[str, str], after: int) -> None:
    place = Memory()
    place.breaks = counted(after, KeyboardInterrupt())
    with TemporaryDirectory() as folder:
        try:
            publish(lay_out(Path(folder), files), lambda: place)
        except KeyboardInterrupt:
            assert "index.html" not in place.files or place.texts == files


# ---- A folder


def test_a_folder(site: Path, tmp_path: Path) -> None:
    place = tmp_path / "www"
    publish(site, lambda: Folder(place))
    (site / "lejre" / "ledsagelse" / "index.html").unlink()
    (site / "lejre" / "ledsagelse" / "ledsagelse.pdf").unlink()
    publish(site, lambda: Folder(place))

    found = {each.relative_to(place).as_posix() for each in place.rglob("*") if each.is_file()}
    assert found == {path for path in SITE if "ledsagelse/" not in path} | {NAME}
    assert not (place / "lejre" / "ledsagelse").exists()


def test_hidden_files_of_the_build_are_not_sent(site: Path, tmp_path: Path) -> None:
    lay_out(site, {".manifest.json": "[]", ".cache/x": "x", "lejre/.x.1.part": "x"})
    place = Memory()
    publish(site, lambda: place)

    assert place.texts == SITE


def test_preparing_changes_nothing(site: Path) -> None:
    place = Memory()
    with connected(lambda: place) as lanes:
        prepare(site, lanes)

    assert place.log == []
