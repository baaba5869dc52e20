"""Putting a finished build in place: everything is made before anything is touched, and then all of it goes over at once.

What is to be done is written down first. Where the program, or the machine, is stopped in the middle, the next build does
the rest before it does anything else. New files come before the pages that lead to them, and what nobody leads to any more
goes last, so that a reader never meets a link to nothing.
"""

import json
import signal
import threading
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import FrameType

from qstd import depot, workspace
from qstd.depot import Stamp, Store
from qstd.site import manifest

_MAX = 100_000_000
JOURNAL = "switch.json"


@contextmanager
def to_the_end() -> Iterator[None]:
    """Let Ctrl-C wait until what is under way is done, which is soon; whoever presses twice does not want to wait."""
    if threading.current_thread() is not threading.main_thread():  # others hear of no signals
        yield
        return
    asked: list[int] = []

    def wait(number: int, frame: FrameType | None) -> None:
        if asked:
            raise KeyboardInterrupt
        asked.append(number)

    before = signal.signal(signal.SIGINT, wait)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if asked:
        raise KeyboardInterrupt


def switch(out: Path, journal: Path, store: Store, new: Mapping[str, str], gone: Iterable[str]) -> dict[str, Stamp]:
    """Put contents (by path: their digest) in place and take files away. Returns the stamps of what was placed. Raises
    OSError; what is not done then is done by the next `finish`.
    """
    order = [(path, new[path]) for path in sorted(new, key=_rank)]
    removed = sorted(gone)
    if not order and not removed:
        return {}
    workspace.write(journal, json.dumps([order, removed]).encode())
    placed = _do(out, store, order, removed)
    workspace.remove(journal, journal.parent)
    return placed


def finish(out: Path, journal: Path, store: Store) -> None:
    """Do what an interrupted build had left to do, as far as the disk lets: what it refuses, the build that follows finds
    missing, and says so.
    """
    if not workspace.exists(journal):
        return
    order, removed = _noted(workspace.read(journal, _MAX))
    workspace.sweep({(out / path).parent for path in (*order, *removed, manifest.NAME)})
    with suppress(OSError):
        _do(out, store, [each for each in order.items() if store.get(each[1]) is not None], removed)
    workspace.remove(journal, journal.parent)


def _noted(data: bytes) -> tuple[dict[str, str], list[str]]:
    """Return what a journal says; nothing where it is not as it was written."""
    try:
        order, removed = json.loads(data)
        new = {str(path): str(digest) for path, digest in order}
        return {path: new[path] for path in new if path in manifest.safe(new)}, list(manifest.safe(removed))
    except (ValueError, TypeError):
        return {}, []


def listed(out: Path) -> frozenset[str]:
    """Return the files that earlier builds made in a folder."""
    path = out / manifest.NAME
    return manifest.load(workspace.read(path, _MAX)) if workspace.exists(path) else frozenset()


def _do(out: Path, store: Store, order: Iterable[tuple[str, str]], removed: Iterable[str]) -> dict[str, Stamp]:
    placed = {path: depot.place(store.path(digest), out / path) for path, digest in order}
    for each in removed:
        workspace.remove(out / each, out)
    return placed


def _rank(path: str) -> tuple[bool, int, str]:
    """Files before pages, pages from the deepest up to the front page."""
    is_page = path.endswith(".html")
    return is_page, -path.count("/"), path


def taken_away(
    listed: Iterable[str], made: Iterable[str], broken: frozenset[str], own: frozenset[str]
) -> tuple[frozenset[str], frozenset[str]]:
    """Return which files of earlier builds go, and which stay though nothing makes them now: while standards are broken,
    their own pages, those of a folder that could not be opened, and every page about several standards, which may lead to
    one of them. `own` are the folders of the site that are no municipality's.
    """
    left = frozenset(listed) - frozenset(made)
    kept = frozenset(each for each in left if broken and _leads_to_kept(each, broken, own))
    return left - kept, kept


def _leads_to_kept(path: str, broken: frozenset[str], own: frozenset[str]) -> bool:
    folder, *rest = path.split("/")
    of_one = len(rest) > 1 and folder not in own
    return not of_one or folder in broken or f"{folder}/{rest[0]}" in broken
