"""`qstd import`: a Word file, a PDF, a web page or a text becomes a standard, and every word is accounted for."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill, translator
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.model.draft import Account, Tally
    from qstd.verbs.importing import Import, Wish

N_ = str  # marks a Danish text that is translated where it is shown


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "files",
        metavar="FIL",
        nargs="+",
        type=Path,
        help="en eller flere filer: .docx, .pdf, .html, .odt, .md eller .txt",
    )
    parser.add_argument("--municipality", default="", metavar="KOMMUNE", help="hvis standard det er, fx lejre")
    parser.add_argument("--service", default="", metavar="YDELSE", help="bestemmelsen, fx sel-99")
    parser.add_argument("-o", "--output", type=Path, metavar="FIL", help="filen eller mappen, der skrives til")
    parser.add_argument(
        "--account",
        type=Path,
        metavar="FIL.json",
        help="skriv regnskabet over ordene til en fil (til en mappe, når der er flere filer)",
    )
    parser.add_argument("--split", action="store_true", help="flere standarder i filen bliver til hver sin fil")
    parser.add_argument("--force", action="store_true", help="skriv, selv om filen findes; den gamle bliver liggende")
    parser.add_argument(
        "--review",
        action="store_true",
        help="vis kilden ved siden af resultatet, og skriv ingen standard; med -o som .html, .pdf eller .docx",
    )
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Import each file and say what became of it."""
    several = len(arguments.files) > 1
    out = arguments.output
    if several and out is not None and out.suffix:
        what = fill("Flere filer kan ikke skrives til én.", {}, arguments.lang)
        place.complain(what, fill("Giv en mappe efter -o, eller udelad -o.", {}, arguments.lang), arguments.lang)
        return 2
    codes = []
    taken: set[Path] = set()
    for number, path in enumerate(arguments.files, 1):
        if several:
            values = {"number": number, "total": len(arguments.files), "path": path}
            print(fill("{number} af {total}: {path}", values, arguments.lang))
        try:
            codes.append(_imported(path, arguments, taken))
        except OSError as error:  # the other files are still read
            place.refused(error, arguments.lang)
            codes.append(1)
    return max(codes)


def _imported(path: Path, arguments: Namespace, taken: set[Path]) -> int:
    """Import one file; `taken` are the paths that were written in this run, which no other file may take."""
    from qstd.verbs.importing import Wish, load

    language = arguments.lang
    home = place.home() or Workspace(Path.cwd())
    out = None if arguments.review else arguments.output
    wish = Wish(arguments.municipality, arguments.service, out, arguments.split, arguments.force or arguments.review)
    with place.busy(N_("Læser filen"), language):
        made = load(path, home, wish, taken)
    place.tell(made.findings, language)
    if arguments.account and made.outline and made.recognition:
        from qstd.exports.account_json import account_json

        several = len(arguments.files) > 1
        account = arguments.account / f"{path.stem}.json" if several else arguments.account
        if not _is_free(account, taken, arguments):
            return 1
        workspace.write(account, account_json(made.outline, made.recognition))
        taken.add(account)
    if arguments.review:
        return _reviewed(made, arguments)
    code = _written(made, home, wish, language)
    taken.update(each for each, _ in made.files)
    return code


def _is_free(path: Path, taken: Collection[Path], arguments: Namespace) -> bool:
    """Tell whether a file may be written; say so where another one would be lost by it."""
    source = any(workspace.absolute(each) == workspace.absolute(path) for each in arguments.files)
    if source or path in taken or (workspace.exists(path) and not arguments.force):
        language = arguments.lang
        what = fill("Filen findes allerede og er ikke rørt: {path}.", {"path": path}, language)
        place.complain(what, fill("Vælg et andet navn.", {}, language), language)
        return False
    return True


def _written(made: "Import", home: Workspace, wish: "Wish", language: str) -> int:
    from qstd.verbs.importing import write

    if made.recognition is not None:
        _show(made.recognition.account, language)
    if made.refused or made.recognition is None:
        print(fill("Intet er skrevet.", {}, language), file=sys.stderr)
        return 1
    written, moved = write(made, home, wish.force)
    for each in moved:
        print(fill("Den gamle fil ligger i: {path}", {"path": each}, language))
    for each in written:
        print(fill("Skrevet: {path}", {"path": each}, language))
    _next(made, home, language)
    return int(made.recognition.account.status == "FAIL")


def _next(made: "Import", home: Workspace, language: str) -> None:
    """Say what to look at, and with which command."""
    drafts = made.recognition.drafts if made.recognition else ()
    doubts = sum(len(each.doubts) for each in drafts)
    facts = sum(len(each.standard.facts) for each in drafts)
    values = {"doubts": doubts, "facts": facts}
    print(fill("Steder at se efter: {doubts}. Forslag til oplysninger: {facts}.", values, language))
    for path, _ in made.files:
        inside = path.parent.parent == home.standards
        name = f"{path.parent.name}/{path.stem}" if inside else str(path)
        print(fill("Næste skridt: qstd check {name}, og siden qstd confirm {name}", {"name": name}, language))


def _show(account: "Account", language: str) -> None:
    """Print the account as a short table, and each word that was not found again with its place."""
    from qstd.present.review import STATUS, where

    say = translator(language)
    rows = [(say(N_("ord")), account.words), (say(N_("tal, datoer, beløb og §§")), account.numbers)]
    for line in _table(rows, language):
        print(line)
    kinds = ", ".join(f"{_kind(kind, language)} {number}" for kind, number in account.furniture)
    if kinds:
        print(fill("Hører til siden: {kinds}", {"kinds": kinds}, language))
    for each in account.unplaced:
        text = N_("Ikke fra kilden: »{word}«") if each.extra else N_("Ikke fundet igen: »{word}« ({where})")
        at = where(each.spot, say) or say(N_("sted ukendt"))
        print(fill(text, {"word": each.word, "where": at}, language))
    print(f"{account.status}: {say(STATUS[account.status])}")


def _kind(kind: str, language: str) -> str:
    from qstd.present.review import FURNITURE

    return translator(language)(FURNITURE[kind])


def _table(rows: "list[tuple[str, Tally]]", language: str) -> list[str]:
    """Return the sums as lines, a column for each line of the account."""
    from qstd.present.review import tallies

    say = translator(language)
    labels = dict.fromkeys(label for _, tally in rows for label, _ in tallies(tally, say))
    names = [name for name, _ in rows]
    width = max(map(len, labels))
    lines = [" " * width + "".join(f"  {name}" for name in names)]
    for label in labels:
        numbers = [dict(tallies(tally, say)).get(label, 0) for _, tally in rows]
        cells = (f"  {number:>{len(name)}}" for number, name in zip(numbers, names, strict=True))
        lines.append(f"{label:<{width}}" + "".join(cells))
    return lines


def _reviewed(made: "Import", arguments: Namespace) -> int:
    """Show the source beside what became of it."""
    from qstd.cli import output
    from qstd.present.review import review_document

    if made.outline is None or made.recognition is None:
        return 1
    arguments.format = None
    wanted = output.chosen(arguments, output.DOCUMENTS)
    if wanted is None or (wanted.path and not _is_free(wanted.path, (), arguments)):
        return 2
    document = review_document(made.outline, made.recognition, arguments.lang)
    wanted.put(wanted.document(document, workspace.theme(None)))
    return int(made.recognition.account.status == "FAIL")
