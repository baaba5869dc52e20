"""The door to the disk: nothing half-written, nothing huge read whole, templates laid over each other."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qstd import workspace

ROOT = Path(__file__).parents[2]


def test_a_file_with_the_same_bytes_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "page.html"
    assert workspace.write(path, b"one")
    before = path.stat().st_mtime_ns
    assert not workspace.write(path, b"one")
    assert before == path.stat().st_mtime_ns
    assert workspace.write(path, b"two")
    assert path.read_bytes() == b"two"


def test_a_write_that_fails_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "page.html"
    workspace.write(path, b"old")

    def full(fd: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        workspace.write(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


WRITER = """
import sys, pathlib
from qstd import workspace
path, turn = pathlib.Path(sys.argv[1]), 0
print("ready", flush=True)
while True:
    turn += 1
    workspace.write(path, bytes([65 + turn % 26]) * 300_000)
"""


def test_a_crash_at_any_moment_leaves_the_old_page_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    workspace.write(path, b"@" * 300_000)
    for _ in range(5):
        child = subprocess.Popen([sys.executable, "-c", WRITER, str(path)], stdout=subprocess.PIPE, cwd=ROOT)
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(random.Random(os.getpid()).uniform(0.005, 0.05))
        child.send_signal(signal.SIGKILL)
        child.wait()
        child.stdout.close()
        data = path.read_bytes()
        assert (len(data), len(set(data))) == (300_000, 1)
    workspace.sweep([tmp_path])
    assert [each.name for each in tmp_path.iterdir()] == ["page.html"]


def test_of_a_huge_file_only_one_byte_over_the_limit_is_read(tmp_path: Path) -> None:
    path = tmp_path / "huge.yaml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    assert len(workspace.read(path, 1000)) == 1001


def test_the_nearest_folder_with_standards_is_the_workspace(tmp_path: Path) -> None:
    (tmp_path / "outer" / "standards").mkdir(parents=True)
    inner = tmp_path / "outer" / "inner"
    (inner / "standards" / "lejre").mkdir(parents=True)
    found = workspace.find(inner / "standards" / "lejre")
    assert found is not None
    assert found.root == inner.resolve()
    assert workspace.find(tmp_path) is None


def test_hidden_and_other_files_are_no_standards(tmp_path: Path) -> None:
    folder = tmp_path / "standards" / "lejre"
    folder.mkdir(parents=True)
    for name in ("a.yaml", "b.yml", "municipality.yaml", ".c.yaml", "d.txt", "e.yaml~"):
        (folder / name).write_text("x")
    (folder / "f.yaml").mkdir()
    assert [each.ref for each in workspace.Workspace(tmp_path).entries()] == ["lejre/a", "lejre/b"]


def test_templates_are_laid_over_each_other_file_by_file(tmp_path: Path) -> None:
    home = workspace.Workspace(tmp_path)
    for place, text in (("templates", "ours"), ("standards/lejre/templates", "theirs")):
        file = tmp_path / place / "html" / "front.html"
        file.parent.mkdir(parents=True)
        file.write_text(text)
    shipped, ours, theirs = workspace.theme(None), workspace.theme(home), workspace.theme(home, "lejre")
    assert [shipped.templates["html/front.html"][:2], ours.templates["html/front.html"]] == ["{%", "ours"]
    assert theirs.templates["html/front.html"] == "theirs"
    assert shipped.templates["html/page.html"] == theirs.templates["html/page.html"]


def test_taking_a_file_away_takes_empty_folders_along(tmp_path: Path) -> None:
    kept = tmp_path / "site" / "a" / "kept.html"
    gone = tmp_path / "site" / "a" / "b" / "gone.html"
    for each in (kept, gone):
        workspace.write(each, b"x")
    workspace.remove(gone, tmp_path / "site")
    assert kept.exists()
    assert not gone.parent.exists()
