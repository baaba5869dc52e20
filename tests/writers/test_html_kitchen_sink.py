"""The kitchen sink has every block and inline in every role: a new role is put in there first."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from typing import Literal, get_args, get_origin, get_type_hints

import pytest

from qstd.model import document as model
from tests.writers.kitchen_sink import KITCHEN_SINK


def values(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for each in value:
            yield from values(each)
    elif is_dataclass(value):
        yield value
        for field in fields(value):
            yield from values(getattr(value, field.name))


ALL = list(values(KITCHEN_SINK))
TYPES = [*get_args(model.Block), *get_args(model.Inline), model.Item, model.Row, model.Cell]


@pytest.mark.parametrize("kind", TYPES, ids=lambda kind: kind.__name__)
def test_has_every_type(kind: type) -> None:
    assert any(isinstance(value, kind) for value in ALL)


def roles() -> Iterator[tuple[type, str, object]]:
    for kind in TYPES:
        for name, hint in get_type_hints(kind).items():
            choices = get_args(get_args(hint)[0]) if get_origin(hint) is tuple else get_args(hint)
            if get_origin(hint) is Literal or (get_origin(hint) is tuple and get_origin(get_args(hint)[0]) is Literal):
                for choice in choices:
                    yield kind, name, choice


@pytest.mark.parametrize(("kind", "name", "choice"), list(roles()))
def test_has_every_role(kind: type, name: str, choice: object) -> None:
    found = [getattr(value, name) for value in ALL if isinstance(value, kind)]

    assert any(choice == value or (isinstance(value, tuple) and choice in value) for value in found)
