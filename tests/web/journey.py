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
HVIDOVRE = "Kvalitetsstandard for Støtte- og kontaktperson-ordningen"
NEED = "Hvilket behov dækker ydelsen"
PURPOSE = "Formålet er, at du kan bruge de tilbud, der er i kommunen."
MESSAGE = "Formålet skrevet, som udvalget bad om"
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


def history(page: Page, look: Look) -> None:
    """Begin a history, and say once who it is."""
    page.get_by_role("button", name="Begynd en historik").click()
    expect(page.get_by_role("heading", name="Hvem er du?")).to_be_visible()
    page.get_by_label("Navn").fill("Anne Eksempel")
    page.get_by_label("Mailadresse").fill("anne@eksempel.dk")
    look("hvem", page)
    page.get_by_role("button", name="Begynd historikken").click()
    expect(page.get_by_text("Historikken er begyndt.")).to_be_visible()


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


def keep(page: Page, look: Look) -> None:
    """Save with a message, and find it among the versions."""
    section(page, "Formål")
    page.get_by_role("textbox", name="Tekst", exact=True).fill(PURPOSE)
    text(page)
    page.get_by_label("Hvad er ændret?").fill(MESSAGE)
    look("besked", page)
    save(page, look)
    expect(page.locator("#besked")).to_contain_text(MESSAGE)
    versions(page)
    row = page.get_by_role("row").filter(has_text=MESSAGE)
    expect(row).to_contain_text("Anne Eksempel")
    look("udgaver", page)
    row.get_by_role("link", name="Se denne udgave").click()
    expect(page.get_by_text("Her kan den ikke ændres.")).to_be_visible()
    look("udgave", page)


def more(page: Page, name: str) -> None:
    """Follow a link below »Mere«."""
    page.locator("#mere > summary").click()
    page.locator("#mere").get_by_role("link", name=name).click()


def versions(page: Page) -> None:
    """Go to the versions of the standard that is open."""
    more(page, "Udgaver")
    expect(page.get_by_role("heading", name="Udgaver", level=1)).to_be_visible()


def approve(page: Page, look: Look) -> None:
    """Approve a standard; a word is changed, and it is no longer as approved; taken back, it is again."""
    page.get_by_role("navigation", name="Steder").get_by_role("link", name="Oversigt").click()
    page.get_by_role("link", name=HVIDOVRE).click()
    expect(page.locator("html")).to_have_attribute("data-ready", "yes")
    more(page, "Godkendelse")
    page.locator("#trin-approved").check()
    page.get_by_label("Godkendt af").fill("Byrådet")
    page.get_by_label("Dagen for mødet").fill("2026-01-31")
    page.get_by_label("Adressen på referatet").fill("https://www.eksempel.dk/referat")
    look("godkend", page)
    page.get_by_role("button", name="Skriv det i standarden").click()
    expect(page.get_by_text("Teksten er den, der blev godkendt.")).to_be_visible()
    look("godkendt", page)
    page.get_by_role("link", name=HVIDOVRE).click()
    section(page, NEED)
    page.get_by_role("textbox", name="Tekst", exact=True).fill("Ordene er nogle andre nu.")
    changed = page.locator("#godkendelse")
    expect(changed).to_contain_text("Ændret siden godkendelsen")
    text(page)
    look("aendret", page)
    changed.get_by_role("link", name="Se forskellen").click()
    expect(page.get_by_role("heading", name="Ændringsnotat")).to_be_visible()
    page.go_back()
    expect(page.locator("html")).to_have_attribute("data-ready", "yes")
    page.locator("#fortryd").click()
    expect(page.locator("#besked")).to_contain_text("fortrudt")
    expect(changed).to_be_empty()


def word(page: Page, look: Look) -> None:
    """See how a standard goes out as a Word file."""
    more(page, "Word")
    expect(page.get_by_role("link", name="Hent som Word")).to_be_visible()
    look("word", page)


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
