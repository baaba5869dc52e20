"""What holds for the proposals from any text: quotes that stand, valid values, no crash, and time that grows with length."""

import os
import time
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qstd import catalogue
from qstd.model.facts import Citation, TargetGroup
from qstd.model.plain import plain
from qstd.model.standard import Section, StandardFile
from qstd.model.validate import read
from qstd.recognise.facts import propose
from tests.recognise.test_facts import CASES, hold, standard

FUZZ = settings(max_examples=int(os.environ.get("QSTD_FUZZ", "50")), deadline=None)
TOPICS = st.sampled_from([*catalogue.keys("topics")])
SERVICES = st.sampled_from([*catalogue.service_keys(), "unknown"])
WORDS = sorted({word for _, case in CASES for word in str(case.get("body")).split()})
PIECES = st.sampled_from(
    [
        *WORDS,
        "§",
        "§§",
        "-",
        "–",
        ",",
        ".",
        ":",
        "\n",
        "\n\n",
        "\n- ",
        "\n### ",
        "\n> ",
        "| a |",
        "\\\n",
        "kr.",
        "999999999999",
    ]
)
BODIES = st.lists(PIECES, max_size=40).map(" ".join) | st.text(max_size=60)
MANY = 50_000
MOST_SECONDS = 4.0


@FUZZ
@given(st.lists(st.tuples(TOPICS, BODIES), max_size=4), SERVICES)
def test_proposals_are_valid_and_their_quotes_stand(said: list[tuple[str, str]], service: str) -> None:
    sections = tuple(Section(topic=topic, heading=body[:20], body=body) for topic, body in said)
    made = StandardFile(schema=1, title="x", service=service, status="draft", sections=sections)
    facts = propose(made)

    hold(facts, made)
    assert read(StandardFile, plain(StandardFile(schema=1, title="x", service="x", status="draft", facts=facts))).record
    assert max(Counter(str({**plain(each), "evidence": ""}) for each in facts).values(), default=1) == 1
    for each in facts:
        if isinstance(each, Citation):
            assert each.act in catalogue.acts()
        if isinstance(each, TargetGroup):
            assert set(each.groups) <= set(catalogue.groups())


def test_the_same_text_gives_the_same_facts() -> None:
    for _, case in CASES[::7]:
        assert propose(standard(case)) == propose(standard(case))


@pytest.mark.parametrize("topic", ["scope", "complaints", "case_deadline", "price"])
@pytest.mark.parametrize(
    "words",
    [
        "klage til",
        "mellem 18 og",
        "Aaa",
        "§ 85,",
        "1",
        "a.b.",
        "ikke kan",
        "hver 6. uge,",
        "inden 4 uger",
        "61 kr.",
        "15 timer om ugen",
        " ".join(WORDS),
    ],
    ids=lambda words: words[:12],
)
def test_time_grows_with_length(topic: str, words: str) -> None:
    count = MANY // 10 // len(words.split())
    body = " ".join([words] * max(count, 1))
    made = StandardFile(
        schema=1, title="x", service="sel-85", status="draft", sections=(Section(topic=topic, body=body),)
    )
    begun = time.process_time()
    propose(made)

    assert time.process_time() - begun < MOST_SECONDS / 2


def test_a_very_long_body_takes_seconds() -> None:
    body = " ".join((WORDS * MANY)[:MANY])
    made = StandardFile(
        schema=1, title="x", service="sel-85", status="draft", sections=(Section(topic="scope", body=body),)
    )
    begun = time.process_time()
    propose(made)

    assert time.process_time() - begun < MOST_SECONDS
