"""Lines that belong to the page and not to the text, where the reader could not see it: page numbers, what a page says at
its top or bottom, and the sender above the title.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qstd.model.outline import Block, Furniture, FurnitureKind, Para
from qstd.recognise import place, standards
from qstd.recognise.pieces import part, shown

_PAGE = r"(?:(?:[Ss]ide|SIDE|[Pp]age)\s*\d{1,3}(?:\s*(?:af|/|of)\s*\d{1,3})?|\d{1,3}\s*(?:/|af)\s*\d{1,3})"
_NUMBER = re.compile(rf"\W*{_PAGE}\W*|[-–]\s*\d{{1,3}}\s*[-–]")
_WITH_NUMBER = re.compile(rf"[^.?!]{{0,80}}(?:[·|–,-]|\s{{2,}})\s*{_PAGE}\W*|\W*{_PAGE}\s*[·|–-][^.?!]{{0,80}}")
_COUNTED = re.compile(r"(.*\D)\s+\d{1,3}")
_WIDE = re.compile(r"[ \t\u00a0]{4,}")
_DIGITS = re.compile(r"\d+")
_DEPARTMENT = re.compile(
    r"(?:(?:Center|Afdeling|Forvaltning|Område|Enhed)\w*\s(?:for|af)\s.{3,50}"
    r"|[A-ZÆØÅ][\w ,æøå-]*(?:forvaltningen|afdelingen|forvaltning|sekretariatet|direktørområdet))"
)
_RECORD = re.compile(
    r"(?:(?:[Ss]ags?|[Dd]ok(?:ument)?|[Jj]ournal|J)\.?[ -]?(?:nr|id|ID|nummer)\b|[Vv]ersion(?:snr)?\b|KLE\b)"
    r"[^.?!]{0,4}[\w ./:-]{0,30}"
)
_NAMES_PAGE = re.compile(
    r"\bkommune\b|kvalitetsst?tandard|serviceniveau|servicedeklaration|ydelseskatalog", re.IGNORECASE
)
_ADDRESS = re.compile(
    r"\w(?:vej|gade|plads|pladsen|allé|stræde|torv|torvet)(?:en)? \d|\b\d{4} [A-ZÆØÅ]|\b(?:tlf|telefon)\b",
    re.IGNORECASE,
)
_END = re.compile(r"[.?!:;]\s*\Z")
_LEAD = 6
_MOST_WORDS = 12
_LONGEST = 300
_SMALLER = 0.95


@dataclass(frozen=True, slots=True)
class Apart:
    """The blocks that are text, and the lines of the page."""

    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...]


def apart(blocks: Sequence[Block]) -> Apart:
    """Take the lines of the page out of the blocks of a source."""
    halves = [each for block in blocks for each in _halves(block)]
    lines = [each for each, _ in halves]
    again, lead, small = _repeated(lines), _lead(lines), _small(lines)
    kept: list[Block] = []
    out: list[Furniture] = []
    for index, (block, kind) in enumerate(halves):
        if isinstance(block, Para) and kind is None:
            sends = index in lead and is_sender(shown(block))
            kind = "header" if sends or index in again or index in small else None
        if isinstance(block, Para) and kind:
            out.append(Furniture(kind, shown(block), block.spot))
        else:
            kept.append(block)
    return Apart(tuple(kept), tuple(out)) if any(_says(each) for each in kept) else Apart(tuple(blocks), ())


def is_sender(text: str) -> bool:
    """Tell whether a line says no more than which municipality or department it comes from, or its number there."""
    if len(text) > _LONGEST or len(text.split()) > _MOST_WORDS - 4 or _END.search(text) or standards.is_title(text):
        return False
    return place.is_sender(text) or bool(_DEPARTMENT.fullmatch(text) or _RECORD.fullmatch(text))


def _says(block: Block) -> bool:
    return not isinstance(block, Para) or bool(shown(block))


def _halves(block: Block) -> Iterator[tuple[Block, FurnitureKind | None]]:
    """Yield a block and what it is where it belongs to the page; of a line whose halves stand far apart, each half, if
    one of them is a page number or the sender.
    """
    text = block.text.strip() if isinstance(block, Para) else ""
    cut = _WIDE.search(text) if len(text) <= _LONGEST else None
    if not isinstance(block, Para) or "\n" in text or not cut:
        yield block, _kind(block)
        return
    start = block.text.index(text)
    halves = part(block, 0, start + cut.start()), part(block, start + cut.end())
    kinds = [_kind(each) or ("header" if is_sender(shown(each)) else None) for each in halves]
    if any(kinds):
        kinds = [
            kind or ("header" if _names_document(shown(each)) else None)
            for each, kind in zip(halves, kinds, strict=True)
        ]
    if any(kinds):
        yield from zip(halves, kinds, strict=True)
    else:
        yield block, _kind(block)


def _kind(block: Block) -> FurnitureKind | None:
    """Say of a line that is nothing but a page number, or ends with one, what it is."""
    if not isinstance(block, Para) or block.level or block.depth:
        return None
    text = block.text.strip()
    if len(text) > _LONGEST:
        return None
    if _NUMBER.fullmatch(text):
        return "page_number"
    sender = _COUNTED.fullmatch(text)
    if (sender and is_sender(sender[1])) or (_WITH_NUMBER.fullmatch(text) and len(text.split()) <= _MOST_WORDS):
        return "footer"
    return None


def _names_document(text: str) -> bool:
    """Tell whether a line names what the source is or whose, and not what it is about, as the top of a page does."""
    found = len(text) <= _LONGEST and _NAMES_PAGE.search(text) and not _END.search(text)
    return bool(found) and len(text.split()) <= _MOST_WORDS and not standards.names_one(text)


def _repeated(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which lines stand in the source again and again and name the municipality or the document."""
    lines: dict[int, str] = {}
    for index, block in enumerate(blocks):
        text = shown(block) if isinstance(block, Para) and not block.depth and not block.level else ""
        if _names_document(text) and not _above_address(blocks, index):
            lines[index] = _DIGITS.sub("0", text)
    counts = Counter(lines.values())
    return frozenset(index for index, text in lines.items() if counts[text] > 1)


def _above_address(blocks: Sequence[Block], index: int) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    return isinstance(following, Para) and bool(_ADDRESS.search(shown(following)))


def _lead(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which lines stand above the text."""
    out: list[int] = []
    for index, block in enumerate(blocks[:_LEAD]):
        text = shown(block) if isinstance(block, Para) and not block.depth else "."
        if _END.search(text) and not _RECORD.match(text):
            break
        out.append(index)
    return frozenset(out)


def _small(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which of the first lines are smaller than the text and stand above a larger one."""
    usual = usual_size(blocks)
    out: list[int] = []
    for index, block in enumerate(blocks[:_LEAD]):
        if not isinstance(block, Para) or not 0 < block.size < _SMALLER * usual or _END.search(shown(block)):
            larger = isinstance(block, Para) and block.size > usual
            return frozenset(out) if larger else frozenset()
        out.append(index)
    return frozenset()


def usual_size(blocks: Sequence[Block]) -> float:
    """Return the size of most letters in the paragraphs among some blocks."""
    counts: Counter[float] = Counter()
    for block in blocks:
        if isinstance(block, Para):
            counts[block.size] += len(block.text)
    return max(counts, key=lambda size: counts[size], default=0.0)
