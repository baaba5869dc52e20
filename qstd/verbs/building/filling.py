"""Putting the words into a step just before it is made, from the files that the plan was made from and no others."""

from collections.abc import Callable
from functools import lru_cache
from hashlib import sha256
from pathlib import Path

from qstd import history, workspace
from qstd.site.published import Folder, Past, Published
from qstd.site.steps import Step
from qstd.verbs.building.inputs import LIMIT, ChangedMeanwhileError, Inputs
from qstd.workspace import MUNICIPALITY_FILE, Workspace


def filler(home: Workspace, inputs: Inputs) -> Callable[[Step], Step]:
    """Return what fills steps. Raises ChangedMeanwhileError, and OSError where a file cannot be read any more."""
    files = _files_of_standards(inputs)

    @lru_cache(maxsize=4096)
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

    @lru_cache(maxsize=2)  # the standards of a municipality are made one after the other
    def earlier(wanted: tuple[str, ...]) -> dict[str, bytes]:
        return history.contents(home.standards, wanted, workspace.MAX_BYTES) if wanted else {}

    def past(one: Past) -> Past:
        found = earlier(tuple(dict.fromkeys(name for pair in one.contents for name in pair if name)))
        return one.filled(tuple((found.get(own, b""), found.get(common, b"")) for own, common in one.contents))

    def fill(step: Step) -> Step:
        at_hand: dict[str, Published | Folder | Past] = {each.ref: standard(each) for each in step.standards()}
        at_hand |= {each.digest: folder(each) for each in step.folders()}
        at_hand |= {each.digest: past(each) for each in step.pasts()}
        return step.filled(at_hand) if at_hand else step

    return fill


def _files_of_standards(inputs: Inputs) -> dict[str, str]:
    """Return the file of each standard by the name that commands call it by."""
    paths = (Path(each) for each in inputs.files if each.count("/") == 2 and each.startswith("standards/"))
    return {f"{each.parent.name}/{each.stem}": each.as_posix() for each in paths if workspace.is_standard(each)}
