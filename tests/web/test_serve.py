"""`qstd serve` as people start it: what it says, where it listens, and how it ends."""

import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from http.cookiejar import CookieJar
from pathlib import Path

import pytest

from tests.web.served import ROOT, served, workspace_copy

AUTH = """
schema: 1
origin: https://standarder.eksempel.dk
proxies: [127.0.0.1]
headers: {person: X-User}
roles: {}
everyone: author
"""


def run(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "qstd", "serve", "--no-browser", *more]
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, timeout=60, check=False)


def status(address: str, jar: CookieJar | None = None, **headers: str) -> int:
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar() if jar is None else jar))
    asked = urllib.request.Request(address, headers={name.replace("_", "-"): value for name, value in headers.items()})
    try:
        with opener.open(asked, timeout=20) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as error:
        with error:
            return error.code


def test_it_says_its_address_answers_there_and_ends_cleanly(tmp_path: Path) -> None:
    with served(tmp_path) as editor:
        jar = CookieJar()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/ind\?token=[\w-]{40,}", editor.address)
        assert status(editor.base + "/") == 403
        assert status(editor.address, jar) == 200
        assert status(editor.base + "/", jar) == 200
        assert status(editor.base + "/findes-ikke", jar) == 404

        first = editor.address
        editor.close()
        assert editor.process.returncode == 0
        editor.again()  # on the port where it was
        assert editor.base in first
        assert editor.address != first
        assert status(editor.base + "/", jar) == 200, "an open page survives"
        assert status(first) == 403, "the token of a run is good in that run only"

        editor.kill()
        editor.again()
        assert status(editor.base + "/", jar) == 200
    log = (tmp_path / "server.log").read_text("utf-8")
    assert "Traceback" not in log
    assert "Editoren er stoppet." in log


def test_it_listens_on_this_machine_alone(tmp_path: Path) -> None:
    with served(tmp_path) as editor:
        for family, _, _, _, address in socket.getaddrinfo(socket.gethostname(), editor.port, type=socket.SOCK_STREAM):
            if str(address[0]).startswith("127.") or address[0] == "::1":
                continue
            with socket.socket(family, socket.SOCK_STREAM) as caller:
                caller.settimeout(2)
                assert caller.connect_ex(address) != 0


def test_it_ends_while_a_page_is_open(tmp_path: Path) -> None:
    with served(tmp_path) as editor, socket.create_connection(("127.0.0.1", editor.port), 10) as caller:
        caller.sendall(b"GET / HTTP/1.1\r\n")
        editor.process.send_signal(signal.SIGINT)
        assert editor.process.wait(20) == 0


def test_a_folder_without_standards(tmp_path: Path) -> None:
    done = run(tmp_path)

    assert done.returncode == 2
    assert "ingen mappe med standarder" in done.stderr


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "10.1.2.3", "eksempel.dk"])
def test_others_may_reach_it_only_behind_a_login(host: str, tmp_path: Path) -> None:
    done = run(workspace_copy(tmp_path), "--port", "0", "--host", host)

    assert done.returncode == 2
    assert "login foran" in done.stderr
    assert "docs/security.md" in done.stderr
    assert done.stdout == ""


def test_a_faulty_file_of_logins(tmp_path: Path) -> None:
    workspace_copy(tmp_path)
    (tmp_path / "auth.yaml").write_text(AUTH.replace("127.0.0.1", "alle"), "utf-8")

    done = run(tmp_path, "--port", "0", "--host", "0.0.0.0", "--auth", "auth.yaml")

    assert done.returncode == 2
    assert "auth.yaml:4" in done.stderr
    assert "er ikke en IP-adresse" in done.stderr


def test_a_file_of_logins_that_is_not_there(tmp_path: Path) -> None:
    done = run(workspace_copy(tmp_path), "--port", "0", "--auth", "auth.yaml")

    assert done.returncode == 1
    assert "auth.yaml: den findes ikke" in done.stderr


def test_behind_a_login(tmp_path: Path) -> None:
    workspace_copy(tmp_path)
    (tmp_path / "auth.yaml").write_text(AUTH, "utf-8")
    port = free_port()
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    process = subprocess.Popen(
        [sys.executable, "-m", "qstd", "serve", "--no-browser", "--port", str(port), "--auth", "auth.yaml"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert process.stdout.readline() == "https://standarder.eksempel.dk/\n"
        own = f"http://127.0.0.1:{port}/"
        assert status(own, Host="standarder.eksempel.dk", X_User="abc") == 200
        assert status(own, Host="standarder.eksempel.dk") == 403
        assert status(own, X_User="abc") == 400
    finally:
        process.send_signal(signal.SIGINT)
        assert process.wait(20) == 0
        assert process.stdout is not None
        process.stdout.close()


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def test_a_port_that_is_taken(tmp_path: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()

        done = run(workspace_copy(tmp_path), "--port", str(other.getsockname()[1]))

    assert done.returncode == 1
    assert "Der kan ikke svares på 127.0.0.1, port" in done.stderr
    assert "--port" in done.stderr


@pytest.mark.parametrize("port", ["-1", "65536", "x", "²"])
def test_what_is_no_port(port: str, tmp_path: Path) -> None:
    done = run(workspace_copy(tmp_path), f"--port={port}")

    assert done.returncode == 2
    assert "65535" in done.stderr
