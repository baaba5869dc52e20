"""The earlier versions of standards, as the history tells of them: which contents to ask for, not the contents themselves."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path

from qstd import history, workspace
from qstd.history import Change, Refusal
from qstd.site.published import Past, Published
from qstd.verbs.building.inputs import Inputs
from qstd.workspace import MUNICIPALITY_FILE, Workspace

_MOST = 20  # versions that are looked through for the one before


@dataclass(frozen=True, slots=True)
class Told:
    """What a history tells of the files that a site is built from: how each has changed, by its path below the folder of
    all standards. The history is that of `folder`; the files lie `here`, as they are now or, `is_as_of`, as they were.
    """

    folder: Path
    here: Path
    changes: Mapping[str, Sequence[Change]]
    is_as_of: bool = False
    _read: dict[str, bytes] = field(default_factory=dict)

    def now(self, path: str) -> bytes:
        """Return what lies there; nothing where there is no such file."""
        if path not in self._read:
            try:
                self._read[path] = workspace.read(self.here / path)
            except OSError:
                self._read[path] = b""
        return self._read[path]

    def common(self, path: str, place: int) -> str:
        """Return the content of a municipality's own file when the commit at a place was made."""
        own = self.changes.get(f"{path.partition('/')[0]}/{MUNICIPALITY_FILE}", ())
        at = bisect_left([each.place for each in own], place)
        return own[at].content if at < len(own) else ""


def told(home: Workspace, kept_by: Workspace | None = None) -> Told:
    """Ask the history of a workspace; `kept_by` is the workspace whose history counts where `home` is that one as it was.
    Nothing is told where nothing keeps a history.
    """
    folder = (kept_by or home).standards
    try:
        changes = history.changes(folder)
    except Refusal:
        changes = {}
    return Told(folder, home.standards, changes, kept_by is not None)


def pasts(told: Told, inputs: Inputs, published: Iterable[Published]) -> dict[str, Past]:
    """Return the earlier versions of each standard that has some, by its ref."""
    return dict(_pasts(told, _files(inputs), published))


def last_days(told: Told, inputs: Inputs, published: Iterable[Published]) -> dict[str, str]:
    """Return the day (ISO) of the last commit that changed a standard's file, by its ref."""
    files = _files(inputs)
    named = ((each.ref, told.changes.get(files.get(each.ref, ""), ())) for each in published)
    return {ref: own[0].day for ref, own in named if own}


def _pasts(told: Told, files: Mapping[str, str], published: Iterable[Published]) -> Iterator[tuple[str, Past]]:
    for each in published:
        name = files.get(each.ref, "")
        own = told.changes.get(name, ())
        if len(own) > 1 or (own and own[0].content != history.content_of(told.now(name))):
            pairs = tuple((one.content, told.common(name, one.place)) for one in own[:_MOST] if one.content)
            yield each.ref, Past(each.ref, sha256(repr(pairs).encode()).hexdigest(), pairs)


def _files(inputs: Inputs) -> dict[str, str]:
    """Return the file of each standard, below the folder of all, by the name that commands call it by."""
    found = {}
    for slug, files in inputs.by_folder().items():
        found.update({f"{slug}/{name.rpartition('.')[0]}": f"{slug}/{name}" for name in files})
    return found
