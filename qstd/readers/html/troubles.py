"""What can be wrong with a web page, in words. Codes I150 to I169; they never change meaning."""

from collections.abc import Iterator

from qstd.model.finding import Finding, Message, Place, Severity, message
from qstd.readers.html.encoding import Decoded, mojibake

_NAMES = {"utf-8": "UTF-8", "windows-1252": "Windows-1252", "mac-roman": "Macintosh", "": "ingenting"}


def _finding(file: str, code: str, severity: Severity, text: Message, hint: Message) -> Finding:
    return Finding(code, severity, text, Place(file), hint)


def empty(file: str) -> Finding:
    """The page holds no text."""
    return _finding(
        file,
        "I150",
        "error",
        message("Der er ingen tekst i websiden."),
        message(
            "Nogle sider henter først deres tekst, når de vises. Åbn siden i en browser, markér teksten, sæt den ind i et "
            "Word-dokument, og importér det. Eller vælg »Gem siden som« i browseren, når teksten kan ses."
        ),
    )


def archive(file: str) -> Finding:
    """The page was saved as a web archive."""
    return _finding(
        file,
        "I151",
        "error",
        message(
            "Filen er et webarkiv (.mht eller .mhtml): en hel webside med billeder pakket i én fil. Det kan ikke læses."
        ),
        message(
            "Åbn filen i en browser eller i Word, og gem den som »Webside, kun HTML« eller som Word-dokument (.docx)."
        ),
    )


def too_large(file: str, megabytes: int) -> Finding:
    """The page has more bytes than a page of text."""
    return _finding(
        file,
        "I152",
        "error",
        message("Websiden fylder mere end {limit} MB og kan ikke være en kvalitetsstandard.", limit=megabytes),
        message("Er det den rigtige fil? Indeholder den billeder, så gem siden som »Webside, kun HTML«."),
    )


def too_deep(file: str) -> Finding:
    """The page is built in a way that no page of text is."""
    return _finding(
        file,
        "I153",
        "error",
        message(
            "Websiden kan ikke læses: dens dele ligger i flere hundrede lag inden i hinanden, eller der er alt for mange."
        ),
        message("Åbn siden i en browser, markér teksten, sæt den ind i et Word-dokument, og importér det."),
    )


def notes(file: str, decoded: Decoded) -> Iterator[Finding]:
    """What is odd about the characters of the page."""
    if decoded.trouble == "declared_wrong":
        yield _finding(
            file,
            "I154",
            "warning",
            message(
                "Websiden siger, at den er gemt i tegnsættet {declared}, men den er gemt i {used}. Den er læst som {used}.",
                declared=_NAMES.get(decoded.declared, decoded.declared),
                used=_NAMES.get(decoded.used, decoded.used),
            ),
            message("Se efter, om æ, ø og å står rigtigt i resultatet."),
        )
    elif decoded.trouble == "mixed":
        yield _finding(
            file,
            "I154",
            "warning",
            message("Websiden blander to tegnsæt, UTF-8 og Windows-1252. Hvert tegn er læst i det, som det passer i."),
            message("Se efter, om æ, ø og å står rigtigt i resultatet."),
        )
    if example := mojibake(decoded.text):
        yield _finding(
            file,
            "I155",
            "warning",
            message(
                "Websiden har tegn som »{example}«, hvor der nok har stået æ, ø, å eller et andet tegn.",
                example=example,
            ),
            message(
                "Siden blev ødelagt, da den blev gemt. Teksten er taget med, som den står. Hent siden igen fra kommunens "
                "hjemmeside, eller ret tegnene i resultatet."
            ),
        )
    if "\ufffd" in decoded.text:
        yield _finding(
            file,
            "I156",
            "warning",
            message("Websiden har {count} tegn, som ikke kan læses (»\ufffd«).", count=decoded.text.count("\ufffd")),
            message("Tegnene gik tabt, før filen kom hertil. Hent siden igen, eller ret dem i resultatet."),
        )


def pictures(file: str, number: int) -> Finding:
    """Pictures were left out."""
    return _finding(
        file,
        "I157",
        "info",
        message("{count} billeder i websiden er ikke taget med.", count=number),
        message("Står der tekst i et billede, så skriv den ind i standarden."),
    )


def frames(file: str, number: int) -> Finding:
    """The page shows other pages in itself."""
    return _finding(
        file,
        "I158",
        "warning",
        message("Websiden viser {count} andre sider i en ramme. Deres tekst står ikke i filen.", count=number),
        message("Hører teksten i rammen med til standarden, så åbn den for sig i browseren, gem den, og importér den."),
    )


def formatting_dropped(file: str) -> Finding:
    """Fonts and bold type were left out to be able to read the page."""
    return _finding(
        file,
        "I159",
        "warning",
        message(
            "Websiden har så mange lag af skrifttyper og fed skrift, at formateringen ikke er læst. Teksten er taget med."
        ),
        message("Se efter, om overskrifterne er fundet, og ret dem i resultatet."),
    )


def hidden(file: str, number: int) -> Finding:
    """The main content holds much text that is not shown."""
    return _finding(
        file,
        "I160",
        "warning",
        message(
            "Midt i websidens tekst er {count} bogstaver skjult, så de ikke ses. De er ikke taget med.", count=number
        ),
        message("Se under skjult tekst i regnskabet, om det hører med til standarden."),
    )
