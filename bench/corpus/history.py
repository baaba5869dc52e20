"""A workspace with a life behind it: the same standards approved anew each year, each year in a commit of its own.

The commits are written by `git fast-import`, so that many years are there within seconds.
"""

import datetime as dt
import os
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.corpus import national, versions
from bench.corpus.folder import as_yaml
from bench.corpus.national import Named
from qstd.model.standard import Approval, Standard
from qstd.readers.yaml_file import read_standard

MONTH, DAY = 10, 5
_EDITS = 10  # in a standard from one year to the next
_WHO = "Anne Andersen <anne@eksempel.dk>"


def lived(folder: Path, count: int, first: int, years: int, seed: int = 1) -> list[str]:
    """Write a workspace of so many standards and its history from a year on; return the refs of the standards."""
    standards = list(national.national(count, seed))
    national.write(iter(standards), folder)
    _git(folder, "init", "--quiet", "--initial-branch", "main")
    _git(folder, "fast-import", "--quiet", told="".join(_stream(folder, standards, first, years, seed)).encode())
    _git(folder, "reset", "--quiet", "--hard", "main")
    return [each.ref for each in standards]


def approved(standard: Standard, year: int) -> Standard:
    """Return a standard as the council approved it in a year."""
    return replace(standard, status="in_force", approval=Approval(date=dt.date(year, MONTH, DAY), body="Byrådet"))


def once_more(folder: Path, ref: str, year: int, seed: int = 1) -> None:
    """Edit a standard as it lies there, approve it in a year, and commit it."""
    path = folder / "standards" / f"{ref}.yaml"
    standard = read_standard(path.read_bytes(), path.name, ref.partition("/")[0]).record
    assert standard is not None
    path.write_text(as_yaml(approved(versions(standard, seed + year, _EDITS), year)), "utf-8")
    _git(folder, "commit", "--quiet", "--all", "--message", f"Godkendt {year}")


def take_back(folder: Path) -> None:
    """Undo the last commit and what it brought."""
    _git(folder, "reset", "--quiet", "--hard", "HEAD~1")


def _stream(folder: Path, standards: list[Named], first: int, years: int, seed: int) -> Iterator[str]:
    """Yield what fast-import reads: what municipalities say of themselves first, then each standard once a year."""
    yield _commit(first, 0, "Kommunernes egne filer")
    yield _file(".gitignore", "build/\n")
    for path in sorted(folder.glob("standards/*/municipality.yaml")):
        yield _file(path.relative_to(folder).as_posix(), path.read_text("utf-8"))
    now = {each.ref: each.standard for each in standards}
    for year in range(first, first + years):
        for at, each in enumerate(standards):
            if year > first:
                now[each.ref] = versions(now[each.ref], seed + year, _EDITS)
            yield _commit(year, at + 1, f"Godkendt {year}")
            yield _file(f"standards/{each.ref}.yaml", as_yaml(approved(now[each.ref], year)))


def _commit(year: int, minute: int, said: str) -> str:
    when = int(dt.datetime(year, MONTH, DAY, 12, tzinfo=dt.UTC).timestamp()) + 60 * minute
    return f"commit refs/heads/main\ncommitter {_WHO} {when} +0000\n{_data(said)}"


def _file(path: str, text: str) -> str:
    return f"M 100644 inline {path}\n{_data(text)}"


def _data(text: str) -> str:
    return f"data {len(text.encode())}\n{text}\n"


def _git(folder: Path, *words: str, told: bytes = b"") -> None:
    who = {f"GIT_{role}_{key}": value for role in ("AUTHOR", "COMMITTER") for key, value in _PERSON.items()}
    nothing = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    subprocess.run(["git", *words], cwd=folder, input=told, env=os.environ | who | nothing, check=True)


_PERSON = {"NAME": "Anne Andersen", "EMAIL": "anne@eksempel.dk"}
