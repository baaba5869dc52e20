"""Findings as plain values, to be kept in a file and read again."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from qstd.model.finding import Finding, Message, Place


def plain_finding(finding: Finding) -> list[object]:
    """Return a finding as lists, texts and numbers."""
    place = finding.place
    said = [_plain(each) for each in (finding.message, finding.hint, finding.source)]
    return [finding.code, finding.severity, *said, place.file, place.line, place.column, place.path]


def _plain(message: Message | None) -> list[object] | None:
    if message is None:
        return None
    values = {name: _plain(e) if isinstance(e, Message) else e for name, e in message.values.items()}
    return [message.text, values]


def finding(kept: Sequence[Any]) -> Finding:
    """Return the finding again. Raises ValueError or TypeError where that is not what was kept."""
    code, severity, what, hint, source, file, line, column, path = kept
    said = _message(what)
    if said is None:
        raise ValueError(what)
    return Finding(code, severity, said, Place(file, line, column, tuple(path)), _message(hint), _message(source))


def _message(kept: Any) -> Message | None:
    if kept is None:
        return None
    text, values = kept
    return Message(text, dict(_values(values)))


def _values(kept: Mapping[str, Any]) -> Iterator[tuple[str, str | int | Message]]:
    for name, each in kept.items():
        value = _message(each) if isinstance(each, list) else each
        yield name, "" if value is None else value
