"""The scales on which a change gives the citizen more or less, and how several judgements make one.

A judgement is a step on a scale: up is more for the citizen, down is less, and a change back is the opposite step. So
every direction is the mirror of the direction of the change back. What is on no scale is neutral.
"""

from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from qstd.compare.meanings import said
from qstd.compare.quantities import Quantity, order
from qstd.model.facts import AnyFact
from qstd.model.revision import Direction

F = TypeVar("F", bound=AnyFact)

# For each scale the reason for more, and the reason for less.
SCALES = {
    "groups": ("more_groups", "fewer_groups"),
    "diagnosis": ("diagnosis_no_longer_required", "diagnosis_required"),
    "age": ("wider_age", "narrower_age"),
    "age_limit": ("age_limit_removed", "age_limit_added"),
    "after_max": ("keeps_help_after_max", "loses_help_after_max"),
    "visitation": ("no_visitation", "visitation"),
    "voluntary": ("voluntary", "not_voluntary"),
    "leave": ("may_leave", "may_not_leave"),
    "anonymity": ("stronger_anonymity", "weaker_anonymity"),
    "temporary": ("not_temporary", "temporary"),
    "wait": ("shorter_wait", "longer_wait"),
    "promise": ("promise_made", "promise_dropped"),
    "time": ("time_set", "time_not_set"),
    "complaint_time": ("longer_to_complain", "shorter_to_complain"),
    "notice": ("shorter_notice", "longer_notice"),
    "notice_demand": ("notice_dropped", "notice_demanded"),
    "duration": ("longer_help", "shorter_help"),
    "time_limit": ("time_limit_removed", "time_limit_added"),
    "amount": ("more_help", "less_help"),
    "cap": ("cap_removed", "cap_added"),
    "window": ("window_removed", "window_added"),
    "exception": ("exception_added", "exception_removed"),
    "firmness": ("firmer_promise", "looser_promise"),
    "limit": ("softer_limit", "harder_limit"),
    "price": ("lower_price", "higher_price"),
    "free": ("now_free", "no_longer_free"),
    "choice": ("more_choice", "less_choice"),
    "obligations": ("obligation_removed", "obligation_added"),
    "referrers": ("more_referrers", "fewer_referrers"),
    "complaint_bodies": ("complaint_body_added", "complaint_body_removed"),
}
# Where one of these is among the judgements, nothing can be said of the whole.
UNSURE = ("incomparable", "pension_age", "other_anchor")
NEUTRAL = ("appeared", "disappeared", "changed", "mixed")


class Judgement(NamedTuple):
    """A step on a scale: 1 up, -1 down; or 0 with one of `UNSURE` for what cannot be told."""

    scale: str
    step: int

    @property
    def reason(self) -> str:
        """The key of the words that say why."""
        return SCALES[self.scale][self.step < 0] if self.step else self.scale


Judgements = Iterator[Judgement]
INCOMPARABLE = Judgement("incomparable", 0)


def combined(judgements: Sequence[Judgement]) -> tuple[Direction, str]:
    """Make one direction of all judgements; no reason where there is none."""
    unsure = [each.reason for each in judgements if not each.step]
    steps = {each.step for each in judgements if each.step}
    if len(steps) > 1:
        return "neutral", "mixed"
    if unsure or not steps:
        return "neutral", next(iter(unsure), "")
    return ("more" if steps == {1} else "less"), judgements[0].reason


def climb(scale: str, old: int | None, new: int | None) -> Judgements:
    """Judge two rungs of a ladder, the higher one being more for the citizen; None stands on no rung."""
    if old is not None and new is not None and old != new:
        yield Judgement(scale, 1 if new > old else -1)


def grow(scale: str, old: set[str], new: set[str], more: int = 1) -> Judgements:
    """Judge two sets, a greater one being `more`. As many gone as come are the same ones in other words, maybe."""
    gone, come = len(old - new), len(new - old)
    if gone != come:
        yield from (Judgement(scale, step) for step, count in ((-more, gone), (more, come)) if count)


def further(scale: str, old: Quantity, new: Quantity, more: int = 1) -> Judgements:
    """Judge two quantities, the one that goes further being `more`."""
    step = order(new, old)
    if step is None:
        yield INCOMPARABLE
    elif step:
        yield Judgement(scale, step * more)


def one_by_one(
    old: Sequence[F],
    new: Sequence[F],
    key: Callable[[F], Hashable],
    changed: Callable[[F, F], Judgements],
    appeared: Callable[[F], Judgements],
) -> Judgements:
    """Judge the facts that differ in pairs: those of one key, then the one that is left on each side. Where several are
    left on both sides, nobody can tell which became which.
    """
    mine, its = differing(old, new)
    for each in tuple(mine):
        matches = [other for other in its if key(other) == key(each)]
        if len(matches) == 1 and sum(key(other) == key(each) for other in mine) == 1:
            mine.remove(each)
            its.remove(matches[0])
            yield from changed(each, matches[0])
    if len(mine) == len(its) == 1:
        yield from changed(mine[0], its[0])
    elif mine and its:
        yield INCOMPARABLE
    else:
        yield from (judgement for each in its for judgement in appeared(each))
        yield from (judgement._replace(step=-judgement.step) for each in mine for judgement in appeared(each))


def differing(old: Sequence[F], new: Sequence[F]) -> tuple[list[F], list[F]]:
    """Return the facts that only the one side states, each meaning once."""
    mine, its = ({said(each): each for each in reversed(side)} for side in (old, new))
    return (
        [fact for meaning, fact in reversed(mine.items()) if meaning not in its],
        [fact for meaning, fact in reversed(its.items()) if meaning not in mine],
    )
