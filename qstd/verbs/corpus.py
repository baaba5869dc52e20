"""Reading and checking: files to standards, and all that is wrong with them."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from qstd import catalogue, lint, workspace
from qstd.lint.rule import Around
from qstd.model.alignments import Alignment
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.municipality import Municipality
from qstd.model.source import Source
from qstd.model.standard import LAW, SLUG, Standard
from qstd.present.slugs import slug
from qstd.readers import yaml_file
from qstd.verbs.align import read_alignments
from qstd.workspace import MUNICIPALITY_FILE, Entry, Workspace

_LACKS_TEXT = ("K008",)  # of a shared text that is not there, nobody knows the words
RESERVED = {LAW, "assets", "sammenlign"}


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
        full = workspace.absolute(path)
        return (full.relative_to(home).as_posix() if full.is_relative_to(home) else str(path)) + self.mark


DISK = Shelf()


def read_all(home: Workspace) -> Corpus:
    """Read and check every standard of a workspace, and name the files below `standards/` that no command reads."""
    corpus = read(home.entries(), home.root)
    strays = tuple(_stray(DISK.name(each, home.root)) for each in workspace.strays(home))
    alignments, found = read_alignments(home)
    return Corpus(corpus.standards, tuple(sorted((*corpus.findings, *strays, *found), key=_by_place)), alignments)


def _stray(name: str) -> Finding:
    what = message("Filen læses ikke: den ligger ikke direkte i en kommunes mappe.")
    return Finding("Y022", "warning", what, Place(name), message("Flyt den til standards/KOMMUNE/."))


def read(entries: Iterable[Entry], home: Path, shelf: Shelf = DISK) -> Corpus:
    """Read and check standards; `home` is the folder that file names in findings are relative to."""
    folders: dict[Path, tuple[Municipality | None, tuple[Finding, ...]]] = {}
    standards = []
    refs: set[str] = set()
    for entry in entries:
        folder = entry.path.parent
        if folder not in folders:
            folders[folder] = _municipality(folder, home, shelf)
        name = shelf.name(entry.path, home)
        # Under which name a standard was published then is nothing that anybody can mend now.
        address = () if shelf.mark else tuple(_address(entry, name, entry.ref in refs))
        standards.append(_standard(entry, name, *folders[folder], shelf, address))
        refs.add(entry.ref)
    found = [each for _, findings in folders.values() for each in findings]
    found += [each for checked in standards for each in checked.findings]
    return Corpus(tuple(standards), tuple(sorted(found, key=_by_place)))


def _standard(
    entry: Entry,
    name: str,
    municipality: Municipality | None,
    around_it: tuple[Finding, ...],
    shelf: Shelf,
    address: tuple[Finding, ...],
) -> Checked:
    display = municipality or _unknown(entry.municipality)
    try:
        data = shelf.read(entry.path)
    except OSError as error:
        return Checked(entry, name, None, display, (_unreadable(name, error),))
    source = yaml_file.read_standard(data, name, entry.municipality)
    if source.record is None:
        return Checked(entry, name, None, display, source.findings)
    around = Around(
        workspace.today(), entry.municipality, municipality, source.locate, _unread(municipality, around_it)
    )
    found = tuple(_new(source, lint.check(source.record, around)))
    unreadable = (*source.findings, *(each for each in found if each.code in _LACKS_TEXT))
    draft = None if _wrong(unreadable) or _in_doubt(around_it) else around.effective(source.record)
    findings = (*address, *source.findings, *found)
    return Checked(entry, name, None if _wrong(findings) else draft, display, findings, draft)


def _wrong(findings: Iterable[Finding]) -> bool:
    return any(each.severity == "error" for each in findings)


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


def _municipality(folder: Path, home: Path, shelf: Shelf) -> tuple[Municipality | None, tuple[Finding, ...]]:
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
    around = Around(workspace.today(), folder.name, source.record, source.locate)
    found = (*source.findings, *_new(source, lint.check_municipality(source.record, around)))
    if source.record.logo and not shelf.has(folder / source.record.logo):
        return replace(source.record, logo=None), (*found, _no_logo(source))
    return source.record, found


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
