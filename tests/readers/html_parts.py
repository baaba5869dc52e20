"""Outlines of web pages as lines that can be compared, and the count of words that every page must pass."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator

from qstd.model.outline import Block, Cell, Outline, Para, Reading, Run, Table, paragraphs
from qstd.readers.html import read

SIGNS = str.maketrans({"\n": "⏎", "\u2028": "↵", "\u00ad": "¦", "\u00a0": "~"})


def outline(source: str) -> Outline:
    """Read a page that must be readable."""
    reading = read(source.encode("utf-8", "replace"), "a.html")
    assert reading.outline is not None
    return reading.outline


def lines(blocks: Iterable[Block]) -> Iterator[str]:
    """Blocks as lines: "#" for each level, two spaces for each depth, the mark of an entry, reasons behind. A row begins
    with "|", that of a layout table with "|="; "!" is the cell of a head, "2x3" one over two columns and three rows.
    """
    for block in blocks:
        if isinstance(block, Para):
            yield _para(block)
        else:
            yield from _rows(block)


def _rows(table: Table) -> Iterator[str]:
    lead = "|= " if table.layout else "| "
    return (lead + " || ".join(map(_cell, row.cells)) for row in table.rows)


def _cell(cell: Cell) -> str:
    span = f"{cell.colspan}x{cell.rowspan} " if (cell.colspan, cell.rowspan) != (1, 1) else ""
    return span + "!" * cell.head + " ¶ ".join(line.strip() for line in lines(cell.blocks))


def _para(para: Para) -> str:
    lead = "#" * para.level + " " if para.level else "  " * para.depth + "> " * para.quote
    marker = f"{para.marker} " if para.marker else ""
    reasons = f" {{{' '.join(para.reasons)}}}" if para.reasons else ""
    return lead + marker + "".join(map(_run, para.runs)) + reasons


def _run(run: Run) -> str:
    marked = run.text.translate(SIGNS)
    for is_so, mark in ((run.underline, "__"), (run.emph, "_"), (run.strong, "**")):
        marked = f"{mark}{marked}{mark}" if is_so else marked
    return f"[{marked}]({run.href})" if run.href else marked


def words(text: str) -> Counter[str]:
    """The words of a text as the account counts them."""
    hard = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b-\u200d\u2060\ufeff]", "", text))
    return Counter(re.findall(r"[^\W_]+|§", hard))


def unbalanced(found: Outline) -> Counter[str]:
    """Words that only the one way through the file finds, or only the other."""
    assert found.plain is not None
    paras = [f"{'' if para.made else para.marker} {para.text}" for para in paragraphs(found.blocks)]
    result = words(" ".join([*paras, *(each.text for each in found.furniture)]))
    plain = words(found.plain)
    return (plain - result) + (result - plain)


def codes(reading: Reading) -> list[str]:
    """The codes of all that was found."""
    return [finding.code for finding in reading.findings]
