"""The only door to git: what a folder held at an earlier revision. Nothing here changes a repository or asks the network.

Which repository is meant is told by the folder that git is called in and by nothing else: what other programs have set
for git does not reach it. What git cannot say is a Refusal with a short reason.
"""

import errno
import os
import re
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import Literal, NamedTuple

Reason = Literal["no_git", "no_repository", "not_ours", "unknown", "shallow", "ambiguous", "slow", "failed"]
SECONDS = 30
_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?\n")
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
    (b"must be run in a work tree", "no_repository"),
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


class Naming(NamedTuple):
    """A commit that gave a file its name: the short number and the day (ISO) of the commit, and the name that the file
    had before; None where it was new.
    """

    commit: str
    day: str
    before: Path | None


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A repository as it was at one commit. `root` is its top folder."""

    root: Path
    commit: str

    def files(self, path: Path) -> tuple[Path, ...]:
        """Return the file of this path, or all files below this folder, sorted; none where nothing was there."""
        return tuple(sorted(self._contents(path)))

    def read(self, path: Path, limit: int) -> bytes:
        """Return a file's bytes. Raises FileNotFoundError where it was not there, OSError where it is over the limit."""
        content, size = self._contents(path).get(path, ("", 0))
        if not content:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        if size > limit:
            raise OSError(errno.EFBIG, os.strerror(errno.EFBIG), str(path))
        return _ask(("cat-file", "blob", content), self.root)

    def has(self, path: Path) -> bool:
        """Tell whether there was a file at a path."""
        return path in self._contents(path)

    def _contents(self, path: Path) -> dict[Path, tuple[str, int]]:
        """Return the name and the size of the content of each file at or below a path. Links hold no text of their own."""
        real = _real(path)
        if not real.is_relative_to(self.root):
            return {}
        inside = real.relative_to(self.root).as_posix()
        told = _ask(("ls-tree", "-r", "-z", "-l", "--full-tree", self.commit, "--", inside), self.root)
        found = {}
        for row in filter(None, told.split(b"\0")):
            about, name = row.split(b"\t", 1)
            mode, _kind, content, size = about.decode().split()
            if mode.startswith("100"):
                found[path / Path(os.fsdecode(name)).relative_to(inside)] = content, int(size)
        return found

    def namings(self, path: Path) -> tuple[Naming, ...]:
        """Return the commits since this one that gave today's file its name, the latest first; none where git takes too
        long to find out.
        """
        words = ("log", "-z", "--follow", "--name-status", "--diff-filter=AR", "--date=short", "--format=format:%h %cd")
        inside = _real(path).relative_to(self.root).as_posix()
        try:
            told = os.fsdecode(_ask((*words, f"{self.commit}..HEAD", "--", inside), self.root))
        except Refusal:
            return ()
        return tuple(_naming(each, self.root) for each in told.split("\0\0") if "\n" in each)


def _naming(told: str, root: Path) -> Naming:
    """Read what git tells of a commit: number and day, then "A" and the name, or "R100", the old name and the new."""
    about, change = told.split("\n", 1)
    commit, day = about.rpartition("\0")[2].split(" ")
    kind, name, *_new = change.split("\0")
    return Naming(commit, day, root / name if kind.startswith("R") else None)


class Change(NamedTuple):
    """A file as a commit left it: the day of the commit (ISO), its place among all commits that touched the folder (0 is
    the newest), and the name of the content; empty where the commit took the file away.
    """

    day: str
    place: int
    content: str


def changes(folder: Path) -> dict[str, tuple[Change, ...]]:
    """Return how every file in a folder and below it has changed, by its path from there, the newest first. Files that got
    another name begin anew. Empty where there is no history. Raises Refusal where git does not answer.
    """
    root, _partial = _repository(folder)
    words = ("log", "--raw", "-z", "--no-renames", "--no-abbrev", "-m", "--first-parent", "--date=short")
    inside = _real(folder).relative_to(root).as_posix()
    told = _run((*words, "--format=format:%x01%cd", "--", inside), root)
    if told.returncode:  # no commit yet
        return {}
    found: dict[str, list[Change]] = {}
    start = "" if inside == "." else f"{inside}/"
    for place, each in enumerate(told.stdout.split(b"\x01")[1:]):
        day, *rows = each.replace(b"\n", b"\0", 1).split(b"\0")
        for about, name in (pair for pair in zip(rows[::2], rows[1::2], strict=False) if pair[0]):
            content = about.split()[3].decode() if about.startswith(b":") else ""
            path = os.fsdecode(name).removeprefix(start)
            found.setdefault(path, []).append(Change(day.decode(), place, content if content.strip("0") else ""))
    return {path: tuple(own) for path, own in found.items()}


def content_of(data: bytes) -> str:
    """Return the name that git gives to a content."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def contents(folder: Path, names: Sequence[str], limit: int) -> dict[str, bytes]:
    """Return contents by their names, asked for in one go; those that are not there, or over the limit, are left out."""
    root, _partial = _repository(folder)
    told = _run(("cat-file", "--batch"), root, "".join(f"{each}\n" for each in names).encode()).stdout
    found, at = {}, 0
    for _ in names:
        end = told.find(b"\n", at)
        name, kind, *size = told[at:end].decode().split(" ")
        at = end + 1
        if kind == "blob" and size:
            if int(size[0]) <= limit:
                found[name] = told[at : at + int(size[0])]
            at += int(size[0]) + 1
    return found


def at(path: Path, revision: str) -> Snapshot:
    """Return the repository that a path lies in, as it was at a revision; what lay at the path may be gone by now.

    Raises Refusal.
    """
    root, partial = _repository(path)
    if not revision or revision.startswith("-"):
        raise Refusal("unknown")
    done = _run(("rev-parse", "--verify", f"{revision}^{{commit}}"), root)
    if b"is ambiguous" in done.stderr:
        raise Refusal("ambiguous")
    if done.returncode == 0 and _COMMIT.fullmatch(done.stdout):
        return Snapshot(root, done.stdout.decode().strip())
    refusal = _refusal(done.stderr) if done.returncode else Refusal("unknown")
    raise Refusal("shallow") if partial and refusal.reason == "unknown" else refusal


def _repository(path: Path) -> tuple[Path, bool]:
    real = _real(path)
    folder = next(each for each in (real, *real.parents) if each.is_dir())
    told = _ask(("rev-parse", "--show-toplevel", "--is-shallow-repository"), folder)
    root, partial = os.fsdecode(told).rstrip("\n").rsplit("\n", 1)
    return Path(root), partial == "true"


def _real(path: Path) -> Path:
    """Return where a path leads: git knows nothing of what lies behind a link."""
    try:
        return Path(os.path.realpath(path))  # Path.resolve gives up at a link that leads to itself
    except ValueError as error:
        raise Refusal("unknown") from error


def _ask(words: tuple[str, ...], folder: Path) -> bytes:
    done = _run(words, folder)
    if done.returncode:
        raise _refusal(done.stderr)
    return done.stdout


def _refusal(said: bytes) -> Refusal:
    reason: Reason = next((reason for words, reason in _SAID if words in said), "failed")
    last = said.decode("utf-8", "replace").strip().rpartition("\n")[2]
    return Refusal(reason, last.removeprefix("fatal: "))


def _run(words: tuple[str, ...], folder: Path, asked: bytes = b"") -> "subprocess.CompletedProcess[bytes]":
    command = ("git", *_SAFE, *words)
    try:
        return subprocess.run(
            command,
            cwd=folder,
            env=_environment(),
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
