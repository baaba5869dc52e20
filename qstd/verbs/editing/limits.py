"""What a text of a draft may be: no larger than a standard's file, and of whole characters."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from qstd import workspace
from qstd.model.edit import Edit, Insert, Plain, Put
from qstd.verbs.editing import errors

E = TypeVar("E", bound=Edit)


def within(ref: str, text: str) -> str:
    """Return a text that a file can hold: half characters, as broken programs paste them, become a sign for that. Raises
    TooLargeError.
    """
    if len(text) > workspace.MAX_BYTES:
        raise errors.too_large(ref)
    try:
        size = len(text.encode())
    except UnicodeEncodeError:
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        size = len(text.encode())
    if size > workspace.MAX_BYTES:
        raise errors.too_large(ref)
    return text


def cleaned(ref: str, edit: E) -> E:
    """Return an edit with values that a file can hold. Raises TooLargeError."""
    return replace(edit, value=_cleaned(ref, edit.value)) if isinstance(edit, Put | Insert) else edit


def _cleaned(ref: str, value: Plain) -> Plain:
    if isinstance(value, str):
        return within(ref, value)
    if isinstance(value, Mapping):
        return {within(ref, key): _cleaned(ref, each) for key, each in value.items()}
    return [_cleaned(ref, each) for each in value] if isinstance(value, list | tuple) else value
