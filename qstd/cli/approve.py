"""`qstd approve`: take a standard one step on in its life: into hearing, approved, in force, withdrawn."""

import datetime as dt
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.verbs.approval_steps import Asked
    from qstd.verbs.approving import Plan, Planned

N_ = str  # marks a Danish text that is translated where it is shown
STATUSES = ("draft", "hearing", "approved", "in_force", "withdrawn")
_OF_APPROVAL = ("date", "body", "minutes", "from", "review")


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="kommune/navn, en fil eller en kommune")
    parser.add_argument("--body", metavar="HVEM", help="hvem der har godkendt den, fx Byrådet")
    parser.add_argument("--date", type=place.day, metavar="DATO", help="dagen for godkendelsen, fx 2026-01-31")
    parser.add_argument(
        "--minutes", metavar="ADRESSE", help="adressen på referatet, fx https://www.eksempel.dk/referat"
    )
    parser.add_argument("--from", type=place.day, metavar="DATO", help="dagen, den gælder fra")
    parser.add_argument("--review", type=place.day, metavar="DATO", help="dagen, den senest skal tages op igen")
    parser.add_argument(
        "--status",
        choices=STATUSES,
        help="draft (kladde), hearing (høring), approved (godkendt), in_force (gældende) eller withdrawn (ophævet); "
        "uden: godkendt",
    )
    parser.add_argument("--replaced-by", metavar="STANDARD", help="den, der er trådt i stedet; ophæver standarden")
    parser.add_argument("--again", action="store_true", help="den samme tekst er godkendt en gang til")
    parser.add_argument("-m", "--message", metavar="TEKST", help="det, der skal stå i historikken")
    parser.add_argument("--author", metavar="NAVN <ADRESSE>", help="hvem der gør det; ellers den, git kender")
    parser.add_argument("--no-commit", action="store_true", help="skriv kun i filen, og gem ikke i historikken")
    parser.add_argument("--today", type=place.day, metavar="DATO", help="gør det, som var det denne dag")
    place.language_option(parser)


def _day(text: str) -> dt.date:
    with suppress(ValueError):
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return dt.date.fromisoformat(text)
    raise ArgumentTypeError("ikke en dag; skriv den som 2026-01-31")


def run(arguments: Namespace) -> int:
    """Plan the step, and carry it out where nothing is in the way."""
    from qstd.verbs import approving

    home, language = place.home(), arguments.lang
    if home is None:
        return place.no_workspace(language)
    asked = _asked(arguments)
    if problem := _impossible(arguments, asked):
        place.complain(*problem, language)
        return 2
    planned = approving.plan(arguments.ref, asked, Path.cwd(), home, arguments.today or workspace.today())
    place.tell(planned.findings, language)
    if not planned.may_be_done:
        return 1
    return _done(planned, home, arguments)


def _asked(arguments: Namespace) -> "Asked":
    from qstd.verbs.approval_steps import Asked

    return Asked(
        status=arguments.status or ("withdrawn" if arguments.replaced_by else "approved"),
        day=arguments.date,
        body=arguments.body,
        minutes=arguments.minutes,
        effective_from=getattr(arguments, "from"),
        review_due=arguments.review,
        replaced_by=arguments.replaced_by,
        again=arguments.again,
    )


def _impossible(arguments: Namespace, asked: "Asked") -> tuple[str, str] | None:
    """Return what options do not go together, and what to do."""
    language = arguments.lang
    told = [each for each in _OF_APPROVAL if getattr(arguments, each) is not None]
    if asked.status not in ("approved", "in_force") and told:
        what = fill("--{option} hører til en godkendelse.", {"option": told[0]}, language)
        return what, fill("Udelad den, eller skriv --status approved.", {}, language)
    if asked.replaced_by and asked.status != "withdrawn":
        what = fill("Kun en standard, der ophæves, kan være afløst af en anden.", {}, language)
        return what, fill("Skriv --status withdrawn, eller udelad --replaced-by.", {}, language)
    without_day = asked.status == "approved" or arguments.body or arguments.minutes or arguments.review
    if asked.status in ("approved", "in_force") and asked.day is None and without_day:
        what = fill("Der mangler, hvilken dag den er godkendt.", {}, language)
        return what, fill("Skriv fx: --body Byrådet --date 2026-01-31", {}, language)
    if arguments.message is not None and not arguments.message.strip():
        return fill("Teksten til historikken er tom.", {}, language), fill("Skriv den, eller udelad -m.", {}, language)
    return None


def _done(planned: "Plan", home: Workspace, arguments: Namespace) -> int:
    from qstd import history
    from qstd.cli.author import author
    from qstd.verbs import approval_words, keeping
    from qstd.verbs.approval_writing import carried_out, keeps_history

    language, person = arguments.lang, None
    try:
        is_kept = not arguments.no_commit and keeps_history(home)
        if is_kept and (person := author(arguments.author, home.root, language)) is None:
            return 2
    except history.Refusal as refusal:
        place.tell((keeping.refused(refusal, str(home.root)),), language)
        return 1
    words = arguments.message or approval_words.subject(planned.planned)
    done = carried_out(planned, home, words, person)
    place.tell(done.findings, language)
    if done.findings:
        return 1
    if not (done.is_written or done.commit):
        print(fill("Det står der allerede; intet er ændret.", {}, language))
        return 0
    for each in planned.planned:
        print("\n".join(_told(each, language)))
    if done.commit:
        print(fill("Gemt i historikken: {name}.", {"name": done.commit[:8]}, language))
    elif not (is_kept or arguments.no_commit):
        hint = N_("Mappen har ingen historik, så den er kun skrevet i filen. Lav en historik med »qstd save --init«.")
        print(fill(hint, {}, language))
    return 0


def _told(one: "Planned", language: str) -> list[str]:
    from qstd.messages import words
    from qstd.verbs import approval_words

    return [words(each, language) for each in approval_words.told(one)]
