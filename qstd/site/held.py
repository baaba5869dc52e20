"""The life of a standard as its site tells it: which versions were in force on which days, and what holds now."""

from dataclasses import dataclass
from typing import Literal

from qstd.site.published import Past

Now = Literal["here", "ahead", "withdrawn", "ended", "gone"]
"""What lies there now: the version that is in force (`here`), a later one that is not in force yet (`ahead`), one that says
that the standard is withdrawn, one while none is in force (`ended`), or nothing any more (`gone`).
"""


@dataclass(frozen=True, slots=True)
class Held:
    """A version and the days on which it was in force: the first and the last (ISO; empty where no end is known). `past` has
    its content, and after it that of the version in force before.
    """

    first: str
    last: str
    past: Past
    before: str = ""  # the first day of the version in force before


@dataclass(frozen=True, slots=True)
class Life:
    """The versions of a standard that were in force, the earliest first; `in_force` is the first day of the one that is,
    empty where none is or nobody has kept it yet. `name` is the municipality's, `title` that of the standard as it was
    last. `was` are refs that the standard had before, each with the number of versions that there were then.
    """

    ref: str
    name: str
    title: str
    service: str
    held: tuple[Held, ...]
    now: Now
    in_force: str = ""
    replaced_by: str = ""
    was: tuple[tuple[str, int], ...] = ()
