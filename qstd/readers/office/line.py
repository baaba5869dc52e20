"""One paragraph of an office file while it is read: its pieces in order, and what is made of them at its end."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from qstd.model.outline import LINE_BREAK, Block, FurnitureKind, Reason, Run

SPACES = re.compile(r"[\t\n\r\x0b\x0c\x1c-\x1f\x85]+")
EDGES = f" \xa0{LINE_BREAK}"
OUTLINE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.?\s+\S")
LONGEST_HEADING = 120


@dataclass(frozen=True, slots=True)
class Look:
    """How characters look; `size` in points."""

    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    hidden: bool = False
    size: float = 10.0


PLAIN = Look()


class Piece(NamedTuple):
    """Characters with their look. `aside` is the kind of furniture that they are, None for text."""

    text: str
    look: Look
    aside: FurnitureKind | None = None
    href: str = ""
    made: bool = False


@dataclass(slots=True)
class Line:
    """The pieces of a paragraph, whether some may be furniture, the blocks that hang on it (text boxes and notes), and our
    bookmarks that begin in it.
    """

    pieces: list[Piece] = field(default_factory=list)
    after: list[Block] = field(default_factory=list)
    is_mixed: bool = False
    names: tuple[str, ...] = ()


def clean(text: str) -> str:
    """Characters as an outline has them: composed, and with a space for a tab or the end of a line in the XML."""
    if text.isascii() and text.isprintable():
        return text
    text = unicodedata.normalize("NFC", text)
    return text if text.isprintable() else SPACES.sub(" ", text)


def settled(pieces: list[Piece]) -> list[Piece]:
    """The pieces, page numbers kept in the text where a word would be torn without them."""
    if not any(piece.aside == "page_number" for piece in pieces):
        return pieces
    touching = {second for first, second in pairwise(range(len(pieces))) if _touch(pieces[first], pieces[second])}
    return [
        piece._replace(aside=None) if piece.aside == "page_number" and {at, at + 1} & touching else piece
        for at, piece in enumerate(pieces)
    ]


def _touch(first: Piece, second: Piece) -> bool:
    return first.text[-1].isalnum() and second.text[0].isalnum()


def runs_of(pieces: list[Piece]) -> tuple[Run, ...]:
    """The runs of a text: neighbours that look alike are one, and there is no space at the edges."""
    found: list[Run] = []
    start = 0
    for end in range(1, len(pieces) + 1):
        if end < len(pieces) and _alike(pieces[start], pieces[end]):
            continue
        (text, look, _, href, made), more = pieces[start], pieces[start + 1 : end]
        if more:
            text += "".join([piece.text for piece in more])
        # Word underlines a link; that says no more than that it is one.
        found.append(Run(clean(text), look.bold, look.italic, look.underline and not href, href, made))
        start = end
    return trimmed(found)


def _alike(first: Piece, second: Piece) -> bool:
    one, other = first.look, second.look
    if first.href != second.href or first.made != second.made:
        return False
    if one is other:
        return True
    return (one.bold, one.italic, one.underline) == (other.bold, other.italic, other.underline)


def trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """The runs without space at the edges, and without those that are empty."""
    while runs and not (first := runs[0].text.lstrip(EDGES)):
        runs = runs[1:]
    if not runs:
        return ()
    if first != runs[0].text:
        runs = [_with_text(runs[0], first), *runs[1:]]
    while not (last := runs[-1].text.rstrip(EDGES)):
        runs = runs[:-1]
    return tuple(runs) if last == runs[-1].text else (*runs[:-1], _with_text(runs[-1], last))


def _with_text(run: Run, text: str) -> Run:
    return Run(text, run.strong, run.emph, run.underline, run.href, run.made)


def asides(pieces: list[Piece]) -> Iterator[tuple[FurnitureKind, str]]:
    """What is not text, each kind once; stretches that do not touch are kept apart."""
    found: dict[FurnitureKind, list[str]] = {}
    for kind, alike in groupby(pieces, key=lambda piece: piece.aside):
        if kind is not None:
            found.setdefault(kind, []).append("".join(piece.text for piece in alike))
    for kind, stretches in found.items():
        text = " ".join(clean("".join(stretch)) for stretch in stretches).strip(EDGES)
        if text:
            yield kind, text


def reasons_of(runs: tuple[Run, ...], pieces: list[Piece], styled: bool, counted: bool) -> tuple[Reason, ...]:
    """Why the paragraph may be a heading: by its style, by how all of it looks, by its number."""
    reasons: list[Reason] = ["style"] if styled else []
    words = [run for run in runs if not run.made and run.text.strip(EDGES)]
    text = words[0].text if len(words) == 1 else "".join([run.text for run in words])
    if words and words[0].strong and all(run.strong for run in words):
        reasons.append("bold")
    if words and words[0].underline and all(run.underline for run in words):
        reasons.append("underline")
    if pieces[0].look.caps or text.isupper():
        reasons += ["caps"] if _is_caps(text, pieces) else []
    if counted or (text[:1].isdigit() and len(text) <= LONGEST_HEADING and OUTLINE_NUMBER.match(text)):
        reasons.append("numbered")
    return tuple(reasons)


def _is_caps(text: str, pieces: list[Piece]) -> bool:
    if all(piece.look.caps for piece in pieces if piece.text.strip()):
        return True
    return text.isupper() and sum(map(str.isalpha, text)) > 3


def size_of(pieces: list[Piece]) -> float:
    """The size of most letters of a text, 0 where there are none."""
    if not pieces:
        return 0.0
    size = pieces[0].look.size
    if all(piece.look.size == size for piece in pieces):
        return size
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[piece.look.size] += len(piece.text)
    return sizes.most_common(1)[0][0]
