"""The items of a list in three versions, each under a token that is the same wherever the item is the same."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from qstd.merge.order import Order, common_order, moved, with_rest

T = TypeVar("T")
Finder = Callable[[Sequence[T], Sequence[T]], Mapping[int, int]]


@dataclass(frozen=True, slots=True)
class Tracks(Generic[T]):
    """Three versions of a list, each from token to item, in its order."""

    base: dict[int, T]
    ours: dict[int, T]
    theirs: dict[int, T]

    def any(self, token: int) -> T:
        """Return the item of a token as ours has it, else theirs, else the base."""
        return next(side[token] for side in (self.ours, self.theirs, self.base) if token in side)

    def common(self, side: Mapping[int, T]) -> list[int]:
        """Return the tokens that all three have, in the order of a side."""
        return [each for each in side if each in self.base and each in self.ours and each in self.theirs]

    def order(self) -> Order:
        """Merge the order of what all three have."""
        return common_order(*(self.common(side) for side in (self.base, self.ours, self.theirs)))

    def whole(self, common: Sequence[int]) -> list[int]:
        """Return all tokens: an order of the common ones, and between them what only some have."""
        placed = with_rest(list(common), list(self.ours), moved(list(self.base), list(self.theirs)))
        return with_rest(placed, list(self.theirs), moved(list(self.base), list(self.ours)))


def tracks(versions: Sequence[Sequence[T]], pairs: Finder[T], twins: Finder[T]) -> Tracks[T]:
    """Find the items of base, ours and theirs in each other: by `pairs` those of the base, by `twins` what both have added."""
    base, ours, theirs = versions
    from_ours = {there: here for here, there in pairs(base, ours).items()}
    from_theirs = {there: here for here, there in pairs(base, theirs).items()}
    added = [at for at in range(len(ours)) if at not in from_ours]
    added_too = [at for at in range(len(theirs)) if at not in from_theirs]
    first_own, first_other = len(base), len(base) + len(ours)
    for here, there in twins([ours[at] for at in added], [theirs[at] for at in added_too]).items():
        from_theirs[added_too[there]] = first_own + added[here]
    return Tracks(
        dict(enumerate(base)),
        {from_ours.get(at, first_own + at): each for at, each in enumerate(ours)},
        {from_theirs.get(at, first_other + at): each for at, each in enumerate(theirs)},
    )
