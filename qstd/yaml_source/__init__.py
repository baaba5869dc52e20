"""YAML text to plain values and the place of each; the only door to PyYAML.

Strict on purpose: `no`, `12:30` and `010` are text and stay as written; only `null`, `true`/`false` and canonical
integers are more than text. Duplicate keys, anchors, tags and several documents are problems, never guesses.

`events` knows all of YAML and where everything stands. `own_style` knows the values of plainly written files, several times
as fast; of those, `own_places` finds the places when somebody asks, which is when there is something to say.
"""

from collections.abc import Iterator, Mapping
from functools import cached_property

from qstd.yaml_source import own_style
from qstd.yaml_source.parsed import Mark, Parsed, Path, Problem, nothing

__all__ = ["MAX_BYTES", "Mark", "Parsed", "Path", "Problem", "parse"]

MAX_BYTES = 2_000_000


def parse(data: bytes) -> Parsed:
    """Read one YAML document. Never raises on any input."""
    if len(data) > MAX_BYTES:
        return nothing(Problem("too_large", 0, 0, str(MAX_BYTES // 1_000_000)))
    value = own_style.read(data)
    if value is not None:
        return Parsed(value, _Places(data))
    from qstd.yaml_source import events

    return events.parse(data)


class _Places(Mapping[Path, Mark]):
    """Where the values of a file stand, found when somebody first asks."""

    def __init__(self, data: bytes) -> None:
        self._data = data

    @cached_property
    def _found(self) -> Mapping[Path, Mark]:
        from qstd.yaml_source import own_places

        return own_places.Places(self._data)

    def __getitem__(self, path: Path) -> Mark:
        return self._found[path]

    def __iter__(self) -> Iterator[Path]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
