"""Edit: one change to a YAML file of ours, by path; whoever makes one knows the record, whoever applies it only the text.

A path leads through keys and indexes from the top of the file: ("sections", 3, "body"). Values are plain: text, whole
numbers, true, false, None, and mappings and lists of them; dates and amounts are given as they are to be written.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Union

Path = tuple[str | int, ...]
Plain = Union[str, int, bool, None, "Mapping[str, Plain]", "Sequence[Plain]"]


@dataclass(frozen=True, slots=True)
class Put:
    """Put a value at a path: in place of the one that stands there, or as a new key. `after` are the keys of the same
    mapping behind which a new key goes, the last one that is there; before all others where none is.
    """

    path: Path
    value: Plain
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Drop:
    """Take a key with its value, or an entry of a list, away."""

    path: Path


@dataclass(frozen=True, slots=True)
class Insert:
    """Put a new entry into a list, at the number that its path ends with; the list need not be there yet. `after` is
    as for `Put`, for a list that is not there.
    """

    path: Path
    value: Plain
    after: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Move:
    """Move an entry of a list, with the comments before it, to stand at number `to` of the list as it is afterwards."""

    path: Path
    to: int


Edit = Put | Drop | Insert | Move


class UneditableError(ValueError):
    """A text in which an edit cannot be made without harm; nothing was done."""
