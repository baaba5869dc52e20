"""`qstd merge`: a Word file that somebody has edited goes back into its standard."""

from argparse import ArgumentParser, Namespace
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from qstd.cli import place
from qstd.language import fill

if TYPE_CHECKING:
    from qstd.merge import Choice, Taken
    from qstd.verbs.editing.merging import Clashing
    from qstd.verbs.word_merge import Plan
    from qstd.verbs.word_merge_files import Ready
    from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown

_SIDES = ("ours", "theirs", "base", "both")
_WHAT = {
    "changed": N_("rettet"),
    "added": N_("nyt"),
    "removed": N_("fjernet"),
    "moved": N_("flyttet"),
}
_HOW = {
    "heading": N_("fundet på overskriften ({percent} %)"),
    "text": N_("fundet på teksten ({percent} %)"),
    "new": N_("nyt afsnit"),
}


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument("file", metavar="FIL.docx", type=Path, help="Word-filen, som nogen har rettet i")
    parser.add_argument("--into", metavar="STANDARD", help="kommune/navn; ellers den, filen er lavet af")
    parser.add_argument(
        "--author",
        action="append",
        metavar="NAVN",
        help="tag kun de registrerede ændringer med, som denne person har lavet; kan skrives flere gange",
    )
    helps = (
        "behold det, der står i standarden, hvor begge har rettet (uenighedens nummer)",
        "tag det, der står i Word-filen",
        "gå tilbage til det, der stod før",
        "behold begge dele",
    )
    for side, about in zip(_SIDES, helps, strict=True):
        parser.add_argument(f"--{side}", action="append", default=[], metavar="NUMMER", help=about)
    parser.add_argument(
        "--text", action="append", default=[], nargs=2, metavar=("NUMMER", "TEKST"), help="skriv noget tredje"
    )
    parser.add_argument("--dry-run", action="store_true", help="vis, hvad der ville ske, og skriv intet")
    place.language_option(parser)


def run(arguments: Namespace) -> int:
    """Merge a Word file, or say what stands in the way."""
    from qstd.verbs.word_merge_files import prepare

    home, language = place.home(), arguments.lang
    if home is None:
        return place.no_workspace(language)
    with place.busy(N_("Læser filen"), language):
        ready = prepare(arguments.file, arguments.into, Path.cwd(), home, _choices(arguments), arguments.author)
    place.tell(ready.plan.findings, language)
    for line in _found(ready.plan, language):
        print(line)
    if ready.plan.conflicts:
        return _undecided(ready, arguments)
    if ready.plan.text is None:
        print(fill("Intet er skrevet.", {}, language))
        return 1
    return _written(ready, home, arguments)


def _choices(arguments: Namespace) -> "dict[str, Choice]":
    chosen: dict[str, Choice] = {}
    for side in _SIDES:
        chosen.update(dict.fromkeys(getattr(arguments, side), side))
    chosen.update({number: ("text", text.replace("\\n", "\n")) for number, text in arguments.text})
    return chosen


def _found(plan: "Plan", language: str) -> Iterator[str]:
    """Yield the sections that were not found by their bookmarks."""
    for each in plan.sections:
        if each.how in _HOW:
            how = fill(_HOW[each.how], {"percent": each.confidence}, language)
            yield f"{_section(each.number, each.heading)}: {how}"


def _section(number: str | None, heading: str) -> str:
    return " ".join(filter(None, (number, heading))) or "–"


def _written(ready: "Ready", home: "Workspace", arguments: Namespace) -> int:
    from qstd import depot
    from qstd.verbs.word_merge_files import notes_path, write

    language, plan = arguments.lang, ready.plan
    for line in _taken(plan.taken, language):
        print(line)
    if arguments.dry_run:
        print(fill("Intet er skrevet.", {}, language))
        return 0
    try:
        changed, notes = write(ready, home)
    except depot.ChangedError:
        what = fill("Nogen har ændret standarden imens. Intet er skrevet.", {}, language)
        place.complain(what, fill("Prøv igen.", {}, language), language)
        return 1
    if ready.entry is not None:
        values = {"ref": ready.entry.ref, "count": notes}
        done = N_("Flettet ind i {ref}.") if changed else N_("Der er intet nyt til {ref}.")
        print(fill(done, values, language))
        if notes:
            values["path"] = str(notes_path(ready.entry, home))
            print(fill("Bemærkninger fra Word-filen ({count}) ligger i {path}.", values, language))
        if changed:
            print(fill("Næste skridt: qstd check {ref}, og siden qstd save {ref} -m BESKED", values, language))
    return 0


def _taken(taken: "Sequence[Taken]", language: str) -> Iterator[str]:
    """Yield what comes from the Word file, one thing a line."""
    from qstd.messages import words
    from qstd.verbs.editing.merging import field

    for each in taken:
        about = _section(each.number, each.heading) if each.number or each.heading else ""
        what = fill(_WHAT[each.what], {}, language)
        yield ": ".join(filter(None, (about, words(field(each.field), language), what)))


def _undecided(ready: "Ready", arguments: Namespace) -> int:
    """Show what both have changed, with all three texts, and how to decide."""
    from qstd.verbs.editing.merging import shown

    language, plan = arguments.lang, ready.plan
    count = len(plan.conflicts)
    print(
        fill("Standarden og Word-filen har rettet det samme, hver på sin måde ({count}):", {"count": count}, language)
    )
    for each in shown(plan.conflicts, language):
        print()
        for line in _conflict(each, language):
            print(line)
    print()
    first = plan.conflicts[0]
    values = {"file": arguments.file, "number": first.id}
    print(fill("Intet er skrevet.", {}, language))
    print(fill("Vælg for hver, fx: qstd merge {file} --theirs {number}", values, language))
    return 1


def _conflict(each: "Clashing", language: str) -> Iterator[str]:
    from qstd.messages import words

    about = _section(each.number, each.heading) if each.number or each.heading else ""
    yield " · ".join(filter(None, (each.id, about, words(each.field, language))))
    texts = (
        (N_("Før"), each.base),
        (N_("Standarden nu"), _whole(each.file)),
        (N_("Word-filen"), _whole(each.draft)),
    )
    for label, text in texts:
        shown = fill(N_("(findes ikke)"), {}, language) if text is None else text or fill(N_("(tom)"), {}, language)
        first, *rest = shown.split("\n")
        yield f"  {fill(label, {}, language)}: {first}"
        yield from (f"    {line}" for line in rest)
    yield f"  {fill(N_('Mulige valg: {words}'), {'words': ', '.join(f'--{one}' for one in each.options)}, language)}"


def _whole(pieces: "Sequence[tuple[str, bool]] | None") -> str | None:
    return None if pieces is None else "".join(text for text, _ in pieces)
