"""Keeping what files hold now: one commit, of these files and no others, that disturbs nothing somebody has under way.

The commit is made beside the user's own index and files: what is staged or changed elsewhere stays as it is, and hooks are
not run. Only then do the index (for these files) and the branch move, the branch only if it still is where it was. Stopped
at any point, the repository is whole: at worst there are objects that nothing leads to, a lock that is named to whoever
comes next, or files that are staged. Those are noted beside the index, so that the next commit knows them for its own.
"""

import os
import re
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qstd.history.git import Reason, Refusal, ask, real, refusal_of, repository, run

_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply", "BISECT_LOG")
_NO_ONE = "0" * 40
_INTO_INDEX = ("update-index", "-z", "--add", "--index-info")
_NOTE = "qstd-staged"
_LOCK = re.compile(rb"Unable to create '([^']+\.lock)'")


@dataclass(frozen=True, slots=True)
class Person:
    """Whose change it is, as git names people."""

    name: str
    mail: str


def known_person(folder: Path) -> Person | None:
    """Return the person whom git's settings name; None where they name nobody."""
    told = [run(("config", "--get", each), folder) for each in ("user.name", "user.email")]
    name, mail = (each.stdout.decode("utf-8", "replace").strip() for each in told)
    return Person(name, mail) if name and mail else None


def begin(folder: Path) -> None:
    """Make a folder a repository. Raises Refusal, also where it lies in one."""
    try:
        repository(folder)
    except Refusal as refusal:
        if refusal.reason != "no_repository":
            raise
    else:
        raise Refusal("failed", "in a repository already")
    ask(("init", "--quiet", "--initial-branch=main"), folder)


def record(files: Mapping[Path, bytes | None], message: str, person: Person) -> str:
    """Commit what these files hold (None: that one is gone) and return the commit's name; empty where the last commit
    holds the same. Raises Refusal, and then nothing is changed.
    """
    root, _partial = repository(next(iter(files)).parent)  # a link is a file of the folder that it lies in
    inside = {_within(path, root): data for path, data in files.items()}
    own, branch = _must_be_quiet(root)
    told = run(("rev-parse", "--verify", "-q", "HEAD^{commit}"), root)
    before = told.stdout.decode().strip() if told.returncode == 0 else ""
    rows = {name: _kept(name, data, root) for name, data in inside.items()}
    tree = _tree(root, before, rows)
    if before and tree == ask(("rev-parse", f"{before}^{{tree}}"), root).decode().strip():
        return ""
    made = _commit(root, tree, before, message, person)
    note = own / _NOTE
    unstaged = _stage(root, before, rows, note)
    moved = run(
        ("update-ref", "-m", f"qstd: {message.strip().partition(chr(10))[0]}", branch, made, before or _NO_ONE), root
    )
    if moved.returncode:
        run(_INTO_INDEX, root, unstaged)
    note.unlink(missing_ok=True)
    if moved.returncode:
        raise _refused(moved.stderr, "moved")
    return made


def ready(folder: Path) -> Refusal | None:
    """Return why nothing could be committed in a folder now; None where it could."""
    try:
        root, _partial = repository(folder)
        _must_be_quiet(root)
    except Refusal as refusal:
        return refusal
    return None


def _within(path: Path, root: Path) -> str:
    """Return what the repository calls a file; one that lies elsewhere is none of its own."""
    there = real(path)
    if not there.is_relative_to(root):
        raise Refusal("outside", str(there))
    return there.relative_to(root).as_posix()


def _must_be_quiet(root: Path) -> tuple[Path, str]:
    """Refuse where somebody is in the middle of something, or on no branch; return git's own folder and the branch."""
    told = os.fsdecode(ask(("rev-parse", "--absolute-git-dir", "--git-common-dir"), root))
    own, common = (root / each for each in told.splitlines())
    if any((own / each).exists() for each in _UNDER_WAY):
        raise Refusal("under_way")
    on = run(("symbolic-ref", "-q", "HEAD"), root)
    if on.returncode:
        raise Refusal("detached")
    branch = os.fsdecode(on.stdout).rstrip("\n")
    for lock in (own / "index.lock", own / "HEAD.lock", common / f"{branch}.lock"):
        if lock.exists():
            raise Refusal("locked", str(lock))
    return own, branch


def _refused(said: bytes, usual: Reason = "failed") -> Refusal:
    """Return what git's complaint about a change means."""
    if lock := _LOCK.search(said):
        return Refusal("locked", os.fsdecode(lock[1]))
    return Refusal(usual, refusal_of(said).words)


def _kept(name: str, data: bytes | None, root: Path) -> str:
    """Put a content into the repository, as its settings for line ends have it; return its name, empty for none."""
    if data is None:
        return ""
    done = run(("hash-object", "-w", "--stdin", f"--path={name}"), root, data)
    if done.returncode:
        raise refusal_of(done.stderr)
    return done.stdout.decode().strip()


def _rows(rows: Mapping[str, str]) -> bytes:
    """Return what `update-index` is told of files: mode, content and name of each; mode 0 takes a file out."""
    told = (f"{'100644' if content else '0'} {content or _NO_ONE}\t{name}\0" for name, content in rows.items())
    return os.fsencode("".join(told))


def _tree(root: Path, before: str, rows: Mapping[str, str]) -> str:
    """Return the tree of the last commit with these files in it, made in an index of its own."""
    with tempfile.TemporaryDirectory(prefix="qstd-") as folder:
        own = {"GIT_INDEX_FILE": str(Path(folder) / "index")}
        steps: tuple[tuple[tuple[str, ...], bytes], ...] = (
            (("read-tree", before) if before else ("read-tree", "--empty"), b""),
            (_INTO_INDEX, _rows(rows)),
        )
        for words, asked in steps:
            done = run(words, root, asked, own)
            if done.returncode:
                raise refusal_of(done.stderr)
        done = run(("write-tree",), root, b"", own)
        if done.returncode:
            raise refusal_of(done.stderr)
        return done.stdout.decode().strip()


def _commit(root: Path, tree: str, before: str, message: str, person: Person) -> str:
    names = {
        "GIT_AUTHOR_NAME": person.name,
        "GIT_AUTHOR_EMAIL": person.mail,
        "GIT_COMMITTER_NAME": person.name,
        "GIT_COMMITTER_EMAIL": person.mail,
    }
    parent = ("-p", before) if before else ()
    done = run(("commit-tree", tree, *parent, "-F", "-"), root, message.encode(), names)
    if done.returncode:
        raise refusal_of(done.stderr)
    return done.stdout.decode().strip()


def _stage(root: Path, before: str, rows: Mapping[str, str], note: Path) -> bytes:
    """Put the files into the user's index too, save those of which somebody has staged something else. Returns what
    `update-index` is told to take that back.
    """
    staged = _listed(ask(("ls-files", "-s", "-z", "--", *rows), root))
    known = _listed(ask(("ls-tree", "-r", "-z", before, "--", *rows), root), 2) if before else {}
    left = _listed(note.read_bytes()) if note.exists() else {}
    ours = {name for name in rows if staged.get(name, "") in (known.get(name, ""), left.get(name))}
    own = {name: content for name, content in rows.items() if name in ours}
    note.write_bytes(_rows(own))
    done = run(_INTO_INDEX, root, _rows(own))
    if done.returncode:
        raise _refused(done.stderr)
    return _rows({name: known.get(name, "") for name in own})


def _listed(told: bytes, column: int = 1) -> dict[str, str]:
    found = {}
    for row in filter(None, told.split(b"\0")):
        about, name = row.split(b"\t", 1)
        with suppress(IndexError):
            found[os.fsdecode(name)] = about.split()[column].decode()
    return found
