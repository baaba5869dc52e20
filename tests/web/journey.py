"""The way through the editor, stage by stage, as a policy officer goes it. Tests go it, and the guide takes its pictures on it.

Each stage takes the page and a `Look`, which is shown the screen under a name whenever there is something to see.
"""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

Look = Callable[[str, Page], None]
NEW = "hvidovre/stoetteperson"
LEJRE = "lejre/stoettekontaktperson"
REFUSAL = "Der kan ikke gives støtte til personer, der har fast bolig."
SOFTER = (
    "Der gives som udgangspunkt ikke støtte til personer, der har fast bolig. Vi vurderer altid den enkelte konkret."
)
PROMISE = "Du kan få støtte, hvis du er over 18 år og lever isoleret med en sindslidelse."
AGE = "over 18 år"
SAVED = re.compile("gemt i filen", re.IGNORECASE)


def arrive(page: Page, address: str, look: Look) -> None:
    """Open the editor by the address that it printed."""
    page.goto(address)
    expect(page.get_by_role("heading", name="Kvalitetsstandarder", level=1)).to_be_visible()
    look("oversigt", page)


def find(page: Page, look: Look) -> None:
    """Find a standard as one types."""
    page.get_by_role("searchbox").fill("lejre")
    expect(page.locator("#antal")).to_contain_text("1 af")
    look("soegning", page)
    page.get_by_role("searchbox").fill("")
    expect(page.locator("#antal")).not_to_contain_text(" af ")


def begin(page: Page, look: Look) -> None:
    """Start a standard from the template of its provision."""
    page.get_by_role("navigation", name="Steder").get_by_role("link", name="Ny standard").click()
    page.get_by_label("Kommune").select_option("hvidovre")
    page.get_by_label("Ydelse").select_option("sel-99")
    expect(page.locator("#navn-svar")).to_contain_text("hvidovre/")
    page.get_by_label("Navn").fill("stoetteperson")
    expect(page.locator("#navn-svar")).to_contain_text(NEW)
    look("ny", page)
    page.get_by_role("button", name="Begynd på skabelonen").click()
    expect(page.get_by_role("navigation", name="Afsnit")).to_be_visible()
    look("skabelon", page)


def section(page: Page, heading: str) -> None:
    """Go to a section by its heading."""
    fold = page.locator("#afsnit-fold")
    if fold.get_attribute("open") is None:
        fold.locator("summary").click()
    page.get_by_role("navigation", name="Afsnit").get_by_role("link", name=heading).first.click()
    expect(page.get_by_role("textbox", name="Overskrift")).to_have_value(heading)


def text(page: Page) -> None:
    """Wait until what was typed is kept."""
    expect(page.locator("#gemt")).to_contain_text("Gemt som kladde")
    expect(page.locator("#forbindelse")).to_be_hidden()


def write(page: Page, look: Look) -> None:
    """Write a text, see what is wrong with it, and mend it."""
    section(page, "Indgår ikke")
    field = page.get_by_role("textbox", name="Tekst")
    field.fill(REFUSAL)
    notes = page.locator("#bemaerkninger")
    expect(notes.locator(".code", has_text="R003")).to_be_visible()
    text(page)
    look("bemaerkning", page)
    field.fill(SOFTER)
    expect(notes.locator(".code", has_text="R003")).to_have_count(0)
    text(page)


def fact(page: Page, look: Look) -> None:
    """Make a fact of words in the text."""
    section(page, "Målgruppe")
    field = page.get_by_role("textbox", name="Tekst")
    field.fill(PROMISE)
    text(page)
    field.evaluate(
        "(box, words) => { box.focus(); const at = box.value.indexOf(words); box.setSelectionRange(at, at + words.length); }",
        AGE,
    )
    page.get_by_role("button", name="Gør til oplysning").click()
    form = page.locator("#oplysning-form")
    expect(form.get_by_role("heading", name="Gør til oplysning")).to_be_focused()
    expect(form.get_by_label("Hvad siger det noget om?")).to_have_value("age")
    look("oplysning", page)
    form.get_by_role("button", name="Gem oplysningen").click()
    expect(page.locator("#oplysninger").get_by_text("over 18 år", exact=False).first).to_be_visible()
    look("oplysninger", page)


def save(page: Page, look: Look) -> None:
    """Save the draft to its file."""
    page.get_by_role("button", name="Gem", exact=True).click()
    expect(page.locator("#gemt")).to_contain_text(SAVED)
    look("gemt", page)


def compare(page: Page, look: Look) -> None:
    """Lay it beside another municipality's and the law, and take over a wording."""
    page.get_by_role("navigation", name="Steder").get_by_role("link", name="Sammenlign").click()
    expect(page.get_by_role("heading", name="Sammenlign", level=1)).to_be_visible()
    page.locator('input[value="law/sel-99"]').check()
    page.locator(f'input[value="{NEW}"]').check()
    page.locator(f'input[value="{LEJRE}"]').check()
    look("vaelg", page)
    page.get_by_role("button", name="Sammenlign de valgte").click()
    expect(page.get_by_role("heading", name="Afsnit side om side")).to_be_visible()
    look("sammenligning", page)
    page.get_by_label("Hent formuleringer ind i").select_option(NEW)
    page.get_by_role("button", name="Vælg", exact=True).click()
    page.get_by_role("link", name="Brug denne formulering").first.click()
    expect(page.get_by_role("heading", name="Brug en formulering")).to_be_visible()
    look("formulering", page)
    page.get_by_role("button", name="Brug denne formulering").click()
    expect(page.locator("#hentet")).to_contain_text("Ordene er hentet fra")
    look("hentet", page)
    save(page, look)


def publish(page: Page, look: Look) -> None:
    """Build the site, and look at the page as citizens will see it."""
    page.get_by_role("navigation", name="Steder").get_by_role("link", name="Udgiv").click()
    expect(page.get_by_role("heading", name="Udgiv", level=1)).to_be_visible()
    look("udgiv", page)
    page.get_by_role("button", name="Lav kun siderne her på maskinen").click()
    expect(page.get_by_role("heading", name="Siderne er lavet her på maskinen")).to_be_visible(timeout=120_000)
    look("udgivet", page)
    page.get_by_role("link", name="Se siderne, som borgerne vil se dem").click()
    expect(page).to_have_url(re.compile("/vis/"))
    look("forside", page)
