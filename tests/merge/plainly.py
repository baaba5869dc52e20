"""Edits made to plain values: what each of them means, in the fewest words. The product makes them on text."""

import copy
from collections.abc import Sequence
from typing import Any

from qstd.merge.written import written
from qstd.model.decode import decode
from qstd.model.edit import Drop, Edit, Insert, Move, Put
from qstd.model.standard import StandardFile


def edited(record: StandardFile, edits: Sequence[Edit]) -> StandardFile:
    """Return what a file that says `record` says after the edits."""
    return decode(StandardFile, made(written(record), edits))


def made(values: Any, edits: Sequence[Edit]) -> Any:
    """Return plain values after the edits."""
    values = copy.deepcopy(values)
    for edit in edits:
        *way, last = edit.path
        place = values
        for at, step in enumerate(way):
            if isinstance(edit, Insert) and at == len(way) - 1 and isinstance(place, dict):
                place = place.setdefault(step, [])
            else:
                place = place[step]
        _make(place, last, edit)
    return values


def _make(place: Any, last: str | int, edit: Edit) -> None:
    match edit:
        case Put(value=value):
            assert isinstance(last, str) or last < len(place)
            place[last] = copy.deepcopy(value)
        case Drop():
            del place[last]
        case Insert(value=value):
            assert 0 <= int(last) <= len(place)
            place.insert(last, copy.deepcopy(value))
        case Move(to=to):
            assert 0 <= to < len(place)
            place.insert(to, place.pop(last))
