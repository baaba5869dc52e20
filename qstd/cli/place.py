"""What every command shares: where it stands, and how it says what is wrong."""

import datetime as dt
import re
import sys
from argparse import ArgumentParser, ArgumentTypeError
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from qstd import workspace
from qstd.language import LANGUAGES, fill
from qstd.model.finding import Finding
from qstd.model.theme import ThemeError
from qstd.workspace import Workspace

# What a file could use to speak to the terminal itself.
_CONTROLS = re.compile(r"[\x00-\x08\x0a-\x1f\x7f-\x9f]")


def home() -> Workspace | None:
    """Return the workspace around the folder that the command was called in."""
    return workspace.find(Path.cwd())


def no_workspace(language: str = "da") -> int:
    """Say that there is no workspace here."""
    what = fill("Her er ingen mappe med standarder.", {}, language)
    hint = fill("Gå til en mappe, der har en undermappe »standards«, og prøv igen.", {}, language)
    complain(what, hint, language)
    return 2


def complain(what: str, hint: str = "", language: str = "da") -> None:
    """Print an error, and what to do on a line of its own; both are in `language` already."""
    print(fill("fejl: {what}", {"what": what}, language), file=sys.stderr)
    if hint:
        print(fill("hjælp: {hint}", {"hint": hint}, language), file=sys.stderr)


def refused(error: Exception, language: str) -> None:
    """Say what the disk refused, or which template cannot be used."""
    if isinstance(error, OSError):
        complain(_unwritten(error, language), language=language)
    elif isinstance(error, ThemeError):
        values = {"place": error.place, "reason": fill(error.reason, {}, language)}
        what = fill("Skabelonen kan ikke bruges: {place}: {reason}.", values, language)
        complain(what, fill("Ret den, eller fjern den, så bruges vores egen.", {}, language), language)


def _unwritten(error: OSError, language: str) -> str:
    """Return what the disk refused. It names no file where it stopped in the middle of one: a full disk is full for all."""
    reason = fill(workspace.reason(error), {}, language)
    if not error.filename:
        return fill("Der kan ikke læses eller skrives: {reason}.", {"reason": reason}, language)
    values = {"path": error.filename, "reason": reason}
    return fill("Der kan ikke læses eller skrives: {path}: {reason}.", values, language)


def language_option(parser: ArgumentParser) -> None:
    """Let a command speak another language."""
    parser.add_argument("--lang", choices=LANGUAGES, default="da", help="sprog: da (dansk) eller en (engelsk)")


def day(text: str) -> dt.date:
    """Read a day that an option names, in the one form in which all that we write has it."""
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text)
    raise ArgumentTypeError("ikke en dag; skriv den som 2026-01-31")


@contextmanager
def busy(what: str, language: str, much: bool = True) -> Iterator[None]:
    """Show on a terminal, while it lasts, that there is `much` to do; `what` is a Danish text."""
    if not (much and sys.stderr.isatty()):
        yield
        return
    from rich.console import Console

    with Console(stderr=True).status(fill(what, {}, language)):
        yield


def tell(findings: Sequence[Finding], language: str) -> None:
    """Print findings where they do not mix with data."""
    if findings:
        print(as_text(findings, language), file=sys.stderr)


def as_text(findings: Sequence[Finding], language: str) -> str:
    """Return findings for people: place, severity and code, what is wrong; what to do on its own line."""
    from qstd.exports.findings import severity_word
    from qstd.messages import words

    levels = {each: severity_word(each, language) for each in {each.severity for each in findings}}
    lines = []
    for each in findings:
        place = each.place
        where = ":".join([place.file, *(str(number) for number in (place.line, place.column) if number)])
        lines.append(f"{where}: {levels[each.severity]} {each.code}: {words(each.message, language)}")
        lines += [f"    {words(more, language)}" for more in (each.hint, each.source) if more]
    return "\n".join(line if line.isprintable() else _CONTROLS.sub("�", line) for line in lines)
