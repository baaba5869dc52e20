"""The earlier versions of standards, as the history tells of them: which contents to ask for, not the contents themselves."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256

from qstd import history, workspace
from qstd.history import Change, Refusal
from qstd.site.published import Past, Published
from qstd.verbs.building.inputs import Inputs
from qstd.workspace import MUNICIPALITY_FILE, Workspace

_MOST = 20  # versions that are looked through for the one before


def pasts(home: Workspace, inputs: Inputs, published: Iterable[Published]) -> dict[str, Past]:
    """Return the earlier versions of each standard that has some, by its ref; none where nothing keeps a history."""
    try:
        told = history.changes(home.standards)
    except Refusal:
        return {}
    files = _files(inputs)
    return dict(_pasts(home, told, files, published))


def _pasts(
    home: Workspace, told: Mapping[str, Sequence[Change]], files: Mapping[str, str], published: Iterable[Published]
) -> Iterator[tuple[str, Past]]:
    for each in published:
        name = files.get(each.ref, "")
        own = told.get(name, ())
        if len(own) > 1 or (own and own[0].content != _now(home, name)):
            common = told.get(f"{each.card.municipality}/{MUNICIPALITY_FILE}", ())
            pairs = tuple((one.content, _at(common, one.place)) for one in own[:_MOST] if one.content)
            yield each.ref, Past(each.ref, sha256(repr(pairs).encode()).hexdigest(), pairs)


def _files(inputs: Inputs) -> dict[str, str]:
    """Return the file of each standard, below the folder of all, by the name that commands call it by."""
    found = {}
    for slug, files in inputs.by_folder().items():
        found.update({f"{slug}/{name.rpartition('.')[0]}": f"{slug}/{name}" for name in files})
    return found


def _now(home: Workspace, name: str) -> str:
    try:
        return history.content_of(workspace.read(home.standards / name))
    except OSError:
        return ""


def _at(changes: Sequence[Change], place: int) -> str:
    """Return a file's content when the commit at a place was made."""
    at = bisect_left([each.place for each in changes], place)
    return changes[at].content if at < len(changes) else ""
