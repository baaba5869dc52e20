"""Blocks as data for Typst: each is a dictionary with its kind `k`, its role `r` and what is inside, `c`."""

from collections.abc import Iterable
from dataclasses import replace

from qstd.model.document import (
    Block,
    Blocks,
    Cell,
    Heading,
    Inlines,
    Item,
    Items,
    Note,
    Paragraph,
    Row,
    Table,
    Text,
    dotted,
    plain,
)
from qstd.writers.changes import has_marked_end, is_marked, numbers
from qstd.writers.typst_inlines import Data, Setting, changed, inlines

# What is so short stays on one page; more than that could be more than a page.
_WHOLE = 700
# Characters.
_ONE_LINE = 15
# With more columns than this a comparison becomes cards.
_MOST_COLUMNS = 5


def blocks(values: Blocks, setting: Setting) -> list[Data]:
    """Return blocks as data."""
    return [_block(value, setting) for value in values]


def _block(value: Block, setting: Setting) -> Data:
    if isinstance(value, Paragraph):
        return {"k": "p", "r": value.kind, "id": value.id or None, "c": _paragraph(value, setting)}
    if isinstance(value, Heading):
        return _heading(value, setting)
    if isinstance(value, Items):
        return _items(value, setting)
    if isinstance(value, Table):
        return _table(value, replace(setting, boxed=True))
    return _note(value, setting)


def _paragraph(value: Paragraph, setting: Setting) -> list[str | Data]:
    words = inlines(value.inlines, setting)
    if setting.moved or not has_marked_end(value):
        return words
    return [*words, {"k": f"{value.change}-end", "c": []}]


def _heading(value: Heading, setting: Setting) -> Data:
    words, number = inlines(value.inlines, setting), dotted(value.number) if value.number else None
    if number and is_marked(value):
        unmarked: Inlines = tuple(word for each in value.inlines for word in getattr(each, "inlines", ()))
        words, number = list(changed(value.change, inlines((Text(f"{number} "), *unmarked), setting))), None
    if setting.boxed and number:
        words, number = [f"{number} ", *words], None
    return {
        "k": "h",
        # One inside a box is no part of the outline.
        "level": 0 if setting.boxed else value.level,
        # In a booklet a standard looks as it does on its own.
        "look": max(1, value.level - setting.booklet),
        "page": setting.booklet and value.level == 2,
        "outlined": True,
        "number": number,
        "id": value.id or None,
        "c": words,
        "tags": inlines(value.tags, setting),
    }


# ---------- Lists ----------


def _items(value: Items, setting: Setting) -> Data:
    data: Data = {"k": "items", "r": value.kind, "c": [_item(item, value, setting) for item in value.items]}
    if value.kind == "facts":
        data["beside"] = all(_is_one_line(item.label) for item in value.items)
    if value.kind == "ordered":
        counted = numbers(value)
        # An entry that is gone has no number.
        gone = 0 in counted
        data |= {
            "start": value.start,
            "numbers": [f"{each}." if each else "" for each in counted] if gone else None,
        }
    return data


def _item(item: Item, of: Items, setting: Setting) -> Data:
    first, rest = next(iter(item.blocks), None), item.blocks[1:]
    # One paragraph, maybe with a list under it, is what people mean by a bullet.
    bare = (
        of.kind in ("bullet", "ordered")
        and isinstance(first, Paragraph)
        and not (first.kind or first.id)
        and all(isinstance(each, Items) for each in rest)
    )
    return {
        "label": inlines(item.label, setting),
        "plain": _paragraph(first, setting) if bare and isinstance(first, Paragraph) else None,
        "c": blocks(rest if bare else item.blocks, setting),
        "whole": _is_short(item.blocks),
    }


def _is_one_line(label: Inlines) -> bool:
    """Tell whether a label of facts surely fits on one line of its column."""
    return len(plain(label)) <= _ONE_LINE and all(isinstance(each, Text) for each in label)


def _note(note: Note, setting: Setting) -> Data:
    inside = replace(
        setting, boxed=setting.boxed or note.kind == "contact", moved=note.kind == "moved", empty=note.kind == "empty"
    )
    return {
        "k": "note",
        "r": note.kind,
        "title": inlines(note.title, setting) if plain(note.title) else [],
        "c": blocks(note.blocks, inside),
        "whole": _is_short(note.blocks),
    }


# ---------- Tables ----------


def _table(value: Table, setting: Setting) -> Data:
    rows = value.head + value.body
    columns = max((sum(cell.colspan for cell in row.cells) for row in rows), default=0)
    wide = bool(value.kind) and columns > _MOST_COLUMNS
    return {
        "k": "table",
        "compares": bool(value.kind),
        "columns": columns,
        "caption": inlines(value.caption, setting),
        "cards": wide,
        # Cards have no head for links to lead to.
        "ids": [cell.id for row in value.head for cell in row.cells if cell.id] if wide else [],
        "across": 2 if value.kind == "texts" else 4,
        "head": [] if wide else [_row(row, replace(setting, repeats=True)) for row in value.head],
        "rows": [(_card if wide else _row)(row, setting) for row in value.body],
    }


def _row(row: Row, setting: Setting) -> Data:
    short = all(_is_short(cell.blocks) and cell.rowspan == 1 for cell in row.cells)
    places = [(row.id, row.cells[0].id), *((each.id,) for each in row.cells[1:])] if row.cells else []
    cells = [_cell(cell, ids, setting) for cell, ids in zip(row.cells, places, strict=True)]
    return {"whole": short, "group": row.kind == "group", "cells": cells}


def _cell(cell: Cell, ids: Iterable[str], setting: Setting) -> Data:
    return {
        "c": blocks(cell.blocks, setting),
        "header": bool(cell.header),
        "colspan": cell.colspan,
        "rowspan": cell.rowspan,
        "kinds": cell.kinds,
        "ids": list(filter(None, ids)),
    }


def _card(row: Row, setting: Setting) -> Data:
    name, cells = ([], row.cells) if not row.cells[0].header else (row.cells[0].blocks, row.cells[1:])
    return {
        "ids": [each for each in (row.id, *(cell.id for cell in row.cells)) if each],
        "name": blocks(tuple(name), setting),
        "cells": [{"column": cell.column, "c": blocks(cell.blocks, setting)} for cell in cells],
    }


# ---------- How long ----------


def _is_short(values: Blocks) -> bool:
    return _length(values) <= _WHOLE


def _length(values: Iterable[object]) -> int:
    """Return how much room blocks take, in characters; a paragraph of one word takes a line."""
    total = 0
    for each in values:
        if isinstance(each, (Paragraph, Heading)):
            total += max(60, len(plain(each.inlines)))
        elif isinstance(each, Items):
            total += sum(_length(item.blocks) for item in each.items)
        elif isinstance(each, Table):
            total += sum(_length(cell.blocks) for row in (*each.head, *each.body) for cell in row.cells)
        elif isinstance(each, Note):
            total += 60 + _length(each.blocks)
    return total
