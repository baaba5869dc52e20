"""Which columns stand alone: against an answer that most others share, or with a quantity far from the others'.

Both need enough columns to say so. The statute is measured by, and never counted; and who cannot be compared with the
others is not said to differ from them.
"""

from collections import Counter
from collections.abc import Mapping
from decimal import Decimal

from qstd.compare.meanings import Meaning, comparability
from qstd.compare.quantities import Quantity, in_base, median, spread
from qstd.model.comparison import Spread

Stated = Mapping[tuple[str, str, bool], Quantity]
_FEWEST_ANSWERS = 4
_FEWEST_SHARING = 3
_FEWEST_QUANTITIES = 5
_FAR = 3  # times the median absolute deviation; where that is nothing, times the middle or less than a third of it
_RARE = 4  # of so many answers one stands alone; where more do, none stands out


def outliers(answers: Mapping[int, Meaning], stated: Mapping[int, Stated]) -> tuple[int, ...]:
    """Return the columns that stand alone, of those with an answer and those with quantities (by column)."""
    far = {column for unit in _units(stated) for column in _far(unit)}
    found = {*_alone(answers), *far}
    return tuple(sorted(found)) if len(found) * _RARE <= max(len(answers), _RARE) else ()


def spreads(stated: Mapping[int, Stated]) -> tuple[Spread, ...]:
    """Return the spread of each unit in which at least two columns state a quantity, by the name of the unit."""
    found = [spread(list(each.values())) for each in _units(stated) if len(each) > 1]
    return tuple(sorted(found, key=lambda each: (-each.count, each.unit, each.per)))


def _units(stated: Mapping[int, Stated]) -> list[dict[int, Quantity]]:
    """Return for each unit what each column states in it."""
    units: dict[tuple[str, str, bool], dict[int, Quantity]] = {}
    for column, quantities in stated.items():
        for unit, quantity in quantities.items():
            units.setdefault(unit, {})[column] = quantity
    return list(units.values())


def _alone(answers: Mapping[int, Meaning]) -> list[int]:
    """Return the columns whose answer nobody shares, while one other answer is shared by half of the others."""
    if len(answers) < _FEWEST_ANSWERS:
        return []
    counts = Counter(answers.values())
    enough = max(Decimal(_FEWEST_SHARING), Decimal(len(answers) - 1) / 2)
    shared = [answer for answer, count in counts.items() if count >= enough]
    return [
        column
        for column, answer in answers.items()
        if counts[answer] == 1 and any(comparability((answer, each)).differ for each in shared)
    ]


def _far(quantities: Mapping[int, Quantity]) -> list[int]:
    """Return the columns that are far from the middle; where most are at the middle, all that are not."""
    if len(quantities) < _FEWEST_QUANTITIES:
        return []
    values = {column: in_base(each).high for column, each in quantities.items()}
    middle = median(sorted(values.values()))
    distances = {column: abs(each - middle) for column, each in values.items()}
    usual = median(sorted(distances.values()))
    if not usual and sum(not each for each in distances.values()) * 4 < len(values) * 3:
        return [column for column, each in values.items() if each > _FAR * middle or _FAR * each < middle]
    return [column for column, each in distances.items() if each > _FAR * usual]
