"""How long a whole `qstd` process takes, as a multiple of a bare Python process of the same environment.

Ratios and not seconds, since machines differ; the runs are interleaved, since machines are noisy.
Exit code 1 when a command is over its bar.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from bench.common.child import ENVIRONMENT

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
RUNS = 15
STANDARDS = ("hvidovre/stoette-og-kontaktperson", "lejre/stoettekontaktperson")


class Case(NamedTuple):
    """One command and how many times as long as bare Python it may take."""

    name: str
    command: Sequence[str | Path]
    bar: float


CASES = [
    Case("python -c pass", [BIN / "python", "-c", "pass"], 1),
    Case("qstd --help", [BIN / "qstd", "--help"], 4),
    Case("qstd check, both standards", [BIN / "qstd", "check", *STANDARDS], 12),
]


def seconds(case: Case) -> float:
    """The time of one run of one command; findings (exit code 1) are no failure here."""
    start = time.perf_counter()
    done = subprocess.run(case.command, cwd=ROOT, env=ENVIRONMENT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    taken = time.perf_counter() - start
    if done.returncode > 1:
        sys.exit(f"{case.name} broke down (exit code {done.returncode}):\n{done.stderr.decode(errors='replace')}")
    return taken


def measure(cases: Sequence[Case]) -> dict[str, list[float]]:
    """The times of all commands, taken in turn; the first round only warms the caches."""
    rounds = [{case.name: seconds(case) for case in cases} for _ in range(RUNS + 1)]
    return {case.name: [times[case.name] for times in rounds[1:]] for case in cases}


def main() -> int:
    """Print the table and say whether every command keeps its bar."""
    times = measure(CASES)
    bare = min(times[CASES[0].name])
    print(f"{'whole process, ' + str(RUNS) + ' runs':<30}{'min ms':>8}{'median ms':>11}{'x bare':>8}{'bar':>6}")
    good = True
    for name, _, bar in CASES:
        ratio = min(times[name]) / bare
        good &= ratio <= bar
        low, middle = (1000 * value for value in (min(times[name]), statistics.median(times[name])))
        print(f"{name:<30}{low:>8.1f}{middle:>11.1f}{ratio:>8.1f}{bar:>6}{'' if ratio <= bar else '  OVER'}")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
