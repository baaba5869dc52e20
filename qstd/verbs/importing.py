"""Importing: a source file becomes one standard or several, and nothing that is there already is overwritten.

Everything is made and checked first; only then is anything written.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path, PurePath

from qstd import catalogue, workspace
from qstd.edits.draft import Comments, head, imported
from qstd.messages import words
from qstd.model.draft import Account, Draft, Recognition
from qstd.model.finding import Finding, Place, message
from qstd.model.outline import Outline, paragraphs
from qstd.model.standard import StandardFile
from qstd.readers import source, yaml_file
from qstd.recognise import recognise
from qstd.recognise.hints import Hints
from qstd.recognise.hyphens import Evidence, vocabulary
from qstd.recognise.topics import normal
from qstd.verbs import refs
from qstd.verbs.start import beside
from qstd.workspace import MUNICIPALITY_FILE, Workspace

_MOST_PARAGRAPHS = 50_000
_LONGEST = 1_000_000  # characters; a standard has about 5,000
_SHOWN = 100  # characters of a title, and titles
_HIDDEN = 20  # words; fewer are alternative texts of pictures and the like
# What readers say when a part of the source could not be read, or not be counted.
_LEFT_OUT = frozenset("I106 I107 I110 I111 I112 I113 I115 I116 I133 I134 I135 I136 I158".split())


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: whose standard it is and of which service (empty: as the text says), where it goes (None: the
    municipality's folder), whether several standards become several files, and whether a file that is there gives way.
    """

    municipality: str = ""
    service: str = ""
    out: Path | None = None
    split: bool = False
    force: bool = False


@dataclass(frozen=True, slots=True)
class Import:
    """What was made of a source, before anything is written: the outline, what was recognised, and the files by path.
    `findings` say what was wrong; an error among them means that nothing may be written.
    """

    outline: Outline | None
    recognition: Recognition | None
    files: tuple[tuple[Path, bytes], ...]
    findings: tuple[Finding, ...]

    @property
    def refused(self) -> bool:
        """Whether there is an error, so that nothing may be written."""
        return any(each.severity == "error" for each in self.findings)


def load(path: Path, home: Workspace, wish: Wish, taken: Collection[Path] = (), called: str = "") -> Import:
    """Read and recognise a source, and lay out its files, none of them at a path that is `taken`. `called` is the name by
    which people know the source, where it is another than on disk. Raises OSError where the source cannot be read.
    """
    # A name that is no text can neither be shown nor written.
    name = (called or path.name).encode("utf-8", "replace").decode()
    if unknown := (*_unknown(wish), *_no_file(path, name)):
        return Import(None, None, (), unknown)
    reading = source.read(workspace.read(path, source.LIMIT), name)
    if reading.outline is None:
        return Import(None, None, (), reading.findings)
    if too_long := tuple(_too_long(reading.outline)):
        return Import(reading.outline, None, (), (*reading.findings, *too_long))
    found = _doubted(_recognised(reading.outline, home, wish), reading.findings)
    told = (*reading.findings, *_hidden(found, name), *_troubles(name, found.drafts, wish))
    if any(each.severity == "error" for each in told):
        return Import(reading.outline, found, (), told)
    files, refused = _files(name, found.drafts, found.account, home, wish, taken)
    return Import(reading.outline, found, files, (*told, *refused))


def _no_file(path: Path, name: str) -> Iterator[Finding]:
    if workspace.exists(path) and not workspace.is_file(path):
        what = message("Det er ikke en fil, der kan læses.")
        yield Finding("I229", "error", what, Place(name), message("Nævn selve filen, fx standard.docx."))


def _too_long(outline: Outline) -> Iterator[Finding]:
    """Refuse what no collection of standards is as long as: reading it would take the machine for minutes."""
    lengths = [len(each.text) for each in paragraphs(outline.blocks)]
    if sum(lengths) > _LONGEST or len(lengths) > _MOST_PARAGRAPHS:
        what = message("Filen har mere tekst end flere hundrede standarder tilsammen.")
        hint = message("Se efter, om det er den rigtige fil. Er den det, så del den i mindre filer.")
        yield Finding("I230", "error", what, Place(outline.file), hint)


def _doubted(found: Recognition, findings: Sequence[Finding]) -> Recognition:
    """Take back that every word was found where the reader says that it left something out: nobody counted that."""
    if found.account.status == "PASS" and any(each.code in _LEFT_OUT for each in findings):
        return replace(found, account=replace(found.account, status="NOT_CHECKED"))
    return found


def _hidden(found: Recognition, file: str) -> Iterator[Finding]:
    """Say that a good deal of the source is not shown to its readers, or stands across the page: it may be text."""
    texts = [" ".join(each.text.split()) for each in found.furniture if each.kind == "hidden" and each.text.strip()]
    count = sum(each.count(" ") + 1 for each in texts)
    if count > _HIDDEN:
        what = message("{count} ord i kilden er skjult eller står på tværs og er ikke med.", count=count)
        hint = message("De begynder sådan: »{words}«. Se dem alle med --review.", words=texts[0][:80])
        yield Finding("I231", "warning", what, Place(file), hint)


def write(made: Import, home: Workspace, force: bool) -> tuple[tuple[Path, ...], tuple[Path, ...]]:
    """Write the files of an import and what their folders lack. Return the files written, and the old ones that gave
    way, by the names that they have now. Raises OSError.
    """
    moved = []
    for path, _ in made.files:
        if force and workspace.exists(path):
            aside = next(each for each in _asides(path) if not workspace.exists(each))
            workspace.write(aside, workspace.read(path))
            moved.append(aside)
    written = []
    for path, data in made.files:
        workspace.write(path, data)
        written.append(path)
    for path, data in _around(made, home):
        workspace.write(path, data)
        written.append(path)
    return tuple(written), tuple(moved)


def _asides(path: Path) -> Iterator[Path]:
    """Yield names under which an old file can stay beside the new one; no command takes them for standards."""
    return (path.with_name(f"{path.name}.gammel-{number}") for number in count(1))


def _around(made: Import, home: Workspace) -> Iterator[tuple[Path, bytes]]:
    """Yield what the folders of the files lack; a file that goes elsewhere than into a workspace needs nothing."""
    for folder in dict.fromkeys(path.parent for path, _ in made.files):
        if folder.parent == home.standards:
            yield from ((path, data) for path, data in beside(home, folder.name).items() if not workspace.exists(path))


# ---------- What is asked for ----------


def _unknown(wish: Wish) -> Iterator[Finding]:
    """Say that a municipality or a service of that name is not known."""
    if wish.municipality and catalogue.municipality(wish.municipality) is None:
        near = refs.suggest(wish.municipality, catalogue.municipalities())
        what = message("Kommunen »{name}« findes ikke i kataloget.", name=wish.municipality)
        hint = message("Mente du »{near}«?", near=near) if near else message("Skriv navnet, som mappen hedder: lejre.")
        yield Finding("I220", "error", what, Place(wish.municipality), hint)
    if wish.service and catalogue.service(wish.service) is None:
        near = refs.suggest(wish.service, catalogue.service_keys())
        what = message("Ydelsen »{name}« findes ikke i kataloget.", name=wish.service)
        known = ", ".join(catalogue.service_keys())
        hint = message("Mente du »{near}«?", near=near) if near else message("Kataloget har: {words}.", words=known)
        yield Finding("I221", "error", what, Place(wish.service), hint)


# ---------- Recognising ----------


def _recognised(outline: Outline, home: Workspace, wish: Wish) -> Recognition:
    """Recognise an outline; where the municipality was found in the text, once more with the headings that it uses."""
    hints = Hints(wish.municipality, wish.service, _lexicon(home, wish.municipality), _known(home))
    found = recognise(outline, hints)
    own = {each.municipality for each in found.drafts}
    if wish.municipality or len(own) != 1:
        return found
    lexicon = _lexicon(home, own.pop())
    return recognise(outline, replace(hints, lexicon=lexicon)) if lexicon else found


def _lexicon(home: Workspace, municipality: str) -> dict[str, str]:
    """Return the headings that a person has confirmed for a municipality, in normal form, and their topics."""
    path = home.standards / municipality / MUNICIPALITY_FILE
    if not municipality or not workspace.is_file(path):
        return {}
    record = yaml_file.read_municipality(workspace.read(path), path.name).record
    known = catalogue.keys("topics")
    return {normal(each.heading): each.topic for each in record.headings if each.topic in known} if record else {}


def _known(home: Workspace) -> Evidence:
    """Return the words of all standards of the workspace, as they stand."""
    texts = (workspace.read(each.path).decode("utf-8", "replace") for each in home.entries() if each.path.is_file())
    return vocabulary(texts)


# ---------- What stands in the way ----------


def _troubles(file: str, drafts: Sequence[Draft], wish: Wish) -> Iterator[Finding]:
    if not drafts:
        what = message("Der er ingen standard i filen: den har ingen tekst, der kan læses.")
        yield Finding("I222", "error", what, Place(file), message("Se efter, om det er den rigtige fil."))
        return
    if len(drafts) > 1 and not wish.split:
        titles = "; ".join(each.standard.title[:_SHOWN] for each in drafts[:_SHOWN])
        what = message("Filen har {count} standarder: {titles}.", count=len(drafts), titles=titles)
        yield Finding("I223", "error", what, Place(file), message("Skriv --split, så bliver de til hver sin fil."))
    if len(drafts) > 1 and wish.out is not None and wish.out.suffix.lower() in (".yaml", ".yml"):
        what = message("Flere standarder kan ikke skrives i én fil.")
        yield Finding("I224", "error", what, Place(str(wish.out)), message("Giv en mappe efter -o, eller udelad -o."))
    for each in drafts:
        yield from _unsettled(file, each, wish)


def _unsettled(file: str, draft: Draft, wish: Wish) -> Iterator[Finding]:
    """Say that a draft lacks what a file cannot be written without."""
    title = draft.standard.title[:_SHOWN]
    if not draft.municipality and wish.out is None:
        what = message("Det fremgår ikke, hvilken kommune »{title}« er fra.", title=title)
        yield Finding("I225", "error", what, Place(file), message("Skriv den: --municipality lejre."))
    if catalogue.service(draft.standard.service) is None:
        what = message("Det fremgår ikke, hvilken ydelse »{title}« handler om.", title=title)
        hint = message(
            "Skriv den: --service sel-99. Kataloget har: {words}.", words=", ".join(catalogue.service_keys())
        )
        yield Finding("I226", "error", what, Place(file), hint)


# ---------- Files ----------


def _files(
    file: str, drafts: Sequence[Draft], account: Account, home: Workspace, wish: Wish, taken: Collection[Path]
) -> tuple[tuple[tuple[Path, bytes], ...], tuple[Finding, ...]]:
    files: dict[Path, bytes] = {}
    findings = []
    for draft in drafts:
        path = _path(draft, home, wish, {*files, *taken})
        if not workspace.is_standard(path):
            what = message("»{name}« er navnet på en fil, der hører til kommunen eller mappen.", name=path.name)
            findings.append(Finding("I232", "error", what, Place(str(path)), message("Vælg et andet navn.")))
        if not wish.force and workspace.exists(path):
            what = message("Filen findes allerede og er ikke rørt.")
            hint = message("Vælg et andet navn med -o, eller skriv --force: så bliver den gamle liggende ved siden af.")
            findings.append(Finding("I227", "error", what, Place(str(path)), hint))
        text = imported(draft.standard, _comments(draft), head(PurePath(file).name, account))
        if not _reads_back(text, draft.standard):
            what = message("»{title}« kan ikke skrives, så den kan læses igen.", title=draft.standard.title[:_SHOWN])
            hint = message("Det er en fejl i programmet. Intet er skrevet.")
            findings.append(Finding("I228", "error", what, Place(file), hint))
        files[path] = text.encode()
    return (() if findings else tuple(files.items())), tuple(findings)


def _path(draft: Draft, home: Workspace, wish: Wish, taken: Collection[Path]) -> Path:
    if wish.out is not None and wish.out.suffix.lower() in (".yaml", ".yml"):
        return workspace.absolute(wish.out)
    folder = workspace.absolute(wish.out) if wish.out else home.standards / draft.municipality
    name = draft.slug or draft.standard.service or "standard"
    numbers = ("", *(f"-{number}" for number in range(2, len(taken) + 2)))
    return next(path for path in (folder / f"{name}{each}.yaml" for each in numbers) if path not in taken)


def _comments(draft: Draft) -> Comments:
    said: dict[tuple[str | int, ...], list[str]] = {}
    for each in draft.doubts:
        said.setdefault(each.path, []).append(words(each.message, "da"))
    return said


def _reads_back(text: str, standard: StandardFile) -> bool:
    """Tell whether the file says what was recognised, nothing less."""
    read = yaml_file.read_standard(text.encode(), "", "")
    return read.record is not None and not read.findings and _settled(read.record) == _settled(standard)


def _settled(standard: StandardFile) -> tuple[object, ...]:
    sections = tuple(replace(each, body=each.body.rstrip("\n")) for each in standard.sections)
    own = standard
    return own.title, own.service, own.language, own.status, own.approval, sections, own.facts, own.waive
