"""One order of three: where each item of a list goes when both sides have moved, added and removed some.

Items are tokens: whatever is the same in two versions has the same one.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qstd.merge.sequences import rising

Tokens = list[int]


@dataclass(frozen=True, slots=True)
class Order:
    """The order of the items that all three have. `clash`: the sides moved them to places that do not go together; then it is
    the order of ours.
    """

    tokens: Tokens
    clash: bool = False


def moved(old: Sequence[int], new: Sequence[int]) -> set[int]:
    """Return the tokens that must be moved to get from one order to the other, as few as can be."""
    place = {token: at for at, token in enumerate(old)}
    common = [token for token in new if token in place]
    return set(common) - {common[at] for at in rising([place[token] for token in common])}


def common_order(base: Tokens, ours: Tokens, theirs: Tokens) -> Order:
    """Merge the order of tokens that all three have.

    Two items stand as one side has put them; where neither has changed which comes first, as they stood. That is an order
    unless it leads in a circle. Where both moved one item, past other items, it is for a person to say where.
    """
    if theirs in (base, ours):
        return Order(ours)
    if ours == base:
        return Order(theirs)
    mine, other = ({token: at for at, token in enumerate(side)} for side in (ours, theirs))
    before = dict.fromkeys(base, 0)
    for at, first in enumerate(base):
        for second in base[at + 1 :]:
            turned = mine[second] < mine[first] or other[second] < other[first]
            before[first if turned else second] += 1
    if len(set(before.values())) < len(base) or _moved_apart(base, ours, theirs):
        return Order(ours, clash=True)
    return Order(sorted(base, key=before.__getitem__))


def _moved_apart(base: Tokens, ours: Tokens, theirs: Tokens) -> bool:
    """Tell whether one item was moved by both, to different places among those that nobody moved."""
    mine, other = moved(base, ours), moved(base, theirs)
    either = mine | other
    return any(_before(ours, token, either) != _before(theirs, token, either) for token in mine & other)


def _before(side: Tokens, token: int, either: set[int]) -> set[int]:
    return set(side[: side.index(token)]) - either


def with_rest(order: Tokens, side: Tokens, unsteady: Collection[int]) -> Tokens:
    """Put what only one side has into an order, between the neighbours it has there: before the next one, or after the
    last one where the next one is `unsteady`, that is, moved by the other side.
    """
    known = set(order)
    before: dict[int | None, Tokens] = {}
    after: dict[int | None, Tokens] = {}
    last: int | None = None
    run: Tokens = []
    for token in [*side, None]:
        if token is not None and token not in known:
            run.append(token)
            continue
        to_next = token not in unsteady or last in unsteady
        if run:
            place, neighbour = (before, token) if to_next else (after, last)
            place.setdefault(neighbour, []).extend(run)
        last, run = token, []
    placed = [*after.get(None, ())]
    for token in order:
        placed += [*before.get(token, ()), token, *after.get(token, ())]
    return [*placed, *before.get(None, ())]
