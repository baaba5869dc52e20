"""Records as our files write them: what is as it would be anyway is left out, and a fact says first what it is."""

import datetime as dt
from dataclasses import MISSING, Field, fields
from decimal import Decimal
from functools import cache
from typing import Any

from qstd.model.edit import Plain
from qstd.model.field import Record
from qstd.model.standard import Section, StandardFile

_LAST = ("proposed", "evidence")
_WANTED = ((Section, ("topic", "heading", "body")), (StandardFile, ("language",)))
"""Fields that are written even where their absence would say the same: a reader looks for them."""


@cache
def layout(kind: Any) -> tuple[Field[Any], ...]:
    """Return the fields of a record in the order in which they are written."""
    own: tuple[Field[Any], ...] = fields(kind)
    return tuple(sorted(own, key=lambda each: _LAST.index(each.name) if each.name in _LAST else -1))


@cache
def names_before(kind: Any, name: str) -> tuple[str, ...]:
    """Return the names of the fields behind which a new one is written."""
    names = [each.name for each in layout(kind)]
    return tuple(names[: names.index(name)])


def is_written(kind: Any, field: Field[Any], value: object) -> bool:
    """Tell whether a field of that value stands in the file."""
    if field.default is MISSING or value != field.default:
        return True
    return any(issubclass(kind, each) and field.name in names for each, names in _WANTED)


def written(value: Any) -> Plain:
    """Return a value of a record as it stands in a file: dates as text, whole amounts as numbers."""
    if isinstance(value, Record):
        kind: Any = type(value)
        given = ((each, getattr(value, each.name)) for each in layout(kind))
        return {each.name: written(own) for each, own in given if is_written(kind, each, own)}
    if isinstance(value, tuple):
        return [written(each) for each in value]
    if isinstance(value, Decimal):
        text = format(value, "f")
        return text if "." in text else int(text)
    if isinstance(value, dt.date):
        return value.isoformat()
    plain: Plain = value
    return plain
