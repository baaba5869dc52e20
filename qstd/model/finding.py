"""Finding: the one value for everything wrong, whoever found it.

Tens of thousands may be sent from the processes that found them. So each record says itself how it is sent: what a dataclass
does by itself takes several times as long.
"""

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

    def __reduce__(self) -> "tuple[type[Place], tuple[object, ...]]":
        return Place, (self.file, self.line, self.column, self.path)


@dataclass(frozen=True, slots=True)
class Message:
    """A Danish sentence with `{named}` gaps and what fills them; translated and filled only when it is shown."""

    text: str
    values: Mapping[str, "str | int | Message"] = field(default_factory=dict)

    def __reduce__(self) -> "tuple[type[Message], tuple[object, ...]]":
        return Message, (self.text, self.values)


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

    def __reduce__(self) -> "tuple[type[Finding], tuple[object, ...]]":
        return Finding, (self.code, self.severity, self.message, self.place, self.hint, self.source)
