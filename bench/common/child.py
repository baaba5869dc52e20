"""A job in a process of its own: how long it took, and the most memory that the process ever had."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent.parent
PYTHON = str(ROOT / ".venv" / "bin" / "python")
LAUNCH = Path(__file__).with_name("launch.py")
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
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder, "result")
        whole = [sys.executable, "-I", "-S", str(LAUNCH), str(result), *command]
        done = subprocess.run(whole, cwd=cwd, env=ENVIRONMENT, capture_output=True, text=True, check=False)
        seconds, busy, memory, code = json.loads(result.read_text("utf-8"))
    last = (done.stderr.splitlines() or [""])[-1]
    # Linux counts in KiB, macOS in bytes.
    return Run(seconds, busy, memory / (1024 if sys.platform != "darwin" else 1024 * 1024), code, done.stdout, last)
