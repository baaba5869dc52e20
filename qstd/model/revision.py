"""Revision: two versions of one standard, and the one edit script that every view of their difference shows.

Spans and steps are named tuples and no dataclasses: a run over many pairs makes them by the hundred thousand.

A standard is read as a list of leaves: stretches of text that read as one (a heading, a paragraph, an entry of a list, a
row of a table), from the title to the words of the approval. Steps lead from the old leaves to the new ones: read in
order, their `old` leaves are the whole old standard and their `new` leaves the whole new one, nothing twice.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from qstd.model.facts import AnyFact
from qstd.model.standard import Approval

if TYPE_CHECKING:
    from qstd.model.comparison import Flag
    from qstd.model.document import Inlines

JOINT = "\u2029"
"""Stands between leaves, and between the cells of a row, where several are read as one text."""

ChangeClass = Literal["", "substantive", "editorial", "cosmetic", "moved"]
Direction = Literal["more", "less", "neutral"]
PropertyName = Literal[
    "status", "approved", "approved_by", "effective_from", "review_due", "service", "language", "topic", "audience"
]


class Span(NamedTuple):
    """A stretch of an edit: characters of the old text and of the new one. `same` has both, and they read alike;
    `deleted` has only old characters, `inserted` only new ones. The spans of a step cover both texts, in order. Deleted
    and inserted stretches of one `move` (from 1) are one sentence that stands elsewhere now.
    """

    op: Literal["same", "deleted", "inserted"]
    old_start: int
    old_end: int
    new_start: int
    new_end: int
    move: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """A container that a leaf stands in: the `item`-th entry of a list, the `item`-th row of a table, a quotation.
    `number` tells containers of one section apart; `start` is the first number of an ordered list; `columns` the number
    of cells in a row; `head` is true in the rows that head a table.
    """

    kind: Literal["bullet", "ordered", "table", "quote"]
    number: int
    item: int = 0
    start: int = 1
    columns: int = 0
    head: bool = False


@dataclass(frozen=True, slots=True)
class Leaf:
    """A stretch of text that reads as one. `section` is the index of the section in its standard, -1 for the title and
    for the words of the approval. `level` is that of a heading (1 the title, 2 a section, from 3 those in bodies).
    `number` is a section's own number. A row has its cells, joined by JOINT in `text`; everything else has one cell.
    `first` is true for the first leaf of a list entry: the one beside the mark.
    """

    kind: Literal["title", "section", "heading", "paragraph", "row", "approval"]
    section: int
    text: str
    cells: "tuple[Inlines, ...]"
    level: int = 0
    number: str = ""
    frames: tuple[Frame, ...] = ()
    first: bool = True


class Step(NamedTuple):
    """A step of the edit script.

    - `same`: one old leaf, one new, alike in words, form and links.
    - `edited`: words, links or form within it changed. Several old leaves: they were joined; several new: split. `spans`
      lead from the old text to the new, leaves joined by JOINT.
    - `deleted`, `inserted`: one leaf, on one side only. They have spans only where a sentence of theirs was moved.
    - `moved_away`, `moved_here`: one leaf that stands elsewhere now. Both steps have the same `move` number (from 1);
      `spans` of `moved_here` lead from the text of the leaf that was moved away.
    """

    kind: Literal["same", "edited", "deleted", "inserted", "moved_away", "moved_here"]
    old: tuple[int, ...] = ()
    new: tuple[int, ...] = ()
    spans: tuple[Span, ...] = ()
    change: ChangeClass = ""
    move: int = 0


@dataclass(frozen=True, slots=True)
class FactChange:
    """What changed in the meaning: the facts of one kind and role before and after, and what that is for the citizen.
    `reason` is the key of the words that say why (empty where the values say it themselves). `flags` say where the new
    values give less than the statute, and the old ones did not.
    """

    kind: str
    role: str
    old: tuple[AnyFact, ...]
    new: tuple[AnyFact, ...]
    direction: Direction
    reason: str = ""
    flags: "tuple[Flag, ...]" = ()


@dataclass(frozen=True, slots=True)
class PropertyChange:
    """A property of the document that changed: its status, approval, dates, service or language; or of one of its
    sections: what it is about, and whom it is written to. `section` is the section's index in the new version, -1 for
    the document.
    """

    name: PropertyName
    old: str
    new: str
    section: int = -1


@dataclass(frozen=True, slots=True)
class Version:
    """One of the two versions. `revision` is what it was asked for by ("HEAD~1"), empty for the file as it lies there;
    `sections` are the numbers and headings of its sections, by index, with the topic that each is about; `keys` the
    names by which evidence and links point to them.
    """

    ref: str
    revision: str
    title: str
    municipality: str
    service: str
    status: str
    approval: Approval | None
    sections: tuple[tuple[str, str, str], ...]
    leaves: tuple[Leaf, ...]
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Revision:
    """Two versions of one standard and all that changed. `sections` pairs their sections by index, in reading order of
    both: (old, new), None where a side has none.
    """

    old: Version
    new: Version
    steps: tuple[Step, ...]
    facts: tuple[FactChange, ...] = ()
    properties: tuple[PropertyChange, ...] = ()
    sections: tuple[tuple[int | None, int | None], ...] = ()

    @property
    def same(self) -> bool:
        """Whether nothing changed."""
        return not (self.facts or self.properties or any(each.kind != "same" for each in self.steps))
