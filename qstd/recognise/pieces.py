"""What the steps of recognition hand to each other: paragraphs and tables, rows with a label, headings."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qstd.model.outline import Block, Para, Run, Spot, paragraphs
from qstd.recognise.words import one_line


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row of a table with a label and its text."""

    label: Para
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Head:
    """A line that opens a section. `rank` counts from 0, the highest, and `section` is the rank of most sections."""

    para: Para
    rank: int
    section: int

    @property
    def spot(self) -> Spot:
        """Where it stands in the source."""
        return self.para.spot


Piece = Block | Labelled | Head


def shown(para: Para) -> str:
    """Return the characters of a paragraph in one line, without automatic ones."""
    return one_line(para.text)


def said(para: Para) -> str:
    """Return the characters of a paragraph in one line, with the mark in front of it where that was typed."""
    mark = para.marker.strip()
    typed = not para.made and any(each.isalnum() for each in mark)
    return f"{mark} {shown(para)}".strip() if typed else shown(para)


def part(para: Para, start: int, end: int | None = None) -> Para:
    """Return the piece of a paragraph between two characters of its text, without white space around it."""
    text = para.text
    end = len(text) if end is None else end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    runs: list[Run] = []
    at = 0
    for run in para.runs:
        if run.made:
            if start < at <= end or (not runs and at == start == 0):
                runs.append(run)
            continue
        low, high = max(start - at, 0), min(end - at, len(run.text))
        at += len(run.text)
        if low < high:
            runs.append(replace(run, text=run.text[low:high]))
    return replace(para, runs=tuple(runs))


def size(blocks: Sequence[Block]) -> int:
    """Return how many characters some blocks have."""
    return sum(len(para.text) for para in paragraphs(blocks))
