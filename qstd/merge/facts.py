"""Merging one fact. What it says goes together: a number from one side with the unit of the other is what nobody said."""

from dataclasses import replace

from qstd.merge.desk import About, Desk, Versions
from qstd.merge.entries import meaning
from qstd.merge.parts import Option
from qstd.model.facts import AnyFact


def together(desk: Desk, about: About, base: AnyFact, ours: AnyFact, theirs: AnyFact) -> tuple[AnyFact, ...]:
    """Merge one fact: its values as one, and its evidence as one. Both versions may be chosen."""
    if ours != base:
        desk.told(desk.kept, about, "facts", "changed")
    if theirs in (base, ours):
        return (ours,)
    says, rests = (
        _side(*(part(each) for each in (base, ours, theirs))) for part in (meaning, lambda fact: fact.evidence)
    )
    if says is None or rests is None:
        values = Versions(base, ours, theirs)
        options: dict[Option, tuple[AnyFact, ...]] = {
            "ours": (ours,),
            "theirs": (theirs,),
            "base": (base,),
            "both": (ours, theirs),
        }
        return desk.settle("field", about, "facts", values, options)[1]
    desk.told(desk.taken, about, "facts", "changed")
    sides = {"ours": ours, "theirs": theirs}
    return (replace(sides[says], evidence=sides[rests].evidence),)


def _side(base: object, ours: object, theirs: object) -> str | None:
    """Tell whose value stands: None where both changed it, each in its way."""
    if theirs in (base, ours):
        return "ours"
    return "theirs" if ours == base else None
