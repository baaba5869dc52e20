"""The site shown while somebody works on it: to this machine only, as it lies on disk, and loaded again when it changes."""

import http.client
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from qstd.live import Live
from tests.building.small import ROOT, lay_out, read_site

FILES = {
    "index.html": b"<!doctype html><body><p>Forside</p></body>",
    "lejre/index.html": b"<!doctype html><body><p>Lejre</p></body>",
    "lejre/data.json": b'{"a": "</body>"}',
    "\xe6 b.html": b"no body",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, data in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    (tmp_path / "secret.html").write_text("secret")
    (tmp_path / "site-more").mkdir()
    (tmp_path / "site-more" / "secret.html").write_text("secret")
    return tmp_path / "site"


@pytest.fixture
def live(folder: Path) -> Iterator[Live]:
    shown = Live(folder)
    yield shown
    shown.close()


def connect(live: Live) -> http.client.HTTPConnection:
    return http.client.HTTPConnection("127.0.0.1", int(live.address.rstrip("/").rpartition(":")[2]), timeout=10)


def ask(live: Live, path: str, method: str = "GET", **headers: str) -> tuple[int, bytes, dict[str, str]]:
    connection = connect(live)
    connection.request(method, path, headers=headers)
    answer = connection.getresponse()
    try:
        return answer.status, answer.read(), dict(answer.getheaders())
    finally:
        connection.close()


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/index.html?a=b", "/lejre/", "/lejre/index.html", "/%C3%A6%20b.html"]
)
def test_pages_are_sent_with_the_script_that_loads_them_again(path: str, live: Live, folder: Path) -> None:
    status, data, headers = ask(live, path)
    assert status == 200
    assert headers["Cache-Control"] == "no-store"
    assert (b"EventSource" in data) == (b"</body>" in data)
    assert {name: (folder / name).read_bytes() for name in FILES} == FILES


def test_other_files_are_sent_as_they_are(live: Live) -> None:
    assert ask(live, "/lejre/data.json")[:2] == (200, FILES["lejre/data.json"])
    status, _, headers = ask(live, "/lejre")
    assert (status, headers["Location"]) == (301, "/lejre/")


def test_what_is_asked_before_it_is_fetched_is_answered_alike(live: Live) -> None:
    assert ask(live, "/index.html", "HEAD")[0] == 200
    assert ask(live, "/index.html", "HEAD", Host="evil.example")[0] == 403
    assert ask(live, "/index.html", "POST")[0] == 501


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example", "", "0.0.0.0"])
def test_another_name_that_was_made_to_lead_here_gets_nothing(host: str, live: Live) -> None:
    for path in ("/index.html", "/.qstd/events", "/lejre/data.json"):
        status, data, _ = ask(live, path, Host=host)
        assert status == 403
        assert b"Forside" not in data


@pytest.mark.parametrize("host", ["localhost", "LOCALHOST:1", "127.0.0.1:1"])
def test_this_machine_may_be_called_by_its_names(host: str, live: Live) -> None:
    assert ask(live, "/index.html", Host=host)[0] == 200


@pytest.mark.parametrize(
    "path",
    [
        "/../secret.html",
        "/%2e%2e/secret.html",
        "/..%2fsecret.html",
        "/lejre/../../secret.html",
        "//secret.html",
        "/../site-more/secret.html",
        "/nothing.html",
        "/.qstd/other",
        "/link.html",
        "/%00.html",
    ],
)
def test_nothing_outside_the_site_is_sent(path: str, live: Live, folder: Path) -> None:
    (folder / "link.html").symlink_to(folder.parent / "secret.html")
    status, data, _ = ask(live, path)
    assert status == 404
    assert b"secret" not in data.replace(b"secret.html", b"")


def test_folders_are_not_listed(live: Live, folder: Path) -> None:
    (folder / "lejre" / "index.html").unlink()
    status, data, _ = ask(live, "/lejre/")
    assert status == 404
    assert b"data.json" not in data


def test_every_open_page_is_told_of_a_change(live: Live) -> None:
    connections = [connect(live) for _ in range(2)]
    try:
        answers = []
        for each in connections:
            each.request("GET", "/.qstd/events")
            answers.append(each.getresponse())
        assert [each.getheader("Content-Type") for each in answers] == ["text/event-stream"] * 2
        for _ in range(2):
            live.changed()
            assert [each.readline() + each.readline() for each in answers] == [b"data: changed\n\n"] * 2
    finally:
        for each in connections:
            each.close()


def test_a_page_that_was_loaded_before_the_change_is_told_though_it_listens_later(live: Live) -> None:
    def events() -> str:
        found = re.search(rb'EventSource\("([^"]+)"', ask(live, "/index.html")[1])
        assert found
        return found[1].decode()

    old = events()
    live.changed()
    connection = connect(live)
    connection.request("GET", old)
    assert connection.getresponse().readline() == b"data: changed\n"
    connection.close()
    assert events() != old


def test_it_listens_on_this_machine_only(live: Live) -> None:
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+/", live.address)


# ---------- qstd build --watch


def lines(started: "subprocess.Popen[str]") -> list[str]:
    """Return the list to which all is added that a process says."""
    said: list[str] = []

    def follow() -> None:
        assert started.stderr
        with started.stderr:
            said.extend(started.stderr)

    threading.Thread(target=follow, daemon=True).start()
    return said


def wait(true: Callable[[], object]) -> None:
    """Wait until something is so."""
    deadline = time.monotonic() + 60
    while not true():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def test_watching_builds_shows_and_tells_until_somebody_stops_it(tmp_path: Path) -> None:
    home = lay_out(tmp_path)
    words = ["build", "--watch", "--out", "site", "--format", "html", "--skip", "search"]
    started = subprocess.Popen(
        [sys.executable, "-m", "qstd", *words],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        said = lines(started)
        address = re.compile(r"http://127\.0\.0\.1:(\d+)/")
        wait(lambda: address.search("".join(said)) or started.poll() is not None)
        found = address.search("".join(said))
        assert found, said
        port = int(found[1])
        path, page = home.standards / "lejre" / "a.yaml", tmp_path / "site" / "lejre" / "a" / "index.html"
        time.sleep(1)  # the system needs a moment to begin watching
        events = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        events.request("GET", "/.qstd/events")
        news = events.getresponse()

        path.write_text(path.read_text().replace("er gratis.\n", "er gratis. Ring til os.\n", 1))
        assert news.readline() == b"data: changed\n"
        assert b"Ring til os" in page.read_bytes()

        assert news.readline() == b"\n"
        (tmp_path / "templates" / "html").mkdir(parents=True)
        (tmp_path / "standards" / "lejre" / "templates" / "html").mkdir(parents=True)
        own = tmp_path / "standards" / "lejre" / "templates" / "html" / "standard.html"
        own.write_bytes(b"\xff")
        wait(lambda: "filen er ikke gemt som UTF-8" in "".join(said))
        own.write_text("<p>vores egen</p>")
        wait(lambda: b"vores egen" in page.read_bytes())
        assert started.poll() is None
        events.close()
        started.send_signal(signal.SIGINT)
        assert started.wait(timeout=30) == 0, said
        assert "Traceback" not in "".join(said)
    finally:
        started.kill()
        started.wait()
    assert b"EventSource" not in b"".join(read_site(tmp_path / "site").values())


def test_without_the_library_it_is_said_what_to_install(tmp_path: Path) -> None:
    home = lay_out(tmp_path / "home")
    (tmp_path / "watchfiles.py").write_text("raise ImportError")
    done = subprocess.run(
        [sys.executable, "-m", "qstd", "build", "--watch"],
        cwd=home.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join([str(tmp_path), str(ROOT)])},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr.startswith("fejl: Det kræver et bibliotek, der ikke er installeret: watchfiles.\n")
    assert "pip install 'qstd[watch]'" in done.stderr
    assert not (home.root / "build").exists()
