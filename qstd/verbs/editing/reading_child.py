"""The process in which a stranger's file is read: little time, little memory, no network, and files in its own folder only.

Whoever started it believes nothing of what it leaves. What it may use is taken from it before the file is opened: by the
system where the system can (not on Windows), and by a hook that Python itself asks.
"""

import json
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from qstd import workspace
from qstd.model.draft import Draft
from qstd.model.finding import Finding
from qstd.model.outline import NOWHERE, Outline, Spot, paragraphs
from qstd.model.plain import plain
from qstd.workspace import Workspace

SOURCE = "source"
MADE = "made"
RESULT = "result.json"
PAGES = "pages.json"
TROUBLE = "trouble"
Kind = Literal["new", "edited", "outline"]
PICTURES = 150
"""Pages of which a picture is made."""
_ASKED = frozenset("I223 I225 I226 I227 I232".split())  # what the command line refuses, and a screen asks for
_DENIED = (
    *(f"socket.{each}" for each in ("connect", "bind", "getaddrinfo", "sendto")),
    *("subprocess.Popen", "os.system", "os.exec", "os.fork", "os.posix_spawn"),
)
_CHANGING = frozenset(
    f"os.{each}" for each in "remove rename mkdir rmdir link symlink chmod chown truncate utime".split()
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC


@dataclass(frozen=True, slots=True)
class Limits:
    """What the process may use: seconds of the processor, bytes of memory, bytes of one file that it writes."""

    seconds: int = 90
    memory: int = 2_000_000_000
    file: int = 100_000_000


def read(
    folder: str,
    root: str,
    name: str,
    municipality: str,
    service: str,
    limits: Limits,
    kind: Kind = "new",
    accepted: tuple[str, ...] | None = None,
) -> None:
    """Read the source in a folder of the staging, and leave what was made of it there: a new standard or, by `kind`,
    what stands in a Word file that somebody has edited, with the tracked changes of the people `accepted`, or its text.
    """
    made = Path(folder) / MADE
    try:
        _restrict(made, limits)
        if kind == "edited":
            _read_edited(Path(folder), name, accepted)
        elif kind == "outline":
            _read_outline(Path(folder), name)
        else:
            _read(Path(folder), Workspace(Path(root)), name, (municipality, service))
    except MemoryError:
        _note(made, "memory")
    except Exception as error:  # whatever a hostile file does to a reader
        _note(made, f"fault {type(error).__name__}")


def _note(made: Path, what: str) -> None:
    with suppress(OSError, MemoryError):
        (made / TROUBLE).write_text(what, "utf-8")


def _restrict(made: Path, limits: Limits) -> None:
    sys.dont_write_bytecode = True
    os.chdir(made)
    os.umask(0o077)
    with suppress(ImportError, OSError, ValueError):
        import resource

        os.nice(10)
        for what, most in (
            (resource.RLIMIT_CORE, 0),
            (resource.RLIMIT_CPU, limits.seconds),
            (resource.RLIMIT_FSIZE, limits.file),
            (resource.RLIMIT_AS, limits.memory),
        ):
            with suppress(OSError, ValueError):  # an administrator has set less
                resource.setrlimit(what, (most, most))
    top = os.path.join(made.resolve(), "")  # noqa: PTH118  # compared as text, with its end
    sys.addaudithook(lambda event, given: _judge(event, given, top))


def _judge(event: str, given: tuple[Any, ...], top: str) -> None:
    """Deny what reading a file has no need of. Raises PermissionError."""
    if event.startswith(_DENIED):
        raise PermissionError(event)
    if event in _CHANGING:
        changed = given
    elif event == "open" and isinstance(given[2], int) and given[2] & _WRITING:
        changed = given[:1]
    else:
        return
    for each in changed:
        if isinstance(each, str | bytes | os.PathLike):
            path = os.path.abspath(os.fsdecode(each))  # noqa: PTH100  # links are not followed: it may not be there yet
            if path != os.devnull and not os.path.join(path, "").startswith(top):  # noqa: PTH118  # compared as text
                raise PermissionError(path)


def _read(folder: Path, home: Workspace, name: str, wish: tuple[str, str]) -> None:
    from qstd.verbs import importing

    source, made = folder / SOURCE, folder / MADE
    # Nothing is written there, so that a file of that name is in nobody's way.
    own = importing.load(source, home, importing.Wish(*wish, split=True, force=True), (), name)
    drafts = own.recognition.drafts if own.recognition else ()
    told = {
        "outline": plain(own.outline) if drafts else None,
        "recognition": plain(own.recognition) if drafts else None,
        "texts": [text.decode() for _, text in own.files],
        "findings": plain(tuple(_told(own.findings))),
        "passages": plain(passages(own.outline, drafts)) if own.outline else [],
    }
    workspace.write(made / RESULT, json.dumps(told).encode())
    if own.outline is not None and own.outline.format == "pdf" and drafts:
        _draw(workspace.read(source, source.stat().st_size), made)


def _read_edited(folder: Path, name: str, accepted: tuple[str, ...] | None) -> None:
    from qstd.readers.docx import edited

    source = folder / SOURCE
    found = edited.read(workspace.read(source, source.stat().st_size), name, accepted)
    told = {"edited": plain(found) if found.outline is not None else None, "findings": plain(found.findings)}
    workspace.write(folder / MADE / RESULT, json.dumps(told).encode())


def _read_outline(folder: Path, name: str) -> None:
    from qstd.readers import source

    path = folder / SOURCE
    found = source.read(workspace.read(path, path.stat().st_size), name)
    is_whole = found.outline is not None and not any(each.severity == "error" for each in found.findings)
    told = {"outline": plain(found.outline) if is_whole else None, "findings": plain(found.findings)}
    workspace.write(folder / MADE / RESULT, json.dumps(told).encode())


def _told(findings: tuple[Finding, ...]) -> Iterator[Finding]:
    return (each for each in findings if each.code not in _ASKED)


def _draw(data: bytes, made: Path) -> None:
    """Make pictures of the pages, one after the other; those that are there when time is up are kept."""
    from qstd.readers.pdf.pictures import pictures

    for each in pictures(data, PICTURES):
        workspace.write(made / f"page-{each.number}.png", each.png)
        size: Mapping[str, float] = {"number": each.number, "width": each.width, "height": each.height}
        with (made / PAGES).open("a", encoding="utf-8") as file:
            file.write(json.dumps(size) + "\n")


def passages(outline: Outline, drafts: tuple[Draft, ...]) -> tuple[tuple[tuple[Spot, ...], ...], ...]:
    """Return for each section of each standard the spots of the paragraphs between its beginning and the next one's."""
    spots = [each.spot for each in paragraphs(outline.blocks)]
    at = {
        (number, index): _begins(origin.spot, spots)
        for number, draft in enumerate(drafts)
        for index, origin in enumerate(draft.origins)
    }
    ends = sorted(each for each in at.values() if each is not None)
    end = dict(zip(ends, [*ends[1:], len(spots)], strict=True))
    found = []
    for number, draft in enumerate(drafts):
        own = []
        for index, origin in enumerate(draft.origins):
            begin = at[number, index]
            stretch = spots[begin : end[begin]] if begin is not None else [origin.spot]
            own.append(tuple(each for each in stretch if each != NOWHERE))
        found.append(tuple(own))
    return tuple(found)


def _begins(spot: Spot, spots: list[Spot]) -> int | None:
    """Return which paragraph stands at a spot: the very one, or, of what was put together, the one where it begins."""
    for index, each in enumerate(spots):
        if each == spot or (spot.box and each.page == spot.page and each.box and abs(each.box[1] - spot.box[1]) < 1):
            return index
    keys = ("page", "line", "paragraph", "table", "row")
    wanted = [getattr(spot, key) for key in keys]
    same = (n for n, each in enumerate(spots) if any(wanted) and [getattr(each, key) for key in keys] == wanted)
    return next(same, None)
