"""Finding: the one value for everything wrong, whoever found it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Severity = Literal["error", "warning", "info"]
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: a file as the reader of the message would name it, 1-based line and column, and the
    path of keys and indexes inside the file (empty for the file itself). Line 0 means the file as a whole.
    """

    file: str
    line: int = 0
    column: int = 0
    path: Path = ()


@dataclass(frozen=True, slots=True)
class Message:
    """A Danish sentence with `{named}` gaps and what fills them; translated and filled only when it is shown."""

    text: str
    values: Mapping[str, "str | int | Message"] = field(default_factory=dict)


def message(text: str, /, **values: "str | int | Message") -> Message:
    """Make a Message. Translators find every Danish sentence by this name."""
    return Message(text, values)


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong: a stable code, how bad it is, what, where, what to do, and who says so."""

    code: str
    severity: Severity
    message: Message
    place: Place
    hint: Message | None = None
    source: Message | None = None
