"""Gathering what is to be compared: the words of a command to standards, as they lie there or as they were."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from qstd import catalogue, workspace
from qstd.model.finding import Finding, Place, message
from qstd.model.standard import LAW, Standard
from qstd.present.slugs import danish_order
from qstd.verbs import past, refs
from qstd.verbs.corpus import DISK, Checked, Corpus, read
from qstd.verbs.past import Past
from qstd.workspace import Workspace

N_ = str  # marks a Danish text that is translated where it is shown


@dataclass(frozen=True, slots=True)
class Found:
    """A standard that was asked for. `name` is its municipality's; `revision` what it was asked for by, empty for the file
    as it lies there; `path` is None for the law.
    """

    ref: str
    standard: Standard
    name: str
    revision: str = ""
    path: Path | None = None

    @property
    def address(self) -> str:
        """How a command calls it."""
        return f"{self.ref}@{self.revision}" if self.revision else self.ref

    @property
    def is_law(self) -> bool:
        """Whether it is the statute."""
        return self.standard.municipality == LAW


@dataclass(frozen=True, slots=True)
class Gathered:
    """What was found of what was asked for, all that is wrong, and what is `missing` for that reason."""

    found: tuple[Found, ...] = ()
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()


def gather(words: Sequence[str], here: Path, home: Workspace | None) -> Gathered:
    """Read the standards that words mean, in the order asked for."""
    return join(_word(each, here, home) for each in words)


def measured(gathered: Gathered, word: str, here: Path, home: Workspace | None) -> tuple[Gathered, str]:
    """Return what was gathered with the standard that the others are measured against among it, first if it was not, and
    its address; empty where the word does not mean one standard.
    """
    own = gather((word,), here, home)
    if len(own.found) != 1:
        several = (_several(word, len(own.found)),) if own.found else ()
        return join((gathered, Gathered((), (*own.findings, *several), own.missing))), ""
    address = own.found[0].address
    known = any(each.address == address for each in gathered.found)
    return (gathered if known else join((own, gathered))), address


def _several(word: str, count: int) -> Finding:
    what = message("Der kan kun måles mod én standard ad gangen; »{word}« er {count}.", word=word, count=count)
    return Finding("R412", "error", what, Place(word), message("Skriv en af dem: kommune/navn."))


def join(parts: Iterable[Gathered]) -> Gathered:
    """Put what was found in several places together; what is wrong with a shared file is told once."""
    found: list[Found] = []
    findings: list[Finding] = []
    missing: list[str] = []
    for part in parts:
        found += part.found
        findings += [each for each in part.findings if each not in findings]
        missing += [each for each in part.missing if each not in missing]
    return Gathered(tuple(found), tuple(findings), tuple(missing))


def _word(word: str, here: Path, home: Workspace | None) -> Gathered:
    name, revision = refs.split(word, here, home)
    statute = refs.law(name)
    if statute is not None:
        own = (Found(name, statute, N_("Loven")),)
        return Gathered(own) if revision is None else Gathered(findings=(_no_history(word, name),), missing=(word,))
    if revision is None:
        entries = refs.resolve(name, here, home)
        then = Past(entries, findings=() if entries else (refs.unknown(word, home),))
    else:
        then = past.find(name, revision, here, home)
    if not then.entries:
        return Gathered(findings=then.findings, missing=(word,))
    return _read(then, home.root if home else here, revision or "")


def _read(then: Past, root: Path, revision: str) -> Gathered:
    corpus = read(then.entries, root, then.shelf)
    found = tuple(_found(each, each.draft, revision) for each in corpus.standards if each.draft)
    missing = tuple(f"{each.entry.ref}{then.shelf.mark}" for each in corpus.standards if each.draft is None)
    # A warning about the past is nothing that anybody can act on.
    wrong = tuple(each for each in _softened(corpus) if not revision or each.severity == "error")
    return Gathered(found, (*then.findings, *wrong), missing)


def _softened(corpus: Corpus) -> Iterator[Finding]:
    """Yield the findings; what stops a standard from being published, but not from being compared, as warnings."""
    drafts = {each.file for each in corpus.standards if each.draft}
    for each in corpus.findings:
        yield replace(each, severity="warning") if each.severity == "error" and each.place.file in drafts else each


def _found(checked: Checked, standard: Standard, revision: str) -> Found:
    shown = revision.encode("utf-8", "replace").decode()  # a name that is not text could not be printed
    return Found(checked.entry.ref, standard, checked.municipality.name, shown, checked.entry.path)


def _no_history(word: str, name: str) -> Finding:
    what = message("Lovens ordlyd har ingen udgaver i git: den står i kataloget.")
    return Finding("R409", "error", what, Place(word), message("Skriv »{name}« uden @.", name=name))


# ---------- All standards of a service ----------


def of_service(key: str, home: Workspace | None) -> Gathered:
    """Return the law, where the catalogue has its wording, and all standards of a service in the workspace."""
    known = catalogue.service(key)
    law = (Found(f"{LAW}/{key}", known.baseline, N_("Loven")),) if known and known.baseline else ()
    own = _own(key, home) if home else Gathered()
    if own.found or own.missing or known:
        ordered = sorted(own.found, key=lambda each: danish_order(catalogue.short_name(_slug(each), each.name)))
        return Gathered((*law, *ordered), own.findings, own.missing)
    return Gathered(findings=(_no_service(key),), missing=(key,))


def _slug(found: Found) -> str:
    return found.standard.municipality


def _own(key: str, home: Workspace) -> Gathered:
    """Read the standards of a workspace that are of a service; those that name it nowhere need not be read whole."""
    entries = tuple(each for each in home.entries() if _names(each.path, re.escape(key.encode())))
    corpus = read(entries, home.root)
    chosen = tuple(each for each in corpus.standards if _is_of(each, key))
    found = tuple(_found(each, each.draft, "") for each in chosen if each.draft)
    missing = tuple(each.entry.ref for each in chosen if each.draft is None)
    return Gathered(found, tuple(_about(chosen, corpus, home)), missing)


def _is_of(checked: Checked, key: str) -> bool:
    """Tell whether a standard is of a service; of one that is broken only the line that names its service can tell."""
    if checked.draft:
        return checked.draft.service == key
    return _names(checked.entry.path, rb"\bservice[\"']?\s*:\s*[\"']?%s(?![\w-])" % re.escape(key.encode()))


def _names(path: Path, pattern: bytes) -> bool:
    try:
        return bool(re.search(pattern, workspace.read(path)))
    except OSError:
        return True


def _about(chosen: Sequence[Checked], corpus: Corpus, home: Workspace) -> Iterator[Finding]:
    """Return what is wrong with these standards and with the files that their municipalities share."""
    files = {each.file for each in chosen}
    files |= {DISK.name(each.entry.path.with_name(workspace.MUNICIPALITY_FILE), home.root) for each in chosen}
    return (each for each in _softened(corpus) if each.place.file in files)


def _no_service(key: str) -> Finding:
    what = message("»{key}« er hverken en ydelse i kataloget eller i en standard her.", key=key)
    near = refs.suggest(key, catalogue.service_keys())
    hint = (
        message("Mente du »{near}«?", near=near)
        if near
        else message("Kendte: {words}.", words=", ".join(catalogue.service_keys()[:8]))
    )
    return Finding("R410", "error", what, Place(key), hint)
