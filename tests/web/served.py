"""The editor as people start it: a process of its own on loopback, over a copy of the project's standards."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_ADDRESS = re.compile(r"http://\S+")


class Served:
    """An editor that runs. `address` opens it, token and all; `base` is where it answers."""

    def __init__(self, home: Path, *more: str, port: int = 0) -> None:
        self.home = home
        self.more = more
        self._start(port)

    def _start(self, port: int) -> None:
        command = [sys.executable, "-m", "qstd", "serve", "--no-browser", "--port", str(port), *self.more]
        nobody = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        environment = os.environ | nobody | {"PYTHONPATH": str(ROOT), "PYTHONUNBUFFERED": "1"}
        self.log = (self.home / "server.log").open("ab")
        self.process = subprocess.Popen(
            command, cwd=self.home, env=environment, stdout=subprocess.PIPE, stderr=self.log, start_new_session=True
        )
        assert self.process.stdout is not None
        self.address = ""
        for line in self.process.stdout:
            if found := _ADDRESS.search(line.decode()):
                self.address = found[0]
                break
        assert self.address, (self.home / "server.log").read_text("utf-8")
        self.base = re.sub(r"(http://[^/]+).*", r"\1", self.address)

    @property
    def port(self) -> int:
        """The port on which it answers."""
        return int(self.base.rpartition(":")[2])

    def kill(self) -> None:
        """End it as a power cut would."""
        with suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self._ended()

    def again(self) -> None:
        """Start it again where it was."""
        self._start(self.port)

    def close(self) -> None:
        """End it as a person does."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(10)
            except subprocess.TimeoutExpired:
                self.kill()
        self._ended()

    def _ended(self) -> None:
        self.process.wait()
        if self.process.stdout:
            self.process.stdout.close()
        self.log.close()


def workspace_copy(folder: Path) -> Path:
    """Copy the project's standards to a workspace of their own."""
    shutil.copytree(ROOT / "standards", folder / "standards")
    return folder


@contextmanager
def served(folder: Path, *more: str) -> Iterator[Served]:
    """Run an editor over a copy of the project's standards."""
    running = Served(workspace_copy(folder), *more)
    try:
        yield running
    finally:
        running.close()
