"""The package for a committee, made for the editor: in a process of its own, as one archive that is the same each time."""

import io
import multiprocessing
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from qstd import workspace
from qstd.model.finding import Finding, Place, message
from qstd.verbs import package
from qstd.workspace import Workspace

_LONGEST = 180.0  # seconds
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # an archive has no earlier time, and none says when it was made


@dataclass(frozen=True, slots=True)
class Packed:
    """The archive, empty where there can be none, and what there is to say."""

    data: bytes = b""
    findings: tuple[Finding, ...] = ()


def packed(home: Workspace, ref: str, since: str, beside: Sequence[str], language: str) -> Packed:
    """Make a package of a standard; `since` is the version before (empty: the standard is new)."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    other = context.Process(target=_run, args=(theirs, home.root, ref, since, tuple(beside), language), daemon=True)
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
    what = message("Pakken blev ikke færdig.")
    return made or Packed(findings=(Finding("U009", "error", what, Place(ref), message("Prøv igen.")),))


def _run(theirs: Connection, root: Path, ref: str, since: str, beside: Sequence[str], language: str) -> None:
    theirs.send(_packed(root, ref, since, beside, language))


def _packed(root: Path, ref: str, since: str, beside: Sequence[str], language: str) -> Packed:
    home = Workspace(root)
    try:
        made, findings = package.prepared(ref, since, beside, root, home)
        if made is None:
            return Packed(findings=findings)
        files = dict(package.files(made, workspace.today(), language))
    except OSError as error:
        what = message("Pakken kan ikke laves: {reason}.", reason=message(workspace.reason(error)))
        return Packed(findings=(Finding("U009", "error", what, Place(ref)),))
    return Packed(_archive(files, ref.replace("/", "-")), findings)


def _archive(files: Mapping[str, bytes], folder: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(zipfile.ZipInfo(f"{folder}/{name}", _EARLIEST), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()
