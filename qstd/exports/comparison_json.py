"""A comparison as JSON: one row for each kind of fact and one for each topic, every cell with its state.

The layout is stable: columns and rows stand in the order of the comparison, keys in the order below, and the same
comparison gives the same bytes. Typed values keep the names of the model; what a standard does not say is left out.
Dates are ISO text, amounts text. The words for people (`label`, `display`) come from the caller, who knows them in the
reader's language.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Any

from qstd.model.comparison import (
    Column,
    Comparison,
    FactCell,
    FactRow,
    Flag,
    Passage,
    PropertyRow,
    TopicCell,
    TopicRow,
    passages,
)
from qstd.model.facts import AnyFact
from qstd.model.plain import plain

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Words:
    """The words for people beside the keys: for a kind of fact and its role, for a topic, for the value of a fact."""

    kind: Callable[[str, str], str]
    topic: Callable[[str], str]
    fact: Callable[[AnyFact], str]


def comparison_json(comparison: Comparison, words: Words) -> bytes:
    """Return the comparison as UTF-8 JSON."""
    sections = [passages(comparison, at) for at in range(len(comparison.columns))]
    refs = [each.ref for each in comparison.columns]
    whole = {
        "schema": SCHEMA,
        "columns": [_column(each) for each in comparison.columns],
        "facts": [_fact_row(each, refs, sections, words) for each in comparison.facts],
        "sections": [_topic_row(each, refs, words) for each in comparison.topics],
        "properties": [_property_row(each, refs) for each in comparison.properties],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _column(column: Column) -> dict[str, Any]:
    return {
        "ref": column.ref,
        "label": column.label,
        "title": column.title,
        "service": column.service,
        "law": column.is_law,
        "status": column.status,
    }


def _fact_row(row: FactRow, refs: list[str], sections: list[dict[str, Passage]], words: Words) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "role": row.role,
        "label": _spaced(words.kind(row.kind, row.role)),
        "verdict": row.verdict,
        "cells": [
            _fact_cell(ref, cell, known, words) for ref, cell, known in zip(refs, row.cells, sections, strict=True)
        ],
    }


def _fact_cell(ref: str, cell: FactCell, sections: dict[str, Passage], words: Words) -> dict[str, Any]:
    return {
        "ref": ref,
        "state": cell.state,
        "values": [_value(each, sections, words) for each in cell.facts],
        "section": cell.section,
        "quote": cell.quote,
        "flags": [_flag(each) for each in cell.flags],
    }


def _value(fact: AnyFact, sections: dict[str, Passage], words: Words) -> dict[str, Any]:
    section = sections.get(fact.evidence.section)
    return {
        **{name: value for name, value in plain(fact).items() if name not in ("kind", "evidence")},
        "display": _spaced(words.fact(fact)),
        "evidence": {
            "section": fact.evidence.section,
            "number": section.number if section else "",
            "heading": section.heading if section else "",
            "quote": fact.evidence.quote,
        },
    }


def _spaced(text: str) -> str:
    """Where a line may break is no matter for data: "7 dage" has an ordinary space here."""
    return text.replace("\u00a0", " ")


def _flag(flag: Flag) -> dict[str, Any]:
    return {"kind": flag.kind, "law": flag.law, "missing": list(flag.missing), "total": flag.total}


def _topic_row(row: TopicRow, refs: list[str], words: Words) -> dict[str, Any]:
    return {
        "topic": row.topic,
        "label": words.topic(row.topic) if row.topic else "",
        "verdict": row.verdict,
        "cells": [_topic_cell(ref, cell) for ref, cell in zip(refs, row.cells, strict=True)],
    }


def _topic_cell(ref: str, cell: TopicCell) -> dict[str, Any]:
    return {"ref": ref, "state": cell.state, "passages": [_passage(each) for each in cell.passages]}


def _passage(passage: Passage) -> dict[str, Any]:
    return {each.name: getattr(passage, each.name) for each in fields(passage)}


def _property_row(row: PropertyRow, refs: list[str]) -> dict[str, Any]:
    cells = [{"ref": ref, "value": value} for ref, value in zip(refs, row.cells, strict=True)]
    return {"name": row.name, "verdict": row.verdict, "cells": cells}
