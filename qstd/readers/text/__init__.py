"""Text files: paragraphs that were cut into lines, tables drawn with "|" or made with tabs, page numbers left in.

A text file has no marks for what is a heading, a page or a table. Everything is told from how the lines look; what the
looks do not tell stays text, in its order.
"""

from collections.abc import Sequence

from qstd.model.finding import Finding, Place, message
from qstd.model.outline import Block, Furniture, Outline, Reading
from qstd.readers import residue
from qstd.readers.characters import decode
from qstd.readers.text.columns import column_rows
from qstd.readers.text.furniture import separated
from qstd.readers.text.lines import Line, lines, single_spaced, width
from qstd.readers.text.paragraphs import prose
from qstd.readers.text.rows import tab_rows
from qstd.readers.text.tables import pipe_table, table


def read(data: bytes, file: str) -> Reading:
    """Read a text file."""
    decoded = decode(data, file)
    if decoded.text is None:
        return Reading(None, decoded.findings)
    kept, furniture, gaps = separated(lines(decoded.text))
    blocks, repeated = _blocks(single_spaced(kept), gaps)
    findings = [*decoded.findings]
    if residue.has_tags(decoded.text):
        findings.append(Finding("I178", "info", _RESIDUE, Place(file)))
    outline = Outline(file, "txt", tuple(blocks), (*furniture, *repeated), plain=residue.stripped(decoded.text))
    return Reading(outline, tuple(findings))


_RESIDUE = message(
    "Der er rester af HTML-koder i teksten; de er læst som afsnit, lister og understregning, ikke som ord"
)


def _blocks(kept: Sequence[Line], gaps: frozenset[int]) -> tuple[list[Block], list[Furniture]]:
    wide = width([line for line in kept if "|" not in line.text and "\t" not in line.text])
    blocks, repeated, waiting = list[Block](), list[Furniture](), list[Line]()
    index = tables = 0
    while index < len(kept):
        made = None if kept[index].empty else _table(kept, index, tables + 1)
        if made is None:
            waiting.append(kept[index])
            index += 1
            continue
        blocks += prose(waiting, wide, gaps)
        waiting = []
        block, heads, index = made
        blocks += block
        repeated += heads
        tables += 1
    blocks += prose(waiting, wide, gaps)
    return blocks, repeated


def _table(kept: Sequence[Line], index: int, number: int) -> tuple[list[Block], list[Furniture], int] | None:
    text = kept[index].text
    if "|" in text and (drawn := pipe_table(kept, index, number)):
        return [drawn[0]] if drawn[0] else [], drawn[1], drawn[2]
    if "\t" in text and (rows := tab_rows(kept, index)):
        return [table(rows.rows, rows.columns, number)], [], rows.end
    if "   " in text.strip() and (rows := column_rows(kept, index)):
        return [table(rows.rows, rows.columns, number)], [], rows.end
    return None
