"""The step that makes the report of a municipality: all rules over all its files, as they lie there on a day."""

import datetime as dt
import errno
import os
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from qstd import workspace
from qstd.language import translator
from qstd.present.report import report_document
from qstd.present.standard import brand
from qstd.site.addresses import REPORT
from qstd.site.files import page_file
from qstd.site.frames import frame
from qstd.site.look import Look
from qstd.site.municipalities import record
from qstd.site.plan import Contents
from qstd.site.published import Folder
from qstd.site.steps import Made, Step
from qstd.verbs import corpus
from qstd.verbs.report import INTERNAL, looked_at
from qstd.workspace import MUNICIPALITY_FILE, RULES_FILE, Entry
from qstd.writers.html import Page

_WEIGHT = 5  # of one standard: all rules look at it
_HOME = Path("/")


def steps(contents: Contents, folders: Mapping[str, Folder], day: dt.date) -> Iterator[Step]:
    """Yield the steps of all reports. `folders` has the files of each municipality, and under "" those of all."""
    for slug in dict.fromkeys(each.card.municipality for each in contents.published):
        name = contents.of(slug)[0].name
        here = translator(contents.choices.language)("Eftersyn")
        path = f"{slug}/{REPORT}"
        at = frame(contents, path, ((name, "index.html"), (here, "")), slug)
        args = (folders[slug], folders[""], name, day, at, contents.look("page", slug))
        weight = _WEIGHT * len(folders[slug].names)
        yield Step((path,), page, args, weight=weight)


def page(own: Folder, common: Folder, name: str, day: dt.date, at: Page, look: Look) -> Made:
    """Make the report of a municipality."""
    read = corpus.read(_entries(own), _HOME, _shelf(own, common), today=day)
    findings = tuple(each for each in read.findings if each.code != INTERNAL)
    language = at.language
    known = record(Folder(own.slug, "", (), tuple(e for e in own.files if e[0] == MUNICIPALITY_FILE)), name)
    about = report_document(looked_at(read, findings, own.slug), name, language, brand(known, own.slug))
    return Made((page_file(about, replace(at, statement=known.accessibility_statement or "", noindex=True), look),))


def _entries(own: Folder) -> tuple[Entry, ...]:
    paths = (_HOME / "standards" / own.slug / name for name, _ in own.files)
    return tuple(workspace.entry(each) for each in paths if workspace.is_standard(each))


def _shelf(own: Folder, common: Folder) -> corpus.Shelf:
    """Return a shelf that holds the files of a folder, wherever this process runs."""
    held = {(own.slug, name): data for name, data in own.files}
    held |= {("standards", name): data for name, data in common.files if name == RULES_FILE}

    def key(path: Path) -> tuple[str, str]:
        return path.parent.name, path.name

    def read(path: Path) -> bytes:
        if key(path) not in held:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(path))
        return held[key(path)]

    return corpus.Shelf(read, lambda path: key(path) in held)
