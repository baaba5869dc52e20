"""`qstd check --law-change`: which standards, and which of their passages, a change in a provision touches."""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.model.law_change import LawChange, Touched
from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown

FORMATS = ("text", "json", "html", "docx", "csv")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")  # what a file could use to speak to the terminal itself
_KINDS = {
    "title": N_("i titlen"),
    "text": N_("i teksten"),
    "law_text": N_("i citeret lovtekst"),
    "fact": N_("i en oplysning"),
}


def show(change: LawChange, form: str, home: Workspace | None, language: str) -> int:
    """Print what is touched, and on standard error what could not be read; return how the command ends."""
    place.tell(change.findings, language)
    if form == "docx" and sys.stdout.isatty():
        what = fill("En {kind}-fil kan ikke vises på skærmen.", {"kind": form}, language)
        place.complain(what, fill("Skriv den til en fil med >, eller lav alle filerne med --out MAPPE.", {}, language))
        return 2
    if form == "text":
        for each in change.standards:
            print("\n".join(_CONTROLS.sub("�", line) for line in _lines(each, language)))
        _sum_up(change, language)
    else:
        from qstd.verbs.law_change_files import made

        sys.stdout.flush()
        sys.stdout.buffer.write(made(change, form, workspace.theme(home), language))
        sys.stdout.buffer.flush()
    return int(bool(change.findings))


def put(change: LawChange, folder: Path, home: Workspace | None, language: str) -> int:
    """Write a folder with all that there is to send, and say what is in it."""
    from qstd.verbs.law_change_files import files
    from qstd.verbs.package_folder import put

    place.tell(change.findings, language)
    with place.busy(N_("Laver filerne"), language):
        found = dict(files(change, workspace.theme(home), language))
        written, findings = put(folder, found)
    place.tell(findings, language)
    if findings:
        return 1
    for name in found if written else ():
        print(fill("{path}: skrevet", {"path": folder / name}, language))
    if not written:
        print(fill("{path}: uændret", {"path": folder}, language))
    _sum_up(change, language)
    return int(bool(change.findings))


def _sum_up(change: LawChange, language: str) -> None:
    values = {
        "touched": len(change.standards),
        "all": change.looked_at,
        "passages": sum(len(each.passages) for each in change.standards),
    }
    print(fill("Berørte standarder: {touched} af {all}. Steder: {passages}.", values, language), file=sys.stderr)


def _lines(touched: Touched, language: str) -> Iterator[str]:
    why = N_("{ref}: hjælpen gives efter bestemmelsen") if touched.rests else N_("{ref}: bestemmelsen nævnes")
    yield fill(why, {"ref": touched.ref}, language)
    for each in touched.passages:
        where = ":".join([each.place.file, *(str(one) for one in (each.place.line, each.place.column) if one)])
        yield f"  {where}: {fill(_KINDS[each.kind], {}, language)}: »{each.words}«"
