"""Where the values of a file stand that `own_style` has read: its lines walked once more, when somebody asks for a place.

Nothing is doubted here: whatever might be otherwise, `own_style` has left to libyaml. The places are those that `events`
finds, and a property test holds the two together.

Whoever asks has something to say of a few sections of many. So a file is walked in parts: each key at its margin, and each
entry of a list there, as nearly all standards have their sections.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qstd.yaml_source import own_style
from qstd.yaml_source.parsed import Mark, Path

_QUOTES = ("'", '"')
# Where a part begins. No line of a text of several lines stands at the margin, and a comment is none of the two.
_PART = re.compile(r"\n(?:- |(\w[\w-]*+):)")
_DEPTH = 3  # parts of the path of a value in an entry of a list, and the column of its key
_Places = dict[Path, tuple[int, int, int, int]]  # what a Mark holds: few of them are asked for


@dataclass(slots=True)
class _Open:
    """A mapping or a list in which the next line may stand: its path, its column, and how many entries a list has by now."""

    path: Path
    column: int
    listed: bool
    entries: int = 0


class Places(Mapping[Path, Mark]):
    """The place of each value of a file that `own_style.read` has read."""

    def __init__(self, data: bytes) -> None:
        text = own_style.decoded(data)
        start = own_style.first_line(text)
        self._text = f"\n{text}"  # so that what stands before a line counts its number
        number = self._number(start + 1)
        self._found: _Places = {(): (number, 1, number, 1)}
        self._parts: dict[Path, tuple[int, int]] = {}
        if text[start] in "[{":
            _in_brackets(text[start:], 0, (), (number, 1), self._found)
        else:
            self._parts = _parts(self._text, start)

    def __getitem__(self, path: Path) -> Mark:
        part = path[:2] if path[:2] in self._parts else path[:1]
        if part in self._parts:
            if len(path) == _DEPTH and len(part) == _DEPTH - 1 and (mark := self._at_key(part, str(path[-1]))):
                return mark
            self._walk(part)
        return Mark(*self._found[path])

    def __iter__(self) -> Iterator[Path]:
        for part in tuple(self._parts):
            self._walk(part)
        return iter(self._found)

    def __len__(self) -> int:
        return len(tuple(iter(self)))

    def _at_key(self, part: Path, key: str) -> Mark | None:
        """Return the place of a value in an entry of a list at the margin, by its key: most are asked for so. None where there
        is no such key, or its value begins further down. Nothing else stands as far to the left as the keys do.
        """
        begin, end = self._parts[part]
        if not self._text.startswith(f"- {key}:", begin):
            begin = self._text.find(f"\n  {key}:", begin, end) + 1
        line = own_style.LINES.match(self._text, begin, end) if begin else None
        if line is None or not (line[3] or line[4]):
            return None
        number = self._number(begin)
        if line[4]:
            return Mark(number, _DEPTH, number + 1, len(line[6]) + 1)
        return Mark(number, _DEPTH, number, line.start(3) - begin + 1 + (line[3][0] in _QUOTES))

    def _number(self, at: int) -> int:
        return self._text.count("\n", 0, at)

    def _walk(self, part: Path) -> None:
        """Find the places of a part, where nobody has by now."""
        begin, end = self._parts.pop(part, (0, 0))
        if end:
            *above, last = part
            stack = [_Open((), 0, listed=isinstance(last, int) and not above)]
            if isinstance(last, int):
                if above:
                    stack.append(_Open(tuple(above), 0, listed=True))
                stack[-1].entries = last
            _of_lines(self._text, (begin, end), self._number(begin), stack, self._found)


def _parts(text: str, start: int) -> dict[Path, tuple[int, int]]:
    """Return where each part begins and ends: a key has the first entry of its list with it, where its value begins."""
    begins: list[tuple[Path, int]] = []
    key: Path = ()
    entries = 0
    for each in _PART.finditer(text, start):
        if each[1]:
            key, entries = (each[1],), 0
            begins.append((key, each.start() + 1))
        else:
            begins.append(((*key, entries), each.start() + 1))
            entries += 1
    ends = [*(begin for _, begin in begins[1:]), len(text), len(text)]
    return {
        path: (begin, ends[at + (at + 1 < len(begins) and begins[at + 1][0] == (*path, 0))])
        for at, (path, begin) in enumerate(begins)
    }


def _of_lines(text: str, span: tuple[int, int], number: int, stack: list[_Open], found: _Places) -> None:
    """Find the places of the lines of a stretch, of which the first has a number; they stand in what is on the stack."""
    waiting: Path | None = None  # of a key without a value, as long as one may follow below it
    before = span[0]
    for line in own_style.LINES.finditer(text, *span):
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
                found[path] = number, at + 1, number, at + 1
                stack.append(_Open(path, at, listed=False))
        if key:
            path = (*path, key)
        waiting = None
        if scalar:
            column = line.start(3) - begin + 1
            found[path] = number, at + 1, number, column + (scalar[0] in _QUOTES)
            if scalar[0] in "[{":
                _in_brackets(scalar, 0, path, (number, column), found)
        elif style:
            found[path] = number, at + 1, number + 1, len(line[6]) + 1
        else:
            found[path], waiting = (number, at + 1, number, line.end(2) - begin + 2), path


def _step(stack: list[_Open], waiting: Path | None, at: int, dash: bool, number: int, found: _Places) -> _Open:
    """Open what a key waits for, or close what is over, until the last on the stack is what a line at a column is in."""
    top = stack[-1]
    if waiting is not None and (at > top.column or (dash and at == top.column)):
        found[waiting] = *found[waiting][:2], number, at + 1
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
        found[own] = line, column + at, line, column + begin + ((scalar or "x")[0] in _QUOTES)
        at = entry.end() if scalar else _in_brackets(text, begin, own, start, found)
        entries += 1
    return at + 1
