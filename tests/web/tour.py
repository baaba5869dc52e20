"""The guide for policy officers: `python -m tests.web.tour` goes the journey, takes the pictures, and writes the page.

The words are here, beside the names of the screens that the journey shows; a test holds the page against them.
"""

import sys
import tempfile
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from tests.checkers import chromium
from tests.web import journey
from tests.web.served import ROOT, served

GUIDE = ROOT / "docs" / "brugervejledning.md"
PICTURES = ROOT / "docs" / "billeder"
SIZE = {"width": 1280, "height": 860}
_COLOURS = 64

OPENING = """\
# Brugervejledning til editoren

Editoren er til jer, der skriver, sammenligner og udgiver kvalitetsstandarder. Du skal ikke kunne programmere, og du ser
aldrig den fil, standarden ligger i, medmindre du beder om det.

Start den med `qstd serve` i mappen med jeres standarder. Browseren åbner af sig selv. Editoren kører på din egen maskine, og
intet sendes ud af huset, før du udgiver.

Tre ting kan du regne med:

- **Intet går tabt.** Det, du skriver, gemmes som kladde, mens du skriver, også hvis browseren eller maskinen går ned.
- **Filen røres først, når du gemmer,** og så kun dér, hvor du har ændret noget.
- **To kan arbejde i den samme standard.** Har I rettet hver sit sted, lægges det sammen. Har I rettet det samme, ser du begge
  udgaver og vælger.
"""

STOPS: tuple[tuple[str, str, str, str], ...] = (
    (
        "oversigt",
        "Oversigten",
        "Her er alle standarder med status, fejl og advarsler. Øverst står dine kladder og det, du er i gang med at hente ind.",
        "Oversigten over standarder",
    ),
    (
        "soegning",
        "",
        "Skriv i søgefeltet, og listen bliver kortere, mens du skriver. Du kan også vælge kommune, ydelse og status.",
        "Oversigten, når der er søgt på lejre",
    ),
    (
        "ny",
        "Begynd på en standard",
        "Du kan begynde på tre måder: fra en skabelon med de afsnit, reglerne kræver; fra en anden standard, afsnit for afsnit; "
        "eller fra en fil, I har i forvejen. Vælg kommune og ydelse, så får du et forslag til navnet.",
        "De tre måder at begynde på",
    ),
    (
        "skabelon",
        "Skriv",
        "Til venstre står afsnittene, i midten det afsnit, du skriver i, og til højre det, der er at sige om det. Teksten gemmes "
        "som kladde et øjeblik efter, at du holder op med at skrive.",
        "En ny standard fra skabelonen",
    ),
    (
        "bemaerkning",
        "Bemærkninger, mens du skriver",
        "Er der noget, som loven, Ankestyrelsen eller et klart sprog vil have anderledes, står det ved siden af teksten: "
        "hvad der er galt, hvorfor, og hvad du kan gøre. Er du uenig, så vælg »Sæt til side …«, og skriv hvorfor. Det bliver "
        "stående i filen.",
        "En advarsel om en tekst, der afviser hjælp på forhånd",
    ),
    (
        "oplysning",
        "Gør ord til oplysninger",
        "En oplysning er noget, der kan sammenlignes: alder, frist, pris. Markér ordene i teksten, og vælg »Gør til oplysning« "
        "(Ctrl+Skift+O). Værdien er læst for dig; se efter, og gem den.",
        "Skemaet for en oplysning om alder",
    ),
    (
        "oplysninger",
        "",
        "Oplysningen hænger sammen med sætningen. Retter du sætningen, spørger editoren, hvad der skal ske med oplysningen.",
        "Oplysningen under afsnittet",
    ),
    (
        "gemt",
        "Gem",
        "»Gem« (Ctrl+S) skriver kladden i filen. Er filen ændret af andre imens, lægges ændringerne sammen. Hvor I har rettet "
        "det samme, ser du din, deres og den oprindelige tekst og vælger.",
        "Standarden, når den er gemt",
    ),
    (
        "hvem",
        "Historik",
        "Med en historik står der ved hver ændring, hvem der har lavet den og hvorfor. Vælg »Begynd en historik« nederst på "
        "oversigten. Editoren spørger én gang, hvem du er. Uden historik virker alt andet.",
        "Skemaet, hvor man skriver, hvem man er",
    ),
    (
        "besked",
        "",
        "Skriv i feltet ved siden af »Gem«, hvad du har ændret. Skriver du intet, står der det, der er foreslået i feltet.",
        "Beskeden ved siden af Gem",
    ),
    (
        "udgaver",
        "",
        "Under »Mere« og »Udgaver« står alle udgaver med dag, person og besked. Se en af dem, som den var, eller vælg to, og se, "
        "hvad der er ændret.",
        "Udgaverne af en standard",
    ),
    (
        "godkend",
        "Høring og godkendelse",
        "Under »Mere« og »Godkendelse« ser du, hvor standarden er på sin vej, og hvad der skal rettes, før den kan godkendes. "
        "Den, der må godkende, skriver her, hvem der har godkendt den og hvornår.",
        "Vejen fra kladde til godkendt, og skemaet for en godkendelse",
    ),
    (
        "aendret",
        "",
        "Godkendelsen gælder de ord, der blev godkendt. Retter du i dem, står der »Ændret siden godkendelsen«, og du kan se "
        "forskellen. Fortryder du, er standarden igen, som den blev godkendt.",
        "Et afsnit, der er ændret siden godkendelsen",
    ),
    (
        "word",
        "Word",
        "Under »Mere« og »Word« henter du standarden som Word-fil til kolleger, råd og udvalg. Når den kommer tilbage, sættes "
        "det, der er rettet i den, ind i din kladde. Har I rettet det samme, ser du begge tekster og vælger.",
        "Word-filen ud og hjem igen",
    ),
    (
        "vaelg",
        "Sammenlign",
        "Vælg standarder, loven, eller to udgaver af den samme.",
        "Valg af det, der skal sammenlignes",
    ),
    (
        "sammenligning",
        "",
        "Oplysninger og afsnit står side om side, og hver forskel siger, om det er snævrere end loven.",
        "Loven og to kommuner side om side",
    ),
    (
        "formulering",
        "",
        "Har en anden skrevet det bedre, så vælg »Brug denne formulering«. Det noteres i filen, hvor ordene er hentet.",
        "En formulering ved siden af jeres egen",
    ),
    (
        "udgiv",
        "Udgiv",
        "Her står, hvad der er ændret siden sidst. Se siderne, som borgerne vil se dem, før du sender dem.",
        "Det, der venter på at blive udgivet",
    ),
    (
        "udgivet",
        "",
        "Bagefter står der i almindelige ord, hvad der skete, og hvad der ikke kom med.",
        "Siderne er lavet",
    ),
)

CLOSING = """\
## Uden mus

Alt kan gøres med tasterne. Tab går videre, Enter vælger. I teksten: Ctrl+B fed, Ctrl+K link, Ctrl+Skift+O gør til oplysning,
Ctrl+S gem. »Flyt op« og »Flyt ned« flytter et afsnit, og tasterne bliver, hvor de var.

## Når noget går galt

- **Ingen forbindelse:** skriv videre. Teksten står i browseren og gemmes, når editoren er der igen.
- **Filen er ødelagt:** den vises som tekst med linjenumre og det, der er galt. Ret den dér.
- **Du fortryder:** »Fortryd« tager ét skridt tilbage, så mange gange du vil. En kladde, du smider væk, kan hentes igen i 30 dage.

Hvordan editoren er sikret, og hvordan den sættes op for flere, står i [security.md](security.md) (på engelsk).
"""


def page_text() -> str:
    """Return the guide."""
    parts = [OPENING]
    for name, heading, words, shown in STOPS:
        parts.append((f"## {heading}\n\n" if heading else "") + f"{words}\n\n![{shown}](billeder/{name}.png)\n")
    return "\n".join((*parts, CLOSING))


def take(name: str, page: Page) -> None:
    """Take the picture of a screen, in few colours."""
    if name not in {each[0] for each in STOPS}:
        return
    page.evaluate("document.activeElement?.blur?.()")
    page.wait_for_timeout(250)
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    PICTURES.mkdir(exist_ok=True)
    picture.quantize(_COLOURS, dither=Image.Dither.NONE).save(PICTURES / f"{name}.png", optimize=True)


def main() -> int:
    """Go the journey and write the guide."""
    with tempfile.TemporaryDirectory() as folder, served(Path(folder)) as editor, chromium() as browser:
        page = browser.new_context(viewport=SIZE, locale="da-DK").new_page()  # type: ignore[arg-type]  # a plain mapping
        journey.arrive(page, editor.address, take)
        for stage in (
            journey.find,
            journey.history,
            journey.begin,
            journey.write,
            journey.fact,
            journey.save,
            journey.compare,
            journey.keep,
            journey.approve,
            journey.word,
            journey.publish,
        ):
            stage(page, take)
    GUIDE.write_text(page_text(), "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
