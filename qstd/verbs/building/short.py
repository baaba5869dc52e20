"""What earlier versions say of their own life, kept by their contents: each is read once, and never again."""

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Any

from qstd import history, workspace
from qstd.model.standard import Approval, Standard
from qstd.readers.yaml_file import read_standard

_MOST = 200_000_000
_AT_ONCE = 500  # contents that are asked for in one go


@dataclass(slots=True)
class Shorts:
    """Standards without their words, by the name of a content; None for one that cannot be read."""

    path: Path
    program: str
    _known: dict[str, Any] = field(default_factory=dict)
    _is_read: bool = False

    def of(self, folder: Path, wanted: Iterable[str]) -> Mapping[str, Standard | None]:
        """Return what contents say, reading those that are not known yet from the history of a folder."""
        self._load()
        names = tuple(dict.fromkeys(wanted))
        new = tuple(each for each in names if each not in self._known)
        for at in range(0, len(new), _AT_ONCE):
            some = new[at : at + _AT_ONCE]
            found = history.contents(folder, some, workspace.MAX_BYTES)
            self._known |= {each: _short(found.get(each)) for each in some}
        if new:
            body = json.dumps(self._known, ensure_ascii=False, separators=(",", ":")).encode()
            workspace.write(self.path, self._head(body) + body)
        return {each: _standard(self._known[each]) for each in names}

    def _load(self) -> None:
        if self._is_read:
            return
        self._is_read = True
        data = workspace.read(self.path, _MOST) if workspace.exists(self.path) else b""
        at = data.find(b"\n") + 1
        if at and data[:at] == self._head(data[at:]):  # of this program, and whole
            self._known = json.loads(data[at:])

    def _head(self, body: bytes) -> bytes:
        return f"{self.program} {sha256(body).hexdigest()}\n".encode()


def _short(data: bytes | None) -> list[str] | None:
    record = read_standard(data, "", "").record if data is not None else None
    if record is None:
        return None
    own = record.approval or Approval()
    days = (each.isoformat() if each else "" for each in (own.date, own.effective_from))
    return [record.title, record.service, record.status, record.replaced_by or "", *days]


def _standard(kept: Any) -> Standard | None:
    if kept is None:
        return None
    title, service, status, replaced_by, date, first = kept
    approval = Approval(date=_day(date), effective_from=_day(first))
    return Standard(
        schema=1, title=title, service=service, status=status, replaced_by=replaced_by or None, approval=approval
    )


def _day(iso: str) -> dt.date | None:
    return dt.date.fromisoformat(iso) if iso else None
