"""The life of one standard: its versions as git has them, and which of them was in force on a day.

A standard that is approved holds from the day that it names; until it names one, nobody has said that it holds. One that is
in force holds from that day too, or from that of its approval. It ends with the commit that withdraws it or takes its file
away; a later version that is in force begins anew.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from qstd import history
from qstd.history import Commit
from qstd.model.standard import Approval, Standard
from qstd.readers import yaml_file

_APPROVED = ("approved", "in_force")
_MOST = 2_000_000


@dataclass(frozen=True, slots=True)
class Version:
    """A standard as one commit left it. `standard` is None where the file was taken away or could not be read then."""

    commit: Commit
    standard: Standard | None

    @property
    def approval(self) -> Approval:
        """What it says of its approval."""
        return (self.standard.approval if self.standard else None) or Approval()

    @property
    def status(self) -> str:
        """Where it stood in its life; empty where nothing tells."""
        return self.standard.status if self.standard else ""

    @property
    def holds_from(self) -> dt.date | None:
        """The day from which it holds or held: the one that it names, else that of its approval, unless it is only
        approved; None for a draft.
        """
        if self.status in ("in_force", "withdrawn"):
            return self.approval.effective_from or self.approval.date
        return self.approval.effective_from if self.status == "approved" else None

    @property
    def is_end(self) -> bool:
        """Whether nothing holds any more: it is withdrawn, or its file was taken away."""
        return self.status == "withdrawn" or not self.commit.content


@dataclass(frozen=True, slots=True)
class Span:
    """A version and the days on which it was in force: from the first to the one before `until`; None for no end."""

    version: Version
    first: dt.date
    until: dt.date | None = None


def versions(path: Path) -> tuple[Version, ...]:
    """Return the versions of a standard's file, the newest first. Raises Refusal where git does not answer."""
    commits = history.log(path)
    texts = history.contents(path.parent, tuple(dict.fromkeys(each.content for each in commits if each.content)), _MOST)
    return tuple(Version(each, _read(texts.get(each.content), each.path)) for each in commits)


def _read(data: bytes | None, path: Path) -> Standard | None:
    return yaml_file.read_standard(data, path.name, path.parent.name).record if data is not None else None


# ---------- In force ----------


def in_force(found: Sequence[Version], day: dt.date) -> Version | None:
    """Return the version that was in force on a day: of those that had begun by then and were not at an end, the one that
    began last; where several began on one day, the one written last.
    """
    ended = _ended(found, day)
    begun = [(each.holds_from, -at, each) for at, each in enumerate(found[:ended]) if _counts(found, at)]
    by_then = [(first, at, each) for first, at, each in begun if first is not None and first <= day]
    return max(by_then, key=lambda each: each[:2])[2] if by_then else None


def _ended(found: Sequence[Version], day: dt.date) -> int:
    return next((at for at, end in _ends(found) if end <= day), len(found))


def end_of(found: Sequence[Version], day: dt.date) -> Version | None:
    """Return the version that ended a standard that was not in force on a day any more; None where nothing had ended it."""
    at = _ended(found, day)
    return found[at] if at < len(found) else None


def spans(found: Sequence[Version]) -> tuple[Span, ...]:
    """Return which versions were in force and when, the earliest first."""
    begins = {each.holds_from for at, each in enumerate(found) if _counts(found, at)}
    days = sorted({day for day in begins if day} | {day for _, day in _ends(found)})
    made: list[Span] = []
    for day in days:
        now = in_force(found, day)
        if made and made[-1].until is None:
            if made[-1].version is now:
                continue
            made[-1] = Span(made[-1].version, made[-1].first, day)
        if now is not None:
            made.append(Span(now, day))
    return tuple(made)


def _counts(found: Sequence[Version], at: int) -> bool:
    """Tell whether a version may have been in force. A withdrawn one was, where nothing before it tells of its life."""
    is_known = any(each.status in _APPROVED or each.is_end for each in found[at + 1 :])
    return not (found[at].status == "withdrawn" and is_known)


def _ends(found: Sequence[Version]) -> Iterator[tuple[int, dt.date]]:
    """Yield the place of each version that ended what was in force, the newest first, and the day on which it did: that of
    its commit, or of the one before it where the clock had gone back. All that is at that place or after it had ended.
    """
    for at, each in enumerate(found):
        if each.is_end and not (at + 1 < len(found) and found[at + 1].is_end):
            day = max(one.commit.day for one in found[at : at + 2])
            yield at, dt.date.fromisoformat(day)


# ---------- Approved ----------


def approved(found: Sequence[Version]) -> Version | None:
    """Return the version in which the standard was last approved: the first one that says so with that date, and of that
    content where an approval names one.
    """
    held = [each for each in found if each.status in (*_APPROVED, "withdrawn") and _is_approved(each)]
    return list(takewhile(lambda each: _same(each, held[0]), held))[-1] if held else None


def _is_approved(version: Version) -> bool:
    own = version.approval
    return (own.date or own.effective_from) is not None


def _same(one: Version, other: Version) -> bool:
    return (one.approval.date, one.approval.content) == (other.approval.date, other.approval.content)
