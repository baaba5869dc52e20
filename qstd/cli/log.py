"""`qstd log`: the versions of a standard."""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill

if TYPE_CHECKING:
    from qstd.verbs.timeline import Version

N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="kommune/navn, eller filen")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Print the versions of a standard, the newest first."""
    from qstd.history import Refusal
    from qstd.verbs import keeping, refs, timeline

    home, here, language = place.home(), Path.cwd(), arguments.lang
    entries = refs.resolve(arguments.ref, here, home)
    if len(entries) != 1:
        place.tell((refs.unknown(arguments.ref, home),), language)
        return 1
    try:
        found = timeline.versions(entries[0].path)
    except Refusal as refusal:
        place.tell((keeping.refused(refusal, str(entries[0].path)),), language)
        return 1
    now = timeline.in_force(found, workspace.today())
    for each in found:
        print(_line(each, each is now, language))
    if not found:
        print(fill("Der er ingen udgaver endnu. Gem den første med »qstd save«.", {}, language))
    return 0


def _line(version: "Version", is_now: bool, language: str) -> str:
    """Return "2026-01-31  3f2a91c  Gældende fra 2026-02-01  Anne: Ny frist"."""
    from qstd.present.comparison_labels import LABELS

    commit, standard = version.commit, version.standard
    status = (
        fill(LABELS["status"].get(standard.status, ""), {}, language) if standard else fill(N_("slettet"), {}, language)
    )
    since = fill(N_("fra {day}"), {"day": version.holds_from.isoformat()}, language) if version.holds_from else ""
    mark = fill(N_("(gælder nu)"), {}, language) if is_now else ""
    about = " ".join(filter(None, (status, since, mark)))
    return f"{commit.day}  {commit.name[:8]}  {about}  {commit.author}: {commit.subject}"
