"""Lists that were typed: bullets and numbers at the start of paragraphs, and those that stand inside one paragraph."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from qstd.model.outline import Block, Para
from qstd.recognise.pieces import part

_GLYPHS = "•▪◦‣●○■□▫➢➤►✓✔❖◆◊·∙\uf0b7\uf0a7\uf0d8\uf0fc\uf076\uf02d\uf0a8\uf06f"
_BULLET = re.compile(rf"\s*(?:(?P<glyph>[{_GLYPHS}])\s*|(?P<dash>[-–—*])\s+(?=\S))")
_CIRCLE = re.compile(r"\s*o[ \u00a0\t]+(?=\S)")
_INLINE = re.compile(r"(?<=\S)\s*[•▪●\uf0b7\uf0a7]\s*")
_NUMBER = re.compile(r"\s*(?P<mark>(?P<number>\d{1,2})[.)])\s+(?=\S)")
_LETTER = re.compile(r"\s*(?P<mark>\(?(?P<letter>[a-z])\))\s+(?=\S)")
_INSIDE = re.compile(r"(?:(?<=[.:;!?])\s+|\A\s*)(?P<mark>(?P<number>\d{1,2})[.)])\s+(?=[^\W\d_])")
_OWN_LINE = re.compile(rf"\u2028\s*(?=[{_GLYPHS}]|[-–—*]\s|\d{{1,2}}[.)]\s|[a-z]\)\s)")
_LEAD = re.compile(r"(?<=[.!?])\s+(?=[^.!?:]{3,60}:\s*\Z)")


def listed(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return blocks with typed lists as entries. Paragraphs that are entries already, and headings, stay as they are."""
    loose = [each for block in blocks for each in _broken(block)]
    return tuple(_marked(loose))


def _broken(block: Block) -> Iterator[Block]:
    """Yield the paragraphs of one that holds several entries."""
    if not isinstance(block, Para) or block.level:
        yield block
        return
    bullets = [found.start() + len(found[0]) - len(found[0].lstrip()) for found in _INLINE.finditer(block.text)]
    bullets = sorted({*bullets, *(found.end() for found in _OWN_LINE.finditer(block.text))})
    if bullets and not block.made:
        for each in _at(block, bullets):
            yield from _enumerated(each)
    else:
        yield from _enumerated(block)


def _at(para: Para, starts: Sequence[int]) -> Iterator[Para]:
    edges = [0, *starts, len(para.text)]
    for index, (low, high) in enumerate(pairwise(edges)):
        piece = part(para, low, high)
        if piece.runs:
            yield piece if index == 0 else replace(piece, marker="", made=False)


def _enumerated(para: Para) -> Iterator[Para]:
    """Split "Kendetegn: 1. A. 2. B. Andet:" where the numbers count up from 1."""
    found = list(_INSIDE.finditer(para.text))
    run = [each for index, each in enumerate(found) if int(each["number"]) == index + 1]
    if len(run) < 2 or len(run) != len(found) or para.marker:
        yield para
        return
    pieces = list(_at(para, [each.start("mark") for each in run if each.start("mark") > 0]))
    last = pieces.pop()
    lead = _LEAD.search(last.text)
    yield from pieces
    yield from _at(last, [lead.end()]) if lead else (last,)


def _marked(blocks: Sequence[Block]) -> Iterator[Block]:
    numbered = _runs(blocks)
    for index, block in enumerate(blocks):
        if not isinstance(block, Para) or block.level or block.marker or block.depth:
            yield block
        elif bullet := _BULLET.match(block.text):
            yield _entry(block, bullet.end(), "•", 1)
        elif _CIRCLE.match(block.text) and _among_entries(blocks, index):
            inner = index > 0 and _opens(blocks[index - 1], _BULLET, 2)
            yield _entry(block, block.text.index("o") + 1, "•", 2 if inner else 1)
        elif index in numbered:
            yield _numbered(block)
        else:
            yield block


def _entry(para: Para, start: int, marker: str, depth: int) -> Para:
    return replace(part(para, start), marker=marker, depth=depth, made=False)


def _numbered(para: Para) -> Para:
    found = _NUMBER.match(para.text) or _LETTER.match(para.text)
    return _entry(para, found.end(), found["mark"], 1) if found else para


def _among_entries(blocks: Sequence[Block], index: int) -> bool:
    around = [blocks[each] for each in (index - 1, index + 1) if 0 <= each < len(blocks)]
    return any(_opens(each, _BULLET) or _opens(each, _CIRCLE) for each in around)


def _opens(block: Block, pattern: re.Pattern[str], depth: int = 0) -> bool:
    if not isinstance(block, Para):
        return False
    return bool(pattern.match(block.text)) or (block.depth > 0 and pattern is _BULLET)


def _runs(blocks: Sequence[Block]) -> frozenset[int]:
    """Return which paragraphs are entries of a typed numbered list: neighbours whose numbers count up by one."""
    out: set[int] = set()
    for pattern, group in ((_NUMBER, "number"), (_LETTER, "letter")):
        run: list[int] = []
        before = -1
        for index, block in enumerate([*blocks, None]):
            value = _value(block, pattern, group)
            if value >= 0 and run and value == before + 1:
                run.append(index)
            else:
                out.update(run if len(run) > 1 else ())
                run = [index] if value >= 0 else []
            before = value
    return frozenset(out)


def _value(block: Block | None, pattern: re.Pattern[str], group: str) -> int:
    if not isinstance(block, Para) or block.level or block.marker or set(block.reasons) - {"numbered"}:
        return -1
    found = pattern.match(block.text)
    if not found or block.text.rstrip().endswith("?"):
        return -1
    return int(found[group]) if group == "number" else ord(found[group]) - ord("a")


def starts_entry(para: Para) -> bool:
    """Tell whether a paragraph is an entry of a list, typed or not."""
    return para.depth > 0 or any(each.match(para.text) for each in (_BULLET, _CIRCLE, _NUMBER, _LETTER))
