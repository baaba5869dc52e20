"""Short quotations around a change: whole sentences where they are short, and never a part of a word."""

from collections.abc import Sequence
from itertools import pairwise

from qstd.model.document import Inline, Inlines, Strong, Text
from qstd.model.revision import JOINT
from qstd.prose.sentences import spans

Range = tuple[int, int]
_LONGEST = 240
_AROUND = 80


def sentences(text: str) -> list[Range]:
    """Return where the sentences of a text begin and end; what stands between leaves or lines is in none."""
    out = []
    start = 0
    for part in text.split(JOINT):
        out += [(start + first, start + last) for first, last in spans(part)]
        start += len(part) + 1
    return out


def around(borders: Sequence[Range], start: int, end: int) -> Range:
    """Return the sentences that a stretch touches; for a place between two characters the one that it stands in."""
    touched = [each for each in borders if each[0] < max(end, start + 1) and start < each[1]]
    touched = touched or [each for each in borders if each[0] <= start <= each[1]] or list(borders[-1:])
    return (min(start, touched[0][0]), max(end, touched[-1][1])) if touched else (start, end)


def is_whole(text: str, borders: Sequence[Range], start: int, end: int) -> bool:
    """Tell whether a stretch is one or more whole sentences."""
    words = text[start:end]
    first, last = start + len(words) - len(words.lstrip()), start + len(words.rstrip())
    return first < last and any(each[0] == first for each in borders) and any(each[1] == last for each in borders)


def quote(text: str, whole: Range, marks: Sequence[Range], joint: str = " ") -> Inlines:
    """Return a part of a text with the marked stretches in bold, unless all of it is marked. A long one is cut between
    words, before and after what is marked.
    """
    start, end = whole
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    whole = start, end
    marks = [(max(a, start), min(b, end)) for a, b in marks if max(a, start) < min(b, end)]
    if end - start > _LONGEST:
        start, end = _cut(text, whole, marks)
    all_new = "".join(text[a:b] for a, b in marks).split() == text[start:end].split()
    edges = sorted({start, end, *(each for mark in marks for each in mark if start < each < end)})
    out: list[Inline] = [Text("… ")] if start > whole[0] else []
    for a, b in pairwise(edges):
        words = Text(text[a:b].replace(JOINT, joint).replace("\n", " "))
        strong = not all_new and any(x <= a and b <= y for x, y in marks)
        out.append(Strong((words,)) if strong else words)
    return (*out, *((Text(" …"),) if end < whole[1] else ()))


def _cut(text: str, whole: Range, marks: Sequence[Range]) -> Range:
    first, last = (marks[0][0], marks[-1][1]) if marks else (whole[0], whole[0])
    start = max(whole[0], first - _AROUND)
    end = min(whole[1], max(start + _LONGEST, min(last, start + 2 * _LONGEST) + _AROUND))
    while start > whole[0] and not text[start - 1].isspace():
        start -= 1
    while end < whole[1] and not text[end - 1 : end].isspace():
        end += 1
    return start, end - (end < whole[1])
