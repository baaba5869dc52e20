"""What is stale, why, and making it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from typing import NamedTuple

from qstd.depot import Stamp, Store
from qstd.model.finding import Finding
from qstd.site.steps import Failed, Made, Step, Stored, keep_all, run_all
from qstd.verbs.building.order import Tick
from qstd.verbs.building.state import State, StepState
from qstd.verbs.building.workers import Alone, Processes, Task, Workers
from qstd.verbs.plain_findings import finding, plain_finding

Fill = Callable[[Step], Step]
_WORTH_SENDING = 8  # pages


@dataclass(frozen=True, slots=True)
class Stale:
    """A step that is to be made: its key, what it reads now, and what it read the last time (None: it is new)."""

    step: Step
    key: str
    reads: Mapping[str, str]
    before: Mapping[str, str] | None
    same_key: bool = False

    @property
    def changed(self) -> tuple[str, ...]:
        """The names of what is another now, was not there before, or is gone."""
        before = self.before or {}
        names = dict.fromkeys((*self.reads, *before))
        return tuple(name for name in names if self.reads.get(name) != before.get(name))


Group = tuple[Stale, ...]
Bundle = tuple[Group, ...]


class Kept(NamedTuple):
    """What the store knows of a key: the digest of each file, and what there was to say of them."""

    files: Mapping[str, str]
    findings: tuple[Finding, ...] = ()


def load_kept(lines: Iterable[bytes]) -> dict[str, Kept]:
    """Read the list of what is kept; a line that is not as it was written counts as none."""
    found = {}
    for line in lines:
        with suppress(ValueError, TypeError, KeyError, AttributeError):
            key, files, findings = json.loads(line)
            found[str(key)] = Kept({str(path): str(own) for path, own in files.items()}, tuple(map(finding, findings)))
    return found


def dump_kept(steps: Iterable[StepState]) -> Iterator[bytes]:
    """Yield the lines that say where the files of steps are kept."""
    for each in steps:
        files = {path: digest for path, (digest, _stamp) in each.files.items()}
        yield json.dumps([each.key, files, [plain_finding(one) for one in each.findings]], ensure_ascii=False).encode()


@dataclass(slots=True)
class Result:
    """What was made of the stale steps: by the first path of each, how it is now; and what could not be made. `made` are
    those that were made, `found` those whose contents were kept from an earlier build.
    """

    steps: dict[str, StepState] = field(default_factory=dict)
    made: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    failed: list[tuple[Step, Failed]] = field(default_factory=list)


def stale(steps: Iterable[Step], state: State, program: str, there: Mapping[str, Stamp]) -> Iterator[Stale | StepState]:
    """Yield for each step what it was, where that still holds and its files are as they were put there; else that it is
    stale. `there` are the stamps of the files that the site has.
    """
    for step in steps:
        reads = step.reads()
        key = step.key(program, reads)
        known = state.steps.get(step.name)
        if known and known.key == key and all(there.get(path) == at for path, (_, at) in known.files.items()):
            yield known
        else:
            yield Stale(step, key, reads, known.reads if known else None, bool(known and known.key == key))


def make(
    todo: Sequence[Stale],
    store: Store,
    kept: Mapping[str, Kept],
    fill: Fill,
    workers: Workers,
    tick: Tick,
    result: Result,
) -> None:
    """Make stale steps, or take their files from what is kept of earlier builds (`kept`: digests by key), and put into
    `result` what came of it. The steps of one standard are made by one worker, one after the other, since they share its
    layout. Raises OSError.
    """
    work = _not_kept(todo, store, kept, result, tick)
    groups = [tuple(own) for _, own in groupby(work, lambda each: each.step.ref or id(each))]
    here = isinstance(workers, (Alone, Processes))  # others cannot reach the store
    bundles = list(_bundles(groups)) if here else [(each,) for each in groups]
    while bundles:
        named = {bundle[0][0].step.name: bundle for bundle in bundles}
        unlucky: list[Bundle] = []
        for done in workers.run(_task(name, each, fill, store if here else None) for name, each in named.items()):
            bundle = named[done.name]
            if done.lost and len(bundle) > 1:
                unlucky += [(group,) for group in bundle]  # one of them killed the worker
                continue
            own = [each for group in bundle for each in group]
            for each, outcome in zip(own, done.result or [Failed("", "", "lost")] * len(own), strict=True):
                _take(each, outcome, store, result)
                tick(each.step.name, each.step.weight)
        bundles = unlucky


def _bundles(groups: Iterable[Group]) -> Iterator[Bundle]:
    """Yield groups in bundles that are worth the way to another process, and are of one municipality."""
    for _, own in groupby(groups, _home):
        held: list[Group] = []
        weight = 0
        for group in own:
            held.append(group)
            weight += sum(each.step.weight for each in group)
            if weight >= _WORTH_SENDING:
                yield tuple(held)
                held, weight = [], 0
        if held:
            yield tuple(held)


def _home(group: Group) -> str:
    """Return the slug of a municipality whose standard is made into files; nothing for pages about several."""
    return group[0].step.ref.partition("/")[0]


def _task(name: str, bundle: Bundle, fill: Fill, store: Store | None) -> Task:
    """Return the making of a bundle; with a store also the keeping, so that no page is sent back and forth."""
    steps = tuple(fill(each.step) for group in bundle for each in group)
    weight = sum(each.weight for each in steps)
    if store is None:
        return Task(name, run_all, (steps,), weight)
    return Task(name, keep_all, (steps, store.put), weight, _home(bundle[0]))


def _not_kept(
    todo: Iterable[Stale], store: Store, kept: Mapping[str, Kept], result: Result, tick: Tick
) -> Iterator[Stale]:
    for each in todo:
        known = kept.get(each.key)
        if known and all(store.get(own) is not None for own in known.files.values()):
            result.steps[each.step.name] = _state(each, known.files, known.findings)
            result.found.add(each.step.name)
            tick(each.step.name, each.step.weight)
        else:
            yield each


def _take(one: Stale, outcome: Made | Stored | Failed, store: Store, result: Result) -> None:
    if isinstance(outcome, Failed):
        result.failed.append((one.step, outcome))
        return
    digests = outcome.digests if isinstance(outcome, Stored) else tuple(map(store.put, outcome.files))
    files = dict(zip(outcome.paths or one.step.paths, digests, strict=True))
    result.made.add(one.step.name)
    result.steps[one.step.name] = _state(one, files, outcome.findings)


def _state(one: Stale, files: Mapping[str, str], findings: tuple[Finding, ...]) -> StepState:
    unplaced = {path: (digest, Stamp(-1, -1)) for path, digest in files.items()}
    return StepState(one.step.name, one.key, one.reads, unplaced, one.step.ref, findings)
