"""Plain bodies are read without a parser, and read as the parser reads them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qstd.model.standard import Section
from qstd.prose.markdown import parse
from qstd.prose.plain import plain_blocks
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


@given(bodies | st.lists(LINES, max_size=7).map("\n".join))
def test_a_body_reads_as_the_parser_reads_it(body: str) -> None:
    assert plain_blocks(body) in (None, parse(body).blocks)


@given(any_sections)
def test_any_section_reads_as_the_parser_reads_it(section: Section) -> None:
    assert plain_blocks(section.body) in (None, parse(section.body).blocks)


@pytest.mark.parametrize(
    "body", ["To linjer\ni ét afsnit.\n\nEt til.\n", "### Under\n\n- én\n- to\n\nEfter.", "- én\n- to"]
)
def test_a_plain_body_needs_no_parser(body: str) -> None:
    assert plain_blocks(body)


@pytest.mark.parametrize(
    "body", ["**Fed**", "- én\n\n- to", "- én\n  mere", "# A\n\n## B", "1. a", "a  \nb", "| A |\n|---|"]
)
def test_any_other_body_does(body: str) -> None:
    assert plain_blocks(body) is None
