"""A program that is killed at any moment of a commit, with its git or without: the repository is whole, what was acknowledged
is kept, a commit holds all its files or is not there, and the next one works. `QSTD_FUZZ` kills it that many times.
"""

import os
import random
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qstd import history
from tests.conftest import ROOT
from tests.history.recorder import NAMES, commit

TIMES = int(os.environ.get("QSTD_FUZZ", "24"))


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True).stdout.decode().strip()


def killed(folder: Path, number: int, seconds: float, with_git: bool) -> int:
    """Let it commit from a number on, kill it, and return the number that was acknowledged last; 0 for none. The first one is
    waited for, however slow the machine.
    """
    command = [sys.executable, "-m", "tests.history.recorder", str(folder), str(number)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, start_new_session=True
    ) as process:
        assert process.stdout
        process.stdout.readline()
        first = process.stdout.readline() if number == 1 else b""
        time.sleep(seconds)
        if with_git:
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
        said = (first + process.communicate()[0]).decode().split()
    return int(said[-1]) if said else 0


def unlock(folder: Path) -> None:
    """Do what whoever meets the lock of a git that was killed is told to."""
    while refusal := history.ready(folder):
        assert refusal.reason == "locked"
        Path(refusal.words).unlink()


def number_of(text: str) -> int:
    (found,) = re.findall(r"^(?:title: )?Nummer (\d+)$", text)
    return int(found)


def test_nothing_is_half_committed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    (tmp_path / "standards" / "lejre").mkdir(parents=True)
    history.begin(tmp_path)
    commit(tmp_path, 0)
    chance, number, acknowledged = random.Random(5), 0, 0
    for at in range(TIMES):
        with_git = at % 2 == 1
        acknowledged = max(acknowledged, killed(tmp_path, number + 1, chance.uniform(0.0, 0.25), with_git))
        if with_git:
            unlock(tmp_path)
        on_disk = [number_of((tmp_path / each).read_text("utf-8").strip()) for each in NAMES]
        number = max(on_disk)

        head = git(tmp_path, "rev-parse", "HEAD")  # once: what was killed may have left a git that is just moving it
        kept = number_of(git(tmp_path, "log", "-1", "--format=%s", head))
        assert acknowledged <= kept <= number
        assert {number_of(git(tmp_path, "show", f"{head}:{each}")) for each in NAMES} == {kept}
        git(tmp_path, "ls-files", "-s")
    git(tmp_path, "fsck", "--strict")
    assert acknowledged
    commit(tmp_path, number + 1)
    assert git(tmp_path, "status", "--short", "--untracked-files=no") == ""
    told = git(tmp_path, "log", "--format=%s").split("\n")
    assert len(told) == len(set(told))
