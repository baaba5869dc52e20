"""Aligning: what people have said of pairs of sections, kept beside the standards for every comparison."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import Literal

from qstd import workspace
from qstd.edits.alignments import with_alignment, without_alignment
from qstd.model.alignments import REF, Alignment, AlignmentsFile
from qstd.model.field import Pattern
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.source import Source
from qstd.model.standard import Section, Standard
from qstd.readers import alignments_file, yaml_file
from qstd.verbs import refs
from qstd.workspace import ALIGNMENTS_FILE, Workspace

Outcome = Literal["added", "changed", "unchanged", "removed", "not_there"]
End = tuple[str, str]
"""One section of a pair: the standard's reference and the section's key."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants of a pair: confirmed, rejected, or, with None, no longer spoken of. A note that is None leaves
    the one that is there.
    """

    verdict: Literal["confirmed", "rejected"] | None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Done:
    """What was done, with the alignment as it now stands, or as it was."""

    outcome: Outcome
    alignment: Alignment


def path(home: Workspace) -> Path:
    """Return where the alignments of a workspace are."""
    return home.standards / ALIGNMENTS_FILE


def read_alignments(home: Workspace | None) -> tuple[tuple[Alignment, ...], tuple[Finding, ...]]:
    """Return the alignments of a workspace and all that is wrong with them. What can be used is used."""
    if home is None or not workspace.exists(path(home)):
        return (), ()
    try:
        source = alignments_file.read_alignments(workspace.read(path(home)), _name(home))
    except OSError as error:
        what = message("Filen kan ikke læses: {reason}.", reason=Message(workspace.reason(error)))
        hint = message("Se efter, om du må læse den. Indtil da sammenlignes der uden den.")
        return (), (Finding("Y014", "error", what, Place(_name(home)), hint),)
    if source.record is None:
        return (), source.findings
    first = {each.pair: each for each in reversed(source.record.alignments)}
    return tuple(reversed(first.values())), (*source.findings, *_doubtful(home, source, source.record))


def _name(home: Workspace) -> str:
    return path(home).relative_to(home.root).as_posix()


# ---------- What is stored, and does not fit the standards ----------


def _doubtful(home: Workspace, source: Source[AlignmentsFile], record: AlignmentsFile) -> Iterator[Finding]:
    """Warn of standards and sections that are not there, and of a pair that is spoken of twice."""
    sections = cache(lambda ref: _sections(home, ref))
    met: set[frozenset[End]] = set()
    for number, each in enumerate(record.alignments):
        for key, ref, section in (("from", each.from_, each.section), ("to", each.to, each.to_section)):
            known = sections(ref)
            at = ("alignments", number, key)
            if known is None:
                yield Finding("R420", "warning", _no_standard(ref), source.locate(at, 0), _OLD)
            elif section not in known:
                at = ("alignments", number, "section" if key == "from" else "to_section")
                yield Finding(
                    "R421", "warning", _no_section(ref, section), source.locate(at, 0), _choose(section, known)
                )
        if each.pair in met:
            what = message("De to afsnit står her to gange. Det første gælder.")
            yield Finding("R422", "warning", what, source.locate(("alignments", number), 0), message("Slet det ene."))
        met.add(each.pair)


_OLD = message("Har standarden fået et nyt navn, så ret det her. Ellers slet parret.")


def _no_standard(ref: str) -> Message:
    return message("Standarden »{ref}« findes ikke.", ref=ref)


def _no_section(ref: str, section: str) -> Message:
    return message("»{ref}« har intet afsnit »{section}«.", ref=ref, section=section)


def _choose(section: str, known: Sequence[str]) -> Message:
    near = refs.suggest(section, known)
    words = ", ".join(known)
    if near:
        return message("Mente du »{near}«? Ellers er afsnittene: {words}.", near=near, words=words)
    return message("Afsnittene er: {words}.", words=words)


def _sections(home: Workspace, ref: str) -> tuple[str, ...] | None:
    """Return the names of a standard's sections; None where it is not there."""
    statute = refs.law(ref)
    if statute is not None:
        return _keys(statute)
    file = next((each.path for each in home.entries() if each.ref == ref), None)
    return None if file is None else _keys(_standard(file, ref))


def _standard(file: Path, ref: str) -> Standard | None:
    return yaml_file.read_standard(workspace.read(file), ref, ref.split("/")[0]).record


def _keys(standard: Standard | None) -> tuple[str, ...]:
    return tuple(each.key for each in standard.sections if each.key) if standard else ()


# ---------- Writing one ----------


def align(home: Workspace, here: Path, words: tuple[str, str], wish: Wish) -> tuple[Done | None, tuple[Finding, ...]]:
    """Write what is wanted of the pair that two words `standard#section` mean; without a Done, the findings say why.

    Raises OSError.
    """
    found = [_end(word, here, home) for word in words]
    if wish.verdict is None:  # what is no longer there must be possible to take out
        found = [_raw(word) if isinstance(end, Finding) else end for word, end in zip(words, found, strict=True)]
    ends = [each for each in found if not isinstance(each, Finding)]
    if len(ends) < len(found):
        return None, tuple(each for each in found if isinstance(each, Finding))
    if ends[0] == ends[1]:
        what = message("De to afsnit er det samme afsnit.")
        return None, (Finding("R424", "error", what, Place(words[1]), message("Nævn to forskellige.")),)
    return _written(home, (ends[0], ends[1]), wish)


def _end(word: str, here: Path, home: Workspace) -> End | Finding:
    """Return the section that a word means: by its name, or else by the municipality's own number."""
    name, mark, section = word.rpartition("#")
    if not mark or not name or not section:
        what = message("»{word}« nævner ikke både en standard og et afsnit.", word=word)
        hint = message("Skriv standarden, # og afsnittets navn eller nummer, fx lejre/ledsagelse#price.")
        return Finding("R423", "error", what, Place(word), hint)
    statute = refs.law(name)
    if statute is not None:
        return _of(word, name, section, statute)
    entries = refs.resolve(name, here, home)
    if len(entries) != 1 or not Pattern(REF).admits(entries[0].ref) or entries[0] not in home.entries():
        return refs.unknown(name, home) if not entries else _not_one(word)
    return _of(word, entries[0].ref, section, _standard(entries[0].path, entries[0].ref))


def _not_one(word: str) -> Finding:
    what = message("»{word}« er ikke netop én standard i denne mappe.", word=word)
    return Finding("R420", "error", what, Place(word), message("Skriv kommune/navn#afsnit."))


def _of(word: str, ref: str, section: str, standard: Standard | None) -> End | Finding:
    sections: tuple[Section, ...] = standard.sections if standard else ()
    by_number = [each for each in sections if each.number == section]
    found = [each for each in sections if each.key == section] or by_number
    if len(found) == 1 and found[0].key:
        return ref, found[0].key
    if found:
        what = message("Flere afsnit i »{ref}« hedder »{section}«, eller det har intet navn.", ref=ref, section=section)
        hint = message("Giv hvert afsnit sit eget navn med »id:«, og brug det.")
        return Finding("R421", "error", what, Place(word), hint)
    return Finding("R421", "error", _no_section(ref, section), Place(word), _choose(section, _keys(standard)))


def _raw(word: str) -> End:
    name, _, section = word.rpartition("#")
    return name, section


def _written(home: Workspace, ends: tuple[End, End], wish: Wish) -> tuple[Done | None, tuple[Finding, ...]]:
    file = path(home)
    data = workspace.read(file) if workspace.exists(file) else b""
    source = alignments_file.read_alignments(data, _name(home))
    if source.record is None or not source.whole:
        what = message("Der kan ikke skrives i filen, før fejlene i den er rettet.")
        return None, (*source.findings, Finding("R425", "error", what, Place(_name(home))))
    stored = source.record.alignments
    at = next((at for at, each in enumerate(stored) if each.pair == frozenset(ends)), None)
    known = None if at is None else stored[at]
    if wish.verdict is None:
        if known is None or at is None:
            return Done("not_there", _alignment(ends, "confirmed", wish.note)), ()
        return _put(home, data, stored, (at, None), Done("removed", known))
    if known is None:
        new = _alignment(ends, wish.verdict, wish.note)
        return _put(home, data, stored, (None, new), Done("added", new))
    new = replace(known, verdict=wish.verdict, note=known.note if wish.note is None else wish.note or None)
    return (Done("unchanged", new), ()) if new == known else _put(home, data, stored, (at, new), Done("changed", new))


def _alignment(ends: tuple[End, End], verdict: Literal["confirmed", "rejected"], note: str | None) -> Alignment:
    (one, section), (other, to_section) = ends
    return Alignment(from_=one, section=section, to=other, to_section=to_section, verdict=verdict, note=note or None)


def _put(
    home: Workspace,
    data: bytes,
    stored: tuple[Alignment, ...],
    change: tuple[int | None, Alignment | None],
    done: Done,
) -> tuple[Done | None, tuple[Finding, ...]]:
    """Write the file with one entry changed; the one of that number, or a new one; None takes it out."""
    at, new = change
    old = data.decode("utf-8-sig")
    text = old.replace("\r\n", "\n")
    place = len(stored) if at is None else at
    wanted = (*stored[:place], *((new,) if new else ()), *stored[place + 1 :])
    text = without_alignment(text, place) if new is None else with_alignment(text, at, _fields(new))
    made = (text.replace("\n", "\r\n") if "\r\n" in old else text).encode()
    source = alignments_file.read_alignments(made, _name(home))
    if not source.whole or source.record is None or source.record.alignments != wanted:
        what = message("Filen er skrevet på en måde, som programmet ikke kan ændre uden at skade den.")
        return None, (Finding("R425", "error", what, Place(_name(home)), message("Ret den i en editor.")),)
    workspace.write(path(home), made)
    return done, ()


def _fields(each: Alignment) -> dict[str, str]:
    found = {
        "from": each.from_,
        "section": each.section,
        "to": each.to,
        "to_section": each.to_section,
        "verdict": each.verdict,
    }
    return found | ({"note": each.note} if each.note else {})
