"""The search of the corpus on this machine, and a browser to ask it with."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.checkers import chromium
from tests.search.corpus import cards, records
from tests.search.site import lay_out_search, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the search is served: the page itself, below a folder, as on most municipalities' sites."""
    folder = tmp_path_factory.mktemp("search")
    page = lay_out_search(folder / "hjaelp", records(), cards())
    with served(folder) as host:
        yield f"{host}/hjaelp/{page.name}"


@pytest.fixture(scope="module")  # another module's tests may start one of their own in the same process
def browser() -> Iterator["Browser"]:
    with chromium() as started:
        yield started


@pytest.fixture(scope="module")
def said() -> list[str]:
    """What the pages of a module's tests wrote on the console, and what they asked other machines."""
    return []


@pytest.fixture(scope="module")
def asked(browser: "Browser", address: str, said: list[str]) -> "Iterator[Page]":
    """The page of the search, ready for queries; its server allows no inline script and no other machine."""
    context = browser.new_context(reduced_motion="reduce")
    tab = context.new_page()
    tab.on("console", lambda message: said.append(message.text))
    tab.on("pageerror", lambda error: said.append(str(error)))
    tab.route(re.compile("^(?!http://127)"), lambda route: said.append(route.request.url))
    tab.goto(address)
    tab.wait_for_selector(".finder:not([hidden])")
    yield tab
    context.close()
