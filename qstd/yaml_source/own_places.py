"""Where the values of a file stand that `own_style` has read: its lines walked once more, when somebody asks for a place.

Nothing is doubted here: whatever might be otherwise, `own_style` has left to libyaml. The places are those that `events`
finds, and a property test holds the two together.
"""

import re
from dataclasses import dataclass

from qstd.yaml_source import own_style
from qstd.yaml_source.parsed import Mark, Path

_QUOTES = ("'", '"')
_Places = dict[Path, Mark]


@dataclass(slots=True)
class _Open:
    """A mapping or a list in which the next line may stand: its path, its column, and how many entries a list has by now."""

    path: Path
    column: int
    listed: bool
    entries: int = 0


def places(data: bytes) -> _Places:
    """Return the place of each value of a file that `own_style.read` has read."""
    text = own_style.decoded(data)
    start = own_style.first_line(text)
    number = text.count("\n", 0, start) + 1
    found: _Places = {(): Mark(number, 1, number, 1)}
    if text[start] in "[{":
        _in_brackets(text[start:], 0, (), (number, 1), found)
    else:
        _of_lines(text, start, number, found)
    return found


def _of_lines(text: str, start: int, number: int, found: _Places) -> None:
    """Find the places of the lines from `start` on, of which the first has a number."""
    stack = [_Open((), 0, text[start] == "-")]
    waiting: Path | None = None  # of a key without a value, as long as one may follow below it
    before = start
    for line in own_style.LINES.finditer(text, start):
        begin = line.start()
        margin, key, scalar, style = line.group(1, 2, 3, 4)
        number, before = number + text.count("\n", before, begin), begin
        at, dash = len(margin), margin[-2:] == "- "
        top = _step(stack, waiting, at - 2 if dash else at, dash, number, found)
        path = top.path
        if dash:
            path = (*path, top.entries)
            top.entries += 1
            if key:
                found[path] = Mark(number, at + 1, number, at + 1)
                stack.append(_Open(path, at, listed=False))
        if key:
            path = (*path, key)
        waiting = None
        if scalar:
            column = line.start(3) - begin + 1
            found[path] = Mark(number, at + 1, number, column + (scalar[0] in _QUOTES))
            if scalar[0] in "[{":
                _in_brackets(scalar, 0, path, (number, column), found)
        elif style:
            found[path] = Mark(number, at + 1, number + 1, len(line[6]) + 1)
        else:
            found[path], waiting = Mark(number, at + 1, number, line.end(2) - begin + 2), path


def _step(stack: list[_Open], waiting: Path | None, at: int, dash: bool, number: int, found: _Places) -> _Open:
    """Open what a key waits for, or close what is over, until the last on the stack is what a line at a column is in."""
    top = stack[-1]
    if waiting is not None and (at > top.column or (dash and at == top.column)):
        found[waiting] = Mark(*found[waiting][:2], number, at + 1)
        top = _Open(waiting, at, dash)
        stack.append(top)
        return top
    while top.column > at or (top.column == at and top.listed is not dash):
        stack.pop()
        top = stack[-1]
    return top


def _in_brackets(text: str, at: int, path: Path, start: tuple[int, int], found: _Places) -> int:
    """Find the places of what stands in the brackets that begin at a place of a text, and return where they end. The text
    begins at a line and a column.
    """
    line, column = start
    close, at = "]" if text[at] == "[" else "}", at + 1
    entries = 0
    while text[at : at + 1] != close:
        at += 2 * (text[at] == ",")
        entry: re.Match[str] | None = own_style.ENTRY.match(text, at)
        if entry is None:
            break  # what is read has none such
        key, scalar = entry.groups()
        own = (*path, entries if key is None else key)
        begin = entry.end() - len(scalar or "")
        found[own] = Mark(line, column + at, line, column + begin + ((scalar or "x")[0] in _QUOTES))
        at = entry.end() if scalar else _in_brackets(text, begin, own, start, found)
        entries += 1
    return at + 1
