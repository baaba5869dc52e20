"""What a merge is made of: the conflicts, what may be chosen in them, and what each side brought."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from qstd.model.edit import Edit, Plain
from qstd.model.standard import StandardFile

Option = Literal["ours", "theirs", "base", "both", "text"]
Choice = Literal["ours", "theirs", "base", "both"] | tuple[Literal["text"], str]
"""What is to stand where two sides disagree: one of the three versions, the words of both, or new words."""
Choices = Mapping[str, Choice]
"""Choices by the id of their conflict."""
Kind = Literal["field", "delete_change", "add_add", "order"]


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that both sides changed, and not to the same.

    `id` ends in a digest of the values, so that a choice made for other values than these takes no effect. `number` and
    `heading` are those of the section, empty where it is about none; `entry` is the kind of a fact or the code of a waiver.
    `field` is the name in the model; "sections", "facts" or "waive" where a whole entry of it is meant. A value is None
    where there is nothing. In a body each passage that clashes is a conflict of its own.
    """

    id: str
    kind: Kind
    field: str
    number: str | None
    heading: str
    entry: str
    base: Plain
    ours: Plain
    theirs: Plain
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one side changed, named as in `Conflict`."""

    field: str
    what: Literal["changed", "added", "removed", "moved"]
    number: str | None = None
    heading: str = ""
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Merge:
    """Two versions of a standard in one: `record`; `edits` make it of the file of ours. `conflicts` are those that nobody has
    decided; there the record says what ours says. `taken` came from theirs, `kept` is what ours had changed.
    """

    record: StandardFile
    edits: tuple[Edit, ...]
    conflicts: tuple[Conflict, ...]
    taken: tuple[Taken, ...]
    kept: tuple[Taken, ...]
