"""The page of the search: for keyboards, screen readers and narrow screens, without a script, and from a file."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

import pytest

from qstd.present.search_page import search_document
from qstd.writers.html import Page as Frame
from qstd.writers.html import write
from tests.checkers import AXE_TAGS, WIDTHS, View, axe_problem, html_problems, opened, require
from tests.search.corpus import cards, records
from tests.search.site import ask, lay_out_search, served
from tests.writers.html_theme import theme

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

HITS = ".results .hits > li"


@pytest.fixture
def tab(browser: "Browser", address: str) -> "Iterator[Page]":
    """A tab of its own, in which the page is not yet opened."""
    context = browser.new_context(viewport={"width": 390, "height": 800}, reduced_motion="reduce")
    yield context.new_page()
    context.close()


VIEWS = [View(width, dark) for width in WIDTHS for dark in (False, True)]


@pytest.mark.parametrize("view", VIEWS, ids=str)
def test_page_with_results_is_accessible(browser: "Browser", address: str, view: View) -> None:
    script = Path(require("axe")).read_text(encoding="utf-8")
    problems: dict[str, None] = {}
    with opened(browser, view, problems) as tab:
        for query in ("?q=st%C3%B8tte", "?q=kajakpolo"):
            tab.goto(address + query)
            tab.locator(".found", has_text=re.compile("passer")).wait_for()
            tab.evaluate(script)
            found = tab.evaluate("tags => axe.run({runOnly: tags, preload: false})", AXE_TAGS)
            problems |= dict.fromkeys(axe_problem(query, view, each) for each in found["violations"])
    assert list(problems) == []


def test_page_is_valid(tmp_path: Path) -> None:
    page = tmp_path / "soeg.html"
    page.write_bytes(write(search_document(cards()), Frame(), theme()))
    assert html_problems([page]) == []


def test_an_address_carries_query_and_filters(tab: "Page", address: str) -> None:
    tab.goto(f"{address}?q=botilbud&kommune=Lejre+Kommune")
    tab.wait_for_selector(HITS)
    assert tab.input_value("#q") == "botilbud"
    assert tab.input_value("#kommune") == "Lejre Kommune"
    assert {each.split(" · ")[0] for each in tab.locator(f"{HITS} > h3 + p").all_inner_texts()} == {"Lejre Kommune"}


def test_filters_narrow_and_stand_in_the_address(tab: "Page", address: str) -> None:
    tab.goto(f"{address}?q=st%C3%B8tte")
    tab.wait_for_selector(HITS)
    tab.click(".filters > summary")
    tab.select_option("#ydelse", "Socialpædagogisk støtte")
    tab.locator(".found", has_text="4 standarder passer.").wait_for()
    assert parse_qs(urlsplit(tab.url).query) == {"q": ["støtte"], "ydelse": ["Socialpædagogisk støtte"]}
    tab.fill("#q", "")
    tab.select_option("#kommune", "Køge Kommune")
    tab.locator(".found", has_text="1 standard passer.").wait_for()
    assert tab.locator(f"{HITS} h3").all_inner_texts() == ["Socialpædagogisk støtte – det kan du få hjælp til"]


def test_filters_are_in_words(asked: "Page") -> None:
    asked.locator("#gruppe option").nth(1).wait_for(state="attached")
    names = asked.locator("#gruppe option").all_text_contents()
    assert names[0] == "Alle målgrupper"
    assert "Personer med sindslidelser" in names
    assert asked.locator("#kommune option").all_text_contents()[1:] == [
        *("Hvidovre Kommune", "Køge Kommune", "Lejre Kommune", "Aabenraa Kommune")
    ]


def test_a_result_says_whose_it_is_and_leads_to_the_passage(asked: "Page") -> None:
    ask(asked, "vinduespudsning lejre")
    hit = asked.locator(HITS)
    assert hit.count() == 1
    assert hit.locator("h3 + p").inner_text() == "Lejre Kommune · Personlig og praktisk hjælp samt madservice"
    passage = hit.locator(".passage").first
    assert passage.locator("a").inner_text() == "Hvilke aktiviteter indgår i ydelsen?"
    assert (passage.locator("a").get_attribute("href") or "").endswith("/index.html#indhold-og-aktiviteter")
    assert "Hovedrengøring, vinduespudsning og havearbejde" in passage.locator("span").inner_text()
    assert passage.locator("mark").inner_text() == "vinduespudsning"


def test_the_count_is_told_to_those_who_hear_the_page(asked: "Page") -> None:
    ask(asked, "krisecenter")
    assert asked.locator("[role=status]").inner_text() == "4 standarder passer."
    ask(asked, "genoptræning kajakpolo")
    assert asked.locator("[role=status]").inner_text() == "8 standarder passer. »kajakpolo« står ikke i nogen standard."
    ask(asked, "krisecenter hovedrengøring")
    assert asked.locator("[role=status]").inner_text() == "Ingen standard har alle ordene. 8 har nogle af dem."
    ask(asked, "kajakpolo curling")
    assert asked.locator("[role=status]").inner_text().startswith("Ingen standard passer.")
    assert not asked.locator(".results").is_visible()


def test_signs_and_lone_letters_ask_for_nothing(asked: "Page") -> None:
    assert len(ask(asked, '"ledsagelse" a i Køge?')) == 1
    assert ask(asked, "§ § - ...") == []


def test_by_keyboard_alone(tab: "Page", address: str) -> None:
    tab.goto(address)
    tab.wait_for_selector(".finder:not([hidden])")
    for _ in range(12):
        tab.keyboard.press("Tab")
        if tab.evaluate("document.activeElement.id") == "q":
            break
    tab.keyboard.type("hjælp")
    tab.keyboard.press("Enter")
    tab.wait_for_selector(HITS)
    order: list[str] = []
    while not order or order[-1] != "MORE":
        tab.keyboard.press("Tab")
        order.append(tab.evaluate("document.activeElement.matches('.more') ? 'MORE' : document.activeElement.tagName"))
        assert len(order) < 60
    assert order[:2] == ["BUTTON", "SUMMARY"]
    assert tab.locator(HITS).count() == 10
    tab.keyboard.press("Enter")
    tab.wait_for_selector(f"{HITS}:nth-child(11)")
    assert (
        tab.evaluate("[...document.querySelectorAll('.hits > li')].indexOf(document.activeElement.closest('li'))") == 10
    )


def test_results_come_while_one_types(tab: "Page", address: str) -> None:
    tab.goto(address)
    tab.wait_for_selector(".finder:not([hidden])")
    tab.locator("#q").press_sequentially("hjemmehjæ")
    tab.wait_for_selector(HITS)
    tab.wait_for_url(
        lambda url: parse_qs(urlsplit(url).query) == {"q": ["hjemmehjæ"]}
    )  # the first letters have hits too


def test_without_a_script_it_is_a_list(browser: "Browser", address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(address)
    assert not tab.locator(".finder").is_visible()
    assert "kræver JavaScript" in tab.locator("main").inner_text()
    links = [each.get_attribute("href") for each in tab.locator(".listed li a").all()]
    context.close()
    assert "ydelse/sel-85/index.html" in links
    assert "lejre/index.html" in links
    assert len(links) == 28 + 4


def test_from_a_file_it_says_why_not(tab: "Page", tmp_path: Path) -> None:
    page = lay_out_search(tmp_path, records()[:3], cards()[:3])
    tab.goto(page.as_uri())
    tab.locator(".found", has_text="Søgningen virker, når siderne ligger på en webadresse.").wait_for()
    assert not tab.locator(".finder").is_visible()
    assert tab.locator(".listed li").first.is_visible()


def test_text_of_a_standard_is_shown_as_it_stands(tab: "Page", tmp_path: Path) -> None:
    text = 'Hjælp til <script>alert(1)</script><img src=x onerror=alert(2)> & "kajakpolo" for a < b og c > d, R&amp;D.'
    section = records()[0].sections[0]._replace(text=text, heading="<b>Kajak</b>")
    hostile = records()[0]._replace(title="<i>Standard</i>", sections=(section,))
    lay_out_search(tmp_path, [hostile, *records()[1:3]], cards()[:3])
    with served(tmp_path) as host:
        tab.goto(f"{host}/soeg.html?q=kajakpolo")
        tab.wait_for_selector(HITS)
        assert tab.locator(f"{HITS} h3").inner_text() == "<i>Standard</i>"
        assert tab.locator(f"{HITS} .passage a").inner_text() == "<b>Kajak</b>"
        assert tab.locator(f"{HITS} .passage span").inner_text() == text


def test_an_index_that_is_not_there_is_told(tab: "Page", address: str) -> None:
    tab.route("**/pagefind.js", lambda route: route.abort())
    tab.goto(f"{address}?q=bad")
    tab.locator(".found", has_text="Søgningen kunne ikke hentes.").wait_for()


def test_nothing_scrolls_sideways_on_a_narrow_screen(tab: "Page", address: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    tab.goto(f"{address}?q=socialp%C3%A6dagogisk")
    tab.wait_for_selector(HITS)
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
