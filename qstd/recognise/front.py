"""The front of a standard: its title, its approval, and what stands before the first section."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from qstd.model.outline import NOWHERE, Block, Furniture, Para, Spot
from qstd.model.standard import Approval
from qstd.prose.sentences import spans
from qstd.recognise import approval, numbers, place, topics
from qstd.recognise.pieces import Head, Labelled, Piece, said, shown
from qstd.recognise.standards import Part

_BARE = re.compile(r"\W*(?:kvalitetsst?tandard(?:er)?|servicebeskrivelse|serviceniveau)\W*", re.IGNORECASE)
_OPEN_END = re.compile(r"(?:\b(?:for|om|vedrørende|til|og|efter|af)|[-–:,])\s*\Z", re.IGNORECASE)
_ABOUT = ("approval", "effective", "review")
_MOST_WORDS = 14
_MOST_LINES = 3


@dataclass(frozen=True, slots=True)
class Front:
    """What the front says, and the pieces that are left."""

    title: str
    spot: Spot
    approval: Approval | None
    open: bool
    pieces: tuple[Piece, ...]


def front(part: Part, furniture: Sequence[Furniture], shared: str) -> Front:
    """Take title and approval out of the pieces of a standard. An approval inside a section is quoted, not taken;
    `shared` is what the source says of all its standards.
    """
    title, pieces = _with_subtitle(part)
    lines, pieces = _approval_lines(pieces)
    events = [approval.event(said(each), "Godkendt" if approval.is_date(shown(each)) else "") for each in lines]
    taken = bool(events)
    if not events:
        events = _own_section(pieces)
    if not events:
        quoted = _quoted(title, pieces, furniture) or ([shared] if shared else [])
        events = [approval.event(each) for each in quoted]
    spot = part.title.spot if part.title else NOWHERE
    return Front(title, spot, approval.approval(events, quoted=not taken), any(each.open for each in events), pieces)


def _with_subtitle(part: Part) -> tuple[str, tuple[Piece, ...]]:
    """Join a title that is no more than "Kvalitetsstandard", or that breaks off, with the lines below it."""
    if part.title is None:
        return "", part.pieces
    title = said(part.title)
    at = part.at
    goes_on = bool(_BARE.fullmatch(title) or _OPEN_END.search(title))
    while goes_on and at < len(part.pieces) and at < part.at + _MOST_LINES:
        line = _title_line(part.pieces[at], part.title if at > part.at else None)
        if line is None:
            break
        title, at = f"{title} {said(line)}", at + 1
    law = part.pieces[at] if at < len(part.pieces) else None
    if (
        (at == part.at or goes_on)
        and isinstance(law, Para)
        and not law.depth
        and place.is_law(said(law))
        and "§" not in title
    ):
        title, at = f"{title} {said(law)}", at + 1
    return title, (*part.pieces[: part.at], *part.pieces[at:])


def _title_line(piece: Piece, like: Para | None) -> Para | None:
    """Return the line of a piece if it may go on with a title; `like`: only if it looks like that line."""
    line = piece.para if isinstance(piece, Head) and piece.rank < piece.section else piece
    if not isinstance(line, Para) or line.depth:
        return None
    text = said(line)
    fits = 0 < len(text.split()) <= _MOST_WORDS and not text.endswith(".") and not approval.is_line(text)
    alike = like is None or (line.level, line.size, line.reasons) == (like.level, like.size, like.reasons)
    bare = not (line.level or line.reasons) and like is not None
    return line if fits and alike and not bare else None


def _approval_lines(pieces: tuple[Piece, ...]) -> tuple[list[Para], tuple[Piece, ...]]:
    """Take the lines out that say who approved the standard: before the first section, and at the very end. A line with
    no more than a date is one beside another that has none.
    """
    first = next((at for at, each in enumerate(pieces) if isinstance(each, (Head, Labelled))), len(pieces))
    last = len(pieces)
    while last > first and _is_approval(pieces[last - 1]) and not _is_all_of_section(pieces[:last]):
        last -= 1
    taken = [at for at, each in enumerate(pieces) if (at < first or at >= last) and _is_approval(each)]
    if taken and not any(approval.event(shown(each)).date for at in taken if isinstance(each := pieces[at], Para)):
        taken += [at for at in (taken[0] - 1, taken[-1] + 1) if 0 <= at < len(pieces) and _is_date(pieces[at])]
        taken.sort()
    lines = [each for at in taken if isinstance(each := pieces[at], Para)]
    return lines, tuple(each for at, each in enumerate(pieces) if at not in taken)


def _is_approval(piece: Piece) -> bool:
    return isinstance(piece, Para) and not piece.depth and approval.is_line(shown(piece))


def _is_date(piece: Piece) -> bool:
    return isinstance(piece, Para) and not piece.depth and approval.is_date(shown(piece))


def _is_all_of_section(pieces: Sequence[Piece]) -> bool:
    """Tell whether the last piece stands right below a heading, or under one that is about the approval."""
    if len(pieces) > 1 and isinstance(pieces[-2], Head):
        return True
    heads = [each for each in pieces if isinstance(each, (Head, Labelled))]
    return bool(heads) and _about_approval(heads[-1])


def _about_approval(piece: Head | Labelled) -> bool:
    return topics.match(shown(_label(piece))).topic in _ABOUT


def _label(piece: Head | Labelled) -> Para:
    return piece.para if isinstance(piece, Head) else piece.label


def _own_section(pieces: Sequence[Piece]) -> list[approval.Event]:
    """Read the approval from the sections that are about it, and the date from one that is called no more than that."""
    found = [each for each in _told(pieces, _about_approval) if each.date or each.body or each.effective or each.review]
    if any(each.body or each.effective for each in found) and not any(each.date for each in found):
        dated = _told(pieces, lambda piece: topics.normal(shown(_label(piece))) == "dato")
        found += [approval.event(each.words, "Godkendt") for each in dated]
    return found if any(each.date or each.body or each.effective for each in found) else []


def _told(pieces: Sequence[Piece], fits: Callable[[Head | Labelled], bool]) -> list[approval.Event]:
    """Read what stands under the headings that fit."""
    out: list[approval.Event] = []
    for at, piece in enumerate(pieces):
        if isinstance(piece, (Head, Labelled)) and fits(piece):
            below = pieces[at + 1 : at + 2] if isinstance(piece, Head) else piece.blocks
            heading = numbers.split(shown(_label(piece))).text
            texts = [shown(each) for each in below if isinstance(each, Para) and shown(each)]
            out += [approval.event(each, heading) for each in texts[:_MOST_LINES]]
    return out


def _quoted(title: str, pieces: Sequence[Piece], furniture: Sequence[Furniture]) -> list[str]:
    """Return the first words that say so elsewhere: in the title, in the text, in a header or footer."""
    texts = [title, *_texts(pieces), *(each.text for each in furniture if each.kind in ("header", "footer"))]
    sentences = [text[start:end] for text in texts for start, end in spans(text)]
    return list(dict.fromkeys(approval.mentions(sentences)))[:1]


def shared_approval(pieces: Iterable[Piece]) -> str:
    """Return the words that say that all standards of a source were approved."""
    sentences = (text[start:end] for text in _texts(pieces) for start, end in spans(text))
    return next(approval.shared(sentences), "")


def _texts(pieces: Iterable[Piece]) -> Iterable[str]:
    for piece in pieces:
        if isinstance(piece, Para):
            yield shown(piece)
        elif isinstance(piece, Head):
            yield shown(piece.para)
        elif isinstance(piece, Labelled):
            yield from _paras(piece.blocks)


def _paras(blocks: Iterable[Block]) -> Iterable[str]:
    return (shown(each) for each in blocks if isinstance(each, Para))
