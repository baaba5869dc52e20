"""What a folder held at an earlier revision. Nothing here changes a repository."""

import errno
import os
import re
from collections.abc import Iterator, Sequence
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
        words = (
            "log",
            "-z",
            "--follow",
            "--name-status",
            "--diff-filter=ACR",
            "--date=short",
            "--format=format:%h %cd",
        )
        inside = real(path).relative_to(self.root).as_posix()
        try:
            told = os.fsdecode(ask((*words, f"{self.commit}..HEAD", "--", inside), self.root))
        except Refusal:
            return ()
        found = []
        for each in (part for part in told.split("\0\0") if "\n" in part):
            found.append(_naming(each, self.root))
            if found[-1].before is None:  # added, or a copy: what git tells below that is the life of another file
                break
        return tuple(found)


def _naming(told: str, root: Path) -> Naming:
    """Read what git tells of a commit: number and day, then "A" and the name, or "R100", the old name and the new."""
    about, change = told.split("\n", 1)
    commit, day = about.rpartition("\0")[2].split(" ")
    kind, name, *_new = change.split("\0")
    return Naming(commit, day, root / name if kind.startswith("R") else None)


class Change(NamedTuple):
    """A file as a commit left it: the day of the commit (ISO), its place among all commits that touched the folder (0 is
    the newest), the name of the content, empty where the commit took the file away, that of the commit, and the path that
    the file had then.
    """

    day: str
    place: int
    content: str
    commit: str
    path: str


def changes(folder: Path) -> dict[str, tuple[Change, ...]]:
    """Return how every file in a folder and below it has changed, by its path from there, the newest first; a file that got
    another name in the same folder has a single life, by its last name. Empty where there is no history. Raises Refusal
    where git does not answer.
    """
    root, _partial = repository(folder)
    words = ("log", "--raw", "-z", "-M", "--no-abbrev", "-m", "--first-parent", "--date=short")
    inside = real(folder).relative_to(root).as_posix()
    told = run((*words, "--format=format:%x01%H %cd", "--", inside), root)
    if told.returncode:  # no commit yet
        return {}
    lives = _Lives()
    start = "" if inside == "." else f"{inside}/"
    for place, each in enumerate(told.stdout.split(b"\x01")[1:]):
        about, *rows = each.replace(b"\n", b"\0", 1).split(b"\0")
        commit, day = about.decode().split(" ")
        for content, before, name in _rows(rows):
            change = Change(day, place, content, commit, os.fsdecode(name).removeprefix(start))
            lives.add(change, os.fsdecode(before).removeprefix(start))
    return {path: tuple(own) for path, own in lives.found.items()}


def _rows(told: Sequence[bytes]) -> Iterator[tuple[str, bytes, bytes]]:
    """Yield content, former name and name of each file that a commit touched; a file that kept its name has no former one."""
    words = iter(told)
    for about in words:
        if about.startswith(b":"):
            _mode, _new_mode, _old, content, kind = about.decode().split()
            names = (next(words), next(words)) if kind[0] in "RC" else (b"", next(words))
            yield content if content.strip("0") else "", *names


class _Lives:
    """The lives of files, put together from the newest change to the oldest."""

    def __init__(self) -> None:
        self.found: dict[str, list[Change]] = {}
        # The last name of what lay at a path from here on back; None: another file of that name, whose life is not told.
        self._later: dict[str, str | None] = {}

    def add(self, change: Change, before: str) -> None:
        """Add a change; `before` is the name that the file had until then."""
        last = self._later.pop(change.path, change.path)
        if last is not None:
            self.found.setdefault(last, []).append(change)
        if before and before.rpartition("/")[0] == change.path.rpartition("/")[0]:
            self._later |= {change.path: None, before: last}
        elif last != change.path:
            self._later[change.path] = last


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
    """Return the commits that touched a file, the newest first, also from before it got its name. A file that began as a
    copy of one that stayed has its life from there; git would go on with that of the other. Raises Refusal.
    """
    root, _partial = repository(path)
    words = ("log", "--raw", "-z", "--follow", "--no-abbrev", "-M", "--first-parent", "-m", "--date=short")
    inside = real(path).relative_to(root).as_posix()
    told = run((*words, "--format=format:%x01%H%x02%cd%x02%an%x02%s", "--", inside), root)
    if told.returncode:  # no commit yet
        return ()
    found = []
    for each in told.stdout.split(b"\x01")[1:]:
        commit, is_copy = _commit(each, root)
        found.append(commit)
        if is_copy:
            break
    return tuple(found)


def _commit(told: bytes, root: Path) -> tuple[Commit, bool]:
    """Return what git told of one commit, and whether the file came to be in it as a copy of another one."""
    about, *rows = told.replace(b"\n", b"\0", 1).split(b"\0")
    name, day, author, subject = about.decode("utf-8", "replace").split("\x02")
    change, names = rows[0].split(), [each for each in rows[1:] if each]
    content = change[3].decode()
    path = root / os.fsdecode(names[-1])
    return Commit(name, day, author, subject, path, content if content.strip("0") else ""), change[4].startswith(b"C")


def head(path: Path) -> str:
    """Return the commit that is checked out where a path lies; empty where nothing keeps a history, or nothing is in it."""
    try:
        return ask(("rev-parse", "--verify", "HEAD"), real(path)).decode().strip()
    except Refusal:
        return ""


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
