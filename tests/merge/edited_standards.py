"""Hypothesis: a standard, and what people do to one."""

from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from qstd.model.standard import Approval, Section, StandardFile, Waiver
from tests.standards_strategies import TOPICS, facts, standards

LINES = tuple(
    f"{who} {does}." for who in ("Borgeren", "Naboen", "Byrådet") for does in ("kan klage", "får svar", "betaler")
)
HEADINGS = ("", "Hvad koster det?", "Klage", "Hvem kan få hjælp?", "Frist")
BODIES = st.lists(st.sampled_from((*LINES, "")), max_size=6).map("\n".join) | st.sampled_from(LINES).map(
    lambda x: x + "\n"
)
FIELDS: dict[str, st.SearchStrategy[Any]] = {
    "topic": st.none() | st.sampled_from(TOPICS),
    "number": st.none() | st.sampled_from("123"),
    "heading": st.sampled_from(HEADINGS),
    "body": BODIES,
    "audience": st.sampled_from(["everyone", "professional"]),
    "derived_from": st.none() | st.just("lejre/x#price"),
}
SECTIONS = st.builds(Section, id=st.none() | st.sampled_from(["a", "b", "c"]), **FIELDS)
WAIVERS = st.builds(
    Waiver,
    code=st.sampled_from(["R001", "K002"]),
    reason=st.sampled_from(LINES),
    section=st.none() | st.sampled_from("ab"),
)
APPROVALS = st.none() | st.builds(
    Approval, body=st.none() | st.just("Byrådet"), text=st.none() | st.sampled_from(LINES)
)


def keys(standard: StandardFile) -> list[str]:
    """The names that facts of a standard may point at, one of them wrong."""
    return [*(each.key for each in standard.sections if each.key), "nowhere"]


@st.composite
def files(draw: st.DrawFn) -> StandardFile:
    """Make a standard's file; its sections may share names."""
    made = draw(standards())
    sections = draw(st.just(made.sections) | st.lists(SECTIONS, max_size=5).map(tuple))
    values = {each: getattr(made, each) for each in ("schema", "title", "service", "status", "approval", "facts")}
    return StandardFile(**values, sections=sections, waive=tuple(draw(st.lists(WAIVERS, max_size=2))))


@st.composite
def worked_on(draw: st.DrawFn, standard: StandardFile) -> StandardFile:
    """Make what a person may make of a standard with a few steps of work."""
    for _ in range(draw(st.integers(0, 4))):
        standard = draw(_step(standard))
    return standard


def _step(standard: StandardFile) -> st.SearchStrategy[StandardFile]:
    ways = [
        st.sampled_from(["Støtte", "Hjælp"]).map(lambda title: replace(standard, title=title)),
        APPROVALS.map(lambda approval: replace(standard, approval=approval)),
        _list_step(standard, "sections", SECTIONS),
        _list_step(standard, "facts", facts(tuple(keys(standard)))),
        _list_step(standard, "waive", WAIVERS),
    ]
    if standard.sections:
        ways += [_section_step(standard), _section_step(standard), _words_elsewhere(standard)]
    return st.one_of(ways)


@st.composite
def _list_step(draw: st.DrawFn, standard: StandardFile, field: str, new: st.SearchStrategy[Any]) -> StandardFile:
    """Take an entry of a list out, put one in, or move one."""
    rows = list(getattr(standard, field))
    at = draw(st.integers(0, len(rows)))
    way = draw(st.sampled_from(["out", "in", "move", "twice"]))
    if way == "in" or not rows:
        rows.insert(at, draw(new))
    else:
        row = rows[at % len(rows)] if way == "twice" else rows.pop(at % len(rows))
        if way != "out":
            rows.insert(draw(st.integers(0, len(rows))), row)
    made: dict[str, Any] = {field: tuple(rows)}
    return replace(standard, **made)


@st.composite
def _section_step(draw: st.DrawFn, standard: StandardFile) -> StandardFile:
    """Work on a section: a field, a line of its text, or its name together with the facts that use it."""
    rows = list(standard.sections)
    at = draw(st.integers(0, len(rows) - 1))
    old = rows[at]
    way = draw(st.sampled_from(["field", "line", "name"]))
    if way == "line":
        lines = old.body.split("\n")
        place = draw(st.integers(0, len(lines)))
        lines[place : place + draw(st.integers(0, 1))] = [draw(st.sampled_from(LINES))]
        rows[at] = replace(old, body="\n".join(lines))
        return replace(standard, sections=tuple(rows))
    if way == "field":
        name = draw(st.sampled_from(sorted(FIELDS)))
        rows[at] = replace(old, **{name: draw(FIELDS[name])})
        return replace(standard, sections=tuple(rows))
    rows[at] = replace(old, id=draw(st.sampled_from(["a", "b", "d", "e"])))
    followed = [
        replace(each, evidence=replace(each.evidence, section=rows[at].key))
        if each.evidence.section == old.key
        else each
        for each in standard.facts
    ]
    return replace(standard, sections=tuple(rows), facts=tuple(followed))


@st.composite
def _words_elsewhere(draw: st.DrawFn, standard: StandardFile) -> StandardFile:
    """Move some lines to a new section or to another one, which may be all that is left of the old one."""
    rows = list(standard.sections)
    at = draw(st.integers(0, len(rows) - 1))
    lines = rows[at].body.split("\n")
    start = draw(st.integers(0, len(lines)))
    end = draw(st.integers(start, len(lines)))
    rows[at] = replace(rows[at], body="\n".join(lines[:start] + lines[end:]))
    to = draw(st.integers(0, len(rows)))
    if draw(st.booleans()) or to == len(rows):
        rows.insert(to, Section(topic="other", heading="Nyt", body="\n".join(lines[start:end])))
    else:
        rows[to] = replace(rows[to], body="\n".join([rows[to].body, *lines[start:end]]))
        rows = rows[:at] + rows[at + draw(st.integers(0, 1)) :]
    return replace(standard, sections=tuple(rows))


@st.composite
def threes(draw: st.DrawFn) -> tuple[StandardFile, StandardFile, StandardFile]:
    """Make a standard and what two people made of it."""
    base = draw(files())
    return base, draw(worked_on(base)), draw(worked_on(base))
