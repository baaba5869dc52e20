"""The yearly wheel: what must be reviewed, heard or approved when, on the screen and as a calendar."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from qstd.language import translator
from qstd.model.finding import Finding, Message
from qstd.model.wheel import Task
from qstd.present.quantities import date
from qstd.verbs import wheel
from qstd.verbs.editing.desk import Desk
from qstd.web.about import desk_of
from qstd.web.people import right
from qstd.web.render import language, page

N_ = str  # marks a Danish text that is translated where it is shown
_LATE = N_("Skulle have været gjort")
_MONTHS = (
    *(N_("januar"), N_("februar"), N_("marts"), N_("april"), N_("maj"), N_("juni")),
    *(N_("juli"), N_("august"), N_("september"), N_("oktober"), N_("november"), N_("december")),
)
_COMMAND = "qstd "  # advice for those who write commands


@dataclass(frozen=True, slots=True)
class Line:
    """A task on the screen: the day in words, whose it is, and what to do where that is no command."""

    task: Task
    day: str
    municipality: str
    how: Message | None


@right("read")
def show(request: Request) -> Response:
    """Show what is to be done, what is late first, then month by month."""
    desk = desk_of(request)
    own = language(request)
    chosen = request.query_params.get("kommune", "")
    tasks, findings = _tasks(desk, chosen)
    names = {each.slug: each.name for each in desk.municipalities()}
    groups: dict[str, list[Line]] = {}
    for each in tasks:
        how = None if _COMMAND in each.how.text else each.how
        line = Line(each, date(each.day.isoformat(), own), names.get(each.municipality, each.municipality), how)
        groups.setdefault(_group(each.day, desk.today(), own), []).append(line)
    return page(
        request,
        "wheel.html",
        groups=list(groups.items()),
        homes=sorted(names.items()),
        chosen=chosen if chosen in names else "",
        findings=findings,
    )


def _tasks(desk: Desk, municipality: str) -> tuple[Sequence[Task], Sequence[Finding]]:
    entries = tuple(each for each in desk.home.entries() if municipality in ("", each.municipality))
    return wheel.of_workspace(entries, desk.home, desk.today())


def _group(day: dt.date, today: dt.date, own: str) -> str:
    say = translator(own)
    return say(_LATE) if day < today else f"{say(_MONTHS[day.month - 1]).capitalize()} {day.year}"


@right("read")
def calendar(request: Request) -> Response:
    """Send it as a calendar."""
    from qstd.exports.calendar import calendar as made

    desk = desk_of(request)
    chosen = request.query_params.get("kommune", "")
    name = next((each.name for each in desk.municipalities() if each.slug == chosen), "")
    tasks, _ = _tasks(desk, chosen)
    data = made(tasks, desk.today(), name, language(request))
    return Response(
        data, media_type="text/calendar", headers={"Content-Disposition": 'attachment; filename="aarshjul.ics"'}
    )


ROUTES = [Route("/aarshjul", show), Route("/aarshjul.ics", calendar)]
