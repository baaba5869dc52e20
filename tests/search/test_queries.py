"""What citizens type finds what they mean: each query of the list, asked in a browser, among the first three results."""

from typing import TYPE_CHECKING, Any

import pytest

from tests.search.corpus import load, standards
from tests.search.site import ask

if TYPE_CHECKING:
    from playwright.sync_api import Page

QUERIES: list[dict[str, Any]] = load("search_queries.yaml")
FIRST = 3


def is_meant(address: str, row: dict[str, Any]) -> bool:
    standard, _municipality = standards()[address.removesuffix("/index.html")]
    meant = (row["service"], row.get("municipality", standard.municipality))
    return (standard.service, standard.municipality) == meant


def test_there_are_enough_of_them() -> None:
    assert len(QUERIES) >= 40
    assert len({row["query"] for row in QUERIES}) == len(QUERIES)
    assert {row["service"] for row in QUERIES} >= {standard.service for standard, _ in standards().values()} - {
        "sel-95"
    }


@pytest.mark.parametrize("row", QUERIES, ids=lambda row: row["query"])
def test_query(row: dict[str, Any], asked: "Page") -> None:
    found = [address.removeprefix("hjaelp/") for address in ask(asked, row["query"])]
    assert any(is_meant(address, row) for address in found[:FIRST]), found[:10]


def test_nothing_was_said_on_the_console(asked: "Page", said: list[str]) -> None:
    ask(asked, "hjemmehjælp")
    assert said == []
