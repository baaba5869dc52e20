"""Calling git: in which environment, what it may not do, and what its refusals mean."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Literal

Reason = Literal[
    "no_git",
    "no_repository",
    "bare",  # a repository without files of its own
    "not_ours",
    "unknown",
    "shallow",
    "ambiguous",
    "slow",
    "under_way",  # a merge, a rebase: somebody is in the middle of it
    "detached",  # on no branch: what is kept there is soon found no more
    "locked",  # another program holds the repository; the words are the file that says so
    "outside",  # a link leads out of the repository; the words are where to
    "moved",  # the branch went on meanwhile
    "failed",
]
SECONDS = 30
# Where the machine keeps the user's settings for git, where git itself lies, and how far up it may look.
_KEPT = ("GIT_CONFIG_GLOBAL", "GIT_CONFIG_SYSTEM", "GIT_CONFIG_NOSYSTEM", "GIT_CEILING_DIRECTORIES", "GIT_EXEC_PATH")
_OWN = {
    "LC_ALL": "C",  # what git says is read here
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_NO_LAZY_FETCH": "1",  # a clone that left files behind would fetch them
    "GIT_ALLOW_PROTOCOL": "none",
}
# Paths mean what they say, and no setting of a repository has git start another program.
_SAFE = ("--no-pager", "--literal-pathspecs", "-c", "core.fsmonitor=false", "-c", "log.showSignature=false")
_SAID: tuple[tuple[bytes, Reason], ...] = (
    (b"not a git repository", "no_repository"),
    (b"must be run in a work tree", "bare"),
    (b"dubious ownership", "not_ours"),
    (b"unknown revision", "unknown"),
    (b"Needed a single revision", "unknown"),
)


class Refusal(Exception):  # noqa: N818  # it is an answer of git's, and not always an error
    """Git does not say what it was asked: why, and git's own words."""

    def __init__(self, reason: Reason, words: str = "") -> None:
        super().__init__(reason, words)
        self.reason: Reason = reason
        self.words = words


def repository(path: Path) -> tuple[Path, bool]:
    """Return the top folder of the repository that a path lies in, and whether it holds only the latest commits."""
    there = real(path)
    folder = next(each for each in (there, *there.parents) if each.is_dir())
    told = ask(("rev-parse", "--show-toplevel", "--is-shallow-repository"), folder)
    root, partial = os.fsdecode(told).rstrip("\n").rsplit("\n", 1)
    return Path(root), partial == "true"


def real(path: Path) -> Path:
    """Return where a path leads: git knows nothing of what lies behind a link."""
    try:
        return Path(os.path.realpath(path))  # Path.resolve gives up at a link that leads to itself
    except ValueError as error:
        raise Refusal("unknown") from error


def ask(words: tuple[str, ...], folder: Path) -> bytes:
    """Return what git answers. Raises Refusal."""
    done = run(words, folder)
    if done.returncode:
        raise refusal_of(done.stderr)
    return done.stdout


def refusal_of(said: bytes) -> Refusal:
    """Return what git's complaint means."""
    reason: Reason = next((reason for words, reason in _SAID if words in said), "failed")
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return Refusal(reason, last.removeprefix("fatal: "))


def run(
    words: tuple[str, ...], folder: Path, asked: bytes = b"", more: Mapping[str, str] = MappingProxyType({})
) -> "subprocess.CompletedProcess[bytes]":
    """Call git in a folder with something to read, and more in its environment. Raises Refusal where it cannot be called."""
    command = ("git", *_SAFE, *words)
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=_environment() | dict(more),
            input=asked,
            capture_output=True,
            timeout=SECONDS,
            check=False,
        )
    except (FileNotFoundError, PermissionError) as error:
        raise Refusal("no_git") from error
    except subprocess.TimeoutExpired as error:
        raise Refusal("slow") from error
    except ValueError as error:  # characters that no word on this machine can have
        raise Refusal("unknown") from error
    except OSError as error:
        raise Refusal("failed", error.strerror or "") from error


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name in _KEPT or not name.startswith("GIT_")}
    return kept | _OWN
