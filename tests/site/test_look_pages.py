"""How the pages of the site look and work: for everyone, at every width, by keyboard, by touch, on paper, without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.checkers import View, axe_problems, chromium, html_problems, opened
from tests.site.look_pages import pages
from tests.writers.html_theme import lay_out, served


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    return lay_out(tmp_path_factory.mktemp("look"), pages())


@pytest.fixture(scope="module")
def address(site: list[Path]) -> Iterator[str]:
    with served(site[0].parent) as found:
        yield found


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as found:
        yield found


def test_each_kind_of_page_is_valid_html(site: list[Path]) -> None:
    assert html_problems(site) == []


def test_each_kind_of_page_is_accessible_and_fits_every_width(site: list[Path], address: str) -> None:
    """At 320 px it is also what somebody sees who enlarges a screen of 1280 px to 400 %."""
    assert axe_problems([f"{address}/{each.relative_to(site[0].parent)}" for each in site]) == []


def look(browser: Browser, page: str, width: int = 1280, **context: object) -> Page:
    tab = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()  # type: ignore[arg-type]  # by name
    tab.goto(page)
    return tab


def test_keyboard_comes_first_to_the_way_past_the_menu_and_always_sees_where_it_is(
    browser: Browser, address: str
) -> None:
    tab = look(browser, f"{address}/index.html")
    rings = "getComputedStyle(document.activeElement).outlineWidth"
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.className") == "skip"
    assert tab.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    tab.keyboard.press("Enter")
    tab.keyboard.press("Tab")
    assert tab.evaluate("document.activeElement.id") == "q"
    for _ in range(12):
        assert tab.evaluate(rings) == "3px"
        tab.keyboard.press("Tab")


SMALL = """least => [...document.querySelectorAll('button, input:not([type=checkbox]), .btn, .index a, .hits a, .toc summary')]
    .filter(each => each.getClientRects().length && each.getBoundingClientRect().height < least)
    .map(each => `${each.textContent.trim()} ${each.getBoundingClientRect().height}`)"""


@pytest.mark.parametrize("page", ["index.html", "mange/index.html", "lejre/index.html", "lejre/stoette/index.html"])
def test_what_a_finger_hits_is_large(browser: Browser, address: str, page: str) -> None:
    """Buttons and fields are 44 px; entries of lists lie with their padding in rows of their own, and are 36 px at least."""
    tab = look(browser, f"{address}/{page}", 390, has_touch=True, is_mobile=True)
    assert tab.evaluate(SMALL, 36) == []
    assert [each for each in tab.evaluate(SMALL, 44) if each.startswith(("Hent", "Udskriv", "Søg"))] == []


def test_paper_has_the_words_and_not_the_controls(browser: Browser, address: str) -> None:
    tab = look(browser, f"{address}/lejre/stoette/index.html")
    tab.emulate_media(media="print")
    assert tab.locator(".pro").is_visible()
    assert not [each for each in ("#hent", ".toc", ".crumbs", ".skip") if tab.locator(each).first.is_visible()]
    tab.goto(f"{address}/index.html")
    assert not tab.locator("form").is_visible()


def test_nothing_moves_for_those_who_asked_for_that(browser: Browser, address: str) -> None:
    behaviour = "getComputedStyle(document.documentElement).scrollBehavior"
    for wish, expected in (("reduce", "auto"), ("no-preference", "smooth")):
        assert look(browser, f"{address}/index.html", reduced_motion=wish).evaluate(behaviour) == expected


def test_long_words_are_hyphenated_in_danish(browser: Browser, address: str) -> None:
    tab = look(browser, f"{address}/lejre/gammel/index.html", 320)
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).hyphens") == "auto"
    assert tab.evaluate("document.documentElement.lang") == "da"
    assert tab.evaluate("document.documentElement.scrollWidth") == 320


def test_shapes_stay_where_the_reader_chooses_all_colours(browser: Browser, address: str) -> None:
    tab = look(browser, f"{address}/lejre/stoette/index.html", forced_colors="active")
    width = "name => parseFloat(getComputedStyle(document.querySelector(name)).borderTopWidth)"
    assert min(tab.evaluate(width, each) for each in (".note", ".card", ".pro", ".btn")) >= 1


def test_search_asks_the_search_page_without_script(browser: Browser, address: str) -> None:
    tab = look(browser, f"{address}/index.html", java_script_enabled=False)
    tab.fill("#q", "støtte § 99")
    with tab.expect_navigation():
        tab.press("#q", "Enter")
    assert tab.url == f"{address}/soeg.html?q=st%C3%B8tte+%C2%A7+99"


def test_a_page_that_is_not_there_looks_the_same_however_deep_the_address_is(browser: Browser, address: str) -> None:
    problems: dict[str, None] = {}
    with opened(browser, View(1280, dark=False), problems) as tab:
        tab.goto(f"{address}/et/sted/dybt/nede.html")
        assert tab.evaluate("getComputedStyle(document.querySelector('.mast')).borderTopWidth") == "5px"
        assert tab.get_attribute("text=Find din kommune", "href") == "/index.html#kommuner"
    assert not problems


def test_no_page_asks_for_an_icon_that_is_not_there(browser: Browser, site: list[Path]) -> None:
    icons = {each.read_text("utf-8").count('<link rel="icon" href="data:image/svg+xml,') for each in site}
    assert icons == {1}


def test_the_same_input_gives_the_same_bytes(site: list[Path]) -> None:
    folder = site[0].parent
    assert {each.relative_to(folder).as_posix(): each.read_bytes() for each in site} == pages()
