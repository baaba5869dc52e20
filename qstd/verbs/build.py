"""Building: checked standards to the files of the site."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from qstd import workspace
from qstd.model.document import Document
from qstd.model.finding import Finding, Place, message
from qstd.model.theme import Theme
from qstd.site import COMPARE, Artefact, Published, artefacts, document, manifest
from qstd.verbs.corpus import Checked, Corpus
from qstd.verbs.report import INTERNAL, looked_at
from qstd.workspace import Workspace
from qstd.writers.pdf import missing_characters


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the files that were written, those whose bytes were the same already, those taken away."""

    written: tuple[str, ...]
    same: tuple[str, ...]
    removed: tuple[str, ...]


LOGO_BYTES = 20_000_000
MANIFEST_BYTES = 100_000_000
Tick = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of the site of all standards that are not broken, and what of their text a file cannot show."""

    files: tuple[Artefact, ...]
    findings: tuple[Finding, ...]


def plan(corpus: Corpus, home: Workspace, language: str = "da") -> Plan:
    """Decide which files to make."""
    ready = {
        each.file: Published(each.entry.ref, each.standard, each.municipality, _logo(each))
        for each in corpus.standards
        if each.standard is not None
    }
    slugs = {"", *(each.standard.municipality for each in ready.values())}
    themes = {slug: workspace.theme(home, slug) for slug in slugs}
    published = list(ready.values())
    findings = tuple(each for each in corpus.findings if each.code != INTERNAL)
    looks = {slug: partial(looked_at, corpus, findings, slug) for slug in slugs if slug}
    files = artefacts(published, themes, language, corpus.alignments, looks)
    return Plan(files, tuple(_unshown(ready, themes, language)))


def _unshown(ready: Mapping[str, Published], themes: Mapping[str, Theme], language: str) -> Iterator[Finding]:
    for file, one in ready.items():
        if found := unshown(document(one, language), themes[one.standard.municipality], file):
            yield found


def unshown(document: Document, theme: Theme, file: str) -> Finding | None:
    """Say which characters of a document its PDF cannot show; None where it shows all."""
    signs = missing_characters(document, theme)
    if not signs:
        return None
    what = message(
        "PDF'en kan ikke vise {signs}: tegnene er ikke i skrifttypen.",
        signs=" ".join((*signs[:20], *("…" for _ in signs[20:21]))),
    )
    return Finding("P001", "warning", what, Place(file), message("Dér står ◊ i stedet. Skriv det på en anden måde."))


def _logo(checked: Checked) -> bytes:
    name = checked.municipality.logo
    return workspace.read(checked.entry.path.parent / name, LOGO_BYTES) if name else b""


def write(files: Iterable[Artefact], corpus: Corpus, out: Path, tick: Tick) -> Built:
    """Make and write files, one after the other; `tick` is told the path of each before it is made.

    Then take away what an earlier build wrote and this one did not; a standard that is broken now keeps the pages that
    it had. Raises OSError.
    """
    files = tuple(files)
    workspace.sweep({(out / each.path).parent for each in files})
    written: list[str] = []
    same: list[str] = []
    for each in files:
        tick(each.path)
        (written if workspace.write(out / each.path, each.make()) else same).append(each.path)
    removed, kept = _take_away(out, {*written, *same}, corpus)
    workspace.write(out / manifest.NAME, manifest.dump({*written, *same, *kept}))
    return Built(tuple(written), tuple(same), removed)


def _take_away(out: Path, made: set[str], corpus: Corpus) -> tuple[tuple[str, ...], set[str]]:
    listed = (
        manifest.load(workspace.read(out / manifest.NAME, MANIFEST_BYTES))
        if workspace.exists(out / manifest.NAME)
        else frozenset()
    )
    broken = {each.entry.ref for each in corpus.standards if each.standard is None}
    kept = {each for each in listed - made if broken and _leads_to_kept(each, broken)}
    removed = tuple(sorted(listed - made - kept))
    for each in removed:
        workspace.remove(out / each, out)
    return removed, kept


def _leads_to_kept(path: str, broken: Collection[str]) -> bool:
    """Tell whether a page of an earlier build stays while these standards are broken: their own, those of a folder that
    could not be opened, and every page about several standards, which may lead to one of them.
    """
    folder, *rest = path.split("/")
    of_one = len(rest) > 1 and folder not in (COMPARE, "assets")
    return not of_one or folder in broken or f"{folder}/{rest[0]}" in broken
