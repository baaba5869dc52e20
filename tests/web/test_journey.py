"""The editor in a real browser: the whole way, two people in one file, a killed server, and the keyboard alone."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from qstd.readers import yaml_file
from tests.checkers import AXE_TAGS, require
from tests.web import journey
from tests.web.journey import LEJRE, NEW
from tests.web.served import Served, served

FILE = Path("standards") / f"{LEJRE}.yaml"
TEXT = "Hvilke aktiviteter indgår ikke i ydelsen?"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as play:
        own = play.chromium.launch(executable_path=require("chromium"), args=["--no-sandbox"])
        yield own
        own.close()


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Served]:
    with served(tmp_path) as running:
        yield running


class Watched:
    """A page on which nothing may go wrong unseen."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.wrong: list[str] = []
        self.page.on("pageerror", lambda error: self.wrong.append(str(error)))
        self.page.on("console", lambda said: self.wrong.append(said.text) if said.type == "error" else None)


def looked(name: str, page: Page) -> None:
    """Look at a screen as it is now: whether everybody can use it, and whether something sticks out of it."""
    page.wait_for_load_state("load")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth + 1"), f"{name} is wider than the window"
    assert page.locator("h1").count() >= 1, name
    page.evaluate(Path(require("axe")).read_text("utf-8"))
    options = {"runOnly": {"type": "tag", "values": AXE_TAGS}, "resultTypes": ["violations"], "preload": False}
    found = page.evaluate("options => axe.run(document, options)", options)["violations"]
    assert [(name, each["id"], each["nodes"][0]["html"][:120]) for each in found] == []


def read(file: Path) -> str:
    """Return a standard's text; it can be read whole."""
    data = file.read_bytes()
    source = yaml_file.read_standard(data, file.name, file.parent.name)
    assert source.record is not None
    assert source.whole
    return data.decode()


def test_the_whole_way(browser: Browser, editor: Served) -> None:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context)
    page = watched.page
    journey.arrive(page, editor.address, looked)
    journey.find(page, looked)
    journey.history(page, looked)
    journey.begin(page, looked)
    journey.write(page, looked)
    journey.fact(page, looked)
    journey.save(page, looked)
    journey.compare(page, looked)
    journey.keep(page, looked)
    journey.approve(page, looked)
    journey.word(page, looked)
    journey.publish(page, looked)
    assert watched.wrong == []
    text = read(editor.home / "standards" / f"{NEW}.yaml")
    assert journey.SOFTER in text
    assert "kind: age" in text
    assert "derived_from: " in text
    site = editor.home / "build" / "site" / NEW / "index.html"
    assert "over 18 år" in site.read_text("utf-8").replace("\u00a0", " ")
    context.close()


def opened(browser: Browser, editor: Served) -> tuple[BrowserContext, Watched]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context)
    watched.page.goto(editor.address)
    watched.page.goto(f"{editor.base}/skriv/{LEJRE}?afsnit=4")
    expect(watched.page.get_by_role("textbox", name="Overskrift")).to_have_value(TEXT)
    return context, watched


def test_two_people_in_one_file_lose_nothing(browser: Browser, editor: Served) -> None:
    one, first = opened(browser, editor)
    two, second = opened(browser, editor)
    first.page.get_by_role("textbox", name="Tekst").fill("Annes tekst om det, der ikke er med.")
    journey.text(first.page)
    journey.section(second.page, "Leverandør")
    second.page.get_by_role("textbox", name="Tekst").fill("Bents tekst om leverandøren.")
    journey.text(second.page)
    journey.save(first.page, looked)
    journey.save(second.page, looked)  # another field: both stand
    text = read(editor.home / FILE)
    assert "Annes tekst" in text
    assert "Bents tekst" in text

    first.page.goto(f"{editor.base}/skriv/{LEJRE}?afsnit=4")
    for watched, words in ((first, "Annes nye tekst."), (second, "Bents nye tekst.")):
        watched.page.goto(f"{editor.base}/skriv/{LEJRE}?afsnit=4")
        watched.page.get_by_role("textbox", name="Tekst").fill(words)
        journey.text(watched.page)
    journey.save(first.page, looked)
    second.page.get_by_role("button", name="Gem", exact=True).click()
    expect(second.page).to_have_url(re.compile("/flet"))
    looked("flet", second.page)
    body = second.page.locator("main")
    expect(body).to_contain_text("Annes nye tekst.")
    expect(body).to_contain_text("Bents nye tekst.")
    assert "Bents nye tekst." not in read(editor.home / FILE)
    one.close()
    two.close()


@pytest.mark.parametrize("moment", ["typing", "saving"])
def test_a_killed_server_loses_nothing(browser: Browser, editor: Served, moment: str) -> None:
    context, watched = opened(browser, editor)
    page = watched.page
    field = page.get_by_role("textbox", name="Tekst")
    field.fill("Kept before the end. ")
    journey.text(page)
    field.press("End")
    if moment == "saving":
        page.evaluate("document.getElementById('gem').click()")
        time.sleep(0.02)
    else:
        field.press_sequentially("Mere tekst, mens ", delay=10)
    editor.kill()
    if moment == "typing":
        field.press_sequentially("serveren er væk.", delay=10)
        expect(page.locator("#forbindelse")).to_be_visible()
    read(editor.home / FILE)
    editor.again()
    if moment == "typing":
        expect(page.locator("#forbindelse")).to_be_hidden(timeout=40_000)
        journey.text(page)
    page.reload() if moment == "typing" else page.goto(f"{editor.base}/skriv/{LEJRE}?afsnit=4")
    wanted = "Kept before the end. Mere tekst, mens serveren er væk." if moment == "typing" else "Kept before the end."
    assert page.get_by_role("textbox", name="Tekst").input_value().strip() == wanted
    read(editor.home / FILE)
    context.close()


def test_by_keyboard_alone(browser: Browser, editor: Served) -> None:
    context, watched = opened(browser, editor)
    page = watched.page
    page.get_by_role("textbox", name="Tekst").focus()
    page.keyboard.press("Control+End")
    page.keyboard.type(" Skrevet med tasterne.")
    journey.text(page)
    for _ in range("Skrevet med tasterne.".__len__()):
        page.keyboard.press("Shift+ArrowLeft")
    page.keyboard.press("Control+b")
    assert "**Skrevet med tasterne.**" in page.get_by_role("textbox", name="Tekst").input_value()
    page.locator("#flyt-ned").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("textbox", name="Overskrift")).to_have_value(TEXT)
    expect(page.locator("#flyt-ned")).to_be_focused()
    page.locator("#fortryd").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#besked")).to_contain_text("fortrudt")
    page.wait_for_load_state("load")
    expect(page.get_by_role("textbox", name="Overskrift")).to_have_value(TEXT)
    page.keyboard.press("Control+s")
    expect(page.locator("#gemt")).to_contain_text(journey.SAVED)
    assert "**Skrevet med tasterne.**" in read(editor.home / FILE)
    context.close()


def test_a_word_file_becomes_a_draft(browser: Browser, editor: Served, tmp_path: Path) -> None:
    from tests.web.word_file import standard_in_word

    context, watched = opened(browser, editor)
    page = watched.page
    page.goto(f"{editor.base}/ny")
    page.get_by_label("Fil", exact=True).set_input_files(standard_in_word(tmp_path / "ledsagelse.docx"))
    page.get_by_role("button", name="Hent filen ind").click()
    expect(page.get_by_role("heading", name="Gennemgå import")).to_be_visible(timeout=60_000)
    looked("gennemse", page)
    expect(page.get_by_role("region", name="Kilden")).to_contain_text("Hvem kan få ledsagelse?")
    confirm = page.get_by_role("button", name=re.compile("^Bekræft oplysning"))
    if confirm.count():
        confirm.first.click()
        expect(page.get_by_role("button", name=re.compile("^Tag det om")).first).to_be_visible()
    page.get_by_label("Kommune", exact=True).select_option("lejre")
    page.get_by_label("Ydelse", exact=True).select_option("sel-97")
    page.get_by_label("Navn", exact=True).fill("ledsagelse")
    page.get_by_role("button", name="Opret kladde").click()
    expect(page).to_have_url(re.compile("/skriv/lejre/ledsagelse"))
    journey.save(page, looked)
    assert "Du kan få ledsagelse" in read(editor.home / "standards" / "lejre" / "ledsagelse.yaml")
    assert watched.wrong == []
    context.close()
