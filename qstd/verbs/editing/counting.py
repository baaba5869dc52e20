"""How much is wrong with each standard, found in the background: by a process of its own, so that nobody waits for it.

What `qstd check` keeps is used, and what is found is kept for it (`verbs.verdicts`). One thread asks, one folder at a time;
the process is begun when there is something to check and ends when there has been nothing for a while.
"""

import datetime as dt
import multiprocessing
import os
import signal
import threading
from collections import Counter, OrderedDict
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, suppress
from multiprocessing.connection import Connection
from pathlib import Path
from typing import NamedTuple

from qstd import workspace
from qstd.verbs.editing.rows import CHANGED, Counts
from qstd.workspace import Workspace

_IDLE = 30.0  # seconds until a process that has nothing to do is let go
_PATIENCE = 600.0  # seconds for one folder
_NICE = 10


class _Task(NamedTuple):
    folder: str
    mark: object
    day: dt.date


class Counting:
    """Counts what is wrong. `news` is called, from another thread, when more has been counted."""

    def __init__(self, home: Workspace, news: Callable[[], None]) -> None:
        self._home = home
        self._news = news
        self._counts: dict[str, Counts] = {}
        self._marks: dict[str, object] = {}
        self._waiting: OrderedDict[str, _Task] = OrderedDict()
        self._change = threading.Condition()
        self._thread: threading.Thread | None = None
        self._closed = False

    def of(self, ref: str) -> Counts | None:
        """Return what is known of a standard."""
        return self._counts.get(ref)

    def want(self, folders: Mapping[str, object], day: dt.date) -> None:
        """Say which folders there are, each with a mark of all its files: those with another mark are checked again."""
        with self._change:
            for folder, mark in folders.items():
                wanted = (mark, day)
                if self._marks.get(folder) != wanted and not self._closed:
                    self._marks[folder] = wanted
                    self._waiting[folder] = _Task(folder, wanted, day)
                    self._waiting.move_to_end(folder, last=False)  # what somebody works on first
            if self._waiting and self._thread is None:
                self._thread = threading.Thread(target=self._work, name="counting", daemon=True)
                self._thread.start()
            self._change.notify_all()

    def changed(self, ref: str) -> None:
        """Say that a standard is another one now, so that what was found in it counts no more."""
        self._counts.pop(ref, None)

    def close(self) -> None:
        """End it, and its process."""
        with self._change:
            self._closed = True
            self._waiting.clear()
            self._change.notify_all()
            thread = self._thread
        if thread:
            thread.join(5)

    def _work(self) -> None:
        with suppress(OSError, EOFError), closing(_Checker(self._home.root)) as checker:
            while task := self._next():
                found = checker.check(task, lambda: self._closed)
                with self._change:
                    if self._marks.get(task.folder) == task.mark:
                        self._counts |= found
                self._news()
        with self._change:
            self._thread = None

    def _next(self) -> _Task | None:
        """Return the next folder to be checked; None where there has been none for a while."""
        with self._change:
            self._change.wait_for(lambda: bool(self._waiting) or self._closed, _IDLE)
            return self._waiting.popitem(last=False)[1] if self._waiting and not self._closed else None


class _Checker:
    """The process that checks."""

    def __init__(self, root: Path) -> None:
        context = multiprocessing.get_context("spawn")
        self._own, other = context.Pipe()
        self._process = context.Process(target=_serve, args=(other, root), daemon=True, name="qstd counting")
        self._process.start()
        other.close()

    def check(self, task: _Task, ended: Callable[[], bool]) -> dict[str, Counts]:
        """Return what is wrong in a folder. Raises EOFError where the process ended, and OSError."""
        self._own.send((task.folder, task.day))
        for _ in range(int(_PATIENCE * 5)):
            if self._own.poll(0.2):
                found: dict[str, Counts] = self._own.recv()
                return found
            if ended():
                break
        raise EOFError

    def close(self) -> None:
        """End the process."""
        self._own.close()
        self._process.terminate()
        self._process.join(5)
        self._process.close()


def _serve(connection: Connection, root: Path) -> None:
    """Check folders as they are asked for, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    with suppress(AttributeError, OSError):
        os.nice(_NICE)
    with suppress(EOFError, OSError):
        while True:
            folder, day = connection.recv()
            connection.send(dict(_counted(Workspace(root), folder, day)))


def _counted(home: Workspace, folder: str, day: dt.date) -> Iterator[tuple[str, Counts]]:
    from qstd.verbs import verdicts

    entries = workspace.entries_in(home.standards / folder)
    found = verdicts.read(entries, home.root, day, home).findings
    for entry in entries:
        name = workspace.name_from(home.root, entry.path)
        own = [each for each in found if each.place.file == name]
        count = Counter(each.severity for each in own)
        approved = all(each.code != CHANGED for each in own)
        yield entry.ref, Counts(count["error"], count["warning"], count["info"], approved)
