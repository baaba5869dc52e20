"""Several standards in one source: where each begins, and what each is called."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from qstd.model.outline import Furniture, Para
from qstd.recognise import approval, numbers, topics
from qstd.recognise.pieces import Head, Labelled, Piece, shown

_KINDS = (
    r"kvalitetsst?tandard(?:er)?|serviceniveau(?:beskrivelse)?|serviceinformation|servicedeklaration|"
    r"servicebeskrivelse|ydelsesbeskrivelse|ydelseskatalog|administrationsgrundlag"
)
_TITLE = re.compile(rf"(?:[\wæøåÆØÅ-]+ kommunes? )?(?:{_KINDS})\b", re.IGNORECASE)
_NAMES = re.compile(rf"(?:{_KINDS})\s*(?:for|vedrørende|vedr\.?|om|på|i|til|[-–:,]|§)", re.IGNORECASE)
_BARE = re.compile(rf"\W*(?:{_KINDS})\W*", re.IGNORECASE)
_MOST_WORDS = 24
_FEW_WORDS = 14


@dataclass(frozen=True, slots=True)
class Part:
    """The pieces of one standard, the line that is its title, and which piece stood below it."""

    title: Para | None
    pieces: tuple[Piece, ...]
    at: int = 0


@dataclass(frozen=True, slots=True)
class Parts:
    """The standards of a source, and lines that only say a title again."""

    parts: tuple[Part, ...]
    repeated: tuple[Furniture, ...]


def split(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> Parts:
    """Part a source into its standards."""
    pieces, repeated = _once(pieces)
    found = _by_title(pieces, lexicon) or _by_chapter(pieces, lexicon)
    starts = [at - 1 if at and _is_bare(pieces[at - 1]) else at for at in found]
    if len(starts) < 2:
        return Parts((_titled(pieces, None),), repeated)
    parts = [pieces[low:high] for low, high in _stretches([0, *starts[1:]], len(pieces))]
    heads = [starts[0], *[0] * (len(parts) - 1)]
    return Parts(tuple(_titled(part, at) for part, at in zip(parts, heads, strict=True)), repeated)


def is_title(text: str) -> bool:
    """Tell whether a line says that it is the title of a standard."""
    return bool(_TITLE.match(text)) and len(text.split()) <= _MOST_WORDS and not text.endswith((".", "?", ";", ","))


def names_one(text: str) -> bool:
    """Tell whether a line is a title that says what the standard is about."""
    return is_title(text) and bool(_NAMES.search(text))


def _once(pieces: Sequence[Piece]) -> tuple[list[Piece], tuple[Furniture, ...]]:
    """Take out the lines that repeat a title word for word: what a page prints at its top."""
    seen: set[str] = set()
    kept: list[Piece] = []
    repeated: list[Furniture] = []
    for piece in pieces:
        para = _line(piece)
        text = shown(para) if para else ""
        if para and text in seen:
            repeated.append(Furniture("repeated", text, para.spot))
        else:
            kept.append(piece)
            seen |= {text} if para and is_title(text) and _NAMES.search(text) else set()
    return kept, tuple(repeated)


def _is_bare(piece: Piece) -> bool:
    """Tell whether a line says no more than "Kvalitetsstandard": the first half of the title below it."""
    para = _line(piece)
    return para is not None and bool(_BARE.fullmatch(shown(para)))


def _line(piece: Piece) -> Para | None:
    if isinstance(piece, Head):
        return piece.para
    return piece if isinstance(piece, Para) and not piece.depth else None


def _by_title(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> list[int]:
    """Return where the lines stand that name a standard and have sections below them."""
    lines = [(index, _line(piece)) for index, piece in enumerate(pieces)]
    named = [index for index, para in lines if para and is_title(shown(para)) and _NAMES.search(shown(para))]
    below = [(low, pieces[low + 1 : high]) for low, high in _stretches(named, len(pieces))]
    full = [(low, set(_topics(own, lexicon))) for low, own in below if _headings(own) >= 2]
    full = [(low, names) for low, names in full if names]
    again = [low for low, names in full[1:] if names & full[0][1] or _is_above(pieces[low])]
    return [full[0][0], *again] if again else []


def _by_chapter(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> list[int]:
    """Return where the headings above the sections stand, if the sections below them begin again and again alike."""
    chapters = [index for index, piece in enumerate(pieces) if _is_above(piece)]
    top = min((piece.rank for piece in pieces if isinstance(piece, Head)), default=0)
    for rank in range(top, max((p.section for p in pieces if isinstance(p, Head)), default=0)):
        own = [index for index in chapters if _rank(pieces[index]) == rank]
        below = [(low, _topics(pieces[low + 1 : high], lexicon)) for low, high in _stretches(own, len(pieces))]
        full = [(low, names) for low, names in below if len(names) >= 2]
        if len(full) < 2:
            continue
        common = set.intersection(*(set(names) for _, names in full))
        first = {names[0] for _, names in full}
        if len(common) >= 2 or len(first) == 1 or ("legal_basis" in common):
            return [low for low, _ in full]
    return []


def _is_above(piece: Piece) -> bool:
    return isinstance(piece, Head) and piece.rank < piece.section


def _headings(pieces: Sequence[Piece]) -> int:
    return sum(isinstance(each, (Head, Labelled)) for each in pieces)


def _rank(piece: Piece) -> int:
    return piece.rank if isinstance(piece, Head) else -1


def _stretches(starts: Sequence[int], end: int) -> list[tuple[int, int]]:
    """Return from where to where each stretch goes that begins at one of the places."""
    return list(pairwise([*starts, end])) if starts else []


def _topics(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> list[str]:
    paras = [
        each.para if isinstance(each, Head) else each.label for each in pieces if isinstance(each, (Head, Labelled))
    ]
    found = [topics.match(shown(para), lexicon) for para in paras]
    return [each.topic for each in found if each.confidence >= 3]


def _titled(pieces: Sequence[Piece], at: int | None) -> Part:
    """Take the title out of the pieces of a standard: the line at `at`, else the first that may be one."""
    index = at if at is not None else _title(pieces)
    if index is None:
        return Part(None, tuple(pieces))
    return Part(_line(pieces[index]), (*pieces[:index], *pieces[index + 1 :]), index)


def _title(pieces: Sequence[Piece]) -> int | None:
    """Return the line before the first section that says it is a title, else the highest or largest one there."""
    lead: list[tuple[int, Para]] = []
    for index, piece in enumerate(pieces):
        para = _line(piece)
        known = isinstance(piece, Head) and topics.match(shown(piece.para)).confidence >= 3
        if isinstance(piece, Labelled) or (known and para is not None and not is_title(shown(para))):
            break
        if para is not None and any(each.isalnum() for each in shown(para)) and not approval.is_line(shown(para)):
            lead.append((index, para))
    named = [index for index, para in lead if is_title(shown(para))]
    above = [index for index, para in lead if _is_above(pieces[index]) or para.level == 1]
    if named and not (above and above[0] < named[0] and not _is_above(pieces[named[0]])):
        full = [index for index, para in lead if index in named and _NAMES.search(shown(para))]
        return (full or named)[0]
    heads = above or [index for index, para in lead if _may_be_title(pieces, index, para)]
    first = next((index for index, para in lead[:2] if _is_short(shown(para))), None)
    if heads and not (first is not None and first < heads[0] and not above and _has_text(pieces, heads[0])):
        return heads[0]
    return first


def _may_be_title(pieces: Sequence[Piece], index: int, para: Para) -> bool:
    """Tell whether a heading says neither its number nor a topic, as those of sections do."""
    if not isinstance(pieces[index], Head):
        return False
    return not numbers.split(shown(para)).number and topics.match(shown(para)).confidence < 2


def _is_short(text: str) -> bool:
    few = len(text.split()) <= _FEW_WORDS and not text.endswith((".", ":", ";"))
    return few and not approval.is_line(text) and not numbers.split(text).number


def _has_text(pieces: Sequence[Piece], index: int) -> bool:
    below = pieces[index + 1] if index + 1 < len(pieces) else None
    return isinstance(below, Para) and not _is_short(shown(below)) and not approval.is_line(shown(below))
