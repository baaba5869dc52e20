"""Draft: a standard as it was recognised in a source file, what was unsure about it, and the account of every word."""

from dataclasses import dataclass
from typing import Literal

from qstd.model.finding import Message, Path
from qstd.model.outline import NOWHERE, Furniture, Spot
from qstd.model.standard import StandardFile

Confidence = Literal[0, 1, 2, 3, 4]
"""How sure a topic is: 4 the heading is known (catalogue or the municipality's own list), 3 it is one but for spelling
or the service's name, 2 it is like one, 1 only the words of the text say so, 0 there is none.
"""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Something a person should look at: where in the standard (path of keys and indexes), what, and where in the source."""

    path: Path
    message: Message
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class SectionOrigin:
    """Where a section (by its index) came from: its spot, how sure its topic is, and its text as the source has it."""

    spot: Spot
    confidence: Confidence
    source: str


JointKind = Literal["joined", "kept", "suspended", "doubtful"]


@dataclass(frozen=True, slots=True)
class Joint:
    """A hyphen at the end of a line: `left` and `right` as they stood ("hen-", "blik"), `result` as they stand now.
    `joined`: one word without the hyphen; `kept`: one word with it ("e-mail-adresse"); `suspended`: two words of which
    the first borrows its end ("børne- og ungeområdet"); `doubtful`: nothing speaks for one or the other.
    """

    kind: JointKind
    left: str
    right: str
    result: str
    spot: Spot = NOWHERE


@dataclass(frozen=True, slots=True)
class Split:
    """Words that the source ran together (`left` and `right` stood as one), or tore apart though they are one."""

    left: str
    right: str
    spot: Spot = NOWHERE


Status = Literal["PASS", "FAIL", "NOT_CHECKED"]


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A word of the source that stands nowhere in the result, or (`extra`) one of the result that the source lacks."""

    word: str
    times: int
    spot: Spot = NOWHERE
    extra: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """How many units the source has, by an independent count, and what became of them. `source` is the sum of the rest
    where nothing is missing; `extra` are units of the result that the source lacks, and `made` those that the source
    shows but does not hold as text (automatic numbers).
    """

    source: int = 0
    placed: int = 0
    joined: int = 0
    furniture: int = 0
    unplaced: int = 0
    extra: int = 0
    made: int = 0


@dataclass(frozen=True, slots=True)
class Account:
    """What became of every word of a source file. `splits` are words that the source tore apart or ran together, where no
    hyphen stood. `numbers` is the stricter line: digits, dates, §§, telephone numbers
    and amounts, each whole. NOT_CHECKED where the source could not be counted on its own.
    """

    status: Status
    words: Tally
    numbers: Tally
    unplaced: tuple[Unplaced, ...] = ()
    joints: tuple[Joint, ...] = ()
    furniture: tuple[tuple[str, int], ...] = ()
    splits: tuple[Split, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A standard recognised in a source. `municipality` and `slug` are proposals for its folder and file, empty where
    nothing speaks for one; `origins` has one entry for each section.
    """

    standard: StandardFile
    municipality: str
    slug: str
    origins: tuple[SectionOrigin, ...] = ()
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Recognition:
    """All standards found in one source, the account of the whole source, and everything of it that belongs to the page:
    what the reader set apart and what was recognised so later.
    """

    drafts: tuple[Draft, ...]
    account: Account
    furniture: tuple[Furniture, ...] = ()
