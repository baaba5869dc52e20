"""Putting the words into a step just before it is made, from the files that the plan was made from and no others."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from qstd import history, workspace
from qstd.site.published import Folder, Past, Published
from qstd.site.steps import Step
from qstd.verbs.building.inputs import LIMIT, ChangedMeanwhileError, Inputs
from qstd.workspace import MUNICIPALITY_FILE, Workspace


def filler(
    home: Workspace, inputs: Inputs, pasts: Sequence[Past], kept_by: Workspace | None = None
) -> Callable[[Step], Step]:
    """Return what fills the steps that are to be made. Earlier versions (`pasts`, which are asked for in about this order)
    come from the history of the workspace, or of the one that it is `kept_by`. Raises ChangedMeanwhileError, and OSError where
    a file cannot be read any more.
    """
    files = _files_of_standards(inputs)

    @lru_cache(maxsize=256)  # steps that read the same come near each other
    def read(path: str) -> bytes:
        data = workspace.read(home.root / path, LIMIT)
        if sha256(data).hexdigest() != inputs.files[path][1]:
            raise ChangedMeanwhileError(path)
        return data

    def standard(one: Published) -> Published:
        common = f"standards/{one.card.municipality}/{MUNICIPALITY_FILE}"
        return one.filled(read(files[one.ref]), read(common) if common in inputs.files else b"")

    def folder(one: Folder) -> Folder:
        start = f"standards/{one.slug}/" if one.slug else "standards/"
        return one.filled(tuple((name, read(start + name)) for name in one.names))

    earlier = _Earlier((kept_by or home).standards, pasts)

    def past(one: Past) -> Past:
        found = earlier.of(one)
        return one.filled(tuple((found.get(own, b""), found.get(common, b"")) for own, common in one.contents))

    def fill(step: Step) -> Step:
        at_hand: dict[str, Published | Folder | Past] = {each.ref: standard(each) for each in step.standards()}
        at_hand |= {each.digest: folder(each) for each in step.folders()}
        at_hand |= {each.digest: past(each) for each in step.pasts()}
        return step.filled(at_hand) if at_hand else step

    return fill


_AT_ONCE = 300  # contents that are asked for in one go


class _Earlier:
    """Reads contents from the history, those of the next steps in one go: a call for each would take longer than its page."""

    def __init__(self, folder: Path, wanted: Sequence[Past]) -> None:
        self._folder, self._wanted = folder, wanted
        self._next = {each.digest: at for at, each in reversed([*enumerate(wanted)])}
        self._held: dict[str, bytes] = {}

    def of(self, one: Past) -> Mapping[str, bytes]:
        """Return the contents of earlier versions by their names."""
        if any(name not in self._held for name in _named(one)):
            names = dict.fromkeys(_named(one))
            for each in self._wanted[self._next.get(one.digest, len(self._wanted)) :]:
                names |= dict.fromkeys(_named(each))
                if len(names) >= _AT_ONCE:
                    break
            found = history.contents(self._folder, tuple(names), workspace.MAX_BYTES)
            self._held = {name: found.get(name, b"") for name in names}
        return self._held


def _named(one: Past) -> Iterator[str]:
    return (name for pair in one.contents for name in pair if name)


def _files_of_standards(inputs: Inputs) -> dict[str, str]:
    """Return the file of each standard by the name that commands call it by."""
    paths = (Path(each) for each in inputs.files if each.count("/") == 2 and each.startswith("standards/"))
    return {f"{each.parent.name}/{each.stem}": each.as_posix() for each in paths if workspace.is_standard(each)}
