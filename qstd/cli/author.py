"""Whose change it is: as the command says, or as git's settings do."""

import re
from typing import TYPE_CHECKING

from qstd.cli import place
from qstd.language import fill

if TYPE_CHECKING:
    from pathlib import Path

    from qstd.history import Person


def author(told: str | None, folder: "Path", language: str) -> "Person | None":
    """Return who `Navn <adresse>` is, or whom git knows; where that is nobody, say so. Raises Refusal."""
    from qstd import history

    person = _person(told) if told else history.known_person(folder)
    if person is None:
        what = fill("Hvem har ændret den?", {}, language)
        place.complain(what, fill('Skriv det med --author "Anne Hansen <anne@eksempel.dk>".', {}, language), language)
    return person


def _person(text: str) -> "Person | None":
    from qstd.history import Person

    found = re.fullmatch(r"\s*([^<>]*[^<>\s])\s*<([^<>\s]+)>\s*", text)
    return Person(found[1], found[2]) if found else None
