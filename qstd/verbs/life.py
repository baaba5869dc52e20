"""The life of a standard as it is told: each version, on which days it was in force, and what it changed."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from qstd import history
from qstd.model.finding import Finding, Place, message
from qstd.verbs import past, timeline
from qstd.verbs.timeline import Span, Version
from qstd.verbs.version_changes import Changes, changes


@dataclass(frozen=True, slots=True)
class Told:
    """A version as it is told: the days on which it was in force (None: never), whether it is in force now or the last that
    was approved, what it changed in the one before it (None where there is none that can be read), and the name that its file
    had until then; empty where it kept it.
    """

    version: Version
    span: Span | None = None
    is_now: bool = False
    is_approved: bool = False
    changes: Changes | None = None
    before: str = ""


@dataclass(frozen=True, slots=True)
class Life:
    """The versions of a standard, the newest first, and what whoever reads of them must know. `path` is its file."""

    path: Path
    versions: tuple[Told, ...] = ()
    findings: tuple[Finding, ...] = ()


def life(places: Sequence[Path], today: dt.date) -> Life:
    """Return the life of the standard that lies or lay at one of these paths. Raises Refusal."""
    path, found = past.life(places)
    now, approved = timeline.in_force(found, today), timeline.approved(found)
    spans = {each.version.commit.name: each for each in timeline.spans(found)}
    told = tuple(
        Told(
            each,
            spans.get(each.commit.name),
            each is now,
            each is approved,
            _changes(older, each) if older else None,
            str(older.commit.path.name) if older and older.commit.path != each.commit.path else "",
        )
        for each, older in zip(found, (*found[1:], None), strict=False)
    )
    return Life(path, told, (*_partly(path, found), *_out_of_order(path, found)))


def _changes(old: Version, new: Version) -> Changes | None:
    return changes(old.standard, new.standard) if old.standard and new.standard else None


def _partly(path: Path, found: Sequence[Version]) -> tuple[Finding, ...]:
    if not found or not history.is_partial(path):
        return ()
    what = message("Her er kun den nyeste del af historikken. Der kan være ældre udgaver.")
    return (Finding("H004", "info", what, Place(str(path)), message("Hent resten med »git fetch --unshallow«.")),)


def _out_of_order(path: Path, found: Sequence[Version]) -> tuple[Finding, ...]:
    """Say that a clock went wrong: the order is that in which the versions were kept, whatever their days say."""
    wrong = next((new for new, old in pairwise(found) if new.commit.day < old.commit.day), None)
    if wrong is None:
        return ()
    what = message(
        "Udgaven fra {day} ({commit}) er gemt efter en, der har en senere dag: et ur har gået forkert.",
        day=wrong.commit.day,
        commit=wrong.commit.name[:8],
    )
    hint = message("Rækkefølgen her er den, udgaverne er gemt i. Dagen, en udgave gælder fra, står i standarden selv.")
    return (Finding("H005", "info", what, Place(str(path)), hint),)
