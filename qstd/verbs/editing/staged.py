"""What was made of an upload, to files and back. It comes from a process that has read a stranger's file, so on the way
back nothing is believed: each value must be of the type that it should be, and nothing is ever loaded as code.
"""

import datetime as dt
import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin, get_type_hints

from qstd.model.draft import Recognition
from qstd.model.finding import Finding
from qstd.model.outline import Outline, Spot

T = TypeVar("T")
Reader = Callable[[Any], Any]


class SpoiltError(Exception):
    """What was read is not what it should be."""


@dataclass(frozen=True, slots=True)
class PagePicture:
    """A page of a source: its number and its size in points, in which the boxes of spots are told, and whether there is a
    picture of it.
    """

    number: int
    width: float
    height: float
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Result:
    """What was made of an upload: outline, standards with their account, the text of each standard as a file (empty where
    it cannot be written yet), what was wrong, pages (of a PDF), and for each standard and each of its sections the spots
    of the paragraphs that it was made of.
    """

    outline: Outline
    recognition: Recognition
    texts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    pages: tuple[PagePicture, ...] = ()
    passages: tuple[tuple[tuple[Spot, ...], ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Outlined:
    """The text of an upload, and what was wrong."""

    outline: Outline
    findings: tuple[Finding, ...] = ()


def restored(kind: type[T], value: object) -> T:
    """Make a value of type `kind` of plain values. Raises SpoiltError."""
    annotation: Any = kind
    try:
        made: T = _reader(annotation)(value)
    except RecursionError as error:
        raise SpoiltError from error
    return made


@cache
def _reader(kind: Any) -> Reader:
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Annotated:
        return _reader(arguments[0])
    if origin is Literal:
        return _one_of(arguments)
    if origin is tuple:
        return _tuple(arguments)
    if origin in (Union, types.UnionType):
        return _either(arguments)
    if isinstance(origin, type) and issubclass(origin, Mapping):
        return _mapping(arguments[1])
    if is_dataclass(kind):
        return _record(kind)
    raise TypeError(f"no reader for {kind}")


def _record(kind: Any) -> Reader:
    hints = get_type_hints(kind, include_extras=True)
    asked = {each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING}
    optional = {name for name in asked if _is_optional(hints[name])}  # `plain` leaves out what is None

    def read(value: Any) -> Any:
        if type(value) is not dict or not asked - optional <= value.keys() <= hints.keys():
            raise SpoiltError(kind.__name__)
        lacking = dict.fromkeys(optional - value.keys())
        return kind(**{name: _reader(hints[name])(each) for name, each in value.items()}, **lacking)

    return read


def _is_optional(hint: Any) -> bool:
    if get_origin(hint) is Annotated:
        return _is_optional(get_args(hint)[0])
    return type(None) in get_args(hint)


def _one_of(allowed: tuple[Any, ...]) -> Reader:
    def read(value: Any) -> Any:
        if not any(type(value) is type(each) and value == each for each in allowed):
            raise SpoiltError(str(value)[:40])
        return value

    return read


def _tuple(arguments: tuple[Any, ...]) -> Reader:
    many = len(arguments) == 2 and arguments[1] is ...

    def read(value: Any) -> Any:
        if type(value) is not list or not (many or len(value) == len(arguments)):
            raise SpoiltError("list")
        kinds = [arguments[0]] * len(value) if many else arguments
        return tuple(_reader(kind)(each) for kind, each in zip(kinds, value, strict=True))

    return read


def _mapping(inner: Any) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise SpoiltError("mapping")
        return {key: _reader(inner)(each) for key, each in value.items()}

    return read


def _either(kinds: tuple[Any, ...]) -> Reader:
    """Take the first type that fits; records that are facts are told apart by their kind, others by their fields."""

    def read(value: Any) -> Any:
        for kind in kinds:
            try:
                return _reader(kind)(value)
            except SpoiltError:
                continue
        raise SpoiltError(str(value)[:40])

    return read


def _exactly(kind: type) -> Reader:
    def read(value: Any) -> Any:
        if type(value) is not kind:
            raise SpoiltError(kind.__name__)
        return value

    return read


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise SpoiltError("number")
    return float(value)


def _date(value: Any) -> dt.date:
    try:
        return dt.date.fromisoformat(_exactly(str)(value))
    except ValueError as error:
        raise SpoiltError("date") from error


def _moment(value: Any) -> dt.datetime:
    try:
        found = dt.datetime.fromisoformat(_exactly(str)(value))
    except ValueError as error:
        raise SpoiltError("moment") from error
    if found.tzinfo is None:
        raise SpoiltError("moment")
    return found


def _amount(value: Any) -> Decimal:
    try:
        found = Decimal(value) if type(value) in (str, int) else Decimal("NaN")
    except InvalidOperation as error:
        raise SpoiltError("amount") from error
    if not found.is_finite():
        raise SpoiltError("amount")
    return found


_SCALARS: dict[Any, Reader] = {
    str: _exactly(str),
    int: _exactly(int),
    bool: _exactly(bool),
    type(None): _exactly(type(None)),
    float: _number,
    dt.date: _date,
    dt.datetime: _moment,
    Decimal: _amount,
}
