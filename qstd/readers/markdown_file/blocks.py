"""The lines of a Markdown file to blocks: headings, lists, tables, quotes, code."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from qstd.model.outline import LINE_BREAK, Block, Furniture, Para, Reason, Run, Spot
from qstd.readers.markdown_file.inlines import images, paragraphs
from qstd.readers.markdown_file.plain import plain
from qstd.readers.text.lines import Line, has_sign, is_capitals, is_numbered, is_rule, is_short
from qstd.readers.text.tables import pipe_table

_ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*?))?(?:[ \t]+#+)?[ \t]*\Z")
_SETEXT = re.compile(r" {0,3}(=+|-{2,})[ \t]*\Z")
_ENTRY = re.compile(r"([ \t]*)([-*+]|\d{1,9}[.)])(?:[ \t]+(?=\S)|\Z)")
_FENCE = re.compile(r" {0,3}(`{3,}|~{3,})[ \t]*([^`]*)\Z")
_QUOTE = re.compile(r" {0,3}>[ ]?")
_DEEPEST = 9


@dataclass
class Found:
    """What was found so far in a file."""

    blocks: list[Block] = field(default_factory=list)
    furniture: list[Furniture] = field(default_factory=list)
    tables: int = 0
    pictures: int = 0


@dataclass
class _Place:
    """Where the walk is: the indents of the open lists, whether the next paragraph belongs to an entry, and whether it is
    quoted.
    """

    indents: list[int] = field(default_factory=list)
    marker: str = ""
    quote: bool = False


def read_lines(lines: Sequence[Line], found: Found, quote: bool = False) -> None:
    """Read lines into what was found."""
    place, index = _Place(quote=quote), 0
    while index < len(lines):
        line = lines[index]
        if line.empty or (is_rule(line.text) and not _ENTRY.match(line.text)):
            index += 1
        elif fence := _FENCE.match(line.text):
            index = _code(lines, index, fence[1], found)
        elif _QUOTE.match(line.text):
            index = _quote(lines, index, found)
        elif "|" in line.text and (after := _table(lines, index, found)):
            index = after
        elif atx := _ATX.match(line.text):
            _add(found, place, [line], atx[2] or "", len(atx[1]))
            place.indents, index = [], index + 1
        else:
            index = _paragraph(lines, index, found, place)


def _code(lines: Sequence[Line], start: int, fence: str, found: Found) -> int:
    """A code block: text with its own lines."""
    end = start + 1
    while end < len(lines) and not lines[end].text.strip().startswith(fence):
        end += 1
    words = [lines[start].text.strip().strip("`~").strip(), *(line.text for line in lines[start + 1 : end])]
    text = plain(LINE_BREAK.join(filter(None, words)))
    if text.strip():
        found.blocks.append(Para((Run(text),), _spot(lines[start])))
    return end + 1


def _quote(lines: Sequence[Line], start: int, found: Found) -> int:
    end = start
    inner = []
    while end < len(lines) and (mark := _QUOTE.match(lines[end].text)):
        text = lines[end].text[mark.end() :]
        while deeper := _QUOTE.match(text):
            text = text[deeper.end() :]
        inner.append(lines[end]._replace(text=text))
        end += 1
    read_lines(inner, found, quote=True)
    return end


def _table(lines: Sequence[Line], start: int, found: Found) -> int:
    """A table; 0 where none begins here."""
    drawn = pipe_table(lines, start, found.tables + 1, paragraphs)
    if drawn is None:
        return 0
    table, furniture, end = drawn
    if table:
        found.tables += 1
        found.blocks.append(table)
    found.furniture += furniture
    for line in lines[start:end]:
        _pictures(line.text, _spot(line), found)
    return end


def _pictures(text: str, spot: Spot, found: Found) -> None:
    for image in images(text, spot):
        found.pictures += 1
        if image.text:
            found.furniture.append(image)


def _paragraph(lines: Sequence[Line], start: int, found: Found, place: _Place) -> int:
    """A paragraph, an entry of a list, or a heading with a line drawn below it."""
    first = lines[start].text
    if entry := _ENTRY.match(first):
        _open(place, len(entry[1].expandtabs(4)), entry[2])
        first = first[entry.end() :]
    else:
        _leave(place, first, after_empty=start == 0 or lines[start - 1].empty)
    texts, end, level = [first], start + 1, 0
    while end < len(lines) and not _begins_block(lines[end], bool(place.indents)):
        if (drawn := _SETEXT.match(lines[end].text)) and not entry:
            level, end = 1 if drawn[1][0] == "=" else 2, end + 1
            break
        texts.append(lines[end].text)
        end += 1
    _add(found, place, lines[start:end], "\n".join(texts), level)
    return end


def _begins_block(line: Line, in_list: bool) -> bool:
    text = line.text
    if line.empty or has_sign(text) or _ATX.match(text) or _FENCE.match(text) or _QUOTE.match(text):
        return True
    if text.lstrip().startswith("|"):
        return True
    if entry := _ENTRY.match(text):  # only a list that begins with 1 may begin inside a paragraph
        return in_list or not entry[2][0].isdigit() or entry[2][:-1] == "1"
    return is_rule(text) and not _SETEXT.match(text)


def _open(place: _Place, indent: int, mark: str) -> None:
    """Begin an entry: deeper than an open list, beside it or further out."""
    while place.indents and indent < place.indents[-1] - 1:
        place.indents.pop()
    if not place.indents or (indent > place.indents[-1] + 1 and len(place.indents) < _DEEPEST):
        place.indents.append(indent)
    place.marker = mark if mark[0].isdigit() else "•"


def _leave(place: _Place, text: str, after_empty: bool) -> None:
    """Leave the lists that a paragraph is not set in as deep as."""
    indent = len(text.expandtabs(4)) - len(text.expandtabs(4).lstrip())
    if after_empty:
        while place.indents and indent <= place.indents[-1]:
            place.indents.pop()


def _add(found: Found, place: _Place, lines: Sequence[Line], text: str, level: int) -> None:
    spot = _spot(lines[0])
    _pictures(text, spot, found)
    reasons = list(_reasons(text, level))
    depth = 0 if level else len(place.indents)
    for index, para in enumerate(paragraphs(text.replace("\t", " "), spot)):
        own: tuple[Reason, ...] = (*para.reasons, *reasons) if index == 0 else para.reasons
        made = replace(para, level=para.level or level, reasons=tuple(dict.fromkeys(own)), quote=place.quote)
        if depth and not para.depth:
            made = replace(made, depth=depth, marker=place.marker)
            place.marker = ""
        found.blocks.append(made)
    if place.marker and place.marker != "•":  # of an entry without words
        found.blocks.append(Para((Run(place.marker),), spot))
    place.marker = ""


def _reasons(text: str, level: int) -> Iterator[Reason]:
    if level:
        yield "style"
    if "\n" in text or not is_short(text):
        return
    if is_capitals(text):
        yield "caps"
    if is_numbered(text):
        yield "numbered"


def _spot(line: Line) -> Spot:
    return Spot(line=line.number)
