"""The state of a site: what the last build had read and made. JSON, never anything that runs when it is read.

A state that is not as it was written counts as none, and everything is looked at again.
"""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from qstd.depot import Stamp
from qstd.model.finding import Finding
from qstd.verbs.plain_findings import finding, plain_finding

if TYPE_CHECKING:
    from qstd.site.published import Published

_FORMAT = "qstd-site-2"


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

        return tuple(Published(card(each), own, logo=picture) for each, own, picture in self.ready)


def kept(published: "Iterable[Published]") -> list[list[Any]]:
    """Return standards as they are kept."""
    return [[[getattr(each.card, one.name) for one in fields(each.card)], each.own, each.logo] for each in published]


@dataclass(frozen=True, slots=True)
class StepState:
    """A step as it was made: its name, its key, what it had read, and each file with the digest of its content and its stamp."""

    name: str
    key: str
    reads: Mapping[str, str]
    files: Mapping[str, tuple[str, Stamp]]
    ref: str = ""
    findings: tuple[Finding, ...] = ()

    def placed(self, stamps: Mapping[str, Stamp]) -> "StepState":
        """Return the same with the stamps of its files where people find them."""
        files = {path: (digest, stamps.get(path, at)) for path, (digest, at) in self.files.items()}
        return replace(self, files=files)


@dataclass(frozen=True, slots=True)
class State:
    """All that a build knows of the one before it. `mark` is that of the program and of what somebody chose, `day` the day
    that reports looked from. `files` are the source files with stamp and digest; `when` the time (ns) they were looked at.
    `beside` is what is wrong with what all folders share.
    """

    mark: str = ""
    day: str = ""
    when: int = 0
    files: Mapping[str, tuple[Stamp, str]] = field(default_factory=dict)
    folders: Mapping[str, FolderState] = field(default_factory=dict)
    steps: Mapping[str, StepState] = field(default_factory=dict)
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
    yield from _members((name, _plain_step(each)) for name, each in state.steps.items())
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
            {name: _step(name, each) for name, each in values["steps"].items()},
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
    files = {path: [digest, *stamp] for path, (digest, stamp) in step.files.items()}
    return [step.key, step.reads, files, step.ref, [plain_finding(each) for each in step.findings]]


def _step(name: str, kept: Any) -> StepState:
    key, reads, files, ref, findings = kept
    made = {path: (digest, Stamp(size, at)) for path, (digest, size, at) in files.items()}
    return StepState(name, key, reads, made, ref, tuple(map(finding, findings)))
