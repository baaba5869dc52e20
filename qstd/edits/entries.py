"""Entries of a list in a YAML file, put in and taken out; all that stands around them, comments and order, stays."""

import re
from collections.abc import Mapping, Sequence
from io import StringIO
from itertools import count

from qstd.edits.layout import dump, round_trip
from qstd.yaml_source import parse


def with_entry(text: str, key: str, at: int | None, entry: Mapping[str, str]) -> str:
    """Return a text whose list under `key` has an entry: in place of the one of number `at`, or, where that is None, as
    the last one.
    """
    spans = _spans(text, key)
    if at is None and spans:
        _, end, indent = spans[-1]
        lines = text.split("\n")
        own = [" " * indent + line for line in dump([dict(entry)]).rstrip("\n").split("\n")]
        return "\n".join([*lines[:end], *own, *(lines[end:] or [""])])
    return _changed(text, key, at, entry)


def without_entry(text: str, key: str, at: int) -> str:
    """Return a text whose list under `key` is without the entry of number `at`; comments around it stay."""
    spans = _spans(text, key)
    if not spans:
        return _changed(text, key, at, {})
    lines = text.split("\n")
    if len(spans) == 1:
        head = parse(text.encode()).places[(key,)].line - 1
        lines[head] = re.sub(rf"{key}(['\"]?)\s*:", rf"{key}\1: []", lines[head], count=1)
    start, end, _ = spans[at]
    return "\n".join(lines[:start] + lines[end:])


def _changed(text: str, key: str, at: int | None, entry: Mapping[str, str]) -> str:
    """Change an entry in its place; one that shares a line with others, or is the first, is put in or taken out."""
    from ruamel.yaml.comments import CommentedMap, CommentedSeq

    yaml = round_trip(text)
    root = yaml.load(text)
    if root.get(key) is None:
        root[key] = CommentedSeq()
    entries = root[key]
    if at is None:
        if not entries:
            entries.fa.set_block_style()
        entries.append(CommentedMap(entry))
    elif not entry:
        del entries[at]
    else:
        for name in [each for each in entries[at] if each not in entry]:
            del entries[at][name]
        entries[at].update(entry)
    out = StringIO()
    yaml.dump(root, out)
    return out.getvalue()


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
