"""`qstd save`: keep a standard as it is now in the history."""

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from qstd.cli import place
from qstd.language import fill

if TYPE_CHECKING:
    from qstd.history import Person


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="kommune/navn, eller filen")
    parser.add_argument("-m", "--message", required=True, metavar="TEKST", help="hvad der er ændret, og hvorfor")
    parser.add_argument("--author", metavar="NAVN <ADRESSE>", help="hvem der har ændret det; ellers den, git kender")
    parser.add_argument("--init", action="store_true", help="gør mappen til et git-arkiv, hvis den ikke er det")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Commit one standard."""
    from qstd import history
    from qstd.verbs import keeping, refs

    home, language = place.home(), arguments.lang
    entries = refs.resolve(arguments.ref, Path.cwd(), home)
    if home is None or len(entries) != 1:
        place.tell((refs.unknown(arguments.ref, home),), language)
        return 1
    person = _person(arguments.author) if arguments.author else history.known_person(home.root)
    if person is None:
        what = fill("Hvem har ændret den?", {}, language)
        place.complain(what, fill('Skriv det med --author "Anne Hansen <anne@eksempel.dk>".', {}, language), language)
        return 2
    try:
        if arguments.init:
            history.begin(home.root)
    except history.Refusal as refusal:
        if refusal.words != "in a repository already":
            place.tell((keeping.refused(refusal, str(home.root)),), language)
            return 1
    kept = keeping.keep(entries[0], arguments.message, person)
    place.tell(kept.findings, language)
    if kept.findings and not kept.commit:
        return 1
    if kept.commit:
        print(fill("Gemt i historikken: {name}.", {"name": kept.commit[:8]}, language))
    else:
        print(fill("Der er intet nyt at gemme.", {}, language))
    return 0


def _person(text: str) -> "Person | None":
    from qstd.history import Person

    found = re.fullmatch(r"\s*([^<>]*[^<>\s])\s*<([^<>\s]+)>\s*", text)
    return Person(found[1], found[2]) if found else None
