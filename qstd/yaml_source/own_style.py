"""Values of YAML as people and this program mostly write it, without libyaml; for all else, no answer.

Why a second way to read the same files: libyaml hands out one event after the other, and what Python does with each of
them takes half of the time of a check of a thousand standards. Most standards use little of YAML: a key or a list entry
on each line, after it a value on the same line, or a `|` or `>` text; comments. Regular expressions cut such a file up at once.

It is law that a wrong word is worse than a slow one. So nothing is read here that is not sure to the last character: at the
first sign of anything else (tabs, anchors, escapes, values over several lines, uneven indents, a key twice, a character that
YAML does not take) `read` returns None, and `events` decides what the file says or what is wrong with it. A property test
holds the two together: here is the value that `events` finds, or none.
"""

import re
from sys import intern
from typing import Any

from qstd.yaml_source.parsed import WORDS, resolve

_LETTERS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅabcdefghijklmnopqrstuvwxyzæøå")
_MAX_OPEN = 20  # far below the depth that is a problem
# Line feeds and printable ASCII; of the rest, what begins and continues a character below U+D000 or in U+E000-U+EFFF.
_SURE = bytes((10, *range(32, 127), *range(0x80, 0xC0), *range(0xC2, 0xED), 0xEE))
_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_LINE_ENDS = re.compile(rb"\xe2\x80[\xa8\xa9]")  # U+2028 and U+2029

# All repetitions are possessive: there is one way to read a line or none, and no text makes them try for long.
_FIRST = r"(?:[^\s\-?:,\[\]{}#&*!|>'\"%@`]|-[0-9])"
_KEY = r"\w[\w-]{0,99}+"
_PLAIN = rf"{_FIRST}(?:[^:#\n]++|:(?![ \n])|(?<! )#)*+(?<! )"
_QUOTED = r"'(?:[^'\n]++|'')*+'|\"(?:[^\"\\\n]++|\\\")*+\""
_FLOW = r"[\[{][^\n]*+"
_BLOCK = r"([|>]-?)\n(( ++)[^ \n][^\n]*+\n(?:\n*+\6 *+[^ \n][^\n]*+\n)*+)"
_IGNORED = r"(?:\n| *+#[^\n]*+\n)*+"  # empty lines and comments
_LINE = rf"( *+(?:- )?)(?:({_KEY}):(?: |(?=\n)))?(?:({_PLAIN}|{_QUOTED}|{_FLOW})?\n|{_BLOCK})"
LINES = re.compile(rf"{_LINE}{_IGNORED}|([\s\S]++)")
_HEAD = re.compile(_IGNORED)

# Inside brackets on one line: an entry with its key, and what follows it.
ENTRY = re.compile(
    rf"(?:({_KEY}): )?(?:({_FIRST}[^ ,?:#\[\]{{}}\n]*+(?: [^ ,?:#\[\]{{}}\n]++)*+|{_QUOTED})|(?=[\[{{]))"
)
_Open = list[tuple[Any, int]]


class _UnsureError(Exception):
    """The file is not in the style that is read here, or may not be."""


def read(data: bytes) -> dict[str, Any] | list[Any] | None:
    """Return the values of a YAML file that is sure to have no problem; None of any other."""
    if data.translate(None, _SURE) or _CONTROL.search(data) or _LINE_ENDS.search(data):
        return None
    try:
        text = decoded(data)
        lines = LINES.findall(text, first_line(text))
        return _values(lines) if lines and not lines[-1][-1] else None
    except (UnicodeDecodeError, _UnsureError):
        return None


def decoded(data: bytes) -> str:
    """Return the text of a file with a line feed at its end, where it makes no difference: at the end of a block it would."""
    text = data.decode()
    return text if text[-1:] == "\n" or "|" in text or ">" in text else text + "\n"


def first_line(text: str) -> int:
    """Return where the first line begins that says something."""
    head = _HEAD.match(text)
    return head.end() if head else 0


def _values(lines: list[tuple[str, ...]]) -> dict[str, Any] | list[Any]:
    """Put the lines together: each has its indent with the dash of a list entry, a key, and a value of one of two kinds."""
    start, key, scalar, *_ = lines[0]
    if not start and not key and scalar[:1] in ("[", "{") and len(lines) == 1:
        return _scalar(scalar)  # type: ignore[no-any-return]  # what stands in brackets is one of the two
    root: Any = [] if start else {}
    stack: _Open = [(root, 0)]
    current, indent, waiting = root, 0, ""
    for start, key, scalar, style, block, margin, _ in lines:
        at, dash = len(start), start[-2:] == "- "
        if dash or waiting or at != indent or type(current) is list:
            current, indent = _step(stack, waiting, at - 2 if dash else at, dash)
            if dash and key:
                entry: dict[str, Any] = {}
                current.append(entry)
                current, indent = entry, at
                stack.append((entry, at))
        waiting = ""
        if scalar:
            # Nearly all are plain words; without a call, reading a file takes a tenth less.
            value = WORDS.get(scalar, scalar) if scalar[0] in _LETTERS else _scalar(scalar)
        elif block:
            value = _block(block, margin, indent, style)
        else:
            value, waiting = None, key
        if key:
            if key in current:
                raise _UnsureError
            current[intern(key)] = value
        elif dash and (scalar or block):
            current.append(value)
        else:
            raise _UnsureError
    return root  # type: ignore[no-any-return]  # it is one of the two


def _step(stack: _Open, waiting: str, at: int, dash: bool) -> tuple[Any, int]:
    """Open what a key waits for, or close what is over, until the last on the stack is what a line at a column is in."""
    current, indent = stack[-1]
    if waiting and (at > indent or (dash and at == indent)):
        opened: Any = [] if dash else {}
        current[waiting] = opened
        stack.append((opened, at))
        if len(stack) > _MAX_OPEN:
            raise _UnsureError
        return opened, at
    wanted = list if dash else dict
    while indent > at or (indent == at and type(current) is not wanted):
        stack.pop()
        if not stack:
            raise _UnsureError
        current, indent = stack[-1]
    if indent != at:
        raise _UnsureError
    return current, indent


def _block(block: str, margin: str, indent: int, style: str) -> str:
    """Return a `|` or `>` text without its margin, which must be deeper than what the text belongs to."""
    if len(margin) <= indent:
        raise _UnsureError
    text = block[len(margin) : -1].replace("\n" + margin, "\n")
    if style[0] == ">":
        if "\n\n" in text or "\n " in text:  # several paragraphs, or lines that are set in
            raise _UnsureError
        text = text.replace("\n", " ")
    return text if style[1:] else text + "\n"


def _scalar(text: str) -> Any:
    """Return the value that is written on the rest of a line."""
    first = text[0]
    if first == "'":
        return text[1:-1].replace("''", "'")
    if first == '"':
        return text[1:-1].replace('\\"', '"')
    if first in "[{":
        value, end = _flow(text, 0, _MAX_OPEN)
        if end != len(text):
            raise _UnsureError
        return value
    return resolve(text)


def _flow(text: str, at: int, deep: int) -> tuple[Any, int]:
    """Return the list or mapping in the brackets that begin at a place, and where it ends."""
    value: Any = [] if text[at] == "[" else {}
    close, at = "]" if text[at] == "[" else "}", at + 1
    if text[at : at + 1] == close:
        return value, at + 1
    while (found := ENTRY.match(text, at)) and deep:
        key, scalar = found.groups()
        entry, at = (_scalar(scalar), found.end()) if scalar else _flow(text, found.end(), deep - 1)
        if type(value) is list and key is None:
            value.append(entry)
        elif type(value) is dict and key is not None and key not in value:
            value[intern(key)] = entry
        else:
            break
        if text[at : at + 1] == close:
            return value, at + 1
        if text[at : at + 2] != ", ":
            break
        at += 2
    raise _UnsureError
