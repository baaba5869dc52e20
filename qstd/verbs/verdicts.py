"""The verdicts of `qstd check`: kept from one run to the next, so that what has not changed is not checked again.

A municipality's folder is checked as a whole, since its standards are looked at beside each other. What was found in it is
kept under the workspace's `build/.cache/check/`, with the mark of all that it follows from: the files of the folder, the
severities that the workspace has chosen, the day, and the program itself. Where anything of it is another, or the kept file
cannot be read whole, the folder is checked again. Nothing is kept that could not be read, or where a rule broke down.
"""

import datetime as dt
import json
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from itertools import groupby
from pathlib import Path

from qstd import workspace
from qstd.model.finding import Finding
from qstd.verbs import shares
from qstd.verbs.plain_findings import finding, plain_finding
from qstd.workspace import MUNICIPALITY_FILE, RULES_FILE, Entry, Workspace

FOLDER = Path("build", ".cache")
_BROKE = ("K099", "Y014")  # a rule that broke down, a file that the disk refused: it may be otherwise next time
_MAX = 100_000_000
_Place = tuple[Path, str]


@dataclass(frozen=True, slots=True)
class Verdicts:
    """How many standards were checked, and all that is wrong with them and around them, sorted by place."""

    checked: int
    findings: tuple[Finding, ...]


def read_all(
    home: Workspace, today: dt.date | None = None, use_cache: bool = True, only: Sequence[str] = ()
) -> Verdicts:
    """Check every standard of a workspace, as `corpus.read_all` does, and use what is kept of earlier runs. What only some
    rules find is not kept.
    """
    own = read(home.entries(), home.root, today, home if use_cache and not only else None, only)
    return Verdicts(own.checked, _sorted((*own.findings, *_beside(home))))


def read(
    entries: Sequence[Entry],
    root: Path,
    today: dt.date | None = None,
    home: Workspace | None = None,
    only: Sequence[str] = (),
) -> Verdicts:
    """Check standards, as `corpus.read` does. Of a folder of the workspace `home` that is asked for as a whole, use what
    is kept; without `home` nothing is kept.
    """
    day = today or workspace.today()
    common = _common(home, day) if home and not only else b""
    folders = [tuple(own) for _, own in groupby(sorted(entries, key=_folder), key=_folder)]
    places = [_place(own, home, common) if home and common else None for own in folders]
    kept = [_kept(*each) if each else None for each in places]
    anew = [(own, place) for own, place, known in zip(folders, places, kept, strict=True) if known is None]
    work = partial(_anew, root=root, today=day, only=tuple(only))
    fresh = iter(shares.of_each(work, anew, sum(len(own) for own, _ in anew)))
    found = [next(fresh) if each is None else each for each in kept] or [_fresh((), root, day, only)]
    about_rules = Workspace(root).standards.joinpath(RULES_FILE).relative_to(root).as_posix()
    # Each folder tells what is wrong with the file that all of them share; once is enough.
    rest = (each for own in found[1:] for each in own if each.place.file != about_rules)
    return Verdicts(len(entries), _sorted((*found[0], *rest)))


def _folder(entry: Entry) -> Path:
    return entry.path.parent


def _sorted(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda each: (each.place.file, each.place.line, each.place.column, each.code)))


def _fresh(entries: Iterable[Entry], root: Path, today: dt.date, only: Sequence[str] = ()) -> tuple[Finding, ...]:
    from qstd.verbs import corpus

    return corpus.read(entries, root, today=today, only=only).findings


def _beside(home: Workspace) -> tuple[Finding, ...]:
    """Return what is wrong beside the standards: stray files, and what people said of pairs of sections."""
    if not workspace.strays(home) and not workspace.exists(home.standards / workspace.ALIGNMENTS_FILE):
        return ()
    from qstd.verbs import corpus

    return corpus.beside(home)[1]


def _place(own: Sequence[Entry], home: Workspace, common: bytes) -> _Place | None:
    """Return where the verdict on a folder is kept, and its mark; None where it is not kept."""
    folder = own[0].path.parent
    mark = _mark(folder, common) if tuple(own) == _all(folder, home) else ""
    return (home.root / FOLDER / "check" / f"{folder.name}.json", mark) if mark else None


def _anew(
    folder: tuple[tuple[Entry, ...], _Place | None], root: Path, today: dt.date, only: Sequence[str]
) -> tuple[Finding, ...]:
    """Return what is wrong in one folder, found anew and then kept."""
    own, place = folder
    found = _fresh(own, root, today, only)
    if place and not any(each.code in _BROKE for each in found):
        _keep(*place, found)
    return found


def _all(folder: Path, home: Workspace) -> tuple[Entry, ...]:
    """Return all standards of a folder; none where it is no folder of the workspace."""
    return workspace.entries_in(folder) if folder.parent == home.standards else ()


# ---------- What a verdict follows from ----------


def _common(home: Workspace, today: dt.date) -> bytes:
    """Return what the verdicts on all folders follow from. Empty where it cannot be read."""
    levels = home.standards / RULES_FILE
    try:
        data = workspace.read(levels) if workspace.exists(levels) else b""
    except OSError:
        return b""
    return sha256(f"{workspace.program()} {today}".encode()).digest() + sha256(data).digest()


def _mark(folder: Path, common: bytes) -> str:
    """Return the mark of a folder: of its names, of the bytes of its YAML files, and of what all have in common. Empty
    where a file cannot be read.
    """
    mark = sha256(common)
    try:
        for name in workspace.names(folder):
            mark.update(b"\0" + name.encode("utf-8", "surrogateescape") + b"\0")
            path = folder / name
            if name == MUNICIPALITY_FILE or workspace.is_standard(path):
                mark.update(sha256(workspace.read(path)).digest())
    except OSError:
        return ""
    return mark.hexdigest()


# ---------- What is kept ----------


def _kept(path: Path, mark: str) -> tuple[Finding, ...] | None:
    """Return the findings kept under a mark; None where they are not, or the file is not as it was written."""
    try:
        head, _, body = workspace.read(path, _MAX).partition(b"\n")
        if head.decode() != f"{mark} {sha256(body).hexdigest()}":
            return None
        return tuple(map(finding, json.loads(body)))
    except (OSError, ValueError, TypeError, KeyError):
        return None


def _keep(path: Path, mark: str, findings: Iterable[Finding]) -> None:
    """Keep findings; where the disk refuses, the next run does the work again."""
    body = json.dumps([plain_finding(each) for each in findings], ensure_ascii=False, separators=(",", ":")).encode()
    with suppress(OSError):
        # So that git does not list what is kept, wherever the workspace is.
        workspace.write(path.parents[1] / ".gitignore", b"*\n")
        workspace.write(path, f"{mark} {sha256(body).hexdigest()}\n".encode() + body)
