"""The source of an import as the review shows it: its paragraphs, each with the section that it became, and its words that
a proposed fact rests on.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from qstd.model.outline import LINE_BREAK, SOFT_HYPHEN, Block, Outline, Para, Spot

_MOST = 4_000  # paragraphs shown of one standard; a long one has 300
_END = 10**9
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters of the source, and the numbers of the facts that rest on them."""

    text: str
    facts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SourcePara:
    """A paragraph: the name by which links reach it, the section that it became (-1: none), and how it looks."""

    anchor: str
    section: int
    pieces: tuple[Piece, ...]
    level: int = 0
    marker: str = ""
    depth: int = 0
    page: int = 0
    box: tuple[float, ...] = ()

    @property
    def facts(self) -> tuple[int, ...]:
        """The facts that rest on it."""
        return tuple(fact for each in self.pieces for fact in each.facts)


@dataclass(frozen=True, slots=True)
class SourceCell:
    """A cell of a table."""

    blocks: "tuple[SourceBlock, ...]"
    colspan: int
    rowspan: int
    head: bool


@dataclass(frozen=True, slots=True)
class SourceTable:
    """A table: its rows of cells."""

    rows: tuple[tuple[SourceCell, ...], ...]


SourceBlock = SourcePara | SourceTable


@dataclass(frozen=True, slots=True)
class Quoted:
    """The words that a fact rests on: its number (from 1), the section (from 0), and the quote."""

    fact: int
    section: int
    quote: str


def position(spot: Spot) -> int:
    """Return how far down a source something stands: its paragraph, or its line where paragraphs are not counted."""
    return spot.paragraph or spot.line


def anchor(spot: Spot) -> str:
    """Return the name of a place in the source, as links have it."""
    return f"k-{position(spot)}"


@dataclass(frozen=True, slots=True)
class Extent:
    """Which part of a source became one standard: from `first` up to but not with `last`; and the section that each place
    in it became.
    """

    first: int
    last: int
    sections: Mapping[int, int]

    def section(self, at: int) -> int:
        """Return the section that a place became; -1 where it became none."""
        return self.sections.get(at, -1)


def extents(passages: Sequence[Sequence[Sequence[Spot]]]) -> tuple[Extent, ...]:
    """Return the part of the source that each standard came from; `passages` are the spots of each one's sections. What
    stands before the first section of a standard is its cover.
    """
    places = [
        {position(spot): at for at, spots in enumerate(own) for spot in spots if position(spot)} for own in passages
    ]
    ends = [max(own, default=0) + 1 for own in places]
    firsts = [0, *ends[:-1]]
    return tuple(
        Extent(first, _END if at == len(places) - 1 else ends[at], places[at]) for at, first in enumerate(firsts)
    )


def shown(outline: Outline, extent: Extent, quoted: Sequence[Quoted]) -> tuple[SourceBlock, ...]:
    """Lay out the part of a source that became one standard, with the words that its facts rest on."""
    return tuple(_blocks(outline.blocks, extent, quoted, [0]))


def _blocks(
    blocks: Sequence[Block], extent: Extent, quoted: Sequence[Quoted], count: list[int]
) -> Iterator[SourceBlock]:
    for each in blocks:
        if not isinstance(each, Para):
            rows = [
                tuple(
                    SourceCell(
                        tuple(_blocks(cell.blocks, extent, quoted, count)), cell.colspan, cell.rowspan, cell.head
                    )
                    for cell in row.cells
                )
                for row in each.rows
            ]
            kept = tuple(row for row in rows if any(cell.blocks for cell in row))
            if kept:
                yield SourceTable(kept)
        elif extent.first <= position(each.spot) < extent.last and count[0] < _MOST:
            count[0] += 1
            yield _para(each, extent, quoted)


def _para(para: Para, extent: Extent, quoted: Sequence[Quoted]) -> SourcePara:
    section = extent.section(position(para.spot))
    own = [each for each in quoted if each.section == section]
    text = para.text.replace(LINE_BREAK, "\n").replace(SOFT_HYPHEN, "")
    return SourcePara(
        anchor(para.spot),
        section,
        tuple(_pieces(text, own)),
        para.level,
        para.marker,
        para.depth,
        para.spot.page,
        para.spot.box,
    )


def _pieces(text: str, quoted: Sequence[Quoted]) -> Iterator[Piece]:
    """Cut a text where the words of a fact begin and end. Words that several facts rest on are one piece."""
    spans: list[tuple[int, int, list[int]]] = []
    for start, end, fact in sorted(_found(text, quoted), key=lambda each: (each[0], -each[1])):
        if spans and start < spans[-1][1]:
            first, last, facts = spans[-1]
            spans[-1] = first, max(last, end), [*facts, fact]
        else:
            spans.append((start, end, [fact]))
    at = 0
    for start, end, facts in spans:
        if start > at:
            yield Piece(text[at:start])
        yield Piece(text[start:end], tuple(sorted(facts)))
        at = end
    if text[at:]:
        yield Piece(text[at:])


def _found(text: str, quoted: Sequence[Quoted]) -> Iterator[tuple[int, int, int]]:
    for each in quoted:
        pattern = _pattern(each.quote)
        match = pattern.search(text) if pattern else None
        if match:
            yield match.start(), match.end(), each.fact


@lru_cache(maxsize=2_000)
def _pattern(quote: str) -> re.Pattern[str] | None:
    """Return what finds a quote however its lines and signs were set."""
    words = _WORD.findall(quote)[:60]
    return re.compile(r"\W{1,12}".join(map(re.escape, words))) if words else None


def paragraphs(blocks: Sequence[SourceBlock]) -> Iterator[SourcePara]:
    """Yield every paragraph, those in tables too."""
    for each in blocks:
        if isinstance(each, SourcePara):
            yield each
        else:
            for row in each.rows:
                for cell in row:
                    yield from paragraphs(cell.blocks)
