"""A job in a process of its own: how long it took, and the most memory that the process ever had."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = str(ROOT / ".venv" / "bin" / "python")
QSTD = str(ROOT / ".venv" / "bin" / "qstd")
# Installed programs are compiled once and for all; where nothing may be kept, each run of ours would be compiled anew.
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Run(NamedTuple):
    """One finished process: seconds from start to end, seconds that it kept a processor busy, peak memory in MiB, exit
    code, what it printed, and the last line of its complaints.
    """

    seconds: float
    busy: float
    memory: float
    code: int
    output: str
    complaint: str


def run(command: Sequence[str], cwd: Path = ROOT) -> Run:
    """Run a command to its end."""
    with tempfile.TemporaryFile("w+") as complaints:
        start = time.perf_counter()
        with subprocess.Popen(
            command, cwd=cwd, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=complaints, text=True
        ) as process:
            output = process.stdout.read() if process.stdout else ""
            _, status, usage = os.wait4(process.pid, 0)  # the usage of just this child
            process.returncode = os.waitstatus_to_exitcode(status)
        taken = time.perf_counter() - start
        complaints.seek(0)
        last = (complaints.read().splitlines() or [""])[-1]
    # Linux counts in KiB, macOS in bytes.
    memory = usage.ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
    return Run(taken, usage.ru_utime + usage.ru_stime, memory, process.returncode, output, last)
