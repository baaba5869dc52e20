"""The environments of the tools that qstd is measured against: each made from its lock when a measurement first needs it."""

import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

from bench.common.child import ROOT

HOME = ROOT / ".venv-tools"
OWN_UV = HOME / "uv" / "bin" / "uv"
NPM_LOCKED = ROOT / "bench" / "peers" / "npm"
NPM = HOME / "npm"


def set_up(group: str = "peers") -> None:
    """Make the tools of a group importable, after everything that qstd itself runs with. Where they cannot be
    installed, the measurement goes on without them.
    """
    home, lock = HOME / group, ROOT / "requirements" / f"{group}.lock"
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


def set_up_npm() -> None:
    """Install what npm has, exactly as locked, where that was not done yet."""
    stamp, value = NPM / "stamp", hashlib.sha256((NPM_LOCKED / "package-lock.json").read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text("utf-8") == value:
        return
    try:
        NPM.mkdir(parents=True, exist_ok=True)
        for each in ("package.json", "package-lock.json", ".npmrc"):
            shutil.copy(NPM_LOCKED / each, NPM / each)
        subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], cwd=NPM, check=True)
        stamp.write_text(value, "utf-8")
    except (OSError, subprocess.CalledProcessError) as problem:
        print(f"the tools from npm could not be installed: {problem}", file=sys.stderr)
