"""What a change of a time limit means for the citizen: by its role, for waiting is not like time to complain."""

from collections.abc import Sequence
from functools import partial

from qstd.compare.quantities import quantity
from qstd.compare.scales import INCOMPARABLE, Judgement, Judgements, further, one_by_one
from qstd.model.facts import AnyFact, Deadline

# For each role its scale, and whether a longer time is more (1) or less (-1) for the citizen.
_SCALES = {
    "reaction": ("wait", -1),
    "decision": ("wait", -1),
    "start": ("wait", -1),
    "complaint": ("complaint_time", 1),
    "cancellation": ("notice", -1),
    "duration": ("duration", 1),
}
# The same where the one says that no time can be set, and whether that is more or less.
_WITHOUT_TIME = {"wait": ("time", -1), "complaint_time": ("complaint_time", 1), "duration": ("duration", 1)}


def deadlines(role: str, old: Sequence[AnyFact], new: Sequence[AnyFact]) -> Judgements:
    """Judge the time limits of one role; those that are counted from the same event belong together."""
    mine, its = ([each for each in side if isinstance(each, Deadline)] for side in (old, new))
    yield from one_by_one(mine, its, lambda each: each.anchor, partial(_changed, role), partial(_appeared, role))


def _changed(role: str, old: Deadline, new: Deadline) -> Judgements:
    scale, more = _SCALES[role]
    before, after = quantity(old), quantity(new)
    if old.anchor and new.anchor and old.anchor != new.anchor:
        yield Judgement("other_anchor", 0)
    elif before is None or after is None:
        if old.unbounded != new.unbounded and scale in _WITHOUT_TIME:
            name, step = _WITHOUT_TIME[scale]
            yield Judgement(name, step if new.unbounded else -step)
    elif (old.bound == "min") != (new.bound == "min"):
        yield INCOMPARABLE
    else:
        yield from further(scale, before, after, more)


def _appeared(role: str, fact: Deadline) -> Judgements:
    """A time limit where none stood is a promise, a demand or a restriction, if it is a limit at all."""
    scale, _more = _SCALES[role]
    if fact.unbounded:
        return
    if scale == "wait" and fact.bound != "min":
        yield Judgement("promise", 1)
    elif scale == "notice":
        yield Judgement("notice_demand", -1)
    elif scale == "duration" and fact.bound in ("max", "exact"):
        yield Judgement("time_limit", -1)
