"""Approving: a standard goes one step on in its life, and what was approved is written down as digests of what it says.

First all of it is planned, of each standard that was asked for, and checked as it will be; then it is written, or nothing is.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from qstd import lint, workspace
from qstd.edits.patch import patched
from qstd.model.edit import UneditableError
from qstd.model.finding import Finding, Place, message
from qstd.model.fragments import effective
from qstd.model.source import Source
from qstd.model.standard import Standard
from qstd.readers import yaml_file
from qstd.verbs import approval_steps, corpus, refs
from qstd.verbs.approval_steps import Asked
from qstd.verbs.corpus import Surroundings
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace

OF_ITS_LIFE = "M"
"""The group of codes about a standard's life, which an approval mends or has nothing to do with."""


@dataclass(frozen=True, slots=True)
class Planned:
    """What is to become of one standard: its file as it is and as it will be, and what it says before and after."""

    entry: Entry
    before: bytes
    after: bytes
    old: Standard
    new: Standard


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to become of all that were asked for, and what there is to say; with an error in it nothing may be done.
    `beside` are the municipalities' files, whose shared texts are approved too.
    """

    planned: tuple[Planned, ...] = ()
    findings: tuple[Finding, ...] = ()
    beside: Mapping[Path, bytes] = field(default_factory=dict)

    @property
    def may_be_done(self) -> bool:
        """Whether nothing is in the way."""
        return bool(self.planned) and not _errors(self.findings)


def plan(word: str, asked: Asked, here: Path, home: Workspace, today: dt.date) -> Plan:
    """Plan a step of all standards that a word means. Raises OSError."""
    name, revision = refs.split(word, here, home)
    if revision is not None:
        what = message("»{word}« er en tidligere udgave; kun den, der ligger i mappen nu, kan godkendes.", word=word)
        return Plan(findings=(Finding("G008", "error", what, Place(word), message("Skriv »{name}«.", name=name)),))
    entries = refs.resolve(name, here, home)
    if not entries:
        return Plan(findings=(refs.unknown(word, home),))
    asked, found = _with_replacement(asked, entries, here, home)
    findings, planned = list(found), []
    beside: dict[Path, bytes] = {}
    folders: dict[Path, Surroundings] = {}
    for entry in entries:
        folder = entry.path.parent
        if folder not in folders:
            common = folder / MUNICIPALITY_FILE
            beside |= {common: workspace.read(common)} if workspace.is_file(common) else {}
            folders[folder] = corpus.surroundings(folder, home.root, (), today)
        one, found = _one(entry, asked, home.root, folders[folder], today)
        findings += [each for each in found if each not in findings]
        planned += [one] if one else []
    return Plan(tuple(planned), tuple(findings), beside)


def _one(
    entry: Entry, asked: Asked, root: Path, around: Surroundings, today: dt.date
) -> tuple[Planned | None, tuple[Finding, ...]]:
    """Plan the step of one standard."""
    name = corpus.DISK.name(entry.path, root)
    before = workspace.read(entry.path)
    source = yaml_file.read_standard(before, name, entry.municipality)
    own = source.record
    if own is None or not source.whole or _errors(source.findings):
        return None, (*source.findings, _unreadable(name))
    shown = effective(own, around.municipality.fragments if around.municipality else {})
    told = tuple(approval_steps.refusals(shown, asked, _place(source, name), today))
    if _errors(told):
        return None, told
    new = approval_steps.taken(own, shown, asked, today)
    after = _written(before, own, new, entry)
    if after is None:
        what = message("Filen er skrevet på en måde, som programmet ikke kan ændre uden at skade den.")
        hint = message("Skriv »status:« og »approval:« på linjer for sig, som »qstd new« gør, og prøv igen.")
        return None, (*told, Finding("G012", "error", what, Place(name), hint))
    wrong = tuple(_wrong(entry, after, root, around)) if new.status in approval_steps.HELD else ()
    return Planned(entry, before, after, own, new), (*told, *wrong)


def _wrong(entry: Entry, after: bytes, root: Path, around: Surroundings) -> Iterator[Finding]:
    """Yield the errors that a standard must not be approved with, as it will be."""
    _, checked = corpus.look(entry, after, root, around)
    errors = [each for each in _errors(checked.findings) if each.code[:1] != OF_ITS_LIFE]
    shared = [each for each in _errors(around.findings) if lint.blocks(each)] if checked.draft is None else []
    if errors or shared:
        yield from errors
        yield from shared
        what = message("Standarden kan ikke godkendes, før fejlene er rettet.")
        hint = message("Se dem alle med »qstd check {ref}«.", ref=entry.ref)
        yield Finding("G010", "error", what, Place(checked.file), hint)


def _written(before: bytes, own: Standard, new: Standard, entry: Entry) -> bytes | None:
    """Return the file's bytes after the step; None where they cannot be made, or would say something else."""
    try:
        after = patched(before.decode(), approval_steps.edits(own, new)).encode()
    except UneditableError:
        return None
    again = yaml_file.read_standard(after, "", entry.municipality)
    return after if again.record == new and again.whole else None


def _errors(findings: Sequence[Finding]) -> tuple[Finding, ...]:
    return tuple(each for each in findings if each.severity == "error")


def _place(source: Source[Standard], name: str) -> Place:
    found = source.locate(("status",), 0)
    return replace(found, file=name)


def _unreadable(name: str) -> Finding:
    what = message("Der kan ikke skrives i filen, før fejlene i den er rettet.")
    return Finding("G010", "error", what, Place(name))


# ---------- What takes the place of a standard ----------


def _with_replacement(
    asked: Asked, entries: Sequence[Entry], here: Path, home: Workspace
) -> tuple[Asked, tuple[Finding, ...]]:
    """Return what is asked for with the other standard named as the file names it, or why it cannot be."""
    word = asked.replaced_by
    if word is None:
        return asked, ()
    folders = {each.municipality for each in entries}
    beside = f"{entries[0].municipality}/{word}" if len(folders) == 1 and "/" not in word else word
    found = refs.resolve(beside, here, home) or refs.resolve(word, here, home)
    if len(found) != 1:
        return asked, (refs.unknown(word, home),)
    if any(each.ref == found[0].ref for each in entries):
        what = message("En standard kan ikke være afløst af sig selv.")
        hint = message("Skriv den, der er trådt i stedet, eller udelad --replaced-by.")
        return asked, (Finding("G013", "error", what, Place(word), hint),)
    same = folders == {found[0].municipality}
    return replace(asked, replaced_by=found[0].path.stem if same else found[0].ref), ()
