"""What may be wrong with a PDF file, as findings."""

from collections.abc import Iterable

from qstd.model.finding import Finding, Message, Place, Severity, message


def _finding(code: str, severity: Severity, file: str, what: Message, hint: Message | None = None) -> Finding:
    return Finding(code, severity, what, Place(file), hint=hint)


def locked(file: str) -> Finding:
    """The file asks for a password."""
    return _finding(
        "I130",
        "error",
        file,
        message("Filen er låst med en adgangskode, så teksten kan ikke læses."),
        message("Åbn filen med adgangskoden, gem eller udskriv den som en ny PDF uden adgangskode, og prøv igen."),
    )


def damaged(file: str) -> Finding:
    """The library cannot make sense of the file."""
    return _finding(
        "I131",
        "error",
        file,
        message("Filen er ikke en PDF, der kan læses: den er beskadiget, ikke hentet færdig eller en anden slags fil."),
        message("Hent filen igen, og se, om den kan åbnes i en PDF-læser. Gem den derfra som en ny PDF, og prøv igen."),
    )


def no_text(file: str, pages: int) -> Finding:
    """Every page is a picture."""
    return _finding(
        "I132",
        "error",
        file,
        message("Filen har {pages} sider, men ingen tekst: siderne er billeder, fx fra en skanner.", pages=pages),
        message("Lav tekst af billedet med OCR, fx ocrmypdf ind.pdf ud.pdf -l dan, og prøv igen."),
    )


def some_pages_without_text(file: str, pages: Iterable[int]) -> Finding:
    """Some pages are pictures."""
    return _finding(
        "I133",
        "warning",
        file,
        message("Disse sider er billeder uden tekst og er ikke kommet med: {pages}.", pages=_numbers(pages)),
        message("Lav tekst af billederne med OCR, fx ocrmypdf --skip-text ind.pdf ud.pdf -l dan, og prøv igen."),
    )


def unread(file: str, pages: Iterable[int]) -> Finding:
    """Some pages could not be read."""
    return _finding(
        "I134",
        "error",
        file,
        message("Disse sider er beskadigede og kunne ikke læses: {pages}.", pages=_numbers(pages)),
        message("Hent filen igen, eller gem den som en ny PDF fra en PDF-læser, og prøv igen."),
    )


def too_many_pages(file: str, pages: int, read: int) -> Finding:
    """Only the first pages were read."""
    return _finding(
        "I135",
        "error",
        file,
        message("Filen har {pages} sider; kun de første {read} er læst.", pages=pages, read=read),
        message("Del filen i flere, og læs dem hver for sig."),
    )


def too_much_text(file: str, pages: Iterable[int]) -> Finding:
    """Some pages hold more characters than a page does."""
    return _finding(
        "I136",
        "error",
        file,
        message("Disse sider har så meget tekst, at kun en del af den er læst: {pages}.", pages=_numbers(pages)),
        message("Se, om filen er, hvad den skal være, eller gem siderne i en fil for sig."),
    )


def pictures(file: str, count: int) -> Finding:
    """Pictures are left out."""
    return _finding(
        "I137",
        "info",
        file,
        message("Filen har {count} billeder; de er ikke kommet med.", count=count),
        message("Står der tekst på et billede, skal den skrives ind i hånden."),
    )


def empty(file: str) -> Finding:
    """There is neither text nor picture."""
    return _finding(
        "I138",
        "error",
        file,
        message("Filen er en PDF, men der står ingen tekst i den."),
        message("Se, om det er den rigtige fil."),
    )


def _numbers(pages: Iterable[int], most: int = 20) -> str:
    """Write page numbers; of many only the first."""
    numbers = list(pages)
    shown = ", ".join(str(number) for number in numbers[:most])
    return shown if len(numbers) <= most else f"{shown} …"
