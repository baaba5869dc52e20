"""Many folders are shared out over processes, and what is found in them is the same; whoever interrupts ends them all."""

import datetime as dt
import os
import signal
import subprocess
import sys
import time
from functools import partial
from pathlib import Path

import pytest

from qstd.verbs import shares, verdicts
from qstd.workspace import Workspace
from tests.cases.corpus import HEAD, MUNICIPALITY

BODY = "sections:\n- topic: purpose\n  heading: Formål\n  body: Se [her](javascript:x).\n"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    """A workspace of so many standards that they are shared out, with a fault in the file that all folders share."""
    root = tmp_path_factory.mktemp("many")
    for folder in (root / "standards" / f"by-{number}" for number in range(5)):
        folder.mkdir(parents=True)
        (folder / "municipality.yaml").write_text(MUNICIPALITY, "utf-8")
        for number in range(shares.MANY // 5):
            (folder / f"nr-{number}.yaml").write_text(HEAD + BODY, "utf-8")
    (root / "standards" / "rules.yaml").write_text("schema: 1\nrules:\n- {code: Z999, severity: info, reason: x}\n")
    return Workspace(root)


def counted(folder: str, less: int) -> tuple[int, int]:
    """Something to do with a folder that shows which process did it."""
    return len(folder) - less, os.getpid()


def killed(folder: str, parent: int) -> str:
    """Something that ends any process but the one that began."""
    if os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGTERM)
    return folder.upper()


def refused(folder: str) -> str:
    """Something that cannot always be done."""
    if folder == "b":
        raise PermissionError(folder)
    return folder


@pytest.fixture
def shared(monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine with two processors, where processes are begun in the way that works everywhere."""
    monkeypatch.setattr(shares, "_cores", lambda: 2)
    monkeypatch.setattr(shares, "_HOW", "spawn")


FOLDERS = ["a" * size for size in (5, 1, 4, 3, 9, 7, 2, 6, 8)]


@pytest.mark.usefixtures("shared")
def test_results_come_in_order_and_from_other_processes() -> None:
    done = shares.of_each(partial(counted, less=1), FOLDERS, shares.MANY)

    assert [size for size, _ in done] == [len(each) - 1 for each in FOLDERS]
    assert [process == os.getpid() for _, process in done] == [True] + [False] * 8


@pytest.mark.parametrize(("cores", "standards", "folders"), [(1, 1000, 9), (2, shares.MANY - 1, 9), (2, 1000, 1)])
def test_little_work_stays_here(cores: int, standards: int, folders: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shares, "_cores", lambda: cores)
    done = shares.of_each(partial(counted, less=0), FOLDERS[:folders], standards)

    assert {process for _, process in done} == {os.getpid()}


@pytest.mark.usefixtures("shared")
def test_where_a_process_dies_this_one_does_the_work() -> None:
    assert shares.of_each(partial(killed, parent=os.getpid()), ["a", "b", "c"], shares.MANY) == ["A", "B", "C"]


@pytest.mark.usefixtures("shared")
def test_what_goes_wrong_there_is_told_here() -> None:
    with pytest.raises(PermissionError):
        shares.of_each(refused, ["a", "b", "c"], shares.MANY)


def check(home: Workspace, *options: str) -> tuple[int, str, str]:
    """What the command says."""
    command = [sys.executable, "-m", "qstd", "check", *options]
    done = subprocess.run(command, cwd=home.root, capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def test_the_findings_are_those_of_one_process(home: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    said = [check(home, "--today", "2026-11-22", *options) for options in (("--no-cache",), ())]
    monkeypatch.setattr(shares, "_cores", lambda: 1)
    alone = verdicts.read_all(home, dt.date(2026, 11, 22), use_cache=False)

    assert len(list(Path(home.root, "build", ".cache", "check").glob("*.json"))) == 5
    assert said[0] == said[1]
    assert (alone.checked, len([each for each in alone.findings if each.code == "Y023"])) == (shares.MANY, 1)
    assert said[0][1].count(": fejl ") == sum(each.severity == "error" for each in alone.findings) == shares.MANY
    assert said[0][1].count("Y023") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the other processes would not know what is put in here")
def test_ctrl_c_ends_all_processes(home: Workspace) -> None:
    program = """
import os, sys, time
from qstd.cli import main
from qstd.verbs import corpus, shares

first = os.getpid()

def read(*arguments, **options):
    if os.getpid() != first:
        os.write(1, b"at work\\n")
        time.sleep(60)
    return corpus.Corpus((), ())

shares._cores, corpus.read = lambda: 2, read
sys.exit(main(["check", "--no-cache"]))
"""
    command = [sys.executable, "-c", program]
    with subprocess.Popen(
        command, cwd=home.root, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as process:
        assert process.stdout
        assert process.stderr
        assert [process.stdout.readline() for _ in range(2)] == ["at work\n"] * 2
        start = time.monotonic()
        os.kill(process.pid, signal.SIGINT)  # to the one that began alone: those that it began must end all the same
        complaints = process.stderr.read()  # until the last process has let go of it

    assert (process.returncode, complaints.strip()) == (130, "afbrudt")
    assert time.monotonic() - start < 20
