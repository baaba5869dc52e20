"""`qstd publish`: send what has changed of the built site to where citizens read it."""

import re
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from qstd import workspace
from qstd.cli import place
from qstd.language import fill
from qstd.workspace import Workspace

if TYPE_CHECKING:
    from qstd.verbs.publish import Ready, Tick
    from qstd.verbs.publish_goal import Goal
    from qstd.verbs.publish_list import Plan

N_ = str  # marks a Danish text that is translated where it is shown
_SHOWN = 20  # files that a refusal names
_FRONT = "index.html"


def options(parser: ArgumentParser) -> None:
    """Add the command's options."""
    parser.add_argument(
        "destination",
        nargs="?",
        metavar="HVORHEN",
        help="en mappe, sftp://…, s3://… eller webdavs://…; ellers det, der står som »publish:« i standards/site.yaml",
    )
    parser.add_argument("--from", dest="site", type=Path, metavar="MAPPE", help="de byggede sider; ellers build/site")
    parser.add_argument("--dry-run", action="store_true", help="vis kun, hvad der ville ske")
    parser.add_argument("--yes", action="store_true", help="fjern og erstat også det, der ellers spørges om")
    parser.add_argument(
        "--most-removed",
        type=_share,
        default=0.1,
        metavar="PROCENT",
        help="hvor stor en del af filerne der må fjernes uden --yes; ellers 10%%",
    )
    parser.add_argument(
        "--connections",
        type=int,
        choices=range(1, 17),
        default=4,
        metavar="ANTAL",
        help="hvor mange forbindelser der må være ad gangen; ellers 4",
    )
    place.language_option(parser)


def _share(text: str) -> float:
    found = re.fullmatch(r"(\d{1,3}(?:[.,]\d+)?) ?%?", text.strip())
    share = float(found[1].replace(",", ".")) / 100 if found else -1.0
    if not 0 <= share <= 1:
        raise ArgumentTypeError(f"skriv en procent fra 0 til 100, fx 10%: {text}")
    return share


def run(arguments: Namespace) -> int:
    """Find out what differs, say it, and send it."""
    language = arguments.lang
    home = place.home()
    if home is None and not (arguments.destination and arguments.site):
        return place.no_workspace(language)
    site = arguments.site or (home.root / "build" / "site" if home else Path())
    goal = _goal(arguments, home, site)
    if goal is None:
        return 2
    if not workspace.is_file(site / _FRONT):
        what = fill("Der er ingen sider at udgive i {path}.", {"path": site}, language)
        place.complain(what, fill("Lav dem først med »qstd build«.", {}, language), language)
        return 1
    from qstd.remote import RemoteError
    from qstd.verbs import publish_words

    try:
        return _publish(arguments, site, goal)
    except RemoteError as error:
        place.complain(*publish_words.refusal(error, goal.name, goal.address, language), language)
        return 1


def _goal(arguments: Namespace, home: Workspace | None, site: Path) -> "Goal | None":
    """Return where to; None, and the reason said, where that cannot be."""
    from qstd.verbs.publish_goal import configured, goal

    text = arguments.destination
    if not text and home:
        text, findings = configured(home)
        place.tell(findings, arguments.lang)
    if not text:
        what = fill("Der står ingen steder, hvor siderne skal sendes hen.", {}, arguments.lang)
        hint = fill("Skriv det efter kommandoen, eller som »publish:« i standards/site.yaml.", {}, arguments.lang)
        place.complain(what, hint, arguments.lang)
        return None
    here = Path() if arguments.destination or home is None else home.root
    found = goal(text, here, site, arguments.lang)
    if isinstance(found, tuple):
        place.complain(*found, arguments.lang)
        return None
    return found


def _publish(arguments: Namespace, site: Path, goal: "Goal") -> int:
    from qstd.verbs import publish_words
    from qstd.verbs.publish import prepare, send
    from qstd.verbs.publish_lanes import Lanes

    language, start = arguments.lang, time.monotonic()

    def again(seconds: float, attempt: int, attempts: int) -> None:
        _again(seconds, attempt, attempts, language)

    with Lanes(goal.reach, again, arguments.connections) as lanes:
        with place.busy(N_("Ser efter, hvad der er ændret"), language):
            ready = prepare(site, lanes)
        plan = ready.plan
        for line in publish_words.remarks(ready.before.state, plan.kept, language):
            print(line, file=sys.stderr)
        if arguments.dry_run:
            _list(plan, language)
        elif not arguments.yes and not _allowed(plan, arguments.most_removed, language):
            return 1
        else:
            with _progress(ready, language) as tick:
                send(ready, lanes, tick)
    seconds = time.monotonic() - start
    print(publish_words.summary(plan, goal.name, seconds, arguments.dry_run, language))
    return 0


def _again(seconds: float, attempt: int, attempts: int, language: str) -> None:
    values = {"seconds": round(seconds), "attempt": attempt, "attempts": attempts}
    said = fill("Forbindelsen blev afbrudt. Prøver igen om {seconds} s ({attempt} af {attempts}).", values, language)
    print(said, file=sys.stderr)


def _list(plan: "Plan", language: str) -> None:
    kinds = (
        (fill("ny", {}, language), plan.new),
        (fill("ændret", {}, language), plan.changed),
        (fill("fjernes", {}, language), plan.removed),
        (fill("ikke sendt herfra", {}, language), plan.strange),
    )
    for name, paths in kinds:
        for path in paths:
            print(f"{name}: {path}")


def _allowed(plan: "Plan", most: float, language: str) -> bool:
    """Tell whether a run may begin without somebody's word for it, and say why it may not."""
    if plan.strange:
        what = fill(
            "Der ligger andre filer i vejen, som ikke er sendt herfra: {count}.", {"count": len(plan.strange)}, language
        )
        hint = fill(
            "Er det ældre udgaver af de samme sider, så erstat dem med --yes. Ellers vælg en anden mappe.", {}, language
        )
        _refuse(what, plan.strange, hint, language)
        return False
    if plan.share_removed > most:
        values = {
            "count": len(plan.removed),
            "all": plan.published,
            "percent": f"{plan.share_removed:.0%}".rstrip("%"),
            "most": f"{most:.0%}".rstrip("%"),
        }
        what = fill(
            "{count} af {all} filer ville blive fjernet: {percent} %, og grænsen er {most} %.", values, language
        )
        _refuse(what, plan.removed, fill("Er det rigtigt, så kør igen med --yes.", {}, language), language)
        return False
    return True


def _refuse(what: str, paths: Sequence[str], hint: str, language: str) -> None:
    place.complain(what, language=language)
    for path in paths[:_SHOWN]:
        print(f"  {path}", file=sys.stderr)
    if len(paths) > _SHOWN:
        print(fill("  … og {count} til", {"count": len(paths) - _SHOWN}, language), file=sys.stderr)
    print(fill("hjælp: {hint}", {"hint": hint}, language), file=sys.stderr)


@contextmanager
def _progress(ready: "Ready", language: str) -> "Iterator[Tick]":
    """A bar on a terminal; elsewhere a line for each file."""
    removed = frozenset(ready.plan.removed)
    if not sys.stderr.isatty():
        sent, gone = fill("sendt", {}, language), fill("fjernet", {}, language)
        yield lambda path, _: print(f"{gone if path in removed else sent}: {path}", file=sys.stderr)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        TextColumn(fill("Sender", {}, language)),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("{task.description}", markup=False),
    )
    total = sum(map(len, ready.plan.groups)) + len(removed)
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total, rate="")

        def tick(path: str, _: int) -> None:
            rate = fill("{count} filer/s", {"count": round(bar.tasks[0].speed or 0)}, language)
            bar.update(task, advance=1, description=path, rate=rate)

        yield tick
