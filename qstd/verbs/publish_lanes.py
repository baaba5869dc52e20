"""Lanes: a few connections side by side, since most of the time of each is spent on waiting for an answer."""

from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from queue import LifoQueue
from threading import Event
from typing import TypeVar

from qstd.remote import Patient, RemoteError, Store

T = TypeVar("T")
R = TypeVar("R")
Said = Callable[[float, int, int], None]
LANES = 4
_AHEAD = 4  # values to a lane that wait for it, so that it never waits for them


class Lanes:
    """Connections to one place. `reach` opens one; `said` is told before a lost one is tried again: after how many
    seconds, which attempt, and of how many; `count` is how many connections there may be.
    """

    def __init__(self, reach: Callable[[], Store], said: Said, count: int = LANES) -> None:
        self._reach, self._said, self._count = reach, said, count
        self._stopped = Event()
        self._threads = ThreadPoolExecutor(count, "publish")
        self._stores = [Patient(reach, self._pause) for _ in range(count)]
        self._free: LifoQueue[Patient] = LifoQueue()  # the last one first: as few are opened as are needed
        for each in self._stores:
            self._free.put(each)

    def __enter__(self) -> "Lanes":
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()
        for each in self._stores:
            each.close()

    def first(self, act: Callable[[Store], R]) -> R:
        """Do one thing."""
        return next(self.each((act,), lambda store, given: given(store)))

    def each(self, values: Iterable[T], act: Callable[[Store, T], R]) -> Iterator[R]:
        """Do a thing for each value, several at a time, and yield what comes of it in their order."""
        waiting: list[Future[R]] = []
        for value in values:
            waiting.append(self._threads.submit(self._on_a_free_one, act, value))
            if len(waiting) >= _AHEAD * self._count:
                yield waiting.pop(0).result()
        for future in waiting:
            yield future.result()

    def once(self, act: Callable[[Store], None]) -> None:
        """Do a last thing on a connection of its own, if it can be done; no second attempt is made."""
        with suppress(RemoteError, OSError):
            store = self._reach()
            with suppress(RemoteError, OSError):
                act(store)
            store.close()

    def stop(self) -> None:
        """Begin nothing more, and wait for what is under way."""
        self._stopped.set()
        self._threads.shutdown(cancel_futures=True)

    def _on_a_free_one(self, act: Callable[[Store, T], R], value: T) -> R:
        store = self._free.get()
        try:
            return act(store, value)
        finally:
            self._free.put(store)

    def _pause(self, seconds: float, attempt: int, attempts: int) -> None:
        if not self._stopped.is_set():
            self._said(seconds, attempt, attempts)
        if self._stopped.wait(seconds):
            raise RemoteError("lost")
