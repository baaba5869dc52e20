"""The judge of plain values, and the source of the JSON Schemas; the only door to pydantic.

`read` tries `decode` first and asks pydantic only about input that decode did not take.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Generic, TypeVar

from qstd.model.decode import MismatchError, decode
from qstd.model.finding import Path

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Fault:
    """One place where plain values do not fit a record: where, what kind of fault (pydantic's error type, or the
    word that a record's own check raised), and what belongs to it; `fact` is the kind of the fact that it is in.
    """

    path: Path
    kind: str
    context: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Verdict(Generic[T]):
    """The record, or every fault that kept it from being made."""

    record: T | None
    faults: tuple[Fault, ...] = ()


def read(kind: type[T], value: object) -> Verdict[T]:
    """Make a record of type `kind` from plain values, or say all that is wrong with them."""
    try:
        return Verdict(decode(kind, value))
    except MismatchError:
        return judge(kind, value)


def judge(kind: type[T], value: object) -> Verdict[T]:
    """Let pydantic decide, in its strict reading of JSON: text is text, a number a number, a date an ISO date."""
    from pydantic import ValidationError

    try:
        annotation: Any = kind
        return Verdict(_adapter(annotation).validate_json(json.dumps(value), strict=True))
    except ValidationError as error:
        return Verdict(None, tuple(_fault(each) for each in error.errors(include_url=False)))


def json_schema(kind: type) -> dict[str, Any]:
    """Return the JSON Schema of a record as plain values."""
    annotation: Any = kind
    schema: dict[str, Any] = _adapter(annotation).json_schema()
    return schema


@cache
def _adapter(kind: Any) -> Any:
    from pydantic import TypeAdapter

    return TypeAdapter(kind)


def _fault(error: Any) -> Fault:
    context = {key: each for key, each in error.get("ctx", {}).items() if key != "error"}
    if error["type"] == "value_error":
        return Fault(_path(error["loc"]), str(error["ctx"]["error"]), context)
    if error["type"] == "union_tag_invalid":
        return Fault((*_path(error["loc"]), context["discriminator"].strip("'")), error["type"], context)
    if error["loc"][:1] == ("facts",):
        context["fact"] = (*error["loc"], "", "", "")[2]
    return Fault(_path(error["loc"]), error["type"], context | {"input": error.get("input")})


def _path(location: tuple[str | int, ...]) -> Path:
    """Pydantic puts the kind of a fact after its index; the file has no such step."""
    return location[:2] + location[3:] if location[:1] == ("facts",) else location
