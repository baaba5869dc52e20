"""Files that the editor sends: made in a process of their own, as one archive that is the same each time."""

import io
import multiprocessing
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from qstd import workspace
from qstd.model.finding import Finding, Place, message
from qstd.workspace import Workspace

_LONGEST = 180.0  # seconds
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # an archive has no earlier time, and none says when it was made

Files = tuple[Mapping[str, bytes], tuple[Finding, ...]]
"""Files by name, none where there can be none, and what there is to say."""


@dataclass(frozen=True, slots=True)
class Packed:
    """The archive, empty where there can be none, and what there is to say."""

    data: bytes = b""
    findings: tuple[Finding, ...] = ()


def packed(make: Callable[..., Files], home: Workspace, name: str, *arguments: object) -> Packed:
    """Return what `make` makes of a workspace and the arguments, as an archive with one folder. `make` is a function of a
    module; it may raise OSError.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    other = context.Process(target=_run, args=(theirs, make, home.root, name, arguments), daemon=True)
    other.start()
    theirs.close()
    try:
        made: Packed | None = ours.recv() if ours.poll(_LONGEST) else None
    except EOFError:
        made = None
    finally:
        ours.close()
        other.kill()
        other.join()
    what = message("Filerne blev ikke færdige.")
    return made or Packed(findings=(Finding("U009", "error", what, Place(name), message("Prøv igen.")),))


def _run(theirs: Connection, make: Callable[..., Files], root: Path, name: str, arguments: tuple[object, ...]) -> None:
    try:
        files, findings = make(Workspace(root), *arguments)
    except OSError as error:
        what = message("Filerne kan ikke laves: {reason}.", reason=message(workspace.reason(error)))
        files, findings = {}, (Finding("U009", "error", what, Place(name)),)
    theirs.send(Packed(_archive(files, name.replace("/", "-")) if files else b"", findings))


def _archive(files: Mapping[str, bytes], folder: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(f"{folder}/{name}", _EARLIEST), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
