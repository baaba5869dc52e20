"""`qstd wheel`: the yearly wheel: what must be reviewed, heard or approved when."""

import datetime as dt
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import output, place
from qstd.workspace import Entry, Workspace

if TYPE_CHECKING:
    from qstd.model.wheel import Task

_DATA = ("ics", "json")
_FORMATS = (*output.DOCUMENTS, *_DATA)
_SUFFIXES = {f".{each}": each for each in _FORMATS}


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", nargs="*", metavar="STANDARD", help="kommuner eller standarder; ellers dem alle")
    parser.add_argument("--today", type=place.day, metavar="DATO", help="se det, som var det denne dag")
    parser.add_argument("--format", choices=_FORMATS, help="ellers som filens endelse siger; ics er en kalender")
    parser.add_argument("-o", "--output", type=Path, metavar="FIL", help="skriv til filen, fx aarshjul.ics")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Show the wheel, or write it as a file."""
    from qstd.verbs import wheel

    language, home = arguments.lang, place.home()
    if home is None:
        return place.no_workspace(language)
    wanted = _wanted(arguments)
    entries = _entries(arguments.ref, home, language)
    if wanted is None or entries is None:
        return 2
    today = arguments.today or workspace.today()
    tasks, findings = wheel.of_workspace(entries, home, today)
    place.tell(findings, language)
    wanted.put(_made(tasks, today, entries, home, wanted))
    return 1 if findings else 0


def _wanted(arguments: Namespace) -> output.Output | None:
    path, kind = arguments.output, arguments.format
    kind = kind or (_SUFFIXES.get(path.suffix.lower()) if path else "terminal")
    if kind in _DATA:
        return output.Output(kind, path, arguments.lang)
    return output.chosen(arguments, output.DOCUMENTS)


def _entries(words: Sequence[str], home: Workspace, language: str) -> tuple[Entry, ...] | None:
    from qstd.verbs import refs

    if not words:
        return home.entries()
    found: dict[Entry, None] = {}
    for each in words:
        own = refs.resolve(each, Path.cwd(), home)
        if not own:
            place.tell((refs.unknown(each, home),), language)
            return None
        found |= dict.fromkeys(own)
    return tuple(found)


def _made(
    tasks: "Sequence[Task]", today: dt.date, entries: Sequence[Entry], home: Workspace, wanted: output.Output
) -> bytes:
    slugs = list(dict.fromkeys(each.municipality for each in entries))
    name = _name(slugs[0]) if len(slugs) == 1 else ""
    if wanted.format == "ics":
        from qstd.exports.calendar import calendar

        return calendar(tasks, today, name, wanted.language)
    if wanted.format == "json":
        from qstd.exports.wheel_json import wheel_json

        return wheel_json(tasks, today, wanted.language)
    from qstd.present.wheel_page import wheel_document

    document = wheel_document(tasks, today, name, wanted.language)
    return wanted.document(document, workspace.theme(home, slugs[0] if name else ""))


def _name(slug: str) -> str:
    from qstd import catalogue

    known = catalogue.municipality(slug)
    return known.display if known else slug
