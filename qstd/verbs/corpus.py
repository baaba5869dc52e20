"""Reading and checking: files to standards, and all that is wrong with them."""

import datetime as dt
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qstd import catalogue, lint, workspace
from qstd.lint.rule import Around, Level
from qstd.model.alignments import Alignment
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.municipality import Municipality
from qstd.model.rules import RulesFile
from qstd.model.source import Source
from qstd.model.standard import LAW, SLUG, Standard
from qstd.present.slugs import slug
from qstd.readers import yaml_file
from qstd.verbs.align import read_alignments
from qstd.workspace import MUNICIPALITY_FILE, RULES_FILE, Entry, Workspace

_LACKS_TEXT = ("K008",)  # of a shared text that is not there, nobody knows the words
RESERVED = {LAW, "assets", "data", "pagefind", "sammenlign", "ydelse"}


@dataclass(frozen=True, slots=True)
class Checked:
    """A standard as read and checked. `file` is its name in messages. `standard` has shared texts in place and is None
    where the file is broken. `draft` is what could be read whole though something in it is wrong: enough to look at, not
    to publish.
    """

    entry: Entry
    file: str
    standard: Standard | None
    municipality: Municipality
    findings: tuple[Finding, ...]
    draft: Standard | None = None


@dataclass(frozen=True, slots=True)
class Corpus:
    """The standards that were asked for, and all that is wrong with them and with their municipalities' files; of a whole
    workspace also what people have said of pairs of sections.
    """

    standards: tuple[Checked, ...]
    findings: tuple[Finding, ...]
    alignments: tuple[Alignment, ...] = ()


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where files are read from: the disk, or an earlier revision; `mark` follows the names of its files in messages."""

    read: Callable[[Path], bytes] = workspace.read
    has: Callable[[Path], bool] = workspace.is_file
    mark: str = ""

    def name(self, path: Path, home: Path) -> str:
        """Return a file's name as people at `home` would write it."""
        return workspace.name_from(home, path) + self.mark


DISK = Shelf()


def read_all(home: Workspace, today: dt.date | None = None, only: Iterable[str] = ()) -> Corpus:
    """Read and check every standard of a workspace, and name the files below `standards/` that no command reads."""
    corpus = read(home.entries(), home.root, today=today, only=only)
    alignments, found = beside(home)
    return Corpus(corpus.standards, tuple(sorted((*corpus.findings, *found), key=_by_place)), alignments)


def beside(home: Workspace) -> tuple[tuple[Alignment, ...], tuple[Finding, ...]]:
    """Return what people have said of pairs of sections, and what is wrong there and with files that lie astray."""
    strays = tuple(_stray(DISK.name(each, home.root)) for each in workspace.strays(home))
    alignments, found = read_alignments(home)
    return alignments, (*strays, *found)


def _stray(name: str) -> Finding:
    what = message("Filen læses ikke: den ligger ikke direkte i en kommunes mappe.")
    return Finding("Y022", "warning", what, Place(name), message("Flyt den til standards/KOMMUNE/."))


def read(
    entries: Iterable[Entry], home: Path, shelf: Shelf = DISK, today: dt.date | None = None, only: Iterable[str] = ()
) -> Corpus:
    """Read and check standards; `home` is the folder that file names in findings are relative to. Rules see the other
    standards of a municipality too, those that were not asked for among them. With `only`, codes of rules and of groups,
    no other rules are run.
    """
    asked = tuple(entries)
    levels, told = _levels(home, shelf)
    terms = _Terms(today or workspace.today(), levels, frozenset(only))
    folders: dict[Path, list[Entry]] = {}
    for each in asked:
        folders.setdefault(each.path.parent, []).append(each)
    found = list(told)
    standards = []
    for folder, own in folders.items():
        sources = [_source(each, shelf.name(each.path, home), shelf) for each in own]
        siblings = _siblings(folder, own, shelf)
        records = (*(each.source.record for each in sources if each.source), *siblings)
        there = tuple(each for each in records if each)
        municipality, around_it = _municipality(folder, home, shelf, terms, there)
        names = _names(folder, own, shelf)
        found += around_it
        for number, read_one in enumerate(sources):
            others = [each.source.record for at, each in enumerate(sources) if at != number and each.source]
            beside_it = tuple(each for each in (*others, *siblings) if each)
            around = Surroundings(municipality, around_it, beside_it, terms, names)
            # Under which name a standard was published then is nothing that anybody can mend now.
            taken = any(each.entry.ref == read_one.entry.ref for each in sources[:number])
            address = () if shelf.mark else tuple(_address(read_one.entry, read_one.file, taken))
            standards.append(_standard(read_one, around, address))
    found += [each for checked in standards for each in checked.findings]
    return Corpus(tuple(standards), tuple(sorted(found, key=_by_place)))


def surroundings(folder: Path, home: Path, others: tuple[Standard, ...], today: dt.date) -> "Surroundings":
    """Read what standards of a folder are checked in, so that a text can be looked at again and again: `others` are those
    beside it.
    """
    levels, _ = _levels(home, DISK)
    terms = _Terms(today, levels, frozenset())
    municipality, found = _municipality(folder, home, DISK, terms, others)
    return Surroundings(municipality, found, others, terms, _names(folder, (), DISK))


def look(entry: Entry, data: bytes, home: Path, around: "Surroundings") -> tuple[Source[Standard], Checked]:
    """Read and check a standard from these bytes, whatever its file holds, or if there is none yet."""
    name = DISK.name(entry.path, home)
    source = yaml_file.read_standard(data, name, entry.municipality)
    return source, _standard(_Read(entry, name, source), around, tuple(_address(entry, name, taken=False)))


@dataclass(frozen=True, slots=True)
class _Read:
    """A file as it was read; without a source, what the disk refused."""

    entry: Entry
    file: str
    source: Source[Standard] | None
    refused: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Terms:
    """On what terms all standards are checked: the day, the severities chosen, and the rules asked for (empty: all)."""

    today: dt.date
    levels: Mapping[str, Level]
    only: frozenset[str]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the check of a standard takes from around it."""

    municipality: Municipality | None
    findings: tuple[Finding, ...]
    others: tuple[Standard, ...]
    terms: _Terms
    names: frozenset[str] | None = None


def _names(folder: Path, own: Sequence[Entry], shelf: Shelf) -> frozenset[str] | None:
    """Return the names of all standards in a folder, of which some were asked for; None of a folder in the past."""
    if shelf.mark:
        return None
    there = workspace.entries_in(folder) if shelf is DISK and workspace.exists(folder) else ()
    return frozenset(each.path.stem for each in (*own, *there))


def _source(entry: Entry, name: str, shelf: Shelf) -> _Read:
    try:
        data = shelf.read(entry.path)
    except OSError as error:
        return _Read(entry, name, None, (_unreadable(name, error),))
    return _Read(entry, name, yaml_file.read_standard(data, name, entry.municipality))


def _siblings(folder: Path, own: Sequence[Entry], shelf: Shelf) -> tuple[Standard, ...]:
    """Return the standards of a folder that were not asked for, where they can be read."""
    if shelf is not DISK or not workspace.is_published(folder / MUNICIPALITY_FILE):
        return ()
    rest = [each for each in workspace.entries_in(folder, {each.path.name for each in own}) if each.path != folder]
    read_rest = (_source(each, each.path.name, shelf).source for each in rest)
    return tuple(each.record for each in read_rest if each is not None and each.record is not None)


def _standard(read_one: _Read, around_it: Surroundings, address: tuple[Finding, ...]) -> Checked:
    entry, name = read_one.entry, read_one.file
    municipality, source = around_it.municipality, read_one.source
    display = municipality or _unknown(entry.municipality)
    if source is None:
        return Checked(entry, name, None, display, read_one.refused)
    if source.record is None:
        return Checked(entry, name, None, display, source.findings)
    around = Around(
        today=around_it.terms.today,
        slug=entry.municipality,
        municipality=municipality,
        locate=source.locate,
        unread=_unread(municipality, around_it.findings),
        others=around_it.others,
        levels=around_it.terms.levels,
        only=around_it.terms.only,
        names=around_it.names,
    )
    found = tuple(_new(source, lint.check(source.record, around)))
    unreadable = (*source.findings, *(each for each in found if each.code in _LACKS_TEXT))
    draft = None if _wrong(unreadable) or _in_doubt(around_it.findings) else around.effective(source.record)
    findings = (*address, *source.findings, *found)
    return Checked(entry, name, None if _wrong(findings) else draft, display, findings, draft)


def _levels(home: Path, shelf: Shelf) -> tuple[Mapping[str, Level], tuple[Finding, ...]]:
    """Return what the workspace has decided of the severity of rules, and what is wrong with the file that says so."""
    path = Workspace(home).standards / RULES_FILE
    if not shelf.has(path):
        return {}, ()
    name = shelf.name(path, home)
    try:
        source = yaml_file.read_rules(shelf.read(path), name)
    except OSError as error:
        return {}, (_unreadable(name, error),)
    chosen = source.record.rules if source.record else ()
    return {each.code: each.severity for each in chosen}, (*source.findings, *_unknown_rules(source))


def _unknown_rules(source: Source[RulesFile]) -> Iterator[Finding]:
    """Say that there is no rule, and no group of rules, of a code."""
    codes = {"K", *lint.OF_CONTENT, *lint.codes().values()}
    for index, each in enumerate(source.record.rules if source.record else ()):
        if each.code not in codes:
            what = message("Der er ingen regel med koden »{code}«.", code=each.code)
            hint = message("Se koderne med »qstd check --explain«.")
            yield Finding("Y023", "warning", what, source.locate(("rules", index, "code"), 0), hint)


def _wrong(findings: Iterable[Finding]) -> bool:
    """Tell whether something in the file keeps a standard from being published."""
    return any(lint.blocks(each) for each in findings)


def _in_doubt(found: tuple[Finding, ...]) -> bool:
    """Tell whether the municipality's file has faults that touch all its pages. Those of its shared texts do not: each
    standard that uses a faulty one says so itself.
    """
    return _wrong(each for each in found if each.place.path[:1] != ("fragments",))


def _address(entry: Entry, name: str, taken: bool) -> Iterator[Finding]:
    """Say why a standard cannot be published under its name: the page's address is made of folder and file name."""
    if not workspace.is_published(entry.path):
        return  # a file that lies elsewhere is only looked at
    if taken:
        what = message("En anden fil i mappen hedder det samme, kun med en anden endelse.")
        yield Finding("Y019", "error", what, Place(name), message("Giv den ene et andet navn."))
    if entry.municipality in RESERVED:
        what = message("Mappen kan ikke hedde »{name}«: det navn bruger hjemmesiden selv.", name=entry.municipality)
        yield Finding("Y020", "error", what, Place(name), message("Kald mappen det, kommunen hedder."))
    for part in (entry.municipality, entry.path.stem):
        if not re.fullmatch(SLUG, part):
            what = message("»{name}« kan ikke stå i en adresse på nettet.", name=part)
            hint = message(
                "Brug små bogstaver uden æ, ø og å, tal og bindestreger, fx »{near}«.", near=slug(part) or "navn"
            )
            yield Finding("Y021", "error", what, Place(name), hint)


def _unread(municipality: Municipality | None, found: tuple[Finding, ...]) -> frozenset[str] | None:
    """Return the names of the shared texts that could not be read; None where the file could not."""
    errors = [each for each in found if each.severity == "error"]
    if municipality is None and errors:
        return None
    return frozenset(
        str(each.place.path[1]) for each in errors if each.place.path[:1] == ("fragments",) and each.place.path[1:]
    )


def _municipality(
    folder: Path, home: Path, shelf: Shelf, terms: _Terms, standards: tuple[Standard, ...]
) -> tuple[Municipality | None, tuple[Finding, ...]]:
    path = folder / MUNICIPALITY_FILE
    name = shelf.name(path, home)
    try:
        data = shelf.read(path)
    except FileNotFoundError:
        return None, (_no_municipality(name, folder.name),)
    except OSError as error:
        return None, (_unreadable(name, error),)
    source = yaml_file.read_municipality(data, name)
    if source.record is None:
        return None, source.findings
    around = Around(
        terms.today,
        folder.name,
        source.record,
        source.locate,
        others=standards,
        levels=terms.levels,
        only=terms.only,
    )
    found = (*source.findings, *_new(source, lint.check_municipality(source.record, around)))
    if source.record.logo and (wrong := _logo(folder / source.record.logo, source, shelf)):
        return replace(source.record, logo=None), (*found, *wrong)
    return source.record, found


def _logo(path: Path, source: Source[Municipality], shelf: Shelf) -> tuple[Finding, ...]:
    """Say what keeps the municipality's picture from being shown."""
    if not shelf.has(path):
        return (_no_logo(source),)
    from qstd.readers import picture

    place = source.locate(("logo",), 0)
    try:
        return picture.check(shelf.read(path), path.name, place)
    except OSError as error:
        return (replace(_unreadable(path.name, error), severity="warning", place=place),)


def _no_logo(source: Source[Municipality]) -> Finding:
    name = source.record.logo if source.record else ""
    what = message("Billedfilen »{name}« findes ikke i kommunens mappe.", name=name or "")
    hint = message("Læg filen i mappen, eller slet linjen »logo:«. Siderne udgives uden logo.")
    return Finding("Y016", "warning", what, source.locate(("logo",), 0), hint)


def _new(source: Source[Standard] | Source[Municipality], found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Leave out what a rule says of a value that could not be read, or not whole: one mistake, one finding."""
    told = {each.place.path[:size] for each in source.findings for size in range(1, len(each.place.path) + 1)}
    return tuple(each for each in found if each.place.path not in told)


def _unknown(slug: str) -> Municipality:
    known = catalogue.municipality(slug)
    return Municipality(name=known.display if known else slug, code=known.code if known else "0000")


def _unreadable(name: str, error: OSError) -> Finding:
    what = message("Filen kan ikke læses: {reason}.", reason=Message(workspace.reason(error)))
    return Finding("Y014", "error", what, Place(name), message("Se efter, om filen findes, og om du må læse den."))


def _no_municipality(name: str, slug: str) -> Finding:
    what = message("Mappen mangler filen municipality.yaml med kommunens navn og kode.")
    hint = message("Lav den med »qstd new {slug}/NAVN --service YDELSE«, eller skriv name: og code: i den.", slug=slug)
    return Finding("Y015", "warning", what, Place(name), hint)


def _by_place(finding: Finding) -> tuple[str, int, int, str]:
    return finding.place.file, finding.place.line, finding.place.column, finding.code
