"""The list of what has been published, which is kept where it was published; and what there is to do, decided from it.

The list is believed only as far as it agrees with what lies there. It names files with the digest and size that they were
sent with; `pending` are those that a run set out to send, so that a run after a lost one knows them as its own.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

NAME = ".qstd-published.json"
BYTES = 200_000_000
_DIGEST = 64
_FRONT = "index.html"
# Files that list others: they come after what they list.
_LISTS = ("feed.xml", "sitemap.xml", "standarder.json", "pagefind-entry.json")


class Mark(NamedTuple):
    """What tells a file from another: the SHA-256 of its bytes, and how many there are."""

    digest: str
    size: int


Marks = Mapping[str, Mark]


@dataclass(frozen=True, slots=True)
class Published:
    """What earlier runs put there, and what they had begun to. `state` tells whether there was such a list."""

    files: Marks = field(default_factory=dict)
    pending: Marks = field(default_factory=dict)
    state: str = "found"  # found, none, broken


@dataclass(frozen=True, slots=True)
class Plan:
    """What a run will do. `groups` are the files to send, one group after the other; within one the order does not
    matter. `kept` are files of earlier runs that somebody has changed there since, and `strange` those that lie where
    ours are to go and that no run is known to have sent. `parts` were never sent to their end.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    same: Marks
    removed: tuple[str, ...]
    kept: tuple[str, ...]
    strange: tuple[str, ...]
    parts: tuple[str, ...]
    groups: tuple[tuple[str, ...], ...]
    published: int

    @property
    def share_removed(self) -> float:
        """Which part of what is published would go, from 0 to 1."""
        return len(self.removed) / self.published if self.published else 0.0


def load(data: bytes | None) -> Published:
    """Read a list; what is wrong in it counts as not being there, so that nothing is touched by mistake."""
    if data is None:
        return Published(state="none")
    try:
        whole = json.loads(data) if len(data) <= BYTES else None
    except (ValueError, RecursionError):
        whole = None
    if not isinstance(whole, dict) or whole.get("version") != 1 or not isinstance(whole.get("files"), dict):
        return Published(state="broken")
    return Published(_marks(whole["files"]), _marks(whole.get("pending")))


def dump(files: Marks, pending: Marks) -> bytes:
    """Return a list as bytes: a line for each file."""
    whole: dict[str, object] = {"version": 1, "files": dict(sorted(files.items()))}
    if pending:
        whole["pending"] = dict(sorted(pending.items()))
    text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return (text.replace("],", "],\n") + "\n").encode()


def _marks(rows: Any) -> dict[str, Mark]:
    found = rows.items() if isinstance(rows, dict) else ()
    return {path: Mark(*row) for path, row in found if is_ours(path) and _is_mark(row)}


def _is_mark(row: Any) -> bool:
    return (
        isinstance(row, list)
        and len(row) == len(Mark._fields)
        and isinstance(row[0], str)
        and len(row[0]) == _DIGEST
        and type(row[1]) is int
    )


def is_ours(path: str) -> bool:
    """Tell whether a path can be that of a file of the site: inside it, and nothing of it hidden."""
    parts = path.split("/")
    return "\\" not in path and all(part and part[0] != "." for part in parts)


def folders_of(paths: Iterable[str]) -> frozenset[str]:
    """Return all folders that some files lie in, the outermost too."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found:
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return frozenset(found)


def plan(here: Marks, there: Mapping[str, int], before: Published, equal: Iterable[str], parts: Iterable[str]) -> Plan:
    """Decide what to do: `here` is the site, `there` the sizes of what lies at the destination, `equal` are files that were
    read there and found to be the same.
    """
    proved = frozenset(equal)
    same = {path: mark for path, mark in here.items() if path in there and _is_there(path, mark, there, before, proved)}
    send = [path for path in here if path not in same]
    gone = [path for path in _known(before) if path not in here and path in there]
    removed = tuple(sorted(each for each in gone if _as_sent(each, there[each], before)))
    known = before.files.keys() | before.pending.keys()
    return Plan(
        new=tuple(sorted(each for each in send if each not in there)),
        changed=tuple(sorted(each for each in send if each in there)),
        same=same,
        removed=removed,
        kept=tuple(sorted(set(gone) - set(removed))),
        strange=tuple(sorted(each for each in send if each in there and each not in known)),
        parts=tuple(sorted(parts)),
        groups=_groups(send, there),
        published=len(before.files),
    )


def doubtful(here: Marks, there: Mapping[str, int], before: Published) -> tuple[str, ...]:
    """Return the files of which only their bytes can tell whether they are the same: nothing is known of them, and they
    are as large as ours.
    """
    known = _known(before)
    return tuple(sorted(each for each, mark in here.items() if each not in known and there.get(each) == mark.size))


def _known(before: Published) -> Marks:
    return {**before.pending, **before.files}


def _is_there(path: str, mark: Mark, there: Mapping[str, int], before: Published, proved: frozenset[str]) -> bool:
    if there[path] != mark.size:
        return False
    if path in before.files:
        return before.files[path] == mark
    # A file that was not there before a run that was lost, and is there whole now, is what that run sent.
    return before.pending.get(path) == mark or path in proved


def _as_sent(path: str, size: int, before: Published) -> bool:
    """Tell whether a file has the size that a run gave it: else somebody else has put another there."""
    return any(marks[path].size == size for marks in (before.files, before.pending) if path in marks)


def _groups(send: Iterable[str], there: Mapping[str, int]) -> tuple[tuple[str, ...], ...]:
    """First what nothing leads to yet, then what pages need, then pages, the deepest first, and the front page last."""
    ranked: dict[tuple[int, int], list[str]] = {}
    for path in send:
        ranked.setdefault(_rank(path, path in there), []).append(path)
    return tuple(tuple(sorted(ranked[each])) for each in sorted(ranked))


def _rank(path: str, is_there: bool) -> tuple[int, int]:
    name = path.rpartition("/")[2]
    if path == _FRONT:
        return 5, 0
    if name in _LISTS:
        return 4, -path.count("/")
    if path.endswith(".html"):
        return (3 if is_there else 2), -path.count("/")
    return (1 if is_there else 0), 0
