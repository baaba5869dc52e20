"""Which properties of a JSON Schema a piece of data uses: a walk over both, as a validator takes it."""

from collections.abc import Iterator
from typing import Any


def used(whole: Any, schema: Any, value: Any, path: str = "") -> Iterator[str]:
    """Yield the properties that `value` has, each by the path to it from the definition that has it."""
    if "$ref" in schema:
        path = schema["$ref"].rpartition("/")[2]
        yield from used(whole, whole["$defs"][path], value, path)
    for rule in schema.get("allOf", ()):
        if all(value.get(key) == each["const"] for key, each in rule["if"]["properties"].items()):
            yield from used(whole, rule["then"], value, path)
    if isinstance(value, dict):
        for key, own in schema.get("properties", {}).items():
            if key in value:
                yield f"{path}/{key}"
                yield from used(whole, own, value[key], f"{path}/{key}")
    if isinstance(value, list) and "items" in schema:
        for each in value:
            yield from used(whole, schema["items"], each, path)


def declared(whole: Any) -> Iterator[tuple[str, Any]]:
    """Yield the properties that a schema declares, with what it says of each."""
    yield from _declared(whole, "")
    for name, each in whole["$defs"].items():
        yield from _declared(each, name)


def _declared(schema: Any, path: str) -> Iterator[tuple[str, Any]]:
    for key, own in schema.get("properties", {}).items():
        yield f"{path}/{key}", own
        yield from _declared(own, f"{path}/{key}")
    if "items" in schema:
        yield from _declared(schema["items"], path)
