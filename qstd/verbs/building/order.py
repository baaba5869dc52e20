"""What is to be built, and what a build did."""

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.depot import Stamp, Store
from qstd.model.finding import Finding
from qstd.site.choices import Choices
from qstd.verbs.building.inputs import Inputs
from qstd.verbs.building.state import State
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.model.theme import Theme
    from qstd.verbs.building.making import Reason
    from qstd.verbs.building.workers import Workers

CACHE = Path("build", ".cache")
STATE, INDEX, LOCK, SHORTS = "state.json", "store/index.jsonl", "lock", "versions.json"
MOST = 1_000_000_000
"""Bytes of a file of ours that are read."""

Tick = Callable[[str, int], None]
"""Told the name of what was made, and its weight."""
Hire = Callable[["Mapping[str, Theme]", int, bool], "Workers"]
"""Finds workers for work of some weight; on this machine where they are to read its disk."""
Begin = Callable[[int], Tick]
"""Told the weight of all that is to be made; returns what is told of each part as it is done."""


class UnreachableError(Exception):
    """Workers that cannot be had: at an `address`, or since a `library` is not installed."""

    def __init__(self, address: str, library: str = "") -> None:
        super().__init__(address, library)
        self.address, self.library = address, library


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: how many standards there are, which are broken, the files that were put in place, those that stayed,
    those taken away, all that is wrong, and why each step that was made was stale.
    """

    standards: int
    broken: tuple[str, ...]
    written: tuple[str, ...] = ()
    same: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    made: "tuple[Reason, ...]" = ()
    kept: int = 0
    spoilt: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built: the workspace, where to, and on what terms. Where that is a workspace as it was on the day, it is
    `kept_by` the one in whose history that stands.
    """

    home: Workspace
    out: Path
    day: dt.date
    choices: Choices = field(default_factory=Choices)
    findings: tuple[Finding, ...] = ()  # of what was chosen
    kept_by: Workspace | None = None

    @property
    def cache(self) -> Path:
        """Where contents are kept, for all folders that this workspace is built to."""
        return (self.kept_by or self.home).root / CACHE

    @property
    def own(self) -> Path:
        """Where the state of the site in this folder is kept."""
        return self.cache / "site" / sha256(str(workspace.absolute(self.out)).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Seen:
    """What there is before a build: the state that the last one left, what lies in the workspace, and in the site; a text
    that is another one where the program is, and one where something that was chosen is too.
    """

    store: Store
    state: State
    inputs: Inputs
    there: Mapping[str, Stamp]
    program: str
    mark: str

    def unchanged(self, order: Order) -> bool:
        """Tell whether the site is as the last build left it, and would come out the same."""
        state = self.state
        same = state.mark == self.mark and state.day == order.day.isoformat() and self.inputs.same_as(state)
        return same and all(self.there.get(path) == at for path, at in state.stamps.items())


def same(order: Order, state: State) -> Built:
    """Return what there is to say where nothing was to be done."""
    folders, steps = state.folders.values(), state.steps.values()
    kept = ((f for e in folders for f in e.findings), state.beside, (f for e in steps for f in e.findings))
    found = (*order.findings, *chain.from_iterable(kept))
    standards = sum(len(each.published) for each in folders)
    broken = tuple(ref for each in folders for ref in each.broken)
    return Built(standards, broken, same=tuple(path for each in steps for path in each.files), findings=in_order(found))


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by their place."""
    return tuple(sorted(findings, key=lambda each: (each.place.file, each.place.line, each.place.column, each.code)))
