"""Hypothesis strategies for two versions of a standard: bodies of every form, and edits that people make."""

from dataclasses import replace

from hypothesis import strategies as st

from qstd.model.standard import Approval, Section, Standard

PIECES = (
    "Hjælpen er gratis.",
    "Der er en frist på 4 uger.",
    "Der er en frist på 8 uger, og den løber fra ansøgningen.",
    "Kommunen kan **som udgangspunkt** ikke yde hjælp.",
    "Ring på 46 46 44 20.",
    "- én\n- to\n- tre",
    "- to\n- én",
    "1. a\n2. b\n3. c",
    "3. x\n4. y",
    "| A | B |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |",
    "| A | B |\n|---|---|\n| 1 | 2 |\n| 9 | 9 |\n| 3 | 4 |",
    "| A | B | C |\n|---|---|---|\n| 1 | | 2 |",
    "### Under",
    "Se [loven](https://example.org/a).",
    "Se [loven](https://example.org/b).",
    "> citat\n> her",
    "> - i citat",
    "Ordningen er til enhver tid frivillig for borgeren, og borgeren kan altid sige fra.",
    "Lejrevej 15\\\n4320 Lejre",
    "- x\n\n  mere\n\n  - dyb\n- y",
    "- > i en liste",
    "Frist:  8 uger , eller 56 dage.",
    "<b>x</b> & y",
    "Støtte- og kontaktpersonen kan tilbyde brugeren at være anonym, jf. § 99, stk. 2.",
)
bodies = st.lists(st.sampled_from(PIECES) | st.text("abc. æ–\n-*|[]()#1", max_size=20), max_size=5).map("\n\n".join)
sections = st.builds(
    lambda topic, heading, number, body: Section(topic=topic, heading=heading, number=number, body=body),
    st.sampled_from([None, "price", "scope", "need"]),
    st.sampled_from(["Pris", "Omfang", "", "Hvad koster det?"]),
    st.sampled_from([None, "1", "2", "3"]),
    bodies,
)
approvals = st.sampled_from(
    [None, Approval(), Approval(text="Godkendt den 5. oktober 2015"), Approval(text="Vedtaget")]
)
standards = st.builds(
    lambda title, parts, approval: Standard(
        schema=1,
        title=title,
        service="sel-99",
        status="draft",
        sections=tuple(parts),
        approval=approval,
        municipality="by",
    ),
    st.sampled_from(["Standard", "Standard for hjælp"]),
    st.lists(sections, max_size=4),
    approvals,
)


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Standard, Standard]:
    """Two standards: strangers, or one and what became of it."""
    old = draw(standards)
    if draw(st.booleans()):
        return old, draw(standards)
    return old, replace(old, sections=tuple(draw(st.permutations(list(map(draw, map(_edited, old.sections)))))))


def _edited(section: Section) -> st.SearchStrategy[Section]:
    parts = section.body.split("\n\n")
    return st.sampled_from(
        [
            section,
            replace(section, body=section.body.replace("4", "6").replace("borgeren", "brugeren")),
            replace(section, body="\n\n".join(reversed(parts))),
            replace(section, body="\n\n".join([*parts[1:], PIECES[17]])),
            replace(section, body=section.body.replace("\n\n", " ")),
            replace(section, body=section.body.replace(". ", ".\n\n")),
            replace(section, number="9", heading="Nyt navn"),
        ]
    )
