"""Words from strips of characters: by the spaces of the text and by the distance between characters."""

import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from qstd.readers.pdf.ghosts import without_ghosts
from qstd.readers.pdf.shapes import Strip, Word

NEAR = 0.28
"""Two characters of a word are at most this far apart, in sizes of their font."""
FAR = 1.0
"""From this distance on a word ends even where the library sees no space."""
LEVEL = 0.2
"""Characters of one word have base lines at most this far apart, in sizes; a raised number is a word of its own."""
NO_BREAK = "\u00a0"
SOFT = "\u00ad"


class Read(NamedTuple):
    """Words in the order of the library; the indexes of characters that begin a word though the library sees no break
    before them; and those of spaces that part no words.
    """

    words: list[Word]
    breaks: list[int]
    ghosts: list[int]


def words(strips: list[Strip]) -> Read:
    """Put the characters of strips together to words."""
    strips, ghosts = without_ghosts(strips)
    plain_breaks = _no_break_is_space(strips)
    found = Read([], [], ghosts)
    unfinished, end = False, 0
    for strip in strips:
        if not strip.apart and strip.first != end:
            # What stood between was sorted out: the library has it in the same word.
            found.breaks.append(strip.first)
            unfinished = False
        unfinished = unfinished and not strip.apart and strip.text[0] != " "
        end = strip.first + len(strip.text)
        for text, x0, x1, offset in _pieces(strip, plain_breaks):
            word = Word(text, x0, x1, strip.base, strip.size, strip.face)
            if unfinished and _near(found.words[-1], word):
                found.words[-1] = _joined(found.words[-1], word)
            else:
                found.words.append(word)
                if _unseen_break(strip, offset, unfinished):
                    found.breaks.append(strip.first + offset)
            unfinished = False
        unfinished = bool(found.words) and strip.text[-1] != " "
    return found._replace(words=[word._replace(text=_composed(word.text)) for word in found.words])


def _unseen_break(strip: Strip, offset: int, unfinished: bool) -> bool:
    """Whether nothing of the library's stands between a character and the one before it."""
    return strip.text[offset - 1] not in (" ", NO_BREAK) if offset else unfinished


def _no_break_is_space(strips: list[Strip]) -> bool:
    """Some programs write every space as a no-break space; then it says nothing."""
    hard = sum(strip.text.count(NO_BREAK) for strip in strips)
    return hard > sum(strip.text.count(" ") for strip in strips)


def _pieces(strip: Strip, plain_breaks: bool) -> Iterator[tuple[str, float, float, int]]:
    """Cut a strip at its spaces, and where two characters are far apart: text, left, right, and where it begins."""
    text, x0, x1, first = "", 0.0, 0.0, 0
    for offset, (character, left, right) in enumerate(zip(strip.text, strip.lefts, strip.rights, strict=True)):
        space = character == " " or (plain_breaks and character == NO_BREAK)
        if text and (space or left - x1 > FAR * strip.size or left < x0 - strip.size):
            yield text, x0, x1, first
            text = ""
        if space:
            continue
        if not text:
            x0, first = left, offset
        text, x1 = text + character, max(right, left)
    if text:
        yield text, x0, x1, first


def _near(word: Word, other: Word) -> bool:
    """Whether what was drawn in two goes stands close together, on about the same level."""
    size = max(word.size, other.size)
    return -NEAR * size <= other.x0 - word.x1 <= NEAR * size and abs(word.base - other.base) <= LEVEL * size


def _joined(word: Word, other: Word) -> Word:
    longer = word if len(word.text) >= len(other.text) else other
    face = longer.face._replace(hidden=word.face.hidden and other.face.hidden)
    return longer._replace(text=word.text + other.text, x0=word.x0, x1=other.x1, face=face)


def _composed(text: str) -> str:
    return text if text.isascii() else unicodedata.normalize("NFC", text)
