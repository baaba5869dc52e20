"""Merging a list: which items stand in the result, and as what."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from qstd.merge.desk import About, Desk, Versions
from qstd.merge.order import moved
from qstd.merge.parts import Option
from qstd.merge.tracks import Tracks
from qstd.model.field import Record

T = TypeVar("T", bound=Record)
Side = Literal["ours", "theirs"]


@dataclass(frozen=True, slots=True)
class Ways(Generic[T]):
    """How the items of a list are merged: `together` merges one that all three have, and may give two; `touched` tells
    whether a side worked on an item although it says what it said; `bound` is for items that another decision takes with it.
    """

    field: str
    about: Callable[[int], About]
    together: Callable[[About, T, T, T], tuple[T, ...]]
    touched: Callable[[Side, int], bool] = lambda side, token: False
    bound: Callable[[int], Option | None] = lambda token: None


@dataclass(frozen=True, slots=True)
class Items(Generic[T]):
    """The items of a merged list by their tokens, in order; where both versions of one were chosen, the second one has the
    token `second(token)`. `decided` says of those that one side took out and the other changed, whose version it became.
    """

    merged: dict[int, T]
    decided: dict[int, Option]


def second(token: int) -> int:
    """Return the token of the second of two items that were one."""
    return -1 - token


def merged_items(desk: Desk, three: Tracks[T], ways: Ways[T], order: list[int]) -> Items[T]:
    """Merge each item, in the order given."""
    merged: dict[int, T] = {}
    decided: dict[int, Option] = {}
    for token in three.base:
        if token not in three.ours and token not in three.theirs:
            desk.told(desk.kept, ways.about(token), ways.field, "removed")
    for token in order:
        chosen = ways.bound(token)
        if chosen is not None:
            side: Mapping[int, T] = getattr(three, chosen)
            found: tuple[T, ...] = (side[token],) if token in side else ()
        else:
            found = _item(desk, three, ways, token, decided)
        merged.update(zip((token, second(token)), found, strict=False))
    return Items(merged, decided)


def _item(desk: Desk, three: Tracks[T], ways: Ways[T], token: int, decided: dict[int, Option]) -> tuple[T, ...]:
    base, ours, theirs = (side.get(token) for side in (three.base, three.ours, three.theirs))
    about = ways.about(token)
    if ours is not None and theirs is not None:
        return _both(desk, ways, about, base, ours, theirs)
    if base is None:
        desk.told(desk.taken if ours is None else desk.kept, about, ways.field, "added")
        return _one(ours) or _one(theirs)
    remaining: Side = "theirs" if ours is None else "ours"
    if (ours or theirs) == base and not ways.touched(remaining, token):
        desk.told(desk.kept if ours is None else desk.taken, about, ways.field, "removed")
        return ()
    desk.told(desk.kept, about, ways.field, "removed" if ours is None else "changed")
    options: dict[Option, tuple[T, ...]] = {"ours": _one(ours), "theirs": _one(theirs), "base": (base,)}
    decided[token], found = desk.settle("delete_change", about, ways.field, Versions(base, ours, theirs), options)
    return found


def _one(item: T | None) -> tuple[T, ...]:
    return () if item is None else (item,)


def _both(desk: Desk, ways: Ways[T], about: About, base: T | None, ours: T, theirs: T) -> tuple[T, ...]:
    if base is not None:
        return ways.together(about, base, ours, theirs)
    desk.told(desk.kept, about, ways.field, "added")
    if ours == theirs:
        return (ours,)
    options: dict[Option, tuple[T, ...]] = {
        "ours": (ours,),
        "theirs": (theirs,),
        "base": (),
        "both": (ours, theirs),
    }
    return desk.settle("add_add", about, ways.field, Versions(None, ours, theirs), options)[1]


def merged_order(desk: Desk, three: Tracks[T], ways: Ways[T], title: Callable[[int], str] | None = None) -> list[int]:
    """Return the order of all items. Where the sides moved them to places that do not go together, that is a conflict, shown
    by the `title` of each; without titles the order says nothing, and ours stands.
    """
    order = three.order()
    base, ours, theirs = (three.common(side) for side in (three.base, three.ours, three.theirs))
    mine, other = moved(base, ours), moved(base, theirs)
    for token in (each for each in ours if each in mine):
        desk.told(desk.kept, ways.about(token), ways.field, "moved")
    tokens = order.tokens
    if order.clash and title:
        shown = Versions(*(tuple(map(title, each)) for each in (base, ours, theirs)))
        options: dict[Option, list[int]] = {"ours": ours, "theirs": theirs, "base": base}
        tokens = desk.settle("order", About(), ways.field, shown, options)[1]
    for token in (each for each in theirs if tokens != ours and each in other - mine):
        desk.told(desk.taken, ways.about(token), ways.field, "moved")
    return three.whole(tokens)
