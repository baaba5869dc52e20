"""A standard that goes out as Word and comes back unedited is what it was: every byte of its file, in both layouts, twice."""

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import canon, workspace
from qstd.edits.layout import dump
from qstd.model.fragments import effective
from qstd.model.municipality import Municipality
from qstd.model.plain import plain
from qstd.model.standard import Section, Standard
from qstd.model.word import WordBase
from qstd.readers.docx import edited
from qstd.readers.yaml_file import read_municipality
from qstd.verbs.word_merge import Plan
from qstd.verbs.word_merge_sections import parted
from qstd.verbs.word_merge_text import returned
from tests.standards_strategies import BODIES
from tests.word_merge.places import (
    COMMON,
    LAYOUTS,
    REF,
    STANDARD,
    Job,
    Layout,
    merged,
    standard_of,
    through_office,
    word_file,
    word_file_of,
)

EXAMPLES = int(os.environ.get("QSTD_FUZZ", "50"))
ROOT = Path(__file__).parent.parent.parent


def corpus() -> Iterator[tuple[str, str, str]]:
    """Every standard of the repository, and one with all that a file can have: name, text, its municipality's text."""
    yield REF, STANDARD, COMMON
    for entry in workspace.Workspace(ROOT).entries():
        common = entry.path.parent / workspace.MUNICIPALITY_FILE
        yield entry.ref, entry.path.read_text("utf-8"), common.read_text("utf-8")


CORPUS = tuple(corpus())
each_standard = pytest.mark.parametrize(("ref", "text", "common"), CORPUS, ids=[each[0] for each in CORPUS])
each_layout = pytest.mark.parametrize("layout", LAYOUTS)


def check_unchanged(plan: Plan, text: str) -> None:
    """Nothing is to be written, and nothing is to be said."""
    assert plan.text == text
    assert (plan.edits, plan.conflicts, plan.taken, plan.kept, plan.findings) == ((), (), (), (), ())
    assert {each.how for each in plan.sections} == {"bookmark"}


@each_layout
@each_standard
def test_yaml_to_word_to_yaml_twice(ref: str, text: str, common: str, layout: Layout) -> None:
    once = merged(word_file(text, common, layout, ref), text, common, ref=ref).text

    assert once is not None
    check_unchanged(merged(word_file(once, common, layout, ref), text, common, ref=ref), text)


def test_after_libreoffice_has_saved_it(tmp_path: Path) -> None:
    jobs = {
        (ref, layout): Job(word_file(text, common, layout, ref)) for ref, text, common in CORPUS for layout in LAYOUTS
    }
    again = through_office(jobs, tmp_path)
    twice = through_office({key: Job(data) for key, data in again.items()}, tmp_path)

    for ref, text, common in CORPUS:
        for layout in LAYOUTS:
            check_unchanged(merged(again[ref, layout], text, common, ref=ref), text)
            check_unchanged(merged(twice[ref, layout], text, common, ref=ref), text)


@each_layout
@each_standard
def test_the_word_file_alone_says_what_the_standard_says(ref: str, text: str, common: str, layout: Layout) -> None:
    """Without what the file carries: only its bookmarks, headings and words."""
    municipality = read_municipality(common.encode(), "").record or Municipality(name="", code="0000")
    standard = effective(standard_of(text, ref), municipality.fragments)

    alone = read_alone(word_file(text, common, layout, ref), standard)

    assert [(each.key, each.number, each.heading) for each in alone.sections] == [
        (each.key, each.number, each.heading) for each in standard.sections
    ]
    for here, there in zip(alone.sections, standard.sections, strict=True):
        assert canon.text(here.body).replace("\n* ", "\n- ") == canon.text(there.body).replace("\n* ", "\n- ")


def read_alone(data: bytes, standard: Standard) -> Standard:
    """The sections of a Word file, found by their bookmarks, with nothing known of their numbers, headings and words."""
    outline = edited.read(data, "").outline
    assert outline is not None
    nameless = tuple(Section(topic=each.topic, id=each.id, audience=each.audience) for each in standard.sections)
    found = parted(outline.blocks, WordBase(form=1, ref="", title="", sections=nameless)).sections
    made = {
        each.base: replace(
            nameless[each.base],
            number=each.number,
            heading=each.heading,
            body=returned("", each.blocks, min(each.level, 2) - 1),
        )
        for each in found
        if each.base is not None
    }
    return replace(standard, sections=tuple(made[at] for at in range(len(nameless))))


PIECES = st.sampled_from(
    (
        *BODIES,
        "- én\n  - under\n    1. dybt\n- to",
        "* stjerne\n* stjerne",
        "1) en\n2) to\n\n5) fem",
        "## Overskrift\n\nTekst.\n\n#### Dybere",
        "> Et citat.\n> To linjer.",
        "| a | b |\n|---|---|\n| 1 | **2** |",
        "En *skrå* og [et link](https://eksempel.dk/a?b=c&d=(e)) og servicelovens § 85, stk. 1.",
        "Skriv til post@eksempel.dk\\\neller ring på telefon 12 34 56 78.",
        "Linje med to mellemrum  \nog mere",
        "1\\. januar og \\*stjerner\\* & <tegn> _understreg_ [klammer]",
        "`kode` og [et sted](../andet/index.html) og [mere](https://eksempel.dk/støtte/æ?ø=å).",
        "- \n- to",
    )
)
TEXTS = st.lists(PIECES, max_size=4).map("\n\n".join)
HEADINGS = st.sampled_from(("Pris", "1. Formål", "Hvad   koster det?", "§ 85", "12 timer om ugen", "", "A & B < C"))
NUMBERS = st.sampled_from((None, "1", "2.1", "A", "12"))


@st.composite
def standards(draw: st.DrawFn) -> Standard:
    """Standards with any text in any order of audiences."""
    sections = tuple(
        Section(
            id=f"s{at}",
            number=draw(NUMBERS),
            heading=draw(HEADINGS),
            body=draw(TEXTS),
            audience=draw(st.sampled_from(("everyone", "professional"))),
        )
        for at in range(draw(st.integers(1, 4)))
    )
    return replace(standard_of(STANDARD), sections=sections, facts=())


@settings(max_examples=EXAMPLES, deadline=None)
@given(standards(), st.sampled_from(LAYOUTS))
def test_any_text_comes_back(standard: Standard, layout: Layout) -> None:
    text = dump({key: value for key, value in plain(standard).items() if key != "municipality"})
    standard = standard_of(text)
    data = word_file_of(standard, Municipality(name="Lejre Kommune", code="0350"), layout)

    plan = merged(data, text, "")

    assert (plan.text, plan.taken, plan.kept) == (text, (), ())
    assert [each.how for each in plan.sections] == ["bookmark"] * len(standard.sections)
