"""The same plan on a Dask cluster: a real scheduler and two workers on this machine, one of which is killed midway."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from qstd.workspace import Workspace
from tests.building.small import ROOT, lay_out, read_site

WORDS = ("build", "--out", "site", "--format", "html,docx,data", "--skip", "search", "--today", "2026-03-01")
ENVIRONMENT = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}


def run(home: Workspace, *words: str, **environment: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "qstd", *WORDS, *words],
        cwd=home.root,
        env={**ENVIRONMENT, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@contextmanager
def process(*words: str) -> Iterator["subprocess.Popen[bytes]"]:
    with subprocess.Popen(
        [sys.executable, "-m", *words], env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as started:
        try:
            yield started
        finally:
            started.kill()


class Cluster:
    """A scheduler on this machine and two workers."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack, self.port = stack, free_port()
        options = ("--host", "127.0.0.1", "--port", str(self.port), "--no-dashboard")
        self.scheduler = stack.enter_context(process("distributed.cli.dask_scheduler", *options))
        wait_for(self.port)
        self.workers = [self.worker() for _ in range(2)]

    def worker(self) -> "subprocess.Popen[bytes]":
        options = ("--no-dashboard", "--nthreads", "1", "--no-nanny", "--host", "127.0.0.1")
        return self._stack.enter_context(
            process("distributed.cli.dask_worker", f"tcp://127.0.0.1:{self.port}", *options)
        )


def wait_for(port: int) -> None:
    """Wait until somebody listens."""
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            assert time.monotonic() < deadline
            time.sleep(0.1)
        else:
            return


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with ExitStack() as stack:
        yield Cluster(stack)


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The site as this machine makes it alone."""
    home = lay_out(tmp_path_factory.mktemp("local"))
    assert run(home).returncode == 0
    return read_site(home.root / "site")


@pytest.fixture
def home(tmp_path: Path) -> Workspace:
    return lay_out(tmp_path / "home")


def test_one_of_two_workers_is_killed_midway_and_nothing_is_lost(
    cluster: Cluster, home: Workspace, local: dict[str, bytes]
) -> None:
    """The first task of the first worker tells by a file that it has begun, and waits there until it is killed."""
    mark = home.root / "mark"
    driver = [sys.executable, str(ROOT / "tests" / "building" / "cluster_build.py"), str(mark), *WORDS]
    line = [*driver, "--executor", f"dask://127.0.0.1:{cluster.port}"]
    with subprocess.Popen(line, cwd=home.root, env=ENVIRONMENT, stderr=subprocess.PIPE) as started:
        deadline = time.monotonic() + 60
        while not (mark.exists() and mark.read_text()):
            assert started.poll() is None, started.communicate()
            assert time.monotonic() < deadline
            time.sleep(0.02)
        victim = int(mark.read_text())
        assert victim in [each.pid for each in cluster.workers]
        os.kill(victim, signal.SIGKILL)
        _, said = started.communicate(timeout=100)
    assert started.returncode == 0, said.decode()
    assert read_site(home.root / "site") == local
    assert cluster.scheduler.poll() is None


def test_what_changed_since_goes_to_the_cluster_too(cluster: Cluster, home: Workspace) -> None:
    """A worker that has seen one look is told of the next."""
    address = f"dask://127.0.0.1:{cluster.port}"
    assert run(home, "--executor", address).returncode == 0
    template = home.root / "templates" / "html" / "front.html"
    template.parent.mkdir(parents=True)
    ours, block = (ROOT / "templates" / "html" / "front.html").read_text(), "{% block content %}"
    template.write_text(ours.replace(block, f"{block}<p>vores egen</p>"))
    done = run(home, "--executor", address, "--explain")
    assert done.returncode == 0, done.stderr
    assert b"vores egen" in (home.root / "site" / "index.html").read_bytes()
    template.write_text("{% for %}")
    broken = run(home, "--executor", address)
    assert broken.returncode == 1
    assert "P002" in broken.stderr
    assert "templates/html/front.html:1" in broken.stderr
    assert b"vores egen" in (home.root / "site" / "index.html").read_bytes()


def test_a_cluster_that_does_not_answer_is_told_and_the_site_stays(home: Workspace, local: dict[str, bytes]) -> None:
    assert run(home).returncode == 0
    path = home.standards / "lejre" / "a.yaml"
    path.write_text(path.read_text().replace("title: ", "title: Ny "))
    done = run(home, "--executor", f"dask://127.0.0.1:{free_port()}", DASK_DISTRIBUTED__COMM__TIMEOUTS__CONNECT="1s")
    assert done.returncode == 1
    assert "fejl: Klyngen på 127.0.0.1:" in done.stderr
    assert "Siderne er, som de var." in done.stderr
    assert "Traceback" not in done.stderr
    assert read_site(home.root / "site") == local


def test_without_the_library_it_is_said_what_to_install(home: Workspace, tmp_path: Path) -> None:
    (tmp_path / "distributed.py").write_text("raise ImportError")
    done = run(home, "--executor", "dask://127.0.0.1:1", PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert done.returncode == 1
    assert done.stderr == (
        "fejl: Det kræver et bibliotek, der ikke er installeret: distributed.\n"
        "hjælp: Installer det med: pip install 'qstd[cluster]'\n"
    )
    assert not (home.root / "site").exists()


def test_a_scheduler_that_goes_away_is_told(home: Workspace) -> None:
    with ExitStack() as stack:
        own = Cluster(stack)
        mark = home.root / "mark"
        driver = [sys.executable, str(ROOT / "tests" / "building" / "cluster_build.py"), str(mark), *WORDS]
        line = [*driver, "--executor", f"dask://127.0.0.1:{own.port}"]
        with subprocess.Popen(line, cwd=home.root, env=ENVIRONMENT, stderr=subprocess.PIPE) as started:
            deadline = time.monotonic() + 60
            while not mark.exists():
                assert time.monotonic() < deadline
                time.sleep(0.02)
            own.scheduler.kill()
            for each in own.workers:
                each.kill()
            _, said = started.communicate(timeout=100)
    assert started.returncode == 1, said.decode()
    assert said.decode().splitlines()[-2].startswith("fejl: Klyngen på 127.0.0.1:")
    assert "Traceback" not in said.decode()
    assert not (home.root / "site").exists()
