"""The yearly wheel laid out: what should have been done first, then month by month."""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby

from qstd.language import translator
from qstd.messages import words
from qstd.model.document import (
    Block,
    Blocks,
    Brand,
    Document,
    Heading,
    Inlines,
    Item,
    Items,
    Link,
    Note,
    Paragraph,
    Strong,
    Text,
)
from qstd.model.wheel import Task
from qstd.present.quantities import date, upper_first
from qstd.present.typography import glue

N_ = str  # marks a Danish text that is translated where it is shown
Address = Callable[[str, str], str]
"""The address of a standard's page by municipality and name; empty where there is none."""
_MONTHS = (
    N_("januar"),
    N_("februar"),
    N_("marts"),
    N_("april"),
    N_("maj"),
    N_("juni"),
    N_("juli"),
    N_("august"),
    N_("september"),
    N_("oktober"),
    N_("november"),
    N_("december"),
)
_MANY = 5


def wheel_document(
    tasks: Sequence[Task],
    today: dt.date,
    name: str = "",
    language: str = "da",
    brand: Brand | None = None,
    address: Address = lambda _slug, _name: "",
    file: str = "",
) -> Document:
    """Lay out the wheel of a municipality (`name`), or of several. `file` is the address of the same as a calendar."""
    _ = translator(language)
    title = _("Årshjul: {name}").format(name=name) if name else _("Årshjul")
    lead = _("Hvad der skal gøres med standarderne hvornår, set fra den {date}.")
    blocks: Blocks = (
        Heading(1, (Text(title),)),
        Paragraph((Text(glue(lead.format(date=date(today.isoformat(), language)))),), "lead"),
        *_calendar(file, language),
        *_overdue([each for each in tasks if each.day < today], address, language),
        *_months([each for each in tasks if each.day >= today], address, language),
    )
    return Document(
        title=title,
        short_title=title,
        blocks=blocks,
        kind="report",
        language="da-DK" if language == "da" else "en-GB",
        around=language,
        author=name,
        description=lead.format(date=date(today.isoformat(), language)),
        date=today.isoformat(),
        brand=brand or Brand(),
    )


def _calendar(file: str, language: str) -> Iterator[Block]:
    if file:
        _ = translator(language)
        link = Link(file, (Text(_("Hent årshjulet som kalender")),), hint=_(" (iCalendar)"))
        yield Paragraph((link, Text(". "), Text(_("Filen kan åbnes i Outlook og andre kalendere."))))


def _overdue(tasks: Sequence[Task], address: Address, language: str) -> Iterator[Block]:
    _ = translator(language)
    if tasks:
        yield Heading(2, (Text(_("Skulle være gjort")),), id="overskredet")
        yield Items(tuple(_item(each, f"{each.day:%d.%m.%Y}", address, language) for each in tasks), "facts")
    else:
        yield Note((Paragraph((Text(_("Intet er overskredet.")),)),), "info")


def _months(tasks: Sequence[Task], address: Address, language: str) -> Iterator[Block]:
    _ = translator(language)
    for (year, month), group in groupby(tasks, key=lambda each: (each.day.year, each.day.month)):
        words_of = f"{upper_first(_(_MONTHS[month - 1]))} {year}"
        yield Heading(2, (Text(words_of),), id=f"m{year}-{month:02}")
        yield Items(tuple(_item(each, _day(each, language), address, language) for each in group), "facts")


def _day(task: Task, language: str) -> str:
    """Return a day of a month that stands above it."""
    return date(task.day.isoformat(), language).removesuffix(str(task.day.year)).strip(" \N{NO-BREAK SPACE},")


def _item(task: Task, day: str, address: Address, language: str) -> Item:
    why = words(task.why, language)
    label, hint = translator(language)("Læs kilden"), f": {words(task.what, language)}"
    source: Inlines = (Text(" "), Link(task.url, (Text(label),), hint=hint)) if task.url else ()
    return Item(
        (
            Paragraph((Strong((Text(glue(words(task.what, language))),)),)),
            *_standards(task, address, language),
            Paragraph((Text(glue(why)), *source)),
            Paragraph((Text(glue(words(task.how, language))),), "small"),
        ),
        (Text(day),),
    )


def _standards(task: Task, address: Address, language: str) -> Iterator[Block]:
    """Yield which standards a task is about; the first of many, and how many more."""
    _ = translator(language)
    for name, title in task.standards[:_MANY]:
        href = address(task.municipality, name)
        yield Paragraph((Link(href, (Text(glue(title)),)) if href else Text(glue(title)),))
    more = len(task.standards) - _MANY
    if more > 0:
        yield Paragraph((Text(_("og {count} til").format(count=more)),))
    if not task.standards and task.kind != "waiver":
        yield Paragraph((Text(_("Ingen standarder er omfattet nu.")),), "small")
