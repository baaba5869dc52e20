"""`qstd package`: all that a committee needs to decide on a new version of a standard, in one folder."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from qstd import workspace
from qstd.cli import place
from qstd.language import fill

N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="kommune/navn, eller filen")
    before = parser.add_mutually_exclusive_group()
    before.add_argument(
        "--since",
        metavar="UDGAVE",
        default="approved",
        help="udgaven før: approved (den sidst godkendte, som ellers), en dag, et nummer fra »qstd log« eller en fil",
    )
    before.add_argument("--new", action="store_true", help="standarden er ny: der er ingen udgave før")
    parser.add_argument(
        "--with",
        dest="beside",
        action="append",
        default=[],
        metavar="KOMMUNE",
        help="sammenlign med denne kommunes standard for ydelsen, en anden standard eller loven; kan gentages",
    )
    parser.add_argument("--out", type=Path, metavar="MAPPE", required=True, help="mappen, som pakken bliver til")
    parser.add_argument("--today", type=place.day, metavar="DATO", help="gør det, som var det denne dag")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Make the package, or say why it cannot be made."""
    from qstd.verbs import package
    from qstd.verbs.package_folder import put

    language, home = arguments.lang, place.home()
    if home is None:
        return place.no_workspace(language)
    since = "" if arguments.new else arguments.since
    with place.busy(N_("Læser standarderne"), language):
        made, findings = package.prepared(arguments.ref, since, arguments.beside, Path.cwd(), home)
    place.tell(findings, language)
    if made is None:
        return 1
    with place.busy(N_("Laver pakken"), language):
        files = dict(package.files(made, arguments.today or workspace.today(), language))
        unshown = package.unshown(made, language)
        written, wrong = put(arguments.out, files)
    place.tell((*unshown, *wrong), language)
    if wrong:
        return 1
    for name in files if written else ():
        print(fill("{path}: skrevet", {"path": arguments.out / name}, language))
    if not written:
        print(fill("{path}: uændret", {"path": arguments.out}, language))
    return 0
