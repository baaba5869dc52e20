"""A revision as JSON: two versions of one standard and the steps that lead from the old one to the new one.

The layout is stable and published as `schemas/revision.schema.json`. The steps hold all words of both versions, nothing
twice: the `old` leaves of all steps in order are the old standard, the `new` ones the new. Where words changed, the
spans of a step do the same for its texts.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from qstd.exports.json_file import json_file
from qstd.exports.spans import stretches
from qstd.exports.words import Words, spaced
from qstd.model.comparison import Flag
from qstd.model.document import Break, Inlines, Link, Text
from qstd.model.document import plain as characters
from qstd.model.facts import AnyFact
from qstd.model.plain import plain
from qstd.model.revision import JOINT, FactChange, Frame, Leaf, PropertyChange, Revision, Step, Version

SCHEMA = 1


def revision_json(revision: Revision, words: Words) -> bytes:
    """Return the revision as UTF-8 JSON."""
    whole = {
        "schema": SCHEMA,
        "same": revision.same,
        "old": _version(revision.old),
        "new": _version(revision.new),
        "properties": [_property(each, words, revision.new) for each in revision.properties],
        "facts": [_fact_change(each, words) for each in revision.facts],
        "sections": [{"old": old, "new": new} for old, new in revision.sections],
        "steps": [_step(each, revision) for each in _with_sources(revision.steps)],
    }
    return json_file(whole)


def _version(version: Version) -> dict[str, Any]:
    approval = {"approval": plain(version.approval)} if version.approval else {}
    sections = [dict(zip(("number", "heading", "topic"), each, strict=True)) for each in version.sections]
    return {
        "ref": version.ref,
        "revision": version.revision,
        "title": version.title,
        "municipality": version.municipality,
        "service": version.service,
        "status": version.status,
        **approval,
        "sections": sections,
    }


def _property(change: PropertyChange, words: Words, new: Version) -> dict[str, Any]:
    own = {"section": new.keys[change.section]} if change.section >= 0 else {}
    return {"name": change.name, "label": words.property(change.name), **own, "old": change.old, "new": change.new}


def _fact_change(change: FactChange, words: Words) -> dict[str, Any]:
    return {
        "kind": change.kind,
        "role": change.role,
        "label": spaced(words.kind(change.kind, change.role)),
        "direction": change.direction,
        "reason": change.reason,
        "old": [_value(each, words) for each in change.old],
        "new": [_value(each, words) for each in change.new],
        "flags": [_flag(each) for each in change.flags],
    }


def _value(fact: AnyFact, words: Words) -> dict[str, Any]:
    typed = {name: value for name, value in plain(fact).items() if name not in ("kind", "evidence")}
    return {**typed, "display": spaced(words.fact(fact)), "evidence": plain(fact.evidence)}


def _flag(flag: Flag) -> dict[str, Any]:
    return {"kind": flag.kind, "law": flag.law, "missing": list(flag.missing), "total": flag.total}


def _with_sources(steps: Sequence[Step]) -> Iterator[tuple[Step, tuple[int, ...]]]:
    """Give each step with the old leaves that its spans lead from: for moved text those of its other half."""
    away = {each.move: each.old for each in steps if each.kind == "moved_away"}
    for step in steps:
        yield step, away.get(step.move, ()) if step.kind == "moved_here" else step.old


def _step(pair: tuple[Step, tuple[int, ...]], revision: Revision) -> dict[str, Any]:
    step, source = pair
    old = JOINT.join(revision.old.leaves[at].text for at in source)
    new = JOINT.join(revision.new.leaves[at].text for at in step.new)
    return {
        "kind": step.kind,
        "change": step.change,
        "move": step.move,
        "old": [_leaf(revision.old.leaves[at]) for at in step.old],
        "new": [_leaf(revision.new.leaves[at]) for at in step.new],
        "spans": [
            each | {"move": span.move} for each, span in zip(stretches(step.spans, old, new), step.spans, strict=True)
        ],
    }


def _leaf(leaf: Leaf) -> dict[str, Any]:
    return {
        "kind": leaf.kind,
        "section": leaf.section,
        "number": leaf.number,
        "level": leaf.level,
        "text": leaf.text,
        "marks": [mark for cell in leaf.cells for mark in _marks(cell)],
        "frames": [_frame(each) for each in leaf.frames],
        "first": leaf.first,
    }


def _marks(inlines: Inlines) -> Iterator[dict[str, str]]:
    """Yield links and stressed words: a link that leads elsewhere is a change, though its words are the same."""
    for inline in inlines:
        if isinstance(inline, (Text, Break)):
            continue
        target = {"href": inline.href} if isinstance(inline, Link) else {}
        yield {"kind": type(inline).__name__.lower(), "text": characters(inline.inlines), **target}
        yield from _marks(inline.inlines)


def _frame(frame: Frame) -> dict[str, Any]:
    return {
        "kind": frame.kind,
        "number": frame.number,
        "item": frame.item,
        "start": frame.start,
        "columns": frame.columns,
        "head": frame.head,
    }
