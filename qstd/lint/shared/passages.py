"""The sentences of a standard, each with its place and with the words that lead in to it.

What an entry of a list says depends on the line before the list ("Hjælpen omfatter ikke:"), and what a sentence says on the
heading above it ("indgår som udgangspunkt ikke").
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from qstd.lint.rule import Around
from qstd.lint.shared.patterns import lazy
from qstd.model.fragments import effective_section
from qstd.model.standard import Section, Standard
from qstd.prose.sentences import spans

_HEADING = lazy(r"\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*\Z")
_ITEM = lazy(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_SIGNS = lazy(r"\\(?=[!-/:-@\[-`{-~])|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK = lazy(r"\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ROW = lazy(r"\s*\|.*\|\s*\Z")
_RULE = lazy(r"[\s|:-]+\Z")

Kind = Literal["heading", "paragraph", "item", "cell"]


class Piece(NamedTuple):
    """A sentence of a body: its line (from 1), what it stands in, its words, and the words that lead in to it: the inner
    heading above it and the line before its list, one space apart.
    """

    line: int
    kind: Kind
    text: str
    lead: str


class Passage(NamedTuple):
    """A sentence of a standard: the index of its section, its line in the section's own body (0 where it comes from a
    shared text), what it stands in, its words, and the words that lead in to it, the section's heading first.
    """

    section: int
    line: int
    kind: Kind
    text: str
    lead: str


def passages(standard: Standard, around: Around) -> tuple[Passage, ...]:
    """Return the sentences of all sections as they are published, inner headings among them."""
    return tuple(each for index in range(len(standard.sections)) for each in of_section(standard, index, around))


def of_section(standard: Standard, index: int, around: Around) -> tuple[Passage, ...]:
    """Return the sentences of one section."""
    own = standard.sections[index]
    whole = effective_section(own, around.fragments)
    return _passages(index, own.heading, _lines_before(own, whole), whole.body)


@lru_cache(maxsize=4096)
def _passages(index: int, heading: str, before: int, body: str) -> tuple[Passage, ...]:
    """Return the sentences of a section, kept because most rules ask for them."""
    return tuple(
        Passage(index, max(each.line - before, 0), each.kind, each.text, f"{heading} {each.lead}".strip())
        for each in pieces(body)
    )


def _lines_before(own: Section, whole: Section) -> int:
    """Return how many lines of a shared text stand before the section's own."""
    if own.use is None:
        return 0
    return whole.body.count("\n") - own.body.strip("\n").count("\n") if own.body.strip() else whole.body.count("\n") + 1


@lru_cache(maxsize=4096)
def pieces(body: str) -> tuple[Piece, ...]:
    """Return the sentences of a body."""
    return tuple(_Walk(body).pieces())


class _Walk:
    """Goes through the lines of a body."""

    def __init__(self, body: str) -> None:
        self.lines = body.split("\n")
        self.heading = ""
        self.before = ""  # the last sentence before a list

    def pieces(self) -> Iterator[Piece]:
        """Yield the sentences, paragraph by paragraph."""
        block: list[tuple[int, str]] = []
        kind: Kind = "paragraph"
        for number, line in enumerate(self.lines, 1):
            item = _ITEM.match(line)
            heading = _HEADING.match(line)
            if not line.strip() or heading or item or _ROW.match(line):
                yield from self._block(block, kind)
                block, kind = [], "item" if item else "paragraph" if not line.strip() else kind
            if heading:
                self.heading, self.before = bare(heading[1]), ""
                yield Piece(number, "heading", self.heading, "")
            elif _ROW.match(line):
                yield from self._cells(number, line)
            elif line.strip():
                block.append((number, line[item.end() :] if item else line.strip()))
        yield from self._block(block, kind)

    def _cells(self, number: int, line: str) -> Iterator[Piece]:
        if not _RULE.match(line):
            for cell in line.strip().strip("|").split("|"):
                if cell.strip():
                    yield Piece(number, "cell", bare(cell), self.heading)

    def _block(self, block: list[tuple[int, str]], kind: Kind) -> Iterator[Piece]:
        if not block:
            return
        starts, text = [], ""
        for number, line in block:
            starts.append((len(text), number))
            text += bare(line.rstrip("\\")) + " "
        lead = " ".join(each for each in (self.heading, self.before if kind == "item" else "") if each)
        for start, end in spans(text):
            number = next(number for at, number in reversed(starts) if at <= start)
            yield Piece(number, kind, text[start:end], lead)
            if kind == "paragraph":
                self.before = text[start:end] if text[start:end].endswith(":") else ""


def bare(markdown: str) -> str:
    """Return the words of a line without the signs of Markdown."""
    return " ".join(_SIGNS.sub("", _LINK.sub(r"\1", markdown)).split())
