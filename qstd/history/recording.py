"""Keeping what files hold now: one commit, of these files and no others, that disturbs nothing somebody has under way.

The commit is made beside the user's own index and files: what is staged or changed elsewhere stays as it is, and hooks are
not run. Only then do the index (for these files) and the branch move, the branch only if it still is where it was. Stopped
at any point, the repository is whole: at worst there are objects that nothing leads to, or files that are staged.
"""

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from qstd.history.git import Refusal, ask, real, refusal_of, repository, run

_UNDER_WAY = ("MERGE_HEAD", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge", "rebase-apply", "BISECT_LOG")
_NO_ONE = "0" * 40


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
    first = next(iter(files))
    root, _partial = repository(first)
    _must_be_quiet(root)
    branch = ask(("symbolic-ref", "-q", "HEAD"), root).decode().strip()
    told = run(("rev-parse", "--verify", "-q", "HEAD^{commit}"), root)
    before = told.stdout.decode().strip() if told.returncode == 0 else ""
    inside = {real(path).relative_to(root).as_posix(): data for path, data in files.items()}
    rows = {name: _kept(name, data, root) for name, data in inside.items()}
    tree = _tree(root, before, rows)
    if before and tree == ask(("rev-parse", f"{before}^{{tree}}"), root).decode().strip():
        return ""
    made = _commit(root, tree, before, message, person)
    _stage(root, before, rows)
    moved = run(("update-ref", "-m", f"qstd: {message.splitlines()[0]}", branch, made, before or _NO_ONE), root)
    if moved.returncode:
        raise Refusal("moved", refusal_of(moved.stderr).words)
    return made


def _must_be_quiet(root: Path) -> None:
    """Refuse where somebody is in the middle of something, or on no branch."""
    home = Path(os.fsdecode(ask(("rev-parse", "--absolute-git-dir"), root)).rstrip("\n"))
    if any((home / each).exists() for each in _UNDER_WAY):
        raise Refusal("under_way")
    if run(("symbolic-ref", "-q", "HEAD"), root).returncode:
        raise Refusal("detached")


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
            (("update-index", "-z", "--add", "--index-info"), _rows(rows)),
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


def _stage(root: Path, before: str, rows: Mapping[str, str]) -> None:
    """Put the files into the user's index too, save those of which somebody has staged something else."""
    staged = _listed(ask(("ls-files", "-s", "-z", "--", *rows), root))
    known = _listed(ask(("ls-tree", "-r", "-z", before, "--", *rows), root), 2) if before else {}
    own = {name: content for name, content in rows.items() if staged.get(name, "") == known.get(name, "")}
    done = run(("update-index", "-z", "--add", "--index-info"), root, _rows(own)) if own else None
    if done is not None and done.returncode:
        raise Refusal("locked" if b"index.lock" in done.stderr else "failed", refusal_of(done.stderr).words)


def _listed(told: bytes, column: int = 1) -> dict[str, str]:
    found = {}
    for row in filter(None, told.split(b"\0")):
        about, name = row.split(b"\t", 1)
        with suppress(IndexError):
            found[os.fsdecode(name)] = about.split()[column].decode()
    return found
