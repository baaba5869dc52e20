"""Headings that run on into their text: "1. Hvad er ydelsens lovgrundlag? Lov om ...", "LovgrundlagServiceloven § 97".

Only a heading that the catalogue or the municipality's own list knows is taken for one, and only where the source has
several of them: "Formål" also begins sentences. Where several of those are questions, or have a number and a colon, other
starts of that shape are headings too.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from qstd.model.draft import Split
from qstd.model.outline import Block, Para
from qstd.recognise import numbers, topics
from qstd.recognise.pieces import Piece, part

_MOST_WORDS = 12
_FEW_WORDS = 4
_LONGEST = 140
_FEWEST = 3
_FRONT = ("approval", "effective", "review")
_WORD_END = re.compile(r"(?<=[^\W\d_])(?=[\s:–-])|(?<=[a-zæøå?])(?=[A-ZÆØÅ§\d])|(?<=\?)")
_LINE_END = re.compile(r"(?<=[.:!?)])[ \u00a0]*\n\s*")
_SHAPED = re.compile(r"[A-ZÆØÅ][^.!?:;\n]{2,140}[?:](?=\s+[A-ZÆØÅ§\d»\"“])")
_REST = re.compile(r"\s*[:–-]?\s*(?:[A-ZÆØÅ§\d»\"“•-]|\Z)")


@dataclass(frozen=True, slots=True)
class Parted:
    """Pieces with such headings as paragraphs of their own, and the words that the source had run together."""

    pieces: tuple[Piece, ...]
    splits: tuple[Split, ...]


def own_lines(blocks: Sequence[Block], lexicon: Mapping[str, str]) -> tuple[Block, ...]:
    """Part paragraphs in which lines begin with headings, one after the other, before their lines are joined."""
    paras = [block for block in blocks if isinstance(block, Para)]
    lines = [part(each, low, high) for each in paras for low, high in pairwise([*_line_starts(each), len(each.text)])]
    known = [(each, _end(each, lexicon)) for each in lines]
    if not _several([end for _, end in known]):
        return tuple(blocks)
    shapes = _shapes(known)
    out: list[Block] = []
    for block in blocks:
        out += _parted_lines(block, lexicon, shapes) if isinstance(block, Para) else (block,)
    return tuple(out)


def _parted_lines(para: Para, lexicon: Mapping[str, str], shapes: frozenset[str]) -> list[Para]:
    cuts = [at for at in _line_starts(para) if at == 0 or _loose_end(part(para, at), lexicon, shapes)]
    first, *others = [part(para, low, high) for low, high in pairwise([*cuts, len(para.text)])]
    return [first, *(replace(each, marker="", level=0, depth=0) for each in others)]


def _line_starts(para: Para) -> list[int]:
    """Return where the lines of a paragraph begin that may begin with a heading: a sentence ended before them."""
    ends = (found.end() for found in _LINE_END.finditer(para.text))
    return [0, *(at for at in ends if at < len(para.text))]


def parted(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> Parted:
    """Part the headings of a source from the texts that they run into."""
    known = [(piece, _end(piece, lexicon)) for piece in pieces if isinstance(piece, Para)]
    if not _several([end for _, end in known]):
        return Parted(tuple(pieces), ())
    shapes = _shapes(known)
    out: list[Piece] = []
    splits: list[Split] = []
    for piece in pieces:
        end = _loose_end(piece, lexicon, shapes) if isinstance(piece, Para) else None
        if end is None or not isinstance(piece, Para):
            out.append(piece)
            continue
        at = end[0]
        out.append(replace(part(piece, 0, at), reasons=("label",), level=0, depth=0))
        out.append(replace(part(piece, at), reasons=(), level=0, marker="", depth=0))
        splits += _welded(piece, at)
    return Parted(tuple(out), tuple(splits))


def _several(ends: Sequence[tuple[int, str] | None]) -> bool:
    return len({each[1] for each in ends if each}) >= _FEWEST


def _shapes(known: Sequence[tuple[Para, tuple[int, str] | None]]) -> frozenset[str]:
    """Return the shapes that several of the known headings have."""
    topics_of: dict[str, set[str]] = {}
    for para, end in known:
        if end:
            topics_of.setdefault(_shape(para.text, end[0]), set()).add(end[1])
    return frozenset(shape for shape, found in topics_of.items() if shape and len(found) >= _FEWEST)


def _shape(text: str, end: int) -> str:
    """Say whether a heading is a question, or has a number and a colon; nothing where it is neither."""
    sign = text[end - 1 : end]
    return sign if sign == "?" or (sign == ":" and numbers.split(text).number) else ""


def _loose_end(para: Para, lexicon: Mapping[str, str], shapes: frozenset[str]) -> tuple[int, str] | None:
    """Return where a heading ends that is known, like a known one, or of a shape that several known ones have."""
    end = _end(para, lexicon, loose=True)
    if end or para.level or para.depth or para.quote:
        return end
    text = para.text
    start = text.find(numbers.split(text).text) if numbers.split(text).number else 0
    found = _SHAPED.match(text, start)
    if not found or _shape(text, found.end()) not in shapes or len(found[0].split()) > _MOST_WORDS:
        return None
    match = topics.match(found[0], lexicon)
    return None if match.topic in _FRONT else (found.end(), match.topic)


def _welded(para: Para, at: int) -> list[Split]:
    left, right = para.text[:at], para.text[at:]
    if not left[-1:].isalnum() or not right[:1].isalnum():
        return []
    return [Split(re.split(r"[\W_]", left)[-1], re.split(r"[\W_]", right)[0], para.spot)]


def _end(para: Para, lexicon: Mapping[str, str], *, loose: bool = False) -> tuple[int, str] | None:
    """Return where the heading at the start of a paragraph ends, and its topic; `loose`: a heading with a colon need
    only be like a known one.
    """
    if para.level or para.depth or para.quote:
        return None
    text = para.text
    number = numbers.split(text)
    start = text.find(number.text) if number.text else 0
    best: tuple[int, str] | None = None
    for count, found in enumerate(_WORD_END.finditer(text, start + 1)):
        at = found.start()
        if count > _MOST_WORDS or at - start > _LONGEST or "\n" in text[start:at]:
            break
        if not text[at:].strip(" :.\n") or not _REST.match(text, at):
            continue
        heading = text[start:at]
        match = topics.match(heading, lexicon)
        if match.topic in _FRONT:
            return None
        colon = text[at : at + 1] == ":" and loose and len(heading.split()) <= _FEW_WORDS
        if match.confidence >= (2 if colon else 3 if heading.endswith("?") else 4):
            best = at, match.topic
    if best and text[best[0] : best[0] + 1] == ":":
        return best[0] + 1, best[1]
    return best
