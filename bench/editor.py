"""How fast the editor answers: each screen at 500 and 4,900 standards, and twenty people who type at once.

The editor runs as a process of its own on loopback, over generated standards. Each screen is asked for again and again over
one connection, as a browser would, and the median counts: at most 100 ms at 500 standards and 300 ms at 4,900. Then twenty
people type: each sends a change of a section every half second, as the browser does, and waits for the answer. Last comes the
memory of the server; `--soak SECONDS` goes on typing for that long and says how much it grew after the first tenth of that,
in which what is remembered of texts fills up.
Exit code 1 when a bar is not kept.
"""

from __future__ import annotations

import argparse
import http.client
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode, urlsplit

from bench.check import files
from bench.common.child import QSTD
from bench.common.table import Bars

SIZES = {500: 100.0, 4900: 300.0}
ROUNDS, PEOPLE, PAUSE = 15, 20, 0.5
_ADDRESS = re.compile(r"http://\S+")
_TOKEN = re.compile(r'"X-Qstd-Token": "([^"]+)"')
_DIGEST = re.compile(r'data-digest="([0-9a-f]*)"')
_NAME = re.compile(r'data-name="([^"]*)"')


class Person:
    """Somebody with a browser: one connection, a session, and what the pages said."""

    def __init__(self, address: str) -> None:
        parts = urlsplit(address)
        self.origin = f"{parts.scheme}://{parts.netloc}"
        self._connection = http.client.HTTPConnection(parts.netloc, timeout=60)
        self._cookie = ""
        _, head, _ = self._ask("GET", f"{parts.path}?{parts.query}")
        self._cookie = (head.get("set-cookie") or "").split(";")[0]
        self.token = self._found(_TOKEN, self.get("/"))

    def _ask(self, method: str, path: str, form: dict[str, str] | None = None) -> tuple[int, dict[str, str], str]:
        headers = {"Cookie": self._cookie} if self._cookie else {}
        body = None
        if form is not None:
            body = urlencode(form)
            headers |= {"Content-Type": "application/x-www-form-urlencoded", "Origin": self.origin}
            headers |= {"X-Qstd-Token": self.token, "HX-Request": "true", "Sec-Fetch-Site": "same-origin"}
        self._connection.request(method, path, body, headers)
        answer = self._connection.getresponse()
        return answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read().decode("utf-8", "replace")

    def get(self, path: str) -> str:
        """Return a page."""
        status, _, text = self._ask("GET", path)
        if status != 200:
            raise RuntimeError(f"{path}: {status}")
        return text

    def open(self, ref: str) -> None:
        """Open a section of a standard to write in it."""
        text = self.get(f"/skriv/{ref}?afsnit=2")
        self.ref, self.digest, self.name = ref, self._found(_DIGEST, text), self._found(_NAME, text)

    def type(self, words: str) -> float:
        """Send what was typed; return how long the answer took, in milliseconds."""
        begun = time.perf_counter()
        form = {"body": words, "navn": self.name, "kladde": self.digest}
        status, _, text = self._ask("POST", f"/skriv/{self.ref}/afsnit/2", form)
        took = 1000 * (time.perf_counter() - begun)
        if status != 200:
            raise RuntimeError(f"typing: {status} {text[:200]}")
        self.digest = self._found(_DIGEST, text)
        return took

    @staticmethod
    def _found(pattern: re.Pattern[str], text: str) -> str:
        found = pattern.search(text)
        if not found:
            raise RuntimeError(f"{pattern.pattern} is not in the answer")
        return found[1]


@contextmanager
def editor(folder: Path) -> Iterator[tuple[str, int]]:
    """Run an editor over a folder; yield its address and the number of its process."""
    command = [QSTD, "serve", "--no-browser", "--port", "0"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        try:
            lines = (line.decode() for line in process.stdout)
            yield next(found[0] for line in lines if (found := _ADDRESS.search(line))), process.pid
        finally:
            process.terminate()


def memory(process: int) -> float:
    """Return the memory of a process in MiB."""
    status = Path(f"/proc/{process}/status").read_text("utf-8")
    return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024  # type: ignore[index]  # every process has one


def screens(refs: list[str]) -> dict[str, str]:
    """Return the address of each screen."""
    one, other = refs[0], refs[1]
    return {
        "overview": "/",
        "overview, found as one types": "/?soeg=kontakt",
        "overview, with faults": "/?fejl=ja",
        "new": "/ny",
        "write": f"/skriv/{one}?afsnit=2",
        "as text": f"/tekst/{one}",
        "choose what to compare": "/sammenlign?ydelse=sel-99",
        "compare two": f"/sammenlign?vaelg={one}&vaelg={other}",
    }


def at_size(count: int, bar: float, bars: Bars, soak: float) -> None:
    """Measure one size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        files(folder, count)
        refs = [f"{each.parent.name}/{each.stem}" for each in sorted(folder.glob("standards/*/standard-*.yaml"))]
        with editor(folder) as (address, process):
            person = Person(address)
            _settled(person)
            print(f"\n{count} standards{'median ms':>40}{'slowest':>10}")
            for what, path in screens(refs).items():
                times = [_timed(person, path) for _ in range(ROUNDS)]
                median = statistics.median(times)
                print(f"{what:<40}{median:>13.1f}{max(times):>10.1f}  {bars.judge(f'{what} at {count}', median, bar)}")
            _typing(address, refs, bars, f"{PEOPLE} people typing at {count}", bar, 10.0)
            if soak:
                cold = memory(process)
                _typing(address, refs, bars, f"the same for {soak / 10:.0f} s", bar, soak / 10)
                before = memory(process)
                _typing(address, refs, bars, f"and for {soak * 0.9:.0f} s", bar, soak * 0.9)
                print(f"memory in MiB, cold, warm and after: {cold:.0f} {before:.0f} {memory(process):.0f}")
                grown = memory(process) / before
                print(
                    f"memory after the soak, x before{grown:>22.2f}  {bars.judge('memory after the soak', grown, 1.25)}"
                )
            print(f"memory of the editor: {memory(process):.0f} MiB")


def _settled(person: Person) -> None:
    """Wait until the overview knows what it shows, as it does a while after the start."""
    for _ in range(120):
        begun = time.perf_counter()
        person.get("/")
        if time.perf_counter() - begun < 0.3:
            return
        time.sleep(0.5)


def _timed(person: Person, path: str) -> float:
    begun = time.perf_counter()
    person.get(path)
    return 1000 * (time.perf_counter() - begun)


def _typing(address: str, refs: list[str], bars: Bars, what: str, bar: float, seconds: float) -> None:
    """Let people type at once for a while, each in a standard of their own."""
    times: list[float] = []
    troubles: list[str] = []
    end = time.monotonic() + seconds

    def types(number: int) -> None:
        try:
            person = Person(address)
            person.open(refs[number * len(refs) // PEOPLE])
            words = "Du kan få hjælp."
            while time.monotonic() < end:
                words += f" Ord nummer {len(words)} er skrevet."
                times.append(person.type(words if len(words) < 3000 else "Du kan få hjælp."))
                words = words if len(words) < 3000 else "Du kan få hjælp."
                time.sleep(PAUSE)
        except (OSError, RuntimeError, http.client.HTTPException) as error:
            troubles.append(str(error))

    threads = [threading.Thread(target=types, args=(each,)) for each in range(PEOPLE)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    if troubles or not times:
        print(f"{what}: {bars.broke_down(what, troubles[0] if troubles else 'nobody typed')}")
        return
    median = statistics.median(times)
    print(f"{what:<40}{median:>13.1f}{max(times):>10.1f}  {bars.judge(what, median, bar)} ({len(times)} answers)")


def main() -> int:
    """Measure all sizes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--soak", type=float, default=0.0, metavar="SECONDS", help="go on typing for so long, at 500 standards"
    )
    parser.add_argument("--count", type=int, action="append", help="only this many standards")
    asked = parser.parse_args()
    bars = Bars()
    for count in asked.count or SIZES:
        at_size(count, SIZES.get(count, 300.0), bars, asked.soak if count == min(SIZES) else 0.0)
    return bars.exit_code()


if __name__ == "__main__":
    sys.exit(main())
