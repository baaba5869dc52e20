"""Finding the items of one list in another, by one likeness after the other, the surest first."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

T = TypeVar("T")


def _any(old: Any, new: Any) -> bool:
    return True


class Pairing(Generic[T]):
    """Two lists and the pairs found so far: `found` leads from an index in the old one to the index in the new one."""

    def __init__(self, old: Sequence[T], new: Sequence[T]) -> None:
        self.old, self.new = old, new
        self.found: dict[int, int] = {}
        self.free_old = dict.fromkeys(range(len(old)))
        self.free_new = dict.fromkeys(range(len(new)))

    def pair(self, old: int, new: int) -> None:
        """Say that two items are one."""
        self.found[old] = new
        del self.free_old[old], self.free_new[new]

    def by(
        self, name: Callable[[T], Hashable], fits: Callable[[T, T], bool] = _any, alone: bool = False
    ) -> "Pairing[T]":
        """Pair what is free and has one name, in order, where it `fits`. What has no name (None) is not paired; nor,
        with `alone`, what shares its name with another free one.
        """
        if not self.free_old or not self.free_new:
            return self
        named = _grouped(self.new, self.free_new, name)
        for key, olds in _grouped(self.old, self.free_old, name).items():
            news = named.get(key, [])
            if alone and (len(olds) > 1 or len(news) > 1):
                continue
            for one, other in zip(olds, news, strict=False):
                if fits(self.old[one], self.new[other]):
                    self.pair(one, other)
        return self


def _grouped(items: Sequence[T], free: dict[int, None], name: Callable[[T], Hashable]) -> dict[Hashable, list[int]]:
    groups: dict[Hashable, list[int]] = {}
    for at in free:
        key = name(items[at])
        if key is not None:
            groups.setdefault(key, []).append(at)
    return groups
