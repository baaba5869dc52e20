"""A git repository that a test makes: always the same commits, whoever and whenever."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

_SETTINGS = ("user.name=qstd", "user.email=qstd@example.org", "init.defaultBranch=main", "commit.gpgsign=false")


class Repository:
    """A repository in a folder; its first commit is of 2026-01-01, each next one of the day after."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.commits = 0
        folder.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet")

    def git(self, *words: str, told: bytes = b"", day: str = "") -> str:
        """Run a git command, on a day where one is named, and return what it prints."""
        day = f"{day or f'2026-01-{self.commits + 1:02}'}T12:00:00Z"
        nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        plain = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
        done = subprocess.run(
            ["git", *(word for each in _SETTINGS for word in ("-c", each)), *words],
            cwd=self.folder,
            env=plain | nothing | {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day, "LC_ALL": "C"},
            input=told,
            capture_output=True,
            check=True,
        )
        return os.fsdecode(done.stdout).strip()

    def commit(
        self,
        files: Mapping[str, str | bytes] | None = None,
        move: Mapping[str, str] | None = None,
        remove: Sequence[str] = (),
        tag: str = "",
        day: str = "",
    ) -> str:
        """Write, rename and remove files, commit everything that lies there, and return the commit's number."""
        for old, new in (move or {}).items():
            (self.folder / new).parent.mkdir(parents=True, exist_ok=True)
            (self.folder / old).rename(self.folder / new)
        for name in remove:
            (self.folder / name).unlink()
        for name, text in (files or {}).items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text.encode() if isinstance(text, str) else text)
        self.git("add", "--all")
        self.git("commit", "--quiet", "--allow-empty", "--message", f"commit {self.commits + 1}", day=day)
        self.commits += 1
        if tag:
            self.git("tag", tag)
        return self.git("rev-parse", "HEAD")
