"""A comparison as JSON: one row for each kind of fact and one for each topic, every cell with its state.

The layout is stable and published as `schemas/comparison.schema.json`: columns and rows stand in the order of the
comparison, keys in the order below, and the same comparison gives the same bytes. Columns are called by their reference
everywhere, never by their place. Typed values keep the names of the model; what a standard does not say is left out.
Dates are ISO text, amounts text. The words for people (`label`, `display`) come from the caller, who knows them in the
reader's language.
"""

from collections.abc import Sequence
from typing import Any

from qstd import prose
from qstd.exports.json_file import json_file
from qstd.exports.spans import stretches
from qstd.exports.words import Words, spaced
from qstd.model.comparison import (
    Column,
    Comparison,
    Copy,
    Echo,
    FactCell,
    FactRow,
    Flag,
    Passage,
    PropertyRow,
    Sentence,
    SharedText,
    Spread,
    TopicCell,
    TopicRow,
    passages,
)
from qstd.model.facts import AnyFact
from qstd.model.plain import plain

SCHEMA = 1
_Sections = dict[str, Passage]


def comparison_json(comparison: Comparison, words: Words) -> bytes:
    """Return the comparison as UTF-8 JSON."""
    sections = [passages(comparison, at) for at in range(len(comparison.columns))]
    refs = [each.ref for each in comparison.columns]
    whole = {
        "schema": SCHEMA,
        "baseline": refs[comparison.baseline] if comparison.baseline is not None else None,
        "columns": [_column(each) for each in comparison.columns],
        "facts": [_fact_row(each, refs, sections, words) for each in comparison.facts],
        "sections": [_topic_row(each, refs, sections, words) for each in comparison.topics],
        "properties": [_property_row(each, refs, words) for each in comparison.properties],
        "shared": [_shared(each, refs, sections) for each in comparison.shared],
    }
    return json_file(whole)


def _column(column: Column) -> dict[str, Any]:
    approval = {"approval": plain(column.approval)} if column.approval else {}
    return {
        "ref": column.ref,
        "label": column.label,
        "title": column.title,
        "service": column.service,
        "law": column.is_law,
        "status": column.status,
        **approval,
        "has_facts": column.has_facts,
    }


def _grouped(groups: Sequence[int], refs: Sequence[str]) -> list[list[str]]:
    """Return the columns of each answer, the answer that most give first."""
    answers: dict[int, list[str]] = {}
    for ref, group in zip(refs, groups, strict=bool(groups)):
        answers.setdefault(group, []).append(ref)
    return [answers[group] for group in sorted(answers) if group]


def _fact_row(row: FactRow, refs: list[str], sections: list[_Sections], words: Words) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "role": row.role,
        "label": spaced(words.kind(row.kind, row.role)),
        "verdict": row.verdict,
        "note": row.note,
        "groups": _grouped(row.groups, refs),
        "outliers": [refs[at] for at in row.outliers],
        "spreads": [_spread(each) for each in row.spreads],
        "cells": [
            _fact_cell(ref, cell, known, words) for ref, cell, known in zip(refs, row.cells, sections, strict=True)
        ],
    }


def _spread(spread: Spread) -> dict[str, Any]:
    amounts = {key: plain(getattr(spread, key)) for key in ("low", "median", "high")}
    return {"unit": spread.unit, "per": spread.per, **amounts, "count": spread.count}


def _fact_cell(ref: str, cell: FactCell, sections: _Sections, words: Words) -> dict[str, Any]:
    return {
        "ref": ref,
        "state": cell.state,
        "values": [_value(each, sections, words) for each in cell.facts],
        "section": cell.section,
        "quote": cell.quote,
        "flags": [_flag(each) for each in cell.flags],
    }


def _value(fact: AnyFact, sections: _Sections, words: Words) -> dict[str, Any]:
    section = sections.get(fact.evidence.section)
    return {
        **{name: value for name, value in plain(fact).items() if name not in ("kind", "evidence")},
        "display": spaced(words.fact(fact)),
        "evidence": {
            "section": fact.evidence.section,
            "number": section.number if section else "",
            "heading": section.heading if section else "",
            "quote": fact.evidence.quote,
        },
    }


def _flag(flag: Flag) -> dict[str, Any]:
    return {"kind": flag.kind, "law": flag.law, "missing": list(flag.missing), "total": flag.total}


def _topic_row(row: TopicRow, refs: list[str], sections: list[_Sections], words: Words) -> dict[str, Any]:
    return {
        "topic": row.topic,
        "label": words.topic(row.topic) if row.topic else "",
        "verdict": row.verdict,
        "groups": _grouped(row.groups, refs),
        "cells": [_topic_cell(ref, cell, refs, sections) for ref, cell in zip(refs, row.cells, strict=True)],
    }


def _topic_cell(ref: str, cell: TopicCell, refs: list[str], sections: list[_Sections]) -> dict[str, Any]:
    return {
        "ref": ref,
        "state": cell.state,
        "passages": [_passage(each, refs) for each in cell.passages],
        "echoes": [_echo(each, refs, sections) for each in cell.echoes],
    }


def _passage(passage: Passage, refs: list[str]) -> dict[str, Any]:
    blocks = tuple(prose.block_texts(prose.blocks(passage.body))) if passage.sentences else ()
    return {
        "section": passage.section,
        "number": passage.number,
        "heading": passage.heading,
        "body": passage.body,
        "audience": passage.audience,
        "sentences": [_sentence(each, blocks, refs) for each in passage.sentences],
    }


def _sentence(sentence: Sentence, blocks: Sequence[str], refs: list[str]) -> dict[str, Any]:
    """A sentence has its words too: who wants to read it need not know how a body falls into blocks."""
    return {
        "block": sentence.leaf,
        "start": sentence.start,
        "end": sentence.end,
        "text": blocks[sentence.leaf][sentence.start : sentence.end],
        "same": [refs[at] for at in sentence.same],
        "near": [refs[at] for at in sentence.near],
    }


def _echo(echo: Echo, refs: list[str], sections: list[_Sections]) -> dict[str, Any]:
    section = sections[echo.column].get(echo.section)
    return {
        "ref": refs[echo.column],
        "section": echo.section,
        "number": section.number if section else "",
        "heading": section.heading if section else "",
        "confidence": echo.confidence,
        "score": round(float(echo.score), 3),
    }


def _property_row(row: PropertyRow, refs: list[str], words: Words) -> dict[str, Any]:
    cells = [{"ref": ref, "value": value} for ref, value in zip(refs, row.cells, strict=True)]
    return {
        "name": row.name,
        "label": words.property(row.name),
        "verdict": row.verdict,
        "groups": _grouped(row.groups, refs),
        "cells": cells,
    }


def _shared(shared: SharedText, refs: list[str], sections: list[_Sections]) -> dict[str, Any]:
    copies = [_copy(each, shared.text, refs, sections[each.column]) for each in shared.copies]
    return {"text": shared.text, "copies": copies}


def _copy(copy: Copy, text: str, refs: list[str], sections: _Sections) -> dict[str, Any]:
    section = sections.get(copy.section)
    return {
        "ref": refs[copy.column],
        "section": copy.section,
        "number": section.number if section else "",
        "heading": section.heading if section else "",
        "block": copy.leaf,
        "text": copy.text,
        "similarity": round(float(copy.similarity), 3),
        "changes": stretches(copy.spans, text, copy.text),
    }
