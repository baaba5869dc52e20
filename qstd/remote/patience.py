"""Patience: a connection that is opened again when it is lost, a few times, with growing pauses."""

from collections.abc import Callable
from typing import TypeVar

from qstd.remote.store import Listing, RemoteError, Store

T = TypeVar("T")
PAUSES = (1.0, 2.0, 4.0, 8.0, 15.0)  # seconds


class Patient:
    """A Store over a Store that may be lost. `pause` waits some seconds; it is told which attempt comes next, and of how
    many, so that it can say so.
    """

    def __init__(self, reach: Callable[[], Store], pause: Callable[[float, int, int], None]) -> None:
        self._reach, self._pause = reach, pause
        self._store: Store | None = None

    def listing(self, folder: str) -> Listing:
        """Return what lies in a folder."""
        return self._persist(lambda store: store.listing(folder))

    def read(self, path: str) -> bytes | None:
        """Return a file's bytes."""
        return self._persist(lambda store: store.read(path))

    def write(self, path: str, data: bytes) -> None:
        """Put a file there."""
        self._persist(lambda store: store.write(path, data))

    def remove(self, path: str) -> None:
        """Take a file away."""
        self._persist(lambda store: store.remove(path))

    def remove_folder(self, folder: str) -> None:
        """Take an empty folder away."""
        self._persist(lambda store: store.remove_folder(folder))

    def close(self) -> None:
        """Let go of the connection."""
        store, self._store = self._store, None
        if store is not None:
            store.close()

    def _persist(self, act: Callable[[Store], T]) -> T:
        """Act; every act can be done twice, so it does not matter how far a lost one had come."""
        for attempt, seconds in enumerate(PAUSES, 1):
            try:
                return self._once(act)
            except RemoteError as error:
                if error.kind != "lost":
                    raise
                self.close()
                self._pause(seconds, attempt, len(PAUSES))
        return self._once(act)

    def _once(self, act: Callable[[Store], T]) -> T:
        if self._store is None:
            self._store = self._reach()
        return act(self._store)
