"""What citizens call services and topics, where the catalogue's own terms say it otherwise: words to be found by."""

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from qstd.yaml_source import parse

FILE = Path(__file__).with_name("synonyms.yaml")


class Synonyms(NamedTuple):
    """Words by the key of the service or the topic that they lead to. `first` are those that lead to several services,
    and by which most people mean this one.
    """

    services: Mapping[str, tuple[str, ...]]
    first: Mapping[str, tuple[str, ...]]
    topics: Mapping[str, tuple[str, ...]]


@cache
def synonyms() -> Synonyms:
    """Return all words."""
    parsed = parse(FILE.read_bytes())
    if parsed.problems:
        raise ValueError(f"{FILE.name}: {parsed.problems[0]}")
    services, topics = parsed.value["services"], parsed.value["topics"]
    return Synonyms(_words(services, "words"), _words(services, "first"), _words(topics, "words"))


def _words(rows: Sequence[Mapping[str, Any]], name: str) -> Mapping[str, tuple[str, ...]]:
    return {row["key"]: tuple(row[name]) for row in rows if name in row}
