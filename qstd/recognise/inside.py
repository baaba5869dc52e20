"""What stands inside a section: typed lists, and lines that are headings within it."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qstd.model.outline import Block, Para
from qstd.recognise.entries import listed
from qstd.recognise.pieces import part, shown

_NOTES = frozenset({"bemærk", "nb", "obs", "vigtigt", "note", "fx", "eksempel", "særligt"})
_LONGEST = 90
_MOST_WORDS = 10
_FULL = 60
_STOP = re.compile(r"[.:;!?]\s*\Z")


def arranged(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a section with its lists and its own headings."""
    return tuple(_leads(listed(tuple(run_in(blocks)))))


def in_cell(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a cell likewise; there, a line that is all bold or underlined is a heading too."""
    apart = tuple(run_in(blocks))
    marked = [_by_look(each, len(apart)) for each in apart]
    return tuple(_titled(list(_leads(listed(marked)))))


def run_in(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield blocks with a bold or underlined start, where a capital follows, as a heading and a paragraph."""
    for block in blocks:
        at = _lead(block) if isinstance(block, Para) else 0
        if isinstance(block, Para) and at:
            look = block.runs[0]
            head = part(block, 0, at)
            yield replace(head, reasons=("bold",) if look.strong else ("underline",), marker="", depth=0)
            yield replace(part(block, at), reasons=(), marker="")
        else:
            yield block


def _lead(para: Para) -> int:
    """Return where the text begins after a bold or underlined start that is a heading; 0 where it has none."""
    if para.level or para.marker or para.depth or not any(each.strong or each.underline for each in para.runs[:2]):
        return 0
    at = 0
    for run in para.runs:
        if run.made or (not (run.strong or run.underline) and run.text.strip()):
            break
        at += len(run.text)
    text = para.text
    head, rest = text[:at].strip(), text[at:].lstrip()
    own_line = bool(re.search(r"[\n\u2028]\s*\Z", text[:at]) or re.match(r"[ ]*[\n\u2028]", text[at:]))
    if not head or not rest or not (own_line or rest[0].isupper() or rest[0] in '§"»“' or rest[0].isdigit()):
        return 0
    if text[at - 1].isalnum() and not text[at - 1].islower():
        return 0  # the look changes inside a word
    word = re.sub(r"\W+", "", head).casefold()
    few = len(head) <= _LONGEST and len(head.split()) <= _MOST_WORDS
    fits = head[-1] in ":?" or (not rest[0].isdigit() and head[-1].isalnum()) or own_line
    return at if few and fits and word not in _NOTES else 0


def _by_look(block: Block, among: int) -> Block:
    if not isinstance(block, Para) or block.depth or among < 1:
        return block
    text = shown(block)
    short = 0 < len(text) <= _LONGEST and len(text.split()) <= _MOST_WORDS and not re.search(r"[.;,]\Z", text)
    looks = bool({"bold", "underline", "style", "size", "caps"} & set(block.reasons)) or block.level > 0
    return replace(block, level=max(block.level, 3)) if short and looks and among > 1 else replace(block, level=0)


def _leads(blocks: Sequence[Block]) -> Iterator[Block]:
    """Yield blocks; where two or more short lines with a colon each stand before a list, they are headings."""
    before = [index for index, block in enumerate(blocks) if _before_list(blocks, index, block)]
    for index, block in enumerate(blocks):
        yield replace(block, level=3) if isinstance(block, Para) and len(before) > 1 and index in before else block


def _before_list(blocks: Sequence[Block], index: int, block: Block) -> bool:
    following = blocks[index + 1] if index + 1 < len(blocks) else None
    if not isinstance(block, Para) or not isinstance(following, Para) or block.depth or not following.depth:
        return False
    text = shown(block)
    return text.endswith(":") and len(text.split()) <= 5


def _titled(blocks: list[Block]) -> list[Block]:
    """Make a heading of a first line without a full stop before a whole sentence."""
    if len(blocks) < 2 or not isinstance(blocks[0], Para) or not isinstance(blocks[1], Para):
        return blocks
    first, second = shown(blocks[0]), shown(blocks[1])
    if blocks[0].level or blocks[0].depth or blocks[0].marker or blocks[1].depth or blocks[1].level:
        return blocks
    fits = first[:1].isupper() and second[:1].isupper() and len(first) <= _LONGEST and not _STOP.search(first)
    if fits and len(first.split()) <= _MOST_WORDS and len(second) >= _FULL and _STOP.search(second):
        return [replace(blocks[0], level=3), *blocks[1:]]
    return blocks
