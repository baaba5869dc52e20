"""Where a standard gives less than the statute beside it: derived from typed values only, never from words."""

from collections.abc import Sequence
from dataclasses import replace

from qstd.compare.kinds import Kind
from qstd.model.comparison import Column, FactCell, Flag
from qstd.model.facts import Age, AnyFact, TargetGroup


def with_flags(columns: Sequence[Column], kind: Kind, cells: Sequence[FactCell]) -> tuple[FactCell, ...]:
    """Return the cells of one row, those flagged that give less than the statute of the same service."""
    pairs = list(zip(columns, cells, strict=True))
    laws = sorted((pair for pair in pairs if pair[0].is_law), key=lambda pair: pair[0].ref)
    return tuple(cell if column.is_law else _judged(kind, column, cell, laws) for column, cell in pairs)


def _judged(kind: Kind, column: Column, cell: FactCell, laws: Sequence[tuple[Column, FactCell]]) -> FactCell:
    own = (_flag(kind, cell, law, statute) for law, statute in laws if law.service == column.service)
    return replace(cell, flags=tuple(each for each in own if each))


def _flag(kind: Kind, cell: FactCell, law: Column, statute: FactCell) -> Flag | None:
    if kind == ("target_group", ""):
        return _narrower(law, _groups(statute), _groups(cell))
    if kind == ("age", "") and any(map(_limits, cell.facts)) and not statute.facts:
        return Flag("added_age_limit", law.ref)
    return None


def _limits(fact: AnyFact) -> bool:
    return isinstance(fact, Age) and any(each is not None for each in (fact.min, fact.max, fact.max_ref))


def _narrower(law: Column, statute: tuple[str, ...], groups: tuple[str, ...]) -> Flag | None:
    """Groups of other names than the statute's may cover the same persons: only a true part of its list is narrower."""
    if not groups or not set(groups) < set(statute):
        return None
    return Flag("narrower_group", law.ref, tuple(each for each in statute if each not in groups), len(statute))


def _groups(cell: FactCell) -> tuple[str, ...]:
    named = (each for fact in cell.facts if isinstance(fact, TargetGroup) for each in fact.groups)
    return tuple(dict.fromkeys(named))
