"""The ages that can get a service, as two ends that can be compared."""

from collections.abc import Sequence
from typing import NamedTuple

from qstd.model.facts import Age, AnyFact

# What the state pension age is or will be for those whom standards in use are about; it has been put up again and again.
_PENSION_AGE = (65, 70)
End = tuple[int, int]


class Limits(NamedTuple):
    """The lowest age, and the highest one as the least and the most that it can be; None where there is no limit."""

    low: int | None
    high: End | None


def limits(facts: Sequence[AnyFact]) -> Limits:
    """Return the ages that at least one of the facts admits."""
    stated = [each for each in facts if isinstance(each, Age)]
    lows = [each.min for each in stated if each.min is not None]
    highs = [end for each in stated if (end := _high(each))]
    return Limits(
        low=min(lows) if lows and len(lows) == len(stated) else None,
        high=(max(end[0] for end in highs), max(end[1] for end in highs))
        if highs and len(highs) == len(stated)
        else None,
    )


def _high(fact: Age) -> End | None:
    """With both, the number is the least that the pension age counts for ("dog mindst 67 år")."""
    number = fact.max
    if fact.max_ref is None:
        return None if number is None else (number, number)
    least, most = _PENSION_AGE
    return (least, most) if number is None else (max(least, number), max(most, number))


def higher(one: End, other: End) -> int | None:
    """Tell whether an upper end is higher (1), the same (0) or lower (-1); None where that depends on the pension age."""
    if one == other:
        return 0
    return 1 if one[0] > other[1] else -1 if one[1] < other[0] else None


def inside(one: Limits, other: Limits) -> bool:
    """Tell whether the one certainly admits fewer ages than the other and none that the other does not."""
    if other.low is not None and (one.low is None or one.low < other.low):
        return False
    top = None if one.high is None or other.high is None else higher(one.high, other.high)
    if other.high is not None and (top is None or top > 0):
        return False
    return one.low != other.low or one.high != other.high
