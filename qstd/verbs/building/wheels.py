"""The steps that make the yearly wheel of a municipality: a page and a calendar, as its files say on a day."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from qstd import workspace
from qstd.exports.calendar import calendar
from qstd.language import translator
from qstd.model.fragments import effective
from qstd.model.standard import Standard
from qstd.present.standard import brand
from qstd.present.wheel_page import wheel_document
from qstd.readers import yaml_file
from qstd.site.addresses import CALENDAR, WHEEL
from qstd.site.files import page_file
from qstd.site.frames import frame
from qstd.site.look import Look
from qstd.site.municipalities import record
from qstd.site.plan import Contents
from qstd.site.published import Folder
from qstd.site.steps import Made, Step
from qstd.verbs.wheel import Kept, wheel
from qstd.workspace import MUNICIPALITY_FILE
from qstd.writers.html import Page

_WEIGHT = 1


def steps(contents: Contents, folders: Mapping[str, Folder], day: dt.date) -> Iterator[Step]:
    """Yield the steps of all wheels. `folders` has the files of each municipality."""
    for slug in dict.fromkeys(each.card.municipality for each in contents.published):
        name, language = contents.of(slug)[0].name, contents.choices.language
        here = translator(language)("Årshjul")
        at = frame(contents, f"{slug}/{WHEEL}", ((name, "index.html"), (here, "")), slug)
        args = (folders[slug], name, day, at, contents.look("page", slug))
        yield Step((f"{slug}/{WHEEL}", f"{slug}/{CALENDAR}"), page, args, weight=_WEIGHT)


def page(own: Folder, name: str, day: dt.date, at: Page, look: Look) -> Made:
    """Make the wheel of a municipality as a page and as a calendar."""
    common = record(Folder(own.slug, "", (), tuple(each for each in own.files if each[0] == MUNICIPALITY_FILE)), name)
    standards = {file.rpartition(".")[0]: each for file, each in _standards(own)}
    shown = {file: effective(each, common.fragments) for file, each in standards.items()}
    tasks = wheel([Kept(own.slug, common, shown, {})], day)

    def address(_slug: str, standard: str) -> str:
        return f"{standard}/index.html" if standard in standards else ""

    document = wheel_document(tasks, day, name, at.language, brand(common, own.slug), address, CALENDAR)
    frame_of = replace(at, statement=common.accessibility_statement or "", noindex=True)
    return Made((page_file(document, frame_of, look), calendar(tasks, day, name, at.language)))


def _standards(own: Folder) -> Iterator[tuple[str, Standard]]:
    for file, data in own.files:
        if workspace.is_standard(Path("standards", own.slug, file)):
            found = yaml_file.read_standard(data, file, own.slug)
            if found.record is not None:
                yield file, found.record
