"""Pieces between two headings as sections, in the order of the source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qstd.model.outline import NOWHERE, Block, Para, Spot
from qstd.recognise import numbers
from qstd.recognise.inside import arranged, in_cell
from qstd.recognise.pieces import Head, Labelled, Piece, said, shown


@dataclass(frozen=True, slots=True)
class Found:
    """A section as found: `heading` and `number` are empty for text that stands under none. `loose` is true where its
    paragraphs stand in the text itself and not in a cell.
    """

    number: str
    heading: str
    blocks: tuple[Block, ...]
    spot: Spot = NOWHERE
    loose: bool = True


def found(pieces: Sequence[Piece]) -> tuple[Found, ...]:
    """Return the sections of one standard; what stands before the first heading is a section without one."""
    return tuple(_sections(pieces))


def _sections(pieces: Sequence[Piece]) -> Iterator[Found]:
    head: Para | None = None
    body: list[Block] = []
    for piece in pieces:
        if isinstance(piece, Para) or not isinstance(piece, (Head, Labelled)):
            body.append(piece)
            continue
        yield from _section(head, body)
        head, body = None, []
        if isinstance(piece, Head):
            head = piece.para
        else:
            number, heading = title(piece.label)
            yield Found(number, heading, in_cell(piece.blocks), piece.label.spot, loose=False)
    yield from _section(head, body)


def _section(head: Para | None, body: Sequence[Block]) -> Iterator[Found]:
    blocks = arranged(body)
    if head is not None:
        number, heading = title(head)
        yield Found(number, heading, blocks, head.spot)
    elif any(not isinstance(each, Para) or said(each) for each in blocks):
        yield Found("", "", blocks, next((each.spot for each in blocks), NOWHERE))


def title(para: Para) -> tuple[str, str]:
    """Return the number and the words of a heading; an automatic number comes before a typed one."""
    text = shown(para)
    marker = numbers.of_marker(para.marker)
    if marker:
        return marker, text
    split = numbers.split(text)
    return split.number, split.text
