"""The environments of the tools that qstd is measured against: each made from its lock when a measurement first needs it."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bench.common.child import ROOT

OWN_UV = ROOT / ".venv-tools" / "uv" / "bin" / "uv"


def set_up(group: str = "peers") -> None:
    """Make the tools of a group importable, after everything that qstd itself runs with. Where they cannot be
    installed, the measurement goes on without them.
    """
    home, lock = ROOT / ".venv-tools" / group, ROOT / "requirements" / f"{group}.lock"
    stamp, value = home / "stamp", hashlib.sha256(lock.read_bytes() + sys.version.encode()).hexdigest()
    if not (stamp.is_file() and stamp.read_text() == value):
        try:
            _install(home, lock)
            stamp.write_text(value)
        except (OSError, subprocess.CalledProcessError) as problem:
            print(f"the tools could not be installed: {problem}", file=sys.stderr)
    sys.path += map(str, home.glob("lib/python*/site-packages"))


def _install(home: Path, lock: Path) -> None:
    print("installing the tools to measure against (only the first time)", file=sys.stderr)
    installer = shutil.which("uv") or str(OWN_UV)
    shutil.rmtree(home, ignore_errors=True)
    subprocess.run([installer, "venv", "-q", "--python", sys.executable, str(home)], check=True)
    into = ["--python", str(home / "bin" / "python"), "--no-deps", "--require-hashes"]
    subprocess.run([installer, "pip", "install", "-q", *into, "-r", str(lock)], check=True)
