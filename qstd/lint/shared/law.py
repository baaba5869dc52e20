"""What a standard cites, sentence by sentence, for the rules about its legal basis.

The act's own words, where a standard quotes them, are left out: they cite what the act cites.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from typing import NamedTuple

from qstd import catalogue
from qstd.citations import Citation, citations, law_text
from qstd.lint.rule import Around, Hit, service_of
from qstd.lint.shared.passages import Passage, passages
from qstd.model.finding import Message
from qstd.model.standard import Standard


class Cited(NamedTuple):
    """A citation and the passage that it stands in."""

    passage: Passage
    citation: Citation

    @property
    def words(self) -> str:
        """The words that cite."""
        return self.passage.text[self.citation.start : self.citation.end]


def cited(standard: Standard, around: Around) -> tuple[Cited, ...]:
    """Return all citations of a standard in headings and prose, but those of quoted law text."""
    if standard.language != "da":
        return ()
    return _cited(tuple(headings(standard)), _paragraphs(standard, around), own_act(standard))


def in_title(standard: Standard) -> tuple[Citation, ...]:
    """Return the citations of the title."""
    return citations(standard.title, own_act(standard)) if standard.language == "da" else ()


def own_act(standard: Standard) -> str:
    """Return the act that the service rests on, whose paragraph a bare "§ 85" is; empty where nobody knows."""
    known = service_of(standard)
    return known.provisions[0][0] if known and known.provisions else ""


def quoted(standard: Standard, around: Around) -> Iterator[tuple[Passage, str]]:
    """Yield each stretch of quoted law text: where it begins, and all its words."""
    for group in _paragraphs(standard, around):
        for law, run in groupby(group, key=lambda each: each[1]):
            if law:
                said = [passage for passage, _ in run]
                yield said[0], " ".join(each.text for each in said)


def at(passage: Passage, what: Message, hint: Message) -> Hit:
    """Make the hit of a passage: in its section's body, or in the heading."""
    if passage.line == 0 and passage.kind == "heading":
        return Hit(("sections", passage.section, "heading"), what, hint)
    return Hit(("sections", passage.section, "body"), what, hint, passage.line)


def headings(standard: Standard) -> Iterator[Passage]:
    """Yield the headings of the sections as passages without a line."""
    for index, section in enumerate(standard.sections):
        if section.heading:
            yield Passage(index, 0, "heading", section.heading, "")


def act_name(key: str) -> str:
    """Return what an act is called inside a sentence."""
    return catalogue.acts()[key].name["da"]


Paragraph = tuple[tuple[Passage, bool], ...]
"""The sentences of a paragraph, each with whether it is quoted law text."""


def _paragraphs(standard: Standard, around: Around) -> tuple[Paragraph, ...]:
    known = service_of(standard)
    law = " ".join(each.body for each in known.baseline.sections) if known and known.baseline else ""
    basis = frozenset(at for at, each in enumerate(standard.sections) if each.topic == "legal_basis")
    return _divided(passages(standard, around), law, basis)


@lru_cache(maxsize=4)  # several rules ask for the same standard, one after the other
def _divided(said: tuple[Passage, ...], law: str, basis: frozenset[int]) -> tuple[Paragraph, ...]:
    """Divide sentences into paragraphs; `basis` are the sections on the legal basis."""
    return tuple(
        tuple(zip(group, law_text([each.text for each in group], law, group[0].section in basis), strict=True))
        for group in _joined(said)
    )


def _joined(said: Iterable[Passage]) -> Iterator[list[Passage]]:
    """Put together the sentences of one paragraph: on the same line or the next, and of one kind."""
    group: list[Passage] = []
    for each in said:
        if group and not _goes_on(group[-1], each):
            yield group
            group = []
        group.append(each)
    if group:
        yield group


def _goes_on(before: Passage, each: Passage) -> bool:
    return (
        before.section == each.section
        and before.kind == each.kind == "paragraph"
        and before.lead == each.lead
        and 0 <= each.line - before.line <= 1
    )


@lru_cache(maxsize=4)
def _cited(heads: tuple[Passage, ...], paragraphs: tuple[Paragraph, ...], own: str) -> tuple[Cited, ...]:
    """Read headings and paragraphs: an act that is named goes for the rest of its paragraph."""
    found = []
    for paragraph in (*(((each, False),) for each in heads), *paragraphs):
        last = own
        for passage, law in paragraph:
            for each in () if law else citations(passage.text, last):
                last = each.act or last
                found.append(Cited(passage, each))
    return tuple(found)
