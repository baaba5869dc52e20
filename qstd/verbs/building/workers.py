"""Work shared out: in this process, in several processes of this machine, or on a cluster. Each task is a call of a
function of a module with values that can be sent; what comes back says whose it is.

A worker that dies takes its task with it: the task is given to another one, and to a third; then it is given up, by name.
"""

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple, Protocol

from qstd.model.theme import Theme
from qstd.readers.yaml_file import hold
from qstd.site.look import install

TRIES = 3
_HELD = (
    600  # standards that a process has in mind between reading them and making their pages, so that memory is bounded
)
_SELDOM = (
    20_000  # new records; Python itself takes 700, and with far more of them a PDF takes more memory and no less time
)
_AHEAD = 3  # tasks for each worker that wait their turn, so that memory does not grow with the work


class Task(NamedTuple):
    """A call to make somewhere: what it is called, the function and its arguments, and about what it costs; `near` names what
    it is about: who did something about the same may still have it in mind.
    """

    name: str
    function: Callable[..., Any]
    args: tuple[Any, ...]
    weight: int = 1
    near: str = ""


class Done(NamedTuple):
    """A task that came back with its result; or `lost`, since every worker that had it died."""

    name: str
    result: Any
    lost: bool = False


class _Given(NamedTuple):
    """A task and the process that has it."""

    task: Task
    lane: int


class Workers(Protocol):
    """Whoever does tasks."""

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks and yield their results, in whatever order they come."""

    def close(self) -> None:
        """Let go of all that was taken for the work."""


class Alone:
    """Does tasks one after the other, here."""

    def __init__(self, themes: Mapping[str, Theme]) -> None:
        install(themes)

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks in order."""
        return (Done(each.name, each.function(*each.args)) for each in tasks)

    def close(self) -> None:
        """Nothing was taken."""


@dataclass(slots=True)
class Processes:
    """Does tasks in processes that stay warm: fonts and style sheets are read once in each."""

    count: int
    themes: Mapping[str, Theme]
    _lanes: "list[ProcessPoolExecutor]" = field(default_factory=list)
    _children: tuple[BaseProcess, ...] = ()
    _failures: dict[str, int] = field(default_factory=dict)
    _near: dict[str, int] = field(default_factory=dict)

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks; a few wait ahead of the workers, the rest are asked for as results come."""
        waiting = deque[Task]()
        source = iter(tasks)
        running: dict[Future[Any], _Given] = {}
        while True:
            while (lane := self._free(running)) is not None and (one := self._next(lane, waiting, source)):
                running[self._submit(one, lane)] = _Given(one, lane)
            if not running:
                return
            finished, _ = wait(running, return_when=FIRST_COMPLETED)
            for each in finished:
                task, lane = running.pop(each)
                try:
                    result = each.result()
                except BrokenProcessPool:
                    lost = [task, *(other.task for other in running.values())]
                    running.clear()
                    yield from self._again(lost, waiting)
                    break
                self._failures.pop(task.name, None)
                if task.near:
                    self._near[task.near] = lane
                yield Done(task.name, result)

    def meanwhile(self, function: Callable[..., object], *args: Any) -> None:
        """Have the processes that did something call a function, which they do while there is nothing else to do. Nobody
        waits for it; one that dies of it is missed when there is.
        """
        for lane in set(self._near.values()):
            with suppress(BrokenProcessPool):
                self._lanes[lane].submit(function, *args)

    def _free(self, running: "Mapping[Future[Any], _Given]") -> int | None:
        """Return the process that has least to do; None where all have enough."""
        if self._failures:
            # After a worker has died its tasks go one by one, so that the one that kills workers is known by name.
            return None if running else 0
        given = Counter(each.lane for each in running.values())
        lane = min(range(self.count), key=lambda each: given[each])
        return lane if given[lane] < _AHEAD else None

    def _next(self, lane: int, waiting: deque[Task], source: Iterator[Task]) -> Task | None:
        """Return the next task, or one not much later that is near to what a process has done before."""
        if not self._failures:
            for at, each in enumerate(waiting):
                if self._near.get(each.near, lane) == lane:
                    del waiting[at]
                    return each
            while len(waiting) < self.count * _AHEAD and (one := next(source, None)):
                if self._near.get(one.near, lane) == lane:
                    return one
                waiting.append(one)
        return waiting.popleft() if waiting else next(source, None)

    def _again(self, lost: list[Task], waiting: deque[Task]) -> Iterator[Done]:
        self._end()
        for each in reversed(lost):
            # Of several that were under way nobody knows which one it was; each is tried alone, and then it counts.
            self._failures[each.name] = self._failures.get(each.name, 0) + (len(lost) == 1)
            if self._failures[each.name] >= TRIES:
                del self._failures[each.name]
                yield Done(each.name, None, lost=True)
            else:
                waiting.appendleft(each)

    def _started(self, lane: int) -> ProcessPoolExecutor:
        if not self._lanes:
            how = multiprocessing.get_context("fork" if sys.platform == "linux" else "spawn")
            self._lanes = [ProcessPoolExecutor(1, how, _begin, (dict(self.themes),)) for _ in range(self.count)]
        return self._lanes[lane]

    def _submit(self, task: Task, lane: int) -> Future[Any]:
        before = multiprocessing.active_children()
        try:
            future = self._started(lane).submit(task.function, *task.args)
        except BrokenProcessPool as error:  # a worker died while it had nothing to do; whoever waits is told
            future = Future()
            future.set_exception(error)
        self._children += tuple(each for each in multiprocessing.active_children() if each not in before)
        return future

    def _end(self) -> None:
        for each in self._children:  # whoever stops a build does not want to wait for the page that is being made
            each.terminate()
        for lane in self._lanes:
            lane.shutdown(cancel_futures=True)
        self._lanes, self._children, self._near = [], (), {}

    def close(self) -> None:
        """End the processes."""
        self._end()


def _begin(themes: Mapping[str, Theme]) -> None:
    """Make a process ready. It leaves Ctrl-C to the one that it works for, and ends with it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _collect_seldom()
    threading.Thread(target=_end_with_parent, daemon=True).start()
    install(themes)
    hold(_HELD)


def _end_with_parent() -> None:
    """Wait until the process that this one works for is gone, however it ended, and end too: no other work will come."""
    if parent := multiprocessing.parent_process():
        parent.join()
        signal.raise_signal(signal.SIGTERM)


def _collect_seldom() -> None:
    gc.freeze()
    gc.set_threshold(_SELDOM)


@contextmanager
def at_work() -> Iterator[None]:
    """Hold what is read until pages are made of it. Let Python look for records that hold each other only seldom: ours do
    not, and a build makes so many that to go through them again and again would be a part of the work that is felt.
    """
    before = gc.get_threshold()
    _collect_seldom()
    hold(_HELD)
    try:
        yield
    finally:
        hold(0)
        gc.set_threshold(*before)
        gc.unfreeze()


def cores() -> int:
    """Return how many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
