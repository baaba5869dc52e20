"""Times of several contenders, taken in turn: machines are noisy, and what disturbs one run then disturbs all alike."""

import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

SLOW = 0.2  # seconds; what takes longer is run less often


class Times(NamedTuple):
    """The times of one contender, in seconds."""

    runs: tuple[float, ...]

    @property
    def median(self) -> float:
        """The time in the middle."""
        return statistics.median(self.runs)


def seconds(job: Callable[[], object]) -> float:
    """The time of one run."""
    start = time.perf_counter()
    job()
    return time.perf_counter() - start


def work(job: Callable[[], object]) -> float:
    """The processor's time of one run: what else the machine does at that moment counts for nothing."""
    start = time.process_time()
    job()
    return time.process_time() - start


def in_turn(contenders: Mapping[str, Sequence[Callable[[], object]]], slow_runs: int = 3) -> dict[str, Times]:
    """Run the jobs of all contenders, one job of each in turn. The first job of each also warms the caches and counts
    for nothing; a contender that is slow at it gets `slow_runs` more.
    """
    taken: dict[str, list[float]] = {name: [] for name in contenders}
    limit = {name: slow_runs + 1 if seconds(jobs[0]) > SLOW else len(jobs) for name, jobs in contenders.items()}
    for turn in range(1, max(limit.values())):
        for name, jobs in contenders.items():
            if turn < limit[name]:
                taken[name].append(seconds(jobs[turn]))
    return {name: Times(tuple(runs)) for name, runs in taken.items()}
