"""What a rule is, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from qstd.model.finding import Finding, Message, Path, Severity
from qstd.model.fragments import effective, expand
from qstd.model.municipality import Fragment, Municipality
from qstd.model.source import Locate
from qstd.model.standard import Standard


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may know beside the record in front of it: today, the folder's slug, the municipality, and where the
    values of the file stand. `unread` are the names of shared texts that are there and could not be read; None where
    that is true of all of them.
    """

    today: date
    slug: str
    municipality: Municipality | None
    locate: Locate
    unread: frozenset[str] | None = frozenset()

    @property
    def fragments(self) -> Mapping[str, Fragment]:
        """The texts that the municipality's standards share."""
        return self.municipality.fragments if self.municipality else {}

    def shared(self, name: str) -> Literal["whole", "missing", "faulty"]:
        """Tell whether a shared text can be put together from all that it builds on, is not there, or has faults."""
        found = expand(name, self.fragments)
        if self.unread is None or found.cycle or found.missing in self.unread:
            return "faulty"
        if found.missing == name:
            return "missing"
        return "faulty" if found.missing else "whole"

    def effective(self, standard: Standard) -> Standard:
        """Return the standard as it is published, with shared texts in place."""
        return effective(standard, self.fragments)


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: the path of the value, the line inside its text (0 for the value itself), what and what to do."""

    path: Path
    message: Message
    hint: Message | None = None
    line: int = 0


Look = Callable[[Standard, Around], Iterator[Hit]]
LookAtMunicipality = Callable[[Municipality, Around], Iterator[Hit]]


def _nothing(record: object, around: Around) -> Iterator[Hit]:
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: a code that never changes meaning, how bad a hit is, and what looks at standards or municipalities."""

    code: str
    severity: Severity
    standard: Look = field(default=_nothing)
    municipality: LookAtMunicipality = field(default=_nothing)
    source: Message | None = None

    def finding(self, hit: Hit, around: Around) -> Finding:
        """Make the finding of a hit."""
        place = around.locate(hit.path, hit.line)
        return Finding(self.code, self.severity, hit.message, place, hit.hint, self.source)
