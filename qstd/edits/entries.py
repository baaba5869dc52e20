"""Entries of a list in a YAML file, put in and taken out; all that stands around them, comments and order, stays.

Where that cannot be done, the text comes back as it was; whoever asks reads it again anyway.
"""

import re
from collections.abc import Mapping, Sequence
from itertools import count

from qstd.edits.layout import dump
from qstd.edits.patch import patched
from qstd.edits.patch.asked import parts
from qstd.model.edit import Drop, Edit, Insert, UneditableError
from qstd.yaml_source import parse

_HERE = "\N{OBJECT REPLACEMENT CHARACTER}"
"""Stands where a new entry goes, until that is laid out."""


def with_entry(text: str, key: str, at: int | None, entry: Mapping[str, str]) -> str:
    """Return a text whose list under `key` has an entry: in place of the one of number `at`, or, where that is None, as
    the last one.
    """
    values = parse(text.encode()).value
    if at is not None:
        return _edited(text, *parts((key, at), values[key][at], dict(entry)))
    path, keys = (key, len(values.get(key) or [])), tuple(values)
    made = _edited(text, Insert(path, _HERE, keys))
    line = re.search(rf"^( *)- {_HERE}", made, re.MULTILINE)
    if line is None:  # the list stands in brackets
        return _edited(text, Insert(path, dict(entry), keys))
    own = [line[1] + each for each in dump([dict(entry)]).rstrip("\n").split("\n")]
    return made[: line.start()] + "\n".join(own) + made[line.end() :]


def without_entry(text: str, key: str, at: int) -> str:
    """Return a text whose list under `key` is without the entry of number `at`; comments around it stay."""
    spans = _spans(text, key)
    if not spans:
        return _edited(text, Drop((key, at)))
    lines = text.split("\n")
    if len(spans) == 1:
        head = parse(text.encode()).places[(key,)].line - 1
        lines[head] = re.sub(rf"{key}(['\"]?)\s*:", rf"{key}\1: []", lines[head], count=1)
    start, end, _ = spans[at]
    return "\n".join(lines[:start] + lines[end:])


def _edited(text: str, *edits: Edit) -> str:
    try:
        return patched(text, edits)
    except UneditableError:
        return text


def _spans(text: str, key: str) -> list[tuple[int, int, int]]:
    """Return, for the list under `key`, the lines that each entry has for itself (first, one after the last) and how far
    in it stands; nothing where two share a line.
    """
    lines = text.split("\n")
    places = parse(text.encode()).places
    found: list[tuple[int, int, int]] = []
    for number in count():
        if (key, number) not in places:
            return found
        mark = places[(key, number)]
        start = mark.line - 1
        if not lines[start][: mark.column - 1].strip():  # the dash stands on a line of its own
            start -= 1
        indent = len(lines[start]) - len(lines[start].lstrip(" "))
        if lines[start][indent : mark.column - 1].strip() != "-" and lines[start].strip() != "-":
            return []
        found.append((start, _end(lines, start + 1, indent), indent))
    return found


def _end(lines: Sequence[str], at: int, indent: int) -> int:
    """Return where an entry ends whose dash stands `indent` in; a comment as far out as that is about what follows."""
    end = at
    while at < len(lines):
        far = len(lines[at]) - len(lines[at].lstrip(" "))
        if lines[at].strip() and far > indent:
            end = at + 1
        elif lines[at].strip() and not lines[at].lstrip().startswith("#"):
            break
        at += 1
    return end
