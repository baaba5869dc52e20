"""Shared texts: in which order they come, and what becomes of names that lead nowhere or in a ring."""

import pytest

from qstd.model.fragments import Expanded, effective, expand
from qstd.model.municipality import Fragment
from qstd.model.standard import Section, Standard

FRAGMENTS = {
    "plain": Fragment(body="Kort.\n"),
    "longer": Fragment(body="\nLængere.\n\n", use="plain"),
    "longest": Fragment(body="Længst.", use="longer"),
    "hollow": Fragment(use="plain"),
    "blank": Fragment(body=" \n"),
    "lost": Fragment(body="Rest.", use="nowhere"),
    "self": Fragment(body="Selv.", use="self"),
    "ring_a": Fragment(body="A.", use="ring_b"),
    "ring_b": Fragment(body="B.", use="ring_a"),
    "into_ring": Fragment(body="Ind.", use="ring_a"),
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("plain", Expanded("Kort.")),
        ("longer", Expanded("Kort.\n\nLængere.")),
        ("longest", Expanded("Kort.\n\nLængere.\n\nLængst.")),
        ("hollow", Expanded("Kort.")),
        ("blank", Expanded("")),
        ("nowhere", Expanded("", missing="nowhere")),
        ("lost", Expanded("Rest.", missing="nowhere")),
        ("self", Expanded("Selv.", cycle=("self", "self"))),
        ("ring_a", Expanded("B.\n\nA.", cycle=("ring_a", "ring_b", "ring_a"))),
        ("into_ring", Expanded("B.\n\nA.\n\nInd.", cycle=("ring_a", "ring_b", "ring_a"))),
    ],
    ids=str,
)
def test_expand(name: str, expected: Expanded) -> None:
    assert expected == expand(name, FRAGMENTS)


@pytest.mark.parametrize(
    ("section", "body"),
    [
        (Section(body="Egen.\n"), "Egen.\n"),
        (Section(use="plain", body=""), "Kort."),
        (Section(use="longer", body="\nEgen.\n"), "Kort.\n\nLængere.\n\nEgen."),
        (Section(use="blank", body=""), ""),
        (Section(use="nowhere", body="Egen."), "Egen."),
    ],
    ids=["own", "shared", "both", "neither", "missing"],
)
def test_effective_text(section: Section, body: str) -> None:
    standard = Standard(schema=1, title="t", service="sel-99", status="draft", sections=(section,))
    [published] = effective(standard, FRAGMENTS).sections

    assert body == published.body
    assert section.use == published.use
