"""Committing: what git has under way is left alone, with a reason; a repository that cannot be committed to is as it was."""

import os
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from qstd import history
from qstd.history import Person, Refusal, recording
from tests.history.repository import Repository

ANNE = Person("Anne Åben", "anne@eksempel.dk")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Repository:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    made = Repository(tmp_path / "repository")
    made.commit({"m/a.yaml": "one\n", "m/b.yaml": "b\n"}, tag="v1")
    made.commit({"m/a.yaml": "two\n"})
    return made


def state(folder: Path) -> dict[str, bytes]:
    return {str(each): each.read_bytes() for each in folder.rglob("*") if each.is_file()}


def commit(repository: Repository) -> str:
    return history.record({repository.folder / "m" / "a.yaml": b"three\n"}, "Tre\n\nmere", ANNE)


def stop(repository: Repository, *words: str) -> None:
    """Begin something with git that it cannot end by itself."""
    repository.git("checkout", "--quiet", "-B", "other", "v1")
    repository.commit({"m/a.yaml": "another\n"})
    with pytest.raises(subprocess.CalledProcessError):
        repository.git(*words)


STATES: dict[str, tuple[str, Callable[[Repository], object]]] = {
    "merge": ("under_way", lambda it: stop(it, "merge", "--quiet", "main")),
    "rebase": ("under_way", lambda it: stop(it, "rebase", "--quiet", "main")),
    "cherry-pick": ("under_way", lambda it: stop(it, "cherry-pick", "main")),
    "revert": ("under_way", lambda it: stop(it, "revert", "--no-edit", "v1")),
    "detached": ("detached", lambda it: it.git("checkout", "--quiet", "--detach")),
    "locked": ("locked", lambda it: (it.folder / ".git" / "index.lock").touch()),
}


@pytest.mark.parametrize("name", STATES)
def test_what_is_under_way_is_left_alone(repository: Repository, name: str) -> None:
    reason, begin = STATES[name]
    begin(repository)
    before = state(repository.folder)
    refusal = history.ready(repository.folder / "m")
    assert refusal is not None
    assert refusal.reason == reason
    with pytest.raises(Refusal) as caught:
        commit(repository)
    assert caught.value.reason == reason
    assert state(repository.folder) == before


def test_the_lock_that_was_left_behind_is_named(repository: Repository) -> None:
    lock = repository.folder / ".git" / "index.lock"
    lock.touch()
    refusal = history.ready(repository.folder)
    assert refusal is not None
    assert refusal.words == str(lock)
    lock.unlink()
    assert history.ready(repository.folder) is None
    assert commit(repository)


def test_a_branch_that_is_locked_leaves_nothing_staged(repository: Repository) -> None:
    lock = repository.folder / ".git" / "refs" / "heads" / "main.lock"
    lock.touch()
    before = repository.git("status", "--short"), repository.git("ls-files", "-s")
    with pytest.raises(Refusal) as caught:
        commit(repository)
    assert (caught.value.reason, caught.value.words) == ("locked", str(lock))
    lock.unlink()
    assert (repository.git("status", "--short"), repository.git("ls-files", "-s")) == before


def test_what_a_stopped_commit_had_staged_is_replaced(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    path = repository.folder / "m" / "a.yaml"

    real_stage = recording._stage

    def stopped(root: Path, before: str, rows: Mapping[str, str], note: Path) -> bytes:
        real_stage(root, before, rows, note)
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(recording, "_stage", stopped)
        with pytest.raises(KeyboardInterrupt):
            commit(repository)
    assert repository.git("status", "--short") == "MM m/a.yaml"
    path.write_bytes(b"four\n")
    assert history.record({path: b"four\n"}, "Fire", ANNE)
    assert repository.git("status", "--short") == ""


def test_what_somebody_has_staged_stays(repository: Repository) -> None:
    path = repository.folder / "m" / "a.yaml"
    path.write_bytes(b"staged\n")
    repository.git("add", "m/a.yaml")
    assert commit(repository)
    assert repository.git("show", ":m/a.yaml") == "staged"
    assert repository.git("show", "HEAD:m/a.yaml") == "three"


def test_where_nothing_can_be_kept(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository.git("init", "--quiet", "--bare", str(tmp_path / "bare"))
    (tmp_path / "plain").mkdir()
    said = {each: history.ready(tmp_path / each) for each in ("bare", "plain", "repository")}
    assert {each: refusal and refusal.reason for each, refusal in said.items()} == {
        "bare": "bare",
        "plain": "no_repository",
        "repository": None,
    }
    monkeypatch.setenv("PATH", str(tmp_path))
    refusal = history.ready(tmp_path / "repository")
    assert refusal is not None
    assert refusal.reason == "no_git"


def test_a_new_repository_takes_its_first_commit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    history.begin(tmp_path)
    assert history.ready(tmp_path) is None
    assert history.record({tmp_path / "a.yaml": b"a\n"}, "Den første", ANNE)
    assert [each.subject for each in history.log(tmp_path / "a.yaml")] == ["Den første"]


@pytest.mark.parametrize("there", ["plain", "other"])
def test_a_link_out_of_the_repository_is_not_kept(repository: Repository, tmp_path: Path, there: str) -> None:
    Repository(tmp_path / "other").commit({"x.yaml": "x\n"})
    (tmp_path / "plain").mkdir()
    target = tmp_path / there / "a.yaml"
    target.write_text("three\n")
    link = repository.folder / "m" / "link.yaml"
    link.symlink_to(target)
    before = state(tmp_path)
    with pytest.raises(Refusal) as caught:
        history.record({link: b"three\n"}, "Tre", ANNE)
    assert (caught.value.reason, caught.value.words) == ("outside", str(target))
    assert state(tmp_path) == before


def test_a_folder_where_git_knows_a_file_takes_its_place(repository: Repository) -> None:
    repository.commit({"n": "a file\n"})
    (repository.folder / "n").unlink()
    path = repository.folder / "n" / "a.yaml"
    path.parent.mkdir()
    path.write_bytes(b"a\n")
    assert history.record({path: b"a\n"}, "Mappe", ANNE)
    assert repository.git("ls-tree", "-r", "--name-only", "HEAD").split() == ["m/a.yaml", "m/b.yaml", "n/a.yaml"]
    assert repository.git("status", "--short") == ""
    repository.git("fsck", "--strict")


def test_a_clone_of_the_latest_part_can_be_committed_to(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.folder}", str(clone))
    path = clone / "m" / "a.yaml"
    assert history.is_partial(path)
    assert not history.is_partial(repository.folder)
    assert history.record({path: b"three\n"}, "Tre", ANNE)
    assert [each.subject for each in history.log(path)] == ["Tre", "commit 2"]
