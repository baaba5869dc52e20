"""Which fact or waiver of one version is which of another."""

from collections.abc import Hashable, Sequence

from qstd.merge.pairing import Pairing
from qstd.model.facts import FactBase
from qstd.model.field import Record
from qstd.model.standard import Waiver


def pairs(old: Sequence[Record], new: Sequence[Record]) -> dict[int, int]:
    """Return which entry of `new` is which of `old`, by their numbers in the lists."""
    pairing = Pairing(old, new).by(lambda each: each).by(_place)
    return pairing.by(_meaning).by(_section, alone=True).by(_kind, alone=True).found


def twins(ours: Sequence[Record], theirs: Sequence[Record]) -> dict[int, int]:
    """Return which entries both sides have added: equal ones, and those that say something else of the same words."""
    return Pairing(ours, theirs).by(lambda each: each).by(_place).found


def name(entry: Record) -> str:
    """Return the kind of a fact, the code of a waiver."""
    return entry.code if isinstance(entry, Waiver) else str(getattr(entry, "kind", ""))


def _kind(entry: Record) -> Hashable:
    """Facts of one kind and role; a waiver of one code for one section is one, another is another."""
    return (name(entry), getattr(entry, "role", None)) if isinstance(entry, FactBase) else None


def _place(entry: Record) -> Hashable:
    if isinstance(entry, FactBase):
        return (_kind(entry), entry.evidence)
    return (entry.code, entry.section) if isinstance(entry, Waiver) else None


def _section(entry: Record) -> Hashable:
    return (_kind(entry), entry.evidence.section) if isinstance(entry, FactBase) else None


def _meaning(entry: Record) -> Hashable:
    """What a fact says, wherever it says so."""
    if not isinstance(entry, FactBase):
        return None
    return meaning(entry)


def meaning(fact: FactBase) -> tuple[Hashable, ...]:
    """Return the values of a fact without its evidence."""
    names = (each for each in type(fact).__dataclass_fields__ if each != "evidence")
    return (type(fact), *(getattr(fact, each) for each in names))
