"""The yearly wheel as a calendar (iCalendar, RFC 5545); the only door to icalendar.

Each task is an event of a whole day with a name of its own that stays, so that a calendar that takes the file again moves
what it has. Nothing in the file comes from a clock: it is stamped with the day that the wheel is seen from.
"""

import datetime as dt
from collections.abc import Sequence
from hashlib import sha256
from typing import TYPE_CHECKING

from qstd.language import translator
from qstd.messages import words
from qstd.model.wheel import Task

if TYPE_CHECKING:
    from icalendar import Event

_BEFORE = dt.timedelta(days=-28)


def calendar(tasks: Sequence[Task], today: dt.date, name: str = "", language: str = "da") -> bytes:
    """Return tasks as a calendar called after a municipality (`name`). Events remind four weeks before."""
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//qstd//Kvalitetsstandarder//DA")
    made.add("version", "2.0")
    made.add("calscale", "GREGORIAN")
    title = translator(language)("Årshjul: {name}").format(name=name) if name else translator(language)("Årshjul")
    made.add("x-wr-calname", title)
    for each in tasks:
        made.add_component(_event(each, today, language))
    data: bytes = made.to_ical()
    return data


def _event(task: Task, today: dt.date, language: str) -> "Event":
    from icalendar import Alarm, Event

    _, late = translator(language), task.day < today
    what = _("Overskredet: {what}").format(what=words(task.what, language)) if late else words(task.what, language)
    day = today if late else task.day
    event = Event()
    event.add("uid", f"{_name(task)}@qstd")
    event.add("dtstamp", dt.datetime.combine(today, dt.time(), dt.UTC))
    event.add("dtstart", day)
    event.add("dtend", day + dt.timedelta(days=1))
    titles = [title for _, title in task.standards]
    event.add("summary", f"{what}: {titles[0]}" if len(titles) == 1 else what)
    due = [_("Skulle være gjort {day}.").format(day=f"{task.day:%d.%m.%Y}")] if late else []
    about = [*titles, *due, words(task.why, language), words(task.how, language)]
    event.add("description", "\n".join(about))
    event.add("categories", [task.kind])
    event.add("transp", "TRANSPARENT")
    if task.url:
        event.add("url", task.url)
    if task.yearly:
        event.add("rrule", {"freq": "yearly"})
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("trigger", _BEFORE)
    alarm.add("description", what)
    event.add_component(alarm)
    return event


def _name(task: Task) -> str:
    """Return a name that stays when only the day is another one."""
    standards = "" if task.yearly else " ".join(name for name, _ in task.standards)
    return sha256(f"{task.kind}\0{task.municipality}\0{standards}\0{task.name}".encode()).hexdigest()[:32]
