"""What a folder held at an earlier revision. Nothing here changes a repository."""

import errno
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha1
from pathlib import Path
from typing import NamedTuple

from qstd.history.git import Refusal, ask, real, refusal_of, repository, run

_COMMIT = re.compile(rb"[0-9a-f]{40}(?:[0-9a-f]{24})?\n")


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
        return ask(("cat-file", "blob", content), self.root)

    def has(self, path: Path) -> bool:
        """Tell whether there was a file at a path."""
        return path in self._contents(path)

    def _contents(self, path: Path) -> dict[Path, tuple[str, int]]:
        """Return the name and the size of the content of each file at or below a path. Links hold no text of their own."""
        there = real(path)
        if not there.is_relative_to(self.root):
            return {}
        inside = there.relative_to(self.root).as_posix()
        told = ask(("ls-tree", "-r", "-z", "-l", "--full-tree", self.commit, "--", inside), self.root)
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
        inside = real(path).relative_to(self.root).as_posix()
        try:
            told = os.fsdecode(ask((*words, f"{self.commit}..HEAD", "--", inside), self.root))
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
    the newest), the name of the content, empty where the commit took the file away, and that of the commit.
    """

    day: str
    place: int
    content: str
    commit: str


def changes(folder: Path) -> dict[str, tuple[Change, ...]]:
    """Return how every file in a folder and below it has changed, by its path from there, the newest first. Files that got
    another name begin anew. Empty where there is no history. Raises Refusal where git does not answer.
    """
    root, _partial = repository(folder)
    words = ("log", "--raw", "-z", "--no-renames", "--no-abbrev", "-m", "--first-parent", "--date=short")
    inside = real(folder).relative_to(root).as_posix()
    told = run((*words, "--format=format:%x01%H %cd", "--", inside), root)
    if told.returncode:  # no commit yet
        return {}
    found: dict[str, list[Change]] = {}
    start = "" if inside == "." else f"{inside}/"
    for place, each in enumerate(told.stdout.split(b"\x01")[1:]):
        about_commit, *rows = each.replace(b"\n", b"\0", 1).split(b"\0")
        commit, day = about_commit.decode().split(" ")
        for about, name in (pair for pair in zip(rows[::2], rows[1::2], strict=False) if pair[0]):
            content = about.split()[3].decode() if about.startswith(b":") else ""
            path = os.fsdecode(name).removeprefix(start)
            found.setdefault(path, []).append(Change(day, place, content if content.strip("0") else "", commit))
    return {path: tuple(own) for path, own in found.items()}


class Commit(NamedTuple):
    """A commit that touched a file: its name, its day (ISO), who made it, the first line of what they said, where the file
    lay then, and the name of its content; empty where the commit took it away.
    """

    name: str
    day: str
    author: str
    subject: str
    path: Path
    content: str


def log(path: Path) -> tuple[Commit, ...]:
    """Return the commits that touched a file, the newest first, also from before it got its name. Raises Refusal."""
    root, _partial = repository(path)
    words = ("log", "--raw", "-z", "--follow", "--no-abbrev", "-M", "--first-parent", "-m", "--date=short")
    inside = real(path).relative_to(root).as_posix()
    told = run((*words, "--format=format:%x01%H%x02%cd%x02%an%x02%s", "--", inside), root)
    if told.returncode:  # no commit yet
        return ()
    return tuple(_commit(each, root) for each in told.stdout.split(b"\x01")[1:])


def _commit(told: bytes, root: Path) -> Commit:
    about, *rows = told.replace(b"\n", b"\0", 1).split(b"\0")
    name, day, author, subject = about.decode("utf-8", "replace").split("\x02")
    change, names = rows[0].split(), [each for each in rows[1:] if each]
    content = change[3].decode()
    return Commit(name, day, author, subject, root / os.fsdecode(names[-1]), content if content.strip("0") else "")


def is_partial(path: Path) -> bool:
    """Tell whether the repository that a path lies in holds only the latest commits. Raises Refusal."""
    return repository(path)[1]


def content_of(data: bytes) -> str:
    """Return the name that git gives to a content."""
    return sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def contents(folder: Path, names: Sequence[str], limit: int) -> dict[str, bytes]:
    """Return contents by their names, asked for in one go; those that are not there, or over the limit, are left out."""
    root, _partial = repository(folder)
    told = run(("cat-file", "--batch"), root, "".join(f"{each}\n" for each in names).encode()).stdout
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
    root, partial = repository(path)
    if not revision or revision.startswith("-"):
        raise Refusal("unknown")
    done = run(("rev-parse", "--verify", f"{revision}^{{commit}}"), root)
    if b"is ambiguous" in done.stderr:
        raise Refusal("ambiguous")
    if done.returncode == 0 and _COMMIT.fullmatch(done.stdout):
        return Snapshot(root, done.stdout.decode().strip())
    refusal = refusal_of(done.stderr) if done.returncode else Refusal("unknown")
    raise Refusal("shallow") if partial and refusal.reason == "unknown" else refusal
