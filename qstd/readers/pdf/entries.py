"""Entries of lists among the paragraphs of one column: which numbers only count, and which bullets stand deeper."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qstd.model.outline import Block, Para, Run
from qstd.readers.pdf.marks import DASHES, is_bullet

STEP = 6.0
"""Entries of an inner list stand this much further to the right, in points."""
COUNTED = re.compile(r"(\d{1,2})[.)]?\s")


def without_counting(blocks: list[Block]) -> list[Block]:
    """Take back that a number may make a heading, where paragraphs right after each other count up: they are a list."""
    numbers = [_number(block) for block in blocks]
    found: list[Block] = []
    for index, block in enumerate(blocks):
        number = numbers[index]
        before = numbers[index - 1] if index else 0
        after = numbers[index + 1] if index + 1 < len(blocks) else 0
        if isinstance(block, Para) and number and ((before and before == number - 1) or after == number + 1):
            found.append(replace(block, reasons=tuple(reason for reason in block.reasons if reason != "numbered")))
        else:
            found.append(block)
    return found


def _number(block: Block) -> int:
    """Give the number of a paragraph that nothing but its number makes look like a heading; else 0."""
    if not isinstance(block, Para) or set(block.reasons) - {"numbered"}:
        return 0
    match = COUNTED.match(block.text)
    return int(match[1]) if match else 0


def nested(blocks: list[Block]) -> Iterator[Block]:
    """Where lists stand inside each other, give each entry its bullet and depth; a simple list keeps its bullets as text."""
    group: list[Para] = []
    for block in blocks:
        if isinstance(block, Para) and _bullet(block) and block.spot.box:
            group.append(block)
            continue
        yield from _deepened(group)
        group = []
        yield block
    yield from _deepened(group)


def _bullet(para: Para) -> bool:
    text = para.text
    return bool(text) and (is_bullet(text[0]) or ((text[0] in DASHES or text[0] == "o") and text[1:2] == " "))


def _deepened(group: list[Para]) -> Iterator[Para]:
    lefts: list[float] = []
    for left in sorted(para.spot.box[0] for para in group if para.spot.box):
        if not lefts or left - lefts[-1] > STEP:
            lefts.append(left)
    if len(lefts) < 2 or len({para.spot.page for para in group}) > 1:
        yield from group
        return
    for para in group:
        left = para.spot.box[0] if para.spot.box else 0.0
        depth = sum(left >= each - 0.01 for each in lefts)
        yield replace(para, runs=_without_bullet(para.runs), marker=para.text[0], depth=depth)


def _without_bullet(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Cut the bullet off the first run, and the space after it."""
    first = runs[0]
    kept = replace(first, text=first.text[1:].lstrip())
    if kept.text or len(runs) == 1:
        return (kept, *runs[1:])
    return (replace(runs[1], text=runs[1].text.lstrip()), *runs[2:])
