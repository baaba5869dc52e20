"""Whether edits that were made on an older text of a draft still mean the same in the one that is there now.

A path leads through numbers of lists, so each list on it must hold the same entries in the same order, and the value at its
end must be what it was; or be already what is wanted: then the request came twice.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from qstd.model.edit import Drop, Edit, Path, Put
from qstd.model.plain import plain
from qstd.model.standard import StandardFile


def is_stale(seen: StandardFile | None, now: StandardFile | None, edits: Iterable[Edit]) -> bool:
    """Tell whether what edits touch is not what it was."""
    if seen is None or now is None:
        return True
    before, after = plain(seen), plain(now)
    return any(not _alike(before, after, each) for each in edits)


def _alike(before: Any, after: Any, edit: Edit) -> bool:
    for number, step in enumerate(edit.path):
        if isinstance(step, int) and _shape(_at(before, edit.path[:number])) != _shape(_at(after, edit.path[:number])):
            return False
    if isinstance(edit, Put):
        return _at(after, edit.path) in (_at(before, edit.path), edit.value)
    return not isinstance(edit, Drop) or _at(before, edit.path) == _at(after, edit.path)


def _at(value: Any, path: Path) -> Any:
    for step in path:
        if isinstance(step, int):
            value = value[step] if isinstance(value, Sequence) and step < len(value) else None
        else:
            value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _shape(entries: Any) -> list[Any]:
    """Return what tells the entries of a list from each other: of a section its name, of others all they say."""
    return [_name(each) for each in entries or ()]


def _name(entry: Any) -> Any:
    if isinstance(entry, Mapping) and "heading" in entry:
        return entry.get("id") or entry.get("topic") or (entry.get("number"), entry["heading"])
    return entry
