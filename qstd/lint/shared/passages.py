"""The sentences of a standard, each with its place and with the words that lead in to it.

What an entry of a list says depends on the line before the list ("Hjælpen omfatter ikke:"), and what a sentence says on the
heading above it ("indgår som udgangspunkt ikke").
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, pairwise
from typing import Literal, NamedTuple

from qstd.lint.rule import Around
from qstd.lint.shared.kept import kept
from qstd.lint.shared.patterns import lazy
from qstd.model.fragments import effective_section
from qstd.model.standard import Section, Standard
from qstd.prose.sentences import spans, surely_ends

_HEADING = lazy(r"\s{0,3}#{1,6}\s+(.*?)(?:\s+#+)?\s*\Z")
_ITEM = lazy(r"\s*(?:[-*+]|\d{1,9}[.)])\s+")
_SIGNS = lazy(r"\\(?=[!-/:-@\[-`{-~])|\*\*|__|(?<!\w)[*_](?=\S)|(?<=\S)[*_](?!\w)")
_LINK = lazy(r"\[([^\[\]]*)\]\([^()\s]*(?:\s+\"[^\"]*\")?\)")
_ROW = lazy(r"\s*\|.*\|\s*\Z")
_RULE = lazy(r"[\s|:-]+\Z")

_MARKS = "#-*+|"  # one of these, or a digit, begins each line that is more than words

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


@kept
def passages(standard: Standard, around: Around) -> tuple[Passage, ...]:
    """Return the sentences of all sections as they are published, inner headings among them."""
    return tuple(chain.from_iterable(_by_section(standard, around)))


def of_section(standard: Standard, index: int, around: Around) -> tuple[Passage, ...]:
    """Return the sentences of one section."""
    return _by_section(standard, around)[index]


@kept
def headings(standard: Standard, around: Around) -> tuple[Passage, ...]:
    """Return the headings of the sections as passages without a line."""
    heads = enumerate(each.heading for each in standard.sections)
    return tuple(Passage(index, 0, "heading", heading, "") for index, heading in heads if heading)


@kept
def _by_section(standard: Standard, around: Around) -> tuple[tuple[Passage, ...], ...]:
    return tuple(_of_section(index, each, around) for index, each in enumerate(standard.sections))


def _of_section(index: int, own: Section, around: Around) -> tuple[Passage, ...]:
    whole = own if own.use is None else effective_section(own, around.fragments)
    before = _lines_before(own, whole)
    heading, last, lead = own.heading, "", own.heading.strip()
    found = []
    for line, kind, text, inner in pieces(whole.body):
        if inner is not last:  # the same words lead in to several, one after the other
            last, lead = inner, f"{heading} {inner}".strip()
        found.append((index, line - before if line > before else 0, kind, text, lead))
    return tuple(map(Passage._make, found))


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
        self.found: list[Piece] = []

    def pieces(self) -> list[Piece]:
        """Return the sentences, paragraph by paragraph."""
        block: list[tuple[int, str]] = []
        kind: Kind = "paragraph"
        for number, line in enumerate(self.lines, 1):
            words = line.strip()
            if words and not (words[0] in _MARKS or words[0].isdecimal()):  # nearly all lines
                block.append((number, words))
                continue
            item = _ITEM.match(line) if words else None
            heading = _HEADING.match(line) if words else None
            row = _ROW.match(line) if words else None
            if not words or heading or item or row:
                if block:
                    self._block(block, kind)
                block, kind = [], "item" if item else "paragraph" if not words else kind
            if heading:
                self.heading, self.before = bare(heading[1]), ""
                self.found.append(Piece(number, "heading", self.heading, ""))
            elif row:
                self._cells(number, line)
            elif words:
                block.append((number, line[item.end() :] if item else words))
        if block:
            self._block(block, kind)
        return self.found

    def _cells(self, number: int, line: str) -> None:
        if not _RULE.match(line):
            for cell in line.strip().strip("|").split("|"):
                if cell.strip():
                    self.found.append(Piece(number, "cell", bare(cell), self.heading))

    def _block(self, block: list[tuple[int, str]], kind: Kind) -> None:
        lead = f"{self.heading} {self.before}".strip() if kind == "item" else self.heading
        said = ""
        for number, said in _sentences(block):
            self.found.append(Piece(number, kind, said, lead))
        if kind == "paragraph" and said:
            self.before = said if said[-1] == ":" else ""


class _Row(NamedTuple):
    """The sentences of a line read alone; whether one surely ends with it before a capital letter, and if it begins so."""

    said: tuple[str, ...]
    closes: bool
    opens: bool


@lru_cache(maxsize=8192)  # neighbours say the same
def _row(line: str) -> _Row:
    text = bare(line.rstrip("\\"))
    found = spans(text)
    closes = bool(found) and found[-1][1] == len(text) and surely_ends(f"{text} A", found[-1][0])
    return _Row(tuple([text[start:end] for start, end in found]), closes, text[:1].isupper())


def _sentences(block: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the sentences of some lines, each with the number of the line that it begins on."""
    rows = [(number, _row(line)) for number, line in block]
    if all(one.closes and two.opens for (_, one), (_, two) in pairwise(rows)):  # nearly all
        return [(number, said) for number, row in rows for said in row.said]
    return list(_across(block))


def _across(block: list[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield the same of lines where sentences may run on from one to the next."""
    starts, text = [], ""
    for number, line in block:
        starts.append((len(text), number))
        text += bare(line.rstrip("\\")) + " "
    text, at = text.rstrip(), 0
    for start, end in spans(text):
        while at + 1 < len(starts) and starts[at + 1][0] <= start:
            at += 1
        yield starts[at][1], text[start:end]


def bare(markdown: str) -> str:
    """Return the words of a line without the signs of Markdown."""
    if "](" in markdown:
        markdown = _LINK.sub(r"\1", markdown)
    if "*" in markdown or "_" in markdown or "\\" in markdown:
        markdown = _SIGNS.sub("", markdown)
    if "  " in markdown or not markdown.isprintable():
        return " ".join(markdown.split())
    return markdown.strip()
