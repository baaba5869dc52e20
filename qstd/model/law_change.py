"""What a change in the law touches: the standards under a provision, and the passages and facts that name it."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

from qstd.model.finding import Finding, Place

Kind = Literal["title", "text", "law_text", "fact"]


class Wanted(NamedTuple):
    """The provision that changes: the key of an act, and the paragraph ("83 a"; empty for the whole act)."""

    act: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that names the provision: in the title, in running text, in law text that is quoted, or in a fact. `words`
    are the sentence, or what the fact rests on; `names` are the stretches of them that name the provision, from and up to
    which character; `section` is the heading that they stand under.
    """

    kind: Kind
    place: Place
    words: str
    names: tuple[tuple[int, int], ...] = ()
    section: str = ""


@dataclass(frozen=True, slots=True)
class Touched:
    """A standard that the change touches, and whose it is. `rests`: its service is given under the provision."""

    ref: str
    file: str
    title: str
    rests: bool
    passages: tuple[Passage, ...]
    municipality: str = ""


@dataclass(frozen=True, slots=True)
class LawChange:
    """What a change touches, among how many standards; and what could not be read."""

    wanted: Wanted
    looked_at: int
    standards: tuple[Touched, ...]
    findings: tuple[Finding, ...]
