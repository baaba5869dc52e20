"""What a change of facts means for the citizen: more, less, or neither, with the reason.

Only typed values are judged, never how something is put. Where it cannot be told (working days against calendar days,
a price per meal against one per month, an age against the state pension age) the direction is neutral and says why.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qstd.compare.ages import higher, limits
from qstd.compare.directions_of_extent import extents
from qstd.compare.directions_of_time import deadlines
from qstd.compare.kinds import Kind
from qstd.compare.meanings import meaning, words
from qstd.compare.quantities import order, quantity
from qstd.compare.scales import (
    INCOMPARABLE,
    NEUTRAL,
    SCALES,
    UNSURE,
    Judgement,
    Judgements,
    climb,
    combined,
    further,
    grow,
    one_by_one,
)
from qstd.model.facts import (
    Age,
    AnyFact,
    Complaint,
    Price,
    SupplierChoice,
    TargetGroup,
)
from qstd.model.revision import Direction

REASONS: tuple[str, ...] = (*(reason for pair in SCALES.values() for reason in pair), *UNSURE, *NEUTRAL)
"""Every key that `direction` can give as a reason."""

Facts = Sequence[Any]


def direction(kind: str, role: str, old: Sequence[AnyFact], new: Sequence[AnyFact]) -> tuple[Direction, str]:
    """Return what it means for the citizen that the facts of one kind and role became `new`; no reason where they say
    the same.
    """
    if meaning(old) == meaning(new):
        return "neutral", ""
    found, reason = combined(judgements((kind, role), old, new))
    return found, reason or ("appeared" if not old else "disappeared" if not new else "changed")


def judgements(kind: Kind, old: Sequence[AnyFact], new: Sequence[AnyFact]) -> tuple[Judgement, ...]:
    """Return each way in which the new facts give more or less than the old ones."""
    if kind[0] == "deadline":
        return tuple(deadlines(kind[1], old, new))
    judge = _BY_KIND.get(kind[0])
    return tuple(judge(old, new)) if judge else ()


def _target_groups(old: Facts, new: Facts) -> Judgements:
    yield from _wider("groups", _groups(old), _groups(new))
    yield from climb("diagnosis", *(-_any(side, "diagnosis", "required") for side in (old, new)))


def _groups(facts: Sequence[TargetGroup]) -> set[str]:
    """Where a fact names no group, nobody knows who is meant: that is not narrower and not wider than anything."""
    return {group for each in facts for group in each.groups} if all(each.groups for each in facts) else set()


def _ages(old: Facts, new: Facts) -> Judgements:
    """Judge the two ends on their own, and what happens at the upper one where there is one before and after."""
    before, after = limits(old), limits(new)
    yield from climb("age_limit", -(before.low is not None), -(after.low is not None))
    if before.low is not None and after.low is not None:
        yield from climb("age", -before.low, -after.low)
    yield from climb("age_limit", -(before.high is not None), -(after.high is not None))
    if before.high and after.high:
        step = higher(after.high, before.high)
        yield from (Judgement("pension_age", 0),) if step is None else climb("age", 0, step)
        yield from climb("after_max", _keeps(old), _keeps(new))


def _keeps(facts: Sequence[Age]) -> int:
    said = {each.keeps_after_max for each in facts}
    return 1 if True in said else -1 if False in said else 0


def _access(old: Facts, new: Facts) -> Judgements:
    yield from climb("visitation", *(_single(side, "mode", {"visited": 0, "unvisited": 1}) for side in (old, new)))


def _voluntary(old: Facts, new: Facts) -> Judgements:
    """To say nothing is between the two."""
    yield from climb("voluntary", *(_single(side, "value", {False: -1, True: 1}, 0) for side in (old, new)))
    yield from climb("leave", *(_any(side, "leave_anytime", True) for side in (old, new)))


def _anonymity(old: Facts, new: Facts) -> Judgements:
    """Who says nothing of it promises as little as who says that there is none."""
    rungs = {"none": 0, "offered": 1, "right": 2}
    yield from climb("anonymity", *(_single(side, "mode", rungs, 0) for side in (old, new)))


def _temporary(old: Facts, new: Facts) -> Judgements:
    yield from climb("temporary", *(_single(side, "value", {True: 0, False: 1}, 1) for side in (old, new)))


def _supplier_choice(old: Facts, new: Facts) -> Judgements:
    rungs = {"none": 0, "approved_list": 1, "voucher": 1, "equivalent_offer": 1, "free": 2}
    yield from climb("choice", *(_best(side, rungs) for side in (old, new)))


def _best(facts: Sequence[SupplierChoice], rungs: dict[str, int]) -> int | None:
    return max((rungs[each.mode] for each in facts), default=None)


def _single(facts: Facts, name: str, rungs: Mapping[Any, int], without: int | None = None) -> int | None:
    """Return the rung that all facts stand on; none where they say different things, `without` where there are none."""
    said = {rungs.get(getattr(each, name)) for each in facts}
    return said.pop() if len(said) == 1 else None if said else without


def _any(facts: Facts, name: str, value: object) -> int:
    return int(any(getattr(each, name) == value for each in facts))


def _wider(scale: str, old: set[str], new: set[str]) -> Judgements:
    """Judge two sets that both name somebody, where the one has all that the other has."""
    if old and new and (old < new or new < old):
        yield Judgement(scale, 1 if old < new else -1)


def _prices(old: Facts, new: Facts) -> Judgements:
    """Judge what it costs; a price where nothing was said may have been there all the time."""
    was_free, is_free = (bool(side) and all(each.mode == "free" for each in side) for side in (old, new))
    if old and new and was_free != is_free:
        yield from climb("free", was_free, is_free)
    else:
        yield from one_by_one(old, new, lambda each: each.per, _price, lambda _appeared: iter(()))


def _price(old: Price, new: Price) -> Judgements:
    before, after = quantity(old), quantity(new)
    if "free" in (old.mode, new.mode):
        yield from climb("free", old.mode == "free", new.mode == "free")
    elif before is None or after is None:
        yield from (INCOMPARABLE,) if old.mode != new.mode else ()
    elif old.mode == new.mode or _cap_is_not_above(old, new):
        yield from further("price", before, after, -1)
    else:
        yield INCOMPARABLE


def _cap_is_not_above(old: Price, new: Price) -> bool:
    """A highest price can only be told from a fixed one where it is not above it: the price itself may be anything less."""
    amounts = {each.mode: quantity(each) for each in (old, new)}
    cap, fixed = amounts.get("capped"), amounts.get("fixed")
    return cap is not None and fixed is not None and order(cap, fixed) in (-1, 0)


def _obligations(old: Facts, new: Facts) -> Judgements:
    before, after = ({words(each.text) for each in side if each.text} for side in (old, new))
    yield from grow("obligations", before, after, more=-1)


def _referrers(old: Facts, new: Facts) -> Judgements:
    yield from _wider("referrers", *({words(name) for each in side for name in each.who} for side in (old, new)))


def _complaints(old: Facts, new: Facts) -> Judgements:
    """Judge where one can complain, and of those who have a time for it, how long."""
    yield from grow("complaint_bodies", {words(each.body) for each in old}, {words(each.body) for each in new})
    before, after = ([each for each in side if each.period] for side in (old, new))
    yield from one_by_one(before, after, lambda each: words(each.body), _period, lambda _appeared: iter(()))


def _period(old: Complaint, new: Complaint) -> Judgements:
    before, after = quantity(old), quantity(new)
    if before and after:
        yield from further("complaint_time", before, after)


_BY_KIND: Mapping[str, Callable[[Facts, Facts], Judgements]] = {
    "target_group": _target_groups,
    "age": _ages,
    "access": _access,
    "voluntary": _voluntary,
    "anonymity": _anonymity,
    "temporary": _temporary,
    "extent": extents,
    "price": _prices,
    "supplier_choice": _supplier_choice,
    "obligation": _obligations,
    "referrer": _referrers,
    "complaint": _complaints,
}
