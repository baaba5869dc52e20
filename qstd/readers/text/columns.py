"""Labels and texts that stand beside each other with spaces between, as a page of two columns looks when it is copied.

Formål          Formålet er at skabe kontakt til
                borgere, der lever isoleret.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from qstd.readers.text.lines import Line, begins_small, is_numbered
from qstd.readers.text.rows import Cells, Rows

_BESIDE = re.compile(r"(\S.{0,60}?) {3,}(?=\S)")
_LEAST = 8  # characters of the left column
_ROWS = 3
_EMPTY = 2  # empty lines that may stand between two rows


class _Beside(NamedTuple):
    left: str
    right: str
    line: Line
    after_empty: bool


def column_rows(found: Sequence[Line], start: int) -> Rows | None:
    """The table of two columns that begins in a line; None where none does."""
    first = _BESIDE.match(found[start].text)
    if first is None or first.end() < _LEAST or (right := _right_column(found, start)) is None:
        return None
    taken = list(_taken(found, start, right))
    rows = list(_rows(taken))
    if len(rows) < _ROWS:
        return None
    end = start + 1
    while found[end - 1] is not taken[-1].line:
        end += 1
    return Rows(tuple(rows), end, 2)


def _right_column(found: Sequence[Line], start: int) -> int | None:
    """Where the right column begins, if the lines below agree."""
    first = _BESIDE.match(found[start].text)
    if first is None:
        return None
    below = [line.text for line in found[start + 1 : start + 40] if not line.empty]
    agreeing = sum(_parts(text, first.end()) is not None for text in below)
    return first.end() if below and 2 * agreeing >= len(below) else None


def _parts(text: str, right: int) -> tuple[str, str] | None:
    """A line as what stands in the left and the right column; None where it does not keep to them."""
    left, rest = text[:right], text[right:]
    if rest[:1].isspace() or not rest:
        return (left.strip(), rest.strip()) if len(left.rstrip()) <= right - 2 and left.strip() and not rest else None
    return (left.strip(), rest) if left.endswith("  ") else None


def _taken(found: Sequence[Line], start: int, right: int) -> Iterator[_Beside]:
    """The lines that keep to the columns. One that only has a left part goes on with a label right above."""
    empty = 0
    last: _Beside | None = None
    for line in found[start:]:
        if line.empty:
            empty += 1
            continue
        parts = _parts(line.text, right)
        if parts is None or empty > _EMPTY:
            return
        if not parts[1] and not is_numbered(parts[0]) and (empty or last is None or not last.left):
            return
        last = _Beside(*parts, line, empty > 0)
        yield last
        empty = 0


def _rows(taken: Sequence[_Beside]) -> Iterator[Cells]:
    label: list[str] = []
    text: list[str] = []
    line = taken[0].line
    for beside in taken:
        if beside.left and label and _is_new(beside, label, above=bool(text) and text[-1] != ""):
            yield Cells(("\n".join(label), "\n".join(text)), line)
            label, text, line = [], [], beside.line
        elif beside.after_empty and text:
            text.append("")
        label += [beside.left] if beside.left else []
        text += [beside.right] if beside.right else []
    yield Cells(("\n".join(label), "\n".join(text)), line)


def _is_new(beside: _Beside, label: Sequence[str], above: bool) -> bool:
    """Whether a left part opens a row, and does not go on with the label of the row above."""
    if is_numbered(beside.left) or beside.after_empty or label[-1].endswith(("?", ":")):
        return True
    return above and not begins_small(beside.left) and not label[-1].endswith(("-", "og", "eller"))
