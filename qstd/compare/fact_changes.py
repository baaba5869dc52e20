"""What changed in the meaning of a standard from one version to the next: facts, never how they are put."""

from collections.abc import Sequence

from qstd.compare.directions import direction
from qstd.compare.facts import by_kind, cell, values
from qstd.compare.flags import flags
from qstd.compare.kinds import ROWS, Kind
from qstd.compare.meanings import meaning
from qstd.compare.scales import differing
from qstd.model.comparison import Flag
from qstd.model.facts import AnyFact
from qstd.model.revision import FactChange
from qstd.model.standard import LAW, Standard

Facts = Sequence[AnyFact]

# Kinds that make sense only as a whole: a group that went away is read beside those that stayed.
_WHOLE = ("target_group", "age")


def fact_changes(old: Standard, new: Standard, law: Standard | None = None) -> tuple[FactChange, ...]:
    """Return a change for each kind and role whose meaning differs. With the `law`, each says where the new standard
    gives less than the statute and the old one did not.
    """
    before, after = by_kind(old), by_kind(new)
    statute = by_kind(law) if law else {}
    found = []
    for kind in ROWS:
        mine, its = cell(kind, old, before), cell(kind, new, after)
        was, is_now = values(kind, mine), values(kind, its)
        if meaning(was) != meaning(is_now):
            ref = f"{LAW}/{law.service}" if law and law.service == new.service and law.facts else ""
            own = _new_flags(kind, ref, statute.get(kind, ()), was, is_now) if ref else ()
            found.append(_change(kind, was, is_now, own))
    return tuple(found)


def _change(kind: Kind, old: Facts, new: Facts, own: tuple[Flag, ...]) -> FactChange:
    shown = (old, new) if kind[0] in _WHOLE else differing(old, new)
    towards, reason = direction(*kind, old, new)
    return FactChange(*kind, tuple(shown[0]), tuple(shown[1]), towards, reason, own)


def _new_flags(kind: Kind, law: str, statute: Facts, old: Facts, new: Facts) -> tuple[Flag, ...]:
    """Return the flags that the old facts did not have already; a group more that is missing makes a flag new."""
    had = {each.kind: set(each.missing) for each in flags(kind, law, statute, old)}
    return tuple(
        each
        for each in flags(kind, law, statute, new)
        if each.kind not in had or not set(each.missing) <= had[each.kind]
    )
