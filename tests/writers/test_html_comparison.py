"""The comparison page in a browser: what needs no script, what the script adds, and that both say the same."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from qstd.present.comparison import comparison_document
from qstd.writers import html
from tests.checkers import View, axe_problems, chromium, html_problems, opened
from tests.present.comparison_parts import FLAGGED, SHARED, wide
from tests.writers.html_theme import lay_out, served, theme

PAGES = {
    "facts": comparison_document(FLAGGED),
    "texts": comparison_document(SHARED),
    "many": comparison_document(wide(13)),
}
VISIBLE = "selector => [...document.querySelectorAll(selector)].filter(each => each.getClientRects().length).length"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    written = {f"{name}.html": html.write(each, html.Page(), theme()) for name, each in PAGES.items()}
    return lay_out(tmp_path_factory.mktemp("comparison"), written)[0].parent


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium() as one:
        yield one


@pytest.fixture
def tab(browser: Browser) -> Iterator[Page]:
    problems: dict[str, None] = {}
    with opened(browser, View(1280, dark=False), problems) as one:
        yield one
    assert not problems


def show(tab: Page, site: Path, name: str, more: str = "") -> None:
    tab.goto((site / f"{name}.html").as_uri() + more)


def news(tab: Page) -> str:
    return tab.locator(".news").inner_text()


def test_pages_are_valid_and_accessible(site: Path) -> None:
    paths = sorted(site.glob("*.html"))

    assert html_problems(paths) == []
    with served(site) as address:
        assert axe_problems([f"{address}/{path.name}" for path in paths]) == []


# ---------- Without a script ----------


@pytest.mark.parametrize("name", PAGES)
def test_all_of_it_can_be_read_without_a_script(browser: Browser, site: Path, name: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    show(tab, site, name)

    assert tab.locator(".jump").is_hidden()
    assert tab.locator(".choose .all").is_hidden()
    tab.locator(".choose summary").click()
    tab.locator("#col-2").uncheck()
    assert tab.locator('.cmp [data-place="2"]').first.is_hidden()
    assert tab.locator('.cmp [data-place="3"]').first.is_visible()
    context.close()


def test_columns_that_stay_share_the_room(tab: Page, site: Path) -> None:
    show(tab, site, "facts")
    right = "document.querySelector('.cmp thead th:last-child').getBoundingClientRect().right"
    before = tab.evaluate(right)
    tab.locator(".choose summary").click()
    tab.locator("#col-1").uncheck()

    assert abs(tab.evaluate(right) - before) < 1


def test_long_texts_are_opened_row_by_row(browser: Browser, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    tab = context.new_page()
    show(tab, site, "many")
    cut = tab.locator("#afsnit-behov .cut").first
    style = "each => getComputedStyle(each).maxHeight"

    assert cut.evaluate(style) == "128px"
    tab.locator("#afsnit-behov .whole").check()
    assert cut.evaluate(style) == "none"
    context.close()


def test_paper_shows_what_a_screen_cuts(tab: Page, site: Path) -> None:
    show(tab, site, "many")
    tab.emulate_media(media="print")

    assert tab.locator(".cut").first.evaluate("each => getComputedStyle(each).maxHeight") == "none"
    assert tab.locator(".tools").is_hidden()
    edge = "[...document.querySelectorAll('.wide td')].every(each => each.getBoundingClientRect().right <= innerWidth)"
    assert tab.evaluate(edge)


# ---------- Choosing columns ----------


def test_the_address_keeps_what_is_chosen(tab: Page, site: Path) -> None:
    show(tab, site, "many")
    tab.locator(".choose summary").click()
    tab.locator('[data-show="none"]').click()
    tab.locator("#col-3").check()
    tab.locator("#col-5").check()
    tab.locator("#kun-forskelle").check() if tab.locator("#kun-forskelle").count() else None

    assert "?kolonner=ballerup,furesoe" in tab.url
    assert news(tab) == "Viser 2 af 13 kolonner."
    tab.goto(tab.url)
    assert tab.evaluate(VISIBLE, "#kolonne-ballerup, #kolonne-furesoe, #kolonne-lejre") == 2


def test_which_rows_differ_depends_on_the_columns(tab: Page, site: Path) -> None:
    show(tab, site, "facts")
    differs = "!document.querySelector('#fakta-alder').classList.contains('same')"
    tab.locator(".choose summary").click()

    assert tab.evaluate(differs)
    tab.locator("#col-2").uncheck()
    assert not tab.evaluate(differs)  # the law and Ballerup say the same
    assert tab.evaluate("!document.querySelector('#fakta-frist-for-afgoerelse').classList.contains('same')")
    tab.locator('[data-show="all"]').click()
    assert tab.evaluate(differs)


# ---------- One column as the measure ----------


def test_cells_say_how_they_stand_to_the_column_that_is_chosen(tab: Page, site: Path) -> None:
    show(tab, site, "facts")
    tab.select_option("#sammenlign-med", "ballerup")

    assert "som Ballerup" in tab.locator("#fakta-alder-loven").inner_text()
    assert "afviger fra Ballerup" in tab.locator("#fakta-alder-albertslund").inner_text()
    assert tab.locator("#fakta-frist-for-afgoerelse .tag").count() == 0
    assert news(tab) == "Sammenlignet med Ballerup: 1 svar er som Ballerup, 1 afviger."
    assert "?med=ballerup" in tab.url
    tab.goto(tab.url)
    assert tab.locator(".cmp td .tag").count() == 2
    tab.select_option("#sammenlign-med", "loven")
    assert "som loven" in tab.locator("#fakta-alder-ballerup").inner_text()
    tab.select_option("#sammenlign-med", "")
    assert tab.locator(".cmp .tag").count() == 0
    assert "med=" not in tab.url


# ---------- From difference to difference ----------


def test_keys_lead_from_one_difference_to_the_next(tab: Page, site: Path) -> None:
    show(tab, site, "texts")
    tab.keyboard.press("n")

    assert tab.url.endswith("#afsnit-behov")
    assert news(tab) == "Forskel 1 af 2: Behov. Forskellig."
    assert tab.evaluate("document.activeElement.closest('tr').id") == "afsnit-behov"
    tab.keyboard.press("n")
    assert tab.url.endswith("#afsnit-saerlige-forhold")
    tab.keyboard.press("n")
    assert news(tab) == "Der er ingen flere forskelle længere nede."
    tab.keyboard.press("p")
    assert tab.url.endswith("#afsnit-behov")
    tab.locator('[data-jump="1"]').click()
    assert "#afsnit" in tab.url


def test_keys_can_be_turned_off_and_never_take_what_is_typed(tab: Page, site: Path) -> None:
    show(tab, site, "texts")
    tab.locator("#sammenlign-med").focus()
    tab.keyboard.press("n")
    tab.keyboard.press("Escape")
    tab.locator("body").press("Control+p")
    assert "#" not in tab.url
    tab.locator("#taster").uncheck()
    tab.locator("h1").click()
    tab.keyboard.press("n")
    assert "#" not in tab.url


def test_a_cell_has_an_address_to_copy(tab: Page, site: Path) -> None:
    show(tab, site, "facts")
    tab.locator("#fakta-alder-albertslund").hover()
    link = tab.locator("#fakta-alder-albertslund .at-cell")

    assert link.get_attribute("href") == "#fakta-alder-albertslund"
    assert link.get_attribute("aria-label") == "Kopiér link til Alder, Albertslund"
    show(tab, site, "facts", "#fakta-alder-albertslund")
    assert tab.locator("#fakta-alder-albertslund").evaluate("each => getComputedStyle(each).boxShadow") != "none"


@pytest.mark.parametrize("width", [320, 390, 768, 1280])
def test_only_the_frame_scrolls_sideways(browser: Browser, site: Path, width: int) -> None:
    problems: dict[str, None] = {}
    with opened(browser, View(width, dark=True), problems) as tab:
        for name in PAGES:
            show(tab, site, name)
            tab.locator(".choose summary").click()
            assert tab.evaluate("document.documentElement.scrollWidth") <= width, name
