"""What a person should know of an office file that could be read: what was left out of its text, and why."""

from dataclasses import dataclass

from qstd.model.finding import Finding, Message, Place, Severity, message


@dataclass(slots=True)
class Tally:
    """What was met that does not become text."""

    pictures: int = 0
    insertions: int = 0
    deletions: int = 0
    charts: int = 0
    unread: int = 0


def remarkable(tally: Tally, file: str) -> list[Finding]:
    """The findings about what was met on the way through the file."""
    found: list[tuple[str, Severity, Message, Message]] = []
    if tally.insertions or tally.deletions:
        found.append(_changes(tally))
    if tally.pictures:
        what = message("Dokumentet har billeder ({count}). Tekst i et billede kan ikke læses.", count=tally.pictures)
        hint = message("Står der noget i billederne, som borgeren skal kunne læse, så skriv det som tekst.")
        found.append(("I114", "info", what, hint))
    if tally.charts:
        what = message("Dokumentet har diagrammer ({count}). Tal og tekst i dem er ikke taget med.", count=tally.charts)
        hint = message("Skriv det vigtigste af diagrammet som tekst eller som en tabel.")
        found.append(("I115", "warning", what, hint))
    if tally.unread:
        what = message(
            "Dokumentet henter tekst fra andre filer, som er lagt ind i det ({count}). Den tekst er ikke taget med.",
            count=tally.unread,
        )
        hint = message("Åbn dokumentet i Word, gem det med Filer > Gem som, og importér den nye fil.")
        found.append(("I116", "warning", what, hint))
    return [Finding(code, severity, what, Place(file), hint) for code, severity, what, hint in found]


def _changes(tally: Tally) -> tuple[str, Severity, Message, Message]:
    what = message(
        "Dokumentet har registrerede ændringer, som ingen har taget stilling til. Den indsatte tekst ({insertions} steder) "
        "er taget med, den slettede ({deletions} steder) er ikke.",
        insertions=tally.insertions,
        deletions=tally.deletions,
    )
    hint = message(
        "Er det ikke det rigtige, så acceptér eller afvis ændringerne i Word under Gennemse, og importér igen."
    )
    return "I117", "warning", what, hint


def no_text(tally: Tally, file: str) -> Finding:
    """The finding for a file without text."""
    what = message("Dokumentet har ingen tekst.")
    hint = message("Er det den rigtige fil?")
    if tally.pictures:
        what = message("Dokumentet har ingen tekst, kun billeder ({count}).", count=tally.pictures)
        hint = message(
            "Er siderne scannet, så find den fil, de blev skrevet i, eller lav billederne om til tekst (OCR)."
        )
    return Finding("I109", "error", what, Place(file), hint)
