"""The package for a committee: all that is needed to decide on a new version of a standard, as files of one folder."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

from qstd import workspace
from qstd.model.document import Document
from qstd.model.finding import Finding, Message, Place, message
from qstd.model.municipality import Municipality
from qstd.model.revision import Revision
from qstd.model.theme import Theme
from qstd.present import revision as revised_pages
from qstd.present.comparison import comparison_document
from qstd.present.package_page import Content, contents_document
from qstd.present.quantities import listed
from qstd.present.standard import brand, standard_document
from qstd.verbs import corpus, hearing, hearing_files, past, refs
from qstd.verbs.compare import compared, labels, unlike
from qstd.verbs.gather import Found, Gathered, gather, join, of_service
from qstd.verbs.hearing import Heard
from qstd.verbs.revise import revised, with_base
from qstd.workspace import Entry, Workspace

_FEW = "M002"  # the package asks no rule; without a choice all of them would run
_YAML = (".yaml", ".yml")
INDEX = "indhold.html"


@dataclass(frozen=True)
class Package:
    """What a package is made of: the standard as readers see it, the version before (None where it is new), standards of
    others to compare it with, and its hearing where there are answers.
    """

    home: Workspace
    entry: Entry
    municipality: Municipality
    new: Found
    old: Found | None = None
    others: tuple[Found, ...] = ()
    heard: Heard | None = None

    @cached_property
    def revision(self) -> Revision | None:
        """What has changed since the version before."""
        return revised(self.old, self.new) if self.old else None

    @cached_property
    def theme(self) -> Theme:
        """The look of the municipality."""
        return workspace.theme(self.home, self.entry.municipality)


# ---------- What it is made of ----------


def prepared(
    word: str, since: str, beside: Sequence[str], here: Path, home: Workspace
) -> tuple[Package | None, tuple[Finding, ...]]:
    """Read all that a package is made of, or say why there can be none. `since` is a revision or a file with the version
    before, and empty for a standard that is new; `beside` are standards or municipalities. Raises OSError.
    """
    entries = refs.resolve(word, here, home)
    if len(entries) != 1:
        what = message("»{word}« er flere standarder.", word=word)
        many = Finding("U002", "error", what, Place(word), message("Nævn én: en pakke handler om én standard."))
        return None, (many if entries else refs.unknown(word, home),)
    own = corpus.read(entries, home.root, only=(_FEW,))
    checked, wrong = own.standards[0], tuple(each for each in own.findings if each.severity == "error")
    if checked.draft is None:
        what = message("Der kan ikke laves en pakke, før fejlene i standarden er rettet.")
        return None, (*wrong, Finding("U003", "error", what, Place(checked.file)))
    new = Found(entries[0].ref, checked.draft, checked.municipality.name, "", entries[0].path)
    named = new.ref if refs.resolve(new.ref, here, home) else word
    before = _before(named, since, here, home) if since else Gathered()
    others, missing = _others(beside, new, here, home)
    old = next((_unmarked(each) for each in before.found), None)
    heard, unread = _heard(entries[0], checked.municipality, new, old, home)
    stops = (*before.findings, *missing, *unread)
    if any(each.severity == "error" for each in stops) or (since and old is None):
        return None, (*wrong, *stops)
    package = Package(home, entries[0], checked.municipality, new, old, others, heard)
    alike = tuple(unlike((new, *others))) if others else ()
    return package, (*wrong, *stops, *_same(package), *alike)


def _before(word: str, since: str, here: Path, home: Workspace) -> Gathered:
    """Read the version before: of a file, or as the standard was at a revision."""
    path = here / since
    asked = since if path.suffix in _YAML and workspace.is_file(path) else f"{word}@{since}"
    found = gather((asked,), here, home)
    if found.found or not any(each.code == "R416" for each in found.findings) or since != past.APPROVED:
        return found
    hint = message("Nævn udgaven med --since (se »qstd log«), eller skriv --new, hvis standarden er ny.")
    what = message("Ingen udgave af standarden siger, at den er godkendt, så ændringerne kan ikke vises.")
    return Gathered(findings=(Finding("U004", "error", what, Place(word), hint),))


def _unmarked(old: Found) -> Found:
    """Return the approved version without the word that asked for it: its day is told anyhow, and a council reads it."""
    return replace(old, revision="") if old.revision == past.APPROVED else old


def _others(
    words: Sequence[str], new: Found, here: Path, home: Workspace
) -> tuple[tuple[Found, ...], tuple[Finding, ...]]:
    """Return the standards to compare with; a municipality's name means its standard of the same service."""
    if not words:
        return (), ()
    known = of_service(new.standard.service, home).found
    found = join(_other(each, known, new, here, home) for each in words)
    own = dict.fromkeys(each.address for each in found.found)
    once = tuple(next(each for each in found.found if each.address == one) for one in own if one != new.address)
    return once, tuple(each for each in found.findings if each.severity == "error")


def _other(word: str, known: Sequence[Found], new: Found, here: Path, home: Workspace) -> Gathered:
    slug = word.rstrip("/").casefold()
    slugs = {each.municipality for each in home.entries()}
    if slug not in slugs:
        found = gather((word,), here, home)
        near = refs.suggest(slug, sorted(slugs))
        return _unknown(word, near) if near and not found.found else found
    same = tuple(each for each in known if each.standard.municipality == slug and each.ref != new.ref)
    if len(same) == 1:
        return Gathered(same)
    if same:
        what = message("»{word}« har flere standarder for ydelsen.", word=word)
        hint = message("Nævn en af dem: {names}.", names=", ".join(each.ref for each in same))
    else:
        what = message("»{word}« har ingen standard for den samme ydelse.", word=word)
        names = ", ".join(each.ref for each in known if not each.is_law and each.ref != new.ref)
        hint = message("Her er: {names}.", names=names) if names else message("Her er ingen andre for ydelsen.")
    return Gathered(findings=(Finding("U005", "error", what, Place(word), hint),))


def _unknown(word: str, near: str) -> Gathered:
    what = message("»{word}« er hverken en kommune eller en standard her.", word=word)
    return Gathered(findings=(Finding("U005", "error", what, Place(word), message("Mente du »{near}«?", near=near)),))


def _heard(
    entry: Entry, municipality: Municipality, new: Found, old: Found | None, home: Workspace
) -> tuple[Heard | None, tuple[Finding, ...]]:
    """Return the latest hearing, where it has answers and is not from before the version before was approved."""
    hearings, findings = hearing.all_of(entry, home)
    latest = hearings[-1] if hearings else None
    before = old.standard.approval.date if old and old.standard.approval else None
    if latest is None or not latest.answers or (before and latest.opened < before):
        return None, findings
    return Heard(entry, new.standard, municipality, entry.path, hearing=latest), findings


def _same(package: Package) -> Iterator[Finding]:
    if package.old and package.revision and package.revision.same:
        what = message("Teksten er den samme som i udgaven før: der er intet at godkende.")
        yield Finding("U006", "warning", what, Place(package.new.ref))


# ---------- Its files ----------


@dataclass(frozen=True, slots=True)
class _Part:
    """Files of one document: its name, what it is for, and how it is made in each form."""

    name: str
    what: Message
    about: Message
    made: dict[str, Callable[[], bytes]]


def files(package: Package, today: dt.date, language: str = "da") -> Iterator[tuple[str, bytes]]:
    """Yield the name and the bytes of each file, the list of all of them first. Raises ThemeError, and OSError where a PDF
    cannot be made.
    """
    parts = tuple(_parts(package, today, language))
    content = tuple(
        Content(each.what, each.about, tuple(f"{each.name}.{form}" for form in each.made)) for each in parts
    )
    index = contents_document(
        package.new.standard,
        package.municipality,
        package.entry.ref,
        package.revision,
        content,
        language,
    )
    yield INDEX, _html(index, package, language)
    for part in parts:
        for form, make in part.made.items():
            yield f"{part.name}.{form}", make()


def unshown(package: Package, language: str = "da") -> tuple[Finding, ...]:
    """Say which characters of the new text its PDF cannot show."""
    from qstd.site import files as of_site
    from qstd.writers.pdf import missing_characters

    return of_site.unshown(missing_characters(_new_text(package, language), package.theme), "ny-tekst.pdf")


def _new_text(package: Package, language: str) -> Document:
    return standard_document(package.new.standard, package.municipality, package.entry.ref, language)


def _parts(package: Package, today: dt.date, language: str) -> Iterator[_Part]:
    if package.revision is not None:
        yield _note(package, package.revision, language)
        yield _tracked(package, package.revision, language)
    yield _clean(package, language)
    if package.others:
        yield _beside(package, language)
    if package.heard is not None:
        yield _hearing(package, package.heard, today, language)


def _note(package: Package, revision: Revision, language: str) -> _Part:
    note = revised_pages.change_note(revision, language)
    # Not a page of two texts as one: there is nothing to go through, change by change.
    document = replace(note, kind="report", brand=brand(package.municipality, package.entry.municipality))
    about = message("Hvad der bliver ændret, og hvad det betyder for borgeren.")
    made = {"html": lambda: _html(document, package, language), "docx": lambda: _docx(document, package)}
    return _Part("aendringsnotat", message("Ændringsnotat"), about, made)


def _tracked(package: Package, revision: Revision, language: str) -> _Part:
    about = message(
        "Hele teksten i Word med alle ændringer som registrerede ændringer. Kan rettes i og flettes ind igen."
    )

    def docx() -> bytes:
        document = with_base(package.new, revised_pages.tracked_document(revision, language))
        return _docx(document, package, tracked=True)

    return _Part("tekst-med-aendringer", message("Teksten med ændringer"), about, {"docx": docx})


def _clean(package: Package, language: str) -> _Part:
    document = _new_text(package, language)
    about = message("Standarden, som den bliver.")
    return _Part("ny-tekst", message("Den nye tekst"), about, {"pdf": lambda: _pdf(document, package)})


def _beside(package: Package, language: str) -> _Part:
    comparison, _findings = compared((package.new, *package.others), package.home)
    names = listed(labels(package.others), language)
    about = message("Standarden ved siden af {names}: hvad der er ens, og hvad der ikke er.", names=names)
    made = {
        "html": lambda: _html(comparison_document(comparison, language), package, language),
        "pdf": lambda: _pdf(comparison_document(comparison, language, paper=True), package),
    }
    return _Part("sammenligning", message("Sammenligning"), about, made)


def _hearing(package: Package, heard: Heard, today: dt.date, language: str) -> _Part:
    about = message("Alle bemærkninger fra høringen, og hvad kommunen svarer.")
    written = {name.rpartition(".")[2]: data for name, data in hearing_files.note(heard, package.home, today, language)}
    made = {form: _kept(data) for form, data in written.items()}
    return _Part(hearing_files.NOTE, message("Høringsnotat"), about, made)


def _kept(data: bytes) -> Callable[[], bytes]:
    return lambda: data


def _html(document: Document, package: Package, language: str) -> bytes:
    from qstd.writers import html

    return html.write(document, html.Page(standalone=True, language=language, noindex=True), package.theme)


def _docx(document: Document, package: Package, tracked: bool = False) -> bytes:
    from qstd.writers import docx

    return docx.write(document, package.theme, tracked=tracked)


def _pdf(document: Document, package: Package) -> bytes:
    from qstd.writers import pdf_engine

    return pdf_engine.write(document, package.theme)
