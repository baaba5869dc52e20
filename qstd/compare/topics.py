"""Sections beside each other: one row for each topic, with every standard's own number, heading and text."""

from collections import Counter
from collections.abc import Sequence

from qstd import catalogue, prose
from qstd.compare.hollow import folded, state_of
from qstd.compare.verdicts import groups, several, verdict
from qstd.model.comparison import Column, Passage, State, TopicCell, TopicRow, Verdict
from qstd.model.standard import Section, Standard

# A topic, or for sections without one what they are recognised by: their own heading (or text) and which one it is.
RowKey = tuple[str, str, int]


def topic_rows(columns: Sequence[Column], standards: Sequence[Standard]) -> tuple[TopicRow, ...]:
    """Return a row for each topic: catalogue order, then topics it does not know, then sections without a topic."""
    keyed = [_by_row(each) for each in standards]
    seen = list(dict.fromkeys(key for sections in keyed for key in sections))
    order = {topic: place for place, topic in enumerate(catalogue.topics())}
    # Sorting is stable, so what the catalogue does not place stays in the order in which it was met.
    seen.sort(key=lambda key: (key[0] == "", order.get(key[0], len(order))))
    return tuple(_row(key, columns, keyed) for key in seen)


def _by_row(standard: Standard) -> dict[RowKey, list[Section]]:
    """Sort the sections of one standard into rows; a section without topic has a row of its own."""
    rows: dict[RowKey, list[Section]] = {}
    met: Counter[str] = Counter()
    for section in standard.sections:
        if section.topic:
            rows.setdefault((section.topic, "", 0), []).append(section)
        else:
            name = folded(section.heading or section.body).casefold()
            rows[("", name, met[name])] = [section]
            met[name] += 1
    return rows


def _row(key: RowKey, columns: Sequence[Column], keyed: Sequence[dict[RowKey, list[Section]]]) -> TopicRow:
    cells = tuple(_cell(sections.get(key, [])) for sections in keyed)
    answers = [_words(each) for each in cells]
    return TopicRow(key[0], _verdict(columns, answers), cells, groups(answers))


def _cell(sections: Sequence[Section]) -> TopicCell:
    states = {state_of(each.body) for each in sections}
    order: tuple[State, ...] = ("stated", "none", "empty")
    state: State = next((each for each in order if each in states), "absent")
    return TopicCell(state, tuple(_passage(each) for each in sections))


def _passage(section: Section) -> Passage:
    return Passage(section.key, section.number or "", section.heading, section.body, section.audience)


def _verdict(columns: Sequence[Column], answers: Sequence[str | None]) -> Verdict:
    """Texts are alike when their words are. An act is never worded like a standard: where municipalities have text, the
    wording of the act is shown beside it and not judged.
    """
    by_act = [each.is_law for each in columns]
    if several(columns) and any(answer and not law for answer, law in zip(answers, by_act, strict=True)):
        answers = [None if law else answer for answer, law in zip(answers, by_act, strict=True)]
    return verdict(columns, answers)


def _words(cell: TopicCell) -> str | None:
    """Return the words of a cell, whatever marks they were written with; all ways to say "none" are one."""
    return "\n".join(filter(None, (_said(each.body) for each in cell.passages))) or None


def _said(body: str) -> str:
    return "ingen" if prose.none_answer(body) else prose.text(body) or folded(body)
