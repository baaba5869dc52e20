"""Passages: the edits by which people change the sections of a standard, and what is said of it as a whole.

Facts and waivers name the section that they are about. Where a section gets another name, or goes away, they go with it.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields
from typing import Any

from qstd import catalogue
from qstd.model.edit import Drop, Edit, Insert, Move, Plain, Put
from qstd.model.standard import Approval, Section, StandardFile

OF_SECTION = ("number", "heading", "topic", "audience", "body", "derived_from")
"""What can be changed of a section, by the names of the model."""
OF_WHOLE = ("title", "service", "status", "language")
OF_APPROVAL = ("date", "body", "text", "effective_from", "review_due")
_SECTION_KEYS = tuple(each.name for each in fields(Section))
_APPROVAL_KEYS = tuple(each.name for each in fields(Approval))
_FILE_KEYS = tuple(each.name for each in fields(StandardFile))
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def body_text(text: str) -> str:
    """Return a text as a body has it: plain line ends, one at its end, no characters that no file can hold."""
    plain = _UNSEEN.sub("", re.sub(r"\r\n?", "\n", text))
    return plain.rstrip("\n") + "\n" if plain.strip() else ""


def line_text(text: str) -> str:
    """Return a text as a heading or a number has it: one line, without space around it."""
    return " ".join(_UNSEEN.sub("", text).split())


def section_edits(file: StandardFile, at: int, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return the edits that give a section new values; none for those that it has already."""
    edits: list[Edit] = []
    for name in OF_SECTION:
        if name in values:
            edits += _of_section(file, at, name, values[name])
    return tuple(edits)


def _of_section(file: StandardFile, at: int, name: str, given: str) -> Iterable[Edit]:
    section = file.sections[at]
    path = ("sections", at, name)
    if name == "topic":
        return _topic(file, at, line_text(given))
    value = body_text(given) if name == "body" else line_text(given)
    before = getattr(section, name) or ""
    if value.rstrip("\n") == before.rstrip("\n"):
        return ()
    if name in ("body", "heading") or (value and (name, value) != ("audience", "everyone")):
        return (Put(path, value, _before(_SECTION_KEYS, name)),)
    return (Drop(path),)


def _before(keys: tuple[str, ...], name: str) -> tuple[str, ...]:
    return keys[: keys.index(name)]


def _topic(file: StandardFile, at: int, topic: str) -> Iterable[Edit]:
    """Change what a section is about. Its name follows, unless another section has that name, and those that point to it."""
    section = file.sections[at]
    if topic == (section.topic or ""):
        return
    path = ("sections", at)
    yield Put((*path, "topic"), topic) if topic else Drop((*path, "topic"))
    if section.id:
        return
    taken = {each.key for number, each in enumerate(file.sections) if number != at}
    name = topic or section.key
    if not topic or topic in taken:
        name = _free(topic, taken) if topic else section.key
        yield Put((*path, "id"), name, ("topic",))
    yield from renamed(file, at, name)


def renamed(file: StandardFile, at: int, name: str) -> Iterable[Edit]:
    """Yield the edits by which facts and waivers follow a section to its new name."""
    old = file.sections[at].key
    if not old or old == name or any(each.key == old for each in file.sections[:at]):
        return
    for number, fact in enumerate(file.facts):
        if fact.evidence.section == old:
            yield Put(("facts", number, "evidence", "section"), name)
    for number, waiver in enumerate(file.waive):
        if waiver.section == old:
            yield Put(("waive", number, "section"), name)


def _free(topic: str, taken: set[str]) -> str:
    return next(f"{topic}_{n}" for n in range(2, len(taken) + 3) if f"{topic}_{n}" not in taken)


def added(file: StandardFile, at: int, topic: str, heading: str = "", body: str = "") -> tuple[Edit, ...]:
    """Return the edits that put a new section in place `at`: under its topic's own heading, where none is given."""
    known = catalogue.topics().get(topic)
    taken = {each.key for each in file.sections}
    values: dict[str, str | None] = {
        "topic": topic if known else None,
        "id": _free(topic, taken) if topic in taken else None,
        "number": _next_number(file) if at == len(file.sections) else None,
        "heading": line_text(heading) or (known.label["da"] if known else ""),
        "body": body_text(body),
    }
    entry: Plain = {name: each for name, each in values.items() if each is not None}
    return (Insert(("sections", at), entry, _before(_FILE_KEYS, "sections")),)


def _next_number(file: StandardFile) -> str | None:
    """Return the number of a section at the end, where the sections have numbers."""
    last = file.sections[-1].number if file.sections else "0"
    return str(int(last) + 1) if last and re.fullmatch(r"\d{1,4}", last, re.ASCII) else None


def moved(at: int, to: int) -> tuple[Edit, ...]:
    """Return the edit that moves a section to another place."""
    return (Move(("sections", at), to),)


def removed(file: StandardFile, at: int) -> tuple[Edit, ...]:
    """Return the edits that take a section away, with the facts and waivers that are about it alone."""
    key = file.sections[at].key
    alone = key and sum(each.key == key for each in file.sections) == 1
    edits: list[Edit] = []
    if alone:
        waivers = [number for number, each in enumerate(file.waive) if each.section == key]
        facts = [number for number, each in enumerate(file.facts) if each.evidence.section == key]
        edits += [Drop(("waive", number)) for number in reversed(waivers)]
        edits += [Drop(("facts", number)) for number in reversed(facts)]
    return (*edits, Drop(("sections", at)))


# ---------- The standard as a whole ----------


def whole_edits(file: StandardFile, values: Mapping[str, str]) -> tuple[Edit, ...]:
    """Return the edits that change what is said of the standard as a whole: names as in the model, those of the approval
    with "approval." before them.
    """
    edits: list[Edit] = []
    for name in OF_WHOLE:
        value = line_text(values.get(name, ""))
        if name in values and (value or name == "title") and value != getattr(file, name):
            edits.append(Put((name,), value, _before(_FILE_KEYS, name)))
    given = {name: line_text(values[f"approval.{name}"]) for name in OF_APPROVAL if f"approval.{name}" in values}
    return (*edits, *_approval(file.approval, given))


def _approval(approval: Approval | None, given: Mapping[str, str]) -> Iterable[Edit]:
    before = {name: _said(getattr(approval, name, None)) for name in _APPROVAL_KEYS}
    changed = {name: value for name, value in given.items() if value != before[name]}
    after = {name: value for name, value in (before | changed).items() if value}
    if not changed:
        return
    if approval is None:
        yield Put(("approval",), after, _before(_FILE_KEYS, "approval"))
    elif not after and all(getattr(approval, name) is None for name in _APPROVAL_KEYS if name not in OF_APPROVAL):
        yield Drop(("approval",))
    else:
        for name, value in changed.items():
            path = ("approval", name)
            yield Put(path, value, _before(_APPROVAL_KEYS, name)) if value else Drop(path)


def _said(value: Any) -> str:
    return "" if value is None else str(value)
