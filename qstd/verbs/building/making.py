"""What is stale, why, and making it."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby
from typing import Literal, NamedTuple

from qstd.depot import Stamp, Store
from qstd.model.finding import Finding
from qstd.site.published import Past
from qstd.site.steps import Failed, Made, Step, Stored, keep_all, run_all
from qstd.verbs.building.order import Tick
from qstd.verbs.building.state import State, Steps, StepState
from qstd.verbs.building.workers import Alone, Processes, Task, Workers
from qstd.verbs.plain_findings import finding, plain_finding

Fill = Callable[[Step], Step]
_WORTH_SENDING = 8  # pages
_ENOUGH = 8  # hex digits at each end of a digest


Change = Literal["new", "gone", "other"]
"""How something that a step reads is not what it was."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a step is made: it has never been (`new`); its files on the site are gone or not as they were put there
    (`missing`); what it reads is not what it was, by name; or none of these, and the program is another.
    """

    paths: tuple[str, ...]
    new: bool = False
    missing: bool = False
    changed: tuple[tuple[str, Change], ...] = ()


@dataclass(slots=True)
class Due:
    """What is to be made, and why, by the names of the steps, in order. The steps themselves are many times larger: whoever
    makes them plans them once more, one after the other. `pasts` are the earlier versions that they need.
    """

    reasons: dict[str, Reason] = field(default_factory=dict)
    weight: int = 0
    pasts: list[Past] = field(default_factory=list)

    def add(self, step: Step, reason: Reason) -> None:
        """Note that a step is to be made."""
        self.reasons[step.name] = reason
        self.weight += step.weight
        self.pasts += [each for each in step.pasts() if each.contents]


class _Work(NamedTuple):
    """A step that is being made, with its key and what it reads."""

    step: Step
    key: str
    reads: Mapping[str, str]


Group = tuple[_Work, ...]
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
        yield json.dumps(
            [each.key, each.files, [plain_finding(one) for one in each.findings]], ensure_ascii=False
        ).encode()


@dataclass(slots=True)
class Result:
    """How each step is now, and what could not be made. `made` are the names of those that were made, `found` those whose
    contents were kept from an earlier build.
    """

    steps: Steps = field(default_factory=Steps)
    made: set[str] = field(default_factory=set)
    found: set[str] = field(default_factory=set)
    failed: list[tuple[Step, Failed]] = field(default_factory=list)


def look(
    steps: Iterable[Step], state: State, program: str, there: Mapping[str, Stamp]
) -> Iterator[tuple[Step, StepState | Reason]]:
    """Yield each step with what it was, where that still holds and its files are as they were put there; else with why it is
    to be made. `there` are the stamps of the files that the site has.
    """
    for step in steps:
        reads = step.reads()
        key = step.key(program, reads)
        known = state.steps.get(step.name)
        if known is None:
            yield step, Reason(step.paths, new=True)
        elif known.key == key and all(path in there and there[path] == state.stamps.get(path) for path in known.files):
            yield step, known
        else:
            yield step, Reason(step.paths, False, known.key == key, _changes(known.reads, _short(reads)))


def _short(reads: Mapping[str, str]) -> dict[str, str]:
    """Return what is enough to tell what is not what it was; whether anything is, the key tells. A digest may be two."""
    return {name: f"{digest[:_ENOUGH]}{digest[-_ENOUGH:]}" for name, digest in reads.items()}


def _changes(before: Mapping[str, str], now: Mapping[str, str]) -> tuple[tuple[str, Change], ...]:
    names = dict.fromkeys((*now, *before))
    how: Iterator[tuple[str, Change]] = (
        (name, "new" if name not in before else "gone" if name not in now else "other") for name in names
    )
    return tuple((name, each) for name, each in how if before.get(name) != now.get(name))


def make(
    todo: Iterable[Step],
    program: str,
    store: Store,
    kept: Mapping[str, Kept],
    fill: Fill,
    workers: Workers,
    tick: Tick,
    result: Result,
) -> None:
    """Make steps, or take their files from what is kept of earlier builds (`kept`: digests by key), and put into `result`
    what came of it. A step is asked for when somebody is nearly ready for it. The steps of one standard are made by one
    worker, one after the other, since they share its layout. Raises OSError.
    """
    work = _not_kept(todo, program, store, kept, result, tick)
    groups = (tuple(own) for _, own in groupby(work, lambda each: each.step.ref or id(each)))
    here = isinstance(workers, (Alone, Processes))  # others cannot reach the store
    bundles: Iterable[Bundle] = _bundles(groups) if here else ((each,) for each in groups)
    while bundles:
        given: dict[str, Bundle] = {}
        unlucky: list[Bundle] = []
        for done in workers.run(_tasks(bundles, given, fill, store if here else None)):
            bundle = given.pop(done.name)
            if done.lost and len(bundle) > 1:
                unlucky += [(group,) for group in bundle]  # one of them killed the worker
                continue
            own = [each for group in bundle for each in group]
            for each, outcome in zip(own, done.result or [Failed("", "", "lost")] * len(own), strict=True):
                _take(each, outcome, store, result)
                tick(each.step.name, each.step.weight)
        bundles = unlucky


def _tasks(bundles: Iterable[Bundle], given: dict[str, Bundle], fill: Fill, store: Store | None) -> Iterator[Task]:
    """Yield the tasks of bundles, and note in `given` which one each is of."""
    for bundle in bundles:
        name = bundle[0][0].step.name
        given[name] = bundle
        yield _task(name, bundle, fill, store)


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
    todo: Iterable[Step], program: str, store: Store, kept: Mapping[str, Kept], result: Result, tick: Tick
) -> Iterator[_Work]:
    for step in todo:
        reads = step.reads()
        each = _Work(step, step.key(program, reads), reads)
        known = kept.get(each.key)
        if known and all(store.get(own) is not None for own in known.files.values()):
            result.steps.add(_state(each, known.files, known.findings))
            result.found.add(step.name)
            tick(step.name, step.weight)
        else:
            yield each


def _take(one: _Work, outcome: Made | Stored | Failed, store: Store, result: Result) -> None:
    if isinstance(outcome, Failed):
        result.failed.append((one.step, outcome))
        return
    digests = outcome.digests if isinstance(outcome, Stored) else tuple(map(store.put, outcome.files))
    files = dict(zip(outcome.paths or one.step.paths, digests, strict=True))
    result.made.add(one.step.name)
    result.steps.add(_state(one, files, outcome.findings))


def _state(one: _Work, files: Mapping[str, str], findings: tuple[Finding, ...]) -> StepState:
    return StepState(one.step.name, one.key, _short(one.reads), files, one.step.ref, findings)
