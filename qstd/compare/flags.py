"""Where a standard gives less than the statute beside it: derived from typed values only, never from words.

What a standard does not say is no reason for a flag, and neither is what cannot be compared.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from qstd.compare.ages import inside, limits
from qstd.compare.directions import judgements
from qstd.compare.directions_of_extent import is_capped
from qstd.compare.kinds import Kind
from qstd.compare.meanings import Meaning
from qstd.compare.scales import combined
from qstd.model.comparison import Column, FactCell, Flag
from qstd.model.facts import Age, AnyFact, Extent, Obligation, TargetGroup

Facts = Sequence[AnyFact]

# What both the statute and the standard state, the standard less of it. Reasons that a standard gives by saying nothing
# of something (a body to complain to that it does not name) are not here, nor those that its choice of words gives.
_LESS = {
    "diagnosis_required",
    "loses_help_after_max",
    "visitation",
    "not_voluntary",
    "weaker_anonymity",
    "temporary",
    "longer_wait",
    "time_not_set",
    "shorter_to_complain",
    "longer_notice",
    "shorter_help",
    "less_help",
    "looser_promise",
    "harder_limit",
    "higher_price",
    "no_longer_free",
    "less_choice",
    "obligation_added",
}


def with_flags(
    columns: Sequence[Column], kind: Kind, cells: Sequence[FactCell], answers: Sequence[Meaning | None]
) -> tuple[FactCell, ...]:
    """Return the cells of one row, those flagged whose facts give less than the statute of the same service. What the
    cells mean has been told already: facts that mean the same have the same flags.
    """
    laws = [(column, cell.facts) for column, cell in zip(columns, cells, strict=True) if column.is_law]
    laws = sorted((pair for pair in laws if pair[0].has_facts), key=lambda pair: pair[0].ref)
    known: dict[tuple[str, Meaning | None], tuple[Flag, ...]] = {}

    def judged(column: Column, cell: FactCell, answer: Meaning | None) -> FactCell:
        if column.is_law or not cell.facts:
            return cell
        key = (column.service, answer)
        if key not in known:
            own = [(law.ref, statute) for law, statute in laws if law.service == column.service]
            known[key] = tuple(flag for ref, statute in own for flag in flags(kind, ref, statute, cell.facts))
        return replace(cell, flags=known[key]) if known[key] else cell

    return tuple(map(judged, columns, cells, answers))


def flags(kind: Kind, law: str, statute: Facts, facts: Facts) -> tuple[Flag, ...]:
    """Return in what the facts of one kind and role give less than those of the statute with the reference `law`. That
    the statute has none counts only for what nobody may add: an age limit, a cap.
    """
    return tuple(_flags(kind, law, statute, facts)) if facts else ()


def _flags(kind: Kind, law: str, statute: Facts, facts: Facts) -> Iterator[Flag]:
    if kind == ("target_group", ""):
        yield from _narrower(law, _groups(statute), _groups(facts))
    if kind == ("age", ""):
        yield from _age(law, statute, facts)
    if kind == ("extent", "") and _hard_cap(statute, facts):
        yield Flag("hard_cap", law)
    if statute and _less(kind, statute, facts):
        yield Flag("less_than_law", law)


def _narrower(law: str, statute: tuple[str, ...], groups: tuple[str, ...]) -> Iterator[Flag]:
    """Groups of other names than the statute's may cover the same persons: only a true part of its list is narrower."""
    if groups and set(groups) < set(statute):
        yield Flag("narrower_group", law, tuple(each for each in statute if each not in groups), len(statute))


def _groups(facts: Facts) -> tuple[str, ...]:
    named = (each for fact in facts if isinstance(fact, TargetGroup) for each in fact.groups)
    return tuple(dict.fromkeys(named))


def _age(law: str, statute: Facts, facts: Facts) -> Iterator[Flag]:
    theirs, own = limits(statute), limits(facts)
    if any(theirs):
        if inside(own, theirs):
            yield Flag("narrower_age", law)
    elif any(each is not None for each in own):
        yield Flag("added_age_limit", law)


def _hard_cap(statute: Facts, facts: Facts) -> bool:
    """A highest amount is hard where nothing in the row makes room for more."""
    stated = [each for each in statute if isinstance(each, Extent)]
    own = [each for each in facts if isinstance(each, Extent)]
    if any(each.amount is not None and each.bound != "min" for each in stated):
        return False
    if any(each.modality == "exceptional" or each.exception for each in own):
        return False
    return any(is_capped(each) and each.modality not in ("as_rule", "not_as_rule", "not") for each in own)


def _less(kind: Kind, statute: Facts, facts: Facts) -> bool:
    found = judgements(kind, statute, facts)
    reasons = {each.reason for each in found if each.step < 0} & _LESS
    if not _says_so(statute, facts):
        reasons -= {"loses_help_after_max", "obligation_added"}
    return bool(reasons) and combined(found)[0] == "less"


def _says_so(statute: Facts, facts: Facts) -> bool:
    """Tell whether the loss of a right is stated: that help stops at an age, that there are duties where the statute
    says that there are none.
    """
    stops = any(isinstance(each, Age) and each.keeps_after_max is False for each in facts)
    return stops or all(isinstance(each, Obligation) and each.none for each in statute)
