"""A folder of files that is made as a whole, and that knows which of its files are as they were made."""

import errno
import os
import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from qstd import workspace
from qstd.model.finding import Finding, Place, message

SUMS = "kontrolsum.txt"
"""The digests of all files beside it, as `sha256sum -c` reads them."""
_LINE = re.compile(r"([0-9a-f]{64})  (.+)")
_LIMIT = 200_000_000
_NAMED = 5


def put(folder: Path, files: Mapping[str, bytes]) -> tuple[bool, tuple[Finding, ...]]:
    """Put a folder with just these files in place of one that was made so; tell whether it is another one now. One that
    holds anything else, or a file that somebody has changed, is left as it is and says so. Raises OSError.
    """
    folder = folder.resolve()
    workspace.recover_folder(folder)
    whole = {**files, SUMS: _sums(files)}
    if found := foreign(folder):
        return False, (_refused(folder, found),)
    if workspace.exists(folder) and _holds(folder, whole):
        return False, ()
    workspace.write_folder(folder, whole, lambda old: not foreign(old))
    return True, ()


def foreign(folder: Path) -> tuple[str, ...]:
    """Return the names of what lies in a folder and is not as it was made here. Raises OSError."""
    if not workspace.exists(folder):
        return ()
    if workspace.is_file(folder):
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    found = workspace.lying_in(folder)
    made = _made(folder) if SUMS in found else {}
    others = [each for each in found if each != SUMS] if made else found
    return tuple(each for each in others if _digest(folder / each) != made.get(each))


def _made(folder: Path) -> dict[str, str]:
    text = workspace.read(folder / SUMS).decode("utf-8", "replace")
    return {found[2]: found[1] for found in map(_LINE.fullmatch, text.splitlines()) if found}


def _digest(path: Path) -> str:
    if not workspace.is_file(path):  # a link that leads nowhere
        return "?"
    return sha256(workspace.read(path, _LIMIT)).hexdigest()


def _sums(files: Mapping[str, bytes]) -> bytes:
    return "".join(f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(files.items())).encode()


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    return workspace.lying_in(folder) == tuple(sorted(files)) and all(
        workspace.read(folder / name, _LIMIT) == data for name, data in files.items()
    )


def _refused(folder: Path, names: tuple[str, ...]) -> Finding:
    shown = ", ".join((*names[:_NAMED], *("…" for _ in names[_NAMED : _NAMED + 1])))
    what = message("I mappen er der filer, som ikke er lavet her, eller som er rettet siden: {names}.", names=shown)
    hint = message("Vælg en mappe, der ikke er der endnu, eller flyt filerne. Intet er skrevet.")
    return Finding("U001", "error", what, Place(str(folder)), hint)
