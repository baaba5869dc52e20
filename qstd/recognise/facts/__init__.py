"""Facts proposed by Danish grammars: what a standard says, as typed values, each with the sentence that says so.

One module for each kind or family of kinds. A grammar proposes nothing that no sentence says; where a sentence can be
read in two ways, it proposes nothing.
"""

from collections.abc import Callable, Iterator
from dataclasses import fields

from qstd.model.facts import FACT_KINDS, AnyFact, Complaint, Deadline
from qstd.model.standard import StandardFile
from qstd.recognise.facts import (
    age,
    citation,
    complaint,
    contact,
    deadline,
    entry,
    extent,
    follow_up,
    group,
    price,
    referrer,
    staff,
    supplier,
)
from qstd.recognise.facts.passages import Source, source

_GRAMMARS: tuple[Callable[[Source], Iterator[AnyFact]], ...] = (
    citation.propose,
    group.propose,
    age.propose,
    entry.access,
    referrer.propose,
    contact.propose,
    deadline.propose,
    entry.temporary,
    extent.propose,
    follow_up.propose,
    supplier.providers,
    supplier.choices,
    staff.competence,
    price.propose,
    staff.obligations,
    entry.anonymity,
    entry.voluntary,
    complaint.propose,
)


def propose(standard: StandardFile) -> tuple[AnyFact, ...]:
    """Propose the facts of a standard from the words of its sections, in the order in which facts are listed."""
    if standard.language != "da":
        return ()
    read = source(standard)
    facts = [fact for grammar in _GRAMMARS for fact in grammar(read)]
    return tuple(sorted(_once(facts), key=lambda each: FACT_KINDS.index(each.kind)))


def _once(facts: list[AnyFact]) -> Iterator[AnyFact]:
    """Yield each fact once: a second sentence that says the same adds nothing. A complaint's time limit is part of it."""
    seen: set[tuple[object, ...]] = set()
    periods = any(isinstance(each, Complaint) and each.period for each in facts)
    for fact in facts:
        said = tuple(getattr(fact, each.name) for each in fields(fact) if each.name != "evidence")
        doubled = periods and isinstance(fact, Deadline) and fact.role == "complaint"
        if said not in seen and not doubled:
            seen.add(said)
            yield fact
