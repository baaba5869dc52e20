"""The yearly wheel of municipalities: from approvals, from what the law asks for each year, and from their own days."""

import calendar
import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from qstd.lint import older_than_a_year, older_than_two_years
from qstd.lint.shared.dates import decided, in_words, months_after
from qstd.model.finding import Finding, Message, message
from qstd.model.hearing import HearingFile
from qstd.model.municipality import Municipality, YearlyTask
from qstd.model.standard import Standard, Waiver
from qstd.model.wheel import Task
from qstd.verbs import corpus, hearing
from qstd.workspace import Entry, Workspace

_FEW = "M002"  # the wheel asks no rule; without a choice all of them would run
_HELD = ("approved", "in_force")
_TASKS: Mapping[str, tuple[Message, Message]] = {
    "review": (
        message("Tag standarderne op"),
        message("Se efter, om lov, praksis, priser og kontakter har ændret sig."),
    ),
    "hearing": (message("Send standarderne i høring"), message("Brug »qstd hearing«.")),
    "approval": (message("Læg standarderne frem til godkendelse"), message("Brug »qstd package« og »qstd approve«.")),
}


@dataclass(frozen=True, slots=True)
class Kept:
    """What a municipality keeps, as its wheel is made of it: its standards by name, and the hearings of each."""

    slug: str
    municipality: Municipality
    standards: Mapping[str, Standard]
    hearings: Mapping[str, Sequence[HearingFile]]


def wheel(kept: Iterable[Kept], today: dt.date) -> tuple[Task, ...]:
    """Return what is to be done, the earliest first: what should have been done already, and what comes."""
    found = [task for each in kept for task in _of(each, today)]
    return tuple(sorted(found, key=lambda each: (each.day, each.municipality, each.kind, each.standards, each.name)))


def _of(kept: Kept, today: dt.date) -> Iterator[Task]:
    for name, standard in kept.standards.items():
        own = ((name, standard.title),)
        if standard.status in _HELD:
            yield from _approval(kept.slug, own, standard)
            yield from _beginning(kept.slug, own, standard, today)
        for waiver in standard.waive:
            yield from _waiver(kept.slug, own, waiver)
        for each in kept.hearings.get(name, ()):
            yield from _answers(kept.slug, own, each, standard, today)
    for waiver in kept.municipality.waive:
        yield from _waiver(kept.slug, (), waiver)
    for task in kept.municipality.year:
        yield from _yearly(kept, task, today)


# ---------- A workspace ----------


def of_workspace(
    entries: Sequence[Entry], home: Workspace, today: dt.date
) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """Return the wheel of standards of a workspace, and what could not be read. Raises OSError."""
    read = corpus.read(entries, home.root, today=today, only=(_FEW,))
    findings = [each for each in read.findings if each.severity == "error"]
    kept: dict[str, tuple[Municipality, dict[str, Standard], dict[str, Sequence[HearingFile]]]] = {}
    for each in read.standards:
        slug, name = each.entry.municipality, each.entry.path.stem
        _, standards, hearings = kept.setdefault(slug, (each.municipality, {}, {}))
        if each.draft is not None:
            standards[name] = each.draft
            hearings[name], found = hearing.all_of(each.entry, home)
            findings += found
    return wheel((Kept(slug, *each) for slug, each in kept.items()), today), tuple(findings)


# ---------- What follows from a standard ----------


def _approval(slug: str, own: tuple[tuple[str, str], ...], standard: Standard) -> Iterator[Task]:
    """Yield when a standard must be approved anew by law, or is to be looked at again: on the day it names, else after two
    years.
    """
    since, approval = decided(standard.approval), standard.approval
    yearly = older_than_a_year.RULE
    if since and standard.service in yearly.applies.services:
        what = message("Få standarden godkendt igen")
        why = message(
            "Den er fra {date}, og en standard efter denne bestemmelse skal laves mindst én gang om året. {source}",
            date=in_words(since[1]),
            source=yearly.source or Message(""),
        )
        how = message("Læg den frem for byrådet, og skriv godkendelsen med »qstd approve«.")
        yield Task(months_after(since[1], 12), "approval", slug, own, what, why, how, yearly.url)
    due = approval.review_due if approval else None
    if due and (since is None or since[1] <= due):
        why = message("Dagen står i standardens godkendelse.")
        yield _review(due, slug, own, why, "")
    elif since and standard.service not in yearly.applies.services:
        rule = older_than_two_years.RULE
        why = message(
            "Den er fra {date}, og den nævner ingen dag, hvor den tages op igen. To år er et skøn, ikke lov.",
            date=in_words(since[1]),
        )
        yield _review(months_after(since[1], 24), slug, own, why, rule.url)


def _review(day: dt.date, slug: str, own: tuple[tuple[str, str], ...], why: Message, url: str) -> Task:
    how = message("Se efter, om lov, praksis, priser og kontakter har ændret sig. Skriv en ny dag under »review_due«.")
    return Task(day, "review", slug, own, message("Tag standarden op igen"), why, how, url)


def _beginning(slug: str, own: tuple[tuple[str, str], ...], standard: Standard, today: dt.date) -> Iterator[Task]:
    day = standard.approval.effective_from if standard.approval else None
    if day and (day > today or standard.status == "approved"):
        why = message("Den er godkendt og gælder fra den dag.")
        how = message("Skriv det med »qstd approve --status in_force«, og udgiv siderne.")
        yield Task(day, "begins", slug, own, message("Standarden begynder at gælde"), why, how)


def _waiver(slug: str, own: tuple[tuple[str, str], ...], waiver: Waiver) -> Iterator[Task]:
    if waiver.until:
        what = message("Anmærkningen {code} er ikke længere sat til side", code=waiver.code)
        why = message("Den blev sat til side, fordi: {reason}", reason=waiver.reason)
        how = message("Ret det, den handler om, eller sæt den til side igen med en ny dag.")
        name = f"{waiver.code} {waiver.section or ''}".strip()
        yield Task(waiver.until + dt.timedelta(days=1), "waiver", slug, own, what, why, how, name=name)


def _answers(
    slug: str, own: tuple[tuple[str, str], ...], held: HearingFile, standard: Standard, today: dt.date
) -> Iterator[Task]:
    """Yield the end of a hearing; one that is over says nothing once the standard is no longer being heard."""
    if held.closes and (held.closes >= today or standard.status == "hearing"):
        parties = ", ".join(held.to)
        why = message("Høringen er sendt til: {parties}.", parties=parties) if parties else message("Høringen slutter.")
        how = message("Læs svarene ind med »qstd hearing --read«, og skriv høringsnotatet med »--note«.")
        what, name = message("Sidste dag for høringssvar"), held.opened.isoformat()
        yield Task(held.closes, "answers", slug, own, what, why, how, name=name)


# ---------- The municipality's own days ----------


def _yearly(kept: Kept, task: YearlyTask, today: dt.date) -> Iterator[Task]:
    named = {name: each for name, each in kept.standards.items() if each.status != "withdrawn"}
    own = tuple(
        (name, each.title) for name, each in named.items() if not task.services or each.service in task.services
    )
    what, how = _TASKS[task.task]
    if task.body:
        what = message("{what}: {body}", what=what, body=task.body)
    why = message("Dagen står i kommunens årshjul.")
    name = f"{task.day} {task.body or ''} {' '.join(task.services)}".strip()
    yield Task(_next(task.day, today), task.task, kept.slug, own, what, why, how, yearly=True, name=name)


def _next(day: str, today: dt.date) -> dt.date:
    """Return when a day of the year comes next, today included; where the month is too short, its last day."""
    month, number = map(int, day.split("-"))

    def of(year: int) -> dt.date:
        return dt.date(year, month, min(number, calendar.monthrange(year, month)[1]))

    return of(today.year) if of(today.year) >= today else of(today.year + 1)
