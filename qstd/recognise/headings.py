"""Which lines are headings, which of them open a section, and which stand inside one.

A source has looks: a heading style, bold letters of one size, a number with two parts, a bare short line. What one look
means is the same all through a source. The look whose lines name most topics is that of the sections; a higher one
opens chapters and standards, a lower one stands inside sections, unless a line of it names a topic of its own.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from qstd.model.outline import LINE_BREAK, Para
from qstd.recognise import numbers, place, standards, topics
from qstd.recognise.entries import starts_entry
from qstd.recognise.pieces import Head, Labelled, Piece, shown
from qstd.recognise.topics import Match

_LONGEST = 140
_MOST_WORDS = 18
_ENDS = re.compile(r"[.;,!](?:\s*\d{1,3})?\s*\Z")
_ABBREVIATED = re.compile(r"\b(?:m\.?v|m\.?m|mfl|m\.fl|osv|etc|lign|o\.l|stk|nr|kr)\.\Z", re.IGNORECASE)
_FULL_STOP = re.compile(r"[.!?:;][\"”»)]?\s*\Z")
_PLAIN = 9
_FEW = 6
_FEWEST = 2
_SENTENCE = 40


class Look(NamedTuple):
    """How a heading looks; looks sort from the highest to the lowest."""

    weak: int
    level: int
    size: float
    plain: int
    depth: int


_CHAPTER = Look(1, 0, 0.0, 0, 0)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be a heading; `leads` where it ends with a colon above a list that it introduces."""

    index: int
    look: Look
    match: Match
    leads: bool
    numbered: bool


def marked(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> tuple[Piece, ...]:
    """Turn the lines that open a section into Heads, and those that stand inside one into paragraphs with a level."""
    found = list(_candidates(pieces, lexicon))
    if sum(each.look == _CHAPTER for each in found) < 2:
        found = [each for each in found if each.look != _CHAPTER]
    ranks = {look: rank for rank, look in enumerate(sorted({each.look for each in found}))}
    section = _section_look(found, pieces, lexicon)
    at = ranks[section] if section else -1
    alike = _alike(found, ranks, section)
    out: list[Piece] = [_plain(each) for each in pieces]
    topic = ""
    by_index = {each.index: each for each in found}
    for index, piece in enumerate(pieces):
        if isinstance(piece, Labelled):
            topic = topics.match(shown(piece.label), lexicon).topic
        each = by_index.get(index)
        if each is None or not isinstance(piece, Para):
            continue
        rank = ranks[each.look]
        if _opens(each, rank, at, section, topic) or (each.numbered and each.look in alike):
            out[index] = Head(replace(piece, level=0, depth=0), rank, at)
            topic = each.match.topic
        elif not each.look.weak and not (piece.depth and not piece.level):
            out[index] = replace(piece, level=min(6, 3 + max(0, rank - at - 1)), depth=0)
    return tuple(out)


def _alike(found: Sequence[Candidate], ranks: Mapping[Look, int], section: Look | None) -> frozenset[Look]:
    """Return the looks below that of the sections whose numbered lines open sections too: most of them name a topic."""
    below: dict[Look, list[Candidate]] = {}
    for each in found:
        if section and each.numbered and not each.look.weak and ranks[each.look] > ranks[section]:
            below.setdefault(each.look, []).append(each)
    return frozenset(
        look
        for look, group in below.items()
        if len(group) >= 2 * _FEWEST and 2 * sum(each.match.confidence >= 2 for each in group) >= len(group)
    )


def _opens(each: Candidate, rank: int, at: int, section: Look | None, topic: str) -> bool:
    """Tell whether a candidate opens a section."""
    if each.look == _CHAPTER:
        return True
    known = each.match.confidence >= 3
    if each.leads and not known:
        return False
    if section is None:  # the sections are rows of tables
        return (known or each.look.level < _PLAIN) and each.match.topic != topic if topic else not each.look.weak
    if each.look.weak:
        return (known and each.match.topic != topic) or each.look == section
    if rank <= at:
        return True
    return each.match.confidence >= (2 if each.numbered else 4) and each.match.topic != topic


def _candidates(pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> Iterator[Candidate]:
    usual = _usual_size(pieces)
    last: dict[Look, tuple[int, ...]] = {}
    for index, piece in enumerate(pieces):
        text = shown(piece) if isinstance(piece, Para) else ""
        if not isinstance(piece, Para) or not _may_be_heading(piece, text):
            continue
        match = topics.match(text, lexicon)
        split = numbers.split(text)
        number = numbers.of_marker(piece.marker) if piece.made else split.number
        look = _look(piece, number, usual)
        if look.weak and _is_chapter(pieces, index, text, lexicon):
            look = _CHAPTER
        elif look.weak and not _stands_alone(pieces, index, text, match, number):
            continue
        counted = tuple(int(each) for each in number.split(".")) if number.replace(".", "").isdecimal() else ()
        if look.weak and counted and match.confidence < 2 and counted <= last.get(look, ()):
            continue  # the numbers of headings go up; this one is an entry of a list
        last[look] = counted or last.get(look, ())
        yield Candidate(index, look, match, _leads(pieces, index, text), bool(number))


def _may_be_heading(para: Para, text: str) -> bool:
    if not any(each.isalpha() for each in text) or para.quote or para.origin == "footnote":
        return False
    if para.level:
        return len(text) <= 3 * _LONGEST
    if para.depth and not ({"bold", "summary"} & set(para.reasons) and numbers.of_marker(para.marker)):
        return False
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS or LINE_BREAK in para.text.strip():
        return False
    return not _ENDS.search(text) or bool(_ABBREVIATED.search(text)) or "summary" in para.reasons


def _look(para: Para, number: str, usual: float) -> Look:
    reasons = set(para.reasons)
    depth = numbers.depth(number) or 8
    if para.level:
        return Look(0, para.level, 0.0, 0, 0)
    if "summary" in reasons:
        return Look(0, 7, 0.0, 0, 0)
    bigger = round(2 * para.size) / 2 if "size" in reasons and para.size > usual else 0.0
    strength = 4 - 2 * ("caps" in reasons) - ("bold" in reasons)
    if reasons & {"bold", "caps", "size", "underline", "style", "label"}:
        return Look(0, 8, -bigger, strength, depth if number else 0)
    return Look(1, _PLAIN, 0.0, _PLAIN, depth if number else _PLAIN)


def _usual_size(pieces: Sequence[Piece]) -> float:
    counts: dict[float, int] = {}
    for piece in pieces:
        if isinstance(piece, Para):
            counts[piece.size] = counts.get(piece.size, 0) + len(piece.text)
    return max(counts, key=lambda size: counts[size], default=0.0)


def _stands_alone(pieces: Sequence[Piece], index: int, text: str, match: Match, number: str) -> bool:
    """Tell whether a line without any mark may be a heading: known, or a question, a numbered or a short line before a
    text.
    """
    few = len(text.split()) <= 12 and (text[:1].isupper() or bool(number))
    if few and (match.confidence >= 3 or (match.confidence == 2 and number)):
        return True
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if not few or not isinstance(following, Para) or following.level:
        return False
    below = shown(following)
    if text.endswith("?") or number or match.confidence == 2:
        return len(below) > len(text) or following.depth > 0
    before = pieces[index - 1] if index else None
    ended = not isinstance(before, Para) or before.depth > 0 or bool(_FULL_STOP.search(shown(before)))
    sentence = len(below) >= _SENTENCE and bool(_FULL_STOP.search(below))
    return ended and sentence and len(text.split()) <= _FEW and not text.endswith(":")


def _is_chapter(pieces: Sequence[Piece], index: int, text: str, lexicon: Mapping[str, str]) -> bool:
    """Tell whether a bare line above a known heading names a service: the title of one of several standards."""
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    if (
        not isinstance(following, Para)
        or len(text.split()) > _MOST_WORDS
        or topics.match(text, lexicon).confidence >= 3
    ):
        return False
    names_it = "§" in text or bool(place.named(text))
    return names_it and not standards.is_title(text) and topics.match(shown(following), lexicon).confidence >= 3


def _leads(pieces: Sequence[Piece], index: int, text: str) -> bool:
    following = pieces[index + 1] if index + 1 < len(pieces) else None
    return text.endswith(":") and isinstance(following, Para) and starts_entry(following)


def _section_look(found: Sequence[Candidate], pieces: Sequence[Piece], lexicon: Mapping[str, str]) -> Look | None:
    """Return the look of the sections; None where the sections are rows of tables or nothing is a heading."""
    looks: dict[Look, list[Candidate]] = {}
    for each in found:
        looks.setdefault(each.look, []).append(each)
    scored = {look: _score(group) for look, group in looks.items()}
    rows = [topics.match(shown(each.label), lexicon) for each in pieces if isinstance(each, Labelled)]
    in_rows = len({each.topic for each in rows if each.confidence >= 2})
    if not scored:
        return None
    best = max(scored, key=lambda look: (scored[look], tuple(-each for each in look)))
    if in_rows and in_rows >= scored[best][0]:
        return None
    if scored[best][1] == 0:
        several = [look for look, group in looks.items() if len(group) > 1 and not look.weak]
        return min(several, default=min(scored))
    return best


def _score(group: Sequence[Candidate]) -> tuple[int, int]:
    sure = {each.match.topic for each in group if each.match.confidence >= 3}
    likely = {each.match.topic for each in group if each.match.confidence >= 2}
    return len(sure | likely) if sure else len(likely) // 2, len(likely)


def _plain(piece: Piece) -> Piece:
    return replace(piece, level=0) if isinstance(piece, Para) else piece
