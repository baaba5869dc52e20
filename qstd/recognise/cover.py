"""The cover of a source: headings before the first section that have no text of their own and are no sections."""

from collections.abc import Mapping, Sequence

from qstd.model.outline import Para
from qstd.recognise import approval, topics
from qstd.recognise.pieces import Head, Labelled, Piece, shown

_FEW_WORDS = 8


def opened(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> tuple[Piece, ...]:
    """Return the pieces with the lines of the cover as paragraphs, so that title and approval are found among them."""
    first = next((at for at, each in enumerate(pieces) if _is_known(each, lexicon)), 0)
    return tuple(
        each.para if at < first and isinstance(each, Head) and _is_cover(pieces, at) else each
        for at, each in enumerate(pieces)
    )


def _is_known(piece: Piece, lexicon: Mapping[str, str]) -> bool:
    if isinstance(piece, Labelled):
        return True
    return isinstance(piece, Head) and topics.match(shown(piece.para), lexicon).confidence >= 3


def _is_cover(pieces: Sequence[Piece], at: int) -> bool:
    """Tell whether a heading that is none of the chapters has no more below it than other lines of a cover."""
    head = pieces[at]
    if not isinstance(head, Head) or head.rank < head.section or head.para.level or "label" in head.para.reasons:
        return False
    below = pieces[at + 1] if at + 1 < len(pieces) else None
    if below is None or isinstance(below, (Head, Labelled)):
        return True
    text = shown(below) if isinstance(below, Para) else ""
    return approval.is_line(text) or (0 < len(text.split()) <= _FEW_WORDS and not text.endswith((".", ":")))
