"""What a standard cites, sentence by sentence, for the rules about its legal basis.

The act's own words, where a standard quotes them, are left out: they cite what the act cites.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from qstd import catalogue
from qstd.citations import MAYBE, Citation, citations, law_text
from qstd.lint.rule import Around, Hit, service_of
from qstd.lint.shared.index import holding, in_headings
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
    near = frozenset(map(id, holding(standard, around, _MAY_CITE)))
    for paragraph, told in _paragraphs(standard, around):
        last = own
        for passage, law in zip(paragraph, told, strict=True):
            for each in citations(passage.text, last) if id(passage) in near and not law else ():
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
    for paragraph, told in _paragraphs(standard, around):
        if any(told):
            for law, run in groupby(zip(paragraph, told, strict=True), key=itemgetter(1)):
                if law:
                    said = [passage for passage, _ in run]
                    yield said[0], " ".join(each.text for each in said)


def at(passage: Passage, what: Message, hint: Message) -> Hit:
    """Make the hit of a passage: in its section's body, or in the heading."""
    if passage.line == 0 and passage.kind == "heading":
        return Hit(("sections", passage.section, "heading"), what, hint)
    return Hit(("sections", passage.section, "body"), what, hint, passage.line)


def act_name(key: str) -> str:
    """Return what an act is called inside a sentence."""
    return catalogue.acts()[key].name["da"]


Paragraph = tuple[tuple[Passage, ...], tuple[bool, ...]]
"""The sentences of a paragraph, and of each whether it is quoted law text."""


@kept
def _paragraphs(standard: Standard, around: Around) -> tuple[Paragraph, ...]:
    """Divide a standard into paragraphs."""
    law, found = _statute(standard.service), []
    for sentences in _joined(passages(standard, around)):
        basis = standard.sections[sentences[0].section].topic == "legal_basis"
        found.append((sentences, law_text([each.text for each in sentences], law, basis)))
    return tuple(found)


@cache
def _statute(service: str) -> str:
    known = catalogue.service(service)
    return " ".join(each.body for each in known.baseline.sections) if known and known.baseline else ""


def _joined(said: Iterable[Passage]) -> Iterator[tuple[Passage, ...]]:
    """Put together the sentences of one paragraph: on the same line or the next, and of one kind."""
    group: list[Passage] = []
    for each in said:
        if group and not _goes_on(group[-1], each):
            yield tuple(group)
            group = []
        group.append(each)
    if group:
        yield tuple(group)


def _goes_on(before: Passage, each: Passage) -> bool:
    return (
        before.section == each.section
        and before.kind == each.kind == "paragraph"
        and before.lead == each.lead
        and 0 <= each.line - before.line <= 1
    )
