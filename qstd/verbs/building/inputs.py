"""What lies in the workspace: its files by stamp and digest, read again only where the disk tells of a change."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

from qstd import depot, workspace
from qstd.depot import Stamp
from qstd.verbs.building.state import State
from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown
LIMIT = 20_000_000
_UNSURE = 2_000_000_000  # a file may change twice in one tick of a disk's clock: nanoseconds after which it cannot have


class ChangedMeanwhileError(OSError):
    """Something is no longer as it was when the build began."""

    def __init__(self, path: str) -> None:
        super().__init__(None, N_("der blev ændret noget, mens der blev bygget; byg igen"), path)


@dataclass(frozen=True, slots=True)
class Inputs:
    """The files below `standards/` and `templates/`, by path from the workspace, with stamp and digest. `when` is the
    time at which they were looked at.
    """

    files: Mapping[str, tuple[Stamp, str]]
    when: int

    def of(self, folder: str) -> dict[str, str]:
        """Return the files directly in a folder, by name, with their digest."""
        start = f"{folder}/"
        inside = (
            (name[len(start) :], digest) for name, (_stamp, digest) in self.files.items() if name.startswith(start)
        )
        return {name: digest for name, digest in inside if "/" not in name}

    def stamps_in(self, folder: str) -> dict[str, Stamp]:
        """Return the stamps of the files directly in a folder, by name."""
        start = f"{folder}/"
        inside = ((name[len(start) :], stamp) for name, (stamp, _) in self.files.items() if name.startswith(start))
        return {name: stamp for name, stamp in inside if "/" not in name}

    def by_folder(self) -> dict[str, dict[str, str]]:
        """Return the files of every municipality's folder, by slug and name, with their digest."""
        found: dict[str, dict[str, str]] = {}
        for path, (_stamp, digest) in self.files.items():
            top, *rest = path.split("/")
            if top == "standards" and len(rest) == 2:
                found.setdefault(rest[0], {})[rest[1]] = digest
        return found

    def same_as(self, state: State) -> bool:
        """Tell whether nothing is another than it was."""
        before = {name: digest for name, (_stamp, digest) in state.files.items()}
        return before == {name: digest for name, (_stamp, digest) in self.files.items()}


def look(home: Workspace, state: State) -> Inputs:
    """Look at all files that a site is made from."""
    when = depot.now()
    files: dict[str, tuple[Stamp, str]] = {}
    for top in ("standards", "templates"):
        for name, stamp in depot.stamps(home.root / top).items():
            path = f"{top}/{name}"
            known = state.files.get(path)
            sure = known is not None and known[0] == stamp and stamp.changed + _UNSURE < state.when
            digest = known[1] if known and sure else depot.digest(home.root / path, LIMIT)
            files[path] = (stamp, digest)
    return Inputs(files, when)


def mark_of(files: Mapping[str, str], common: str) -> str:
    """Return the mark of a folder's files, with what else its reading follows from."""
    return sha256(repr((common, sorted(files.items()))).encode()).hexdigest()


def slugs(home: Workspace) -> Iterator[str]:
    """Yield the municipalities' folders, sorted."""
    return (each.name for each in workspace.Workspace(home.root).folders())
