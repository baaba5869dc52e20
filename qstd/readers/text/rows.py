"""Tables drawn with "|" and tables made with tabs: their rows, each cell the text that stands in it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from qstd.readers.text.lines import Line, begins_entry, ends_sentence, is_numbered

_PIPE = re.compile(r"(?<!\\)\|")
_SEPARATOR = re.compile(r"\s*:?-{3,}:?\s*|\s*:-+:?\s*|\s*-+:\s*")
_MARKER = re.compile(r"\s*(?:[^\w\s]|o|\(?\w{1,3}[.)]|\d+(?:\.\d+)+\.?)\s*\Z")
_LOOK_AHEAD = 40  # lines that a cell may have
_LABEL = 120  # characters of the label of a row made with tabs
_LONG = 60


class Cells(NamedTuple):
    """A row: what stands in its cells, where it begins, and whether it is the head of its table."""

    texts: tuple[str, ...]
    line: Line
    head: bool = False


class Rows(NamedTuple):
    """The rows of one table in the source, where the lines go on behind it, and whether its head was drawn but empty."""

    rows: tuple[Cells, ...]
    end: int
    columns: int
    empty_head: bool = False


def pipe_rows(found: Sequence[Line], start: int) -> Rows | None:
    """The table drawn with "|" that begins in a line; None where none does."""
    if not _is_pipe_row(found, start):
        return None
    rows: list[Cells] = []
    index, empty_head, open_sides = start, False, not found[start].text.lstrip().startswith("|")
    while index < len(found) and "|" in found[index].text:
        if not open_sides and not found[index].text.lstrip().startswith("|"):
            break
        text, after = _whole_row(found, index)
        texts = _split(text)
        if all(_SEPARATOR.fullmatch(each) for each in texts) and texts:
            empty_head = empty_head or not rows
            if len(rows) == 1:
                rows[0] = rows[0]._replace(head=_is_head(rows[0].texts))
        elif any(each for each in texts):
            rows.append(Cells(texts, found[index]))
        index = after
    return Rows(tuple(rows), index, max((len(row.texts) for row in rows), default=0), empty_head)


def _is_pipe_row(found: Sequence[Line], index: int) -> bool:
    text = found[index].text.strip()
    if text.startswith("|"):
        return len(_PIPE.findall(text)) >= 2 or _closing(found, index) is not None
    following = found[index + 1].text if index + 1 < len(found) else ""
    return "|" in text and "|" in following and all(_SEPARATOR.fullmatch(each) for each in _split(following))


def _whole_row(found: Sequence[Line], index: int) -> tuple[str, int]:
    """The text of a row, with the lines below that belong to its last cell, and the index of the line after it."""
    text = found[index].text
    if not text.lstrip().startswith("|") or _is_closed(text) or (end := _closing(found, index)) is None:
        return text, index + 1
    return "\n".join(line.text for line in found[index : end + 1]), end + 1


def _closing(found: Sequence[Line], index: int) -> int | None:
    """The line that closes a row which its own line leaves open."""
    for end in range(index + 1, min(len(found), index + _LOOK_AHEAD)):
        text = found[end].text
        if text.lstrip().startswith("|"):
            return None
        if _is_closed(text):
            return end
    return None


def _is_closed(text: str) -> bool:
    return text.rstrip().endswith("|") and not text.rstrip().endswith("\\|")


def _split(row: str) -> tuple[str, ...]:
    cells = _PIPE.split(row.strip())
    if not cells[0].strip():
        cells = cells[1:]
    if cells and not cells[-1].strip():
        cells = cells[:-1]
    return tuple(cell.strip().replace("\\|", "|") for cell in cells)


def _is_head(texts: Sequence[str]) -> bool:
    """Whether a first row says what the columns are; programmes also make a head of the first row of what they find."""
    return not any(len(each) > _LONG or is_numbered(each) or each.endswith("?") for each in texts)


def tab_rows(found: Sequence[Line], start: int) -> Rows | None:
    """The table made with tabs that begins in a line: labels and texts. A line that begins with a tab, and one right below
    a row that is not finished, go on with the row.
    """
    rows: list[list[str]] = []
    begins: list[Line] = []
    index = end = start
    while index < len(found):
        line = found[index]
        if line.empty:
            if index - end > 2:
                break
        elif line.text.startswith("\t") and rows:
            rows[-1][-1] += f"\n\n{line.text.strip()}"
            end = index + 1
        elif fields := _fields(line.text):
            rows.append(fields)
            begins.append(line)
            end = index + 1
        elif rows and end == index and _goes_on(rows[-1][-1], line.text):
            rows[-1][-1] += f"\n{line.text.strip()}"
            end = index + 1
        else:
            break
        index += 1
    if not rows or (len(rows) == 1 and not _is_label(rows[0][0])):
        return None
    cells = tuple(Cells(tuple(row), line) for row, line in zip(_even(rows), begins, strict=True))
    return Rows(cells, end, max(len(row.texts) for row in cells))


def _fields(text: str) -> list[str]:
    """The fields of a row, empty where a line is none: a sign or a number before a tab is no label."""
    fields = [field.strip() for field in text.split("\t")]
    if len(fields) > 1 and _MARKER.match(fields[0]):
        fields = [f"{fields[0]} {fields[1]}", *fields[2:]]
    if len(fields) < 2 or not fields[0] or len(fields[0]) > _LABEL or begins_entry(fields[0]) != is_numbered(fields[0]):
        return []
    return fields


def _is_label(text: str) -> bool:
    return text.endswith(("?", ":")) or is_numbered(text)


def _goes_on(text: str, line: str) -> bool:
    return len(text) >= _LONG // 2 and not ends_sentence(text) and not is_numbered(line)


def _even(rows: Sequence[list[str]]) -> list[list[str]]:
    """Rows with as many fields as most have: where several tabs stand together only to line up the text, they are one."""
    if len({len(row) for row in rows}) == 1:
        return list(rows)
    return [[row[0], *([field for field in row[1:] if field] or [""])] for row in rows]
