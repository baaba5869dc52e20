"""No rule breaks down, whatever a standard says, and none takes much longer where there is much to read."""

import datetime as dt
import os
import time
from dataclasses import replace
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import lint
from qstd.lint.rule import Around
from qstd.model.finding import Finding, Place
from qstd.model.standard import Approval, Section, Standard
from tests.standards_strategies import standards

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
SERVICES = ("sel-82a", "sel-83", "sel-85", "sel-97", "sel-99", "sel-100", "sel-101", "sel-110", "sul-140", "unheard_of")
ODD = (
    "",
    "\u200b",
    "\u202eKlage\u202c over afg\u00f8relsen \u200bsendes til Ankestyrelsen inden 31. februar.",
    "Frist: 99999999999999999999 dage, senest den 31. februar 2025, 00.00.0000 og 2025-13-45.",
    "\u00a7 \u00a7\u00a7 85 og \u00a7 8-5 a, stk. nr. litra, jf. lov nr.  af , \u00a7999999999999 i",
    "Der ydes ikke h\u00f8jst 0 timer " + "og ikke " * 200 + "dog.",
    "- - -\n1) 2) 3)\n| a | b |\n|---|\n| c |",
    "kr. kr 1.2.3,4,5 pr. pr. " * 40,
    "a" * 5000,
    "((((" * 500,
    "\u00a7 85 " * 500,
    "hen- " * 500,
    "Ydel\u017fen, \u0131ndsatsen og ordn\u0130ngen: \u017feks dage, bekendtg\u00f8relse nr. 1 af 2. jul\u0131 2020, "
    "c\u0131rkul\u00e6re nr. 3, \u017ftk.",
    "10-20-30-40-50 dage efter efter efter " * 50,
    "The citizen must apply for the service, and the municipality decides within four weeks.",
)


def found(standard: Standard, *others: Standard) -> list[Finding]:
    """What all rules find."""
    around = Around(dt.date(2026, 11, 22), "lejre", None, lambda path, line: Place("x", line, 1, path), others=others)
    return list(lint.check(standard, around))


def broken(findings: list[Finding]) -> list[str]:
    """The insides of rules that broke down."""
    return [str(each.hint.values["trace"]) for each in findings if each.code == "K099" and each.hint]


@FUZZ
@given(standards(municipality="lejre"), standards(municipality="lejre"), st.sampled_from(SERVICES))
def test_no_rule_breaks_down(one: Standard, other: Standard, service: str) -> None:
    assert broken(found(replace(one, service=service), replace(other, service="sel-83"))) == []


@FUZZ
@given(
    st.lists(
        st.tuples(
            st.sampled_from(("complaints", "exclusions", "scope", "price", "case_deadline")),
            st.text(),
            st.lists(st.sampled_from(ODD), max_size=4),
        ),
        max_size=5,
    ),
    st.sampled_from(SERVICES),
    st.sampled_from(("da", "en")),
)
def test_no_rule_breaks_down_over_odd_words(
    sections: list[tuple[str, str, list[str]]], service: str, language: Literal["da", "en"]
) -> None:
    own = tuple(
        Section(topic=topic, id=f"s{number}", number=str(number), heading=heading, body="\n\n".join(bodies))
        for number, (topic, heading, bodies) in enumerate(sections)
    )
    standard = Standard(
        schema=1, title="Støtte", service=service, language=language, status="in_force", sections=own, municipality="x"
    )
    assert broken(found(standard)) == []


def large(sections: int, sentences: int) -> Standard:
    """A standard of many sections, each of many sentences of several kinds."""
    topics = ("activities", "exclusions", "complaints", "scope", "price", "case_deadline", "target_group")
    said = (
        "Der ydes ikke hjælp nr. {n} efter § 85, stk. {n}, i serviceloven.",
        "Borgeren kan højst få {n} timer om ugen, og det koster {n} kr. pr. døgn.",
        "Klagen sendes til Ankestyrelsen senest {n} dage efter, at du har fået afgørelsen.",
        "Ring til Team {n} på telefon 12 34 56 78, eller skriv til team{n}@eksempel.dk.",
    )
    own = tuple(
        Section(
            topic=topics[at % len(topics)],
            id=f"s{at}",
            number=str(at + 1),
            heading=f"Afsnit {at}",
            body="\n".join(said[each % len(said)].format(n=at * sentences + each) for each in range(sentences)),
        )
        for at in range(sections)
    )
    approval = Approval(date=dt.date(2026, 1, 1), body="Byrådet")
    return Standard(
        schema=1, title="Støtte", service="sel-85", status="in_force", approval=approval, sections=own, municipality="x"
    )


@pytest.mark.parametrize(("sections", "sentences"), [(500, 4), (1, 6000)])
def test_a_large_standard_takes_its_time_and_no_more(sections: int, sentences: int) -> None:
    """Four times as much must not take much more than four times as long; the bound leaves room for a busy machine."""
    small, whole = (
        large(max(sections // 4, 1), sentences if sections > 4 else sentences // 4),
        large(sections, sentences),
    )
    found(large(2, 8))
    started = time.process_time()
    first = found(small)
    between = time.process_time()
    second = found(whole)
    ended = time.process_time()

    assert broken([*first, *second]) == []
    assert ended - between < 10 * (between - started) + 1


def test_a_standard_of_nothing() -> None:
    assert broken(found(Standard(schema=1, title="?", service="x", status="draft", municipality="x"))) == []
