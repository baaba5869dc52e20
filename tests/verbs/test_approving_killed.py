"""A program that is killed at any moment of an approval: files and repository are whole, what was acknowledged is kept, and
no approval stands over a text that was not approved. `QSTD_FUZZ` kills it that many times.
"""

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qstd import canon, history
from qstd.workspace import Workspace
from tests.conftest import ROOT
from tests.verbs.approvals import ALONE, TEXT, path, shown, small
from tests.verbs.approver import ANNE, FIRST

TIMES = int(os.environ.get("QSTD_FUZZ", "12"))
NAMES = "ab"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, check=True)
    return done.stdout.decode().strip()


def killed(home: Workspace, number: int, seconds: float) -> int:
    """Let it approve from a number on, kill it, and return the number that was acknowledged last; 0 for none. The first one is
    waited for, however slow the machine.
    """
    command = [sys.executable, "-m", "tests.verbs.approver", str(home.root), str(number)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE) as process:
        assert process.stdout
        process.stdout.readline()
        first = process.stdout.readline() if number == 1 else b""
        time.sleep(seconds)
        process.kill()
        said = (first + process.communicate()[0]).decode().split()
    return int(said[-1]) if said else 0


def number_of(text: str) -> int:
    return int(re.findall(r"Nummer (\d+)", text)[0])


def test_nothing_is_half_approved(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    texts = {"a": TEXT, "b": ALONE}
    home = small(tmp_path, **{name: text.replace("transport.", "transport. Nummer 0.") for name, text in texts.items()})
    path(home, "c").unlink()
    history.begin(home.root)
    history.record({path(home, each): path(home, each).read_bytes() for each in NAMES}, "Nummer 0", ANNE)
    chance, number, acknowledged = random.Random(11), 0, 0
    for _ in range(TIMES):
        acknowledged = max(acknowledged, killed(home, number + 1, chance.uniform(0.0, 0.4)))
        on_disk = {each: path(home, each).read_text("utf-8") for each in NAMES}
        number = max(map(number_of, on_disk.values()))

        for each in on_disk.values():
            whole(each)
        head = git(home.root, "rev-parse", "HEAD")  # once: what was killed may have left a git that is just moving it
        kept = number_of(git(home.root, "log", "-1", "--format=%s", head))
        assert acknowledged <= kept <= min(map(number_of, on_disk.values()))
        assert {number_of(git(home.root, "show", f"{head}:standards/lejre/{each}.yaml")) for each in NAMES} == {kept}
    git(home.root, "fsck", "--strict")
    assert acknowledged
    assert len(git(home.root, "log", "--format=%h").split()) == len({*git(home.root, "log", "--format=%s").split("\n")})


def whole(text: str) -> None:
    """A file can be read, and an approval in it is that of the number on whose day it was given."""
    standard = shown(text)
    if standard.approval and standard.approval.date and standard.approval.content:
        then = (standard.approval.date - FIRST).days
        as_then = shown(re.sub(r"Nummer \d+", f"Nummer {then}", text))
        assert canon.state(as_then).kind == "as_approved"
