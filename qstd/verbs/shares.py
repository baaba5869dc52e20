"""Folders shared out over the processors of the machine, where there are so many that it is quicker.

What is done with a folder is a function of a module and of values that can be sent, so that it works however processes are
begun. Fewer standards than `MANY` stay in this process: to begin others takes longer than to check a few.
"""

import gc
import os
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

S = TypeVar("S")
T = TypeVar("T")
MANY = 200
_EACH = 100  # standards for each process at least
_SELDOM = 1_000_000  # new records; Python itself takes 700
_HOW = "fork" if sys.platform == "linux" else "spawn"  # forked, it has all modules at once; elsewhere that is not safe
_TURNS = 4  # shares for each process, so that none waits long for another with larger folders


def of_each(do: Callable[[S], T], folders: Sequence[S], standards: int) -> list[T]:
    """Return what `do` gives of each folder, in order; `standards` is how many lie in all of them."""
    count = processes(standards, len(folders))
    with _seldom_collected():
        if count < 2:
            return _all_of(do, folders)
        # With the first of them, whatever the work needs is loaded once, and not in each process that is forked from this.
        return [do(folders[0]), *_shared(do, folders[1:], count)]


def processes(standards: int, folders: int) -> int:
    """Return how many processes work on so many standards in so many folders."""
    return min(_cores(), standards // _EACH, folders) if standards >= MANY else 1


def _cores() -> int:
    """Return how many processes can work at once here."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _shared(do: Callable[[S], T], folders: Sequence[S], count: int) -> list[T]:
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    size = max(1, len(folders) // (count * _TURNS))
    some = [folders[at : at + size] for at in range(0, len(folders), size)]
    try:
        with ProcessPoolExecutor(count, multiprocessing.get_context(_HOW), _begin) as pool:
            try:
                with _undisturbed():
                    waiting = [pool.submit(_all_of, do, each) for each in some]
                return [each for done in waiting for each in done.result()]
            except BaseException:  # also where somebody interrupts: nobody waits for what nobody wants
                for process in multiprocessing.active_children():
                    process.terminate()
                raise
    except BrokenProcessPool:  # a process was killed, as where memory is short: this one needs none more
        return _all_of(do, folders)


def _all_of(do: Callable[[S], T], folders: Sequence[S]) -> list[T]:
    return [do(each) for each in folders]


@contextmanager
def _seldom_collected() -> Iterator[None]:
    """Let Python look for records that hold each other only seldom: ours do not, and to go through all that is kept again
    and again would be a tenth of the work.
    """
    before = gc.get_threshold()
    gc.set_threshold(_SELDOM)
    try:
        yield
    finally:
        gc.freeze()  # else Python would go through all of it at once, now that there are far more than a few
        gc.set_threshold(*before)
        gc.unfreeze()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let Ctrl-C wait while processes are begun: in the midst of it, it would be lost, or leave them behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _begin() -> None:
    """Let Ctrl-C end the process without words: the one that began it has them. It ends soon, and is seldom tidied."""
    gc.set_threshold(_SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
