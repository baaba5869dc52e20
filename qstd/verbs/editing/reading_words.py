"""What is said of an upload that came to no end: the editor was stopped, or the process took too much, or broke."""

from contextlib import suppress
from pathlib import Path

from qstd import workspace
from qstd.model.finding import Finding, Place, message
from qstd.verbs.editing.reading_child import TROUBLE


def interrupted(file: str) -> Finding:
    """Say that the editor was stopped."""
    what = message("Editoren blev stoppet, mens filen blev læst.")
    return Finding("I244", "error", what, Place(file), message("Læs den igen."))


def trouble(file: str, made: Path, ended: int | None) -> Finding:
    """Say that the process did not come to an end: it took too long, too much, or broke."""
    noted = ""
    with suppress(OSError):
        noted = workspace.read(made / TROUBLE, 100).decode("utf-8", "replace")
    hint = message("Gem den på ny i det program, den er lavet i, eller prøv med en del af den. Intet er ændret.")
    if ended is None or ended in (-24, -9):  # what the system sends when the time is up
        return Finding("I245", "error", message("Det tager for længe at læse filen."), Place(file), hint)
    if noted == "memory":
        return Finding("I246", "error", message("Filen er for stor, når den er pakket ud."), Place(file), hint)
    return Finding("I247", "error", message("Filen kan ikke læses. Den er måske i stykker."), Place(file), hint)
