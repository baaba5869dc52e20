"""What a change in how much help there is means for the citizen: amounts, caps, times of the day, exceptions, firmness."""

from collections.abc import Sequence

from qstd.compare.quantities import quantity
from qstd.compare.scales import INCOMPARABLE, Judgements, climb, further, one_by_one
from qstd.model.facts import AnyFact, Extent

# How firmly help is promised, and how softly it is limited: the higher, the more for the citizen.
_PROMISED = {"must": 5, "as_rule": 4, "may": 3, "exceptional": 2, "not_as_rule": 1, "not": 0}
_LIMITED = {"must": 0, "as_rule": 1}
_REFUSED = ("not", "not_as_rule")
_FREELY = ("min", "exact")


def extents(old: Sequence[AnyFact], new: Sequence[AnyFact]) -> Judgements:
    """Judge the amounts of help; those of one unit and period belong together."""
    mine, its = ([each for each in side if isinstance(each, Extent)] for side in (old, new))
    yield from one_by_one(mine, its, lambda each: (each.unit, each.per), _changed, _appeared)


def _changed(old: Extent, new: Extent) -> Judgements:
    yield from _amount(old, new)
    yield from climb("window", *(-bool(each.window) for each in (old, new)))
    yield from _softness(old, new)


def _amount(old: Extent, new: Extent) -> Judgements:
    before, after = quantity(old), quantity(new)
    if before is None or after is None:
        yield from climb("cap", -is_capped(old), -is_capped(new))
        yield from climb("promise", _is_promised(old), _is_promised(new))
    elif old.modality in _REFUSED or new.modality in _REFUSED:
        if before != after:
            yield INCOMPARABLE
    else:
        yield from further("amount", before, after)
        if old.bound in _FREELY or new.bound in _FREELY:
            yield from climb("cap", -is_capped(old), -is_capped(new))


def _softness(old: Extent, new: Extent) -> Judgements:
    """Judge exceptions, and how firm it is: help as a rule is less than help that must be given, a limit as a rule is
    softer than one always. What comes or goes with a limit is a part of that.
    """
    limited = _is_limited(old)
    if limited == _is_limited(new):
        yield from climb("exception", *(int(bool(each.exception)) for each in (old, new)))
        rungs = _LIMITED if limited else _PROMISED
        yield from climb("limit" if limited else "firmness", *(rungs.get(each.modality or "") for each in (old, new)))


def _appeared(fact: Extent) -> Judgements:
    if fact.modality not in _REFUSED:
        yield from climb("cap", 0, -is_capped(fact))
        yield from climb("window", 0, -bool(fact.window))
        yield from climb("promise", 0, _is_promised(fact))


def is_capped(fact: Extent) -> bool:
    """Tell whether it is a highest amount of help."""
    return fact.bound == "max" and fact.amount is not None


def _is_promised(fact: Extent) -> bool:
    return fact.bound == "min" and fact.amount is not None


def _is_limited(fact: Extent) -> bool:
    return is_capped(fact) or bool(fact.window)
