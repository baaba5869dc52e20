"""Publishing: from the built site to where citizens read it. Only what differs is sent, and nothing is ever half there."""

import errno
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from pathlib import Path

from qstd import workspace
from qstd.remote import RemoteError, Store
from qstd.remote.store import is_part
from qstd.verbs import publish_list as listed
from qstd.verbs.publish_lanes import Lanes
from qstd.verbs.publish_list import Mark, Marks, Plan, Published, folders_of

Tick = Callable[[str, int], None]
MAX_BYTES = 2_000_000_000
_UNKNOWN = "0" * 64  # the digest of a file that is being replaced and that no run has sent
_TIMES = 8  # the list is saved when this many times its own size has been sent: it costs little, and little is lost


@dataclass(frozen=True, slots=True)
class Ready:
    """A run that is decided and not begun: what the site is, what was published before, and what there is to do."""

    site: Path
    here: Marks
    before: Published
    plan: Plan


def marks(site: Path) -> dict[str, Mark]:
    """Return the marks of all files of a built site, but for hidden ones. Raises OSError."""
    paths = (each for each in workspace.names(site) if listed.is_ours(each))
    return {path: _mark(_read(site / path)) for path in paths}


def _read(path: Path) -> bytes:
    data = workspace.read(path, MAX_BYTES)
    if len(data) > MAX_BYTES:
        raise OSError(errno.EFBIG, "", str(path))
    return data


def _mark(data: bytes) -> Mark:
    return Mark(sha256(data).hexdigest(), len(data))


def prepare(site: Path, lanes: Lanes) -> Ready:
    """Find out what there is to do; nothing is changed. Raises OSError and RemoteError."""
    here = marks(site)
    before = listed.load(lanes.first(lambda store: store.read(listed.NAME)))
    there, parts = _sizes(folders_of((*here, *before.files, *before.pending)), lanes)
    unsure = listed.doubtful(here, there, before)
    read = zip(unsure, lanes.each(unsure, lambda store, path: store.read(path)), strict=True)
    equal = [path for path, data in read if data is not None and _mark(data) == here[path]]
    return Ready(site, here, before, listed.plan(here, there, before, equal, parts))


def _sizes(wanted: frozenset[str], lanes: Lanes) -> tuple[dict[str, int], list[str]]:
    """Return the sizes of what lies in the folders that concern us; what else lies there is not looked at."""
    there: dict[str, int] = {}
    parts: list[str] = []
    level: Sequence[str] = ("",)
    while level:
        below: list[str] = []
        for folder, found in zip(level, lanes.each(level, lambda store, each: store.listing(each)), strict=True):
            start = f"{folder}/" if folder else ""
            there |= {f"{start}{name}": size for name, size in found.files.items()}
            parts += [f"{start}{name}" for name in found.files if is_part(name)]
            below += sorted(each for each in (f"{start}{name}" for name in found.folders) if each in wanted)
        level = below
    return there, parts


def send(ready: Ready, lanes: Lanes, tick: Tick) -> None:
    """Do it: new files, pages, the list, and deletions last. `tick` is told of each file when it is done. Whenever this
    stops, what lies there is a site that works, and a further run goes on from there. Raises OSError and RemoteError.
    """
    run = _Run(ready, lanes)
    if run.is_idle:
        return
    try:
        run.begin()
        for group in ready.plan.groups:
            for path, size in run.sent(group):
                tick(path, size)
        run.save()
        if ready.plan.removed:
            for path in run.removed():
                tick(path, 0)
            run.save()
    except RemoteError as error:
        if error.kind != "lost":
            run.save_if_possible()
        raise
    except BaseException:
        run.save_if_possible()
        raise


class _Run:
    """A run as it goes: what is known to lie there, and what is left to send."""

    def __init__(self, ready: Ready, lanes: Lanes) -> None:
        self._ready, self._lanes = ready, lanes
        plan, before = ready.plan, ready.before
        # What is to go stays on the list until it is gone, so that a lost run leaves nothing that nobody answers for.
        going = {each: _of(each, before) for each in plan.removed}
        old = {each: before.files.get(each, Mark(_UNKNOWN, 0)) for each in plan.changed}
        self.files: dict[str, Mark] = {**plan.same, **going, **old}
        ours = (each for each in plan.changed if each in before.files)
        self.pending: dict[str, Mark] = {each: ready.here[each] for each in (*plan.new, *ours)}
        self._sent = self._size = 0

    @property
    def is_idle(self) -> bool:
        """Tell whether there is nothing to do, and the list there says what lies there."""
        plan = self._ready.plan
        return not (plan.groups or plan.removed or plan.parts) and self._ready.before == Published(self.files)

    def begin(self) -> None:
        """Say what will be sent before any of it is, and take away what an earlier run left half-sent."""
        self.save()
        for _ in self._lanes.each(self._ready.plan.parts, _remove):
            pass

    def sent(self, group: Sequence[str]) -> Iterator[tuple[str, int]]:
        """Send files, and yield each with its size when it is there."""
        for path, mark in self._lanes.each(group, self._send):
            self.files[path] = mark
            self.pending.pop(path, None)
            self._sent += mark.size
            yield path, mark.size
            if self._sent > _TIMES * self._size:
                self.save()

    def _send(self, store: Store, path: str) -> tuple[str, Mark]:
        data = _read(self._ready.site / path)
        store.write(path, data)
        return path, _mark(data)

    def removed(self) -> Iterator[str]:
        """Take away what the site no longer has, and the folders that are then empty."""
        gone = self._ready.plan.removed
        for path in self._lanes.each(gone, _remove):
            self.files.pop(path, None)
            yield path
        empty = folders_of(gone) - folders_of(self.files)
        for folder in sorted(empty, key=lambda each: (-each.count("/"), each)):
            self._lanes.first(partial(_remove_folder, folder=folder))

    def save(self) -> None:
        """Put the list there as things are."""
        data = listed.dump(self.files, self.pending)
        self._lanes.first(lambda store: store.write(listed.NAME, data))
        self._sent, self._size = 0, len(data)

    def save_if_possible(self) -> None:
        """Put the list there, so that the next run need not send again what is there."""
        self._lanes.stop()
        data = listed.dump(self.files, self.pending)
        self._lanes.once(lambda store: store.write(listed.NAME, data))


def _of(path: str, before: Published) -> Mark:
    return before.files[path] if path in before.files else before.pending[path]


def _remove(store: Store, path: str) -> str:
    store.remove(path)
    return path


def _remove_folder(store: Store, folder: str) -> None:
    store.remove_folder(folder)
