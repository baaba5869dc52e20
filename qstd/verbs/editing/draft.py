"""What a draft is to those who show it: the text, what can be taken back, and what has become of its file meanwhile."""

import datetime as dt
from dataclasses import dataclass

from qstd.model.finding import Message
from qstd.model.standard import StandardFile


@dataclass(frozen=True, slots=True)
class Author:
    """Who writes, and in which browser: `session` is a random name of that."""

    name: str
    session: str


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft as it is. `base` is the text of the file that it rests on, and `base_digest` the digest of that file's bytes;
    `file` is what the text says, None where that cannot be edited field by field; not `whole` where some field
    of it cannot be read, as an empty title. `undo` and `redo` say what can be taken back and done again, and
    `field` what was touched last. `disk_changed`: the file is another one by now; `gone`: it was deleted; `new`: there
    never was one.
    """

    ref: str
    text: str
    digest: str
    base: str
    base_digest: str
    file: StandardFile | None
    changed: bool
    undo: Message | None
    redo: Message | None
    disk_changed: bool
    new: bool
    gone: bool
    field: str
    name: str
    when: dt.datetime
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Other:
    """A draft of the same standard in another browser; `own` is one of the same person."""

    name: str
    session: str
    when: dt.datetime
    alive: bool
    own: bool
    changed: bool = True


@dataclass(frozen=True, slots=True)
class DraftInfo:
    """A draft that says something else than its file: for the overview. `here` is one of this browser."""

    ref: str
    title: str
    name: str
    session: str
    when: dt.datetime
    own: bool
    here: bool
    alive: bool
    new: bool
    changed: bool = True
