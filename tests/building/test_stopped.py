"""A build that is stopped, at any point: by Ctrl-C, by a power cut, or because another one is at work already."""

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path
from urllib.parse import urljoin

import pytest

from qstd.workspace import Workspace
from tests.building.small import ROOT, again, lay_out, order, read_site
from tests.building.test_same_bytes import fresh

WORDS = ("build", "--out", "site", "--format", "html,docx,data", "--skip", "search", "--today", "2026-03-01")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT)}
POINTS = [("read", 1), ("make", 2), ("place", 1), ("place", 9), ("remember", 2)]
MARK = "build/mark"
BEFORE_THE_SWITCH = {"read", "make"}
STOPS = [
    *((signal.SIGINT, *each) for each in POINTS),
    *((signal.SIGKILL, *each) for each in POINTS if each[0] not in BEFORE_THE_SWITCH),
]


def run(home: Workspace, *words: str) -> "subprocess.CompletedProcess[str]":
    """Build in a process of its own."""
    line = [sys.executable, "-m", "qstd", *WORDS, *words]
    return subprocess.run(line, cwd=home.root, env=ENVIRONMENT, capture_output=True, text=True, check=False)


def begin(home: Workspace, point: str, times: int, *words: str) -> "subprocess.Popen[str]":
    """Begin to build, and return when the build has come to a point."""
    mark = home.root / MARK
    mark.parent.mkdir(exist_ok=True)
    mark.unlink(missing_ok=True)
    driver = str(ROOT / "tests" / "building" / "stopped_build.py")
    line = [sys.executable, driver, point, str(times), str(mark), *WORDS, *words]
    started = subprocess.Popen(
        line, cwd=home.root, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    deadline = time.monotonic() + 60
    while not mark.exists():
        assert started.poll() is None, started.communicate()
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return started


def stop(started: "subprocess.Popen[str]", home: Workspace, how: signal.Signals = signal.SIGINT) -> str:
    """Stop a build, and return what it said."""
    started.send_signal(how)
    time.sleep(0.1)
    (home.root / MARK).unlink()
    return started.communicate(timeout=60)[1]


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    """A site that was built, and then a change that touches most of it."""
    made = lay_out(tmp_path / "home")
    again(order(made))
    for name in ("a", "b"):
        path = made.standards / "lejre" / f"{name}.yaml"
        path.write_text(path.read_text().replace("title: ", "title: Ny "))
    (made.standards / "hvidovre" / "c.yaml").rename(made.standards / "hvidovre" / "d.yaml")
    return made


@pytest.mark.parametrize(("how", "point", "times"), STOPS)
def test_a_build_that_is_stopped_leaves_a_whole_site_and_the_next_one_finishes(
    how: signal.Signals, point: str, times: int, home: Workspace, tmp_path: Path
) -> None:
    before = read_site(home.root / "site")
    started = begin(home, point, times)
    said = stop(started, home, how)
    between = read_site(home.root / "site")
    last = again(order(home))
    assert last.findings == ()
    after = read_site(home.root / "site")
    assert again(order(home)).written == ()
    assert after == fresh(home, tmp_path / "elsewhere", lambda it: again(order(it)))

    if how == signal.SIGINT:
        assert (started.returncode, said.splitlines()[-1]) == (130, "afbrudt")
        assert "Traceback" not in said
        assert between == (before if point in BEFORE_THE_SWITCH else after)
    for path, data in between.items():
        assert data in (before.get(path), after.get(path)) or path == ".manifest.json", path
    for path, data in between.items():
        assert not path.endswith(".html") or missing(path, data, between) <= missing(path, data, before | after), path


def missing(page: str, data: bytes, site: dict[str, bytes]) -> set[str]:
    """Return what a page leads to on the site that is not there."""
    led = (each.decode() for each in re.findall(rb'href="([^"#:]+)[^":]*"', data))
    return {each for each in led if urljoin(f"/{page}", each).lstrip("/") not in site}


def test_what_was_made_before_somebody_stopped_it_is_not_made_again(home: Workspace) -> None:
    stop(begin(home, "make", 2), home)
    said = run(home, "--explain").stdout
    assert "Hentet fra tidligere bygninger, fordi alt var, som det var dengang: " in said
    assert "lejre/a/index.html" not in said


def test_workers_are_stopped_with_the_build(home: Workspace) -> None:
    before = read_site(home.root / "site")
    started = begin(home, "place", 1, "--jobs", "2")
    said = stop(started, home)
    assert started.returncode == 130, said
    assert read_site(home.root / "site") != before


@pytest.mark.parametrize(("point", "times"), [("place", 30), ("remember", 3), ("remember", 4)])
def test_files_of_a_build_that_was_killed_go_when_nothing_makes_them_any_more(
    point: str, times: int, home: Workspace, tmp_path: Path
) -> None:
    stop(begin(home, point, times), home, signal.SIGKILL)
    (home.standards / "hvidovre" / "d.yaml").unlink()
    again(order(home))
    assert read_site(home.root / "site") == fresh(home, tmp_path / "elsewhere", lambda it: again(order(it)))


def test_one_build_at_a_time(home: Workspace) -> None:
    started = begin(home, "make", 1)
    second = run(home)
    assert second.returncode == 1
    assert "build/.cache: der bygges allerede; vent, til det er færdigt, og prøv igen." in second.stderr
    assert second.stderr.count("\n") == 1
    (home.root / MARK).unlink()
    _, said = started.communicate(timeout=60)
    assert started.returncode == 0, said
    assert run(home).returncode == 0


def test_a_build_that_was_killed_locks_nobody_out(home: Workspace) -> None:
    started = begin(home, "make", 1, "--jobs", "2")
    stop(started, home, signal.SIGKILL)
    assert run(home).returncode == 0


def test_half_a_file_of_a_build_that_was_killed_is_taken_away(home: Workspace) -> None:
    started = begin(home, "place", 5)
    stop(started, home, signal.SIGKILL)
    part = home.root / "site" / "lejre" / "a" / f".index.html.{started.pid}.part"
    part.write_text("half")
    again(order(home))
    assert not part.exists()
