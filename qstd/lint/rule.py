"""What a rule is, and what it is given to look at."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from qstd import catalogue
from qstd.catalogue import Service
from qstd.model.facts import Access
from qstd.model.finding import Finding, Message, Path, Severity
from qstd.model.fragments import effective, expand
from qstd.model.municipality import Fragment, Municipality
from qstd.model.source import Locate
from qstd.model.standard import Standard

Level = Severity | Literal["off"]


@dataclass(frozen=True, slots=True)
class Around:
    """What a rule may know beside the record in front of it: today, the folder's slug, the municipality, the other
    standards of the municipality, and where the values of the file stand. `unread` are the names of shared texts that
    are there and could not be read; None where that is true of all of them. `levels` are the severities that the
    workspace has chosen, by code or by group of codes ("A"). `only` are the codes and groups of codes that somebody wants
    to know of; empty: all. `names` are those of all standards in the folder; None where nobody has looked.
    """

    today: date
    slug: str
    municipality: Municipality | None
    locate: Locate
    unread: frozenset[str] | None = frozenset()
    others: tuple[Standard, ...] = ()
    levels: Mapping[str, Level] = field(default_factory=dict)
    only: frozenset[str] = frozenset()
    names: frozenset[str] | None = None

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

    def level(self, code: str) -> Level | None:
        """Return how bad the workspace takes a finding of a code to be; None where it has not said."""
        return self.levels.get(code) or self.levels.get(code[:1])


@dataclass(frozen=True, slots=True)
class Hit:
    """What a rule found: the path of the value, the line inside its text (0 for the value itself), what and what to do.
    `severity` is given where this hit is worse, or less bad, than those of the rule mostly are.
    """

    path: Path
    message: Message
    hint: Message | None = None
    line: int = 0
    severity: Severity | None = None


@dataclass(frozen=True, slots=True)
class Applies:
    """Which standards a rule looks at: those of some services (empty: all), save those of others; only where help is
    granted after an assessment (`visited`), only those in some state (empty: all).
    """

    services: frozenset[str] = frozenset()
    without: frozenset[str] = frozenset()
    visited: bool = False
    statuses: frozenset[str] = frozenset()

    def to(self, standard: Standard) -> bool:
        """Tell whether the rule looks at a standard."""
        return self.to_such(standard.service, standard.status, is_visited(standard))

    def to_such(self, service: str, status: str, visited: bool) -> bool:
        """Tell whether the rule looks at standards of a service, in a state, of help that is `visited` or not."""
        return (
            (not self.services or service in self.services)
            and service not in self.without
            and (not self.statuses or status in self.statuses)
            and (not self.visited or visited)
        )


EVERYWHERE = Applies()
PUBLISHED = Applies(statuses=frozenset(("approved", "in_force")))


def service_of(standard: Standard) -> Service | None:
    """Return the service of a standard as the catalogue knows it."""
    return catalogue.service(standard.service)


def access_of(standard: Standard) -> str:
    """Return how citizens get the help: as the standard itself says, or else as the catalogue does (visited, unvisited,
    referred, leader, mixed; unknown where neither knows).
    """
    own = [each.mode for each in standard.facts if isinstance(each, Access)]
    known = service_of(standard)
    return own[0] if len(set(own)) == 1 else known.access if known else "unknown"


def is_visited(standard: Standard) -> bool:
    """Tell whether help is granted after an assessment, so that there is a decision, a deadline and a complaint over it.
    Where nobody knows, it is taken to be so, save under a provision whose help is given without.
    """
    known = service_of(standard)
    return access_of(standard) in ("visited", "mixed", "unknown") and (known is None or known.access != "unvisited")


Look = Callable[[Standard, Around], Iterator[Hit]]
LookAtMunicipality = Callable[[Municipality, Around], Iterator[Hit]]


def nothing(record: object, around: Around) -> Iterator[Hit]:
    """Look at nothing: what a rule does that is about the other kind of record."""
    return iter(())


@dataclass(frozen=True, slots=True)
class Rule:
    """One check: a code that never changes meaning, how bad a hit is, what looks at standards or municipalities, who says
    so (`source`, with `url` where it can be read), and which standards it is for.
    """

    code: str
    severity: Severity
    standard: Look = field(default=nothing)
    municipality: LookAtMunicipality = field(default=nothing)
    source: Message | None = None
    url: str = ""
    applies: Applies = EVERYWHERE

    def finding(self, hit: Hit, around: Around) -> Finding:
        """Make the finding of a hit."""
        place, chosen = around.locate(hit.path, hit.line), around.level(self.code)
        own = hit.severity or self.severity
        severity = own if chosen is None or chosen == "off" else chosen
        return Finding(self.code, severity, hit.message, place, hit.hint, self.source)
