"""The environment of the tools that qstd is measured against: made from its lock when a measurement first needs it."""

import hashlib
import shutil
import subprocess
import sys

from bench.common.child import ROOT

HOME = ROOT / ".venv-tools" / "peers"
LOCK = ROOT / "requirements" / "peers.lock"
OWN_UV = ROOT / ".venv-tools" / "uv" / "bin" / "uv"


def set_up() -> None:
    """Make the tools importable, after everything that qstd itself runs with. Where they cannot be installed, the
    measurement goes on without them.
    """
    stamp, value = HOME / "stamp", hashlib.sha256(LOCK.read_bytes() + sys.version.encode()).hexdigest()
    if not (stamp.is_file() and stamp.read_text() == value):
        try:
            _install()
            stamp.write_text(value)
        except (OSError, subprocess.CalledProcessError) as problem:
            print(f"the tools could not be installed: {problem}", file=sys.stderr)
    sys.path += map(str, HOME.glob("lib/python*/site-packages"))


def _install() -> None:
    print("installing the tools to measure against (only the first time)", file=sys.stderr)
    installer = shutil.which("uv") or str(OWN_UV)
    shutil.rmtree(HOME, ignore_errors=True)
    subprocess.run([installer, "venv", "-q", "--python", sys.executable, str(HOME)], check=True)
    into = ["--python", str(HOME / "bin" / "python"), "--no-deps", "--require-hashes"]
    subprocess.run([installer, "pip", "install", "-q", *into, "-r", str(LOCK)], check=True)
