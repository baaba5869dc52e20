"""What a change in the law touches: the standards under a provision, and the passages and facts that name it."""

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from qstd import catalogue, workspace
from qstd.citations import Citation, citations
from qstd.lint.rule import Around, service_of
from qstd.lint.shared.law import at, cited, in_title, own_act, quoted
from qstd.lint.shared.nearest import choose
from qstd.model.facts import Citation as CitationFact
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.law_change import LawChange, Passage, Touched, Wanted
from qstd.model.municipality import Municipality
from qstd.model.source import Source
from qstd.model.standard import Standard
from qstd.readers import yaml_file
from qstd.verbs.corpus import DISK
from qstd.workspace import MUNICIPALITY_FILE, Entry

_WORD = re.compile(r"\s*([^:§]*?)\s*(?::?\s*§*\s*(\d+)\s*([a-z]?))?\s*", re.IGNORECASE)
__all__ = ["LawChange", "Passage", "Touched", "Wanted", "named", "touched", "unknown_act"]


def named(word: str) -> Wanted | None:
    """Read "SEL:100", "serviceloven § 83 a" or "ÆL"; None where it cannot be read, or the act is not in the
    catalogue.
    """
    found = _WORD.fullmatch(word)
    key = _acts().get(found[1].casefold()) if found else None
    if found is None or key is None:
        whole = _acts().get(word.strip().casefold())  # an act whose key ends in a number
        return Wanted(whole) if whole else None
    return Wanted(key, f"{found[2]} {found[3].lower()}".strip() if found[2] else "")


def unknown_act(word: str) -> tuple[Message, Message]:
    """Say that there is no such act or that the provision cannot be read, and what may have been meant."""
    act = re.split("[:§]", word, maxsplit=1)[0].strip()
    if act.casefold() in _acts():
        what = message("Bestemmelsen »{word}« kan ikke læses.", word=word.strip())
        return what, message("Skriv loven og paragraffen uden stykke, fx SEL:100 eller SEL:83a.")
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
    municipality = _municipality(entry)
    around = Around(dt.date.min, entry.municipality, municipality, source.locate)
    service = service_of(standard)
    rests = any(_is(act, paragraph, wanted) for act, paragraph in (service.provisions if service else ()))
    found = sorted(_passages(standard, around, wanted), key=lambda each: (each.place.line, each.place.column))
    if not (rests or found):
        return None
    known = catalogue.municipality(entry.municipality)
    name = municipality.name if municipality else known.display if known else entry.municipality
    return Touched(entry.ref, source.file, standard.title, rests, tuple(_joined(found)), name)


def _municipality(entry: Entry) -> Municipality | None:
    """Return the municipality, for its name and the texts that its standards share."""
    path = entry.path.parent / MUNICIPALITY_FILE
    try:
        return yaml_file.read_municipality(workspace.read(path), str(path)).record
    except OSError:
        return None


def _passages(standard: Standard, around: Around, wanted: Wanted) -> Iterator[Passage]:
    for each in in_title(standard):
        if _names(each, wanted):
            where = around.locate(("title",), 0)
            yield Passage("title", where, standard.title, ((each.start, each.end),))
    for one in cited(standard, around):
        if _names(one.citation, wanted):
            hit = at(one.passage, Message(""), Message(""))
            here = ((one.citation.start, one.citation.end),)
            heading = standard.sections[one.passage.section].heading
            yield Passage("text", around.locate(hit.path, hit.line), one.passage.text, here, heading)
    for passage, words in quoted(standard, around):
        if names := _named_in(words, standard, wanted):
            hit = at(passage, Message(""), Message(""))
            heading = standard.sections[passage.section].heading
            yield Passage("law_text", around.locate(hit.path, hit.line), words, names, heading)
    headings = {each.key: each.heading for each in reversed(standard.sections)}
    for index, fact in enumerate(standard.facts):
        if isinstance(fact, CitationFact) and _is(fact.act, fact.paragraph or "", wanted):
            words, where = fact.evidence.quote, around.locate(("facts", index), 0)
            heading = headings.get(fact.evidence.section, "")
            yield Passage("fact", where, words, _named_in(words, standard, wanted), heading)


def _named_in(words: str, standard: Standard, wanted: Wanted) -> tuple[tuple[int, int], ...]:
    found = citations(words, own_act(standard))
    return tuple((each.start, each.end) for each in found if _names(each, wanted))


def _joined(passages: Iterable[Passage]) -> Iterator[Passage]:
    """Yield each passage once, also where it names the provision more than once."""
    found: dict[tuple[str, Place, str], Passage] = {}
    for each in passages:
        key = each.kind, each.place, each.words
        names = {*each.names, *(found[key].names if key in found else ())}
        found[key] = replace(each, names=tuple(sorted(names)))
    yield from found.values()


def _names(citation: Citation, wanted: Wanted) -> bool:
    if not wanted.paragraph:
        return citation.act == wanted.act
    return any(_is(citation.act, each.paragraph, wanted) for each in citation.provisions)


def _is(act: str, paragraph: str, wanted: Wanted) -> bool:
    same = "".join(paragraph.split()).casefold() == wanted.paragraph.replace(" ", "")
    return act == wanted.act and (same or not wanted.paragraph)
