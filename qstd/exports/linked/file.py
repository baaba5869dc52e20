"""Linked data as a file: JSON-LD with the context that it needs, one property in a line, so that people can read it too."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from qstd.exports.linked.context import context

_json = json.JSONEncoder(ensure_ascii=False).encode


def linked_file(nodes: Sequence[Mapping[str, Any]], language: str = "", base: str = "") -> bytes:
    """Return nodes as a file whose words are in `language`. `base` is the file's own address, from which those in it that
    are relative are told; without one they are told from wherever the file lies.
    """
    head = context(language, base, _terms(nodes))
    graph = ",\n  ".join(map(_object, nodes))
    return f'{{\n"@context": {_object(head)},\n"@graph": [\n  {graph}\n]\n}}\n'.encode()


def _object(values: Mapping[str, Any]) -> str:
    lines = (f"{_json(key)}: {_json(each)}" for key, each in values.items())
    return "{" + ",\n   ".join(lines) + "}"


def _terms(value: Any) -> set[str]:
    if isinstance(value, Mapping):
        return set(value).union(*map(_terms, value.values()))
    return set().union(*map(_terms, value)) if isinstance(value, (list, tuple)) else set()
