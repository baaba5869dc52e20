"""Plain bodies are read without a parser, and read as the parser reads them."""

from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd import prose
from qstd.compare.versions.leaves import leaves
from qstd.model.revision import Leaf
from qstd.model.standard import Section, Standard
from tests.compare.version_strategies import bodies
from tests.compare.version_strategies import sections as any_sections

LINES = st.sampled_from(
    [
        "Hjælpen er gratis.",
        "Ring på 46 46 44 20",
        "- én",
        "- to; tre",
        "### Under",
        "## Over",
        "",
        " ",
        "-",
        "1. a",
        "a  b",
    ]
)


def read(body: str) -> tuple[Leaf, ...]:
    section = Section(id="x", heading="X", body=body)
    return leaves(
        Standard(schema=1, title="T", service="sel-99", status="draft", sections=(section,), municipality="by")
    )


def parsed(body: str) -> tuple[Leaf, ...]:
    """The leaves of a body that the parser reads, whatever it is."""
    with patch("qstd.compare.versions.leaves._PLAIN") as plain:
        plain.fullmatch.return_value = None
        return read(body)


@given(bodies | st.lists(LINES, max_size=7).map("\n".join))
def test_a_body_reads_as_the_parser_reads_it(body: str) -> None:
    assert read(body) == parsed(body)


@given(any_sections)
def test_any_section_reads_as_the_parser_reads_it(section: Section) -> None:
    assert read(section.body) == parsed(section.body)


@pytest.mark.parametrize(
    "body", ["To linjer\ni ét afsnit.\n\nEt til.\n", "### Under\n\n- én\n- to\n\nEfter.", "- én\n- to"]
)
def test_a_plain_body_needs_no_parser(body: str) -> None:
    with patch.object(prose, "blocks", side_effect=AssertionError):
        assert read(body)


@pytest.mark.parametrize(
    "body", ["**Fed**", "- én\n\n- to", "- én\n  mere", "# A\n\n## B", "1. a", "a  \nb", "| A |\n|---|"]
)
def test_any_other_body_does(body: str) -> None:
    with patch.object(prose, "blocks", side_effect=AssertionError), pytest.raises(AssertionError):
        read(body)
