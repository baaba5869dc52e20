"""Facts in the editor: those of a section and what becomes of them when its sentences change, and making new ones.

A fact rests on a quote. Where the quote no longer stands in its section, somebody has changed the sentence behind it, and is
asked what is to become of the fact; nothing is taken away by itself.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import Any

from qstd import prose
from qstd.compare.matching import ratio
from qstd.model.edit import Drop, Edit, Insert, Put
from qstd.model.facts import FACT_KINDS, AnyFact
from qstd.model.fragments import effective_section
from qstd.model.municipality import Municipality
from qstd.model.standard import Section, StandardFile
from qstd.present.facts import Value, kind_label, value
from qstd.recognise.facts import propose
from qstd.recognise.facts.passages import source
from qstd.verbs.editing.fact_forms import record_of, values_of
from qstd.verbs.editing.fact_words import KINDS_BY_TOPIC, SIGNS
from qstd.verbs.editing.passages import line_text, renamed

_NEAR = 0.45
_KEPT = ("evidence", "proposed")
_AFTER = tuple(each.name for each in fields(StandardFile))
_NAME = "afsnit"


@dataclass(frozen=True, slots=True)
class Loose:
    """What a fact may rest on now that its words are gone: the sentence that is nearest to them, empty where none is near,
    and the fact as that sentence has it, None where it says no such thing or the same.
    """

    quote: str
    reads: AnyFact | None


@dataclass(frozen=True, slots=True)
class Card:
    """A fact beside the text: its number in the file, what it is called, what it says, and what it rests on."""

    at: int
    label: str
    value: Value
    quote: str
    proposed: bool
    loose: Loose | None

    @property
    def name(self) -> str:
        """The fact in a few words."""
        return f"{self.label}: {self.value.text}"


def cards(file: StandardFile, municipality: Municipality, at: int, language: str) -> tuple[Card, ...]:
    """Return the facts that rest on a section; for a number below 0, those that rest on none that there is."""
    keys = {each.key for each in file.sections}
    if at < 0:
        return tuple(
            _card(n, each, None, language) for n, each in enumerate(file.facts) if each.evidence.section not in keys
        )
    section = effective_section(file.sections[at], municipality.fragments)
    first = next((n for n, each in enumerate(file.sections) if each.key == section.key), at)
    if not section.key or first != at:
        return ()
    text = prose.text(section.body)
    own = [(n, each) for n, each in enumerate(file.facts) if each.evidence.section == section.key]
    gone = [each for _, each in own if not prose.stands(prose.normal(each.evidence.quote), text)]
    loosened = _Near(file, section) if gone else None
    return tuple(_card(n, each, loosened.of(each) if loosened and each in gone else None, language) for n, each in own)


def _card(number: int, fact: AnyFact, loose: Loose | None, language: str) -> Card:
    return Card(number, label(fact, language), value(fact, language), fact.evidence.quote, bool(fact.proposed), loose)


def label(fact: AnyFact, language: str) -> str:
    """Return what a fact is called."""
    role = getattr(fact, "role", "") or ""
    return kind_label(fact.kind, role if fact.kind in ("citation", "deadline") else "", language)


class _Near:
    """The sentences of a section, and what they say, for facts whose own are gone."""

    def __init__(self, file: StandardFile, section: Section) -> None:
        own = _alone(file, section)
        self.sentences = [each.text for passage in source(own).passages for each in passage.sentences]
        self.facts = propose(own)

    def of(self, fact: AnyFact) -> Loose:
        """Return what a fact may rest on now."""
        quote = prose.normal(fact.evidence.quote)
        scored = [(ratio(quote, each), each) for each in self.sentences]
        score, nearest = max(scored, default=(0.0, ""))
        if score < _NEAR:
            return Loose("", None)
        said = (each for each in self.facts if each.kind == fact.kind and _overlap(each.evidence.quote, nearest))
        reads = next(said, None)
        same = reads is None or values_of(reads) == values_of(fact)
        return Loose(nearest, None if same else reads)


def _alone(file: StandardFile, section: Section) -> StandardFile:
    """Return a standard with one section, which can carry facts."""
    return replace(file, sections=(replace(section, id=section.key or _NAME),), facts=(), waive=())


def _overlap(one: str, other: str) -> bool:
    return one in other or other in one


# ---------- Making one of words ----------


@dataclass(frozen=True, slots=True)
class Read:
    """What words that somebody has chosen may mean: the quote, empty where they do not stand in the section's text; the
    kinds, the likeliest first; and the values that were read, by kind.
    """

    quote: str
    kinds: tuple[str, ...]
    values: Mapping[str, Mapping[str, Any]]


def read(file: StandardFile, municipality: Municipality, at: int, words: str) -> Read:
    """Read words of a section: what they say, best guess first."""
    section = effective_section(file.sections[at], municipality.fragments)
    text = prose.text(section.body)
    chosen = quote_of(words, text)
    said = [each for each in propose(_alone(file, section)) if chosen and _overlap(each.evidence.quote, chosen)]
    alone = propose(_alone(file, replace(section, body=words))) if chosen else ()
    found: dict[str, Mapping[str, Any]] = {each.kind: {} for each in alone}
    # The whole sentence says more than a few of its words; those only tell which of its facts is meant.
    for each in (*sorted(said, key=lambda one: abs(len(one.evidence.quote) - len(chosen))), *alone):
        found[each.kind] = found.get(each.kind) or values_of(each)
    if chosen and not found:
        found |= _by_signs(file, section, chosen)
    likely = KINDS_BY_TOPIC.get(section.topic or "", "")
    first = [*found, *([likely] if likely and likely not in found else [])]
    return Read(chosen, (*first, *(each for each in FACT_KINDS if each not in first)), found)


def _by_signs(file: StandardFile, section: Section, chosen: str) -> dict[str, Mapping[str, Any]]:
    """Return what words look like that stand where nobody expects them, read as if they stood where they are expected."""
    for pattern, kind, topic in SIGNS:
        if re.search(pattern, chosen, re.IGNORECASE):
            there = _alone(file, replace(section, topic=topic))
            said = (each for each in propose(there) if each.kind == kind and _overlap(each.evidence.quote, chosen))
            return {kind: next((values_of(each) for each in said), {})}
    return {}


def quote_of(words: str, text: str) -> str:
    """Return chosen words as a quote of a text; empty where they do not stand there."""
    for each in (prose.normal(words), prose.text(words)):
        if each and prose.stands(each, text):
            return each
    return ""


# ---------- Edits ----------


def add_edits(file: StandardFile, at: int, values: Mapping[str, Any], quote: str) -> tuple[Edit, ...]:
    """Return the edits that add a fact to a section. A section without a name gets one, for facts to point to."""
    key = file.sections[at].key
    edits: list[Edit] = []
    if not key:
        taken = {each.key for each in file.sections}
        key = next(f"{_NAME}-{n}" for n in range(at + 1, at + len(taken) + 3) if f"{_NAME}-{n}" not in taken)
        edits += [Put(("sections", at, "id"), key, ("topic",)), *renamed(file, at, key)]
    defaults = {each.name: each.default for each in fields(record_of(values["kind"]))}
    told = {name: each for name, each in values.items() if each != defaults[name]}
    entry = {**told, "evidence": {"section": key, "quote": line_text(quote)}}
    return (*edits, Insert(("facts", len(file.facts)), entry, _AFTER[: _AFTER.index("facts")]))


def change_edits(file: StandardFile, number: int, values: Mapping[str, Any], quote: str) -> tuple[Edit, ...]:
    """Return the edits that give a fact other values, or another quote. A person has then said that it is right."""
    fact = file.facts[number]
    before, path = {"kind": fact.kind, **values_of(fact)}, ("facts", number)
    evidence = {"section": fact.evidence.section, "quote": line_text(quote) or fact.evidence.quote}
    if values.get("kind") != fact.kind:
        return (Put(path, {**values, "evidence": evidence}),)
    edits: list[Edit] = list(_changed(path, before, values, record_of(fact.kind)))
    if evidence["quote"] != fact.evidence.quote:
        edits.append(Put((*path, "evidence", "quote"), evidence["quote"], ("section",)))
    return (*edits, *_said_right(fact, number))


def _changed(
    path: tuple[str | int, ...], before: Mapping[str, Any], after: Mapping[str, Any], record: Any
) -> Iterable[Edit]:
    order = ("kind", *(each.name for each in fields(record) if each.name not in ("kind", *_KEPT)))
    defaults = {each.name: each.default for each in fields(record)}
    for at, name in enumerate(order):
        if before.get(name) == after.get(name):
            continue
        if name in after:
            yield Put((*path, name), after[name], order[:at])
        elif before[name] != defaults[name]:
            yield Drop((*path, name))


def confirm_edits(file: StandardFile, number: int) -> tuple[Edit, ...]:
    """Return the edit by which a person says that a proposed fact is right."""
    return tuple(_said_right(file.facts[number], number))


def _said_right(fact: AnyFact, number: int) -> Iterator[Edit]:
    if fact.proposed is not None:
        yield Drop(("facts", number, "proposed"))


def requote_edits(file: StandardFile, number: int, quote: str, values: Mapping[str, Any] | None) -> tuple[Edit, ...]:
    """Return the edits by which a fact rests on another sentence, with the values of that sentence where they are given."""
    fact = file.facts[number]
    return change_edits(file, number, values or {"kind": fact.kind, **values_of(fact)}, quote)


def drop_edits(number: int) -> tuple[Edit, ...]:
    """Return the edit that takes a fact away."""
    return (Drop(("facts", number)),)


def number_of(file: StandardFile, number: str) -> int | None:
    """Return the number of a fact that a browser names; None where there is none."""
    at = int(number) if number.isdecimal() and len(number) < 6 else -1
    return at if 0 <= at < len(file.facts) else None


def kinds(language: str, first: Sequence[str] = FACT_KINDS) -> tuple[tuple[str, str], ...]:
    """Return the kinds of facts with their names."""
    return tuple((each, kind_label(each, "", language)) for each in first)
