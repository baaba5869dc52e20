"""One value of a YAML file changed, and nothing else: every other byte stays as it is.

An edit is made on the text itself, between the first and the last character of what it concerns (`yaml_source.spans`), in
the style that stands there where that style can hold the new value. What comes out is read again: where it does not say
exactly what was asked for, nothing is done.
"""

import re
from collections.abc import Iterator, Sequence

from qstd.edits.patch.asked import as_asked
from qstd.edits.patch.lists import dropped_entry, inserted, moved
from qstd.edits.patch.values import dropped_key, put, without_kept_ends
from qstd.model.edit import Drop, Edit, Insert, Move, Put, UneditableError
from qstd.yaml_source import parse
from qstd.yaml_source.spans import spans

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
    for each in edits:
        own = _edited(own, each)
    return mark + (own.replace("\n", "\r\n") if windows else own)


def _edited(text: str, edit: Edit) -> str:
    before = parse(text.encode())
    if before.problems or not before.whole or not isinstance(before.value, dict):
        raise UneditableError("the text cannot be read whole")
    wanted = as_asked(before.value, edit)
    if wanted == before.value and isinstance(edit, Put):
        return text
    for each in _ways(text):
        made = _made(each, edit)
        if _says(made, wanted):
            return made
    raise UneditableError(f"the text cannot take the edit at {edit.path}")


def _ways(text: str) -> Iterator[str]:
    """Yield the text as it is; then, for edits that cannot be made in that, with an end to its last line, and without
    blocks that swallow the empty lines behind them.
    """
    yield text
    ended = text if text.endswith("\n") else f"{text}\n"
    if ended != text:
        yield ended
    if (freed := without_kept_ends(ended)) != ended:
        yield freed


def _says(text: str, wanted: object) -> bool:
    after = parse(text.encode())
    return not after.problems and after.value == wanted and _same_order(after.value, wanted)


def _made(text: str, edit: Edit) -> str:
    root = spans(text)
    if root is None or not edit.path:
        raise UneditableError("nothing to edit")
    chain = [root]
    for step in edit.path[:-1]:
        found = chain[-1].at(step)
        if found is None:
            break
        chain.append(found)
    last = edit.path[-1]
    if isinstance(edit, Put):
        return put(text, chain, edit)
    if isinstance(edit, Insert):
        return inserted(text, chain, edit)
    if len(chain) != len(edit.path):
        raise UneditableError(f"nothing stands at {edit.path}")
    if isinstance(edit, Move):
        return moved(text, chain[-1], int(last), edit.to)
    assert isinstance(edit, Drop)
    return dropped_key(text, chain, last) if isinstance(last, str) else dropped_entry(text, chain, last)


def _same_order(one: object, other: object) -> bool:
    """Tell whether keys stand in one order: mappings are equal without it."""
    if isinstance(one, dict) and isinstance(other, dict):
        return list(one) == list(other) and all(_same_order(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return all(_same_order(a, b) for a, b in zip(one, other, strict=True))
    return True
