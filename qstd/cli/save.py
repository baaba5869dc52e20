"""`qstd save`: keep a standard as it is now in the history."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from qstd.cli import place
from qstd.language import fill


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
    from qstd.cli.author import author
    from qstd.verbs import keeping, refs

    home, language = place.home(), arguments.lang
    entries = refs.resolve(arguments.ref, Path.cwd(), home)
    if home is None or len(entries) != 1:
        place.tell((refs.unknown(arguments.ref, home),), language)
        return 1
    if not arguments.message.strip():
        what = fill("Der mangler, hvad der er ændret.", {}, language)
        place.complain(what, fill('Skriv det med -m "Ny frist".', {}, language), language)
        return 2
    try:
        person = author(arguments.author, home.root, language)
        if person is not None and arguments.init:
            history.begin(home.root)
    except history.Refusal as refusal:
        if refusal.words != "in a repository already":
            place.tell((keeping.refused(refusal, str(home.root)),), language)
            return 1
    if person is None:
        return 2
    kept = keeping.keep(entries[0], arguments.message, person)
    place.tell(kept.findings, language)
    if kept.findings and not kept.commit:
        return 1
    if kept.commit:
        print(fill("Gemt i historikken: {name}.", {"name": kept.commit[:8]}, language))
    else:
        print(fill("Der er intet nyt at gemme.", {}, language))
    return 0
