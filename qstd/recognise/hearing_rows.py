"""The rows of a form or a note of a hearing that came back: what stands below which heading, as text."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qstd.model.outline import LINE_BREAK, Cell, Outline, Para, Row, Table
from qstd.recognise.words import one_line

_WHO = re.compile(r"Hvem svarer:\s*(.*)", re.IGNORECASE)
_OPENINGS = {
    "nr": "number",
    "fra": "by",
    "punkt": "point",
    "afsnit": "section",
    "bemærkning": "text",
    "forslag": "suggestion",
    "kommunens": "reply",
}
"""What a column holds, by the word that its heading begins with."""


@dataclass(frozen=True, slots=True)
class Answered:
    """A row: its number in its table (from 1, the head not counted), and the texts of its cells by what they hold."""

    row: int
    cells: Mapping[str, str]


def rows(outline: Outline) -> Iterator[Answered]:
    """Yield the rows of the tables that have a column for remarks or for replies."""
    for table in outline.blocks:
        if isinstance(table, Table) and table.rows:
            names = [_name(_text(each)) for each in table.rows[0].cells]
            if {"text", "reply"} & set(names):
                yield from _below(table.rows[1:], names)


def _below(found: tuple[Row, ...], names: list[str]) -> Iterator[Answered]:
    for number, row in enumerate(found, 1):
        if not row.continues:
            cells = {name: _text(cell) for name, cell in zip(names, row.cells, strict=False) if name}
            yield Answered(number, cells)


def _name(heading: str) -> str:
    first = heading.casefold().split()[:1]
    word = first[0].strip(".:") if first else ""
    return next((name for opening, name in _OPENINGS.items() if word.startswith(opening)), "")


def _text(cell: Cell) -> str:
    """Return the text of a cell, a line for each paragraph."""
    lines = [line for each in cell.blocks if isinstance(each, Para) for line in each.text.split(LINE_BREAK)]
    return "\n".join(filter(None, map(one_line, lines)))


def who(outline: Outline) -> str:
    """Return who a form says it is from; empty where it does not."""
    for each in outline.blocks:
        if isinstance(each, Para) and (found := _WHO.match(one_line(each.text))):
            return found[1].strip()
    return ""
