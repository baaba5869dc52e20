"""Facts and waivers name the section that they are about. While versions are laid together, sections go by tokens, so that
a section that one side gave another name is still the one that the other side's facts mean.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from qstd.model.facts import FactBase
from qstd.model.field import Record
from qstd.model.standard import Section, Waiver

_MARK = "\0"  # stands in no text of ours, so that no name is taken for a token


def tokens_of(sections: Mapping[int, Section]) -> dict[str, int]:
    """Return the token that each name means: the first section of that name."""
    found: dict[str, int] = {}
    for token, section in sections.items():
        if section.key:
            found.setdefault(section.key, token)
    return found


def to_tokens(entries: Iterable[Any], tokens: Mapping[str, int]) -> list[Any]:
    """Return facts or waivers with the token of their section in place of its name, where there is such a section."""
    return [_renamed(each, lambda name: f"{_MARK}{tokens[name]}" if name in tokens else name) for each in entries]


def to_names(entries: Iterable[Any], names: Callable[[int], str]) -> list[Any]:
    """Return facts or waivers with the names of sections in place of tokens."""
    return [_renamed(each, lambda name: names(int(name[1:])) if name.startswith(_MARK) else name) for each in entries]


def token_in(entry: Record) -> int | None:
    """Return the token of the section that a fact or a waiver is about."""
    name = _section(entry)
    return int(name[1:]) if name and name.startswith(_MARK) else None


def _section(entry: Record) -> str | None:
    if isinstance(entry, FactBase):
        return entry.evidence.section
    return entry.section if isinstance(entry, Waiver) else None


def _renamed(entry: Record, name: Callable[[str], str]) -> Record:
    old = _section(entry)
    if old is None or name(old) == old:
        return entry
    if isinstance(entry, FactBase):
        return replace(entry, evidence=replace(entry.evidence, section=name(old)))
    return replace(entry, section=name(old)) if isinstance(entry, Waiver) else entry
