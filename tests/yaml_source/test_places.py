"""Values and where they stand: whatever PyYAML writes is read back, and each path leads to its line."""

from collections.abc import Iterator
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd.yaml_source import Mark, Path, parse

KEYS = st.sampled_from(
    ["a", "b", "title", "no", "12:30", "010", "true", "~", "æ ø", "x: y", "- z", "7", "", "#", "&a", "'"]
)
TEXTS = KEYS | st.text("ab æ\n:#-'\"|>[]{}&*!%@\\,0 ", max_size=12)
NUMBERS = st.integers(-(10**17), 10**17)
VALUES: st.SearchStrategy[Any] = st.recursive(
    TEXTS | st.none() | st.booleans() | NUMBERS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=12,
)


def below(value: Any, path: Path = ()) -> Iterator[Path]:
    yield path
    steps = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for step, inner in steps:
        yield from below(inner, (*path, step))


@settings(max_examples=120, deadline=None)
@given(VALUES.filter(lambda value: value is not None), st.booleans() | st.none(), st.integers(10, 100))
def test_what_is_written_is_read_back(value: Any, flow: bool | None, width: int) -> None:
    text = yaml.safe_dump(value, default_flow_style=flow, allow_unicode=True, width=width)
    parsed = parse(text.encode())

    assert (value, ()) == (parsed.value, parsed.problems)
    assert set(below(value)) == set(parsed.places)
    lines = text.split("\n")
    for path, mark in parsed.places.items():
        if path and isinstance(path[-1], str):
            assert path[-1] == key_at(lines, mark)


def key_at(lines: list[str], mark: Mark) -> str:
    """The key that stands at a place, read by PyYAML."""
    rest = "\n".join([lines[mark.line - 1][mark.column - 1 :], *lines[mark.line :]]).removeprefix("? ")
    event = next(each for each in yaml.parse(rest) if isinstance(each, yaml.ScalarEvent))
    return str(event.value)


BODIES = """\
a: |
  en
  to
b: |-

    x
c: enkel
d: "citat"
e:
- |
  i liste
f: >-
  foldet
"""


@pytest.mark.parametrize(
    ("path", "place"),
    [
        (("a",), Mark(1, 1, 2, 3)),
        (("b",), Mark(4, 1, 5, 5)),
        (("c",), Mark(7, 1, 7, 4)),
        (("d",), Mark(8, 1, 8, 5)),
        (("e",), Mark(9, 1, 10, 1)),
        (("e", 0), Mark(10, 3, 11, 3)),
        (("f",), Mark(12, 1, 13, 3)),
    ],
    ids=str,
)
def test_where_the_text_of_a_value_begins(path: Path, place: Mark) -> None:
    assert place == parse(BODIES.encode()).places[path]
