"""One value of a YAML file changed, and nothing else: every other byte stays as it is.

An edit is made on the text itself, between the first and the last character of what it concerns (`yaml_source.spans`), in
the style that stands there where that style can hold the new value. What comes out is read again: where it does not say
exactly what was asked for, nothing is done.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from qstd.edits.patch.asked import as_asked, parts, plain, same
from qstd.edits.patch.ends import ways
from qstd.edits.patch.keys import dropped_key, new_key
from qstd.edits.patch.lists import dropped_entry, inserted, moved
from qstd.edits.patch.values import replaced
from qstd.model.edit import Edit, Insert, Move, Put, UneditableError
from qstd.yaml_source import parse
from qstd.yaml_source.spans import Node, spans

_BOM = "\ufeff"


def patched(text: str, edits: Sequence[Edit]) -> str:
    """Return a YAML text with edits made one after the other; the paths of the second are in the text after the first.

    Raises UneditableError where the text cannot be read whole, or an edit cannot be made in it without harm.
    """
    mark = _BOM if text.startswith(_BOM) else ""
    own = text.removeprefix(_BOM)
    windows = "\r\n" in own and not re.search(r"(?<!\r)\n", own)
    if windows:
        own = own.replace("\r\n", "\n")
    value = _read(own)
    if not isinstance(value, dict):
        raise UneditableError("the text cannot be read whole")
    try:
        for each in edits:
            own, value = _edited(own, value, each)
    except UnicodeEncodeError as error:  # half a character
        raise UneditableError("no file can hold such a text") from error
    return mark + (own.replace("\n", "\r\n") if windows else own)


def _read(text: str) -> Any:
    """Return what a text says; None where something is wrong with it."""
    try:
        parsed = parse(text.encode())
    except UnicodeEncodeError:
        return None
    return None if parsed.problems or not parsed.whole else parsed.value


def _edited(text: str, value: Any, edit: Edit) -> tuple[str, Any]:
    """Return a text, which says a value, with an edit made, and what it says then."""
    wanted = as_asked(value, edit)
    if isinstance(edit, Put):
        if same(wanted, value):
            return text, value
        if (made := _in_parts(text, value, edit)) is not None and same(_read(made), wanted):
            return made, wanted
    for way in ways(text):
        for made in _made(way, edit):
            if same(_read(made), wanted):
                return made, wanted
    raise UneditableError(f"the text cannot take the edit at {edit.path}")


def _in_parts(text: str, value: Any, edit: Put) -> str | None:
    """Return a text in which, of a collection that comes in the place of another, only that was put which differs; None
    where that cannot be done.
    """
    old = value
    for step in edit.path:
        if isinstance(old, dict) and step not in old:
            return None
        old = old[step]
    steps = list(parts(edit.path, old, plain(edit.value)))
    if len(steps) == 1 and steps[0].path == edit.path:
        return None
    try:
        for each in steps:
            text, value = _edited(text, value, each)
    except UneditableError:
        return None
    return text


def _made(text: str, edit: Edit) -> Iterator[str]:
    """Yield the text with the edit made, in one way or several; none of them is sure to say what was asked for."""
    root = spans(text)
    if root is None:
        raise UneditableError("nothing stands there")
    chain = [root]
    for step in edit.path[:-1]:
        found = chain[-1].at(step)
        if found is None:
            break
        chain.append(found)
    if isinstance(edit, Insert):
        yield from inserted(text, chain, edit)
        return
    if len(chain) != len(edit.path):
        raise UneditableError(f"nothing stands at {edit.path[:-1]}")
    home, last = chain[-1], edit.path[-1]
    if isinstance(edit, Put):
        yield from _put(text, chain, edit)
    elif isinstance(edit, Move):
        yield moved(text, home, int(last), edit.to)
    else:
        yield dropped_key(text, chain, last) if isinstance(last, str) else dropped_entry(text, chain, last)


def _put(text: str, chain: list[Node], edit: Put) -> Iterator[str]:
    home, last = chain[-1], edit.path[-1]
    old = home.at(last)
    if old is not None:
        key = home.keys[home.names().index(str(last))] if home.kind == "map" else None
        yield from replaced(text, chain, key, old, edit.value)
    elif home.kind == "map":
        yield new_key(text, chain, edit)
    else:
        raise UneditableError(f"nothing stands at {edit.path}")
