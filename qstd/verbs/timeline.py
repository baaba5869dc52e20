"""The life of one standard: its versions as git has them, and which of them was in force on a day."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qstd import history
from qstd.history import Commit
from qstd.model.standard import Approval, Standard
from qstd.readers import yaml_file

_HELD = ("approved", "in_force", "withdrawn")  # withdrawn now, in force before
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
    def holds_from(self) -> dt.date | None:
        """The day from which it was in force: the one that it names, else that of its approval; None for a draft."""
        if self.standard is None or self.standard.status not in _HELD:
            return None
        return self.approval.effective_from or self.approval.date


def versions(path: Path) -> tuple[Version, ...]:
    """Return the versions of a standard's file, the newest first. Raises Refusal where git does not answer."""
    commits = history.log(path)
    texts = history.contents(path.parent, tuple(dict.fromkeys(each.content for each in commits if each.content)), _MOST)
    return tuple(Version(each, _read(texts.get(each.content), each.path)) for each in commits)


def _read(data: bytes | None, path: Path) -> Standard | None:
    return yaml_file.read_standard(data, path.name, path.parent.name).record if data is not None else None


def in_force(found: Sequence[Version], day: dt.date) -> Version | None:
    """Return the version that was in force on a day: of those that had begun by then, the one that began last; where
    several began on one day, the one written last.
    """
    begun = [each for each in found if each.holds_from is not None and each.holds_from <= day]
    newest = max((each.holds_from for each in begun if each.holds_from), default=None)
    return next((each for each in begun if each.holds_from == newest), None)


def approved(found: Sequence[Version]) -> Version | None:
    """Return the version in which the standard was last approved: the first one that says so with that date."""
    last = next((each for each in found if each.holds_from is not None), None)
    if last is None:
        return None
    same = [each for each in found if each.holds_from is not None and each.approval.date == last.approval.date]
    return same[-1]
