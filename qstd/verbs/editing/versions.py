"""The versions of a standard as the editor shows them: what each was, who made it, and which of them is in force."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from qstd.history import Refusal
from qstd.model.finding import Finding
from qstd.present.standard import standard_document
from qstd.verbs import keeping, timeline
from qstd.verbs.editing.desk import Desk
from qstd.verbs.editing.listing import STATUSES
from qstd.verbs.gather import Found, gather
from qstd.writers import html
from qstd.writers.html_page import Parts

_COMMIT = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


@dataclass(frozen=True, slots=True)
class Version:
    """A version of a standard: the commit that made it, the day (ISO), by whom and with which words, and its status; the
    day from which it held. `is_now` is the one in force, `is_approved` the last that was approved, `is_alone` the only one
    of its day. One that was taken away, or cannot be read, has no status.
    """

    ref: str
    commit: str
    day: str
    author: str
    words: str
    status: str
    holds_from: dt.date | None = None
    is_now: bool = False
    is_approved: bool = False
    is_alone: bool = True

    @property
    def name(self) -> str:
        """What it is called beside others: its day, and its number where there were several that day."""
        return self.day if self.is_alone else f"{self.day} ({self.commit[:7]})"

    @property
    def word(self) -> str:
        """The word that asks for it."""
        return f"{self.ref}@{self.commit}"


@dataclass(frozen=True, slots=True)
class Life:
    """The versions of a standard, the newest first; or why they cannot be told."""

    versions: tuple[Version, ...] = ()
    findings: tuple[Finding, ...] = ()


def life(desk: Desk, ref: str) -> Life:
    """Return the versions of a standard that git knows."""
    entry = desk.entry(ref)
    if entry is None:
        return Life()
    try:
        found = timeline.versions(entry.path)
    except Refusal as refusal:
        return Life(findings=() if refusal.reason in _NONE else (keeping.refused(refusal, ref),))
    now, approved = timeline.in_force(found, desk.today()), timeline.approved(found)
    days = Counter(each.commit.day for each in found)
    return Life(
        tuple(
            replace(
                _version(ref, each),
                is_now=each is now,
                is_approved=each is approved,
                is_alone=days[each.commit.day] == 1,
            )
            for each in found
        )
    )


_NONE = ("no_git", "no_repository")


def _version(ref: str, found: timeline.Version) -> Version:
    commit, standard = found.commit, found.standard
    status = STATUSES.get(standard.status, standard.status) if standard else ""
    return Version(ref, commit.name, commit.day, commit.author, commit.subject, status, found.holds_from)


def one(desk: Desk, ref: str, commit: str) -> Version | None:
    """Return the version that a commit made; nothing else that a browser may ask for is asked of git."""
    if not _COMMIT.fullmatch(commit):
        return None
    return next((each for each in life(desk, ref).versions if each.commit == commit), None)


def standard(desk: Desk, version: Version) -> tuple[Sequence[Found], Sequence[Finding]]:
    """Return a standard as it was in a version, with the shared texts of then; it is called by its day."""
    gathered = gather((version.word,), desk.home.root, desk.home)
    return tuple(replace(each, revision=version.name) for each in gathered.found), gathered.findings


def page(desk: Desk, version: Version, language: str) -> tuple[str, Parts] | None:
    """Return the title and the page of a version, as citizens saw it; None where it cannot be read."""
    found, _ = standard(desk, version)
    if not found:
        return None
    municipality = desk.look(version.ref, desk.read(version.ref).text).municipality
    then = found[0].standard
    return then.title, html.inside(standard_document(then, municipality, version.ref, language), language)
