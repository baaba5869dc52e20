"""The heaviest set of pairs that keeps the order on both sides."""

from bisect import bisect_left
from collections.abc import Sequence


def spine(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> Sequence[tuple[int, int]]:
    """Return the heaviest part of the pairs (sorted, no place twice) that rises on both sides."""
    highest = -1
    for _, b in pairs:
        if b < highest:
            return _heaviest(pairs, weights)
        highest = b
    return pairs


def _heaviest(pairs: Sequence[tuple[int, int]], weights: Sequence[int]) -> list[tuple[int, int]]:
    """Return the rising part of the pairs with the greatest sum of weights.

    `ends` holds where good chains end, rising both in place and in weight: a chain that ends later and weighs no more
    than another is never better.
    """
    ends: list[tuple[int, int, int]] = []  # (place on the new side, weight of the chain, index of its last pair)
    before: list[int] = []
    for at, ((_, place), weight) in enumerate(zip(pairs, weights, strict=True)):
        slot = bisect_left(ends, (place,))
        chain = ends[slot - 1] if slot else (0, 0, -1)
        before.append(chain[2])
        here = (place, chain[1] + weight, at)
        stop = slot
        while stop < len(ends) and ends[stop][1] <= here[1]:
            stop += 1
        ends[slot:stop] = [here]
    out = []
    last = ends[-1][2]
    while last >= 0:
        out.append(pairs[last])
        last = before[last]
    return out[::-1]
