"""Work shared out over a Dask cluster; the only door to it, loaded when a cluster is named. The cluster needs nothing but
qstd, in the same version: what a task reads comes with the task. Folders are read here, where the files are.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from itertools import islice
from typing import Any

from dask import config
from dask.utils import parse_timedelta
from distributed import Client, KilledWorker, WorkerPlugin, as_completed

from qstd import __version__
from qstd.model.theme import Theme
from qstd.site.look import install
from qstd.verbs.building.order import UnreachableError
from qstd.verbs.building.workers import Done, Task

_Client: Any = Client  # the library tells few of its types
_as_completed: Any = as_completed
_AHEAD = 100  # tasks that are on the cluster at once
_PATIENCE = "distributed.comm.timeouts.connect"  # Dask's own setting of how long to wait for somebody


class Cluster:
    """Does tasks on a Dask cluster. A worker that dies has its tasks done by another one: Dask sees to that."""

    def __init__(self, address: str, themes: Mapping[str, Theme]) -> None:
        self._address = address
        for name in [each for each in logging.root.manager.loggerDict if each.startswith("distributed")]:
            logging.getLogger(name).setLevel(logging.CRITICAL)  # what is wrong is told in our own words
        seconds = parse_timedelta(config.get(_PATIENCE))
        try:
            self._client = _Client(f"tcp://{address}", timeout=seconds, set_as_default=False)
        except (OSError, ValueError) as error:
            raise UnreachableError(address) from error
        try:
            self._client.wait_for_workers(1, timeout=seconds)
            self._client.register_plugin(_Installs(dict(themes), __version__), name="qstd")
        except Exception as error:  # there is nobody, or nobody who has this qstd
            self.close()
            raise UnreachableError(address) from error

    def run(self, tasks: Iterable[Task]) -> Iterator[Done]:
        """Do tasks. Raises UnreachableError where the cluster is lost."""
        source = iter(tasks)
        names: dict[Any, str] = {}
        waiting = _as_completed([], loop=self._client.loop, raise_errors=False)
        waiting.update(self._sent(islice(source, _AHEAD), names))
        for future in waiting:
            yield self._done(names.pop(future.key), future)
            waiting.update(self._sent(islice(source, 1), names))

    def _sent(self, tasks: Iterable[Task], names: dict[Any, str]) -> list[Any]:
        futures = []
        for each in tasks:
            with self._told():
                future = self._client.submit(each.function, *each.args, pure=False)
            names[future.key] = each.name
            futures.append(future)
        return futures

    def _done(self, name: str, future: Any) -> Done:
        with self._told():
            try:
                return Done(name, future.result())
            except KilledWorker:
                return Done(name, None, lost=True)

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Tell of whatever the library raises that the cluster cannot be reached: no step raises anything."""
        try:
            yield
        except Exception as error:
            raise UnreachableError(self._address) from error

    def close(self) -> None:
        """Leave the cluster."""
        self._client.close()


class _Installs(WorkerPlugin):
    """Tells each worker the themes, those that come later too."""

    idempotent = False

    def __init__(self, themes: dict[str, Theme], version: str) -> None:
        self.themes, self.version = themes, version

    def setup(self, worker: object) -> None:
        """Tell a worker that has just come. One with another qstd would make other bytes."""
        if self.version != __version__:
            raise RuntimeError(f"qstd {__version__}, not {self.version}")
        install(self.themes)
