"""`qstd new`: begin a standard."""

import re
from argparse import ArgumentParser, Namespace
from pathlib import Path

from qstd import catalogue
from qstd.cli import place
from qstd.model.standard import SLUG
from qstd.workspace import Workspace


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="KOMMUNE/NAVN", help="fx lejre/ledsagelse")
    parser.add_argument("--service", required=True, metavar="YDELSE", help="bestemmelsen, fx sel-97")


def run(arguments: Namespace) -> int:
    """Write the new standard and say what to do next."""
    from qstd.verbs.refs import suggest
    from qstd.verbs.start import new

    if not re.fullmatch(rf"{SLUG}/{SLUG}", arguments.ref):
        place.complain(
            f"»{arguments.ref}« er ikke et navn på formen kommune/navn.",
            "Brug små bogstaver uden æ, ø og å, tal og bindestreger, fx lejre/ledsagelse.",
        )
        return 2
    if arguments.ref.endswith("/municipality"):
        place.complain("Navnet »municipality« er optaget af kommunens egen fil.", "Vælg et andet navn.")
        return 2
    service = catalogue.service(arguments.service)
    if service is None:
        near = suggest(arguments.service, catalogue.service_keys())
        known = ", ".join(catalogue.service_keys())
        place.complain(
            f"Ydelsen »{arguments.service}« findes ikke i kataloget.",
            f"Mente du »{near}«?" if near else f"Kataloget har: {known}.",
        )
        return 2
    home = place.home() or Workspace(Path.cwd())
    try:
        files = new(home, arguments.ref, service)
    except FileExistsError as error:
        place.complain(f"{error.args[0]} findes allerede.", "Vælg et andet navn, eller ret i den.")
        return 1
    for each in files:
        print(f"Skrevet: {each}")
    print(f"Næste skridt: skriv teksten, og kør »qstd check {arguments.ref}«.")
    return 0
