"""What a standard cites, sentence by sentence, for the rules about its legal basis.

The act's own words, where a standard quotes them, are left out: they cite what the act cites.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from typing import NamedTuple

from qstd import catalogue
from qstd.citations import MAYBE, Citation, citations, law_text, may_be_law_text
from qstd.lint.rule import Around, Hit, service_of
from qstd.lint.shared.index import in_headings, places
from qstd.lint.shared.kept import kept
from qstd.lint.shared.passages import Passage, passages
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message
from qstd.model.standard import Standard

_MAY_CITE = lazy(
    MAYBE.pattern, MAYBE.flags, "§ lov paragraf bekendtgørelse vejledning cirkulære princip =bek =vej =lbk 0"
)


class Cited(NamedTuple):
    """A citation and the passage that it stands in."""

    passage: Passage
    citation: Citation

    @property
    def words(self) -> str:
        """The words that cite."""
        return self.passage.text[self.citation.start : self.citation.end]


@kept
def cited(standard: Standard, around: Around) -> tuple[Cited, ...]:
    """Return all citations of a standard in headings and prose, but those of quoted law text. An act that is named goes
    for the rest of its paragraph.
    """
    if standard.language != "da":
        return ()
    own = own_act(standard)
    found = [
        Cited(head, each) for head in in_headings(standard, around, _MAY_CITE) for each in citations(head.text, own)
    ]
    near = places(standard, around, _MAY_CITE)
    for start, end in _paragraphs(standard, around, near):
        told, last = _law_text(standard, around, start, end), own
        for index in near[bisect_left(near, start) : bisect_left(near, end)]:
            passage = passages(standard, around)[index]
            for each in citations(passage.text, last) if not told[index - start] else ():
                last = each.act or last
                found.append(Cited(passage, each))
    return tuple(found)


def in_title(standard: Standard) -> tuple[Citation, ...]:
    """Return the citations of the title."""
    return citations(standard.title, own_act(standard)) if standard.language == "da" else ()


def own_act(standard: Standard) -> str:
    """Return the act that the service rests on, whose paragraph a bare "§ 85" is; empty where nobody knows."""
    known = service_of(standard)
    return known.provisions[0][0] if known and known.provisions else ""


def quoted(standard: Standard, around: Around) -> Iterator[tuple[Passage, str]]:
    """Yield each stretch of quoted law text: where it begins, and all its words."""
    said, law = passages(standard, around), _statute(standard.service)
    near = [index for index, each in enumerate(said) if may_be_law_text(each.text, law)]
    for start, end in _paragraphs(standard, around, near):
        told = _law_text(standard, around, start, end)
        for is_law, run in groupby(range(start, end), key=lambda index: told[index - start]):
            if is_law:
                own = [said[index] for index in run]
                yield own[0], " ".join(each.text for each in own)


def at(passage: Passage, what: Message, hint: Message) -> Hit:
    """Make the hit of a passage: in its section's body, or in the heading."""
    if passage.line == 0 and passage.kind == "heading":
        return Hit(("sections", passage.section, "heading"), what, hint)
    return Hit(("sections", passage.section, "body"), what, hint, passage.line)


def act_name(key: str) -> str:
    """Return what an act is called inside a sentence."""
    return catalogue.acts()[key].name["da"]


def _law_text(standard: Standard, around: Around, start: int, end: int) -> tuple[bool, ...]:
    """Tell of each sentence of a paragraph whether it is quoted law text."""
    sentences = passages(standard, around)[start:end]
    basis = standard.sections[sentences[0].section].topic == "legal_basis"
    return law_text([each.text for each in sentences], _statute(standard.service), basis)


@cache
def _statute(service: str) -> str:
    known = catalogue.service(service)
    return " ".join(each.body for each in known.baseline.sections) if known and known.baseline else ""


def _paragraphs(standard: Standard, around: Around, near: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the paragraphs in which some of the sentences stand, each by where it begins and ends: those on the same line or
    the next, and of one kind. Most paragraphs are nobody's concern.
    """
    said = passages(standard, around)
    end = 0
    for index in near:
        if index >= end:
            start, end = index, index + 1
            while start and _goes_on(said[start - 1], said[start]):
                start -= 1
            while end < len(said) and _goes_on(said[end - 1], said[end]):
                end += 1
            yield start, end


def _goes_on(before: Passage, each: Passage) -> bool:
    return (
        before.section == each.section
        and before.kind == each.kind == "paragraph"
        and before.lead == each.lead
        and 0 <= each.line - before.line <= 1
    )
