"""`qstd hearing`: send a standard out to be heard, take the answers in, and write the note with what became of them."""

import datetime as dt
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.history import Person
    from qstd.verbs.hearing import Heard

N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("ref", metavar="STANDARD", help="kommune/navn, eller filen")
    parser.add_argument(
        "--closes", type=place.day, metavar="DATO", help="den sidste dag, der kan svares, fx 2026-01-31"
    )
    parser.add_argument("--to", action="append", metavar="HVEM", default=[], help="hvem der spørges; kan gentages")
    parser.add_argument("--out", type=Path, metavar="MAPPE", help="mappen, som filerne lægges i")
    wish = parser.add_mutually_exclusive_group()
    wish.add_argument("--read", type=Path, metavar="FIL", help="læs et svarskema eller et notat med kommunens svar ind")
    wish.add_argument("--note", action="store_true", help="skriv høringsnotatet med alle svar")
    parser.add_argument("--by", metavar="HVEM", default="", help="hvem svaret er fra, hvis det ikke står i skemaet")
    parser.add_argument("--date", type=place.day, metavar="DATO", help="dagen, svaret kom; ellers i dag")
    parser.add_argument("--author", metavar="NAVN <ADRESSE>", help="hvem der gør det; ellers den, git kender")
    parser.add_argument("--no-commit", action="store_true", help="skriv kun filerne, og gem ikke i historikken")
    parser.add_argument("--today", type=place.day, metavar="DATO", help="gør det, som var det denne dag")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Do what was asked for; without a wish, say how the hearing stands."""
    from qstd.verbs import hearing

    language, home = arguments.lang, place.home()
    if home is None:
        return place.no_workspace(language)
    today = arguments.today or workspace.today()
    heard, findings = hearing.opened(arguments.ref, Path.cwd(), home, today)
    place.tell(findings, language)
    if heard is None:
        return 1
    if arguments.read:
        return _read(heard, home, arguments, today)
    if arguments.note:
        return _noted(heard, home, arguments, today)
    if arguments.closes or arguments.to or arguments.out:
        return _sent(heard, home, arguments, today)
    print("\n".join(_state(heard, language)))
    return 0


# ---------- Sending out ----------


def _sent(heard: "Heard", home: Workspace, arguments: Namespace, today: dt.date) -> int:
    from qstd.verbs import hearing_files, hearing_steps

    language = arguments.lang
    if arguments.out is None:
        what = fill("Der mangler, hvor filerne skal lægges.", {}, language)
        place.complain(what, fill("Skriv det med --out MAPPE.", {}, language), language)
        return 2
    if not _may_be_kept(home, arguments):
        return 1
    begun, findings = hearing_steps.send(heard, arguments.closes, arguments.to, home, today)
    place.tell(findings, language)
    if begun is None:
        return 1
    with place.busy(N_("Laver filerne til høringen"), language):
        files = dict(hearing_files.sent_out(begun, home, language))
    _put(arguments.out, files, language)
    ref = heard.entry.ref
    print(fill("Når der kommer svar: qstd hearing {ref} --read FIL", {"ref": ref}, language))
    return _kept(begun, home, arguments, N_("Send {ref} i høring"))


def _put(folder: Path, files: dict[str, bytes], language: str) -> None:
    for name, data in files.items():
        path = folder / name
        done = workspace.write(path, data)
        print(fill(N_("{path}: skrevet") if done else N_("{path}: uændret"), {"path": path}, language))


# ---------- Taking in ----------


def _read(heard: "Heard", home: Workspace, arguments: Namespace, today: dt.date) -> int:
    from qstd.verbs import hearing

    language = arguments.lang
    if not _may_be_kept(home, arguments):
        return 1
    found, findings = hearing.read(heard, arguments.read, arguments.by, arguments.date or today)
    place.tell(findings, language)
    if any(each.severity == "error" for each in findings):
        return 1
    values = {"answers": len(found.answers), "replies": len(found.replies)}
    if not any(values.values()):
        print(fill("Der var intet nyt i filen.", {}, language))
        return 0
    print(fill("Læst ind: {answers} bemærkninger og {replies} svar fra kommunen.", values, language))
    return _kept(heard, home, arguments, N_("Svar på høringen af {ref}"))


def _noted(heard: "Heard", home: Workspace, arguments: Namespace, today: dt.date) -> int:
    from qstd.verbs import hearing_files

    language = arguments.lang
    if heard.hearing is None:
        what = fill("Standarden har ikke været i høring.", {}, language)
        place.complain(what, "", language)
        return 1
    if arguments.out is None:
        what = fill("Der mangler, hvor filerne skal lægges.", {}, language)
        place.complain(what, fill("Skriv det med --out MAPPE.", {}, language), language)
        return 2
    with place.busy(N_("Laver høringsnotatet"), language):
        files = dict(hearing_files.note(heard, home, today, language))
    _put(arguments.out, files, language)
    return 0


def _state(heard: "Heard", language: str) -> Iterator[str]:
    from qstd.present.quantities import date

    hearing, ref = heard.hearing, heard.entry.ref
    if hearing is None:
        yield fill("{ref} har ikke været i høring.", {"ref": ref}, language)
        yield fill("Begynd en: qstd hearing {ref} --closes DATO --to HVEM --out MAPPE", {"ref": ref}, language)
        return
    yield fill("Høringen begyndte {day}.", {"day": date(hearing.opened.isoformat(), language)}, language)
    if hearing.closes:
        yield fill("Den slutter {day}.", {"day": date(hearing.closes.isoformat(), language)}, language)
    if hearing.to:
        yield fill("Spurgt: {parties}.", {"parties": ", ".join(hearing.to)}, language)
    waiting = sum(not each.reply for each in hearing.answers)
    values = {"answers": len(hearing.answers), "waiting": waiting}
    yield fill("Bemærkninger: {answers}, heraf {waiting} uden kommunens svar.", values, language)
    if heard.has_changed:
        yield fill("Standarden er ændret, siden den blev sendt ud.", {}, language)


# ---------- The history ----------


def _may_be_kept(home: Workspace, arguments: Namespace) -> bool:
    """Tell whether the history can take what is to come, before anything is written."""
    from qstd import history
    from qstd.verbs import keeping
    from qstd.verbs.approval_writing import keeps_history

    try:
        is_kept = not arguments.no_commit and keeps_history(home)
        return not is_kept or _person(home, arguments) is not None
    except history.Refusal as refusal:
        place.tell((keeping.refused(refusal, str(home.root)),), arguments.lang)
        return False


def _person(home: Workspace, arguments: Namespace) -> "Person | None":
    from qstd.cli.author import author

    return author(arguments.author, home.root, arguments.lang)


def _kept(heard: "Heard", home: Workspace, arguments: Namespace, words: str) -> int:
    """Keep the hearing's file and the standard's in the history, where there is one."""
    from qstd.verbs import hearing_steps
    from qstd.verbs.approval_writing import keeps_history

    language = arguments.lang
    if arguments.no_commit or not keeps_history(home):
        return 0
    person = _person(home, arguments)
    if person is None:
        return 1
    kept = hearing_steps.keep(heard, fill(words, {"ref": heard.entry.ref}, "da"), person)
    place.tell(kept.findings, language)
    if kept.commit:
        print(fill("Gemt i historikken: {name}.", {"name": kept.commit[:8]}, language))
    return int(bool(kept.findings))
