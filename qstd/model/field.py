"""What a field of a record may say of itself, beyond its type.

The records are plain frozen dataclasses, so that a check starts without pydantic (its import alone takes about
as long as the whole check of two standards). Each marker below stands in an `Annotated[...]` and is read by two:
`decode` (the fast way for input that is right) and pydantic (the judge, which finds every fault, and the
source of the JSON Schemas).
"""

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, fields
from functools import cache
from operator import attrgetter
from typing import Any, Literal, TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Danish:
    """What the field means, in Danish, for the person who writes it: the description in the JSON Schema."""

    text: str

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Put the text into the JSON Schema of the field."""
        schema: dict[str, Any] = handler(core_schema)
        schema["description"] = self.text
        return schema


@dataclass(frozen=True, slots=True)
class Pattern:
    """The text must match `regex` as a whole."""

    regex: str

    def admits(self, value: Any) -> bool:
        """Tell whether `value` keeps the rule."""
        return re.fullmatch(self.regex, value) is not None

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Hand the pattern to pydantic."""
        schema = handler(source)
        schema["pattern"] = f"^(?:{self.regex})$"
        return schema


FILLED = r"[\s\S]*\S[\s\S]*"
"""The pattern of a text that says something."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """The number must be `least` or more."""

    least: int

    def admits(self, value: Any) -> bool:
        """Tell whether `value` keeps the rule."""
        return bool(value >= self.least)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Hand the bound to pydantic."""
        schema = handler(source)
        schema["ge"] = self.least
        return schema


@dataclass(frozen=True, slots=True)
class Written:
    """A text that stands for a date or an amount must match `regex`, and is then read by `make`; `fault` is pydantic's
    word for one that is not so. Pydantic alone would also take "1444003200" for a date and "1e99999999" for an amount.
    """

    regex: str
    make: Callable[[str], Any]
    fault: Literal["date_parsing", "decimal_parsing"]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Hand pydantic what the text stands for."""
        from pydantic_core import PydanticCustomError, core_schema

        def read(value: Any) -> Any:
            text = str(value) if type(value) is int and self.fault == "decimal_parsing" else value
            if not isinstance(text, str):
                return value
            with suppress(ValueError):
                if re.fullmatch(self.regex, text, re.ASCII):
                    return self.make(text)
            raise PydanticCustomError(self.fault, "not written as it should be")

        return core_schema.no_info_before_validator_function(read, handler(source))


@dataclass(frozen=True, slots=True)
class NumberToo:
    """A text that people write as a bare number in YAML (`number: 2`): a whole number is taken as its digits.

    Nothing is lost by that: the YAML reader takes only canonical integers as numbers (`010` and `2.10` stay text).
    """

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Let pydantic take an integer as its digits."""
        from pydantic_core import core_schema

        def digits(value: Any) -> Any:
            return str(value) if isinstance(value, int) and not isinstance(value, bool) else value

        return core_schema.no_info_before_validator_function(digits, handler(source))

    def __get_pydantic_json_schema__(self, core_schema: Any, handler: Any) -> dict[str, Any]:
        """Let an editor accept both forms."""
        schema: dict[str, Any] = handler(core_schema)
        schema["type"] = ["string", "integer"]
        return schema


@dataclass(frozen=True, slots=True)
class Tagged:
    """A union of records, told apart by the value of one key."""

    key: str

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> Any:
        """Make pydantic look at the key first, so that a fault is reported once and not once per record."""
        from typing import Annotated

        from pydantic import Field

        return handler.generate_schema(Annotated[source, Field(discriminator=self.key)])


class Record:
    """Base of every record that is read from a file: a frozen value whose unknown keys are refused."""

    __slots__ = ()
    __pydantic_config__ = {"extra": "forbid"}  # noqa: RUF012 (pydantic reads this class attribute as it stands)

    def __eq__(self, other: object) -> bool:
        """Records are equal when they are of one type and all their fields are equal."""
        return type(self) is type(other) and _values(self) == _values(other)

    def __hash__(self) -> int:
        """Equal records have equal hashes."""
        return hash((type(self), *_values(self)))

    def __repr__(self) -> str:
        """Show the fields that were given a value."""
        kind: Any = type(self)
        shown, values = _shape(kind)
        text: str = shown % values(self)
        return text


def _values(record: object) -> tuple[Any, ...]:
    kind: Any = type(record)
    _shown, values = _shape(kind)
    found: tuple[Any, ...] = values(record)
    return found


_Shape = tuple[str, Callable[[Any], Any]]


@cache  # a site asks for it of every record of every standard
def _shape(kind: Any) -> _Shape:
    """Return how the records of a type are shown, with a place for each field, and what gives the values of the fields."""
    names = [each.name for each in fields(kind)]
    shown = ", ".join(f"{each}=%r" for each in names)
    if len(names) > 1:
        return f"{kind.__name__}({shown})", attrgetter(*names)
    return f"{kind.__name__}({shown})", lambda record: tuple(getattr(record, each) for each in names)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(kind: type[T]) -> type[T]:
    """Make a class a value that mypy lets nobody change. Python does not watch over it too: to ask of every field of every
    new value whether it may be set would more than double what it takes to make one, and a page has hundreds.
    """
    return dataclass(slots=True, unsafe_hash=True)(kind)


@dataclass_transform(frozen_default=True, kw_only_default=True)
def record(kind: type[T]) -> type[T]:
    """Make a class a dataclass with named fields that, like a `value`, nobody may change. What `Record` has is not generated
    again: making the classes is the greatest part of starting a check, and this halves it.
    """
    return dataclass(slots=True, kw_only=True, repr=False, eq=False)(kind)
