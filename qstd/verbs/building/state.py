"""The state of a site: what the last build had read and made. JSON, never anything that runs when it is read.

A state that is not as it was written counts as none, and everything is looked at again.
"""

import json
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from qstd.depot import Stamp
from qstd.model.finding import Finding
from qstd.verbs.plain_findings import finding, plain_finding

if TYPE_CHECKING:
    from qstd.site.published import Published

_FORMAT = "qstd-site-3"


@dataclass(frozen=True)
class FolderState:
    """A municipality's folder as it was read: its mark, the standards that are ready (as they are kept: they are looked at
    only where there is something to do), those that are broken, findings, and the picture.
    """

    mark: str
    ready: Sequence[Sequence[Any]] = ()
    broken: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    logo: str = ""

    @cached_property
    def published(self) -> "tuple[Published, ...]":
        """The standards that are ready."""
        from qstd.model.card import Card
        from qstd.site.published import Published

        def card(kept: Sequence[Any]) -> Card:
            values: list[Any] = [tuple(each) if isinstance(each, list) else each for each in kept]
            return Card(*values)

        return tuple(Published(card(each), own) for each, own in self.ready)


def kept(published: "Iterable[Published]") -> list[list[Any]]:
    """Return standards as they are kept. What several of a folder have in common is one value, also where they are sent."""
    same: dict[Any, Any] = {}

    def one(value: Any) -> Any:
        return same.setdefault(value, value)

    return [[[one(getattr(each.card, name.name)) for name in fields(each.card)], one(each.own)] for each in published]


@dataclass(frozen=True, slots=True)
class StepState:
    """A step as it was made: its name, its key, what it had read, and each file with the digest of its content."""

    name: str
    key: str
    reads: Mapping[str, str]
    files: Mapping[str, str]
    ref: str = ""
    findings: tuple[Finding, ...] = ()


class Steps(Mapping[str, StepState]):
    """Steps as they were made, by name, in the words in which they are kept: as records, those of a country would be most of
    what a build holds. Each is a record again while somebody looks at it.
    """

    def __init__(self) -> None:
        self._kept: dict[str, StepState | bytes] = {}

    def add(self, step: StepState, loose: bool = False) -> None:
        """Put a step in; `loose` is one that is held elsewhere anyway."""
        self._kept[step.name] = step if loose else zlib.compress(_json(_plain_step(step)).encode(), 1)

    def __getitem__(self, name: str) -> StepState:
        kept = self._kept[name]
        return kept if isinstance(kept, StepState) else _step(name, json.loads(zlib.decompress(kept)))

    def __iter__(self) -> Iterator[str]:
        return iter(self._kept)

    def __len__(self) -> int:
        return len(self._kept)

    def words(self) -> Iterator[tuple[str, str]]:
        """Yield the names of the steps and the words in which they are kept."""
        for name, kept in self._kept.items():
            yield name, _json(_plain_step(kept)) if isinstance(kept, StepState) else zlib.decompress(kept).decode()


@dataclass(frozen=True, slots=True)
class State:
    """All that a build knows of the one before it. `mark` is that of the program and of what somebody chose, `day` the day
    that reports looked from. `files` are the source files with stamp and digest; `when` the time (ns) they were looked at.
    `stamps` are those of the files that the steps made, where people find them; `beside` is what is wrong with what all
    folders share.
    """

    mark: str = ""
    day: str = ""
    when: int = 0
    files: Mapping[str, tuple[Stamp, str]] = field(default_factory=dict)
    folders: Mapping[str, FolderState] = field(default_factory=dict)
    steps: Steps = field(default_factory=Steps)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    beside: tuple[Finding, ...] = ()


def dump(state: State) -> Iterator[bytes]:
    """Yield a state as bytes, a record at a time: of a country, all records as they are written would be many times the rest.
    What is at the end tells whether all before it is there.
    """
    digest = sha256()
    for each in map(str.encode, _parts(state)):
        digest.update(each)
        yield each
    yield f"\n{_FORMAT} {digest.hexdigest()}".encode()


def _parts(state: State) -> Iterator[str]:
    """Yield a state as JSON, which has no line breaks of its own."""
    yield f'{{"mark":{_json(state.mark)},"day":{_json(state.day)},"when":{state.when},"files":{{'
    yield from _members((name, [*stamp, digest]) for name, (stamp, digest) in state.files.items())
    yield '},"folders":{'
    yield from _members((name, _plain_folder(each)) for name, each in state.folders.items())
    yield '},"steps":{'
    yield from (f"{',' if at else ''}{_json(name)}:{words}" for at, (name, words) in enumerate(state.steps.words()))
    yield '},"stamps":{'
    yield from _members(state.stamps.items())
    yield f'}},"beside":{_json([plain_finding(each) for each in state.beside])}}}'


def _members(values: Iterable[tuple[str, object]]) -> Iterator[str]:
    for at, (name, each) in enumerate(values):
        yield f"{',' if at else ''}{_json(name)}:{_json(each)}"


_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def load(data: bytes) -> State:
    """Read a state; an empty one where the bytes are not those of a whole one."""
    body, _, end = data.rpartition(b"\n")
    if end.decode("ascii", "replace") != f"{_FORMAT} {sha256(body).hexdigest()}":
        return State()
    try:
        values = json.loads(body)
        return State(
            values["mark"],
            values["day"],
            values["when"],
            {name: (Stamp(size, at), digest) for name, (size, at, digest) in values["files"].items()},
            {name: _folder(each) for name, each in values["folders"].items()},
            _steps(values["steps"]),
            {path: Stamp(size, at) for path, (size, at) in values["stamps"].items()},
            tuple(map(finding, values["beside"])),
        )
    except (ValueError, TypeError, KeyError):
        return State()


def _plain_folder(folder: FolderState) -> list[object]:
    return [folder.mark, folder.ready, folder.broken, [plain_finding(each) for each in folder.findings], folder.logo]


def _folder(kept: Any) -> FolderState:
    mark, ready, broken, findings, logo = kept
    return FolderState(mark, ready, tuple(broken), tuple(map(finding, findings)), logo)


def _plain_step(step: StepState) -> list[object]:
    return [step.key, step.reads, step.files, step.ref, [plain_finding(each) for each in step.findings]]


def _steps(kept: Mapping[str, Any]) -> Steps:
    found = Steps()
    for name, each in kept.items():
        found.add(_step(name, each), loose=True)
    return found


def _step(name: str, kept: Any) -> StepState:
    key, reads, files, ref, findings = kept
    return StepState(name, key, reads, files, ref, tuple(map(finding, findings)))
