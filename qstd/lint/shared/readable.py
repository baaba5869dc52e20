"""The sentences that a citizen reads, for the rules about language.

Text for professionals, the legal basis and the details of the document are not written to the citizen. A standard in
another language has none: the rules know Danish only.
"""

import re
from collections.abc import Callable, Iterator
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from qstd.lint.rule import Around, Hit
from qstd.lint.shared.index import holding, in_headings
from qstd.lint.shared.kept import kept
from qstd.lint.shared.passages import Passage, of_section
from qstd.lint.shared.patterns import lazy
from qstd.model.finding import Message, Path
from qstd.model.standard import Section, Standard

_NOT_TO_CITIZENS = frozenset(("legal_basis", "doc_metadata", "approval"))
_QUOTED = lazy(r"»[^«»]*«|«[^«»]*»|“[^“”]*”|”[^”]*”|\"[^\"]*\"")
_ENDS = (".", "!", "?", "…")
_CLOSES = "\"'”’»«)]*"


class Text(NamedTuple):
    """A heading or a sentence, and where it stands: the path of the value and the line in it."""

    path: Path
    line: int
    words: str


def is_for_citizens(section: Section) -> bool:
    """Tell whether a section is written to the citizen."""
    return section.audience == "everyone" and section.topic not in _NOT_TO_CITIZENS


@kept
def for_citizens(standard: Standard, around: Around) -> tuple[Passage, ...]:
    """Return the sentences that are written to citizens, inner headings among them."""
    if standard.language != "da":
        return ()
    meant = (index for index, each in enumerate(standard.sections) if is_for_citizens(each))
    return tuple(chain.from_iterable(of_section(standard, index, around) for index in meant))


def texts(standard: Standard, around: Around, wanted: Callable[[Section], bool]) -> Iterator[Text]:
    """Yield the headings of the sections that are wanted, each before its sentences, in the order of the text."""
    if standard.language == "da":
        for index, section in enumerate(standard.sections):
            if wanted(section):
                yield Text(("sections", index, "heading"), 0, section.heading)
                for each in of_section(standard, index, around):
                    yield Text(("sections", index, "body" if each.line else "use"), each.line, each.text)


def texts_holding(
    standard: Standard, around: Around, wanted: Callable[[Section], bool], *patterns: re.Pattern[str]
) -> Iterator[Text]:
    """Yield those of the same that may match one of the patterns."""
    if standard.language != "da":
        return
    heads = [(each.section, "heading", each) for each in in_headings(standard, around, *patterns)]
    said = [(each.section, "body" if each.line else "use", each) for each in holding(standard, around, *patterns)]
    for index, where, each in sorted((*heads, *said), key=itemgetter(0)):
        if wanted(standard.sections[index]):
            yield Text(("sections", index, where), each.line, each.text)


def prose_for_citizens(standard: Standard, around: Around) -> Iterator[Passage]:
    """Yield the whole sentences of paragraphs: no headings, entries, cells, addresses, names or torn-off lines."""
    for each in for_citizens(standard, around):
        if each.kind == "paragraph" and (each.text[-1] == "." or each.text.rstrip(_CLOSES).endswith(_ENDS)):
            yield each


def unquoted(text: str) -> str:
    """Return a text without what it quotes: those words are somebody else's."""
    return _QUOTED.sub(" ", text) if any(each in text for each in '"»«“”') else text


def hit_at(passage: Passage, what: Message, hint: Message) -> Hit:
    """Make a hit at a sentence; one of a shared text is named where the section takes it in."""
    where = "body" if passage.line else "use"
    return Hit(("sections", passage.section, where), what, hint, passage.line)
