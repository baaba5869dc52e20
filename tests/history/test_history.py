"""The door to git: files as they were, byte for byte; a short reason where git cannot say; nothing else is touched."""

import errno
import os
from collections import Counter
from pathlib import Path

import pytest

from qstd import history
from qstd.history import Naming, Refusal
from tests.history.repository import Repository

LIMIT = 1000


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "repository")
    made.commit({"m/a.yaml": "one\n", "m/municipality.yaml": "name: M\n"}, tag="v1")
    made.commit({"m/a.yaml": "two\n", "m/deep/b.yaml": "b\n"}, remove=["m/municipality.yaml"])
    return made


def reason(path: Path, revision: str) -> str:
    with pytest.raises(Refusal) as caught:
        history.at(path, revision)
    return caught.value.reason


def test_a_file_is_read_as_it_was(repository: Repository) -> None:
    path = repository.folder / "m" / "a.yaml"
    path.write_text("not committed\n")
    read = {each: history.at(path, each).read(path, LIMIT) for each in ("v1", "HEAD~1", "HEAD", "@", "HEAD^{/commit}")}
    assert read == {"v1": b"one\n", "HEAD~1": b"one\n", "HEAD": b"two\n", "@": b"two\n", "HEAD^{/commit}": b"two\n"}


@pytest.mark.parametrize("data", [b"", b"\r\n", b"a\r\nb", b"\xef\xbb\xbfx", b"\xff\xfe\x00", "æ".encode("latin-1")])
def test_bytes_are_bytes(repository: Repository, data: bytes) -> None:
    repository.git("config", "core.autocrlf", "input")
    repository.commit({".gitattributes": "* -text\n", "x.yaml": data})
    path = repository.folder / "x.yaml"
    assert history.at(path, "HEAD").read(path, LIMIT) == data


NAMES = [
    "a b.yaml",
    "æøå.yaml",
    "-x.yaml",
    ":(top)x.yaml",
    ":!x.yaml",
    "[a]*?.yaml",
    "a@b.yaml",
    "a\nb.yaml",
    '"q".yaml',
]


@pytest.mark.parametrize("name", [*NAMES, "a\tb.yaml", "x/y/z.yaml", os.fsdecode(b"\xff.yaml")])
def test_a_name_means_itself(repository: Repository, name: str) -> None:
    repository.commit({name: "it\n", "x.yaml": "not it\n"})
    path = repository.folder / name
    repository.commit({name: "later\n"})
    snapshot = history.at(path, "HEAD~1")
    assert snapshot.files(path) == (path,)
    assert snapshot.read(path, LIMIT) == b"it\n"


def test_a_folder_has_the_files_that_it_had(repository: Repository) -> None:
    folder = repository.folder / "m"
    before, now = history.at(folder, "v1"), history.at(folder, "HEAD")
    assert before.files(folder) == (folder / "a.yaml", folder / "municipality.yaml")
    assert now.files(folder) == (folder / "a.yaml", folder / "deep" / "b.yaml")
    assert now.files(repository.folder) == now.files(folder)
    assert now.files(folder / "nowhere") == now.files(repository.folder.parent / "other") == ()


def test_what_was_not_there_or_is_too_large_is_told(repository: Repository) -> None:
    path = repository.folder / "m" / "deep" / "b.yaml"
    with pytest.raises(FileNotFoundError):
        history.at(path, "v1").read(path, LIMIT)
    assert not history.at(path, "v1").has(path)
    assert history.at(path, "HEAD").has(path)
    with pytest.raises(OSError, match=r"b\.yaml") as caught:
        history.at(path, "HEAD").read(path, 1)
    assert caught.value.errno == errno.EFBIG


def test_a_folder_that_is_gone_can_still_be_read(repository: Repository) -> None:
    path = repository.folder / "m" / "deep" / "b.yaml"
    repository.commit(remove=["m/deep/b.yaml"])
    path.parent.rmdir()
    assert history.at(path, "HEAD~1").read(path, LIMIT) == b"b\n"


UNKNOWN = [
    "",
    "-x",
    "--all",
    "-",
    "HEAD~9",
    "^HEAD",
    "HEAD..HEAD",
    "v1...HEAD",
    "HEAD:m/a.yaml",
    "nope",
    "@{-1}",
    "v1^2",
]


@pytest.mark.parametrize("revision", [*UNKNOWN, "HEAD\0", "HEAD\n", "HEAD HEAD", "$(touch x)", "deadbeef", ":/x", "æ"])
def test_a_revision_that_is_none(repository: Repository, revision: str) -> None:
    assert reason(repository.folder, revision) == "unknown"


def test_a_tag_on_something_else_is_no_revision(repository: Repository) -> None:
    repository.git("tag", "tree", "HEAD^{tree}")
    repository.git("tag", "--annotate", "--message", "x", "annotated", "v1")
    assert reason(repository.folder, "tree") == "unknown"
    assert history.at(repository.folder, "annotated").commit == repository.git("rev-parse", "v1")


def test_a_name_of_two_things_is_ambiguous(repository: Repository) -> None:
    repository.git("branch", "v1")
    assert reason(repository.folder, "v1") == "ambiguous"
    assert history.at(repository.folder, "refs/tags/v1").commit != history.at(repository.folder, "refs/heads/v1").commit


def test_a_short_number_of_two_commits_is_ambiguous(tmp_path: Path) -> None:
    made = Repository(tmp_path)
    commit = "commit refs/heads/main\ncommitter q <q@example.org> {} +0000\ndata 1\nx\n"
    made.git(
        "fast-import", "--quiet", told="".join(commit.format(1_700_000_000 + each) for each in range(1500)).encode()
    )
    numbers = Counter(each[:4] for each in made.git("rev-list", "main").split())
    (short, count), *_others = numbers.most_common(1)
    assert count > 1
    assert reason(tmp_path, short) == "ambiguous"


def test_where_there_is_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert reason(tmp_path / "a.yaml", "HEAD") == "no_repository"
    Repository(tmp_path / "there").git("init", "--quiet", "--bare", str(tmp_path / "bare"))
    assert reason(tmp_path / "bare", "HEAD") == "bare"
    assert reason(tmp_path / "there", "HEAD") == "unknown"


def test_without_git(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository.folder))
    assert reason(repository.folder, "HEAD") == "no_git"


SAYS = {
    "echo 'fatal: detected dubious ownership in repository at x' >&2; exit 128": "not_ours",
    "echo 'fatal: bad object HEAD' >&2; exit 128": "failed",
    "exit 1": "failed",
    "sleep 5": "slow",
}


@pytest.mark.parametrize("script", SAYS)
def test_what_git_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    fake = tmp_path / "bin" / "git"
    fake.parent.mkdir()
    fake.write_text(f"#!/bin/sh\n{script}\n")
    fake.chmod(0o755)
    monkeypatch.setenv("PATH", f"{fake.parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setattr("qstd.history.git.SECONDS", 0.2)
    assert reason(tmp_path, "HEAD") == SAYS[script]


def test_what_others_have_set_for_git_does_not_lead_it_astray(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = Repository(tmp_path / "other")
    other.commit({"m/a.yaml": "another\n"}, tag="v1")
    for name, value in {
        "GIT_DIR": str(other.folder / ".git"),
        "GIT_WORK_TREE": str(other.folder),
        "GIT_INDEX_FILE": str(tmp_path / "nowhere"),
        "GIT_OBJECT_DIRECTORY": str(tmp_path / "nowhere"),
        "GIT_GLOB_PATHSPECS": "1",
        "GIT_TRACE": "1",
        "LC_ALL": "da_DK.UTF-8",
        "LANGUAGE": "da",
    }.items():
        monkeypatch.setenv(name, value)
    path = repository.folder / "m" / "a.yaml"
    assert history.at(path, "v1").read(path, LIMIT) == b"one\n"
    assert reason(path, "nope") == "unknown"


def test_a_repository_cannot_have_a_program_started(repository: Repository, tmp_path: Path) -> None:
    mark, program = tmp_path / "started", tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "core.pager", "gpg.program", "diff.external", "diff.x.textconv", "filter.x.smudge"):
        repository.git("config", name, str(program))
    repository.git("config", "log.showSignature", "true")
    repository.commit({".gitattributes": "*.yaml diff=x filter=x\n"})
    mark.unlink(missing_ok=True)
    path = repository.folder / "m" / "a.yaml"
    snapshot = history.at(path, "v1")
    assert (snapshot.read(path, LIMIT), snapshot.namings(path)) == (b"one\n", ())
    assert not mark.exists()


def test_reading_changes_nothing(repository: Repository) -> None:
    def state() -> dict[str, bytes]:
        return {str(each): each.read_bytes() for each in repository.folder.rglob("*") if each.is_file()}

    before = state()
    path = repository.folder / "m" / "a.yaml"
    history.at(path, "v1").read(path, LIMIT)
    history.at(path, "v1").namings(path)
    assert state() == before


def test_links_are_followed_to_where_the_text_is_kept(repository: Repository) -> None:
    link = repository.folder / "linked"
    link.symlink_to("m")
    repository.commit()
    snapshot = history.at(link / "a.yaml", "v1")
    assert snapshot.read(link / "a.yaml", LIMIT) == b"one\n"
    assert snapshot.files(link) == (link / "a.yaml", link / "municipality.yaml")
    assert link not in history.at(repository.folder, "HEAD").files(repository.folder)
    endless = repository.folder / "endless"
    endless.symlink_to("endless")
    assert history.at(endless, "HEAD").files(endless) == ()


LONG = "".join(f"line {each}\n" for each in range(40))


def test_a_file_is_followed_through_its_names(repository: Repository) -> None:
    repository.commit({"m/long.yaml": LONG})
    second = repository.commit({"m/longer.yaml": f"{LONG}more\n"}, remove=["m/long.yaml"])
    third = repository.commit(move={"m/longer.yaml": "n/last.yaml"})
    repository.commit({"n/last.yaml": f"{LONG}more and more\n"})
    root, path = repository.folder, repository.folder / "n" / "last.yaml"
    namings = history.at(path, "v1").namings(path)
    assert [each.before for each in namings] == [root / "m" / "longer.yaml", root / "m" / "long.yaml", None]
    assert [each.day for each in namings] == ["2026-01-05", "2026-01-04", "2026-01-03"]
    assert third.startswith(namings[0].commit)
    assert second.startswith(namings[1].commit)
    assert history.at(path, "HEAD~1").namings(path) == ()


def test_a_file_that_git_does_not_know_has_no_names(repository: Repository) -> None:
    (repository.folder / "new.yaml").write_text("x")
    snapshot = history.at(repository.folder, "v1")
    assert snapshot.namings(repository.folder / "new.yaml") == ()
    assert [type(each) for each in snapshot.namings(repository.folder / "m" / "deep" / "b.yaml")] == [Naming]


def test_a_shallow_clone_says_so(repository: Repository, tmp_path: Path) -> None:
    clone = tmp_path / "clone"
    repository.git("clone", "--quiet", "--depth", "1", f"file://{repository.folder}", str(clone))
    assert reason(clone, "HEAD~1") == "shallow"
    assert reason(clone, "-x") == reason(repository.folder, "HEAD~9") == "unknown"
    assert history.at(clone, "HEAD").read(clone / "m" / "a.yaml", LIMIT) == b"two\n"


def test_a_clone_that_left_files_behind_does_not_fetch_them(repository: Repository, tmp_path: Path) -> None:
    repository.git("config", "uploadpack.allowFilter", "true")
    clone = tmp_path / "clone"
    words = ("clone", "--quiet", "--no-checkout", "--filter=blob:none", f"file://{repository.folder}", str(clone))
    repository.git(*words)
    with pytest.raises(Refusal) as caught:
        history.at(clone, "v1").read(clone / "m" / "a.yaml", LIMIT)
    assert caught.value.reason == "failed"


def test_a_copy_has_not_the_life_of_what_it_was_copied_from(tmp_path: Path) -> None:
    made = Repository(tmp_path / "repository")
    text = "".join(f"line {number} of a text that is long enough\n" for number in range(40))
    copy = text.replace("line 3 ", "row 3 ")
    first = made.commit({"m/a.yaml": text})
    second = made.commit({"m/c.yaml": copy})
    assert [each.name for each in history.log(made.folder / "m/c.yaml")] == [second]
    third = made.commit({"m/d.yaml": copy}, remove=["m/c.yaml"])
    found = history.log(made.folder / "m/d.yaml")
    assert [(each.name, each.path.name) for each in found] == [(third, "d.yaml"), (second, "c.yaml")]
    assert [each.name for each in history.log(made.folder / "m/a.yaml")] == [first]
    namings = history.at(made.folder / "m/d.yaml", first).namings(made.folder / "m/d.yaml")
    assert [each.before and each.before.name for each in namings] == ["c.yaml", None]
