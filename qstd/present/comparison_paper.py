"""A comparison for paper: tables of so many columns as a page that lies down has room for, one group after the other.

The law and the baseline are repeated in each group. The facts of all columns come first, then all texts. No word is left
out; where no column of a group has text under a topic, a line under the table says so instead of a row of dashes.
"""

from collections.abc import Iterator
from dataclasses import replace

from qstd.model.columns import Part, column_groups
from qstd.model.document import Block, Blocks, Paragraph, Row, Table, Text, plain
from qstd.present.comparison_view import View
from qstd.present.quantities import listed, lower_first

MOST_COLUMNS = 4


def on_paper(view: View, blocks: Blocks) -> Iterator[Block]:
    """Yield blocks, with each comparison split into groups of columns that a page has room for."""
    for block in blocks:
        if isinstance(block, Table) and block.kind:
            for part in column_groups(block, MOST_COLUMNS):
                yield from _part(view, part)
        else:
            yield block


def _part(view: View, part: Part) -> Iterator[Block]:
    if part.first == 1 and part.last == part.total:
        yield part.table
        return
    silent = [row for row in part.table.body if part.table.kind == "texts" and part.last and _is_silent(row)]
    body = tuple(row for row in part.table.body if row not in silent)
    if body:
        yield replace(part.table, body=body, caption=(Text(_caption(view, part)),))
    if silent:
        names = listed([lower_first(_name(row)) for row in silent], view.language)
        columns = listed([view.inside[view.order[each]] for each in _own(view, part)], view.language)
        said = view.say("Hos {columns} er der intet afsnit om {topics}.").format(columns=columns, topics=names)
        yield Paragraph((Text(said),), kind="small")


def _caption(view: View, part: Part) -> str:
    _ = view.say
    if not part.last:
        return _("Fordelingen på alle {count} kolonner").format(count=part.total)
    names = [view.names[view.order[each]] for each in _own(view, part)]
    pattern = (
        _("Kolonne {first}–{last} af {total}: {names}")
        if part.first < part.last
        else _("Kolonne {first} af {total}: {names}")
    )
    return pattern.format(first=part.first, last=part.last, total=part.total, names=listed(names, view.language))


def _own(view: View, part: Part) -> list[int]:
    """Return the places in the order of the columns that are this part's own; the names and the counts stand before."""
    return [at - 1 - view.many for at in part.columns if at > view.many][-(part.last - part.first + 1) :]


def _is_silent(row: Row) -> bool:
    return all("absent" in cell.kinds and len(cell.blocks) == 1 for cell in row.cells if cell.place)


def _name(row: Row) -> str:
    first = row.cells[0].blocks[0]
    return plain(first.inlines) if isinstance(first, Paragraph) else ""
