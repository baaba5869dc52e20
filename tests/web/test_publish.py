"""Building and publishing from the editor: in a process of its own, told step by step, nothing half there."""

import time
from pathlib import Path

import pytest

from qstd.verbs.editing.publishing import Publisher, State, Wish, page_file
from qstd.verbs.publish_goal import Goal
from qstd.workspace import Workspace
from tests.web.served import workspace_copy

LEJRE = "standards/lejre/stoettekontaktperson.yaml"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = workspace_copy(tmp_path)
    (folder / "standards" / "site.yaml").write_text("schema: 1\npublish: ../udgivet\n", "utf-8")
    return folder


def finished(publisher: Publisher, wish: Wish) -> State:
    assert publisher.start(wish)
    assert not publisher.start(wish)  # one at a time
    end = time.monotonic() + 120
    while publisher.state.busy and time.monotonic() < end:
        time.sleep(0.05)
    return publisher.state


def test_from_a_change_to_the_public(tmp_path: Path) -> None:
    inner = tmp_path / "arbejde"
    inner.mkdir()
    folder = workspace_copy(inner)
    (folder / "standards" / "site.yaml").write_text("schema: 1\npublish: ../udgivet\n", "utf-8")
    publisher = Publisher(Workspace(folder))
    assert set(publisher.waiting()) == {"lejre/stoettekontaktperson", "hvidovre/stoette-og-kontaktperson"}

    state = finished(publisher, Wish(dry=True))
    assert state.phase == "done", state.trouble
    assert state.sent is not None
    assert "lejre/stoettekontaktperson/index.html" in state.sent.new
    assert not (tmp_path / "udgivet").exists()
    assert publisher.waiting() == ()

    state = finished(publisher, Wish(send=True))
    assert state.phase == "done", state.trouble
    there = tmp_path / "udgivet" / "lejre" / "stoettekontaktperson" / "index.html"
    assert "frivillig for borgeren" in there.read_text("utf-8")

    file = folder / LEJRE
    file.write_text(file.read_text("utf-8").replace("frivillig for borgeren", "helt frivillig for borgeren"), "utf-8")
    assert publisher.waiting() == ("lejre/stoettekontaktperson",)
    state = finished(publisher, Wish(send=True))
    assert state.sent is not None
    assert all(each.startswith("pagefind/") for each in state.sent.new)
    assert "helt frivillig" in there.read_text("utf-8")

    found = page_file(publisher.out, "lejre/stoettekontaktperson/")
    assert found == publisher.out / "lejre" / "stoettekontaktperson" / "index.html"


def test_without_a_destination_it_says_what_to_do(tmp_path: Path) -> None:
    publisher = Publisher(Workspace(workspace_copy(tmp_path)))
    where = publisher.destination()
    assert not isinstance(where, Goal)
    assert "site.yaml" in where[1]


def test_a_disk_that_refuses_is_told_in_words(home: Path) -> None:
    (home / "build").write_text("i vejen", "utf-8")
    state = finished(Publisher(Workspace(home)), Wish())
    assert state.phase == "failed"
    assert state.trouble[0].startswith("Der kan ikke bygges")


def test_a_run_that_is_ended_says_so(home: Path) -> None:
    publisher = Publisher(Workspace(home))
    assert publisher.start(Wish())
    publisher.close()
    end = time.monotonic() + 20
    while publisher.state.busy and time.monotonic() < end:
        time.sleep(0.02)
    assert publisher.state.phase == "failed"


@pytest.mark.parametrize("path", ["../secret", "..", "a/../../b", ".qstd/x", "/etc/passwd", "a\\b", "a\0b", "link/x"])
def test_nothing_outside_the_site_is_sent(tmp_path: Path, path: str) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (tmp_path / "secret").write_text("x")
    (tmp_path / "x").write_text("x")
    (site / "link").symlink_to(tmp_path)
    assert page_file(site, path) is None
