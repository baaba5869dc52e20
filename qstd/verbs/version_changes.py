"""What one version of a standard says otherwise than the one before it: which sections, and what beside them."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qstd.model.standard import Section, Standard

What = Literal["changed", "added", "removed", "moved"]
BESIDE = ("title", "service", "language", "facts", "status", "approval", "replaced_by", "waive")
"""The fields of a standard that are no section, in the order in which they are told."""


@dataclass(frozen=True, slots=True)
class SectionChange:
    """A section that a version changed, added, removed or moved: its key, and its number and heading as they are now, or were
    where it is gone.
    """

    what: What
    key: str
    number: str
    heading: str


@dataclass(frozen=True, slots=True)
class Changes:
    """The sections that are others, in the order of the text, and the fields `beside` them."""

    sections: tuple[SectionChange, ...] = ()
    beside: tuple[str, ...] = ()


def changes(old: Standard, new: Standard) -> Changes:
    """Return what the new version says otherwise than the old one; a file that is only written otherwise says the same."""
    beside = tuple(each for each in BESIDE if getattr(old, each) != getattr(new, each))
    return Changes(tuple(_sections(_named(old), _named(new))), beside)


def _named(standard: Standard) -> dict[tuple[str, int], Section]:
    """Return the sections by their keys; where several have one, they are counted."""
    counted: Counter[str] = Counter()
    found = {}
    for each in standard.sections:
        name = each.key or each.heading
        found[name, counted[name]] = each
        counted[name] += 1
    return found


def _sections(old: dict[tuple[str, int], Section], new: dict[tuple[str, int], Section]) -> Iterator[SectionChange]:
    moved = _moved([each for each in old if each in new], [each for each in new if each in old])
    for name, section in new.items():
        if name not in old:
            yield _change("added", section)
        elif section != old[name]:
            yield _change("changed", section)
        elif name in moved:
            yield _change("moved", section)
    yield from (_change("removed", section) for name, section in old.items() if name not in new)


def _moved(old: list[tuple[str, int]], new: list[tuple[str, int]]) -> set[tuple[str, int]]:
    """Return what stands elsewhere among the same names: those between the first and the last place that differ."""
    return {name for at, name in enumerate(new) if old[at] != name}


def _change(what: What, section: Section) -> SectionChange:
    return SectionChange(what, section.key, section.number or "", section.heading)
