"""Whether a standard says something about a topic: in a section of that topic, as a fact, or in words elsewhere.

Municipalities divide their texts differently: the price stands under "Særlige forhold", how to complain at the end of
"Visitation". A rule that asks whether something is missing must not take that for silence. A heading alone says nothing.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from qstd.lint.rule import Around
from qstd.lint.shared import cues
from qstd.lint.shared.index import led_to
from qstd.lint.shared.kept import kept
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.model.facts import (
    Access,
    Age,
    AnyFact,
    Citation,
    Competence,
    Complaint,
    ContactPoint,
    Deadline,
    Extent,
    FollowUp,
    Obligation,
    Price,
    Provider,
    Referrer,
    SupplierChoice,
    TargetGroup,
)
from qstd.model.fragments import expand
from qstd.model.standard import Standard

_WORD = lazy(r"[^\W_]")

_FACTS: dict[str, Callable[[AnyFact], bool]] = {
    "legal_basis": lambda fact: isinstance(fact, Citation) and fact.role == "basis",
    "target_group": lambda fact: isinstance(fact, TargetGroup | Age),
    "scope": lambda fact: isinstance(fact, Extent) or (isinstance(fact, Deadline) and fact.role == "duration"),
    "visitation": lambda fact: isinstance(fact, Access),
    "application": lambda fact: isinstance(fact, Referrer) or _is_contact(fact, "application"),
    "case_deadline": lambda fact: isinstance(fact, Deadline) and fact.role in ("reaction", "decision"),
    "start_deadline": lambda fact: isinstance(fact, Deadline) and fact.role == "start",
    "follow_up": lambda fact: isinstance(fact, FollowUp),
    "supplier": lambda fact: isinstance(fact, Provider),
    "supplier_choice": lambda fact: isinstance(fact, SupplierChoice),
    "competence": lambda fact: isinstance(fact, Competence),
    "price": lambda fact: isinstance(fact, Price),
    "obligations": lambda fact: isinstance(fact, Obligation),
    "complaints": lambda fact: isinstance(fact, Complaint) or _is_contact(fact, "complaint"),
    "contact": lambda fact: isinstance(fact, ContactPoint),
}


def says(standard: Standard, around: Around, topic: str) -> bool:
    """Tell whether a standard says something about a topic, be it that there is none of it."""
    return (
        in_its_section(standard, around, topic) or states(standard, topic) or any(_elsewhere(standard, around, topic))
    )


def in_its_section(standard: Standard, around: Around, topic: str) -> bool:
    """Tell whether a section of the topic has text."""
    return any(has_text(standard, index, around) for index in sections_of_topic(standard, topic))


def states(standard: Standard, topic: str) -> bool:
    """Tell whether a confirmed fact answers the topic."""
    answers = _FACTS.get(topic)
    return answers is not None and any(answers(each) for each in standard.facts if not each.proposed)


def sections_of_topic(standard: Standard, topic: str) -> tuple[int, ...]:
    """Return the sections with a topic, by index, empty ones too."""
    return tuple(index for index, each in enumerate(standard.sections) if each.topic == topic)


def section_of_topic(standard: Standard, topic: str) -> int | None:
    """Return the first section with a topic, by index: one with text of its own or a shared one, or else an empty one."""
    found = sections_of_topic(standard, topic)
    full = (index for index in found if standard.sections[index].body.strip() or standard.sections[index].use)
    return next(full, found[0] if found else None)


def has_text(standard: Standard, index: int, around: Around) -> bool:
    """Tell whether a section has words under its heading, its own or shared ones."""
    own = standard.sections[index]
    shared = expand(own.use, around.fragments).text if own.use is not None else ""
    return any(_WORD.search(each) for each in (own.body, shared))


@kept
def passages_of(standard: Standard, around: Around, topic: str) -> tuple[Passage, ...]:
    """Return the sentences about a topic in the order of the text: all of its own sections, and those elsewhere that are
    about it by their words, or by the heading or the line that leads in to them.
    """
    by_section: dict[int, Sequence[Passage]] = {
        index: tuple(run) for index, run in groupby(_elsewhere(standard, around, topic), key=attrgetter("section"))
    }
    by_section |= {index: of_section(standard, index, around) for index in sections_of_topic(standard, topic)}
    return tuple(each for index in sorted(by_section) for each in by_section[index])


def text_of(standard: Standard, around: Around, topic: str) -> str:
    """Return the words about a topic, a sentence a line."""
    return "\n".join(each.text for each in passages_of(standard, around, topic))


def _elsewhere(standard: Standard, around: Around, topic: str) -> Iterator[Passage]:
    """Yield the sentences that are about a topic by their words, or by those that lead in to them."""
    if standard.language == "da":
        sentence, heading = cues.SENTENCE.get(topic), cues.HEADING.get(topic)
        near = led_to(standard, around, *filter(None, (sentence,)), above=tuple(filter(None, (heading,))))
        yield from (each for each in near if _is_about(each, sentence, heading))


def _is_about(passage: Passage, sentence: re.Pattern[str] | None, heading: re.Pattern[str] | None) -> bool:
    if passage.kind == "heading" or not _WORD.search(passage.text):
        return False
    whole = f"{passage.lead} {passage.text}" if passage.kind == "item" else passage.text
    return (sentence is not None and sentence.search(whole) is not None) or (
        heading is not None and heading.search(passage.lead) is not None
    )


def _is_contact(fact: AnyFact, purpose: str) -> bool:
    return isinstance(fact, ContactPoint) and fact.purpose == purpose
