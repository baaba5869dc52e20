"""Records as plain values that JSON can hold."""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any


def plain(value: Any) -> Any:
    """Return a record as mappings, lists and scalars: dates as ISO text, amounts as text, what is not given left out."""
    if is_dataclass(value):
        given = ((each, getattr(value, each.name)) for each in fields(value))
        return {e.name: plain(v) for e, v in given if v is not None and (v != () or e.default is MISSING)}
    if isinstance(value, Mapping):
        return {str(key): plain(each) for key, each in value.items()}
    if isinstance(value, (tuple, list)):
        return [plain(each) for each in value]
    if isinstance(value, date):
        return value.isoformat()
    return format(value, "f") if isinstance(value, Decimal) else value
