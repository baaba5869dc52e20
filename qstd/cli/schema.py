"""`qstd schema`: write the JSON Schemas."""

from argparse import ArgumentParser, Namespace

from qstd import workspace
from qstd.cli import place


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("--check", action="store_true", help="skriv intet; meld fejl, hvis skemaerne er forældede")


def run(arguments: Namespace) -> int:
    """Write the schemas of the workspace."""
    from qstd.verbs.start import schemas

    home = place.home()
    if home is None:
        return place.no_workspace()
    stale = False
    for name, data in schemas().items():
        path = home.root / "schemas" / name
        if arguments.check:
            same = workspace.exists(path) and workspace.read(path) == data
            print(f"{path}: {'som det skal være' if same else 'forældet'}")
            stale |= not same
        else:
            print(f"{path}: {'skrevet' if workspace.write(path, data) else 'uændret'}")
    return int(stale)
