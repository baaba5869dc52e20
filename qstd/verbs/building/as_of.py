"""A workspace as it was on a day, laid out from the history in a folder of its own: the standards that were in force then, and
what their municipalities had in common. Templates are those of now.
"""

import datetime as dt
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qstd import depot, history, workspace
from qstd.edits.patch import patched
from qstd.history import Change, Commit, Refusal
from qstd.model.edit import Put
from qstd.model.finding import Finding, Place, message
from qstd.verbs import past, timeline
from qstd.verbs.building.inputs import LIMIT
from qstd.verbs.building.order import CACHE, SHORTS
from qstd.verbs.building.short import Shorts
from qstd.verbs.timeline import Version
from qstd.workspace import SITE_FILE, Workspace

_AT_ONCE = 300  # contents that are asked for in one go


@dataclass(frozen=True, slots=True)
class AsOf:
    """A workspace as it was; None where it cannot be laid out, and why."""

    home: Workspace | None
    findings: tuple[Finding, ...] = ()


def lay_out(home: Workspace, day: dt.date, program: str) -> AsOf:
    """Lay out a workspace as it was on a day. What lies there of an earlier time is kept where it is the same. Raises OSError."""
    try:
        changes = history.changes(home.standards)
        partial = history.is_partial(home.standards)
    except Refusal as refusal:
        return AsOf(None, (past.refused("standards", day.isoformat(), refusal),))
    shorts = Shorts(home.root / CACHE / SHORTS, program)
    lives = dict(_lives(changes, shorts, home))
    then = {path: found for path, own in lives.items() if (found := timeline.in_force(own, day))}
    if not then:
        return AsOf(None, (_nothing(lives, day, partial),))
    slugs = {path.partition("/")[0] for path in then}
    wanted = {path: version.commit.content for path, version in then.items()}
    wanted |= {
        path: content for path, content in _beside(changes, day) if path.partition("/")[0] in slugs or "/" not in path
    }
    contents = _contents(home, sorted(set(wanted.values())))
    files = {f"standards/{path}": contents[name] for path, name in wanted.items() if name in contents}
    files |= {f"standards/{path}": _as_in_force(contents[each.commit.content], each) for path, each in then.items()}
    folder = home.root / CACHE / "as-of" / day.isoformat()
    _put(folder, files | _templates(home, slugs))
    told = [*_undated(lives, then, day), *((_partial(Place("standards")),) if partial else ())]
    return AsOf(Workspace(folder), tuple(told))


def _lives(
    changes: Mapping[str, Sequence[Change]], shorts: Shorts, home: Workspace
) -> Iterator[tuple[str, tuple[Version, ...]]]:
    """Yield the versions of each standard by the path that its file had last."""
    own = {path: each for path, each in changes.items() if _is_a_standard(path)}
    known = shorts.of(home.standards, (one.content for each in own.values() for one in each if one.content))
    for path, each in own.items():
        yield (
            path,
            tuple(
                Version(Commit(one.commit, one.day, "", "", Path(one.path), one.content), known.get(one.content))
                for one in each
            ),
        )


def _is_a_standard(path: str) -> bool:
    return path.count("/") == 1 and workspace.is_standard(Path("standards", path))


def _beside(changes: Mapping[str, Sequence[Change]], day: dt.date) -> Iterator[tuple[str, str]]:
    """Yield path and content of what is no standard, as it was on a day; what a municipality has in common was kept later than
    the standard that needs it where somebody began with an old one, and then the first counts.
    """
    for path, own in changes.items():
        if path.count("/") > 1 or path == SITE_FILE or _is_a_standard(path):
            continue
        before = next((each for each in own if each.day <= day.isoformat()), None)
        first = own[-1] if "/" in path else None
        found = before or first
        if found and found.content:
            yield path, found.content


def _contents(home: Workspace, names: Sequence[str]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for at in range(0, len(names), _AT_ONCE):
        found |= history.contents(home.standards, names[at : at + _AT_ONCE], LIMIT)
    return found


def _as_in_force(data: bytes, version: Version) -> bytes:
    """Return a file that says that the standard is in force: it was, whatever step of its life was noted in it."""
    if version.status == "in_force":
        return data
    return patched(data.decode("utf-8"), [Put(("status",), "in_force")]).encode()


def _templates(home: Workspace, slugs: set[str]) -> dict[str, bytes]:
    tops = ("templates", *(f"standards/{each}/templates" for each in sorted(slugs)))
    paths = [f"{top}/{name}" for top in tops for name in depot.stamps(home.root / top)]
    return {path: workspace.read(home.root / path, LIMIT) for path in paths}


def _put(folder: Path, files: Mapping[str, bytes]) -> None:
    for path, data in files.items():
        workspace.write(folder / path, data)
    for path in depot.stamps(folder):
        if path not in files:
            workspace.remove(folder / path, folder)


def _undated(lives: Mapping[str, Sequence[Version]], then: Container[str], day: dt.date) -> Iterator[Finding]:
    """Say of standards that were said to be in force on the day, but not from when: whether they were, nobody can tell."""
    for path, own in sorted(lives.items()):
        newest = next((each for each in own if each.commit.day <= day.isoformat()), None)
        if path not in then and newest and newest.status == "in_force" and newest.holds_from is None:
            what = message("Standarden siger ikke, fra hvilken dag den gælder. Den er ikke med.")
            hint = message("Skriv dagen i »effective_from« under »approval«, og gem den i historikken med »qstd save«.")
            yield Finding("R419", "warning", what, Place(f"standards/{path}"), hint)


def _nothing(lives: Mapping[str, Sequence[Version]], day: dt.date, partial: bool) -> Finding:
    what = message("Ingen standard var gældende den {day}, så vidt historikken ved.", day=day.isoformat())
    first = min((span.first for each in lives.values() for span in timeline.spans(each)), default=None)
    hint = message("Gem standarderne i historikken med »qstd save«.")
    if partial:
        hint = message(
            "Her er kun den nyeste del af historikken. Hent resten med »git fetch --unshallow«, og prøv igen."
        )
    elif first is not None:
        hint = message("Den første gælder fra {day}.", day=first.isoformat())
    return Finding("R416", "error", what, Place("standards"), hint)


def _partial(place: Place) -> Finding:
    what = message("Her er kun den nyeste del af historikken. Der kan være ældre udgaver.")
    return Finding("H004", "warning", what, place, message("Hent resten med »git fetch --unshallow«."))
