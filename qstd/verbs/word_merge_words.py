"""What is to be told of a Word file that comes back: what was not taken, what is doubtful, why nothing is merged."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from qstd.model.facts import AnyFact
from qstd.model.finding import Finding, Place, message
from qstd.readers.docx.changes import Author
from qstd.verbs.word_merge_sections import Parted
from qstd.verbs.word_merge_theirs import Shared, Theirs

_SHOWN = 8
_LONGEST = 120
_UNTOUCHED = message("Standarden er ikke rørt.")


def nothing_read(place: Place) -> Finding:
    """Say that nothing could be read."""
    what = message("Word-filen kan ikke læses, så intet er flettet.")
    return Finding("V001", "error", what, place, _UNTOUCHED)


def broken_standard(place: Place) -> Finding:
    """Say that the standard's own file must be put right first."""
    what = message("Der er fejl i standardens egen fil, så Word-filen kan ikke flettes ind i den.")
    return Finding("V002", "error", what, place, message("Ret fejlene, som »qstd check« viser, og prøv igen."))


def other_standard(theirs: str, ours: str, place: Place) -> Finding:
    """Say that a file is of another standard."""
    what = message("Word-filen er lavet af standarden »{theirs}«, ikke af »{ours}«.", theirs=theirs, ours=ours)
    hint = message(
        "Flet den ind i den standard, den er lavet af: --into {theirs}. Standarden er ikke rørt.", theirs=theirs
    )
    return Finding("V004", "error", what, place, hint)


def too_little(found: int, total: int, place: Place) -> Finding:
    """Say that a file has too little in common with the standard."""
    what = message(
        "Kun {found} af standardens {total} afsnit er i Word-filen. Det ligner en anden tekst.",
        found=found,
        total=total,
    )
    hint = message("Er det den rigtige fil? Er det en ny standard, så læs den ind med »qstd import«. Intet er skrevet.")
    return Finding("V005", "error", what, place, hint)


def unknown_authors(names: Sequence[str], known: Sequence[Author], place: Place) -> Finding:
    """Say that people have changed nothing in a file."""
    what = message("Ingen registreret ændring i Word-filen er af {names}.", names=", ".join(names))
    there = ", ".join(each.name or "–" for each in known) or "–"
    return Finding("V006", "error", what, place, message("Ændringerne er af: {names}.", names=there))


def uneditable(place: Place) -> Finding:
    """Say that the file is written in a way that cannot be changed without harm."""
    what = message("Standardens fil er skrevet på en måde, som programmet ikke kan ændre uden at skade den.")
    hint = message("Læg den ind i editoren, og skriv ændringerne der. Standarden er ikke rørt.")
    return Finding("V007", "error", what, place, hint)


def no_base(place: Place) -> Finding:
    """Say that nobody can tell what the file was made from."""
    what = message(
        "Word-filen siger ikke, hvilken udgave den er lavet af. Alt, der er anderledes end i standarden nu, tages som "
        "ændret i Word."
    )
    hint = message("Er standarden ændret imens, så se ændringerne efter med »qstd diff«, før du gemmer.")
    return Finding("V010", "warning", what, place, hint)


def older_base(place: Place) -> Finding:
    """Say that the standard has changed since the file was made."""
    what = message("Standarden er ændret, siden Word-filen blev lavet. Det, der er ændret imens, beholdes.")
    return Finding("V011", "info", what, place)


def told_changes(authors: Sequence[Author], accepted: Collection[str] | None, place: Place) -> Iterator[Finding]:
    """Say whose tracked changes there are, and whose are taken."""
    if not authors:
        return
    people = ", ".join(f"{each.name or '–'} ({each.insertions + each.deletions})" for each in authors)
    if accepted is None:
        what = message("Word-filen har registrerede ændringer af {people}. De er alle taget med.", people=people)
        hint = message("Vil du kun have nogles med, så skriv --author NAVN.")
    else:
        taken = ", ".join(sorted(accepted)) or "–"
        what = message(
            "Word-filen har registrerede ændringer af {people}. Kun dem af {taken} er taget med.",
            people=people,
            taken=taken,
        )
        hint = None
    yield Finding("V012", "info", what, place, hint)


def not_taken(objects: int, place: Place) -> Iterator[Finding]:
    """Say how many embedded objects were left out."""
    if objects:
        what = message(
            "Word-filen har indlejrede objekter ({count}), fx regneark. De er ikke taget med.", count=objects
        )
        yield Finding(
            "V013", "warning", what, place, message("Skriv det vigtigste af dem som tekst eller som en tabel.")
        )


def told_theirs(their: Theirs, parted: Parted, users: Mapping[str, Sequence[str]], place: Place) -> Iterator[Finding]:
    """Say what was changed where it cannot be taken."""
    for each in their.shared:
        yield _shared(each, users.get(each.name, ()), place)
    if parted.outside:
        shown = " · ".join(f'"{_cut(each)}"' for each in parted.outside[:_SHOWN])
        what = message(
            "Der er rettet uden for afsnittene ({count} steder), og det er ikke taget med: {words}",
            count=len(parted.outside),
            words=shown,
        )
        hint = message("Det skriver programmet selv, af oplysningerne, godkendelsen og kommunens fil. Ret det dér.")
        yield Finding("V014", "warning", what, place, hint)


def _shared(shared: Shared, users: Sequence[str], place: Place) -> Finding:
    what = message(
        "I afsnittet »{heading}« er der rettet i den fælles tekst »{name}«. Det er ikke taget med: »{old}« → »{new}«",
        heading=shared.section.heading,
        name=shared.name,
        old=_cut(shared.old),
        new=_cut(shared.new),
    )
    hint = message(
        "Ret den i municipality.yaml, hvis det skal gælde alle, der bruger den: {users}.", users=", ".join(users) or "–"
    )
    return Finding("V015", "warning", what, place, hint)


def lost_sentence(fact: AnyFact, place: Place) -> Finding:
    """Say that the sentence behind a fact is not there any more."""
    what = message(
        "En oplysning bygger på en sætning, der er ændret: »{quote}« (afsnittet {section}).",
        quote=_cut(fact.evidence.quote),
        section=fact.evidence.section,
    )
    hint = message("Se efter, om oplysningen stadig er rigtig, og skriv den nye sætning ved den.")
    return Finding("V016", "warning", what, place, hint)


def _cut(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"
