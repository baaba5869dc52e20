"""Confirming: a person says that what an import proposed is right: facts become facts, headings become known headings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qstd import catalogue, workspace
from qstd.edits.entries import with_entry
from qstd.edits.facts import accepted, rejected
from qstd.model.facts import AnyFact
from qstd.model.finding import Finding, Place, message
from qstd.model.standard import Standard
from qstd.readers import yaml_file
from qstd.recognise.topics import normal
from qstd.verbs import refs
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace


@dataclass(frozen=True, slots=True)
class Proposal:
    """A proposed fact: its number in the standard (from 1), and the fact."""

    number: int
    fact: AnyFact


@dataclass(frozen=True, slots=True)
class Opened:
    """A standard with what an import proposed in it."""

    entry: Entry
    standard: Standard
    text: str

    @property
    def proposals(self) -> tuple[Proposal, ...]:
        """The facts that nobody has said are right."""
        return tuple(Proposal(at, each) for at, each in enumerate(self.standard.facts, 1) if each.proposed)


def opened(word: str, here: Path, home: Workspace) -> tuple[Opened | None, tuple[Finding, ...]]:
    """Open the one standard that a word means; without one, the findings say why. Raises OSError."""
    entries = refs.resolve(word, here, home)
    if len(entries) != 1:
        what = message("»{word}« er flere standarder.", word=word)
        many = Finding("I240", "error", what, Place(word), message("Nævn én: kommune/navn."))
        return None, (many if entries else refs.unknown(word, home),)
    data = workspace.read(entries[0].path)
    source = yaml_file.read_standard(data, str(entries[0].path), entries[0].municipality)
    if source.record is None or not source.whole:
        what = message("Der kan ikke skrives i filen, før fejlene i den er rettet.")
        return None, (*source.findings, Finding("I241", "error", what, Place(str(entries[0].path))))
    return Opened(entries[0], source.record, data.decode()), ()


def decided(found: Opened, numbers: Sequence[int], accept: bool) -> tuple[Finding, ...]:
    """Accept proposals by their numbers, or take them out. Nothing is written where one of them cannot be done.

    Raises OSError.
    """
    place = Place(str(found.entry.path))
    open_numbers = {each.number for each in found.proposals}
    unknown = [each for each in numbers if each not in open_numbers]
    if unknown:
        what = message("Oplysning {numbers} er intet forslag.", numbers=", ".join(map(str, unknown)))
        known = ", ".join(map(str, sorted(open_numbers))) or "–"
        return (Finding("I242", "error", what, place, message("Forslagene er: {words}.", words=known)),)
    text = _text(found.text, numbers, accept)
    wanted = _facts(found.standard, set(numbers), accept)
    if text is None or not _is(text, wanted):
        what = message("Filen er skrevet på en måde, som programmet ikke kan ændre uden at skade den.")
        hint = message("Slet linjen »proposed: true« i en editor.")
        return (Finding("I243", "error", what, place, hint),)
    workspace.write(found.entry.path, text.encode())
    return ()


def _text(text: str, numbers: Sequence[int], accept: bool) -> str | None:
    made: str | None = text
    for number in sorted(set(numbers), reverse=True):  # from the end, so that the numbers before stay
        if made is not None:
            made = accepted(made, number - 1) if accept else rejected(made, number - 1)
    return made


def _facts(standard: Standard, numbers: set[int], accept: bool) -> tuple[AnyFact, ...]:
    if not accept:
        return tuple(each for at, each in enumerate(standard.facts, 1) if at not in numbers)
    return tuple(replace(each, proposed=None) if at in numbers else each for at, each in enumerate(standard.facts, 1))


def _is(text: str, wanted: Iterable[AnyFact]) -> bool:
    source = yaml_file.read_standard(text.encode(), "", "")
    return source.record is not None and source.whole and source.record.facts == tuple(wanted)


# ---------- Headings ----------


def remembered(found: Opened) -> tuple[tuple[str, str], ...]:
    """Put the standard's headings that nobody knew yet among those of its municipality, with their topics, and return
    them. Raises OSError.
    """
    path = found.entry.path.parent / MUNICIPALITY_FILE
    if not workspace.is_file(path):
        return ()
    text = workspace.read(path).decode("utf-8-sig")
    record = yaml_file.read_municipality(text.encode(), path.name).record
    if record is None:
        return ()
    known = {normal(each.heading) for each in record.headings}
    known |= {normal(heading) for each in catalogue.topics().values() for heading in each.headings}
    known |= {normal(each.label["da"]) for each in catalogue.topics().values()}
    fresh: dict[str, tuple[str, str]] = {}
    for section in found.standard.sections:
        if section.topic and section.heading.strip() and normal(section.heading) not in known:
            fresh.setdefault(normal(section.heading), (section.heading, section.topic))
    made = text.replace("\r\n", "\n")
    for heading, topic in fresh.values():
        made = with_entry(made, "headings", None, {"heading": heading, "topic": topic})
    after = yaml_file.read_municipality(made.encode(), path.name)
    if fresh and after.record is not None and len(after.record.headings) == len(record.headings) + len(fresh):
        workspace.write(path, (made.replace("\n", "\r\n") if "\r\n" in text else made).encode())
        return tuple(fresh.values())
    return ()
