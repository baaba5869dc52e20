"""Keeping a standard as it is now: one commit of its file and of what it rests on, by the person who says so."""

from dataclasses import dataclass, replace
from pathlib import Path

from qstd import history, workspace
from qstd.history import Person, Reason, Refusal
from qstd.model.finding import Finding, Message, Place, message
from qstd.readers import yaml_file
from qstd.workspace import MUNICIPALITY_FILE, Entry


@dataclass(frozen=True, slots=True)
class Kept:
    """What was kept: the commit's name, empty where nothing had changed, or why not."""

    commit: str = ""
    findings: tuple[Finding, ...] = ()


_WHY: dict[Reason, tuple[Message, Message]] = {
    "no_git": (message("Programmet git er ikke installeret."), message("Installer det; filerne er, som de var.")),
    "no_repository": (
        message("Mappen er ikke et git-arkiv, så der er ingen historik at gemme i."),
        message("Lav et med »qstd save --init«. Uden virker alt andet."),
    ),
    "bare": (
        message("Mappen hører til et git-arkiv, der ikke har filer (»bare«), så der kan ikke gemmes i det."),
        message("Arbejd i en kopi, som »git clone« laver, eller lav et nyt arkiv i en anden mappe."),
    ),
    "not_ours": (
        message("Mappen tilhører en anden bruger, og git vil ikke røre den."),
        message("Spørg den, der ejer den."),
    ),
    "under_way": (
        message("Nogen er midt i at flette eller flytte i git-arkivet."),
        message("Gør det færdigt med git først. Filerne er, som de var."),
    ),
    "detached": (
        message("Git-arkivet står ikke på en gren, så det, der gemmes nu, kunne blive væk."),
        message("Skift til en gren med git, og prøv igen."),
    ),
    "locked": (
        message("Et andet program arbejder i git-arkivet lige nu."),
        message("Vent lidt, og prøv igen. Bliver det ved, og bruger ingen git her, så slet filen {words}."),
    ),
    "outside": (
        message("Filen er en henvisning til {words}, som ligger uden for git-arkivet og ikke kan gemmes i det."),
        message("Læg selve filen ind i mappen i stedet for henvisningen."),
    ),
    "moved": (message("Der blev gemt noget andet i git-arkivet imens."), message("Prøv igen.")),
}


def keep(entry: Entry, words: str, person: Person) -> Kept:
    """Keep a standard's file, and its municipality's where it has changed too. Raises OSError."""
    source = yaml_file.read_standard(workspace.read(entry.path), str(entry.path), entry.municipality)
    wrong = tuple(each for each in source.findings if each.severity == "error")
    if source.record is None or wrong:
        what = message("Standarden gemmes ikke i historikken, før fejlene i den er rettet.")
        return Kept(findings=(*source.findings, Finding("H001", "error", what, Place(str(entry.path)))))
    beside = entry.path.parent / MUNICIPALITY_FILE
    own = [entry.path, *([beside] if workspace.is_file(beside) else [])]
    files: dict[Path, bytes | None] = {each: workspace.read(each) for each in own}
    try:
        return Kept(history.record(files, words, person))
    except Refusal as refusal:
        return Kept(findings=(refused(refusal, str(entry.path)),))


def refused(refusal: Refusal, file: str) -> Finding:
    """Say why git did not keep something."""
    usual = (message("Git kunne ikke gemme: {words}"), message("Se, hvad »git status« siger."))
    what, hint = (replace(each, values={"words": refusal.words}) for each in _WHY.get(refusal.reason, usual))
    return Finding("H002", "error", what, Place(file), hint)
