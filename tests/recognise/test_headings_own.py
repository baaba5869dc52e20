"""Headings in a municipality's own words: those of `headings_own.yaml`, and a measure for those that nobody has seen."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from qstd.recognise import topics

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("headings_own.yaml").read_text("utf-8"))
LEAST = 0.95


def topic(entry: str) -> str:
    """Return the topic of an entry: a heading, after a bar the text below it."""
    heading, _, text = entry.partition(" | ")
    return topics.decide(heading, text).topic


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row["topic"] or "none")
def test_a_heading_in_own_words(row: dict[str, Any]) -> None:
    assert {entry: topic(entry) for entry in row["tuned"]} == dict.fromkeys(row["tuned"], row["topic"])


def test_headings_that_the_lists_were_not_written_with() -> None:
    right = [topic(entry) == row["topic"] for row in ROWS for entry in row["check"]]
    assert sum(right) >= LEAST * len(right)


@pytest.mark.parametrize(
    ("heading", "text", "found"),
    [
        ("Åbningstider", "Der er åbent alle dage, og man kan komme 5 dage om ugen.", "scope"),
        ("Åbningstider", "Telefontid kl. 9-12. Skriv til os på post@eksempel.dk.", "contact"),
        ("Turen ud og hjem", "Kommunen betaler kørslen, hvis der er mere end 10 km.", "transport"),
        ("At få prøvet afgørelsen", "Den kan indbringes for Ankestyrelsen. Klagen sendes inden 4 uger.", "complaints"),
        ("Hvad må timerne ikke bruges til?", "Rengøring, behandling og støtte til børn.", "exclusions"),
        ("Midlertidigt botilbud", "Opholdet er tidsbegrænset. Der gives støtte alle ugens dage.", ""),
        ("Byens torv", "Torvet blev lagt om sidste sommer.", ""),
    ],
)
def test_heading_and_text_together(heading: str, text: str, found: str) -> None:
    assert topics.decide(heading, text).topic == found


def test_a_guess_from_the_text_alone_is_no_more_than_a_guess() -> None:
    assert topics.decide("Turen ud og hjem", "Kommunen betaler kørslen. Transport er gratis.").confidence == 1


def test_a_confirmed_heading_needs_no_text() -> None:
    assert topics.decide("Torvet", "Hjælpen er gratis.", {"torvet": "values"}) == ("values", 4, "")
