"""Plain values to records, for input that is right: the fast way, with no library to load.

`decode` accepts only what needs no judgement and raises `MismatchError` at the first doubt. Whoever gets a MismatchError asks
`validate`, where pydantic finds every fault. A property test holds the two together: what `decode` accepts, pydantic
accepts with an equal result.
"""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from decimal import Decimal
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, get_args, get_origin

from qstd.model.field import NumberToo, Tagged

T = TypeVar("T")
Decoder = Callable[[Any], Any]


class MismatchError(Exception):
    """The value is not, or may not be, of the type asked for."""


def decode(kind: type[T], value: object) -> T:
    """Make a record of type `kind` from plain values (str, int, bool, None, list, dict)."""
    annotation: Any = kind
    record: T = decoder(annotation)(value)
    return record


@cache
def decoder(kind: Any) -> Decoder:
    """Compile the decoder of one annotation."""
    if kind in _SCALARS:
        return _SCALARS[kind]
    if is_dataclass(kind):
        return _record(kind)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _annotated(arguments[0], arguments[1:])
    if origin is Literal:
        return _literal(arguments)
    if origin is tuple:
        return _sequence(decoder(arguments[0]))
    if origin is dict:
        return _mapping(decoder(arguments[1]))
    if type(None) in arguments and len(arguments) == 2:
        return _optional(decoder(arguments[0]))
    raise TypeError(f"no decoder for {kind}")


def _record(kind: Any) -> Decoder:
    hints: dict[str, Any] = {each.name: each.type for each in fields(kind)}
    parts = {name: decoder(hint) for name, hint in hints.items()}
    required = {e.name for e in fields(kind) if e.default is MISSING and e.default_factory is MISSING}

    def decode_record(value: Any) -> Any:
        if type(value) is not dict or not required <= value.keys():
            raise MismatchError
        try:
            return kind(**{name: parts[name](each) for name, each in value.items()})
        except (KeyError, ValueError) as fault:
            raise MismatchError from fault

    return decode_record


def _annotated(kind: Any, marks: tuple[Any, ...]) -> Decoder:
    if any(isinstance(each, Tagged) for each in marks):
        return _tagged(kind)
    inner = decoder(kind)
    if any(isinstance(each, NumberToo) for each in marks):
        return lambda value: str(value) if type(value) is int else inner(value)
    rules = [each for each in marks if hasattr(each, "admits")]
    if not rules:
        return inner

    def decode_checked(value: Any) -> Any:
        result = inner(value)
        for rule in rules:
            if not rule.admits(result):
                raise MismatchError
        return result

    return decode_checked


def _tagged(kind: Any) -> Decoder:
    members = {get_args(get_args(each.__annotations__["kind"])[0])[0]: each for each in get_args(kind)}
    made: dict[str, Decoder] = {}  # when first asked for: a file has few of the kinds

    def decode_member(value: Any) -> Any:
        tag = value.get("kind") if type(value) is dict else None
        if type(tag) is not str or tag not in members:
            raise MismatchError
        if tag not in made:
            member: Any = members[tag]
            made[tag] = decoder(member)
        return made[tag](value)

    return decode_member


def _literal(allowed: tuple[Any, ...]) -> Decoder:
    # By type, since True is no 1.
    known = {kind: frozenset(each for each in allowed if type(each) is kind) for kind in map(type, allowed)}

    def decode_literal(value: Any) -> Any:
        if value not in known.get(type(value), ()):
            raise MismatchError
        return value

    return decode_literal


def _sequence(inner: Decoder) -> Decoder:
    def decode_sequence(value: Any) -> Any:
        if type(value) is not list:
            raise MismatchError
        return tuple([inner(each) for each in value])

    return decode_sequence


def _mapping(inner: Decoder) -> Decoder:
    def decode_mapping(value: Any) -> Any:
        if type(value) is not dict:
            raise MismatchError
        return {key: inner(each) for key, each in value.items()}

    return decode_mapping


def _optional(inner: Decoder) -> Decoder:
    return lambda value: None if value is None else inner(value)


def _exactly(kind: type) -> Decoder:
    def decode_scalar(value: Any) -> Any:
        if type(value) is not kind:
            raise MismatchError
        return value

    return decode_scalar


def _date(value: Any) -> dt.date:
    if type(value) is not str or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII):
        raise MismatchError
    try:
        return dt.date.fromisoformat(value)
    except ValueError as fault:
        raise MismatchError from fault


def _amount(value: Any) -> Decimal:
    if type(value) is int or (type(value) is str and re.fullmatch(r"\d{1,12}(\.\d{1,6})?", value, re.ASCII)):
        return Decimal(value)
    raise MismatchError


_SCALARS: dict[Any, Decoder] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    dt.date: _date,
    Decimal: _amount,
}


def record_types(kind: Any, path: tuple[str | int, ...]) -> tuple[Any, ...]:
    """Return the record types that may stand at `path` below `kind`: what fields an unknown one could have meant."""
    kinds: tuple[Any, ...] = (kind,)
    for step in path:
        kinds = tuple(below for each in kinds for below in _below(each, step))
    return kinds


def _below(kind: Any, step: str | int) -> tuple[Any, ...]:
    hints = [each.type for each in fields(kind) if each.name == step] if isinstance(step, str) else [kind]
    return tuple(record for hint in hints for record in _records(hint))


def _records(hint: Any) -> tuple[Any, ...]:
    if isinstance(hint, type) and is_dataclass(hint):
        return (hint,)
    return tuple(record for each in get_args(hint) for record in _records(each))
