"""The manual page of a rule, in its parts."""

from typing import NamedTuple

from qstd.model.finding import Message, Severity


class ManualPage(NamedTuple):
    """What a rule says of itself. `name` is that of its file; `says` what it demands, in a sentence; then where it
    applies, why, who says so (`origin`, empty where nobody outside does), how to mend what it finds, and a bad and a good
    example. `source` is the line that its findings end with, `url` where that can be read.
    """

    code: str
    name: str
    severity: Severity
    says: str
    applies: str
    why: str
    origin: str
    mend: str
    bad: str
    good: str
    source: Message | None = None
    url: str = ""
