"""What a change in the law touches: the standards under a provision, and the passages and facts that name it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from qstd import catalogue, workspace
from qstd.citations import Citation, citations
from qstd.lint.rule import Around, service_of
from qstd.lint.shared.law import at, cited, in_title, own_act, quoted
from qstd.lint.shared.nearest import choose
from qstd.model.facts import Citation as CitationFact
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.municipality import Municipality
from qstd.model.source import Source
from qstd.model.standard import Standard
from qstd.readers import yaml_file
from qstd.verbs.corpus import DISK
from qstd.workspace import MUNICIPALITY_FILE, Entry

_WORD = re.compile(r"\s*([^:§]*?)\s*(?::?\s*§*\s*(\d+)\s*([a-z]?))?\s*", re.IGNORECASE)
Kind = Literal["title", "text", "law_text", "fact"]


class Wanted(NamedTuple):
    """The provision that changes: the key of an act, and the paragraph ("83 a"; empty for the whole act)."""

    act: str
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place that names the provision: in the title, in running text, in law text that is quoted, or in a fact. `words`
    are the sentence, or what the fact rests on.
    """

    kind: Kind
    place: Place
    words: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A standard that the change touches. `rests`: its service is given under the provision."""

    ref: str
    file: str
    title: str
    rests: bool
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class LawChange:
    """What a change touches, among how many standards; and what could not be read."""

    wanted: Wanted
    looked_at: int
    standards: tuple[Touched, ...]
    findings: tuple[Finding, ...]


def named(word: str) -> Wanted | None:
    """Read "SEL:100", "serviceloven § 83 a" or "ÆL"; None where the act is not in the catalogue."""
    found = _WORD.fullmatch(word)
    key = _acts().get(found[1].casefold()) if found else None
    if found is None or key is None:
        whole = _acts().get(word.strip().casefold())  # an act whose key ends in a number
        return Wanted(whole) if whole else None
    return Wanted(key, f"{found[2]} {found[3].lower()}".strip() if found[2] else "")


def unknown_act(word: str) -> tuple[Message, Message]:
    """Say that there is no such act, and what may have been meant."""
    act = word.partition(":")[0].strip()
    what = message("Loven »{act}« er ikke i kataloget.", act=act)
    return what, choose(act.upper(), catalogue.keys("acts"), shown=40)


def _acts() -> dict[str, str]:
    """Return the keys of acts by all that people call them."""
    names: dict[str, str] = {}
    for key, act in catalogue.acts().items():
        for each in (key, act.popular, act.title, *act.abbreviations):
            names.setdefault(each.casefold(), key)
    return {name: key for name, key in names.items() if name}


def touched(entries: Iterable[Entry], home: Path, wanted: Wanted) -> LawChange:
    """Find what a change in a provision touches; `home` is the folder that names of files are relative to."""
    standards, findings = [], []
    asked = tuple(entries)
    for entry in asked:
        name = DISK.name(entry.path, home)
        try:
            source = yaml_file.read_standard(workspace.read(entry.path), name, entry.municipality)
        except OSError as error:
            findings.append(_unreadable(name, error))
            continue
        if source.record is None or not source.whole:
            findings += [each for each in source.findings if each.severity == "error"]
        if source.record is not None and (found := _touched(entry, source.record, source, wanted)):
            standards.append(found)
    return LawChange(wanted, len(asked), tuple(standards), tuple(findings))


def _unreadable(name: str, error: OSError) -> Finding:
    what = message("Filen kan ikke læses: {reason}.", reason=Message(workspace.reason(error)))
    return Finding("Y014", "error", what, Place(name), message("Se efter, om filen findes, og om du må læse den."))


def _touched(entry: Entry, standard: Standard, source: Source[Standard], wanted: Wanted) -> Touched | None:
    # What is cited is the same on every day.
    around = Around(dt.date.min, entry.municipality, _municipality(entry), source.locate)
    service = service_of(standard)
    rests = any(_is(act, paragraph, wanted) for act, paragraph in (service.provisions if service else ()))
    found = sorted(_passages(standard, around, wanted), key=lambda each: (each.place.line, each.place.column))
    if not (rests or found):
        return None
    return Touched(entry.ref, source.file, standard.title, rests, tuple(dict.fromkeys(found)))


def _municipality(entry: Entry) -> Municipality | None:
    """Return the municipality, for the texts that its standards share."""
    path = entry.path.parent / MUNICIPALITY_FILE
    try:
        return yaml_file.read_municipality(workspace.read(path), str(path)).record
    except OSError:
        return None


def _passages(standard: Standard, around: Around, wanted: Wanted) -> Iterator[Passage]:
    if any(_names(each, wanted) for each in in_title(standard)):
        yield Passage("title", around.locate(("title",), 0), standard.title)
    for each in cited(standard, around):
        if _names(each.citation, wanted):
            hit = at(each.passage, Message(""), Message(""))
            yield Passage("text", around.locate(hit.path, hit.line), each.passage.text)
    for passage, words in quoted(standard, around):
        if any(_names(each, wanted) for each in citations(words, own_act(standard))):
            hit = at(passage, Message(""), Message(""))
            yield Passage("law_text", around.locate(hit.path, hit.line), words)
    for index, fact in enumerate(standard.facts):
        if isinstance(fact, CitationFact) and _is(fact.act, fact.paragraph or "", wanted):
            yield Passage("fact", around.locate(("facts", index), 0), fact.evidence.quote)


def _names(citation: Citation, wanted: Wanted) -> bool:
    if not wanted.paragraph:
        return citation.act == wanted.act
    return any(_is(citation.act, each.paragraph, wanted) for each in citation.provisions)


def _is(act: str, paragraph: str, wanted: Wanted) -> bool:
    same = "".join(paragraph.split()).casefold() == wanted.paragraph.replace(" ", "")
    return act == wanted.act and (same or not wanted.paragraph)
