"""Hearings: a standard is sent out with a number at each point, and what comes back is kept beside it.

Each hearing has a file of its own, in which answers are only ever added; the words of a reply change where somebody writes
them anew. A file that came back is read whole before anything is written, and may be read again: what is known is left.
"""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qstd import canon, catalogue, workspace
from qstd.edits.entries import with_entry
from qstd.edits.layout import dump
from qstd.model.document import Document
from qstd.model.finding import Finding, Place, message
from qstd.model.fragments import effective
from qstd.model.hearing import HearingAnswer, HearingFile
from qstd.model.municipality import Municipality
from qstd.model.outline import Outline
from qstd.model.plain import plain
from qstd.model.standard import Standard
from qstd.present.approval_notes import status_note
from qstd.present.hearing import Points, numbered
from qstd.present.standard import standard_document
from qstd.readers import source, yaml_file
from qstd.recognise.hearing_rows import who
from qstd.verbs import refs
from qstd.verbs.hearing_answers import Taken, taken
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace

FOLDER = "hearings"
_HEAD = """\
# yaml-language-server: $schema=../../../schemas/hearing.schema.json
# Høring af {ref}. Svarene skrives med »qstd hearing {ref} --read FIL«.
"""


@dataclass(frozen=True, slots=True)
class Heard:
    """A standard with its latest hearing: the standard as readers see it, the file of the hearing and what it says. Without
    a hearing `path` is where the next one goes, and `text` is empty.
    """

    entry: Entry
    standard: Standard
    municipality: Municipality
    path: Path
    text: str = ""
    hearing: HearingFile | None = None

    @property
    def has_changed(self) -> bool:
        """Whether the standard says something else than what was sent out."""
        sent = self.hearing.content if self.hearing else None
        return sent is not None and sent != canon.digests(self.standard).whole


def opened(word: str, here: Path, home: Workspace, today: dt.date) -> tuple[Heard | None, tuple[Finding, ...]]:
    """Open the one standard that a word means, with its latest hearing; or say why not. Raises OSError."""
    entries = refs.resolve(word, here, home)
    if len(entries) != 1:
        many = Finding(
            "J001", "error", message("»{word}« er flere standarder.", word=word), Place(word), message("Nævn én.")
        )
        return None, (many if entries else refs.unknown(word, home),)
    entry = entries[0]
    read = yaml_file.read_standard(workspace.read(entry.path), str(entry.path), entry.municipality)
    if read.record is None or not read.whole:
        what = message("Standarden kan ikke sendes i høring, før fejlene i filen er rettet.")
        return None, (*read.findings, Finding("J002", "error", what, Place(str(entry.path))))
    municipality, findings = _municipality(entry)
    standard = effective(read.record, municipality.fragments)
    folder = home.root / FOLDER / entry.municipality / entry.path.stem
    latest = max(_days(folder), default=None)
    if latest is None:
        return Heard(entry, standard, municipality, folder / f"{today.isoformat()}.yaml"), findings
    path = folder / f"{latest.isoformat()}.yaml"
    data = workspace.read(path)
    log = yaml_file.read_hearing(data, str(path))
    if log.record is None or not log.whole:
        return None, (*findings, *log.findings)
    return Heard(entry, standard, municipality, path, data.decode("utf-8-sig"), log.record), findings


def _municipality(entry: Entry) -> tuple[Municipality, tuple[Finding, ...]]:
    path = entry.path.parent / MUNICIPALITY_FILE
    if workspace.is_file(path):
        read = yaml_file.read_municipality(workspace.read(path), str(path))
        if read.record is not None:
            return read.record, tuple(each for each in read.findings if each.severity == "error")
    known = catalogue.municipality(entry.municipality)
    name = known.display if known else entry.municipality
    return Municipality(name=name, code=known.code if known else "0000"), ()


def _days(folder: Path) -> Iterator[dt.date]:
    """Yield the days on which hearings of a standard began."""
    for name in workspace.names(folder) if workspace.exists(folder) else ():
        try:
            yield dt.date.fromisoformat(name.removesuffix(".yaml"))
        except ValueError:
            continue


def all_of(entry: Entry, home: Workspace) -> tuple[tuple[HearingFile, ...], tuple[Finding, ...]]:
    """Return all hearings of a standard, and what is wrong in their files. Raises OSError."""
    folder = home.root / FOLDER / entry.municipality / entry.path.stem
    paths = [folder / f"{each.isoformat()}.yaml" for each in sorted(_days(folder))]
    read = [yaml_file.read_hearing(workspace.read(each), str(each)) for each in paths]
    return tuple(each.record for each in read if each.record), tuple(found for each in read for found in each.findings)


# ---------- Sending out ----------


def begun(
    heard: Heard, closes: dt.date | None, to: Sequence[str], today: dt.date
) -> tuple[Heard | None, tuple[Finding, ...]]:
    """Begin a hearing of what the standard says now, and write its file. One that is under way for the same text stays and
    may get other terms. Raises OSError.
    """
    ref = heard.entry.ref
    if closes and closes < today:
        what = message("Fristen {day} er gået allerede.", day=closes.isoformat())
        return None, (Finding("J003", "error", what, Place(ref), message("Skriv en dag, der kommer.")),)
    hearing = heard.hearing
    if hearing and hearing.opened == today and hearing.answers and heard.has_changed:
        what = message("Høringen begyndte i dag, og der er allerede svar på en anden tekst.")
        return None, (Finding("J004", "error", what, Place(ref), message("Begynd den nye høring i morgen.")),)
    if hearing and (not heard.has_changed or hearing.opened == today):
        whole = canon.digests(heard.standard).whole
        new = replace(hearing, closes=closes or hearing.closes, to=tuple(to) or hearing.to, content=whole)
        text = heard.text if new == hearing else _laid_out(new, ref)
        path = heard.path
    else:
        new = HearingFile(
            schema=1, opened=today, closes=closes, to=tuple(to), content=canon.digests(heard.standard).whole
        )
        path, text = heard.path.with_name(f"{today.isoformat()}.yaml"), _laid_out(new, ref)
    workspace.write(path, text.encode())
    return replace(heard, path=path, text=text, hearing=new), ()


def _laid_out(hearing: HearingFile, ref: str) -> str:
    days = {"opened": hearing.opened} | ({"closes": hearing.closes} if hearing.closes else {})
    return _HEAD.format(ref=ref) + dump(plain(hearing) | days)


def numbered_document(heard: Heard, language: str = "da") -> tuple[Document, tuple[Points, ...]]:
    """Return the standard laid out for its hearing, and the numbers of the points of each section."""
    assert heard.hearing is not None, "there is a hearing"
    whole = standard_document(heard.standard, heard.municipality, heard.entry.ref, language)
    return numbered(whole, heard.hearing, tuple(status_note(heard.standard, None, language)), language)


# ---------- Taking answers in ----------


def read(heard: Heard, path: Path, by: str, day: dt.date | None) -> tuple[Taken, tuple[Finding, ...]]:
    """Read a form or a note that came back, and put what is new in the hearing's file. `by` is who answers (empty: as the
    form says). With an error in the findings nothing is written. Raises OSError.
    """
    if heard.hearing is None:
        return Taken(), (_never(heard),)
    reading = source.read(workspace.read(path, source.LIMIT), path.name)
    errors = tuple(each for each in reading.findings if each.severity == "error")
    if reading.outline is None or errors:
        return Taken(), reading.findings
    return take_in(heard, reading.outline, by, day)


def look(heard: Heard, outline: Outline, by: str, day: dt.date | None) -> tuple[Taken, tuple[Finding, ...]]:
    """Return what a form or a note that came back says that is new. Nothing is written."""
    if heard.hearing is None:
        return Taken(), (_never(heard),)
    _, points = numbered_document(heard)
    known = () if heard.has_changed else points
    found, findings = taken(outline, heard.hearing, by or who(outline), day, heard.standard, known)
    return found, (*_moved(heard), *findings)


def take_in(heard: Heard, outline: Outline, by: str, day: dt.date | None) -> tuple[Taken, tuple[Finding, ...]]:
    """Put what is new in the hearing's file; with an error in the findings nothing is written. Raises OSError."""
    found, findings = look(heard, outline, by, day)
    if heard.hearing is None or any(each.severity == "error" for each in findings):
        return found, findings
    if not (found.answers or found.replies):
        return found, findings
    wanted = _with(heard.hearing, found)
    text = _written(heard.text, found)
    again = yaml_file.read_hearing(text.encode(), "")
    if again.record != wanted or not again.whole:
        what = message("Filen er skrevet på en måde, som programmet ikke kan ændre uden at skade den.")
        return Taken(), (*findings, Finding("J006", "error", what, Place(str(heard.path))))
    workspace.write(heard.path, text.encode())
    return found, findings


def _never(heard: Heard) -> Finding:
    ref = heard.entry.ref
    what = message("Standarden har ikke været i høring.")
    hint = message("Begynd en høring: qstd hearing {ref} --closes DATO --out MAPPE", ref=ref)
    return Finding("J005", "error", what, Place(ref), hint)


def _moved(heard: Heard) -> Iterator[Finding]:
    if heard.has_changed:
        what = message("Standarden er ændret, siden den blev sendt ud, så punkternes numre passer måske ikke mere.")
        hint = message("Bemærkningerne er henført efter afsnittets overskrift alene.")
        yield Finding("J007", "info", what, Place(heard.entry.ref), hint)


def _with(hearing: HearingFile, found: Taken) -> HearingFile:
    answers = [found.replies.get(at, each) for at, each in enumerate(hearing.answers)]
    return replace(hearing, answers=(*answers, *found.answers))


def _written(text: str, found: Taken) -> str:
    for at, answer in found.replies.items():
        text = with_entry(text, "answers", at, _entry(answer))
    for answer in found.answers:
        text = with_entry(text, "answers", None, _entry(answer))
    return text


def _entry(answer: HearingAnswer) -> dict[str, str]:
    values: dict[str, str] = plain(answer)
    return values
